"""Deadlines: which days count and why, what an office changes, and how sure a limit is."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

import pst_standards.calendar as room
from pst_standards.calendar import (
    Calendar,
    DayChange,
    DayKind,
    DayOff,
    NaiveTimeError,
    Side,
    Status,
    YearOff,
    deadline,
    default_calendar,
)
from pst_standards.calendar.dates import day_range
from pst_standards.model import DayChangeKind
from pst_standards.model.base import Text
from tests.calendar.written_dates import SKB, day, moment, told


def test_each_day_says_why_it_counts_or_does_not() -> None:
    assert told(day("2026-03-17"), "3 working_day") == [
        (17, "start", None),
        (18, "collective-leave", None),
        (19, "national", None),
        (20, "collective-leave", None),
        (21, "national", None),
        (22, "national", None),
        (23, "collective-leave", None),
        (24, "collective-leave", None),
        (25, "working-day", 1),
        (26, "working-day", 2),
        (27, "working-day", 3),
    ]


def test_a_reason_is_a_sentence_with_its_decree_in_both_languages() -> None:
    reason = deadline(day("2026-03-17"), "3 working_day").reasoning[1]
    assert reason.text("id") == (
        f"Rabu, 18 Maret 2026: cuti bersama Hari Suci Nyepi, tidak dihitung ({SKB})."
    )
    assert reason.text("en") == (
        "Wednesday, 18 March 2026: collective leave for Nyepi (Day of Silence), not counted "
        f"({SKB})."
    )


def test_a_deadline_says_what_it_rests_on() -> None:
    assert deadline(day("2026-03-17"), "3 working_day").citations == ("Perpres 21/2023", SKB)
    assert deadline(day("2026-12-18"), "10 working_day").citations == (
        "Perpres 21/2023",
        SKB,
        "SKB Menag, Menaker, MenPANRB tentang libur 2027",
    )
    assert "Keppres 10/2024" in deadline(day("2024-02-13"), "1 working_day").citations
    assert deadline(day("2026-03-17"), "3 calendar_day").citations == ()
    assert deadline(day("2026-03-17"), "3 working_day").calendar_as_of == day("2026-11-26")


def test_the_contract_of_the_json_is_kept() -> None:
    found = deadline(day("2026-03-02"), "14 day").to_dict()
    assert list(found) == [
        *("start", "counted_from", "duration", "due", "readings"),
        *("provisional", "reasoning", "citations", "calendar_as_of"),
    ]
    assert found["readings"] == {"strict": "2026-03-16", "lenient": "2026-03-27"}
    assert found["duration"] == {"value": 14, "unit": "day"}
    assert found["reasoning"][1] == {
        "date": "2026-03-03",
        "counted": True,
        "number": 1,
        "kind": "calendar-day",
        "text": {
            "id": "Selasa, 3 Maret 2026: hari kalender ke-1.",
            "en": "Tuesday, 3 March 2026: calendar day 1.",
        },
        "reading": "strict",
    }


def test_a_limit_of_no_days_ends_on_the_day_itself() -> None:
    for unit in ("working_day", "calendar_day", "day", "month"):
        found = deadline(day("2026-03-21"), f"0 {unit}")
        assert found.due == day("2026-03-21")
        assert [one.key for one in found.reasoning] == ["start"]


@pytest.mark.parametrize(
    ("start", "number", "due", "key"),
    [
        ("2026-01-31", 1, "2026-02-28", "month-end"),
        ("2024-01-31", 1, "2024-02-29", "month-end"),
        ("2024-02-29", 12, "2025-02-28", "month-end"),
        ("2024-02-29", 48, "2028-02-29", "month"),
        ("2026-11-15", 2, "2027-01-15", "month"),
    ],
)
def test_months_end_on_the_same_day_or_that_of_a_shorter_month(
    start: str, number: int, due: str, key: str
) -> None:
    found = deadline(day(start), f"{number} month")
    assert found.due == day(due)
    assert found.reasoning[-1].key == key
    assert found.reasoning[-1].text("en")


def test_leap_days_are_days_like_any_other() -> None:
    assert deadline(day("2024-02-28"), "1 working_day").due == day("2024-02-29")
    assert deadline(day("2024-02-29"), "1 calendar_day").due == day("2024-03-01")


def changed(kind: DayChangeKind, written: str, name: str = "", decree: str = "") -> Calendar:
    change = DayChange(date=day(written), kind=kind, name=Text(name), decree=decree)
    return default_calendar().with_changes(change)


def test_a_day_that_the_office_closes_or_opens_tells_its_decree() -> None:
    closed = changed(DayChangeKind.CLOSED, "2026-06-03", "Pindah gedung", "Keputusan 12/2026")
    found = deadline(day("2026-06-02"), "1 working_day", calendar=closed)
    assert found.due == day("2026-06-04")
    assert "kantor tutup: Pindah gedung, tidak dihitung (Keputusan 12/2026)" in (
        found.reasoning[1].text("id")
    )
    assert found.citations[-1] == "Keputusan 12/2026"
    opened = changed(DayChangeKind.OPENED, "2026-03-18", "Layanan Lebaran", "Keputusan 3/2026")
    found = deadline(day("2026-03-17"), "1 working_day", calendar=opened)
    assert found.due == day("2026-03-18")
    assert "kantor buka: Layanan Lebaran (Keputusan 3/2026)" in found.reasoning[1].text("id")


def test_a_change_without_a_name_is_told_too() -> None:
    closed = changed(DayChangeKind.CLOSED, "2026-06-03")
    assert told(day("2026-06-02"), "1 working_day", calendar=closed)[1] == (3, "closed", None)
    opened = changed(DayChangeKind.OPENED, "2026-06-06")
    assert told(day("2026-06-05"), "1 working_day", calendar=opened)[1] == (6, "opened", 1)


def test_leave_that_is_worked_says_so() -> None:
    worked = default_calendar().worked()
    found = deadline(day("2026-03-17"), "1 working_day", calendar=worked)
    assert found.reasoning[1].text("id") == (
        "Rabu, 18 Maret 2026: hari kerja ke-1, kantor buka pada cuti bersama Hari Suci Nyepi "
        f"({SKB})."
    )


def test_a_week_of_other_days_passes_over_its_own_days_off() -> None:
    calendar = evolve(default_calendar(), working_days=frozenset({0, 1, 3, 4, 5}))
    assert told(day("2026-06-02"), "3 working_day", calendar=calendar)[1:] == [
        (3, "not-a-working-day", None),
        (4, "working-day", 1),
        (5, "working-day", 2),
        (6, "working-day", 3),
    ]


def test_a_limit_that_leans_on_an_estimate_is_provisional() -> None:
    estimate = DayOff(
        date=day("2028-02-28"), kind=DayKind.NATIONAL, name=Text("Idulfitri"), estimated=True
    )
    one = default_calendar().with_year(YearOff(year=2028, days=(estimate,)))
    all_of_it = default_calendar().with_year(YearOff(year=2028, days=(), estimated=True))

    def provisional(start: str, span: str, calendar: Calendar) -> bool:
        return deadline(day(start), span, calendar=calendar).provisional

    assert provisional("2028-02-25", "1 working_day", one)
    # The strict reading ends before the estimate, the lenient one behind it.
    assert provisional("2028-02-25", "2 day", one)
    assert not provisional("2028-02-28", "1 working_day", one)
    assert not provisional("2028-02-25", "4 calendar_day", one)
    assert provisional("2028-06-01", "1 working_day", all_of_it)
    assert not provisional("2027-06-01", "1 working_day", all_of_it)


def test_doubt_goes_to_the_citizen() -> None:
    office = deadline(day("2026-03-02"), "14 day")
    citizen = evolve(office, side=Side.CITIZEN)
    days = [day("2026-03-16"), day("2026-03-17"), day("2026-03-27"), day("2026-03-28")]
    assert [office.status(on).value for on in days] == ["on_time", "late", "late", "very_late"]
    assert [citizen.status(on).value for on in days] == [
        "on_time",
        "disputable",
        "disputable",
        "late",
    ]


def test_a_limit_of_one_reading_is_kept_or_not() -> None:
    found = deadline(day("2026-03-17"), "3 working_day", zone="WIB")
    assert found.status(day("2026-03-27")) is Status.ON_TIME
    assert found.status(day("2026-03-28")) is Status.LATE
    assert found.status(moment("2026-03-27T17:30Z")) is Status.LATE  # the 28th in Jakarta
    hours = deadline(moment("2026-06-02T09:00+07:00"), "1 hour")
    assert hours.status(moment("2026-06-02T03:00Z")) is Status.ON_TIME
    assert hours.status(moment("2026-06-02T10:00:01+07:00")) is Status.LATE
    assert hours.status(day("2026-06-02")) is Status.ON_TIME
    with pytest.raises(NaiveTimeError):
        hours.status(dt.datetime(2026, 6, 2))  # noqa: DTZ001 - what is refused
    unplaced = deadline(day("2026-03-17"), "3 working_day")
    assert unplaced.status(moment("2026-03-27T23:30+09:00")) is Status.ON_TIME


def test_a_stretch_of_days_says_once_what_both_ends_share() -> None:
    stretch = day_range(day("2026-12-28"), day("2027-01-04"), "en")
    assert stretch == "28 December 2026 \N{EN DASH} 4 January 2027"
    assert day_range(day("2026-12-28"), day("2026-12-28"), "id") == "Senin, 28 Desember 2026"
    in_a_month = day_range(day("2026-03-03"), day("2026-03-16"), "id")
    assert in_a_month == "3\N{EN DASH}16 Maret 2026"
    in_a_year = day_range(day("2026-03-30"), day("2026-04-02"), "id")
    assert in_a_year == "30 Maret \N{EN DASH} 2 April 2026"


def test_the_room_names_what_it_offers() -> None:
    assert set(dir(room)) == set(room.__all__)
    assert [name for name in room.__all__ if getattr(room, name) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'clock'"):
        _ = room.clock
