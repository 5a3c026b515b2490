from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.model.channel import TimeUnit
from pst_standards.rules.detectors.spoken_time import Measure
from pst_standards.rules.spans import (
    exceeds,
    falls_short,
    longest_of,
    surely_longer,
    surely_within,
)

U = TimeUnit
days = st.integers(min_value=0, max_value=400)


@pytest.mark.parametrize(
    ("working", "calendar"),
    [(0, 0), (1, 3), (4, 6), (5, 7), (6, 10), (10, 14), (11, 17), (14, 20), (30, 42), (60, 84)],
)
def test_weekends_make_working_days_longer(working: int, calendar: int) -> None:
    assert longest_of(working) == calendar


@pytest.mark.parametrize(
    ("value", "unit", "limit", "too_long"),
    [
        (14, U.WORKING_DAY, 14, False),
        (15, U.WORKING_DAY, 14, True),
        (14, U.DAY, 14, False),
        (15, U.DAY, 14, True),
        (20, U.CALENDAR_DAY, 14, False),
        (21, U.CALENDAR_DAY, 14, True),
        (84, U.CALENDAR_DAY, 60, False),
        (85, U.CALENDAR_DAY, 60, True),
        (3, U.MONTH, 60, False),
        (4, U.MONTH, 60, True),
        (1, U.MONTH, 14, True),
        (480, U.HOUR, 14, False),
        (481, U.HOUR, 14, True),
        (28_800, U.MINUTE, 14, False),
        (28_801, U.MINUTE, 14, True),
    ],
)
def test_a_promise_is_too_long_only_beyond_the_lenient_reading(
    value: int, unit: U, limit: int, *, too_long: bool
) -> None:
    assert exceeds(value, unit, limit) is too_long


@pytest.mark.parametrize(
    ("value", "unit", "limit", "too_short"),
    [
        (30, U.DAY, 30, False),
        (29, U.DAY, 30, True),
        (30, U.CALENDAR_DAY, 30, False),
        (29, U.CALENDAR_DAY, 30, True),
        (21, U.WORKING_DAY, 30, False),
        (20, U.WORKING_DAY, 30, True),
        (20, U.WORKING_DAY, 28, False),
        (1, U.MONTH, 30, False),
        (1, U.MONTH, 31, False),
        (1, U.MONTH, 32, True),
        (0, U.MONTH, 30, True),
        (720, U.HOUR, 30, False),
        (719, U.HOUR, 30, True),
        (43_200, U.MINUTE, 30, False),
        (43_199, U.MINUTE, 30, True),
    ],
)
def test_a_window_is_too_short_only_below_the_strict_reading(
    value: int, unit: U, limit: int, *, too_short: bool
) -> None:
    assert falls_short(value, unit, limit) is too_short


@given(days, st.sampled_from(U), days)
def test_more_time_never_becomes_less(value: int, unit: U, limit: int) -> None:
    assert exceeds(value, unit, limit) <= exceeds(value + 1, unit, limit)
    assert falls_short(value, unit, limit) >= falls_short(value + 1, unit, limit)


@given(days, st.sampled_from(U))
def test_nothing_is_both_too_long_and_too_short(value: int, unit: U) -> None:
    assert not (exceeds(value, unit, 30) and falls_short(value, unit, 30))


measures = st.builds(Measure, days, st.sampled_from(U))


@given(measures, measures)
def test_no_span_is_surely_both_longer_and_within(one: Measure, other: Measure) -> None:
    assert not (surely_longer(one, other) and surely_within(one, other))
    assert not (surely_longer(one, other) and surely_longer(other, one))


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ((10, U.WORKING_DAY), (60, U.MINUTE), True),
        ((1, U.WORKING_DAY), (8, U.HOUR), False),
        ((1, U.DAY), (4, U.HOUR), True),
        ((1, U.MONTH), (20, U.WORKING_DAY), False),
        ((1, U.MONTH), (19, U.WORKING_DAY), True),
        ((14, U.CALENDAR_DAY), (10, U.WORKING_DAY), False),
        ((15, U.CALENDAR_DAY), (10, U.WORKING_DAY), True),
        ((61, U.MINUTE), (1, U.HOUR), True),
    ],
)
def test_a_span_is_longer_where_every_reading_says_so(
    one: tuple[int, U], other: tuple[int, U], *, sure: bool
) -> None:
    assert surely_longer(Measure(*one), Measure(*other)) is sure
