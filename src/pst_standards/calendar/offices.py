"""The calendar of one office: the year's days off with what its definition says of its own."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.days import ChangeKind, DayChange
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree
from pst_standards.model.office import Office, OfficeCalendar


def calendar_of(office: Office | None) -> Calendar:
    """Return the calendar that an office counts with, that of all where it says nothing.

    Changes without a date, or that do not say whether the office is open, are passed over.

    >>> import datetime as dt
    >>> worked = Office(calendar=OfficeCalendar(collective_leave_worked=True))
    >>> calendar_of(worked).next_working_day(dt.date(2026, 3, 17))
    datetime.date(2026, 3, 18)
    >>> calendar_of(None) is default_calendar()
    True
    """
    calendar = default_calendar()
    own = office.calendar if office else None
    if own is None:
        return calendar
    if own.collective_leave_worked:
        calendar = calendar.worked()
    changes = tuple(_changes(own))
    return calendar.with_changes(*changes) if changes else calendar


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
