"""How late a service was, in the unit of the rule; every moment on the way is told."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pst_standards.calendar import Deadline
from pst_standards.compensation.case import Case
from pst_standards.compensation.clocks import CLOCK_UNITS
from pst_standards.compensation.errors import CompensationError, EventError, PolicyError
from pst_standards.compensation.limits import awaits_service, began, promised
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.model.base import Text
from pst_standards.model.channel import Duration, TimeUnit
from pst_standards.model.compensation import ClockBase, CompensationRule, Trigger
from pst_standards.model.component import Component
from pst_standards.model.delivery import Limit, TimeScope


class Measure(NamedTuple):
    """What was measured: whole units of delay, or ``None`` where the service was not late."""

    delay: int | None
    unit: TimeUnit
    steps: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    provisional: bool = False
    citations: tuple[str, ...] = ()


def measure(case: Case, rule: CompensationRule) -> Measure:
    """Measure an event by the clock base of a rule.

    Raises ``PolicyError`` for a rule without clock base or unit, ``EventError`` for an event that
    lacks a moment, a ``CalendarError`` for days of which nothing is known.
    """
    if rule.clock is None:
        raise PolicyError("clock.missing", rule=rule.id)
    if rule.unit is None:
        raise PolicyError("unit.missing", rule=rule.id)
    waiting = rule.trigger is Trigger.WAITING_WITHOUT_INFORMATION
    if rule.clock is ClockBase.BEYOND_STANDARD:
        limit = promised(case, TimeScope.WAITING if waiting else TimeScope.WHOLE_PROCESS)
        if awaits_service(case, limit):
            limit = _waiting_limit(case) or limit
        return _beyond(case, limit, rule.unit, waiting=waiting)
    return _total(case, rule.unit, waiting=waiting)


def _waiting_limit(case: Case) -> Limit | None:
    """Return the limit on waiting: who is not served yet can be late by no other."""
    try:
        return promised(case, TimeScope.WAITING)
    except PolicyError:
        return None


class _Promise(NamedTuple):
    """A limit with its moments: when it began, when it ended, and what became of it."""

    limit: Limit
    due: Deadline
    late: bool
    end: dt.datetime
    steps: tuple[Reason, ...]


def _beyond(case: Case, limit: Limit, unit: TimeUnit, *, waiting: bool) -> Measure:
    kept = _held_to(case, limit, waiting=waiting)
    due, steps = kept.due, kept.steps
    found = Measure(None, unit, steps, (), due.provisional, due.citations)
    if not kept.late:
        key = "not-late-waiting" if _is_wait(limit) else "not-late"
        against = cause(key, Component.TIME_LIMIT.citation, due=_shown_due(due, case))
        return found._replace(against=(against,))
    delay = case.clock.passed(due.due_at or due.due, kept.end, unit)
    # Late by less than a whole unit is late: the first tier begins at nought.
    amount = Duration(value=delay or 1, unit=unit)
    told = step("delay" if delay else "delay-less", amount=amount)
    return found._replace(delay=delay, steps=(*steps, told))


def _held_to(case: Case, limit: Limit, *, waiting: bool) -> _Promise:
    field, start = began(case, limit)
    span = Duration(value=limit.value, unit=limit.unit)
    due = case.clock.ends(start, span)
    stop, end = _end(case, limit.scope, waiting=waiting)
    steps = (
        _promise_step(limit, span),
        step(f"from.{field}", at=case.clock.local(start)),
        step("due-waiting" if _is_wait(limit) else "due", due=_shown_due(due, case)),
        *_ending(stop, end, case, unit=limit.unit),
    )
    return _Promise(limit, due, _is_late(due, end, case), end, steps)


def _promise_step(limit: Limit, span: Duration) -> Reason:
    key = "promise-waiting" if _is_wait(limit) else "promise"
    key = f"{key}-from" if limit.start else key
    cite = Component.TIME_LIMIT.citation
    return step(key, cite, span=span, start=limit.start or Text())


def _is_wait(limit: Limit) -> bool:
    return limit.scope is TimeScope.WAITING


def _is_late(due: Deadline, end: dt.datetime, case: Case) -> bool:
    if due.due_at is not None:
        return end > due.due_at
    return case.clock.local(end).date() > due.due


def _shown_due(due: Deadline, case: Case) -> dt.date:
    return case.clock.local(due.due_at) if due.due_at is not None else due.due


def _total(case: Case, unit: TimeUnit, *, waiting: bool) -> Measure:
    start = case.event.clock_started_at or case.began
    stop, end = _end(case, None, waiting=waiting)
    first: dt.date = start
    if unit not in CLOCK_UNITS:
        # What comes after hours counts from the next working day, as for any limit.
        first = case.clock.ends(start, Duration(value=0, unit=unit)).counted_from
    wait = case.clock.passed(first, end, unit)
    steps = (
        step("wait-from", at=case.clock.local(start)),
        *_ending(stop, end, case, unit=unit),
        step("wait", amount=Duration(value=wait, unit=unit)),
    )
    kept = None if waiting else _kept(case)
    if kept is None or kept.late:
        return Measure(wait, unit, steps)
    against = cause("not-late", Component.TIME_LIMIT.citation, due=_shown_due(kept.due, case))
    return Measure(None, unit, (*steps, *kept.steps[:1]), (against,))


def _kept(case: Case) -> _Promise | None:
    """Return what became of the limit of the standard, where one is known.

    A rule on the total wait is for a service that is late; without a limit its tiers alone say so.
    """
    try:
        return _held_to(case, promised(case, TimeScope.WHOLE_PROCESS), waiting=False)
    except CompensationError:
        return None


def _end(case: Case, scope: TimeScope | None, *, waiting: bool) -> tuple[str, dt.datetime]:
    """Return with which moment of the event the measuring ends, by its field and its time."""
    event = case.event
    fields: tuple[str, ...] = ("finished_at",)
    if waiting:
        fields = ("informed_at", "served_at", "finished_at")
    elif scope is TimeScope.WAITING:
        fields = ("served_at", "finished_at")
    known = [(at, name) for name in fields if (at := getattr(event, name)) is not None]
    if known:
        at, name = min(known)
        return name, at
    if case.on is None:
        missing = "served_at" if "served_at" in fields else fields[0]
        raise EventError("time.unfinished", field=missing)
    return "on", case.on


def _ending(
    field: str, end: dt.datetime, case: Case, *, unit: TimeUnit | None
) -> tuple[Reason, ...]:
    told = step(f"until.{field}", at=case.clock.local(end))
    if unit not in CLOCK_UNITS or field == "on" or case.clock.is_open(end):
        return (told,)
    return told, step("outside-hours")
