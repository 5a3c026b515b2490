from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest
from attrs import evolve

import pst_standards.calendar as room
from pst_standards.calendar import (
    Calendar,
    CalendarError,
    DayChange,
    DayKind,
    DayOff,
    DurationError,
    NaiveTimeError,
    Pause,
    PauseError,
    Side,
    StartError,
    Status,
    YearError,
    YearOff,
    Zone,
    ZoneError,
    deadline,
    default_calendar,
    parse_duration,
    zone_of,
    zone_of_office,
)
from pst_standards.calendar.dates import day_range
from pst_standards.model import DayChangeKind
from pst_standards.model.base import Text
from pst_standards.model.channel import Duration, TimeUnit

SKB = "SKB Menag 1497/2025, Menaker 2/2025, MenPANRB 5/2025"


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


def moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)


def told(start: dt.date, duration: str, **options: Any) -> list[tuple[int, str, int | None]]:
    found = deadline(start, duration, **options)
    return [(one.date.day, one.key, one.number) for one in found.reasoning]


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


# -- receipt


@pytest.mark.parametrize(
    ("at", "from_day", "due", "keys"),
    [
        ("2026-06-02T10:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        ("2026-06-02T05:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        ("2026-06-02T16:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        (
            "2026-06-02T16:01+07:00",
            "2026-06-03",
            "2026-06-05",
            ["received-after-hours", "assumed-hours", "received"],
        ),
        ("2026-06-06T10:00+07:00", "2026-06-08", "2026-06-10", ["received-day-off", "received"]),
        ("2026-03-18T10:00+07:00", "2026-03-25", "2026-03-27", ["received-day-off", "received"]),
    ],
)
def test_what_comes_after_hours_counts_from_the_next_working_day(
    at: str, from_day: str, due: str, keys: list[str]
) -> None:
    found = deadline(moment(at), "2 working_day")
    assert (found.counted_from, found.due) == (day(from_day), day(due))
    assert [one.key for one in found.reasoning][: len(keys)] == keys
    assert all(one.text(lang) for one in found.reasoning for lang in ("id", "en"))


def test_a_date_is_the_day_itself_and_around_the_clock_no_hours_matter() -> None:
    assert deadline(day("2026-06-06"), "2 working_day").due == day("2026-06-09")
    late = moment("2026-06-06T23:00+07:00")
    moved = deadline(late, "2 calendar_day")
    assert (moved.due, moved.citations) == (day("2026-06-10"), ("Perpres 21/2023", SKB))
    assert deadline(late, "2 calendar_day", around_the_clock=True).due == day("2026-06-08")


def test_the_day_is_that_of_the_clock_of_the_office() -> None:
    sent = moment("2026-06-02T23:30+07:00")
    found = deadline(sent, "1 working_day", zone="WIT", around_the_clock=True)
    assert (found.counted_from, found.zone) == (day("2026-06-03"), Zone.WIT)
    assert deadline(sent, "1 working_day", around_the_clock=True).counted_from == day("2026-06-02")
    assert deadline(moment("2026-06-02T01:00Z"), "1 working_day", zone="WIB").zone is Zone.WIB


# -- pauses


def test_days_on_which_the_clock_stands_are_not_counted() -> None:
    pause = Pause(day("2026-06-03"), day("2026-06-05"))
    assert told(day("2026-06-02"), "2 working_day", pauses=[pause]) == [
        (2, "start", None),
        (3, "working-day", 1),
        (4, "paused", None),
        (5, "paused", None),
        (6, "weekend", None),
        (7, "weekend", None),
        (8, "working-day", 2),
    ]
    assert deadline(day("2026-06-02"), "2 calendar_day", pauses=[pause]).due == day("2026-06-06")


def test_months_are_longer_by_the_days_on_which_the_clock_stood() -> None:
    pause = Pause(day("2026-06-03"), day("2026-06-05"))
    found = deadline(day("2026-06-02"), "1 month", pauses=[pause])
    assert found.due == day("2026-07-04")
    assert [one.key for one in found.reasoning] == ["start", "paused", "paused", "month-paused"]
    assert "2 Juli 2026" in found.reasoning[-1].text("id")
    later = Pause(day("2026-08-03"), day("2026-08-05"))
    assert deadline(day("2026-06-02"), "1 month", pauses=[later]).due == day("2026-07-02")


def test_a_moment_of_a_pause_is_a_day_on_the_clock_of_the_office() -> None:
    pause = Pause(moment("2026-06-02T23:30+07:00"), moment("2026-06-04T10:00+07:00"))
    for zone, due in (("WIT", "2026-06-05"), ("WIB", "2026-06-08")):
        found = deadline(day("2026-06-02"), "2 working_day", pauses=[pause], zone=zone)
        assert found.due == day(due), zone
    # Where no zone is told, the clock counts that the moment was written with.
    assert deadline(day("2026-06-02"), "2 working_day", pauses=[pause]).due == day("2026-06-08")


@pytest.mark.parametrize(
    ("stop", "resume"),
    [
        (day("2026-06-03"), day("2026-06-02")),
        (moment("2026-06-03T10:00+07:00"), moment("2026-06-03T09:59+07:00")),
        (moment("2026-06-03T10:00+07:00"), day("2026-06-02")),
    ],
)
def test_a_pause_that_ends_before_it_begins_is_refused(stop: dt.date, resume: dt.date) -> None:
    with pytest.raises(PauseError):
        Pause(stop, resume)


def test_a_pause_on_one_day_takes_nothing_and_one_without_an_end_is_an_error_of_the_year() -> None:
    none = Pause(day("2026-06-03"), day("2026-06-03"))
    assert deadline(day("2026-06-02"), "2 working_day", pauses=[none]).due == day("2026-06-04")
    endless = Pause(day("2026-06-03"), dt.date.max)
    with pytest.raises(YearError):
        deadline(moment("2026-06-02T10:00+07:00"), "20 hour", pauses=[endless])


# -- what an office changes


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


# -- estimates


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


# -- status


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


# -- bad input


@pytest.mark.parametrize(
    ("start", "duration", "options", "error", "key"),
    [
        (dt.datetime(2026, 3, 17, 9), "1 day", {}, NaiveTimeError, "time.naive"),  # noqa: DTZ001
        (moment("2026-03-17T09:00Z"), "1 day", {}, ZoneError, "zone.of-office"),
        (day("2026-03-17"), "1 day", {"zone": "WIS"}, ZoneError, "zone.unknown"),
        (day("2026-03-17"), "1 day", {"zone": "UTC+8"}, ZoneError, "zone.unknown"),
        (day("2026-03-17"), "1 hour", {}, StartError, "start.time-needed"),
        (day("2026-03-17"), "1 minute", {}, StartError, "start.time-needed"),
        ("2026-03-17", "1 day", {}, StartError, "start.unfit"),
        (
            dt.datetime.max.replace(tzinfo=dt.UTC),
            "1 day",
            {"zone": "WIB"},
            StartError,
            "start.unfit",
        ),
        (day("2026-03-17"), "-1 working_day", {}, DurationError, "duration.negative"),
        (day("2026-03-17"), "1.5 hour", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "soon", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "3 fortnight", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "99999 calendar_day", {}, DurationError, "duration.too-long"),
        (day("2026-03-17"), Duration(), {}, DurationError, "duration.incomplete"),
        (day("9999-12-30"), "2 calendar_day", {}, DurationError, "duration.beyond"),
        (day("9999-12-30"), "1 month", {}, DurationError, "duration.beyond"),
        (
            moment("9999-12-31T09:00+07:00"),
            "24 hour",
            {"around_the_clock": True},
            DurationError,
            "duration.beyond",
        ),
        (day("2028-03-01"), "5 working_day", {}, YearError, "year.missing"),
        (day("2027-12-20"), "14 day", {}, YearError, "year.missing"),
        (moment("2028-03-01T09:00+07:00"), "5 calendar_day", {}, YearError, "year.missing"),
    ],
)
def test_what_cannot_be_counted_is_an_error_by_key_and_never_a_wrong_date(
    start: Any, duration: Any, options: dict[str, Any], error: type[CalendarError], key: str
) -> None:
    with pytest.raises(error) as caught:
        deadline(start, duration, **options)
    assert caught.value.key == key
    for lang in ("id", "en"):
        assert "{" not in caught.value.message(lang)
    assert str(caught.value) == caught.value.message("id")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (type(again), again.key, again.params) == (error, key, caught.value.params)


def test_a_moment_is_no_day_to_a_calendar() -> None:
    with pytest.raises(StartError):
        default_calendar().is_working_day(moment("2026-03-18T09:00+07:00"))
    with pytest.raises(StartError):
        default_calendar().add_working_days(moment("2026-03-18T09:00+07:00"), 1)
    with pytest.raises(DurationError):
        default_calendar().add_working_days(day("2026-03-18"), -1)


def test_a_naive_moment_of_a_pause_is_refused() -> None:
    with pytest.raises(NaiveTimeError):
        Pause(day("2026-03-18"), dt.datetime(2026, 3, 19))  # noqa: DTZ001 - what is refused


# -- words


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("3 working_day", TimeUnit.WORKING_DAY),
        ("3 hari kerja", TimeUnit.WORKING_DAY),
        ("3 Hari Kerja ", TimeUnit.WORKING_DAY),
        ("3 working days", TimeUnit.WORKING_DAY),
        ("3 working day", TimeUnit.WORKING_DAY),
        ("3 Working_Days", TimeUnit.WORKING_DAY),
        ("3 WORKING DAYS", TimeUnit.WORKING_DAY),
        ("3 HARI_KERJA", TimeUnit.WORKING_DAY),
        ("3 Working \t Day", TimeUnit.WORKING_DAY),
        ("3 calendar_days", TimeUnit.CALENDAR_DAY),
        ("3 MONTH", TimeUnit.MONTH),
        ("3 hari kalender", TimeUnit.CALENDAR_DAY),
        ("3 hari", TimeUnit.DAY),
        ("3 days", TimeUnit.DAY),
        ("3jam", TimeUnit.HOUR),
        ("3 menit", TimeUnit.MINUTE),
        ("+3 bulan", TimeUnit.MONTH),
    ],
)
def test_a_span_is_read_as_it_is_written_in_a_standard(written: str, unit: TimeUnit) -> None:
    assert parse_duration(written) == Duration(value=3, unit=unit)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("WIB", Zone.WIB),
        ("wita", Zone.WITA),
        ("Asia/Jayapura", Zone.WIT),
        ("ASIA/PONTIANAK", Zone.WIB),
        (Zone.WIT, Zone.WIT),
    ],
)
def test_a_zone_is_found_by_either_name(name: str | Zone, zone: Zone) -> None:
    assert zone_of(name) is zone


def test_the_three_zones_are_seven_eight_and_nine_hours_ahead() -> None:
    hours = {zone.value: zone.tzinfo.utcoffset(None) for zone in Zone}
    assert hours == {
        name: dt.timedelta(hours=at) for name, at in (("WIB", 7), ("WITA", 8), ("WIT", 9))
    }
    assert [zone.iana for zone in Zone] == ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("1100", Zone.WIB),
        ("2171", Zone.WIB),
        ("3322", Zone.WIB),
        ("5103", Zone.WITA),
        ("6100", Zone.WIB),
        ("6200", Zone.WIB),
        ("6300", Zone.WITA),
        ("6500", Zone.WITA),
        ("7371", Zone.WITA),
        ("8100", Zone.WIT),
        ("9400", Zone.WIT),
        ("0000", None),
        ("4100", None),
        ("6", None),
        ("ab", None),
        ("", None),
    ],
)
def test_the_province_in_the_code_of_an_office_tells_its_zone(code: str, zone: Zone | None) -> None:
    assert zone_of_office(code) is zone


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
