from __future__ import annotations

import datetime as dt
from collections import Counter
from importlib import resources

import holidays
import pytest

from pst_standards.calendar import DayKind, DaysOffError, YearError, default_calendar
from pst_standards.calendar.day_file import read_days_off
from pst_standards.findings import Confidence

YEARS = (2024, 2025, 2026, 2027)


def of_the_package(category: str) -> set[dt.date]:
    return set(holidays.country_holidays("ID", years=YEARS, categories=(category,)))


def ours(*kinds: DayKind) -> set[dt.date]:
    years = default_calendar().years.values()
    return {day.date for year in years for day in year.days if day.kind in kinds}


def test_every_national_holiday_and_election_day_is_that_of_the_package() -> None:
    assert ours(DayKind.NATIONAL, DayKind.ELECTION) == of_the_package("public")


def test_every_day_of_collective_leave_is_that_of_the_package() -> None:
    assert ours(DayKind.COLLECTIVE_LEAVE) == of_the_package("government")


def test_the_days_are_as_many_as_the_decrees_set() -> None:
    found = {
        year: Counter(day.kind.value for day in off.days)
        for year, off in default_calendar().years.items()
    }
    assert found == {
        2024: {"national": 17, "collective_leave": 10, "election": 2},
        2025: {"national": 17, "collective_leave": 11},
        2026: {"national": 17, "collective_leave": 8},
        2027: {"national": 18, "collective_leave": 8},
    }


@pytest.mark.parametrize(
    ("year", "without_leave", "worked"),
    [(2024, 238, 248), (2025, 237, 248), (2026, 240, 248), (2027, 242, 250)],
)
def test_a_year_has_so_many_working_days(year: int, without_leave: int, worked: int) -> None:
    last, end = dt.date(year - 1, 12, 31), dt.date(year, 12, 31)
    calendar = default_calendar()
    assert calendar.count_working_days(last, end) == without_leave
    assert calendar.worked().count_working_days(last, end) == worked


def test_no_bundled_day_is_an_estimate_and_every_day_names_its_decree() -> None:
    days = [day for year in default_calendar().years.values() for day in year.days]
    assert [day for day in days if day.estimated or not day.decree or not day.name.en] == []


def test_what_is_not_confirmed_of_a_decree_is_marked() -> None:
    marks = {
        decree.id: decree.confidence
        for year in default_calendar().years.values()
        for decree in year.decrees
    }
    assert {name for name, mark in marks.items() if mark is Confidence.VERIFIED} == {"skb-2026"}
    assert set(marks.values()) == {Confidence.VERIFIED, Confidence.SECONDARY}
    assert sorted(marks) == [
        *("keppres-pemilu-2024", "keppres-pilkada-2024"),
        *("skb-2024", "skb-2025", "skb-2025-change", "skb-2026", "skb-2027"),
    ]


def test_the_leave_of_august_2025_came_later_with_a_decree_of_its_own() -> None:
    calendar = default_calendar()
    day = calendar.listed(dt.date(2025, 8, 18))
    assert day is not None
    assert (day.decree, day.announced_on) == (
        "SKB Menag 933/2025, Menaker 1/2025, MenPANRB 3/2025",
        dt.date(2025, 8, 7),
    )
    before = calendar.known_on(dt.date(2025, 8, 6))
    assert before.as_of == dt.date(2025, 8, 6)
    assert before.is_working_day(dt.date(2025, 8, 18))
    assert not calendar.known_on(dt.date(2025, 8, 7)).is_working_day(dt.date(2025, 8, 18))
    assert not calendar.known_on(dt.date(2025, 8, 11)).is_working_day(dt.date(2026, 3, 18))


def test_a_year_that_is_not_there_is_named() -> None:
    with pytest.raises(YearError) as caught:
        default_calendar().is_working_day(dt.date(2028, 3, 1))
    assert caught.value.params == {"year": 2028}
    for lang in ("id", "en"):
        said = caught.value.message(lang)
        assert "2028" in said
        assert "Keputusan Bersama" in said


FILE = """\
format = "pst-days-off/1"
as_of = 2026-11-26
[[decree]]
id = "a"
cite = "SKB"
title.id = "Keputusan"
title.en = "Decree"
confidence = "verified"
source = "text"
[[year]]
year = 2030
decree = "a"
days = [{ date = 2030-01-01, kind = "national", id = "Tahun Baru", en = "New Year" }]
"""


def test_a_file_of_the_form_of_the_bundled_one_is_read() -> None:
    (year,) = read_days_off(FILE).years
    assert year.on(dt.date(2030, 1, 1)) is not None
    assert [decree.cite for decree in year.decrees] == ["SKB"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format =", "format", "file: "),
        ("pst-days-off/1", "pst-days-off/2", "expected 'pst-days-off/1'"),
        ("as_of = 2026-11-26", "", "'as_of' is missing"),
        ("as_of = 2026-11-26", "as_of = 2026-11-26T00:00:00", "is no date"),
        ("year = 2030", "year = true", "is no int"),
        ("year = 2030", "year = 2031", "no day of 2031"),
        ('source = "text"', "sauce = 1", "unknown key 'sauce'"),
        ('confidence = "verified"', 'confidence = "sure"', "confidence: 'sure'"),
        ('kind = "national"', 'kind = "local"', "kind: 'local'"),
        ('decree = "a"', 'decree = "b"', "'b' is not in the file"),
        ("[{ date", "[1, { date", "1 is not a table"),
    ],
)
def test_what_a_file_does_not_say_right_is_told(old: str, new: str, said: str) -> None:
    assert old in FILE
    with pytest.raises(DaysOffError, match=said):
        read_days_off(FILE.replace(old, new, 1))


def test_a_day_that_stands_twice_is_refused() -> None:
    day = FILE.partition("[{")[2].partition("}")[0]
    with pytest.raises(DaysOffError, match="stands twice"):
        read_days_off(FILE.replace("[{", f"[{{{day}}}, {{"))


def test_the_bundled_file_is_in_the_order_of_its_days() -> None:
    file = resources.files("pst_standards.calendar") / "data" / "days_off.toml"
    for year in read_days_off(file.read_text(encoding="utf-8")).years:
        dates = [day.date for day in year.days]
        assert dates == sorted(dates)
