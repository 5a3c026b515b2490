from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents import formats
from pst_standards.documents.outline import Lang

SUNDAY = dt.date(2026, 11, 22)


def test_dates_are_written_as_each_language_writes_them() -> None:
    assert formats.long_date(SUNDAY, "id") == "22 November 2026"
    assert formats.full_date(SUNDAY, "id") == "Minggu, 22 November 2026"
    assert formats.full_date(SUNDAY, "en") == "Sunday, 22 November 2026"
    assert formats.month_and_year(dt.date(2024, 2, 29), "id") == "Februari 2024"


def test_weekdays_count_from_monday() -> None:
    names = [formats.weekday(number, "id") for number in range(1, 8)]
    assert names == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0, None, "0"),
        (1234.56, None, "1.234,56"),
        (-1234567, None, "-1.234.567"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-0.005"), 2, "-0,01"),
        (Fraction(1, 3), None, "0,333333"),
        (Fraction(10_000, 3), 2, "3.333,33"),
        (3, 2, "3,00"),
    ],
)
def test_numbers_have_points_between_groups_and_a_comma(
    value: float | Decimal | Fraction, decimals: int | None, shown: str
) -> None:
    assert formats.number(value, "id", decimals) == shown


def test_english_numbers_swap_the_signs() -> None:
    assert formats.number(Decimal("1234.5"), "en", 2) == "1,234.50"


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_rupiah_loses_no_digit_and_has_no_space(amount: int) -> None:
    shown = formats.rupiah(amount, "id")
    assert int(shown.replace("Rp", "").replace(".", "")) == amount
    assert shown.lstrip("-").startswith("Rp")


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("id", "Rp1.100.000 (satu juta seratus ribu rupiah)"),
        ("en", "Rp1,100,000 (one million, one hundred thousand rupiah)"),
    ],
)
def test_rupiah_in_words(lang: Lang, shown: str) -> None:
    assert formats.rupiah_in_words(1_100_000, lang) == shown


def test_nothing_costs_nol_rupiah() -> None:
    assert formats.rupiah_in_words(0, "id") == "Rp0 (nol rupiah)"


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1000, "1,00 kB"),
        (511_560, "511,56 kB"),
        (999_999, "1.000,00 kB"),
        (6_130_000, "6,13 MB"),
        (10**13, "10.000,00 GB"),
    ],
)
def test_file_sizes(size: int, shown: str) -> None:
    assert formats.file_size(size, "id") == shown


def test_page_numbers_read_the_same_whole_and_in_parts() -> None:
    for lang in ("id", "en"):
        before, between, after = formats.page_text_parts(lang)
        assert f"{before}2{between}5{after}" == formats.page_text(2, 5, lang)
    assert formats.page_text(2, 5, "en") == "Page 2 of 5"


def test_clock_times() -> None:
    assert formats.clock(dt.time(15, 30), "id") == "15.30"
    assert formats.clock(dt.time(15, 30, 59), "en") == "15:30"
