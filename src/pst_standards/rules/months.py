"""Counting in months, as the law does where it says six months, every year, every three years."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Final

_YEAR: Final = 12


def months_after(day: date, months: int) -> date:
    """Return the day on which a span of months that began on a day is over.

    Where the month has no such day, the span is over on its last one. A span that runs past the
    calendar is over on the calendar's last day.

    >>> months_after(date(2025, 8, 31), 6), months_after(date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
