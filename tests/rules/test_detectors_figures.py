from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.detectors.figures_in_two import differing_figures

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
]


@pytest.mark.parametrize(("indonesian", "english"), SAME)
def test_what_says_the_same_or_may_do_so_is_no_difference(indonesian: str, english: str) -> None:
    assert differing_figures(indonesian, english) is None


@pytest.mark.parametrize(("indonesian", "english", "left", "right"), DIFFERENT)
def test_figures_of_another_value_are_told_from_both_sides(
    indonesian: str, english: str, left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    assert differing_figures(indonesian, english) == (left, right)


@given(st.text(alphabet="0123456789.,: abpmRIDr(+)-@\n"))
def test_a_text_never_differs_from_itself(words: str) -> None:
    assert differing_figures(words, words) is None


@given(st.integers(0, 10**12))
def test_a_sum_is_the_same_however_its_thousands_are_grouped(number: int) -> None:
    english = f"{number:,}"
    assert differing_figures(f"Rp{english.replace(',', '.')}", f"IDR {english}") is None
