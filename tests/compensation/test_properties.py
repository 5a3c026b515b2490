"""What holds of every answer, and that the fast way counts as one who looks at every minute."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.calendar import Calendar, OfficeWeek, default_calendar
from pst_standards.compensation import CompensationError, Entitlement, entitlement
from pst_standards.compensation.clocks import OfficeClock, office_clock
from pst_standards.findings import Severity
from pst_standards.model.channel import TimeUnit
from pst_standards.model.compensation import Exclusion, RemedyKind, Trigger
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import ServiceEvent
from pst_standards.rules import check
from pst_standards.rules.tiers import is_weaker

Answer = Callable[..., Entitlement]
Data = dict[str, Any]
ByHand = Callable[[dt.datetime, dt.datetime], int]
START: Final = dt.datetime.fromisoformat("2026-10-05T09:00+07:00")
MINUTE: Final = dt.timedelta(minutes=1)
KINDS: Final = [one.value for one in RemedyKind]
UNITS: Final = ["minute", "hour", "working_day", "calendar_day", "day", "month"]
CASES: Final = 10_000


def written(upper: int) -> list[Data]:
    """Return both ways to write where a tier ends."""
    return [{"upper": upper}, {"upper": upper - 1, "upper_included": True}]


@st.composite
def tier_sets(draw: st.DrawFn) -> list[Data]:
    """Draw tiers that join, with whatever remedies; what rules say of them is asked afterwards."""
    bounds = sorted(draw(st.sets(st.integers(1, 400), max_size=4)))
    remedies = st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True)
    edges: list[int | None] = [draw(st.sampled_from([0, *bounds[:1]])), *bounds]
    edges = list(dict.fromkeys(edges))
    ends = [*edges[1:], draw(st.sampled_from([None, (edges[-1] or 0) + 50]))]
    tiers = [
        {"lower": lower, "remedies": [{"kind": kind} for kind in draw(remedies)]}
        | ({} if upper is None else draw(st.sampled_from(written(upper))))
        for lower, upper in zip(edges, ends, strict=True)
    ]
    return list(draw(st.permutations(tiers)))


def passes(tiers: list[Data]) -> bool:
    """Tell whether the rules on tiers find nothing that is wrong, notes apart."""
    rule = {"id": "late", "trigger": "late", "unit": "minute", "tiers": tiers}
    found = check({"compensation": {"rules": [rule]}}, as_of=dt.date(2026, 11, 22))
    return not any(one.severity > Severity.NOTE for one in found.of("KOMP-004", "KOMP-005"))


def after(minutes: int) -> str:
    return (START + minutes * MINUTE).isoformat()


@given(tier_sets(), st.lists(st.integers(0, 60 * 24 * 4), min_size=2, max_size=6))
def test_more_delay_never_earns_less(
    answer: Answer, late: Data, tiers: list[Data], minutes: list[int]
) -> None:
    assume(passes(tiers))
    rule = {**late, "tiers": tiers}
    found = [answer(rule, finished_at=after(one)) for one in sorted(minutes)]
    for place, later in enumerate(found):
        for earlier in found[:place]:
            assert later.eligible >= earlier.eligible
            assert not is_weaker(later.remedies, earlier.remedies)


@given(tier_sets(), st.integers(0, 60 * 24 * 20), st.sampled_from(UNITS))
def test_every_tier_set_that_passes_the_rules_is_answered(
    answer: Answer, late: Data, tiers: list[Data], minutes: int, unit: str
) -> None:
    assume(passes(tiers))
    found = answer({**late, "unit": unit, "tiers": tiers}, finished_at=after(minutes))
    assert found.eligible is not bool(found.causes)
    assert found.chosen is not None
    assert (found.tier is not None) is found.eligible


circumstances = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from([one.value for one in Exclusion])},
        optional={
            "evidence": st.just("Surat"),
            "begins_at": st.integers(-200, 300).map(after),
            "ends_at": st.integers(301, 9000).map(after),
            "announced_on": st.sampled_from(["2026-08-01", "2026-10-01"]),
        },
    ),
    max_size=3,
)


@given(
    circumstances,
    st.sets(st.sampled_from([one.value for one in Exclusion])),
    st.integers(0, 600),
    st.sampled_from([None, True, False]),
    st.sampled_from([one.value for one in Trigger]),
)
def test_nobody_is_both_entitled_and_excluded_and_every_right_stays_open(
    answer: Answer,
    late: Data,
    happened: list[Data],
    stated: set[str],
    minutes: int,
    needed: bool | None,
    trigger: str,
) -> None:
    rule = {
        **late,
        "trigger": trigger,
        "exclusions": sorted(stated),
        **({} if needed is None else {"needs_complaint": needed, "fault_required": needed}),
    }
    found = answer(
        rule,
        office={
            "limits": (
                {"id": "whole", "value": 60, "unit": "minute"},
                {"id": "wait", "value": 10, "unit": "minute", "scope": "waiting"},
            )
        },
        triggers=[trigger],
        circumstances=happened,
        finished_at=after(minutes),
        amount_due=1,
        amount_charged=2,
    )
    assert not (found.eligible and found.excluded)
    assert found.eligible is not bool(found.causes)
    assert bool(found.remedies) is found.eligible
    assert found.complaint_still_open
    assert found.damages_still_open
    data = found.to_dict()
    assert data["complaint_until"]["strict"] <= data["complaint_until"]["lenient"]
    for one in (*found.reasons, *found.rights.steps()):
        for lang in ("id", "en"):
            assert "{" not in one.text(lang)


@given(
    st.lists(st.integers(0, 60 * 24 * 12), min_size=2, max_size=5),
    circumstances,
    st.sampled_from(UNITS),
    st.sampled_from([("minute", 60), ("working_day", 1), ("calendar_day", 2), ("day", 1)]),
    st.sampled_from(["beyond_standard", "total_wait"]),
)
def test_more_delay_earns_no_less_whatever_the_office_names(
    answer: Answer,
    late: Data,
    minutes: list[int],
    happened: list[Data],
    unit: str,
    limit: tuple[str, int],
    clock_base: str,
) -> None:
    rule = {
        **late,
        "clock": clock_base,
        "unit": unit,
        "tiers": [
            {"lower": 0, "upper": 2, "remedies": [{"kind": "drink"}]},
            {"lower": 2, "remedies": [{"kind": "souvenir"}]},
        ],
        "exclusions": [one.value for one in Exclusion],
    }
    limits = ({"id": "whole", "unit": limit[0], "value": limit[1]},)
    found = [
        answer(rule, office={"limits": limits}, finished_at=after(one), circumstances=happened)
        for one in sorted(minutes)
    ]
    for place, later in enumerate(found):
        for earlier in found[:place]:
            assert later.eligible >= earlier.eligible
            assert not is_weaker(later.remedies, earlier.remedies)


# -- one who looks at every minute and every day ------------------------------------------------


def opens(at: dt.datetime, week: OfficeWeek, calendar: Calendar) -> bool:
    """Tell whether the office is open in the minute that begins at a local moment."""
    if not calendar.is_working_day(at.date()):
        return False
    return any(start <= at.time() < end for start, end in week.intervals(at.date()))


def marks(day: dt.date, clock: OfficeClock) -> list[bool]:
    """Return for every minute of a day whether the office is open in it."""
    midnight = dt.datetime.combine(day, dt.time.min)
    return [opens(midnight + one * MINUTE, clock.week, clock.calendar) for one in range(60 * 24)]


@pytest.fixture(scope="session")
def by_hand(clock: OfficeClock) -> ByHand:
    """Count open minutes by looking at each; what a day is like is remembered."""
    known: dict[dt.date, list[bool]] = {}

    def count(start: dt.datetime, end: dt.datetime) -> int:
        here, last = (clock.local(at).replace(tzinfo=None) for at in (start, end))
        number = 0
        while here < last:
            day = here.date()
            if day not in known:
                known[day] = marks(day, clock)
            number += known[day][here.hour * 60 + here.minute]
            here += MINUTE
        return number

    return count


def days_by_hand(first: dt.date, last: dt.date, *, calendar: Calendar | None) -> int:
    day, number = first, 0
    while day < last:
        day += dt.timedelta(days=1)
        number += calendar is None or calendar.is_working_day(day)
    return number


def months_by_hand(first: dt.date, last: dt.date) -> int:
    number, year, month = 0, first.year, first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        end_of_month = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        if min(dt.date(year, month, 1).replace(day=1), end_of_month) > last:
            return number
        if dt.date(year, month, min(first.day, end_of_month.day)) > last:
            return number
        number += 1


@pytest.fixture(scope="session")
def clock(make_office: Callable[..., Definition]) -> OfficeClock:
    return office_clock(make_office(), START, default_calendar())


def drawn(span: int) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Draw pairs of moments of 2024 to 2027, at most so many minutes apart."""
    dice = random.Random(20261005)  # noqa: S311 - no secret; the same cases in every run
    first = dt.datetime.fromisoformat("2024-01-01T00:00+07:00")
    for _ in range(CASES):
        start = first + dice.randrange(60 * 24 * 1300) * MINUTE
        yield start, start + dice.randrange(span) * MINUTE


