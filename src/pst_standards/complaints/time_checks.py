"""PGD rules about the times of one complaint: K1 to K8, each by both readings of ``hari``.

The act gives days of no stated kind. An office that is late by calendar days alone gets a warning,
one that is late by working days too an error; a citizen is late only by working days. Where a year
on the way has no data of days off, nothing is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pst_standards.calendar import CalendarError, Readings
from pst_standards.complaints.lengths import LENGTHS, Clock, Length
from pst_standards.complaints.logged import Logged, Seen, class_of
from pst_standards.complaints.profiles import Anchor, profile_on
from pst_standards.complaints.readings import Wait, lengthened, readings_of
from pst_standards.complaints.states import Step
from pst_standards.findings import Param, Pointer
from pst_standards.model.channel import TimeUnit
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit

ENDS: Final = (
    *(Step.TRANSFER, Step.REFER, Step.ARCHIVE, Step.WITHDRAW),
    *(Step.LAPSE, Step.ACCEPT, Step.CLOSE_UNANSWERED),
)
"""Steps with which a case is over, and with it what the office still owed in time."""
_ANSWERS: Final = (Step.DECLARE_INCOMPLETE, Step.DECLARE_COMPLETE)


def _readings(log: Logged, start: dt.date, length: Length) -> Readings | None:
    try:
        return readings_of(start, length, log.calendar)[0]
    except (CalendarError, OverflowError):
        return None  # a year without days off has no answer


def _working(days: int) -> Length:
    return Length(number=days, unit=TimeUnit.WORKING_DAY)


def _owed(
    log: Logged, which: Clock, begun: tuple[dt.date | None, Pointer], end: Seen | None
) -> Iterator[Hit]:
    """Yield that the office took longer than the act lets it, or takes longer by now."""
    start, at = begun
    last = log.day(end.event.at) if end else log.on
    both = _readings(log, start, LENGTHS[which]) if start else None
    if both is None or last is None or last <= both.strict:
        return
    where = ("events", end.place) if end else at
    if last > both.lenient:
        yield Hit(where, {"due": both.lenient.isoformat()}, "very_late")
    else:
        yield Hit(where, {"due": both.strict.isoformat()}, "late")


def _answered_late(log: Logged) -> Iterator[Hit]:
    # What was completed came in anew, and waits for an answer of its own.
    begun: tuple[dt.date | None, Pointer] | None = (log.day(log.record.filed_at), ("filed_at",))
    for one in log.seen(Step.COMPLETE, *_ANSWERS, *ENDS):
        if one.step == Step.COMPLETE.value:
            begun = log.begun(one)
        elif begun is not None:
            yield from _owed(log, Clock.FIRST_ANSWER, begun, one)
            begun = None
    if begun is not None:
        yield from _owed(log, Clock.FIRST_ANSWER, begun, None)


def _decided_late(log: Logged) -> Iterator[Hit]:
    complete = log.first(Step.DECLARE_COMPLETE)
    if complete is None:
        return
    begun = log.begun(complete)
    both = _readings(log, begun[0], LENGTHS[Clock.DECISION]) if begun[0] else None
    for objection, end in log.rounds(Step.DECIDE, *ENDS, since=complete):
        objected = log.day(objection.event.at) if objection else None
        # No act says how soon to decide again where the objection came after all that time.
        over = both is not None and objected is not None and objected > both.strict
        for hit in _owed(log, Clock.DECISION, begun, end):
            yield hit._replace(variant="reopened") if over else hit


def _delivered_late(log: Logged) -> Iterator[Hit]:
    for decided in log.seen(Step.DECIDE):
        end = log.after(decided, Step.DELIVER, Step.DECIDE, *ENDS)
        yield from _owed(log, Clock.DELIVERY, log.begun(decided), end)


def _complained_late(log: Logged) -> Iterator[Hit]:
    served, filed = log.record.served_on, log.day(log.record.filed_at)
    both = _readings(log, served, LENGTHS[Clock.COMPLAIN]) if served else None
    if both is None or filed is None or filed <= both.strict:
        return
    if filed > both.lenient:
        yield Hit(("filed_at",), {"due": both.lenient.isoformat()}, "late")
    else:
        params = {"due": both.strict.isoformat(), "lenient": both.lenient.isoformat()}
        yield Hit(("filed_at",), params, "disputable")


def _with_waits(log: Logged, start: dt.date, days: int) -> tuple[Readings | None, dt.date | None]:
    try:
        whole, still = lengthened(start, days, _waits(log), log.calendar)
    except (CalendarError, OverflowError):
        return None, None  # a year without days off has no answer
    return _readings(log, start, _working(whole)), still


def _waits(log: Logged) -> Iterator[Wait]:
    asked: dt.date | None = None
    for one in log.seen(Step.DECLARE_INCOMPLETE, Step.COMPLETE):
        day = log.day(one.event.at)
        if one.step == Step.DECLARE_INCOMPLETE.value:
            asked = day
        elif asked is not None and day is not None:
            yield asked, day
            asked = None
    if asked is not None:
        yield asked, None


def _settled_late(log: Logged) -> Iterator[Hit]:
    filed, named = log.day(log.record.filed_at), class_of(log)
    if filed is None or named is None:
        return
    profile = profile_on(filed)
    start: dt.date | None = filed
    at: Pointer = ("filed_at",)
    complete = log.first(Step.DECLARE_COMPLETE)
    if profile.anchor is Anchor.COMPLETE and complete is not None:
        start, at = log.begun(complete)
    days = profile.settlement[named]
    both, still = _with_waits(log, start, days) if start else (None, None)
    if both is None:
        return
    told: dict[str, Param] = {"due": both.lenient.isoformat(), "days": days, "class": named.id}
    for _, end in log.rounds(Step.DELIVER, *ENDS):
        # While the complainant is waited for nothing is asked of the office.
        last = still or (log.day(end.event.at) if end else log.on)
        if last is not None and last > both.lenient:
            where = ("events", end.place) if end else at
            yield Hit(where, {**told, "class_en": named.en}, citations=(profile.regulation,))


def _given_up_early(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.LAPSE):
        turns = list(log.before(one, Step.DECLARE_INCOMPLETE, Step.COMPLETE))
        asked = turns[-1] if turns and turns[-1].step == Step.DECLARE_INCOMPLETE.value else None
        if asked is None:
            yield Hit(("events", one.place), variant="unasked")
            continue
        start, day = log.day(asked.event.at), log.day(one.event.at)
        both = _readings(log, start, LENGTHS[Clock.COMPLETION]) if start else None
        if both is None or day is None or day > both.lenient:
            continue
        variant = "too_early" if day <= both.strict else "early"
        yield Hit(("events", one.place), {"due": both.lenient.isoformat()}, variant)


def _closed_early(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.CLOSE_UNANSWERED):
        delivered = [*log.before(one, Step.DELIVER)]
        start = log.day(delivered[-1].event.at) if delivered else None
        day = log.day(one.event.at)
        if start is None or day is None:
            continue
        profile = profile_on(log.day(log.record.filed_at) or start)
        both = _readings(log, start, Length(number=profile.reaction, unit=profile.reaction_unit))
        if both is not None and day <= both.lenient:
            due = both.lenient.isoformat()
            params: dict[str, Param] = {"due": due, "days": profile.reaction}
            yield Hit(("events", one.place), params, "closed", (profile.regulation,))


CHECKS: Final = (
    CaseCheck(id="PGD-024", find=_complained_late),
    CaseCheck(id="PGD-040", find=_answered_late),
    CaseCheck(id="PGD-042", find=_settled_late),
    CaseCheck(id="PGD-043", find=_decided_late),
    CaseCheck(id="PGD-044", find=_delivered_late),
    CaseCheck(id="PGD-052", find=_given_up_early),
    CaseCheck(id="PGD-055", find=_closed_early),
)
