"""The last of some working days by the calendar of an office, counted once for all rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar

_REMEMBERED: Final = 64


class Due(NamedTuple):
    """The last of some working days; ``None`` where the calendar lacks a year, which is told."""

    day: date | None
    estimated: bool = False
    unknown_year: int = 0


def counter(calendar: Calendar) -> Callable[[date, int], Due]:
    """Return a function that counts working days after a day; several rules count the same ones.

    >>> from pst_standards.calendar import default_calendar
    >>> counter(default_calendar())(date(2026, 3, 17), 3).day
    datetime.date(2026, 3, 27)
    """
    return lru_cache(maxsize=_REMEMBERED)(partial(_due, calendar))


def _due(calendar: Calendar, start: date, number: int) -> Due:
    from pst_standards.calendar.errors import YearError

    try:
        day = calendar.add_working_days(start, number)
    except YearError as error:
        return Due(None, unknown_year=int(error.params["year"]))
    return Due(day, calendar.is_estimated(start, day))