@pytest.mark.slow
@pytest.mark.unmeasured
def test_minutes_are_those_of_one_who_looks_at_every_minute(
    clock: OfficeClock, by_hand: ByHand
) -> None:
    for start, end in drawn(600):
        number = by_hand(start, end)
        assert clock.passed(start, end, TimeUnit.MINUTE) == number
        assert clock.passed(start, end, TimeUnit.HOUR) == number // 60


@pytest.mark.slow
@pytest.mark.unmeasured
def test_days_are_those_of_one_who_looks_at_every_day(clock: OfficeClock) -> None:
    for start, end in drawn(60 * 24 * 90):
        first, last = start.date(), end.date()
        every = days_by_hand(first, last, calendar=None)
        worked = days_by_hand(first, last, calendar=clock.calendar)
        assert clock.passed(start, end, TimeUnit.WORKING_DAY) == worked
        assert clock.passed(first, end, TimeUnit.CALENDAR_DAY) == every
        assert clock.passed(start, end, TimeUnit.DAY) == every
        assert clock.passed(first, end, TimeUnit.MONTH) == months_by_hand(first, last)


def tier_by_hand(tiers: list[Data], delay: int) -> str | None:
    """Return the remedy of the tier that holds, of the last where a delay lies beyond all."""
    earned = [one for one in tiers if one["lower"] <= delay]
    kind: str | None = earned[-1]["remedies"][0]["kind"] if earned else None
    return kind


