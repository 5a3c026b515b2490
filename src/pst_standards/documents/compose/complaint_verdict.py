"""The decision on a complaint, as the copy or extract that the complainant is owed.

UU 25/2009 Pasal 50 ayat (9) gives it; the report of examination behind it stays secret (Pasal 49
ayat (1)), so not even its reference is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.complaints.parts import Award
from pst_standards.complaints.payloads import Decided
from pst_standards.complaints.states import Step
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.complaint_case import Facts, Sheet, asking, times
from pst_standards.documents.compose.complaint_notice import addressed
from pst_standards.documents.compose.complaint_signing import signed_impartially
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import BLANK, bare, day, inner, money, sentence
from pst_standards.documents.outline import (
    Block,
    Heading,
    KeyValues,
    Marker,
    Note,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.model.standard import ServiceStandard


def verdict_of(facts: Facts, decided: Decided) -> Composer:
    """Return what composes the copy of a decision."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        sheet = Sheet(facts, composition)
        title = composition.say("verdict.title")
        number = composition.say("paper.number", number=BLANK)
        entry = facts.case.last(Step.DECIDE)
        on = sheet.day_of(entry.at) if entry else None
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                Paragraph(text=number, style=ParagraphStyle.CENTERED),
                Note(text=composition.say("verdict.copy")),
                Paragraph(text=addressed(sheet)),
                Heading(level=2, text=composition.say("verdict.complaint")),
                KeyValues(pairs=tuple(_complaint(sheet))),
                *_reasons(decided, sheet),
                *_decided(decided, sheet),
                *_rights(sheet),
            ),
            signature=signed_impartially(sheet, date=on, deciding=True, enacting=True),
            dated=on,
            needs_adoption=False,
        )

    return compose


def _complaint(sheet: Sheet) -> Iterator[tuple[str, str]]:
    say, case, lang = sheet.say, sheet.case, sheet.composition.lang
    complete = case.first(Step.DECLARE_COMPLETE)
    facts = {
        "notice.complaint": case.number,
        "notice.filed": sheet.moment(case.filed_at),
        "verdict.class": case.complaint_class.term(lang) if case.complaint_class else "",
        "receipt.service": sheet.service(),
        "receipt.served-on": sheet.day(case.served_on) if case.served_on else "",
        "receipt.text": sentence(sheet.cleaned(case.text)),
        "receipt.loss": sheet.cleaned(case.loss),
        "receipt.request": sheet.cleaned(case.request),
        "verdict.complete": sheet.moment(complete.at) if complete else "",
    }
    return ((say(key), value) for key, value in facts.items() if value)


def _reasons(decided: Decided, sheet: Sheet) -> Iterator[Block]:
    yield Heading(level=2, text=sheet.say("verdict.reasons"))
    yield Paragraph(text=sentence(sheet.cleaned(decided.reasons)))
    if decided.report.strip() or sheet.case.first(Step.BEGIN_EXAMINATION):
        yield small(sheet.say("verdict.report-secret"))


def _decided(decided: Decided, sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    yield Heading(level=2, text=say("verdict.decided"))
    yield Paragraph(text=say(f"verdict.outcome.{decided.outcome.value}"))
    actions = [sheet.cleaned(one.text) for one in decided.actions]
    if actions:
        yield Paragraph(text=say("verdict.actions"))
        yield from listed(actions, Marker.DECIMAL)
    if sheet.case.damages_claimed or decided.award is not None:
        yield Heading(level=3, text=say("verdict.damages"))
        yield from _award(decided.award or Award(), sheet)


def _award(award: Award, sheet: Sheet) -> Iterator[Block]:
    say, lang = sheet.say, sheet.composition.lang
    why = inner(sheet.cleaned(award.reason))
    if not award.amount:
        yield Paragraph(text=say("verdict.no-damages", why=why or BLANK))
        return
    yield KeyValues(
        pairs=(
            (say("verdict.amount"), money(award.amount, lang)),
            (say("verdict.pay-by"), day(award.pay_by, lang)),
        )
    )
    if why:
        yield Paragraph(text=sentence(bare(sheet.cleaned(award.reason))))


def _rights(sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    yield Heading(level=2, text=say("verdict.rights"))
    yield Paragraph(text=say("notice.react"))
    yield Paragraph(text=say("verdict.roads"))
    yield from listed((say(f"verdict.road.{name}") for name in _ROADS), Marker.LETTER)
    yield from asking(sheet)
    yield from times(sheet)


_ROADS = ("ombudsman", "ptun", "court", "police")
