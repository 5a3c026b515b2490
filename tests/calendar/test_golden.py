"""Dates that were counted by hand and by other programs."""

from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.calendar import deadline, default_calendar

WORKING = (3, 5, 10, 14, 17, 30, 60)
CALENDAR = (14, 30, 60)
# Start; so many working days on; so many calendar days on; 14 working days with leave worked.
GOLDEN = """
2024-04-01 2024-04-04 2024-04-16 2024-04-23 2024-04-29 2024-05-03 2024-05-28 2024-07-11 2024-04-15 2024-05-01 2024-05-31 2024-04-23
2025-03-21 2025-03-26 2025-04-08 2025-04-15 2025-04-22 2025-04-25 2025-05-19 2025-07-07 2025-04-04 2025-04-20 2025-05-20 2025-04-14
2025-08-11 2025-08-14 2025-08-19 2025-08-26 2025-09-01 2025-09-04 2025-09-24 2025-11-05 2025-08-25 2025-09-10 2025-10-10 2025-08-29
2026-02-12 2026-02-19 2026-02-23 2026-03-02 2026-03-06 2026-03-11 2026-04-07 2026-05-22 2026-02-26 2026-03-14 2026-04-13 2026-03-05
2026-03-10 2026-03-13 2026-03-17 2026-03-31 2026-04-07 2026-04-10 2026-04-29 2026-06-19 2026-03-24 2026-04-09 2026-05-09 2026-03-31
2026-03-17 2026-03-27 2026-03-31 2026-04-08 2026-04-14 2026-04-17 2026-05-07 2026-06-26 2026-03-31 2026-04-16 2026-05-16 2026-04-08
2026-05-12 2026-05-19 2026-05-21 2026-06-02 2026-06-08 2026-06-11 2026-07-01 2026-08-12 2026-05-26 2026-06-11 2026-07-11 2026-06-04
2026-12-18 2026-12-23 2026-12-29 2027-01-07 2027-01-13 2027-01-18 2027-02-04 2027-03-31 2027-01-01 2027-01-17 2027-02-16 2027-01-12
2027-03-01 2027-03-04 2027-03-16 2027-03-23 2027-03-31 2027-04-05 2027-04-22 2027-06-11 2027-03-15 2027-03-31 2027-04-30 2027-03-24
"""  # noqa: E501 - a line is a start
ROWS = [[dt.date.fromisoformat(day) for day in line.split()] for line in GOLDEN.split("\n") if line]


def vectors(numbers: tuple[int, ...], first: int) -> list[tuple[dt.date, int, dt.date]]:
    return [(row[0], number, row[first + at]) for row in ROWS for at, number in enumerate(numbers)]


@pytest.mark.parametrize(("start", "number", "due"), vectors(WORKING, 1))
def test_so_many_working_days_on_is_this_day(start: dt.date, number: int, due: dt.date) -> None:
    assert default_calendar().add_working_days(start, number) == due
    found = deadline(start, f"{number} working_day")
    assert (found.due, found.provisional) == (due, False)


@pytest.mark.parametrize(("start", "number", "due"), vectors(CALENDAR, 8))
def test_so_many_calendar_days_on_is_this_day(start: dt.date, number: int, due: dt.date) -> None:
    assert deadline(start, f"{number} calendar_day").due == due


@pytest.mark.parametrize(("start", "due"), [(row[0], row[11]) for row in ROWS])
def test_fourteen_working_days_on_is_this_day_where_leave_is_worked(
    start: dt.date, due: dt.date
) -> None:
    assert deadline(start, "14 working_day", calendar=default_calendar().worked()).due == due


@pytest.mark.parametrize("row", ROWS)
def test_fourteen_days_of_no_kind_are_both(row: list[dt.date]) -> None:
    found = deadline(row[0], "14 day")
    assert found.readings == (row[8], row[4])
    assert found.due == row[8]


def test_leave_worked_moves_what_the_year_says() -> None:
    calendar, worked = default_calendar(), default_calendar().worked()
    starts = [dt.date(2026, 1, 1) + dt.timedelta(days) for days in range(365)]
    moves = [
        (calendar.add_working_days(day, 14) - worked.add_working_days(day, 14)).days
        for day in starts
    ]
    assert max(moves) == 7
    assert sum(move > 0 for move in moves) == 101
