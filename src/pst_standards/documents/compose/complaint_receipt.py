"""The receipt of a complaint, with the four parts of UU 25/2009 Pasal 44 ayat (2).

It serves whoever goes on to the Ombudsman as proof that the office was asked first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.case import Case
from pst_standards.complaints.rights import Holder, rights_of
from pst_standards.complaints.states import IdentityMode, Step
from pst_standards.documents.compose.blanks import ROW_MM, small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.complaint_case import Facts, Sheet, asking, times
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import BLANK, proper, sentence
from pst_standards.documents.compose.stated_rights import rights_on_paper
from pst_standards.documents.outline import (
    Block,
    Column,
    Content,
    Heading,
    KeyValues,
    Marker,
    Note,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from pst_standards.model.standard import ServiceStandard

_ON_RECEIPT: Final = ("H-P9", "H-P10", "H-P13")
"""Rights beside those on the page of the office that are needed from the first day on."""
_UNSAID: Final = {
    IdentityMode.ANONYMOUS: "receipt.anonymous",
    IdentityMode.SECRET: "receipt.secret",
}
"""What stands in place of who complains, where that is nobody's to read."""


def receipt_of(facts: Facts, code: str, reprinted: dt.date | None = None) -> Composer:
    """Return what composes the receipt; ``code`` is printed once, and nobody keeps it.

    ``reprinted`` is the day on which a receipt that was issued before is printed again.
    """

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        sheet = Sheet(facts, composition)
        title = composition.say("receipt.title")
        issued = facts.case.receipt
        number = composition.say("paper.number", number=facts.case.number)
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                Paragraph(text=number, style=ParagraphStyle.CENTERED),
                *_again(sheet, reprinted),
                _parts(sheet),
                small(composition.say("receipt.basis")),
                *_following(sheet, code),
                *_rights(sheet),
            ),
            dated=sheet.day_of(issued.received_at) if issued and issued.received_at else None,
            needs_adoption=False,
        )

    return compose


def _again(sheet: Sheet, reprinted: dt.date | None) -> Iterator[Block]:
    """Yield that the paper is not the one that was handed over, and when that one was issued."""
    issued = next((one for one in sheet.case.log if one.step is Step.ISSUE_RECEIPT), None)
    if reprinted is not None and issued is not None:
        days = {"day": sheet.day(reprinted), "issued": sheet.day(sheet.day_of(issued.at))}
        yield Paragraph(text=sheet.say("receipt.reprint", **days), style=ParagraphStyle.CENTERED)


def _parts(sheet: Sheet) -> Table:
    say = sheet.say
    return Table(
        columns=(
            Column(title=say("column.part"), share=34, heads_row=True),
            Column(title=say("column.content"), share=66),
        ),
        rows=(
            (say("receipt.identity"), "\n".join(_identity(sheet))),
            (say("receipt.account"), _account(sheet)),
            (say("receipt.place"), _place(sheet)),
            (say("receipt.officer"), _officer(sheet)),
        ),
        row_height=ROW_MM,
    )


def _identity(sheet: Sheet) -> Iterator[str]:
    say, mode = sheet.say, sheet.case.identity
    # A receipt is carried about and shown: one who is secret is not on it, whoever was opened.
    unsaid = _UNSAID.get(mode)
    if unsaid is not None:
        yield say(unsaid)
        return
    fields = {"person.full-name": "name", "person.full-address": "address"}
    if sheet.case.proxy:
        fields["receipt.proxy"] = "proxy"
    for label, field in fields.items():
        yield say("pair", label=say(label), value=sheet.named(field) or BLANK)


def _account(sheet: Sheet) -> Content:
    if sheet.case.sealed:
        return sheet.say("receipt.sealed")
    return (KeyValues(pairs=tuple(_told(sheet, sheet.case))),)


def _told(sheet: Sheet, case: Case) -> Iterator[tuple[str, str]]:
    say = sheet.say
    told = case.identity not in _UNSAID and sheet.named("name")
    own = (lambda words: words.strip()) if told else sheet.cleaned
    count = len(case.attachments)
    files = "receipt.files.one" if count == 1 else "receipt.files"
    facts = {
        "service": sheet.service(),
        "served-on": sheet.day(case.served_on) if case.served_on else "",
        "text": own(case.text),
        "loss": own(case.loss),
        "request": own(case.request),
        "attachments": say(files, count=count) if count else "",
    }
    for name, value in facts.items():
        if value:
            yield say(f"receipt.{name}"), sentence(value) if name == "text" else value


def _place(sheet: Sheet) -> str:
    issued = sheet.case.receipt
    at = sheet.moment(issued.received_at) if issued and issued.received_at else BLANK
    where = proper(sheet.cleaned(issued.place)) if issued else ""
    return f"{where or BLANK}\n{at}"


def _officer(sheet: Sheet) -> str:
    signer, issued = sheet.facts.signer, sheet.case.receipt
    name = proper(signer.name) if signer else ""
    officer = issued.officer if issued else ""
    shown = sheet.say("receipt.officer-id", officer=officer) if officer else ""
    return f"{shown}\n\n\n{name or BLANK}".lstrip("\n")


def _following(sheet: Sheet, code: str) -> Iterator[Block]:
    say = sheet.say
    yield Heading(level=2, text=say("receipt.follow"))
    if code:
        yield KeyValues(
            pairs=(
                (say("receipt.complaint"), (Run(text=sheet.case.number, strong=True),)),
                (say("receipt.code"), (Run(text=code, strong=True),)),
            )
        )
        yield Note(text=say("receipt.keep-code"))
    else:
        yield Paragraph(text=say("receipt.by-code"))
    yield from asking(sheet)
    if table := times(sheet):
        yield Heading(level=2, text=say("paper.times"))
        yield from table


def _rights(sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    held = rights_of(Holder.REPORTER)
    shown = [one for one in held if one.on_page or one.id in _ON_RECEIPT]
    yield Heading(level=2, text=say("receipt.rights"))
    lines = rights_on_paper(shown, Holder.REPORTER, sheet.composition, cites=False)
    yield from listed(lines, Marker.LETTER)
    yield Note(text=say("receipt.proof"))