@pytest.mark.slow
@pytest.mark.unmeasured
def test_answers_are_those_of_one_who_looks_at_every_minute(
    late: Data,
    make_office: Callable[..., Definition],
    make_event: Callable[..., ServiceEvent],
    clock: OfficeClock,
    by_hand: ByHand,
) -> None:
    office, tiers = make_office(), late["tiers"]
    for start, end in drawn(600):
        taken = by_hand(start, end)
        event = make_event(requested_at=start.isoformat(), finished_at=end.isoformat())
        found = entitlement(office, event, calendar=clock.calendar)
        kinds = [one.kind.value for one in found.remedies if one.kind]
        expected = tier_by_hand(tiers, taken - 60) if taken > 60 else None
        if taken == 60 and kinds:
            # The hour was over when the office closed, and the service ended after that.
            assert by_hand(end - MINUTE, end) == 0
            continue
        assert kinds == ([expected] if expected else [])


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 90)), max_size=4),
    st.integers(0, 90),
    st.lists(st.integers(0, 1), min_size=4, max_size=4),
)
def test_messy_tiers_are_answered_or_refused_by_where_the_delay_lies(
    answer: Answer, late: Data, bounds: list[tuple[int, int]], delay: int, ways: list[int]
) -> None:
    ends = zip(bounds, ways, strict=False)
    tiers = [{"lower": low} | written(high)[way] for (low, high), way in ends]
    holding = [one for one in bounds if one[0] <= delay < one[1]]
    sound = bool(bounds) and all(low < high for low, high in bounds)
    try:
        found = answer({**late, "tiers": tiers}, finished_at=after(61 + delay - 1 if delay else 60))
    except CompensationError:
        inside = bounds and min(bounds)[0] <= delay < max(high for _, high in bounds)
        assert not sound or len(holding) > 1 or (inside and not holding)
        return
    if delay == 0:
        assert not found.eligible
        return
    assert sound
    assert len(holding) == 1 or not holding


@given(st.integers(0, 200), st.integers(0, 200), st.sampled_from(["day", "calendar_day"]))
def test_who_is_too_late_to_claim_stays_too_late(
    answer: Answer, late: Data, days: int, more: int, unit: str
) -> None:
    rule = {**late, "claim_within": {"value": 30, "unit": unit}}
    first = START.date() + dt.timedelta(days=days)
    found = [answer(rule, on=first + dt.timedelta(days=one)) for one in (0, more)]
    assert found[0].eligible >= found[1].eligible
    assert all(one.eligible is not bool(one.excluded) for one in found)
    assert found[0].eligible or days > 30
