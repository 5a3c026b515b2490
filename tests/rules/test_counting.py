from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.counting import (
    Counted,
    Counting,
    Leaning,
    Outcome,
    Uncounted,
    hits,
    is_within,
)
from pst_standards.rules.due_days import counter

START, DUE = dt.date(2026, 3, 2), dt.date(2026, 3, 16)
PLACE = ("standards", 0, "life_cycle", "adopted_on")


def counting(context: Any) -> Counting:
    return Counting(context, "LIFE-001", PLACE)


def real() -> Context:
    return Context(definition=loads({}), as_of=dt.date(2026, 11, 22))


def test_working_days_are_counted_after_the_day() -> None:
    assert counting(real()).working_days(START, 10) == Counted(DUE, ())


def test_the_same_days_are_counted_once() -> None:
    asked: list[int] = []

    def add_working_days(start: dt.date, number: int) -> dt.date:
        asked.append(number)
        return start

    calendar: Any = SimpleNamespace(
        add_working_days=add_working_days, is_estimated=lambda *_: False
    )
    count = counter(calendar)
    assert count(START, 3) == count(START, 3) != count(DUE, 3)
    assert asked == [3, 3]


def test_a_year_without_data_is_told_instead_of_a_day() -> None:
    found = counting(real()).working_days(dt.date(2019, 12, 20), 10)
    assert found == Counted(None, (Uncounted("LIFE-001", PLACE, 2019),))


@pytest.mark.parametrize("estimated", [(START, DUE), (DUE, START)])
def test_a_day_that_rests_on_an_estimate_says_so(estimated: tuple[dt.date, dt.date]) -> None:
    calendar: Any = SimpleNamespace(
        add_working_days=lambda start, number: start + dt.timedelta(number + 4),
        is_estimated=lambda *days: days == estimated,
    )
    found = counting(SimpleNamespace(counted_days=counter(calendar))).working_days(START, 10)
    leaning = (Leaning("LIFE-001", PLACE, DUE),) if estimated == (START, DUE) else ()
    assert found == Counted(DUE, leaning)


@pytest.mark.parametrize(("days", "within"), [(4, False), (5, True), (6, True)])
def test_what_was_done_within_as_many_days_was_done_in_time(days: int, *, within: bool) -> None:
    assert is_within(START, days, START + dt.timedelta(5)) is within


def test_hits_are_told_from_remarks() -> None:
    hit = Hit(PLACE)
    outcomes: list[Outcome] = [Uncounted("A", (), 2019), hit, Leaning("A", (), DUE)]
    assert list(hits(outcomes)) == [hit]
