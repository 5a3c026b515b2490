"""The clock of the office: its zone, its working days, its hours, and what they make of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from pst_standards.calendar import (
    Calendar,
    Deadline,
    OfficeWeek,
    Pause,
    Side,
    Zone,
    ZoneError,
    deadline,
    default_week,
)
from pst_standards.calendar.offices import office_calendar, office_zone
from pst_standards.calendar.pauses import Pauses
from pst_standards.calendar.walking import month_later
from pst_standards.calendar.zones import zone_of_time
from pst_standards.model.channel import Duration, TimeUnit
from pst_standards.model.definition import Definition
from pst_standards.model.office import Office

CLOCK_UNITS: Final = frozenset({TimeUnit.MINUTE, TimeUnit.HOUR})
"""Units that run while the office is open; the others are counted by the day."""
_DAY: Final = dt.timedelta(days=1)
_NONE: Final = dt.timedelta()
_PARTS: Final = {
    TimeUnit.MINUTE: dt.timedelta(minutes=1),
    TimeUnit.HOUR: dt.timedelta(hours=1),
}


@frozen(kw_only=True)
class OfficeClock:
    """What time is made of at one office; ``pauses`` are stretches that do not count."""

    calendar: Calendar
    week: OfficeWeek
    zone: Zone
    pauses: tuple[Pause, ...] = ()

    def local(self, at: dt.datetime) -> dt.datetime:
        """Return a moment on the clocks of the office."""
        return at.astimezone(self.zone.tzinfo)

    def paused(self, pauses: Iterable[Pause]) -> OfficeClock:
        """Return the clock that stands still in these stretches."""
        return evolve(self, pauses=tuple(pauses))

    def ends(self, start: dt.date, limit: Duration, side: Side = Side.OFFICE) -> Deadline:
        """Return when a limit ends that starts on a day or with a moment."""
        return deadline(
            start,
            limit,
            calendar=self.calendar,
            week=self.week,
            zone=self.zone,
            pauses=self.pauses,
            side=side,
        )

    def passed(self, start: dt.date, end: dt.datetime, unit: TimeUnit) -> int:
        """Return how many whole units passed from one day or moment to a later moment.

        A day as the start is the whole day: what is counted comes after it. Minutes and hours are
        those in which the office is open. ``day`` counts every day, which is the more for the user.
        """
        if unit in CLOCK_UNITS:
            return self.open_time(self._opening(start), end) // _PARTS[unit]
        first = self.local(start).date() if isinstance(start, dt.datetime) else start
        last = self.local(end).date()
        if unit is TimeUnit.MONTH:
            return _months(first, last)
        if unit is TimeUnit.WORKING_DAY:
            return max(self.calendar.count_working_days(first, last), 0) - self._held(first, last)
        return max((last - first).days, 0) - self._held(first, last, every=True)

    def _opening(self, start: dt.date) -> dt.datetime:
        if isinstance(start, dt.datetime):
            return start
        return dt.datetime.combine(start + _DAY, dt.time.min, self.zone.tzinfo)

    def open_time(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """Return for how long the office was open between two moments, pauses left out."""
        begins, ends = (self.local(at).replace(tzinfo=None) for at in (start, end))
        pauses = Pauses.of(self.pauses, self.zone.tzinfo)
        spans = (
            span for day in _days(begins.date() - _DAY, ends.date()) for span in self._open(day)
        )
        within = ((max(opens, begins), min(closes, ends)) for opens, closes in spans)
        running = (part for opens, closes in within for part in pauses.cut(opens, closes))
        return sum((max(stop - start, _NONE) for start, stop in running), _NONE)

    def _open(self, day: dt.date) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        if self.calendar.is_working_day(day):
            for opens, closes in self.week.intervals(day):
                yield dt.datetime.combine(day, opens), dt.datetime.combine(day, closes)

    def is_open(self, at: dt.datetime) -> bool:
        """Tell whether the office is open at a moment, its closing time included."""
        here = self.local(at)
        if not self.calendar.is_working_day(here.date()):
            return False
        time = here.time().replace(tzinfo=None)
        return any(opens <= time <= closes for opens, closes in self.week.intervals(here.date()))

    def has_opened(self, at: dt.datetime) -> bool:
        """Tell whether the office, on the day of a moment, had opened before it."""
        here = self.local(at)
        if not self.calendar.is_working_day(here.date()):
            return False
        time = here.time().replace(tzinfo=None)
        return any(opens < time for opens, _ in self.week.intervals(here.date()))

    def _held(self, after: dt.date, until: dt.date, *, every: bool = False) -> int:
        """Return how many of the days that would count the clock stood still on."""
        if not self.pauses:
            return 0
        pauses = Pauses.of(self.pauses, self.zone.tzinfo)
        days = {
            day
            for stop, resume in pauses.spans
            for day in _days(max(stop, after), min(resume, until))
        }
        return sum(1 for day in days if every or self.calendar.is_working_day(day))


def _days(after: dt.date, until: dt.date) -> Iterable[dt.date]:
    return (after + _DAY * number for number in range(1, (until - after).days + 1))


def _months(first: dt.date, last: dt.date) -> int:
    """Return how many whole months lie between two days."""
    number = max((last.year - first.year) * 12 + last.month - first.month, 0)
    return number - 1 if number and month_later(first, number) > last else number


def office_clock(
    definition: Definition, at: dt.datetime, calendar: Calendar | None = None
) -> OfficeClock:
    """Return the clock of the office of a definition; ``at`` is a moment of the event.

    The zone is that of the office, else the one that the moment was written in. Raises
    ``ZoneError`` where neither tells one.

    >>> at = dt.datetime.fromisoformat("2026-10-05T10:00+08:00")
    >>> office_clock(Definition(), at).zone.value, office_clock(Definition(), at).week.assumed
    ('WITA', True)
    """
    office = definition.office or Office()
    zone = office_zone(office) or zone_of_time(at)
    if zone is None:
        raise ZoneError("zone.of-office", time=at.isoformat())
    stated = [one for one in office.opening_hours if one.days and one.opens and one.closes]
    return OfficeClock(
        calendar=calendar or office_calendar(office),
        week=OfficeWeek.of(stated) if stated else default_week(),
        zone=zone,
    )
