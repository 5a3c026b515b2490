"""KAL-001, KAL-002, KAL-004: years without data, estimates, and the two readings of "hari"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.maklumat_in_time import published_late
from pst_standards.rules.checks.making_in_time import (
    draft_published_late,
    revised_late,
    set_before_comments_closed,
)
from pst_standards.rules.clocks import PromisedLimit
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.counting import Leaning, Outcome, Uncounted
from pst_standards.rules.lives import set_on, tells_of_life
from pst_standards.rules.rows import catalogue
from pst_standards.rules.spans import exceeds, falls_short

_COUNTING: Final = {
    "LIFE-007": draft_published_late,
    "LIFE-008": set_before_comments_closed,
    "LIFE-009": revised_late,
    "MKL-009": published_late,
}
"""The rules that count in working days."""
_OF_OFFICE: Final[Mapping[ClockStage, int]] = {
    ClockStage.FIRST_ANSWER: 14,
    ClockStage.DECISION: 60,
    ClockStage.DELIVERY: 14,
}
_OF_CITIZEN: Final[Mapping[ClockStage, int]] = {
    ClockStage.COMPLAIN: 30,
    ClockStage.COMPLETION: 30,
}
"""Days of UU 25/2009 Pasal 42, 44 and 50, which do not say of which kind."""


class _Both(NamedTuple):
    """The last day where "hari" are calendar days, and where they are working days."""

    strict: date
    lenient: date


def _outcomes(context: Context) -> Iterator[Outcome]:
    """Yield what the rules come to that count, those apart that do not look at this stage."""
    rows = catalogue()
    for rule, judge in _COUNTING.items():
        if rows[rule].reached(context.stage) and rows[rule].in_force(context.as_of):
            yield from judge(context)


def _years_without_data(context: Context) -> Iterator[Hit]:
    found: dict[int, list[Uncounted]] = {}
    for one in _outcomes(context):
        if isinstance(one, Uncounted):
            found.setdefault(one.year, []).append(one)
    for year, ones in sorted(found.items()):
        rules = tuple(dict.fromkeys(one.rule for one in ones))
        yield Hit(ones[0].pointer, {"year": year, "rules": rules})


def _estimated(context: Context) -> Iterator[Hit]:
    found: dict[tuple[Pointer, date], list[str]] = {}
    for one in _outcomes(context):
        if isinstance(one, Leaning):
            found.setdefault((one.pointer, one.due), []).append(one.rule)
    for (pointer, due), rules in found.items():
        params = {"due": due.isoformat(), "rules": tuple(dict.fromkeys(rules))}
        yield Hit(pointer, params)


def _counts(context: Context) -> bool:
    return tells_of_life(context) or any(map(set_on, context.definition.standards))


def _one_reading(context: Context) -> Iterator[Hit]:
    promises = [one for ones in context.clocks.values() for one in ones]
    plain = [one for one in promises if one.unit is TimeUnit.DAY]
    if plain:
        yield _plain_days(plain, context)
    for promise in promises:
        yield from _one_kind(promise, context)


def _plain_days(plain: list[PromisedLimit], context: Context) -> Hit:
    """Tell all limits in plain days at once: they are those of the act, as a rule five."""
    values = sorted({one.value for one in plain})
    read = [(value, _both(value, context)) for value in values]
    worked = tuple(
        f"{value}: {both.strict.isoformat()} / {both.lenient.isoformat()}"
        for value, both in read
        if both is not None
    )
    if len(worked) < len(values):
        return Hit(plain[0].pointer, {"values": tuple(map(str, values))}, "undated")
    return Hit(plain[0].pointer, {"received": context.as_of.isoformat(), "readings": worked})


def _one_kind(promise: PromisedLimit, context: Context) -> Iterator[Hit]:
    """Find a limit of the act that is given in the kind of days that favours the office."""
    days = _days_of_act(promise)
    act = _both(days, context) if days is not None else None
    own = _both(promise.value, context) if act is not None else None
    if act is None or own is None or not _lies_between(promise, own, act):
        return
    params = {
        "value": promise.value,
        "unit": promise.unit.value,
        "days": days,
        "received": context.as_of.isoformat(),
        "strict": act.strict.isoformat(),
        "lenient": act.lenient.isoformat(),
    }
    yield Hit(promise.pointer, params, "one_kind")


def _days_of_act(promise: PromisedLimit) -> int | None:
    """Return the days of the act, ``None`` where a rule on complaints finds the limit itself."""
    if promise.unit is TimeUnit.WORKING_DAY and promise.stage in _OF_OFFICE:
        days = _OF_OFFICE[promise.stage]
        return None if exceeds(promise.value, promise.unit, days) else days
    if promise.unit is TimeUnit.CALENDAR_DAY and promise.stage in _OF_CITIZEN:
        days = _OF_CITIZEN[promise.stage]
        return None if falls_short(promise.value, promise.unit, days) else days
    return None


def _lies_between(promise: PromisedLimit, own: _Both, act: _Both) -> bool:
    if promise.unit is TimeUnit.WORKING_DAY:
        return own.lenient > act.strict
    return own.strict < act.lenient


def _both(days: int, context: Context) -> _Both | None:
    """Return both readings for a receipt on the day of the check, ``None`` without data."""
    from pst_standards.calendar import YearError

    try:
        lenient = context.calendar.add_working_days(context.as_of, days)
    except YearError:
        return None
    return _Both(context.as_of + timedelta(days), lenient)


def _has_clocks(context: Context) -> bool:
    return bool(context.clocks)


CHECKS: Final = (
    Check(id="KAL-001", find=_years_without_data, applies=_counts),
    Check(id="KAL-002", find=_estimated, applies=_counts),
    Check(id="KAL-004", find=_one_reading, applies=_has_clocks),
)
