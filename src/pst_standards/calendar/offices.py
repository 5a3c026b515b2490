"""The hours, the clock and the calendar of the office that a definition is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.days import ChangeKind, DayChange
from pst_standards.calendar.hours import OfficeWeek
from pst_standards.calendar.zones import Zone, zone_of, zone_of_office
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree
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

    Changes without a date, or that do not say whether the office is open, are passed over.

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
    return _remembered(bool(own.collective_leave_worked), tuple(_changes(own)))


def _changed(worked: bool, changes: tuple[DayChange, ...]) -> Calendar:  # noqa: FBT001 - a key
    calendar = default_calendar()
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
                kind=ChangeKind(stated.kind.value),
                name=stated.name or Text(),
                decree=_cited(stated.decree),
                estimated=bool(stated.estimated),
            )


def _cited(decree: Decree | None) -> str:
    if decree is None:
        return ""
    return decree.number or (str(decree.title) if decree.title else "")
