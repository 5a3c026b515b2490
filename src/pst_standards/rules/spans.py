"""Holding a promised time against one of the law, where a day may be a working day or any day.

UU 25/2009 writes "hari" and does not say of which kind. Doubt goes to whoever would be accused:
an office is late only by working days, a citizen's window too short only by calendar days. What
a promise counts in plain days is taken to mean the same days as the law. Public holidays are left
out of account: a promise has to hold in the weeks without any.
"""

from __future__ import annotations

from typing import Final

from pst_standards.model.channel import TimeUnit
from pst_standards.rules.detectors.spoken_time import Measure

_WEEK: Final = 5
_WEEKEND: Final = 2
_HOURS: Final = 24
_MINUTES: Final = 60 * _HOURS
_SHORTEST_MONTH: Final = 28
_LONGEST_MONTH: Final = 31
_OFFICE_DAY: Final = 5 * 60
"""Fewest minutes of a day against minutes and hours: these may be counted in office hours."""
_CLOCK: Final = {TimeUnit.MINUTE: 1, TimeUnit.HOUR: 60}


def longest_of(working_days: int) -> int:
    """Return the most calendar days that working days take, holidays apart.

    >>> [longest_of(days) for days in (1, 5, 6, 14)]
    [3, 7, 10, 20]
    """
    weekends = -(-working_days // _WEEK)
    return working_days + _WEEKEND * weekends


def exceeds(value: int, unit: TimeUnit, days: int) -> bool:
    """Tell whether a promise is surely longer than days of the law, read as working days.

    >>> exceeds(14, TimeUnit.WORKING_DAY, 14), exceeds(15, TimeUnit.DAY, 14)
    (False, True)
    >>> exceeds(20, TimeUnit.CALENDAR_DAY, 14), exceeds(21, TimeUnit.CALENDAR_DAY, 14)
    (False, True)
    """
    if unit in {TimeUnit.WORKING_DAY, TimeUnit.DAY}:
        return value > days
    limit = longest_of(days)
    if unit is TimeUnit.CALENDAR_DAY:
        return value > limit
    if unit is TimeUnit.MONTH:
        return value * _SHORTEST_MONTH > limit
    return value > limit * (_HOURS if unit is TimeUnit.HOUR else _MINUTES)


def falls_short(value: int, unit: TimeUnit, days: int) -> bool:
    """Tell whether a window is surely shorter than days of the law, read as calendar days.

    >>> falls_short(29, TimeUnit.DAY, 30), falls_short(1, TimeUnit.MONTH, 30)
    (True, False)
    >>> falls_short(20, TimeUnit.WORKING_DAY, 30), falls_short(21, TimeUnit.WORKING_DAY, 30)
    (True, False)
    """
    if unit is TimeUnit.WORKING_DAY:
        return longest_of(value) < days
    if unit is TimeUnit.MONTH:
        return value * _LONGEST_MONTH < days
    per_day = {TimeUnit.HOUR: _HOURS, TimeUnit.MINUTE: _MINUTES}.get(unit, 1)
    return value < days * per_day


def surely_longer(one: Measure, other: Measure) -> bool:
    """Tell whether a span is longer than another by every reading of their days.

    >>> surely_longer(Measure(10, TimeUnit.WORKING_DAY), Measure(60, TimeUnit.MINUTE))
    True
    >>> surely_longer(Measure(1, TimeUnit.WORKING_DAY), Measure(8, TimeUnit.HOUR))
    False
    """
    if one.unit is other.unit:
        return one.value > other.value
    return _bounds(one, other)[0] > _bounds(other, one)[1]


def surely_within(one: Measure, other: Measure) -> bool:
    """Tell whether a span is no longer than another by every reading of their days.

    >>> surely_within(Measure(10, TimeUnit.MINUTE), Measure(3, TimeUnit.WORKING_DAY))
    True
    >>> surely_within(Measure(3, TimeUnit.WORKING_DAY), Measure(4, TimeUnit.CALENDAR_DAY))
    False
    """
    if one.unit is other.unit:
        return one.value <= other.value
    return _bounds(one, other)[1] <= _bounds(other, one)[0]


def _bounds(one: Measure, beside: Measure) -> tuple[int, int]:
    """Return the least and the most that a span may be, in minutes beside one of the clock."""
    value, unit = one
    if unit in _CLOCK:
        return value * _CLOCK[unit], value * _CLOCK[unit]
    least, most = value, longest_of(value)
    if unit is TimeUnit.CALENDAR_DAY:
        most = value
    elif unit is TimeUnit.MONTH:
        least, most = value * _SHORTEST_MONTH, value * _LONGEST_MONTH
    return (least * _OFFICE_DAY, most * _MINUTES) if beside.unit in _CLOCK else (least, most)
