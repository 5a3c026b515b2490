"""Whether a number of months has gone by, to the day, for any two dates."""

from __future__ import annotations

from datetime import date
from typing import Final

YEAR: Final = 12
"""Months of a year."""


def is_over(since: date, months: int, on: date) -> bool:
    """Tell whether more than some months have gone by; the day itself still counts as within.

    >>> from datetime import date
    >>> is_over(date(2025, 11, 22), YEAR, date(2026, 11, 22))
    False
    >>> is_over(date(2025, 11, 22), YEAR, date(2026, 11, 23))
    True
    """
    month = since.month - 1 + months
    last = (since.year + month // YEAR, month % YEAR + 1, since.day)
    return (on.year, on.month, on.day) > last
