from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.detectors.figures_in_two import differing_figures, lone_figures
from pst_standards.rules.detectors.number_words import numbers_said, spelt_numbers

SAME = [
    ("Rp10.000", "IDR 10,000"),
    ("Rp1,5 juta", "IDR 1.5 million"),
    ("Rp10 ribu", "Rp10,000.00"),
    ("pukul 08.00-15.30", "8 a.m. to 3:30 p.m."),
    ("pukul 13.00", "at 1 p.m."),
    ("tanggal 22 November 2026", "on November 22, 2026"),
    ("tanggal 22/11/2026", "on 22 November 2026"),
    ("paling lama 3 (tiga) hari", "within three days"),
    ("1 jam", "60 minutes"),
    ("90 hari", "3 months"),
    ("2 kali setahun", "twice a year"),
    ("nilai 3,5 dari 4", "a score of 3.5 of 4"),
    ("UU 25/2009 Pasal 34", "Law No. 25 of 2009, Article 34"),
    ("Telepon (024) 8412812 atau 0800-0000-0000", "Call +62 24 8412813 or +62 800 0000 001"),
    ("di pst3399.bps.go.id/2024", "at https://example.org/2025"),
    ("surat elektronik bps3399@bps.go.id 1", "e-mail bps3398@bps.go.id 1"),
    ("formulir F-1, ruang A4", "form F-2, room A5"),
    ("paling lama 3 hari", "as soon as we can"),
    ("setengah hari, 4 orang", "half a day, 5 people"),
    ("", "5 days"),
]
DIFFERENT = [
    ("paling lama 3 hari", "within 5 days", ("3",), ("5",)),
    ("Rp10.000", "IDR 100,000", ("10.000",), ("100,000",)),
    ("pukul 08.00-15.30", "8 a.m. to 4:30 p.m.", ("15.30",), ("4:30",)),
    ("3 hari", "15 days", ("3",), ("15",)),
    ("22 November 2026", "November 23, 2026", ("22",), ("23",)),
    ("Rp1,5 juta", "IDR 1.6 million", ("1,5 juta",), ("1.6 million",)),
    ("14 hari, lalu 3 hari", "60 days, then three days", ("14",), ("60",)),
    ("Pasal 34", "Article 43", ("34",), ("43",)),
    ("tiga hari", "within 5 days", ("tiga",), ("5",)),
    ("dua puluh lima orang", "thirty people", ("dua puluh lima",), ("thirty",)),
]
GOES_WITHOUT_SAYING = [
    *SAME[:11],
    *SAME[13:17],
    ("menurut UU 25/2009 Pasal 34 ayat (2)", "by law"),
    ("Peraturan Pemerintah Nomor 7 Tahun 2015", "the tariff in force"),
    ("Loket 2, lantai 3", "the counter upstairs"),
    ("(1) meja (2) kursi", "desk and chair"),
    ("1. Meja\n2. Kursi", "Desk\nChair"),
    ("1 petugas", "an officer"),
    ("hari ke-2", "the 2nd day"),
    ("Semester II 2026", "the year's second semester"),
    ("3 x 24 jam", "three days"),
    ("24/7", "at any time"),
    ("24 jam", "around the clock"),
    ("100%", "fully"),
    ("Rp0", "free of charge"),
    ("2 rangkap", "in duplicate"),
    ("triwulanan", "every 3 months"),
    ("dua minggu", "14 days"),
    ("tahun 2025", "last year"),
    ("pukul 12.00", "noon"),
    ("x" * 5001 + " 3 hari", "soon"),
]
LONE = [
    ("paling lama 3 hari", "as soon as we can", ("3",), ()),
    ("secepatnya", "within 3 days", (), ("3",)),
    ("Rp10.000 per halaman", "per page", ("10.000",), ()),
    ("UU 25/2009, paling lama 14 hari", "by law", ("14",), ()),
    ("sebelum pukul 15.30", "before closing", ("15.30",), ()),
    ("Ada 50 kursi dan dua komputer", "Chairs and two computers", ("50",), ()),
]


