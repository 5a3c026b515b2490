"""When an office is open: its week with breaks, and stretches with hours of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import frozen

from pst_standards.calendar.errors import HoursError
from pst_standards.model.office import OpeningHours, Weekday

Interval: TypeAlias = tuple[dt.time, dt.time]
_WEEKDAYS: Final = {day: place for place, day in enumerate(Weekday)}


class DayHours(NamedTuple):
    """Hours of some days of the week, in a stretch of dates where ``first`` or ``last`` is given.

    ``estimated`` says that the stretch may still move.
    """

    weekdays: frozenset[int]
    intervals: tuple[Interval, ...]
    first: dt.date | None = None
    last: dt.date | None = None
    estimated: bool = False

    @property
    def of_a_period(self) -> bool:
        """Whether the hours hold for a stretch of dates alone."""
        return self.first is not None or self.last is not None

    def hold_on(self, day: dt.date) -> bool:
        """Tell whether these are hours of a day."""
        if day.weekday() not in self.weekdays:
            return False
        return (self.first or dt.date.min) <= day <= (self.last or dt.date.max)


@frozen(kw_only=True)
class OfficeWeek:
    """The hours of an office by day; those of a period go before those of every week.

    ``decree`` and ``assumed`` are for hours that the office did not state itself.

    >>> week = default_week()
    >>> [f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in week.intervals(dt.date(2026, 6, 5))]
    ['07:30-11:30', '13:00-16:30']
    >>> week.closing(dt.date(2026, 3, 2))
    datetime.time(15, 0)
    """

    hours: tuple[DayHours, ...]
    decree: str = ""
    assumed: bool = False

    def _on(self, day: dt.date) -> list[DayHours]:
        found = [one for one in self.hours if one.hold_on(day)]
        return [one for one in found if one.of_a_period] or found

    def intervals(self, day: dt.date) -> tuple[Interval, ...]:
        """Return from when to when the office is open on a day, breaks left out."""
        return _joined(span for one in self._on(day) for span in one.intervals)

    def closing(self, day: dt.date) -> dt.time | None:
        """Return when the office closes on a day, ``None`` when it has no hours that day."""
        return max((closes for _, closes in self.intervals(day)), default=None)

    def is_estimated(self, day: dt.date) -> bool:
        """Tell whether the hours of a day lean on a period that may still move."""
        return any(one.estimated for one in self._on(day))

    def ever_opens(self, weekdays: frozenset[int], after: dt.date) -> bool:
        """Tell whether any of these days of the week has hours, every week or in days to come."""
        lines = (one for one in self.hours if (one.last or dt.date.max) >= after)
        return any(weekdays & line.weekdays for line in lines)

    @classmethod
    def of(cls, opening: Iterable[OpeningHours]) -> OfficeWeek:
        """Return the week of the opening hours of a definition.

        Lines without both ends are left out. Raises ``HoursError`` when no line has both, or one
        ends before it begins.

        >>> line = OpeningHours(
        ...     id="mon", days=(Weekday.MONDAY,), opens=dt.time(8), closes=dt.time(15, 30)
        ... )
        >>> OfficeWeek.of([line]).closing(dt.date(2026, 3, 2))
        datetime.time(15, 30)
        """
        lines = tuple(
            _line(one) for one in opening if one.days and one.opens is not None and one.closes
        )
        if not lines:
            raise HoursError("hours.none")
        return cls(hours=lines)


def _line(line: OpeningHours) -> DayHours:
    return DayHours(
        frozenset(_WEEKDAYS[day] for day in line.days),
        _spans(line.id, (line.opens, line.closes), (line.break_start, line.break_end)),
        line.valid_from,
        line.valid_until,
    )


def _spans(
    name: str,
    opening: tuple[dt.time | None, dt.time | None],
    pause: tuple[dt.time | None, dt.time | None],
) -> tuple[Interval, ...]:
    opens, closes = opening
    start, end = pause
    if opens is None or closes is None or opens >= closes:
        raise HoursError("hours.backwards", line=name)
    if start is None or end is None or not opens < start < end < closes:
        # A break that is half told, or lies outside, takes no time away from anybody.
        return ((opens, closes),)
    return ((opens, start), (end, closes))


def _joined(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    """Join stretches that overlap or touch: two lines may speak of one day."""
    joined: list[Interval] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)


@cache
def default_week() -> OfficeWeek:
    """Return the hours where an office states none, with those of Ramadan; read once.

    Perpres 21/2023 Pasal 4 (secondary) sets how long a week is, when a day begins and how long
    its break is; when the break begins is assumed.
    """
    import tomllib
    from importlib import resources

    file = resources.files(__package__) / "data" / "office_hours.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    lines = [_bundled(line) for line in data["hours"]]
    lines += [
        _bundled(line)._replace(
            first=period["from"], last=period["until"], estimated=period.get("estimated", False)
        )
        for period in data["period"]
        for line in data["ramadan"]
    ]
    return OfficeWeek(hours=tuple(lines), decree=data["decree"], assumed=True)


def _bundled(line: dict[str, Any]) -> DayHours:
    return DayHours(
        frozenset(line["days"]),
        _spans("", (line["opens"], line["closes"]), (line["break_start"], line["break_end"])),
    )
