"""Counting minutes while an office is open, or around the clock."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from pst_standards.calendar.calendar import Calendar
from pst_standards.calendar.errors import DurationError, HoursError
from pst_standards.calendar.hours import Interval, OfficeWeek
from pst_standards.calendar.pauses import Pauses
from pst_standards.calendar.reasons import Reason
from pst_standards.calendar.walking import passed_over

_DAY: Final = dt.timedelta(days=1)
_NONE: Final = dt.timedelta()
_MINUTE: Final = dt.timedelta(minutes=1)
Span = tuple[dt.datetime, dt.datetime]


class ClockWalk(NamedTuple):
    """The moment that a count ends at, and the reasons of the days on the way."""

    due: dt.datetime
    reasons: list[Reason]


class Clock(NamedTuple):
    """When the clock of a deadline runs; without a week it never rests."""

    calendar: Calendar | None
    week: OfficeWeek | None
    pauses: Pauses

    def spans(self, day: dt.date) -> list[Span]:
        """Return from when to when the clock runs on a day."""
        midnight = dt.datetime.combine(day, dt.time.min)
        if self.week is None:
            return self.pauses.cut(midnight, midnight + _DAY)
        return [
            span
            for opens, closes in self._hours(self.week, day)
            for span in self.pauses.cut(
                dt.datetime.combine(day, opens), dt.datetime.combine(day, closes)
            )
        ]

    def _hours(self, week: OfficeWeek, day: dt.date) -> tuple[Interval, ...]:
        works = self.calendar is None or self.calendar.is_working_day(day)
        return week.intervals(day) if works else ()

    def resting(self, day: dt.date, start: dt.datetime) -> Reason:
        """Return why a day gives nothing to the count."""
        off = passed_over(day, self.calendar) if self.calendar and self.week else None
        if off is not None:
            return off
        if self.pauses.moments and any(stop < start + _DAY for stop, _ in self.pauses.moments):
            if self.pauses.hold(day):
                return Reason(day, "paused")
        return Reason(day, "after-hours" if day == start.date() else "no-hours")


def minutes(start: dt.datetime, number: int, clock: Clock) -> ClockWalk:
    """Count minutes from a local moment, while the clock runs.

    Raises ``HoursError`` when the office never opens on a working day, ``YearError`` when a year
    on the way has no data.
    """
    _opens_at_all(clock)
    left, day, reasons = number * _MINUTE, start.date(), list[Reason]()
    if not left:
        return ClockWalk(start, reasons)
    while True:
        spans = [(max(opens, start), closes) for opens, closes in clock.spans(day)]
        spent, due = _spend(spans, left)
        left -= spent
        if spent:
            minutes_told = round(spent / _MINUTE)
            reasons.append(Reason(day, "hours", minutes=minutes_told, at=(due or spans[-1][1]).time()))
        else:
            reasons.append(clock.resting(day, start))
        if due is not None:
            return ClockWalk(due, reasons)
        if day == dt.date.max:
            raise DurationError("duration.beyond")
        day += _DAY


def _opens_at_all(clock: Clock) -> None:
    if clock.calendar and clock.week and not clock.week.opens_on(clock.calendar.working_days):
        raise HoursError("hours.never")


def _spend(spans: list[Span], left: dt.timedelta) -> tuple[dt.timedelta, dt.datetime | None]:
    """Return how much of what is left a day takes, and the moment at which nothing is left."""
    spent = _NONE
    for opens, closes in spans:
        room = max(closes - opens, _NONE)
        if spent + room >= left:
            return left, opens + (left - spent)
        spent += room
    return spent, None
