"""Dates that carry their precision: law is often known to the year only."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from attrs import frozen

_WRITTEN: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_LAST_MONTH: Final = 12


@frozen(kw_only=True)
class PartialDate:
    """A date known to the year, the month or the day; questions it cannot settle answer ``None``.

    Raises ``ValueError`` for a day without its month and for a day no calendar has.

    >>> str(PartialDate(year=2012, month=10))
    '2012-10'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        self.earliest()

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2012``, ``2012-10`` or ``2012-10-30``; anything else raises ``ValueError``.

        >>> PartialDate.parse("2012-10").latest()
        datetime.date(2012, 10, 31)
        """
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year=year or 0, month=month, day=day)

    @property
    def precision(self) -> str:
        """What the date is known to: ``year``, ``month`` or ``day``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def earliest(self) -> date:
        """First day the date can mean.

        >>> PartialDate.parse("2012").earliest()
        datetime.date(2012, 1, 1)
        """
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Last day the date can mean.

        >>> PartialDate.parse("2012").latest()
        datetime.date(2012, 12, 31)
        """
        if self.month is not None and self.day is not None:
            return self.earliest()
        month = self.month or _LAST_MONTH
        if month == _LAST_MONTH:
            return date(self.year, _LAST_MONTH, 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    def is_before(self, on: date) -> bool | None:
        """Whether the date lies before ``on``; ``None`` when its precision leaves that open.

        >>> PartialDate.parse("2024").is_before(date(2025, 1, 1))
        True
        >>> PartialDate.parse("2024").is_before(date(2024, 6, 1)) is None
        True
        """
        if self.year != on.year:  # as nearly always, and asked of every rule and regulation
            return self.year < on.year
        if self.latest() < on:
            return True
        return False if self.earliest() >= on else None

    def is_after(self, on: date) -> bool | None:
        """Whether the date lies after ``on``; ``None`` when its precision leaves that open.

        >>> PartialDate.parse("2024-03-14").is_after(date(2024, 3, 14))
        False
        """
        if self.year != on.year:
            return self.year > on.year
        if self.earliest() > on:
            return True
        return False if self.latest() <= on else None

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)
