"""The hours and the clocks of the office that a definition is about."""

from __future__ import annotations

from pst_standards.calendar.hours import OfficeWeek
from pst_standards.calendar.zones import Zone, zone_of_office
from pst_standards.model.office import Office


def office_week(office: Office | None) -> OfficeWeek | None:
    """Return the week of an office by its opening hours, ``None`` when it states none.

    Raises ``HoursError`` when they cannot be counted in.

    >>> office_week(Office(code="3322")) is None
    True
    """
    return OfficeWeek.of(office.opening_hours) if office and office.opening_hours else None


def office_zone(office: Office | None) -> Zone | None:
    """Return the zone of an office by the province in its code, ``None`` when that is not known.

    >>> office_zone(Office(code="3322"))
    <Zone.WIB: 'WIB'>
    """
    return zone_of_office(office.code) if office and office.code else None
