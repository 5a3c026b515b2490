"""The calendar of working days of an office: whole years, what the office changes, and counting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final

from attrs import evolve, field, frozen

from pst_standards.calendar.days import (
    DayChange,
    DayKind,
    DayOff,
    Weekend,
    YearOff,
)
from pst_standards.calendar.errors import DurationError, StartError, YearError
from pst_standards.calendar.table import WorkingDays, tabulated
from pst_standards.model.office import DayChangeKind

MONDAY_TO_FRIDAY: Final = frozenset(range(5))


def _by_year(years: Iterable[YearOff] | Mapping[int, YearOff]) -> Mapping[int, YearOff]:
    given = years.values() if isinstance(years, Mapping) else years
    return MappingProxyType({one.year: one for one in sorted(given, key=lambda one: one.year)})


@frozen(kw_only=True)
class Calendar:
    """Working days: Monday to Friday, without the days off of the year, as the office changes them.

    ``collective_leave_worked`` is for offices that stay open on shared leave. ``changes`` are days
    of the office's own; of two on one date the later in the row counts. ``as_of`` is the day the
    data were last looked at. Years follow each other without a gap, and nothing is counted in a
    year that is not there: ``YearError`` names the decree that is missing.

    >>> calendar = default_calendar()
    >>> calendar.add_working_days(dt.date(2026, 3, 17), 3)
    datetime.date(2026, 3, 27)
    >>> calendar.worked().add_working_days(dt.date(2026, 3, 17), 3)
    datetime.date(2026, 3, 23)
    """

    years: Mapping[int, YearOff] = field(converter=_by_year)
    collective_leave_worked: bool = False
    changes: tuple[DayChange, ...] = ()
    working_days: frozenset[int] = MONDAY_TO_FRIDAY
    as_of: dt.date | None = None

    @years.validator
    def _without_a_gap(self, _: object, years: Mapping[int, YearOff]) -> None:
        known = list(years)
        if not known:
            raise ValueError("years: a calendar knows at least one year")
        for year in range(known[0], known[-1]):
            if year not in years:
                raise YearError.of(year)

    @cached_property
    def _changed(self) -> Mapping[dt.date, DayChange]:
        return {change.date: change for change in self.changes}

    @cached_property
    def table(self) -> WorkingDays:
        """Every working day in a row, made when something is first counted."""
        return tabulated(self.years, lambda day: self.off(dt.date.fromordinal(day)) is None)

    def off(self, day: dt.date) -> DayOff | Weekend | None:
        """Return why a day is no working day, ``None`` when it is one.

        Raises ``YearError`` when its year has no data.

        >>> default_calendar().off(dt.date(2026, 3, 21)).name.get("id")
        'Idulfitri'
        >>> default_calendar().off(dt.date(2026, 3, 28))
        Weekend(date=datetime.date(2026, 3, 28))
        """
        listed = self._year(day).on(day)
        change = self._changed.get(day)
        if change is not None:
            return _closed(change) if change.kind is DayChangeKind.CLOSED else None
        if listed is not None and not self._works_on(listed):
            return listed
        return None if day.weekday() in self.working_days else Weekend(day)

    def _works_on(self, listed: DayOff) -> bool:
        return self.collective_leave_worked and listed.kind is DayKind.COLLECTIVE_LEAVE

    def _year(self, day: dt.date) -> YearOff:
        _without_time(day)
        year = self.years.get(day.year)
        if year is None:
            raise YearError.of(day.year)
        return year

    def listed(self, day: dt.date) -> DayOff | None:
        """Return the day off of the whole country on a day, whether the office works or not."""
        return self._year(day).on(day)

    def change(self, day: dt.date) -> DayChange | None:
        """Return what the office itself sets for a day."""
        return self._changed.get(day)

    def is_working_day(self, day: dt.date) -> bool:
        """Tell whether the office works on a day.

        Raises ``YearError`` when its year has no data.

        >>> default_calendar().is_working_day(dt.date(2026, 3, 18))
        False
        """
        return self.off(day) is None

    def add_working_days(self, day: dt.date, number: int) -> dt.date:
        """Return the n-th working day after a day, which itself does not count; for 0 the day.

        Raises ``DurationError`` for a negative number, ``YearError`` when a year has no data.

        >>> default_calendar().add_working_days(dt.date(2026, 12, 18), 10)
        datetime.date(2027, 1, 7)
        """
        _without_time(day)
        if number < 0:
            raise DurationError("duration.negative", value=number)
        if number == 0:
            return day
        return dt.date.fromordinal(self.table.after(day.toordinal(), number))

    def next_working_day(self, day: dt.date) -> dt.date:
        """Return the first working day after a day.

        >>> default_calendar().next_working_day(dt.date(2026, 3, 17))
        datetime.date(2026, 3, 25)
        """
        return self.add_working_days(day, 1)

    def count_working_days(self, after: dt.date, until: dt.date) -> int:
        """Return how many working days lie after one day and up to another, which counts.

        Negative when ``until`` is the earlier one. Raises ``YearError`` when a year has no data.

        >>> default_calendar().count_working_days(dt.date(2026, 3, 10), dt.date(2026, 4, 7))
        14
        """
        return self.table.place(until.toordinal()) - self.table.place(after.toordinal())

    def is_estimated(self, after: dt.date, until: dt.date) -> bool:
        """Tell whether a day after one and up to another leans on an estimate.

        A year without its decree leans on one as a whole, any other on days that may still move.
        """
        changed = any(one.estimated and after < one.date <= until for one in self.changes)
        return changed or any(
            year.estimated or any(day.estimated and after < day.date <= until for day in year.days)
            for number in range(after.year, until.year + 1)
            if (year := self.years.get(number)) is not None
        )

    def with_changes(self, *changes: DayChange) -> Calendar:
        """Return a calendar in which the office changes these days too.

        >>> from pst_standards.model.base import Text
        >>> day = DayChange(
        ...     date=dt.date(2026, 3, 18), kind=DayChangeKind.OPENED, name=Text("Layanan Lebaran")
        ... )
        >>> default_calendar().with_changes(day).next_working_day(dt.date(2026, 3, 17))
        datetime.date(2026, 3, 18)
        """
        return evolve(self, changes=(*self.changes, *changes))

    def with_year(self, year: YearOff) -> Calendar:
        """Return a calendar that knows this year too, or in place of what it knew of it.

        Raises ``YearError`` when that would leave a gap between years.
        """
        return evolve(self, years={**self.years, year.year: year})

    def worked(self) -> Calendar:
        """Return the calendar of an office that works on collective leave."""
        return evolve(self, collective_leave_worked=True)

    def known_on(self, day: dt.date) -> Calendar:
        """Return the calendar without what was announced after a day, to explain an old count.

        Only days that came later than the decree of their year carry the day of announcement.

        >>> old = default_calendar().known_on(dt.date(2025, 8, 1))
        >>> old.is_working_day(dt.date(2025, 8, 18))
        True
        """
        years = {number: _known_on(year, day) for number, year in self.years.items()}
        return evolve(self, years=years, as_of=day)


def _without_time(day: dt.date) -> None:
    # Python takes a moment for a date, but which day it is depends on whose clock one looks at.
    if isinstance(day, dt.datetime):
        raise StartError("start.day-needed", start=day.isoformat())


def _closed(change: DayChange) -> DayOff:
    return DayOff(
        date=change.date,
        kind=DayKind.CLOSED,
        name=change.name,
        decree=change.decree,
        estimated=change.estimated,
    )


def _known_on(year: YearOff, on: dt.date) -> YearOff:
    days = (day for day in year.days if day.announced_on is None or day.announced_on <= on)
    return YearOff(year=year.year, days=tuple(days), decrees=year.decrees, estimated=year.estimated)


@cache
def default_calendar() -> Calendar:
    """Return the calendar of the bundled data, read once.

    >>> list(default_calendar().years)
    [2024, 2025, 2026, 2027]
    """
    from importlib import resources

    from pst_standards.calendar.day_file import read_days_off

    file = resources.files(__package__) / "data" / "days_off.toml"
    read = read_days_off(file.read_text(encoding="utf-8"))
    return Calendar(years=read.years, as_of=read.as_of)
