"""When a time ends by both readings of ``hari``, and how it grows by what somebody else takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from pst_standards.calendar import Calendar, Readings, Side, Status
from pst_standards.calendar.walking import month_later
from pst_standards.complaints.case import Entry
from pst_standards.complaints.lengths import Length
from pst_standards.complaints.states import Step
from pst_standards.model.channel import TimeUnit

Wait: TypeAlias = tuple[dt.date, dt.date | None]
"""From when to when the complainant was waited for; ``None`` where nothing came."""


def readings_of(start: dt.date, length: Length, calendar: Calendar) -> tuple[Readings, bool]:
    """Return both ends of a time that starts on a day, and whether a day of them may still move.

    >>> from pst_standards.calendar import default_calendar
    >>> length = Length(number=60, unit=TimeUnit.DAY)
    >>> readings_of(dt.date(2026, 3, 10), length, default_calendar())[0].lenient
    datetime.date(2026, 6, 19)
    """
    if length.unit is TimeUnit.MONTH:
        due = month_later(start, length.number)
        return Readings(due, due), False
    strict = lenient = start + dt.timedelta(days=length.number)
    if length.unit is not TimeUnit.CALENDAR_DAY:
        lenient = calendar.add_working_days(start, length.number)
    if length.unit is TimeUnit.WORKING_DAY:
        strict = lenient
    leans = length.unit is not TimeUnit.CALENDAR_DAY
    return Readings(strict, lenient), leans and calendar.is_estimated(start, lenient)


def standing(both: Readings, side: Side, on: dt.date) -> Status:
    """Return how a day stands to a clock; one that has a single reading is late or not.

    >>> day = dt.date(2026, 3, 13)
    >>> standing(Readings(day, day), Side.OFFICE, dt.date(2026, 3, 14)).value
    'late'
    """
    if both.strict == both.lenient:
        return Status.ON_TIME if on <= both.strict else Status.LATE
    return both.status(on, side)


def waits(log: Sequence[Entry], day: Callable[[dt.datetime], dt.date]) -> Iterator[Wait]:
    """Yield when a file was with the complainant, who was asked to complete it."""
    asked: dt.date | None = None
    for one in log:
        if one.step is Step.DECLARE_INCOMPLETE:
            asked = day(one.at)
        elif one.step is Step.COMPLETE and asked is not None:
            yield asked, day(one.at)
            asked = None
    if asked is not None:
        yield asked, None


def lengthened(
    start: dt.date, days: int, told: Iterable[Wait], calendar: Calendar
) -> tuple[int, dt.date | None]:
    """Return the working days of a time with those that the complainant took.

    With them comes the day since which it stands still. A time that was over when the complainant
    was asked stays as it was. Raises ``YearError`` for a year without data.

    >>> from pst_standards.calendar import default_calendar
    >>> one, other = dt.date(2026, 4, 13), dt.date(2026, 4, 15)
    >>> lengthened(dt.date(2026, 4, 10), 5, [(one, other)], default_calendar())
    (7, None)
    >>> lengthened(dt.date(2026, 4, 10), 5, [(one, None)], default_calendar())
    (5, datetime.date(2026, 4, 13))
    """
    for asked, completed in told:
        since = max(asked, start)
        if since > calendar.add_working_days(start, days):
            break
        if completed is None:
            return days, since
        days += max(calendar.count_working_days(since, completed), 0)
    return days, None
