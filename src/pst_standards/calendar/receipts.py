"""From a start as it is given to the day and the moment that the count starts at."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from pst_standards.calendar.calendar import Calendar
from pst_standards.calendar.errors import NaiveTimeError, StartError, ZoneError
from pst_standards.calendar.hours import OfficeWeek
from pst_standards.calendar.reasons import Reason
from pst_standards.calendar.zones import Zone, zone_of, zone_of_time

_LONGEST_SHOWN: Final = 60


class Start(NamedTuple):
    """A start on the clocks of an office: its day, and the local moment where it has one."""

    day: dt.date
    moment: dt.datetime | None
    zone: Zone | None


def start_of(given: dt.date, zone: Zone | str | None) -> Start:
    """Bring a start to the clocks of an office.

    A date is the day itself. A moment must tell its zone; ``zone`` is that of the office, without
    it the clock counts that the moment was written with. Raises ``NaiveTimeError``, ``ZoneError``
    or ``StartError``.

    >>> start_of(dt.datetime.fromisoformat("2026-03-02T23:30+07:00"), "WIT").day
    datetime.date(2026, 3, 3)
    """
    named = None if zone is None else zone_of(zone)
    if isinstance(given, dt.datetime):
        return _of_moment(given, named)
    if not isinstance(given, dt.date):
        raise StartError("start.unfit", start=str(given)[:_LONGEST_SHOWN])
    return Start(given, None, named)


def _of_moment(given: dt.datetime, zone: Zone | None) -> Start:
    if given.utcoffset() is None:
        raise NaiveTimeError("time.naive", time=given.isoformat())
    zone = zone or zone_of_time(given)
    if zone is None:
        raise ZoneError("zone.of-office", time=given.isoformat())
    try:
        local = given.astimezone(zone.tzinfo).replace(tzinfo=None)
    except OverflowError as fault:
        raise StartError("start.unfit", start=given.isoformat()) from fault
    return Start(local.date(), local, zone)


class Received(NamedTuple):
    """The day after which counting starts, and why it is another than that of the event."""

    day: dt.date
    reasons: tuple[Reason, ...]


def received(moment: dt.datetime, calendar: Calendar, week: OfficeWeek) -> Received:
    """Return the day that something counts as received on that came at a local moment.

    What comes on a day off, or after the office closed, counts as received on the next working
    day. No norm says so; it is usual practice.
    """
    came, time = moment.date(), moment.time()
    if not calendar.is_working_day(came):
        day = calendar.next_working_day(came)
        return Received(day, (Reason(came, "received-day-off", to=day),))
    closing = week.closing(came)
    if closing is None or time <= closing:
        return Received(came, ())
    day = calendar.next_working_day(came)
    return Received(day, (Reason(came, "received-after-hours", at=time, to=day),))
