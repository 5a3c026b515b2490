"""KAL-003, KAL-005, KAL-006: the time zone of the office and the days that it sets itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pst_standards.model.channel import Decree
from pst_standards.model.office import Office, OfficeCalendar
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.unit_codes import unit_codes
from pst_standards.rules.wordings import says

if TYPE_CHECKING:
    from pst_standards.calendar.zones import Zone

_AT: Final = ("office", "calendar")
_ZONE: Final = ("office", "time_zone")


def _zone_not_right(context: Context) -> Iterator[Hit]:
    from pst_standards.calendar.errors import ZoneError
    from pst_standards.calendar.zones import zone_of

    office = context.definition.office or Office()
    by_code = _zone_by_code(office)
    if not says(office.time_zone):
        if by_code is None and office.calendar is not None:
            yield Hit(_AT, variant="missing")
        return
    stated = str(office.time_zone)
    try:
        zone = zone_of(stated)
    except ZoneError:
        yield Hit(_ZONE, {"zone": stated}, "unknown")
        return
    if by_code is not None and zone is not by_code:
        params = {"zone": zone.value, "code": str(_code(office)), "by_code": by_code.value}
        yield Hit(_ZONE, params, "other")


def _zone_by_code(office: Office) -> Zone | None:
    from pst_standards.calendar.zones import zone_of_office

    code = _code(office)
    return zone_of_office(code) if code else None


def _code(office: Office) -> str | None:
    """Return the code of an office; its addresses carry it where it is not stated."""
    if says(office.code):
        return office.code
    return next(iter(unit_codes(office.email)), None)


def _own_day_without_decree(context: Context) -> Iterator[Hit]:
    for place, change in enumerate(_own(context).changes):
        at = (*_AT, "changes", place)
        missing = tuple(key for key in ("date", "kind") if getattr(change, key) is None)
        if missing:
            yield Hit(at, {"missing": missing}, "undated")
        # The decree of a day that is still an estimate is yet to come.
        elif not change.estimated and not _is_decreed(change.decree):
            yield Hit(at, {"date": str(change.date)})


def _own_years(context: Context) -> Iterator[Hit]:
    from pst_standards.calendar.office_years import is_whole

    years = _own(context).years
    times = Counter(stated.year for stated in years)
    for place, stated in enumerate(years):
        at = (*_AT, "years", place)
        counted = times[stated.year] == 1 and is_whole(stated)
        # A year beyond a gap has nothing to follow on.
        if not counted or stated.year not in context.calendar.years:
            yield Hit(at, variant="year_unfit")
        elif not stated.estimated and not _is_decreed(stated.decree):
            yield Hit(at, {"year": str(stated.year)}, "year")


def _without_decree(context: Context) -> Iterator[Hit]:
    yield from _own_day_without_decree(context)
    yield from _own_years(context)


def _is_decreed(decree: Decree | None) -> bool:
    return decree is not None and (says(decree.number) or says(decree.title))


def _own(context: Context) -> OfficeCalendar:
    office = context.definition.office
    return (office.calendar if office else None) or OfficeCalendar()


def _calendar_of_no_day(context: Context) -> Iterator[Hit]:
    if _own(context).as_of is None:
        yield Hit(_AT)


def _has_own_days(context: Context) -> bool:
    own = _own(context)
    return bool(own.changes or own.years)


def _tells_time(context: Context) -> bool:
    office = context.definition.office
    return office is not None and (says(office.time_zone) or office.calendar is not None)


def _has_calendar(context: Context) -> bool:
    office = context.definition.office
    return office is not None and office.calendar is not None


CHECKS: Final = (
    Check(id="KAL-003", find=_zone_not_right, applies=_tells_time),
    Check(id="KAL-005", find=_without_decree, applies=_has_own_days),
    Check(id="KAL-006", find=_calendar_of_no_day, applies=_has_calendar),
)
