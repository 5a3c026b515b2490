from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.calendar import DayKind, DayOff, Zone, ZoneError, default_calendar
from pst_standards.calendar.offices import office_calendar, office_zone
from pst_standards.model import (
    DayChange,
    DayChangeKind,
    Decree,
    Office,
    OfficeCalendar,
    Text,
)

MONDAY, SATURDAY = dt.date(2026, 10, 5), dt.date(2026, 10, 10)


def with_changes(*changes: DayChange) -> Office:
    return Office(calendar=OfficeCalendar(changes=changes))


def test_an_office_that_says_nothing_has_the_calendar_of_all() -> None:
    for office in (None, Office(), Office(calendar=OfficeCalendar())):
        assert office_calendar(office) == default_calendar()


def test_the_days_of_the_office_are_open_and_closed() -> None:
    calendar = office_calendar(
        with_changes(
            DayChange(
                date=MONDAY,
                kind=DayChangeKind.CLOSED,
                name=Text("Pindah gedung"),
                decree=Decree(number="12 Tahun 2026"),
            ),
            DayChange(date=SATURDAY, kind=DayChangeKind.OPENED),
        )
    )
    off = calendar.off(MONDAY)
    assert isinstance(off, DayOff)
    assert (off.kind, str(off.name), off.decree) == (
        DayKind.CLOSED,
        "Pindah gedung",
        "12 Tahun 2026",
    )
    assert calendar.is_working_day(SATURDAY)
    assert not calendar.is_estimated(dt.date(2026, 10, 1), dt.date(2026, 10, 31))


def test_a_day_that_may_move_is_an_estimate() -> None:
    calendar = office_calendar(
        with_changes(DayChange(date=MONDAY, kind=DayChangeKind.CLOSED, estimated=True))
    )
    assert calendar.is_estimated(dt.date(2026, 10, 4), MONDAY)
    assert not calendar.is_estimated(MONDAY, SATURDAY)
    off = calendar.off(MONDAY)
    assert isinstance(off, DayOff)
    assert off.estimated


def test_a_change_that_is_not_whole_is_passed_over() -> None:
    office = with_changes(DayChange(date=MONDAY), DayChange(kind=DayChangeKind.CLOSED))
    assert office_calendar(office) == default_calendar()


@pytest.mark.parametrize(
    ("decree", "cited"),
    [
        (Decree(number="12"), "12"),
        (Decree(title=Text("Hari pelayanan")), "Hari pelayanan"),
        (Decree(), ""),
        (None, ""),
    ],
)
def test_a_decree_is_cited_by_its_number_or_title(decree: Decree | None, cited: str) -> None:
    change = DayChange(date=MONDAY, kind=DayChangeKind.CLOSED, decree=decree)
    off = office_calendar(with_changes(change)).off(MONDAY)
    assert isinstance(off, DayOff)
    assert off.decree == cited


def test_collective_leave_is_worked_where_the_office_says_so() -> None:
    office = Office(calendar=OfficeCalendar(collective_leave_worked=True))
    assert office_calendar(office).is_working_day(dt.date(2026, 3, 18))
    assert office_calendar(office) is office_calendar(office)


def test_the_zone_is_the_one_stated_before_that_of_the_code() -> None:
    assert office_zone(None) is None
    assert office_zone(Office(name="BPS")) is None
    assert office_zone(Office(code="3322")) is Zone.WIB
    assert office_zone(Office(code="3322", time_zone=" ")) is Zone.WIB
    assert office_zone(Office(code="3322", time_zone="WITA")) is Zone.WITA
    with pytest.raises(ZoneError):
        office_zone(Office(code="3322", time_zone="UTC+8"))
