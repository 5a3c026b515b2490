"""Counting minutes while an office is open, or around the clock."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from pst_standards.calendar.calendar import Calendar
from pst_standards.calendar.errors import DurationError, HoursError
from pst_standards.calendar.hours import OfficeWeek
from pst_standards.calendar.pauses import Pauses
from pst_standards.calendar.reasons import Reason
from pst_standards.calendar.walking import following, passed_over

_DAY: Final = dt.timedelta(days=1)
_NONE: Final = dt.timedelta()
_MINUTE: Final = dt.timedelta(minutes=1)
Span: TypeAlias = tuple[dt.datetime, dt.datetime]


class ClockWalk(NamedTuple):
    """The moment that a count ends at, and the reasons of the days on the way."""

    due: dt.datetime
    reasons: list[Reason]


class Clock(NamedTuple):
    """When the clock of a deadline runs; without a week it never rests."""

    calendar: Calendar
    week: OfficeWeek | None
    pauses: Pauses

    def _open(self, day: dt.date, start: dt.datetime) -> list[Span]:
        """Return from when to when the office is open on a day, after the start."""
        midnight = dt.datetime.combine(day, dt.time.min)
        if self.week is None:
            spans = [(midnight, _midnight_after(day))]
        elif self.calendar.is_working_day(day):
            hours = self.week.intervals(day)
            spans = [(_at(day, opens), _at(day, closes)) for opens, closes in hours]
        else:
            return []
        return [(max(opens, start), closes) for opens, closes in spans if closes > start]

    def spans(self, day: dt.date, start: dt.datetime) -> list[Span]:
        """Return from when to when the clock runs on a day, after the start."""
        return [part for span in self._open(day, start) for part in self.pauses.cut(*span)]

    def resting(self, day: dt.date, start: dt.datetime) -> Reason:
        """Return why a day gives nothing to the count."""
        if self._open(day, start):
            return Reason(day, "paused")
        off = passed_over(day, self.calendar)
        return off or Reason(day, "after-hours" if day == start.date() else "no-hours")


def _midnight_after(day: dt.date) -> dt.datetime:
    if day == dt.date.max:
        raise DurationError("duration.beyond")
    return dt.datetime.combine(day + _DAY, dt.time.min)


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time)


def minutes(start: dt.datetime, number: int, clock: Clock) -> ClockWalk:
    """Count minutes from a local moment, while the clock runs.

    Raises ``HoursError`` when the office never opens on a working day, ``YearError`` when a year
    on the way has no data.
    """
    if clock.week and not clock.week.ever_opens(clock.calendar.working_days, start.date()):
        raise HoursError("hours.never")
    left, reasons = number * _MINUTE, list[Reason]()
    due = None if left else start
    days = chain([start.date()], following(start.date()))
    while due is None:
        day = next(days)
        spans = clock.spans(day, start)
        spent, due = _spend(spans, left)
        left -= spent
        reasons.append(_given(spans, spent, due) or clock.resting(day, start))
    return ClockWalk(due, reasons)


def _given(spans: list[Span], spent: dt.timedelta, due: dt.datetime | None) -> Reason | None:
    if not spent:
        return None
    until = spans[-1][1] if due is None else due
    return Reason(spans[0][0].date(), "hours", minutes=round(spent / _MINUTE), at=until.time())


def _spend(spans: list[Span], left: dt.timedelta) -> tuple[dt.timedelta, dt.datetime | None]:
    """Return how much of what is left a day takes, and the moment at which nothing is left."""
    spent = _NONE
    for opens, closes in spans:
        if spent + (closes - opens) >= left:
            return left, opens + (left - spent)
        spent += closes - opens
    return spent, None
