"""Years of days off that an office states itself, for a decree that came after the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pst_standards.calendar.calendar import default_calendar
from pst_standards.calendar.days import DayKind, DayOff, DaysDecree, YearOff
from pst_standards.calendar.errors import YearError
from pst_standards.findings import Confidence
from pst_standards.messages import LANGUAGES, text
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree
from pst_standards.model.office import DecreedYear, OfficeCalendar


def stated_years(own: OfficeCalendar) -> Iterator[YearOff]:
    """Yield the years that an office states, but for an estimate of one that is in the data.

    Raises ``YearError`` for a year that is not whole, or stands twice: nothing is counted by half
    of a decree, and nobody knows which of two is meant.

    >>> import datetime as dt
    >>> from pst_standards.model.office import DecreedDay
    >>> new_year = DecreedDay(date=dt.date(2028, 1, 1), name=Text("Tahun Baru"))
    >>> stated = DecreedYear(year=2028, national_holidays=(new_year,), estimated=True)
    >>> [one.year for one in stated_years(OfficeCalendar(years=(stated,)))]
    [2028]
    """
    times = Counter(stated.year for stated in own.years)
    for stated in own.years:
        if stated.year is None or times[stated.year] > 1 or not is_whole(stated):
            raise YearError("year.unfit", year=stated.year or "?")
        if not stated.estimated or stated.year not in default_calendar().years:
            yield _year(stated, stated.year)


def is_whole(stated: DecreedYear) -> bool:
    """Tell whether a year can be counted with: national holidays, and days of that year alone.

    >>> is_whole(DecreedYear(year=2028))
    False
    """
    days = (*stated.national_holidays, *stated.collective_leave)
    dated = all(day.date is not None and day.date.year == stated.year for day in days)
    return bool(stated.national_holidays) and dated


def _year(stated: DecreedYear, year: int) -> YearOff:
    decree = cited(stated.decree)
    kinds = (
        (DayKind.NATIONAL, stated.national_holidays),
        (DayKind.COLLECTIVE_LEAVE, stated.collective_leave),
    )
    days: dict[object, DayOff] = {}
    for kind, listed in kinds:
        for day in listed:
            if day.date is not None:
                # Two holidays may fall on one day; the first keeps it.
                off = DayOff(date=day.date, kind=kind, name=day.name or _unnamed(), decree=decree)
                days.setdefault(day.date, off)
    # A year without any collective leave is not known as a whole: what is not there is not zero.
    estimated = bool(stated.estimated) or not stated.collective_leave
    decrees = (_decree(stated.decree, decree),) if stated.decree is not None and decree else ()
    return YearOff(year=year, days=tuple(days.values()), decrees=decrees, estimated=estimated)


def _unnamed() -> Text:
    return Text(*(text("calendar", "day.unnamed", lang) for lang in LANGUAGES))


def _decree(stated: Decree, cite: str) -> DaysDecree:
    return DaysDecree(
        id=cite,
        cite=cite,
        title=stated.title or Text(),
        confidence=Confidence.VERIFIED,
        source="definition",
        announced_on=stated.date,
    )


def cited(decree: Decree | None) -> str:
    """Return how a decree of a definition is cited: by its number, else by its title.

    >>> cited(Decree(number="12 Tahun 2026")), cited(None)
    ('12 Tahun 2026', '')
    """
    if decree is None:
        return ""
    return decree.number or (str(decree.title) if decree.title else "")
