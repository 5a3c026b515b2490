"""The record of examination (berita acara pemeriksaan) of one side of a complaint.

The reported person may have the own one (PP 94/2021 Pasal 32 ayat (3)), so it never tells who
reported: there is no place in it for a name of the reporter, nor for the words of the complaint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pst_standards.complaints.case import Entry
from pst_standards.complaints.payloads import Heard
from pst_standards.complaints.rights import Holder, rights_of
from pst_standards.complaints.states import Party
from pst_standards.documents.compose.blanks import SHORT, small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.complaint_case import Facts, Sheet
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import BLANK, proper, sentence
from pst_standards.documents.compose.stated_rights import rights_on_paper
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    KeyValues,
    Marker,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.model.standard import ServiceStandard

_BLANK_ROWS: Final = 5
_ANSWER_MM: Final = 20.0
_SIGNING_MM: Final = 30.0
_HOLDERS: Final = {Party.REPORTER: Holder.REPORTER, Party.REPORTED: Holder.REPORTED}
_OF_THE_REPORTER: Final = frozenset({"H-P1", "H-P2", "H-P4", "H-P8"})


def examination_of(
    facts: Facts, heard: Heard, entry: Entry, *, matter: str, answers: Iterable[tuple[str, str]]
) -> Composer:
    """Return what composes the record of one hearing.

    ``matter`` and ``answers`` are the examiner's words; the identity in ``facts`` is taken out.
    """
    rows = tuple(answers)

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        sheet = Sheet(facts, composition)
        title = composition.say("bap.title")
        number = proper(sheet.cleaned(heard.record)) or BLANK
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                Paragraph(
                    text=composition.say("paper.number", number=number),
                    style=ParagraphStyle.CENTERED,
                ),
                Paragraph(text=_opening(entry, sheet)),
                KeyValues(pairs=tuple(_examined(heard.party, sheet))),
                *_matter(matter, sheet),
                *_answers(heard, rows, sheet),
                *_evidence(heard.party, sheet),
                *_rights(heard.party, sheet),
                *_closing(heard.party, entry, sheet),
            ),
            dated=sheet.day_of(entry.at),
            needs_adoption=False,
        )

    return compose


def _opening(entry: Entry, sheet: Sheet) -> str:
    at = sheet.moment(entry.at)
    return sheet.say("bap.opening", moment=at, place=BLANK, officer=_officer(entry, sheet))


def _officer(entry: Entry, sheet: Sheet) -> str:
    signer = sheet.facts.signer
    return (proper(signer.name) if signer else "") or entry.by


def _examined(party: Party, sheet: Sheet) -> Iterator[tuple[str, str]]:
    say, case, lang = sheet.say, sheet.case, sheet.composition.lang
    yield say("notice.complaint"), case.number
    if service := sheet.service():
        yield say("receipt.service"), service
    yield say("bap.side"), party.term(lang)
    if party is Party.REPORTER:
        yield say("bap.who"), say("bap.secret")
        return
    yield say("bap.name"), BLANK
    yield say("bap.number"), BLANK
    yield say("bap.position"), BLANK


def _matter(matter: str, sheet: Sheet) -> Iterator[Block]:
    yield Heading(level=2, text=sheet.say("bap.matter"))
    shown = sentence(sheet.cleaned(matter))
    yield Paragraph(text=shown or "\n".join([BLANK * 3] * 2))
    yield small(sheet.say("bap.matter-remark"))


def _answers(heard: Heard, rows: Sequence[tuple[str, str]], sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    yield Heading(level=2, text=say("bap.statement"))
    if heard.voluntary:
        yield Paragraph(text=say("bap.voluntary"))
    told = [(sheet.cleaned(question), sheet.cleaned(answer)) for question, answer in rows]
    shown = told or [("", "")] * _BLANK_ROWS
    yield Table(
        columns=(
            Column(title=say("column.number"), share=8, align=Align.CENTER),
            Column(title=say("bap.question"), share=42),
            Column(title=say("column.answer"), share=50),
        ),
        rows=tuple((f"{number}.", *one) for number, one in enumerate(shown, start=1)),
        row_height=0.0 if told else _ANSWER_MM,
    )


def _evidence(party: Party, sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    own = [one.evidence for one in sheet.case.evidence if one.party is party]
    yield Heading(level=2, text=say("bap.evidence"))
    if not own:
        yield Paragraph(text=say("bap.no-evidence"))
    yield from listed(map(sheet.cleaned, own), Marker.DECIMAL)


def _rights(party: Party, sheet: Sheet) -> Iterator[Block]:
    held = rights_of(_HOLDERS[party])
    if party is Party.REPORTER:
        held = tuple(one for one in held if one.id in _OF_THE_REPORTER)
    yield Heading(level=2, text=sheet.say("bap.rights"))
    lines = rights_on_paper(held, _HOLDERS[party], sheet.composition, cites=True)
    yield from listed(lines, Marker.LETTER)


def _closing(party: Party, entry: Entry, sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    # Whoever reported signs by a mark that the examiner keeps apart, and leaves no name here.
    examined = say("bap.marked") if party is Party.REPORTER else BLANK
    room = "\n" * 4
    yield Table(
        columns=(
            Column(title=say("bap.signs.examined", party=party.term(sheet.composition.lang))),
            Column(title=say("bap.signs.examiner")),
        ),
        rows=((f"{room}{examined}", f"{room}{_signs(entry, sheet)}"),),
        caption=say("bap.closing"),
        row_height=_SIGNING_MM,
        whole=True,
    )
    yield small(say("bap.copy", blank=SHORT))


def _signs(entry: Entry, sheet: Sheet) -> str:
    signer = sheet.facts.signer
    name = proper(signer.name) if signer else ""
    return name or f"{BLANK}\n({entry.by})"
