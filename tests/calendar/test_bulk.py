from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from pst_standards.calendar import (
    DurationError,
    StartError,
    YearError,
    add_working_days_to_all,
    default_calendar,
)


def random_table(size: int) -> tuple[Any, Any]:
    draw = np.random.default_rng(1)
    return np.datetime64("2024-01-01") + draw.integers(0, 1200, size), draw.integers(0, 61, size)


def test_a_table_gives_the_same_days_as_one_after_the_other() -> None:
    calendar = default_calendar()
    starts, numbers = random_table(2000)
    one_by_one = [
        calendar.add_working_days(day, int(number))
        for day, number in zip(starts.astype(object), numbers, strict=True)
    ]
    assert add_working_days_to_all(starts, numbers, calendar).astype(object).tolist() == one_by_one


def test_a_table_gives_the_same_days_as_numpy_with_the_same_calendar() -> None:
    calendar = default_calendar().worked()
    starts, numbers = random_table(2000)
    off = [
        day.date
        for year in calendar.years.values()
        for day in year.days
        if calendar.off(day.date) is not None
    ]
    theirs = np.busday_offset(
        starts, numbers + 1, roll="backward", holidays=np.array(off, "datetime64[D]")
    )
    assert np.array_equal(add_working_days_to_all(starts, numbers + 1, calendar), theirs)


def test_shapes_are_kept_and_one_number_is_enough() -> None:
    square = np.array([["2026-03-17", "2026-03-18"], ["2026-06-02", "2026-06-05"]], "datetime64[D]")
    due = add_working_days_to_all(square, 1)
    assert due.tolist() == [
        [dt.date(2026, 3, 25), dt.date(2026, 3, 25)],
        [dt.date(2026, 6, 3), dt.date(2026, 6, 8)],
    ]
    assert add_working_days_to_all(square[0], 0).tolist() == square[0].tolist()
    assert add_working_days_to_all(square[:0], 3).shape == (0, 2)
    one = np.array("2026-03-17", "datetime64[D]")
    assert add_working_days_to_all(one, np.array([0, 1])).tolist() == [
        dt.date(2026, 3, 17),
        dt.date(2026, 3, 25),
    ]


@pytest.mark.parametrize(
    ("days", "number", "error", "params"),
    [
        (["2026-03-17", "2028-03-01"], 1, YearError, {"year": 2028}),
        (["2028-01-01"], 1, YearError, {"year": 2028}),
        (["2023-12-30", "2026-03-01"], 1, YearError, {"year": 2023}),
        (["2027-12-31"], 1, YearError, {"year": 2028}),
        (["2026-03-17", "NaT"], 1, StartError, {"start": "NaT"}),
        (["2026-03-17"], -1, DurationError, {"value": -1}),
        (["2026-03-17"], 1.5, DurationError, {}),
    ],
)
def test_a_table_that_cannot_be_counted_has_no_partial_answer(
    days: list[str], number: Any, error: type[Exception], params: dict[str, Any]
) -> None:
    with pytest.raises(error) as caught:
        add_working_days_to_all(np.array(days, "datetime64[D]"), number)
    assert getattr(caught.value, "params", None) == params


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from pst_standards.messages.extras import MissingExtraError

    days = np.array(["2026-03-17"], "datetime64[D]")
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match=r"pst-standards\[tables\]"):
        add_working_days_to_all(days, 1)
