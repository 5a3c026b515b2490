"""Reading the one measure of time that a sentence names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from pst_standards.model.channel import TimeUnit

_LONGEST: Final = 1000
_MEASURE: Final = re.compile(
    r"(?<![\d.,])(\d{1,5})\s{0,3}(?:\([^()]{0,40}\)\s{0,3})?"
    r"(hari\s{1,3}kerja|hari\s{1,3}kalender|hari|menit|jam|bulan"
    r"|(?:working|business)\s{1,3}days?|calendar\s{1,3}days?|days?|minutes?|hours?|months?)\b",
    re.IGNORECASE,
)
_UNITS: Final = {
    "hari kerja": TimeUnit.WORKING_DAY,
    "working day": TimeUnit.WORKING_DAY,
    "business day": TimeUnit.WORKING_DAY,
    "hari kalender": TimeUnit.CALENDAR_DAY,
    "calendar day": TimeUnit.CALENDAR_DAY,
    "hari": TimeUnit.DAY,
    "day": TimeUnit.DAY,
    "menit": TimeUnit.MINUTE,
    "minute": TimeUnit.MINUTE,
    "jam": TimeUnit.HOUR,
    "hour": TimeUnit.HOUR,
    "bulan": TimeUnit.MONTH,
    "month": TimeUnit.MONTH,
}


class Measure(NamedTuple):
    """A number of units of time."""

    value: int
    unit: TimeUnit


def measure_in(words: str) -> Measure | None:
    """Return the measure of time of a sentence, ``None`` when it names none or several.

    >>> measure_in("paling lambat 14 (empat belas) hari kerja sejak diterima")
    Measure(value=14, unit=<TimeUnit.WORKING_DAY: 'working_day'>)
    >>> measure_in("3 hari, lalu 5 hari"), measure_in("segera")
    (None, None)
    """
    found = {
        Measure(int(number), _UNITS[" ".join(unit.lower().split()).removesuffix("s")])
        for number, unit in _MEASURE.findall(words[:_LONGEST])
    }
    return found.pop() if len(found) == 1 else None
