"""Stretches in which the clock of a deadline stands still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from pst_standards.calendar.errors import NaiveTimeError, PauseError

_DAY: Final = dt.timedelta(days=1)


def _checked(_: object, __: object, value: dt.date) -> None:
    if isinstance(value, dt.datetime) and value.utcoffset() is None:
        raise NaiveTimeError("time.naive", time=value.isoformat())


@frozen
class Pause:
    """The clock stops with one event and goes on with another; each a day or an aware moment.

    Days after the one on which it stops do not count, up to and with the one on which it goes on.
    Raises ``PauseError`` when it ends before it begins, ``NaiveTimeError`` for a time without zone.

    >>> Pause(dt.date(2026, 3, 3), dt.date(2026, 3, 5)).days(dt.timezone.utc)
    (datetime.date(2026, 3, 3), datetime.date(2026, 3, 5))
    """

    stop: dt.date = field(validator=_checked)
    resume: dt.date = field(validator=_checked)

    def __attrs_post_init__(self) -> None:
        # As moments where both are; a day beside a moment is compared as a day.
        both = isinstance(self.stop, dt.datetime) and isinstance(self.resume, dt.datetime)
        zone = getattr(self.stop, "tzinfo", None) or getattr(self.resume, "tzinfo", None)
        stop, resume = (self.stop, self.resume) if both else self.days(zone)
        if resume < stop:
            raise PauseError("pause.backwards", stop=str(self.stop), resume=str(self.resume))

    def days(self, zone: dt.tzinfo | None) -> tuple[dt.date, dt.date]:
        """Return the day of either event on the clocks of a zone."""
        return _day(self.stop, zone), _day(self.resume, zone)

    def span(self, zone: dt.tzinfo | None) -> tuple[dt.datetime, dt.datetime]:
        """Return from when to when the clock stands, as local times; a day ends at midnight."""
        return _moment(self.stop, zone), _moment(self.resume, zone)


def _day(given: dt.date, zone: dt.tzinfo | None) -> dt.date:
    return _local(given, zone).date() if isinstance(given, dt.datetime) else given


def _local(given: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    # Without a zone the clock that it was written with counts, never that of this machine.
    return given if zone is None else given.astimezone(zone)


def _moment(given: dt.date, zone: dt.tzinfo | None) -> dt.datetime:
    if isinstance(given, dt.datetime):
        return _local(given, zone).replace(tzinfo=None)
    if given == dt.date.max:  # a pause without an end
        return dt.datetime.combine(given, dt.time.max)
    return dt.datetime.combine(given, dt.time.min) + _DAY


@frozen
class Pauses:
    """All pauses of one deadline, on the clocks of one zone."""

    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    moments: tuple[tuple[dt.datetime, dt.datetime], ...] = ()

    @classmethod
    def of(cls, pauses: Iterable[Pause], zone: dt.tzinfo | None) -> Pauses:
        """Bring pauses to the clocks of a zone."""
        given = tuple(pauses)
        return cls(
            tuple(one.days(zone) for one in given), tuple(sorted(one.span(zone) for one in given))
        )

    def hold(self, day: dt.date) -> bool:
        """Tell whether a day is not counted because the clock stands."""
        return any(stop < day <= resume for stop, resume in self.spans)

    def cut(self, opens: dt.datetime, closes: dt.datetime) -> list[tuple[dt.datetime, dt.datetime]]:
        """Return what is left of a stretch of time in which the clock would run."""
        left = []
        for stop, resume in self.moments:
            if opens < min(stop, closes):
                left.append((opens, min(stop, closes)))
            opens = max(opens, resume)
        return [*left, (opens, closes)] if opens < closes else left
