"""One line about a case: what lists, the due list and the reports read instead of its log."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple, TypeAlias

from pst_standards.calendar import Calendar, Side, Status
from pst_standards.complaints.case import Case
from pst_standards.complaints.clocks import ENDS, ClockReading
from pst_standards.complaints.known_clocks import known_clocks
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.profiles import Profile, profile_on
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Outcome,
    State,
    Step,
)


class Line(NamedTuple):
    """What is kept ready of a case; made by ``line_of`` from its log and a calendar alone.

    ``due_clock`` is the running clock of the office that ends first by the strict reading; without
    a clock ``due_strict`` is the day by which damages are to be paid, or the end of the time to
    react for actions that are not done. ``undated`` says that a year without data of days off kept
    some dates from being worked out. ``settle_by`` is the limit of ``profile`` and ``settled_on``
    the day of the delivery; ``decide_by`` and ``decided_on`` are those of the act, by its strict
    reading. What an objection opened again is not done until it is done anew; that counts where
    the objection came within the limit, else what was done before. There is no ``settle_by``
    while a complainant who was asked in time is waited for, nor where nothing came of it.
    ``ended_on`` is the day on which the case ended, whatever was asked for afterwards.
    ``handler`` is the id of an officer.

    A tuple, because registers make lines out of rows by the hundred thousand, but equal to lines
    only; ``_replace`` gives a changed one.
    """

    number: str
    events: int
    state: State
    channel: ComplaintChannelKind
    identity: IdentityMode
    filed_on: dt.date
    last_at: dt.datetime
    complaint_class: ComplaintClass | None = None
    service: str = ""
    handler: str = ""
    level: int = 0
    reopened: int = 0
    escalated: bool = False
    outcome: Outcome | None = None
    archived: ArchiveReason | None = None
    due_clock: Clock | None = None
    due_strict: dt.date | None = None
    due_lenient: dt.date | None = None
    undated: bool = False
    profile: str = ""
    settle_by: dt.date | None = None
    settled_on: dt.date | None = None
    decide_by: dt.date | None = None
    decided_on: dt.date | None = None
    ended_on: dt.date | None = None
    tasks_open: int = 0
    tasks: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the office still owes something, if only an answer to who asks."""
        return not self.state.is_terminal or self.due_clock is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self.__eq__(other)

    def __hash__(self) -> int:
        return tuple.__hash__(self)


_DUE: Final = (
    *(Clock.FIRST_ANSWER, Clock.VERIFICATION, Clock.SETTLEMENT, Clock.DECISION),
    *(Clock.DELIVERY, Clock.EXPLANATION, Clock.RECOMMENDATION, Clock.CONFLICT),
    *(Clock.DATA_SUBJECT, Clock.INFORMATION),
)
"""The clocks that a desk has to keep."""
_DUE_AFTER_THE_END: Final = (
    *(Clock.EXPLANATION, Clock.RECOMMENDATION),
    *(Clock.DATA_SUBJECT, Clock.INFORMATION),
)
"""Those that it still has to keep, and can, when a case is over."""


def line_of(case: Case, *, calendar: Calendar, profile: Profile | None = None) -> Line:
    """Return the line of a case; the profile is that of the day of filing unless one is given.

    It does not depend on the day on which it is made. Raises ``ComplaintError`` where nothing
    tells the zone of the office.
    """
    filed_on = case.day(case.filed_at)
    held = profile or profile_on(filed_on)
    last = case.log[-1]
    readings, undated = _readings(case, calendar, held)
    which, strict, lenient = _first(_due(case, readings), _promised(case, readings))
    settlement, decision = readings.get(Clock.SETTLEMENT), readings.get(Clock.DECISION)
    over = case.last(*ENDS)
    settle_by = settlement.strict if settlement and not _waiting(case, settlement) else None
    decide_by = decision.strict if decision else None
    return Line(
        number=case.number,
        events=len(case.log),
        state=case.state,
        channel=case.channel,
        identity=case.identity,
        filed_on=filed_on,
        last_at=last.at,
        complaint_class=case.complaint_class,
        service=case.service,
        handler=case.handler.officer if case.handler else "",
        level=case.level,
        reopened=case.reopened,
        escalated=case.last(Step.ESCALATE) is not None,
        outcome=case.decision.outcome if case.decision else None,
        archived=case.archive.reason if case.archive else None,
        due_clock=which,
        due_strict=strict,
        due_lenient=lenient,
        undated=undated,
        profile=held.id,
        settle_by=settle_by,
        settled_on=_done(case, Step.DELIVER, settle_by),
        decide_by=decide_by,
        decided_on=_done(case, Step.DECIDE, decide_by),
        ended_on=case.day(over.at) if over else None,
        tasks_open=len(case.tasks_open),
        tasks=len(case.tasks),
    )


def _done(case: Case, step: Step, by: dt.date | None) -> dt.date | None:
    """Return the day on which something was done, and not opened again by an objection since."""
    done = [place for place, one in enumerate(case.log) if one.step is step]
    opened = [place for place, one in enumerate(case.log) if one.step is Step.OBJECT]
    if not done or (opened and opened[-1] > done[-1]):
        return None
    # Whatever was done before an objection that came within the limit did not hold.
    counted = [one for one in opened if by is None or case.day(case.log[one].at) <= by]
    first = next(one for one in done if not counted or one > counted[-1])
    return case.day(case.log[first].at)


def _waiting(case: Case, settlement: ClockReading) -> bool:
    """Tell whether the office kept its time until the complainant had to complete the file."""
    asked = case.last(Step.DECLARE_INCOMPLETE, Step.COMPLETE)
    if asked is None or asked.step is Step.COMPLETE or case.first(Step.DECLARE_COMPLETE):
        return False
    return settlement.ended == case.day(asked.at) and settlement.status is Status.ON_TIME


def _readings(
    case: Case, calendar: Calendar, profile: Profile
) -> tuple[dict[Clock, ClockReading], bool]:
    on = case.day(case.log[-1].at)
    seen, unknown = known_clocks(case, calendar=calendar, profile=profile, on=on)
    return {Clock(one.id): one for one in seen}, bool(unknown & set(_DUE))


_Due: TypeAlias = tuple[Clock | None, dt.date | None, dt.date | None]


def _first(clock: ClockReading | None, promised: dt.date | None) -> _Due:
    if clock is None or (promised is not None and promised < clock.strict):
        return None, promised, promised
    return Clock(clock.id), clock.strict, clock.lenient


def _promised(case: Case, readings: dict[Clock, ClockReading]) -> dt.date | None:
    """Return the first day by which a decision has the office do something, outside all clocks."""
    if case.state.is_terminal:
        return None
    days = [case.award.pay_by] if case.award is not None and case.damages_open else []
    reaction = readings.get(Clock.REACTION)
    if case.tasks_open and case.state is State.DELIVERED and reaction is not None:
        # From then on nothing else keeps the complaint open.
        days.append(reaction.lenient)
    return min((day for day in days if day is not None), default=None)


def _due(case: Case, readings: dict[Clock, ClockReading]) -> ClockReading | None:
    running = (
        readings[which]
        for which in (_DUE_AFTER_THE_END if case.state.is_terminal else _DUE)
        if which in readings
        and readings[which].running
        and readings[which].direction is Side.OFFICE
    )
    return min(running, key=lambda one: (one.strict, one.lenient), default=None)
