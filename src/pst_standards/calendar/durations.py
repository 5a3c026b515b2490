"""Spans of time as they are promised: a whole number of units, out of a text or the definition."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.calendar.errors import DurationError
from pst_standards.model.channel import Duration, TimeUnit

_WRITTEN: Final = re.compile(r"(?P<value>[+-]?\d{1,12})\s*(?P<unit>[^\W\d][\w\s]*)")
_LONGEST_SHOWN: Final = 60
_DAY: Final = 24 * 60
# A hundred years: longer than any limit of law, short enough to be told day by day.
_CENTURY: Final = 36_525
_MOST: Final = {
    TimeUnit.MINUTE: _CENTURY * _DAY,
    TimeUnit.HOUR: _CENTURY * 24,
    TimeUnit.WORKING_DAY: _CENTURY,
    TimeUnit.CALENDAR_DAY: _CENTURY,
    TimeUnit.DAY: _CENTURY,
    TimeUnit.MONTH: 1200,
}
MINUTES: Final = {TimeUnit.MINUTE: 1, TimeUnit.HOUR: 60}
"""How many minutes the units have that are counted by the clock."""


def _names() -> dict[str, TimeUnit]:
    terms = ((unit, word) for unit in TimeUnit for word in (unit.value, unit.id, unit.en))
    known = {_plain(word): unit for unit, word in terms}
    # One day is a day, and a bare plural such as "hours" is cut the same way.
    return known | {word.removesuffix("s"): unit for word, unit in known.items()}


def _plain(word: str) -> str:
    """Return a word however it was written: without capitals, and blanks in place of ``_``."""
    return " ".join(word.casefold().replace("_", " ").split())


_UNITS: Final = _names()


def parse_duration(words: str) -> Duration:
    """Read ``3 working_day``; the words of a standard will do too, in Indonesian and English.

    Capitals do not matter, nor whether the words of a unit are joined by ``_`` or a blank.

    Raises ``DurationError`` for anything else, a negative number, or more than a hundred years.

    >>> parse_duration("3 working_day") == parse_duration("3 hari kerja")
    True
    >>> parse_duration("3 WORKING DAYS") == parse_duration("3 Working_Days")
    True
    >>> parse_duration("1 month").unit
    <TimeUnit.MONTH: 'month'>
    """
    found = _WRITTEN.fullmatch(words.strip())
    unit = _UNITS.get(_plain(found["unit"])) if found else None
    if found is None or unit is None:
        units = ", ".join(one.value for one in TimeUnit)
        raise DurationError("duration.unreadable", written=words[:_LONGEST_SHOWN], units=units)
    duration = Duration(value=int(found["value"]), unit=unit)
    measured(duration)
    return duration


def measured(duration: Duration) -> tuple[int, TimeUnit]:
    """Return number and unit of a span.

    Raises ``DurationError`` when one is missing, the number is negative, or it is too long.

    >>> measured(Duration(value=3, unit=TimeUnit.DAY))
    (3, <TimeUnit.DAY: 'day'>)
    """
    value, unit = duration.value, duration.unit
    if value is None or unit is None:
        raise DurationError("duration.incomplete")
    if value < 0:
        raise DurationError("duration.negative", value=value)
    if value > _MOST[unit]:
        raise DurationError("duration.too-long", value=value)
    return value, unit
