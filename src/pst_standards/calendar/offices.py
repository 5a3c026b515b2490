"""The hours, the clock and the calendar of the office that a definition is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.days import DayChange, YearOff
from pst_standards.calendar.errors import YearError
from pst_standards.calendar.hours import OfficeWeek
from pst_standards.calendar.office_years import cited, stated_years
from pst_standards.calendar.zones import Zone, zone_of, zone_of_office
from pst_standards.model.base import Text
from pst_standards.model.office import Office, OfficeCalendar


def office_week(office: Office | None) -> OfficeWeek | None:
    """Return the week of an office by its opening hours, ``None`` when it states none.

    Raises ``HoursError`` when they cannot be counted in.

    >>> office_week(Office(code="3322")) is None
    True
    """
    return OfficeWeek.of(office.opening_hours) if office and office.opening_hours else None


def office_zone(office: Office | None) -> Zone | None:
    """Return the zone of an office, by what it states, else by the province in its code.

    ``None`` when neither tells. Raises ``ZoneError`` when it states a zone that does not exist.

    >>> (
    ...     office_zone(Office(code="3322")),
    ...     office_zone(Office(code="3322", time_zone="Asia/Jayapura")),
    ... )
    (<Zone.WIB: 'WIB'>, <Zone.WIT: 'WIT'>)
    """
    if office is None:
        return None
    if office.time_zone and office.time_zone.strip():
        return zone_of(office.time_zone)
    return zone_of_office(office.code) if office.code else None


def office_calendar(office: Office | None) -> Calendar:
    """Return the calendar that an office counts with, that of all where it says nothing.

    Changes without a date, or that do not say whether the office is open, are passed over. Raises
    ``YearError`` for a year that the office adds and that is not whole, or leaves a gap.

    >>> import datetime as dt
    >>> worked = Office(calendar=OfficeCalendar(collective_leave_worked=True))
    >>> office_calendar(worked).next_working_day(dt.date(2026, 3, 17))
    datetime.date(2026, 3, 18)
    >>> office_calendar(None) is default_calendar()
    True
    """
    own = office.calendar if office else None
    if own is None:
        return default_calendar()
    worked, years = bool(own.collective_leave_worked), tuple(stated_years(own))
    return _remembered(worked, tuple(_changes(own)), years, own.as_of if years else None)


def calendar_to_judge_by(office: Office | None) -> Calendar:
    """Return the calendar of an office, without the years that it adds where these are unfit.

    It is for rules: one of them tells of such a year, and the others go on.

    >>> from pst_standards.model.office import DecreedYear
    >>> unfit = Office(calendar=OfficeCalendar(years=(DecreedYear(year=2028),)))
    >>> list(calendar_to_judge_by(unfit).years)
    [2024, 2025, 2026, 2027]
    """
    try:
        return office_calendar(office)
    except YearError:
        own = office.calendar if office else None
        return office_calendar(Office(calendar=evolve(own or OfficeCalendar(), years=())))


def _changed(
    worked: bool,  # noqa: FBT001 - a key
    changes: tuple[DayChange, ...],
    years: tuple[YearOff, ...],
    as_of: dt.date | None,
) -> Calendar:
    calendar = default_calendar()
    if years:
        added = {year.year: year for year in years}
        known = as_of or calendar.as_of
        calendar = evolve(calendar, years={**calendar.years, **added}, as_of=known)
    if worked:
        calendar = calendar.worked()
    return calendar.with_changes(*changes) if changes else calendar


# A calendar tables four years of days when something is first counted with it.
_remembered = lru_cache(maxsize=64)(_changed)


def _changes(own: OfficeCalendar) -> Iterator[DayChange]:
    for stated in own.changes:
        if stated.date is not None and stated.kind is not None:
            yield DayChange(
                date=stated.date,
                kind=stated.kind,
                name=stated.name or Text(),
                decree=cited(stated.decree),
                estimated=bool(stated.estimated),
            )
