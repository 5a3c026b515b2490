from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 7, 31), 5, date(2026, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 2, 28), 12, date(2026, 2, 28)),
        (date(9999, 12, 31), 0, date.max),
        (date(9999, 1, 1), 11, date(9999, 12, 1)),
        (date(9999, 1, 1), 12, date.max),
        (date(9990, 5, 5), 36_000, date.max),
    ],
)
def test_a_span_of_months_is_over(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


days = st.dates()
spans = st.integers(min_value=0, max_value=600)


@given(days, days, spans)
def test_a_later_beginning_never_ends_earlier(first: date, second: date, months: int) -> None:
    first, second = sorted((first, second))
    assert months_after(first, months) <= months_after(second, months)


@given(days, spans, spans)
def test_a_longer_span_never_ends_earlier(day: date, first: int, second: int) -> None:
    first, second = sorted((first, second))
    assert months_after(day, first) <= months_after(day, second)


@given(st.dates(max_value=date(9900, 1, 1)), spans)
def test_a_month_is_28_to_31_days(day: date, months: int) -> None:
    span = months_after(day, months) - day
    assert timedelta(days=28 * months) <= span <= timedelta(days=31 * months)


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(min_value=0, max_value=50))
def test_years_keep_the_day_but_for_leap_days(day: date, years: int) -> None:
    later = months_after(day, 12 * years)
    assert (later.year, later.month) == (day.year + years, day.month)
    assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)
