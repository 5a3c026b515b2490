"""Walking from a start to a due date day by day, with the reason of each day."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.calendar.calendar import Calendar
from pst_standards.calendar.days import DayKind, Weekend
from pst_standards.calendar.errors import DurationError
from pst_standards.calendar.pauses import Pauses
from pst_standards.calendar.reasons import Reason

_DAY: Final = dt.timedelta(days=1)
_MONTHS: Final = 12
_SATURDAY: Final = 5


class Walk(NamedTuple):
    """The day that a count ends on, and the reasons of the days on the way."""

    due: dt.date
    reasons: list[Reason]


def following(day: dt.date) -> Iterator[dt.date]:
    """Yield the days after a day.

    Raises ``DurationError`` where the calendar of Python ends, in the year 9999.
    """
    while day < dt.date.max:
        day += _DAY
        yield day
    raise DurationError("duration.beyond")


def working_days(
    start: dt.date, number: int, calendar: Calendar, pauses: Pauses, reading: str | None = None
) -> Walk:
    """Count working days; days on which the clock stands are passed over.

    Raises ``YearError`` when a year on the way has no data.
    """
    reasons: list[Reason] = []
    counted, due, days = 0, start, following(start)
    while counted < number:
        due = next(days)
        if pauses.spans and pauses.hold(due):
            reasons.append(Reason(due, "paused", reading=reading))
            continue
        why_not = passed_over(due, calendar, reading)
        if why_not is not None:
            reasons.append(why_not)
            continue
        counted += 1
        reasons.append(_worked(due, counted, calendar, reading))
    return Walk(due, reasons)


def passed_over(day: dt.date, calendar: Calendar, reading: str | None = None) -> Reason | None:
    """Return why a day is no working day, ``None`` when it is one."""
    off = calendar.off(day)
    if off is None:
        return None
    if isinstance(off, Weekend):
        key = "weekend" if day.weekday() >= _SATURDAY else "not-a-working-day"
        return Reason(day, key, reading=reading)
    key = "closed" if off.kind is DayKind.CLOSED and not off.name else _KEYS[off.kind]
    return Reason(day, key, name=off.name, decree=off.decree, reading=reading)


_KEYS: Final = {
    DayKind.NATIONAL: "national",
    DayKind.COLLECTIVE_LEAVE: "collective-leave",
    DayKind.ELECTION: "election",
    DayKind.CLOSED: "closed-for",
}


def _worked(day: dt.date, number: int, calendar: Calendar, reading: str | None) -> Reason:
    change, listed = calendar.change(day), calendar.listed(day)
    if change is not None:
        key = "opened-for" if change.name else "opened"
        return Reason(day, key, number, change.name, change.decree, reading=reading)
    if listed is not None:
        return Reason(day, "leave-worked", number, listed.name, listed.decree, reading=reading)
    return Reason(day, "working-day", number, reading=reading)


def calendar_days(start: dt.date, number: int, pauses: Pauses, reading: str | None = None) -> Walk:
    """Count every day on which the clock does not stand; the last one may be any day."""
    reasons: list[Reason] = []
    counted, due, days = 0, start, following(start)
    while counted < number:
        due = next(days)
        if pauses.spans and pauses.hold(due):
            reasons.append(Reason(due, "paused", reading=reading))
            continue
        counted += 1
        reasons.append(Reason(due, "calendar-day", counted, reading=reading))
    return Walk(due, reasons)


def months(start: dt.date, number: int, pauses: Pauses) -> Walk:
    """Return the same day so many months on, or the last of a shorter month.

    Days on which the clock stands are added at the end.
    """
    aim = month_later(start, number)
    key = "month" if aim.day == start.day else "month-end"
    if number == 0 or not pauses.spans:
        return Walk(aim, [Reason(aim, key, number)] if number else [])
    due, walked = calendar_days(start, (aim - start).days, pauses)
    paused = [one for one in walked if one.key == "paused"]
    last = (
        Reason(due, "month-paused", number, minutes=None, to=aim)
        if paused
        else Reason(due, key, number)
    )
    return Walk(due, [*paused, last])


def month_later(start: dt.date, number: int) -> dt.date:
    """Return the same day of the month so many months later, at most the end of that month.

    Raises ``DurationError`` where the calendar of Python ends, in the year 9999.

    >>> month_later(dt.date(2026, 1, 31), 1), month_later(dt.date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    years, month = divmod(start.month - 1 + number, _MONTHS)
    year = start.year + years
    if year > dt.MAXYEAR:
        raise DurationError("duration.beyond")
    return dt.date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
