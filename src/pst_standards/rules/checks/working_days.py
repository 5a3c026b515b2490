"""KAL-001, KAL-002, KAL-004: years without data, estimates, and the two readings of "hari"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.making_in_time import (
    draft_published_late,
    revised_late,
    set_before_comments_closed,
)
from pst_standards.rules.checks.maklumat_in_time import published_late
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


class _Act(NamedTuple):
    """A limit that UU 25/2009 gives in "hari": its days, its place, and whether a citizen's."""

    days: int
    citation: str
    of_citizen: bool = False


_ACT: Final[Mapping[ClockStage, _Act]] = {
    ClockStage.COMPLAIN: _Act(30, "UU 25/2009 Pasal 42 ayat (2)", of_citizen=True),
    ClockStage.FIRST_ANSWER: _Act(14, "UU 25/2009 Pasal 44 ayat (3)"),
    ClockStage.COMPLETION: _Act(30, "UU 25/2009 Pasal 44 ayat (4)", of_citizen=True),
    ClockStage.DECISION: _Act(60, "UU 25/2009 Pasal 50 ayat (1)"),
    ClockStage.DELIVERY: _Act(14, "UU 25/2009 Pasal 50 ayat (2)"),
}


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
        yield Hit(pointer, {"due": due.isoformat(), "rules": tuple(dict.fromkeys(rules))})


def _counts(context: Context) -> bool:
    return tells_of_life(context) or any(map(set_on, context.definition.standards))


def _one_reading(context: Context) -> Iterator[Hit]:
    for stage, act in _ACT.items():
        for promise in context.clocks.get(stage, ()):
            # A limit that is surely against the act is found by the rules on complaints.
            if not _breaks(promise, act):
                yield from _read(promise, act, context)


def _breaks(promise: PromisedLimit, act: _Act) -> bool:
    against = falls_short if act.of_citizen else exceeds
    return against(promise.value, promise.unit, act.days)


def _read(promise: PromisedLimit, act: _Act, context: Context) -> Iterator[Hit]:
    # Whoever writes the number of the act in its own word repeats the act, and does well.
    if promise.unit is TimeUnit.DAY and promise.value not in (0, act.days):
        yield _plain(promise, act, context)
    elif promise.unit is (TimeUnit.CALENDAR_DAY if act.of_citizen else TimeUnit.WORKING_DAY):
        yield from _favours_office(promise, act, context)


def _plain(promise: PromisedLimit, act: _Act, context: Context) -> Hit:
    params, both = {"value": promise.value}, _both(promise.value, context)
    if both is None:
        return Hit(promise.pointer, params, "undated", (act.citation,))
    dated = params | _dates(both, context)
    return Hit(promise.pointer, dated, citations=(act.citation,))


def _favours_office(promise: PromisedLimit, act: _Act, context: Context) -> Iterator[Hit]:
    """Find a limit that holds by the reading that favours the office, and not by the other."""
    own, both = _both(promise.value, context), _both(act.days, context)
    if own is None or both is None:
        return
    if own.strict < both.lenient if act.of_citizen else own.lenient > both.strict:
        params = {"value": promise.value, "unit": promise.unit.value, "days": act.days}
        yield Hit(promise.pointer, params | _dates(both, context), "one_kind", (act.citation,))


def _dates(both: _Both, context: Context) -> dict[str, str]:
    days = {"received": context.as_of, "strict": both.strict, "lenient": both.lenient}
    return {name: day.isoformat() for name, day in days.items()}


def _both(days: int, context: Context) -> _Both | None:
    """Return both readings for a receipt on the day of the check, ``None`` without data."""
    from pst_standards.calendar.errors import YearError

    try:
        lenient = context.calendar.add_working_days(context.as_of, days)
    except YearError:
        return None
    return _Both(context.as_of + timedelta(days), lenient)


def _has_clocks(context: Context) -> bool:
    return not _ACT.keys().isdisjoint(context.clocks)


CHECKS: Final = (
    Check(id="KAL-001", find=_years_without_data, applies=_counts),
    Check(id="KAL-002", find=_estimated, applies=_counts),
    Check(id="KAL-004", find=_one_reading, applies=_has_clocks),
)