@pytest.mark.parametrize(("indonesian", "english"), SAME)
def test_what_says_the_same_or_may_do_so_is_no_difference(indonesian: str, english: str) -> None:
    assert differing_figures(indonesian, english) is None


@pytest.mark.parametrize(("indonesian", "english", "left", "right"), DIFFERENT)
def test_figures_of_another_value_are_told_from_both_sides(
    indonesian: str, english: str, left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    assert differing_figures(indonesian, english) == (left, right)


@pytest.mark.parametrize(("indonesian", "english"), GOES_WITHOUT_SAYING)
def test_what_a_translation_may_leave_out_is_no_lone_figure(indonesian: str, english: str) -> None:
    assert lone_figures(indonesian, english) is None
    assert lone_figures(english, indonesian) is None


@pytest.mark.parametrize(("indonesian", "english", "left", "right"), LONE)
def test_a_figure_in_one_language_only_is_named(
    indonesian: str, english: str, left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    assert lone_figures(indonesian, english) == (left, right)
    assert differing_figures(indonesian, english) is None


_UNITS = [
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
]
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _indonesian(number: int) -> str:
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number == 100:
        return "seratus"
    rest = f" {_UNITS[number % 10]}" if number % 10 else ""
    return f"{_UNITS[number // 10]} puluh{rest}"


def _english(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number == 100:
        return "one hundred"
    rest = f"-{_SMALL[number % 10]}" if number % 10 else ""
    return _TENS[number // 10 - 2] + rest


@pytest.mark.parametrize("number", range(101))
def test_every_number_up_to_a_hundred_is_read_in_words_and_meets_its_digits(number: int) -> None:
    indonesian, english = _indonesian(number), _english(number)
    assert [one.value for one in spelt_numbers(f"{indonesian} hari")] == [number]
    assert [one.value for one in spelt_numbers(f"Within {english} days")] == [number]
    for here, there in [(f"{number} hari", english), (indonesian, f"{number} days")]:
        assert differing_figures(here, there) is lone_figures(here, there) is None


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("dua atau tiga", [2, 3]),
        ("satu dua", [1, 2]),
        ("two hundred", [200]),
        ("sepuluh ribu rupiah", [10_000]),
        ("ribuan ratus", []),
        ("dua juta lima ratus ribu", [2_500_000]),
    ],
)
def test_numbers_beside_each_other_are_told_apart(words: str, numbers: list[int]) -> None:
    assert [one.value for one in spelt_numbers(words)] == numbers


def test_roman_numerals_are_numbers() -> None:
    assert {4, 9, 14} <= numbers_said("IV, IX dan XIV")


@given(st.times(), st.booleans())
def test_a_time_of_the_day_is_the_same_by_either_clock(time: dt.time, dotted: bool) -> None:
    stop = "." if dotted else ":"
    here = f"pukul {time:%H}.{time:%M}"
    there = f"at {time.hour % 12 or 12}{stop}{time:%M} {'am' if time.hour < 12 else 'pm'}"
    assert differing_figures(here, there) is lone_figures(here, there) is None


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_a_date_is_the_same_in_words_and_in_figures(day: dt.date) -> None:
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    here = f"{day.day} {months.split()[day.month - 1]} {day.year}"
    for there in (f"{day.day}/{day.month}/{day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert differing_figures(here, there) is lone_figures(here, there) is None


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_a_sum_with_cents_is_the_same_by_either_habit(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    indonesian = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert differing_figures(f"Rp{indonesian}", f"IDR {english}") is None
    assert lone_figures(f"Rp{indonesian}", f"IDR {english}") is None


@given(st.text(alphabet="0123456789.,: abpmRIDr(+)-@\n"))
def test_a_text_never_differs_from_itself(words: str) -> None:
    assert differing_figures(words, words) is None


@given(st.integers(0, 10**12))
def test_a_sum_is_the_same_however_its_thousands_are_grouped(number: int) -> None:
    english = f"{number:,}"
    assert differing_figures(f"Rp{english.replace(',', '.')}", f"IDR {english}") is None
