"""Every working day of a calendar in a row, so that counting is looking up."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Final

from attrs import frozen

from pst_standards.calendar.errors import YearError

_LAST: Final = dt.date.max.toordinal()
_LONG: Final = "q"  # eight bytes on every platform, so that numpy reads it as it is


@frozen(kw_only=True, eq=False)
class WorkingDays:
    """Working days as ordinals, and how many of them lie in the first so many days.

    ``first`` is the ordinal of the first day that is known, ``before[i]`` counts the working days
    among the ``i`` days from there on.
    """

    first: int
    days: array[int]
    before: array[int]

    @property
    def following_year(self) -> int:
        """The year after the last one that is known."""
        return dt.date.fromordinal(self.first + len(self.before) - 2).year + 1

    def place(self, ordinal: int) -> int:
        """Return how many working days there are up to a day and with it.

        The day before the first known one has none. Raises ``YearError`` for any other day
        outside, with the year that the day after it lies in.
        """
        place = ordinal - self.first + 1
        if not 0 <= place < len(self.before):
            raise YearError.of(dt.date.fromordinal(min(ordinal + 1, _LAST)).year)
        return self.before[place]

    def after(self, ordinal: int, number: int) -> int:
        """Return the ordinal of the n-th working day after a day; ``number`` is at least 1.

        Raises ``YearError`` with the year whose data are missing.
        """
        place = self.place(ordinal) + number - 1
        if place >= len(self.days):
            raise YearError.of(self.following_year)
        return self.days[place]


def tabulated(years: Iterable[int], works: Callable[[int], bool]) -> WorkingDays:
    """Return the table of years that follow each other, at least one; ``works`` knows each day."""
    known = sorted(years)
    first, end = dt.date(known[0], 1, 1).toordinal(), dt.date(known[-1], 12, 31).toordinal() + 1
    marks = [works(ordinal) for ordinal in range(first, end)]
    return WorkingDays(
        first=first,
        days=array(_LONG, (first + place for place, mark in enumerate(marks) if mark)),
        before=array(_LONG, accumulate(marks, initial=0)),
    )
