"""When a limit ends: the due date with the reason of every day on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.clock_time import Clock, minutes
from pst_standards.calendar.durations import MINUTES, measured, parse_duration
from pst_standards.calendar.errors import NaiveTimeError, StartError
from pst_standards.calendar.hours import OfficeWeek, default_week
from pst_standards.calendar.pauses import Pause, Pauses
from pst_standards.calendar.readings import Readings, Side, Status
from pst_standards.calendar.reasons import LENIENT, STRICT, Reason
from pst_standards.calendar.receipts import Start, received, start_of
from pst_standards.calendar.walking import calendar_days, months, working_days
from pst_standards.calendar.zones import Zone
from pst_standards.model.channel import Duration, TimeUnit

WORKING_WEEK: Final = "Perpres 21/2023"
"""The regulation of working days and hours of state offices; read in secondary sources."""


@frozen(kw_only=True)
class Deadline:
    """When a limit ends, and why then.

    ``due`` is the date, by the strict reading where there are two; ``due_at`` the moment of a
    limit in minutes or hours. ``counted_from`` is the day after which counting starts, the next
    working day where something came after hours. ``provisional`` says that the date leans on
    days that may still move, ``calendar_as_of`` of which day the data are.
    """

    start: dt.date
    counted_from: dt.date
    duration: Duration
    due: dt.date
    due_at: dt.datetime | None = None
    readings: Readings | None = None
    provisional: bool = False
    reasoning: tuple[Reason, ...] = ()
    citations: tuple[str, ...] = ()
    side: Side = Side.OFFICE
    zone: Zone | None = None
    calendar_as_of: dt.date | None = None

    def status(self, on: dt.date) -> Status:
        """Return how a day, or an aware moment, stands to the deadline.

        Raises ``NaiveTimeError`` for a moment without a zone.

        >>> limit = deadline(dt.date(2026, 3, 2), "14 day", side=Side.CITIZEN)
        >>> limit.status(dt.date(2026, 3, 20)).value
        'disputable'
        """
        if isinstance(on, dt.datetime):
            if on.utcoffset() is None:
                raise NaiveTimeError("time.naive", time=on.isoformat())
            if self.due_at is not None:
                return Status.ON_TIME if on <= self.due_at else Status.LATE
            on = (on.astimezone(self.zone.tzinfo) if self.zone else on).date()
        if self.readings is not None:
            return self.readings.status(on, self.side)
        return Status.ON_TIME if on <= self.due else Status.LATE

    def to_dict(self) -> dict[str, Any]:
        """Return the deadline as ``pst deadline --format json`` prints it.

        >>> deadline(dt.date(2026, 3, 17), "3 working_day").to_dict()["due"]
        '2026-03-27'
        """
        return {key: value for key, value in self._told() if value is not None}

    def _told(self) -> Iterator[tuple[str, Any]]:
        unit = self.duration.unit
        yield "start", self.start.isoformat()
        yield "zone", self.zone and self.zone.value
        yield "counted_from", self.counted_from.isoformat()
        yield "duration", {"value": self.duration.value, "unit": unit and unit.value}
        yield "due", self.due.isoformat()
        yield "due_at", self.due_at and self.due_at.isoformat()
        if self.readings is not None:
            yield "readings", {key: day.isoformat() for key, day in self.readings._asdict().items()}
        yield "provisional", self.provisional
        yield "reasoning", [reason.to_dict() for reason in self.reasoning]
        yield "citations", list(self.citations)
        yield "calendar_as_of", self.calendar_as_of and self.calendar_as_of.isoformat()


def deadline(  # noqa: PLR0913 - each option is a question of its own, and all have an answer
    start: dt.date,
    duration: Duration | str,
    *,
    calendar: Calendar | None = None,
    week: OfficeWeek | None = None,
    zone: Zone | str | None = None,
    pauses: Iterable[Pause] = (),
    around_the_clock: bool = False,
    side: Side = Side.OFFICE,
) -> Deadline:
    """Return when a limit ends that starts with an event.

    A date is the day of the event, which itself is not counted. An aware moment is a receipt:
    after hours or on a day off it counts as received on the next working day. Minutes and hours
    need a moment and run while the office is open, or ``around_the_clock``. ``hari`` of no stated
    kind (unit ``day``) has two readings.

    Raises a ``CalendarError``: a time without zone, a zone or span that is none, a year without
    data, hours in which nothing can be counted.

    >>> deadline(dt.date(2026, 3, 2), "14 day").readings.lenient
    datetime.date(2026, 3, 27)
    >>> at = dt.datetime.fromisoformat("2026-03-17T15:00+07:00")
    >>> deadline(at, "2 hour", week=default_week()).due_at.isoformat()
    '2026-03-25T09:30:00+07:00'
    """
    span = parse_duration(duration) if isinstance(duration, str) else duration
    began = start_of(start, zone)
    zoned = began.zone.tzinfo if began.zone else None
    count = _Count(
        start=start,
        began=began,
        duration=span,
        calendar=calendar or default_calendar(),
        week=week or default_week(),
        pauses=Pauses.of(pauses, zoned),
        around_the_clock=around_the_clock,
        side=side,
    )
    return count.by_the_clock() if span.unit in MINUTES else count.by_days()


@frozen(kw_only=True)
class _Count:
    """Everything that a deadline is counted from."""

    start: dt.date
    began: Start
    duration: Duration
    calendar: Calendar
    week: OfficeWeek
    pauses: Pauses
    around_the_clock: bool
    side: Side

    def by_days(self) -> Deadline:
        """Count days or months."""
        number, unit = measured(self.duration)
        day, reasons = self._received()
        if unit is TimeUnit.DAY:
            return self._both(day, number, reasons)
        if unit is TimeUnit.WORKING_DAY:
            walk = working_days(day, number, self.calendar, self.pauses)
        elif unit is TimeUnit.MONTH:
            walk = months(day, number, self.pauses)
        else:
            walk = calendar_days(day, number, self.pauses)
        leans = unit is TimeUnit.WORKING_DAY or day != self.began.day
        return self._told(day, walk.due, [*reasons, *walk.reasons], leans=leans)

    def _received(self) -> tuple[dt.date, list[Reason]]:
        """Return the day after which counting starts, which itself is not counted."""
        if self.began.moment is None:
            return self.began.day, [Reason(self.began.day, "start")]
        if self.around_the_clock:
            return self.began.day, [Reason(self.began.day, "received")]
        day, moved = received(self.began.moment, self.calendar, self.week)
        if moved and moved[0].at is not None and self.week.assumed:
            moved = (*moved, Reason(self.began.day, "assumed-hours", decree=self.week.decree))
        return day, [*moved, Reason(day, "received")]

    def _both(self, day: dt.date, number: int, reasons: list[Reason]) -> Deadline:
        strict = calendar_days(day, number, self.pauses, STRICT)
        lenient = working_days(day, number, self.calendar, self.pauses, LENIENT)
        readings = Readings(strict.due, lenient.due)
        told = [*reasons, *strict.reasons, *lenient.reasons]
        return self._told(day, strict.due, told, readings=readings, leans=True)

    def by_the_clock(self) -> Deadline:
        """Count minutes."""
        number, unit = measured(self.duration)
        if self.began.moment is None or self.began.zone is None:
            raise StartError("start.time-needed", start=self.start.isoformat())
        clock = Clock(self.calendar, None if self.around_the_clock else self.week, self.pauses)
        walk = minutes(self.began.moment, number * MINUTES[unit], clock)
        reasons = [Reason(self.began.day, "moment", at=self.began.moment.time())]
        if clock.week and clock.week.assumed:
            reasons.append(Reason(self.began.day, "assumed-hours", decree=clock.week.decree))
        return self._told(
            next((one.date for one in walk.reasons if one.counted), self.began.day),
            walk.due.date(),
            [*reasons, *walk.reasons],
            due_at=walk.due.replace(tzinfo=self.began.zone.tzinfo),
            leans=not self.around_the_clock,
        )

    def _told(
        self,
        day: dt.date,
        due: dt.date,
        reasons: list[Reason],
        *,
        leans: bool,
        readings: Readings | None = None,
        due_at: dt.datetime | None = None,
    ) -> Deadline:
        last = readings.lenient if readings else due
        return Deadline(
            start=self.start,
            counted_from=day,
            duration=self.duration,
            due=due,
            due_at=due_at,
            readings=readings,
            provisional=leans and self._is_estimated(last, hours=due_at is not None),
            reasoning=tuple(reasons),
            citations=self._citations(reasons, last) if leans else (),
            side=self.side,
            zone=self.began.zone,
            calendar_as_of=self.calendar.as_of if leans else None,
        )

    def _is_estimated(self, last: dt.date, *, hours: bool) -> bool:
        first = self.began.day
        if self.calendar.is_estimated(first, last):
            return True
        days = range(first.toordinal(), last.toordinal() + 1) if hours else ()
        return any(self.week.is_estimated(dt.date.fromordinal(day)) for day in days)

    def _citations(self, reasons: list[Reason], last: dt.date) -> tuple[str, ...]:
        """Name what was counted by: the working week, the decree of each year, single days."""
        years = range(self.began.day.year, last.year + 1)
        known = (self.calendar.years[year] for year in years if year in self.calendar.years)
        of_years = (one.cite for year in known for one in year.decrees[:1])
        named = (one.decree for one in reasons if one.decree)
        return tuple(dict.fromkeys((WORKING_WEEK, *of_years, *named)))
