"""Dates in words, as precisely as they are known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pst_standards.messages import text

if TYPE_CHECKING:
    from pst_standards.law.dates import PartialDate


def long_date(date: dt.date | PartialDate, lang: str) -> str:
    """Return a date in words: day, month and year, or what is known of them.

    >>> from pst_standards.law.dates import PartialDate
    >>> long_date(dt.date(2026, 8, 3), "id"), long_date(PartialDate.parse("2012-10"), "en")
    ('3 Agustus 2026', 'October 2012')
    """
    parts = [] if date.day is None else [str(date.day)]
    if date.month is not None:
        parts.append(text("rules", "report.months", lang).split(", ")[date.month - 1])
    return " ".join([*parts, str(date.year)])
