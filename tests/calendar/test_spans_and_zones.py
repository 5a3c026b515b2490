"""How spans of time are written, and which zone an office is in."""

from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.calendar import Zone, parse_duration, zone_of, zone_of_office
from pst_standards.model.channel import Duration, TimeUnit


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
