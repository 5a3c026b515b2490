"""Numbers however they are spaced are taken out, and figures that look like them stay."""

from __future__ import annotations

import datetime as dt
import itertools
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.complaints.secrecy import masked
from pst_standards.complaints.secrecy.masking import plain

PHONE = "[nomor telepon disamarkan]"
WIDE = {ord(str(one)): 0xFF10 + one for one in range(10)}
SPACES = st.sampled_from(["", " ", "  ", "   ", "-", ".", "\n", " - ", "\r\n", "\t", "\u2013"])


@pytest.mark.parametrize(
    "words",
    [
        "0812  3456  7890",
        "0812 3456\n7890",
        "0812\r\n3456-7890",
        "08 12 34 56 78 90",
        "08-12-34-56-78-90",
        "024-7601234",
        "024 - 760 1234",
        "0271-712345",
        "(024) 760 1234",
        "(024)  7601234",
        "+62 8 12 34 56 78 90",
        "62 812 3456 7890",
        "081234567890".translate(WIDE),
        "\uff0b62 812 3456 7890",
        "0812\u200b3456\u200b7890",
    ],
)
def test_telephone_numbers_are_found_however_they_are_spaced(words: str) -> None:
    assert masked(words) == PHONE
    assert masked(f"Hubungi ({words}), ya.") == f"Hubungi ({PHONE}), ya."


@pytest.mark.parametrize("words", ["Telp. 024 7601234", "telp: 0247601234", "Fax 0271 712345"])
def test_a_line_without_hyphen_is_known_by_the_word_before(words: str) -> None:
    assert masked(words) == f"{words.split(maxsplit=1)[0]} {PHONE}"


@pytest.mark.parametrize(
    "words",
    [
        "3322  0141  0190  0001",
        "332201/410190/0001",
        "3322/0141/0190/0001",
        "3322 0141\n0190 0001",
        "33 22 01 41 01 90 0001",
        "3322014101900001".translate(WIDE),
    ],
)
def test_identity_numbers_are_found_however_they_are_spaced(words: str) -> None:
    assert masked(f"NIK {words}.") == "NIK [NIK disamarkan]."
    assert "[NIK disamarkan]" in masked(f"Nomor 5, {words}")
    assert masked(f"12 {words}") == "12 [NIK disamarkan]"


@pytest.mark.parametrize(
    "words",
    ["siti @ contoh.co.id", "siti  @  contoh.co.id", "siti(at)contoh.co.id", "siti\uff20contoh.id"],
)
def test_addresses_are_found_however_they_are_spaced(words: str) -> None:
    assert masked(words) == "[surel disamarkan]"


@pytest.mark.parametrize(
    "words",
    [
        "Rp 1.250.000, Rp62.812.345.678 dan 62.812.345.678 rupiah",
        "08-10-2026 08.30, 08/11/2026 09.00; 2026-10-08 08:30",
        "12/10/2026 08.30-11.10 dan 12-10-2026 08-30-1110",
        "081.234.567 dan 812.345.678 serta 12.345.678",
        "UU 25/2009 Pasal 44, PP 96 Tahun 2012, Perka BPS 78/2020, UU Nomor 27 Tahun 2022",
        "-7.081234567, 110.081234567 atau -7.0512, 110.4203",
        "PGD-2026-7K3M9Q2T dan B-024/33740/HM.340/2026",
        "024-2026-1234 dan 021-12-2026",
        "2019 2020 2021 2022 2023",
        "pukul 08 10 dan 08 30 09 30 10 30",
        "harga @ Rp5.000, 3 lembar @ 5.000, tiga @ kantor",
        "Kode 3374 jumlah 1653524, 3322 sebanyak 1080648",
        "3.201.141.019.000.001 butir",
    ],
)
def test_figures_dates_laws_and_places_stay(words: str) -> None:
    assert masked(words) == words


@given(
    st.from_regex(r"8(1[1-9]|2[1-3]|5[1-35-9])[2-9]\d{6,8}", fullmatch=True),
    st.lists(SPACES, min_size=2, max_size=2),
    st.booleans(),
)
def test_every_mobile_number_is_taken_out(digits: str, gaps: list[str], wide: bool) -> None:
    first, second = gaps
    written = f"0{digits[:3]}{first}{digits[3:7]}{second}{digits[7:]}"
    whole = "." not in gaps or len(digits) > len("081234567")
    assume(whole)
    written = written.translate(WIDE) if wide else written
    assert masked(f"WA {written}, terima kasih") == f"WA {PHONE}, terima kasih"


@given(
    st.integers(110000, 949999),
    st.dates(dt.date(1930, 1, 1), dt.date(2015, 12, 31)),
    st.integers(1, 1899),
    st.booleans(),
    st.sampled_from(["  ", "/", "-", " "]),
)
def test_every_identity_number_is_taken_out(
    place: int,
    born: dt.date,
    serial: int,
    woman: bool,
    sign: str,
) -> None:
    digits = f"{place}{born.day + 40 * woman:02}{born:%m%y}{serial:04}"
    for cuts in ((0, 4, 8, 12, 16), (0, 6, 12, 16), (0, 6, 8, 10, 12, 16)):
        written = sign.join(digits[a:b] for a, b in itertools.pairwise(cuts))
        assert masked(f"NIK {written}!") == "NIK [NIK disamarkan]!"


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)),
    st.times(),
    st.sampled_from(["%d-%m-%Y %H.%M", "%d/%m/%Y pukul %H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y"]),
)
def test_no_date_is_taken_out(day: dt.date, hour: dt.time, form: str) -> None:
    words = f"Pada {dt.datetime.combine(day, hour):{form}} saya datang."
    assert masked(words) == words
    row = f"{dt.datetime.combine(day, hour):{form}} {dt.datetime.combine(day, hour):{form}}"
    assert masked(row) == row


@given(st.integers(0, 10**12), st.sampled_from(["Rp", "Rp ", "Rp. ", ""]))
def test_no_sum_and_no_figure_with_dots_is_taken_out(number: int, sign: str) -> None:
    words = f"sebesar {sign}{number:,}".replace(",", ".")
    assert masked(words) == words


@given(st.floats(-11, 6), st.floats(95, 141))
def test_no_coordinate_is_taken_out(north: float, east: float) -> None:
    words = f"di {north:.6f}, {east:.6f}"
    assert masked(words) == words


@given(st.text("08162+(). -/\n@at\uff17\uff10", max_size=60))
def test_masking_twice_is_masking_once(words: str) -> None:
    once = masked(words)
    assert masked(once) == once
    assert len(plain(words)) == len(words)


@pytest.mark.parametrize(
    "part",
    [
        "0812 34 ",
        "08 12 34 56 78 9 ",
        "0",
        "08",
        "08123456789012345678 ",
        "1 ",
        "62 8 ",
        "(024) ",
        "024-1 ",
        "3322 0141 0190 00 ",
        "a@",
        "a @ b.",
        "0812\n\n\n",
        "telp ",
        "\uff10\uff18 ",
    ],
)
def test_no_text_takes_longer_than_its_length(part: str) -> None:
    short, long = ((part * size)[:size] for size in (20_000, 200_000))
    taken = []
    for words in (short, long):
        begun = time.perf_counter()
        masked(words)
        taken.append(time.perf_counter() - begun)
    # Ten times the length; a square would take a hundred times as long.
    assert taken[1] < max(40 * taken[0], 1.0)
