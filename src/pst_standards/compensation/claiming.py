"""By when a compensation has to be claimed, and what comes of a claim after that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum

from pst_standards.calendar import Status
from pst_standards.compensation.case import Case
from pst_standards.compensation.citizen_time import CitizenTime, citizen_time
from pst_standards.compensation.clocks import CLOCK_UNITS
from pst_standards.compensation.exclusions import CITATIONS
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.model.compensation import CompensationRule, Exclusion
from pst_standards.model.service_event import ServiceEvent


class Asking(Enum):
    """How a compensation was asked for, by the record of the event."""

    CLAIM = "claim"
    COMPLAINT = "complaint"
    NOT_YET = "not-yet"


def asking(event: ServiceEvent) -> Asking:
    """Return how a compensation was asked for.

    What was verified or given was claimed before, though nobody wrote down when.

    >>> asking(ServiceEvent(compensated="KOMP-04/2026"))
    <Asking.CLAIM: 'claim'>
    >>> asking(ServiceEvent())
    <Asking.NOT_YET: 'not-yet'>
    """
    signs = (event.claimed_at, event.claim_channel, event.verified_at, event.compensated)
    if any(sign is not None for sign in signs):
        return Asking.CLAIM
    return Asking.NOT_YET if event.complained_at is None else Asking.COMPLAINT


def claim_time(case: Case, rule: CompensationRule) -> CitizenTime | None:
    """Return when the time to claim ends, ``None`` where there is none or it has not begun."""
    limit = rule.claim_within
    if limit is None or limit.value is None or limit.unit is None or case.ended is None:
        return None
    start: dt.date = case.ended
    if limit.unit not in CLOCK_UNITS:
        start = case.clock.local(case.ended).date()
    return citizen_time(case.clock, start, limit)


def claim_in_time(case: Case, time: CitizenTime | None) -> Iterator[Reason]:
    """Yield the cause that a claim comes too late, or the step that this can be disputed.

    Doubt goes to the citizen: late is only what is late by both readings of a day.
    """
    at = _claimed(case)
    if time is None or at is None:
        return
    cite = CITATIONS[Exclusion.LATE_CLAIM]
    shown = case.clock.local(at) if isinstance(at, dt.datetime) else at
    status, ends = time.status(at), time.ends
    if status is Status.LATE:
        until = ends.readings.lenient if ends.readings else ends.due
        exact = case.clock.local(ends.due_at) if ends.due_at else until
        yield cause("late-claim", cite, at=shown, until=exact)
    elif status is Status.DISPUTABLE and ends.readings is not None:
        yield step("claim-disputable", cite, at=shown, **ends.readings._asdict())
    elif status is Status.DISPUTABLE:
        year = str(time.uncounted_year)
        yield step("claim-uncounted", cite, at=shown, strict=ends.due, year=year)


def _claimed(case: Case) -> dt.date | None:
    """Return when the claim was made; of one that was not made yet, the day of the question.

    Whoever complained may have claimed with that. What was verified or given was claimed before,
    though nobody wrote down when.
    """
    event = case.event
    if event.claimed_at is not None:
        return event.claimed_at
    if case.asked is None or event.verified_at is not None or event.compensated is not None:
        return None
    return event.complained_at or case.asked
