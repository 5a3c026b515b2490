"""What the papers about one complaint share: its words, its moments, whom it names, its times.

A case holds nobody's name. One comes onto paper only out of an identity that the vault has opened;
a sealed identity serves to take its name out of the texts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.calendar import Calendar, Side, YearError
from pst_standards.calendar.offices import calendar_to_judge_by
from pst_standards.complaints.case import Case
from pst_standards.complaints.clocks import ClockReading, clocks
from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.profiles import profile_on
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.masking import masked
from pst_standards.complaints.states import IdentityMode
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.phrases import bare, cited_all
from pst_standards.documents.formats import clock, long_date
from pst_standards.documents.outline import Block, Column, Paragraph, Table
from pst_standards.model.channel import Official

_TOLD: Final = (
    *(Clock.FIRST_ANSWER, Clock.COMPLETION, Clock.DECISION, Clock.DELIVERY),
    *(Clock.REACTION, Clock.OMBUDSMAN),
)
"""The times that are told to whom complains; the others are between offices, or not verified."""


@frozen(kw_only=True, eq=False, repr=False)
class Facts:
    """A case with what only its paper needs; ``signer`` is who signs it."""

    case: Case
    identity: Identity | None = None
    calendar: Calendar | None = None
    signer: Official | None = None


@frozen(eq=False, repr=False)
class Sheet:
    """The facts of a paper in the making, in its language."""

    facts: Facts
    composition: Composition

    @property
    def case(self) -> Case:
        """The case."""
        return self.facts.case

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of the catalogue."""
        return self.composition.say(key, **params)

    def named(self, field: str) -> str:
        """Return a field of an opened identity, empty for one that is sealed or not at hand."""
        identity = self.facts.identity
        if identity is None or self.case.identity is IdentityMode.ANONYMOUS:
            return ""
        try:
            return (identity.plain(field) or "").strip()
        except SecrecyError:
            return ""

    def cleaned(self, words: str) -> str:
        """Return a text without numbers that identify, and without whose identity is at hand."""
        return masked(words.strip(), self.composition.lang, known=self.facts.identity)

    def day_of(self, at: dt.datetime) -> dt.date:
        """Return the date of a moment on the clocks of the office."""
        return day_at(at, zone_at(self.case.zone, self.case.filed_at))

    def day(self, date: dt.date) -> str:
        """Return a date in words."""
        return long_date(date, self.composition.lang)

    def moment(self, at: dt.datetime) -> str:
        """Return a moment in words, with the zone of the office."""
        zone = zone_at(self.case.zone, self.case.filed_at)
        local = at.astimezone(zone.tzinfo) if zone else at
        shown = clock(local.time(), self.composition.lang)
        name = local.tzname() or ""
        return self.say("paper.moment", date=self.day(local.date()), time=shown, zone=name).strip()

    def service(self) -> str:
        """Return the name of the service, its id where the office at hand has none."""
        known = by_id(self.composition.definition.services).get(self.case.service)
        name = bare(self.composition.words(known.name)) if known else ""
        return name or self.case.service


def asking(sheet: Sheet) -> list[Block]:
    """Return through which channels the office is asked; nothing where none is known."""
    channels = "; ".join(complaint_channels(sheet.composition))
    return [Paragraph(text=sheet.say("paper.ask", channels=channels))] if channels else []


def times(sheet: Sheet) -> list[Block]:
    """Return the times that run, as a table: of the office strictly, of the citizen leniently."""
    try:
        running = list(_running(sheet))
    except (YearError, ComplaintError):
        return [Paragraph(text=sheet.say("paper.times-unknown"))]
    if not running:
        return []
    say = sheet.say
    table = Table(
        columns=(
            Column(title=say("column.stage"), share=34, heads_row=True),
            Column(title=say("paper.until"), share=24),
            Column(title=say("paper.whose"), share=18),
            Column(title=say("column.basis"), share=34),
        ),
        rows=tuple(_row(one, sheet) for one in running),
        whole=True,
    )
    apart = any(one.strict != one.lenient for one in running)
    return [table, small(say("paper.two-readings"))] if apart else [table]


def _running(sheet: Sheet) -> Iterator[ClockReading]:
    case, office = sheet.case, sheet.composition.original.office
    read = clocks(
        case,
        calendar=sheet.facts.calendar or calendar_to_judge_by(office),
        profile=profile_on(day_at(case.filed_at, zone_at(case.zone, case.filed_at))),
        on=case.day(case.log[-1].at),
    )
    return (one for one in read if one.running and Clock(one.id) in _TOLD)


def _row(reading: ClockReading, sheet: Sheet) -> tuple[str, str, str, str]:
    which, office = Clock(reading.id), reading.direction is Side.OFFICE
    basis = cited_all(reading.citations, sheet.composition.lang)
    if which is Clock.REACTION:
        basis = sheet.say("paper.practice")
    return (
        which.term(sheet.composition.lang),
        sheet.day(reading.strict if office else reading.lenient),
        sheet.say("paper.office" if office else "paper.citizen"),
        basis,
    )
