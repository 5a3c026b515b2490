"""How long deadlines take: a million against numpy, one with its reasons against `holidays`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import holidays
import numpy as np
from measuring import Ratio, ratio

from pst_standards.calendar import Calendar, add_working_days_to_all, deadline, default_calendar

_MANY: Final = 1_000_000
_LONGEST: Final = 60
_START: Final = dt.date(2026, 3, 10)
_DAYS: Final = 14
_CALLS: Final = 20


def days_off(calendar: Calendar) -> list[dt.date]:
    """Return what numpy and `holidays` have to know to count with the same calendar."""
    return [day.date for year in calendar.years.values() for day in year.days]


def table(calendar: Calendar) -> tuple[Any, Any]:
    """Return a million starts, spread over the years so that all limits end within them."""
    draw = np.random.default_rng(2026)
    first, last = dt.date(min(calendar.years), 1, 1), dt.date(max(calendar.years), 9, 1)
    starts = np.datetime64(first) + draw.integers(0, (last - first).days, _MANY)
    return starts, draw.integers(1, _LONGEST + 1, _MANY)


def ratios() -> Iterator[Ratio]:
    """Compare the table with numpy's own function, and one deadline with the package's own."""
    calendar = default_calendar()
    starts, numbers = table(calendar)
    same = np.busdaycalendar(holidays=np.array(days_off(calendar), "datetime64[D]"))
    ours = partial(add_working_days_to_all, starts, numbers, calendar)
    # Rolled back, so that a start on a day off counts as ours does: what follows it is the first.
    theirs = partial(np.busday_offset, starts, numbers, roll="backward", busdaycal=same)
    if not np.array_equal(ours(), theirs()):
        raise AssertionError("the two tables differ")
    yield Ratio(f"{_MANY:,} deadlines : numpy.busday_offset", ratio(ours, theirs), 1.5)
    yield _single(calendar)


def _single(calendar: Calendar) -> Ratio:
    years = list(calendar.years)
    known = holidays.country_holidays("ID", years=years, categories=("public", "government"))
    ours = partial(deadline, _START, f"{_DAYS} working_day", calendar=calendar)
    theirs = partial(known.get_nth_working_day, _START, _DAYS)
    if ours().due != theirs():
        raise AssertionError("the two dates differ")
    name = f"one deadline of {_DAYS} working days with its reasons : holidays.get_nth_working_day"
    return Ratio(name, ratio(ours, theirs, _CALLS), 20)


if __name__ == "__main__":
    for measured in ratios():
        print(measured)
