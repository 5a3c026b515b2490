from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pst_standards.rules.detectors import misspellings
from pst_standards.rules.detectors.information_charter import is_information_charter
from pst_standards.rules.detectors.misspellings import corrected, misspelt
from pst_standards.rules.detectors.participants import elements_in
from pst_standards.rules.detectors.positions import is_below_leader, is_leader
from pst_standards.rules.detectors.survey_words import basis_in, names_instrument, says_yearly


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kami sanggup menyelenggaran pelayanan", [("menyelenggaran", "menyelenggarakan")]),
        ("yang telah di tetapkan", [("di tetapkan", "ditetapkan")]),
        ("yang telah di\n  tetapkan", [("di tetapkan", "ditetapkan")]),
        ("perundangan-undangan", [("perundangan-undangan", "perundang-undangan")]),
        ("Peraturan Perundang Undangan", [("Perundang Undangan", "perundang-undangan")]),
        ("Menerima SANGSI atau sangsi", [("SANGSI", "sanksi"), ("sangsi", "sanksi")]),
        ("standart di tetapkan", [("standart", "standar"), ("di tetapkan", "ditetapkan")]),
        ("sesuai standard pelayanan", [("standard pelayanan", "standar pelayanan")]),
        ("Standard Operating Procedure", []),
        ("Kami sanggup menyelenggarakan pelayanan sesuai standar pelayanan", []),
        ("perundang-undangan, terus menerus, pelayan publik", []),
        ("di tempat pelayanan; pelayananannya", []),
        ("", []),
    ],
)
def test_misspellings_of_indonesian(words: str, found: list[tuple[str, str]]) -> None:
    assert list(misspelt(words)) == found
    assert list(misspelt(words, "id")) == found


def test_misspellings_of_english_are_others() -> None:
    assert misspelt("in complience with the standart", "en") == (
        ("complience", "compliance"),
        ("standart", "standard"),
    )
    assert misspelt("in accordance with the standard of menyelenggaran", "en") == ()


def test_a_text_is_put_right() -> None:
    assert corrected("Sangsi sesuai perundang  undangan") == "sanksi sesuai perundang-undangan"
    assert corrected("complience with menyelenggaran", "en") == "compliance with menyelenggaran"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_correction_is_itself_a_misspelling(lang: str) -> None:
    for written, meant in misspellings._TABLES[lang].items():
        assert misspelt(meant, lang) == ()
        assert misspelt(f"a {written} b", lang) == ((written, meant),)
        assert corrected(written, lang) == meant


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kami PPID melayani permohonan informasi", True),
        ("Maklumat Pelayanan Informasi Publik", True),
        ("Pejabat Pengelola Informasi dan Dokumentasi", True),
        ("Menyediakan daftar  informasi publik", True),
        ("Melayani pemohon informasi dengan ramah", True),
        ("Sanggup melayani informasi publik sesuai standar layanan informasi publik", True),
        ("We answer every request for public information", True),
        ("Kami sanggup memberikan informasi statistik", False),
        ("Informasi, informasi, informasi, dan informasi", False),
        ("Informasi publik dilayani PPID; pelayanan sesuai standar pelayanan", False),
        ("Pelayanan dan informasi publik sesuai standard  pelayanan", False),
        ("Public information according to the service standards", False),
        ("", False),
    ],
)
def test_a_charter_of_public_information(words: str, *, expected: bool) -> None:
    assert is_information_charter(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Paling sedikit sekali dalam setahun", True),
        ("Survei tahunan", True),
        ("Setiap\ntahun", True),
        ("setiap 6 bulan", True),
        ("tiap enam bulan", True),
        ("Triwulanan", True),
        ("per semester", True),
        ("every quarter", True),
        ("Once a year", True),
        ("annually", True),
        ("setiap 12 bulan", True),
        ("setiap 13 bulan", False),
        ("setiap 24 bulan", False),
        ("setiap 2 tahun", False),
        ("setiap dua tahun, dua kali setahun sebelumnya", False),
        ("every 3 years", False),
        ("secara berkala", False),
        ("", False),
    ],
)
def test_how_often_is_said(words: str, *, expected: bool) -> None:
    assert says_yearly(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Survei Kepuasan Masyarakat", True),
        ("SKM", True),
        ("IKM triwulan I", True),
        ("Survei  Kebutuhan Data", True),
        ("Community satisfaction survey", True),
        ("Angket pengunjung", False),
        ("UKM dan koperasi", False),
    ],
)
def test_a_known_instrument(words: str, *, expected: bool) -> None:
    assert names_instrument(words) is expected


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("PermenPANRB 14/2017", ["PermenPANRB 14/2017"]),
        ("Permenpan Nomor 14 Tahun 2017", ["PermenPANRB 14/2017"]),
        ("Permen PAN 16/2014", ["PermenPANRB 16/2014"]),
        ("Permen PAN dan RB Nomor 16 Tahun 2014", ["PermenPANRB 16/2014"]),
        ("Permenpan-RB No. 14 Tahun 2017", ["PermenPANRB 14/2017"]),
        ("Peraturan Menpan Nomor 14 Tahun 2017", ["PermenPANRB 14/2017"]),
        ("Kep. Men. PAN Nomor: KEP/25/M.PAN/2/2004", ["KepmenPAN 25/KEP/M.PAN/2/2004"]),
        ("KepmenPAN 25/KEP/M.PAN/2/2004", ["KepmenPAN 25/KEP/M.PAN/2/2004"]),
        ("Kepmenpan  Nomor 25 Tahun 2004", ["KepmenPAN 25/2004"]),
        ("UU 25/2009", ["UU 25/2009"]),
        ("Ketentuan kantor", []),
    ],
)
def test_the_basis_of_a_survey_is_read(words: str, keys: list[str]) -> None:
    assert sorted(map(str, basis_in(words))) == keys


@pytest.mark.parametrize(
    "detect",
    [
        misspelt,
        corrected,
        is_information_charter,
        elements_in,
        is_leader,
        is_below_leader,
        says_yearly,
        names_instrument,
    ],
)
@pytest.mark.parametrize("unit", ["di ", "a", "setiap ", "perundang ", "masyarakat ", "kepala sub"])
def test_detectors_take_linear_time(detect: Callable[[str], object], unit: str) -> None:
    begun = time.process_time()
    detect(unit * (200_000 // len(unit)))
    assert time.process_time() - begun < 2
