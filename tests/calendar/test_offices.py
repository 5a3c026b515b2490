from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from pst_standards.calendar import (
    Calendar,
    DayKind,
    DayOff,
    YearError,
    Zone,
    ZoneError,
    deadline,
    default_calendar,
)
from pst_standards.calendar.offices import calendar_to_judge_by, office_calendar, office_zone
from pst_standards.model import (
    DayChange,
    DayChangeKind,
    Decree,
    DecreedDay,
    DecreedYear,
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


# -- years that the office adds

NEW_YEAR = DecreedDay(date=dt.date(2028, 1, 1), name=Text("Tahun Baru", "New Year"))
NYEPI = DecreedDay(date=dt.date(2028, 3, 3), name=Text("Hari Suci Nyepi"))
LEAVE = DecreedDay(date=dt.date(2028, 3, 2), name=Text("Hari Suci Nyepi"))
DECREE = Decree(number="SKB 1/2027", title=Text("Libur 2028"), date=dt.date(2027, 9, 1))
YEAR = DecreedYear(
    year=2028,
    decree=DECREE,
    national_holidays=(NEW_YEAR, NYEPI),
    collective_leave=(LEAVE,),
)


def adding(*years: DecreedYear, **others: Any) -> Calendar:
    return office_calendar(office_adding(*years, **others))


def office_adding(*years: DecreedYear, **others: Any) -> Office:
    return Office(calendar=OfficeCalendar(years=years, **others))


def test_a_year_that_the_office_adds_is_counted_with_and_cited() -> None:
    found = deadline(dt.date(2028, 3, 1), "5 working_day", calendar=adding(YEAR))
    assert (found.due, found.provisional) == (dt.date(2028, 3, 10), False)
    assert found.citations == ("Perpres 21/2023", "SKB 1/2027")
    assert found.reasoning[1].text("id") == (
        "Kamis, 2 Maret 2028: cuti bersama Hari Suci Nyepi, tidak dihitung (SKB 1/2027)."
    )
    worked = adding(YEAR, collective_leave_worked=True)
    assert worked.next_working_day(dt.date(2028, 3, 1)) == dt.date(2028, 3, 2)
    assert adding(YEAR).years[2028].decrees[0].announced_on == dt.date(2027, 9, 1)


def test_an_estimated_year_is_provisional_until_its_decree_is_there() -> None:
    for year in (
        evolve_year(estimated=True, decree=None),
        # A year of no collective leave is not known as a whole.
        evolve_year(collective_leave=()),
    ):
        found = deadline(dt.date(2028, 3, 6), "5 working_day", calendar=adding(year))
        assert found.provisional
        assert not deadline(dt.date(2027, 3, 1), "5 day", calendar=adding(year)).provisional
    assert adding(evolve_year(decree=None)).years[2028].decrees == ()


def evolve_year(**others: Any) -> DecreedYear:
    return evolve(YEAR, **others)


def test_an_estimate_does_not_replace_a_year_of_the_data_but_a_decree_does() -> None:
    day = DecreedDay(date=dt.date(2027, 6, 9), name=Text("Libur tambahan"))
    stated = DecreedYear(year=2027, national_holidays=(day,), collective_leave=(day,))
    assert adding(evolve(stated, estimated=True)) == default_calendar()
    calendar = adding(stated)
    off = calendar.off(dt.date(2027, 6, 9))
    assert isinstance(off, DayOff)
    # Of two lists that name a day, the holidays have it.
    assert off.kind is DayKind.NATIONAL
    assert calendar.is_working_day(dt.date(2027, 1, 1))


def test_a_day_without_a_name_is_told_all_the_same() -> None:
    unnamed = evolve_year(national_holidays=(DecreedDay(date=dt.date(2028, 3, 2)),))
    found = deadline(dt.date(2028, 3, 1), "1 working_day", calendar=adding(unnamed))
    assert "libur nasional (tanpa nama), tidak dihitung" in found.reasoning[1].text("id")
    assert "national holiday, (no name), not counted" in found.reasoning[1].text("en")


def test_the_day_of_the_data_is_that_of_the_office_once_it_adds_a_year() -> None:
    day = dt.date(2027, 9, 2)
    assert adding(YEAR, as_of=day).as_of == day
    assert adding(YEAR).as_of == adding(as_of=day).as_of == default_calendar().as_of


@pytest.mark.parametrize(
    ("years", "key", "year"),
    [
        ((DecreedYear(),), "year.unfit", "?"),
        ((DecreedYear(year=2028, collective_leave=(LEAVE,)),), "year.unfit", 2028),
        ((evolve_year(national_holidays=(NEW_YEAR, DecreedDay())),), "year.unfit", 2028),
        ((evolve_year(collective_leave=(DecreedDay(date=MONDAY),)),), "year.unfit", 2028),
        ((evolve_year(year=2029),), "year.unfit", 2029),
        ((YEAR, YEAR), "year.unfit", 2028),
        (
            (DecreedYear(year=2029, national_holidays=(DecreedDay(date=dt.date(2029, 1, 1)),)),),
            "year.missing",
            2028,
        ),
    ],
)
def test_a_year_that_is_not_whole_is_never_counted_with(
    years: tuple[DecreedYear, ...], key: str, year: int | str
) -> None:
    with pytest.raises(YearError) as caught:
        adding(*years)
    assert (caught.value.key, caught.value.params) == (key, {"year": year})
    assert str(year) in caught.value.message("id")
    # Rules judge the rest by the calendar without it.
    office = office_adding(*years, collective_leave_worked=True)
    assert calendar_to_judge_by(office) == default_calendar().worked()


def test_years_may_be_added_in_any_order_and_before_the_data() -> None:
    later = DecreedYear(
        year=2029, national_holidays=(DecreedDay(date=dt.date(2029, 1, 1)),), estimated=True
    )
    before = DecreedYear(
        year=2023,
        national_holidays=(DecreedDay(date=dt.date(2023, 1, 1)),),
        collective_leave=(DecreedDay(date=dt.date(2023, 1, 23)),),
    )
    assert list(adding(later, before, YEAR).years) == list(range(2023, 2030))
    assert calendar_to_judge_by(office_adding(YEAR)) == adding(YEAR)
