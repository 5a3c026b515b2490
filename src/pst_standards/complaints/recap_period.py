"""The period of a recap: a year, one of its halves, or a month."""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import field, frozen

from pst_standards.complaints.errors import ComplaintError

_MONTHS: Final = range(1, 13)
_HALVES: Final = (1, 2)
_HALF: Final = 6
_YEARS: Final = range(1945, 9999)


class RecapError(ComplaintError):
    """A recap cannot be made: its period is none, or a file has nothing to count."""


@frozen(kw_only=True)
class Period:
    """A year, a half of it or a month of it; ``RecapError`` for anything else.

    >>> Period(year=2026, half=2).months, Period(year=2026, month=2).last.day
    ((7, 8, 9, 10, 11, 12), 28)
    """

    year: int = field()
    half: int | None = None
    month: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.year not in _YEARS:
            raise RecapError("recap.year")
        if self.half not in {None, *_HALVES} or self.month not in {None, *_MONTHS}:
            raise RecapError("recap.part")
        if self.half is not None and self.month is not None:
            raise RecapError("recap.both")

    @property
    def months(self) -> tuple[int, ...]:
        """The months that it covers."""
        if self.month is not None:
            return (self.month,)
        if self.half is None:
            return tuple(_MONTHS)
        return tuple(range(1 + _HALF * (self.half - 1), 1 + _HALF * self.half))

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.months[0], 1)

    @property
    def after(self) -> dt.date:
        """The day after its last one."""
        return first_after(self.year, self.months[-1])

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.after - dt.timedelta(days=1)

    @property
    def stem(self) -> str:
        """What names it in a file name.

        >>> Period(year=2026, month=3).stem, Period(year=2026, half=1).stem
        ('2026-03', '2026-semester-1')
        """
        if self.month is not None:
            return f"{self.year}-{self.month:02}"
        return f"{self.year}" if self.half is None else f"{self.year}-semester-{self.half}"

    def holds(self, day: dt.date | None) -> bool:
        """Tell whether a day lies in it."""
        return day is not None and self.first <= day < self.after


def first_after(year: int, month: int) -> dt.date:
    """Return the first day of the month after one.

    >>> first_after(2026, 12)
    datetime.date(2027, 1, 1)
    """
    return dt.date(year + month // _MONTHS[-1], month % _MONTHS[-1] + 1, 1)
