from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.law import Citation, find_citations

pytestmark = pytest.mark.slow


def found(text: str) -> list[str]:
    return [str(one.citation or f"bare {one.provision}") for one in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("Tidak ada apa-apa di sini.", []),
        ("Sesuai UU 25/2009 dan PP 96/2012.", ["UU 25/2009", "PP 96/2012"]),
        (
            "UU 25/2009 Pasal 21 dan Pasal 25 PP 96/2012",
            ["UU 25/2009 Pasal 21", "PP 96/2012 Pasal 25"],
        ),
        (
            "UU 25/2009 Pasal 21, PP 96/2012 Pasal 25",
            ["UU 25/2009 Pasal 21", "PP 96/2012 Pasal 25"],
        ),
        (
            "UU 25/2009 Pasal 21 PP 96/2012 Pasal 25",
            ["UU 25/2009 Pasal 21", "PP 96/2012 Pasal 25"],
        ),
        (
            "UU 25/2009 tentang Pelayanan Publik mengacu pada Pasal 12 PP 96/2012",
            ["UU 25/2009", "PP 96/2012 Pasal 12"],
        ),
        (
            "UU 25/2009 tentang Pelayanan Publik dan Pasal 12 PP 96/2012",
            ["UU 25/2009", "PP 96/2012 Pasal 12"],
        ),
        ("UU 25/2009 tentang Pelayanan Publik dan Pasal 22 yang lain", ["UU 25/2009"]),
        (
            "UU 14/2008 tentang Keterbukaan Informasi Publik, UU 25/2009 tentang Pelayanan Publik",
            ["UU 14/2008", "UU 25/2009"],
        ),
        (
            "Pasal 15 huruf a dan huruf b, Pasal 22 ayat (1) UU 25/2009",
            [
                "UU 25/2009 Pasal 15 huruf a",
                "UU 25/2009 Pasal 15 huruf b",
                "UU 25/2009 Pasal 22 ayat (1)",
            ],
        ),
        (
            "Pasal 54 ayat (1) dan/atau ayat (2) serta ayat (3) huruf a UU 25/2009",
            [
                "UU 25/2009 Pasal 54 ayat (1)",
                "UU 25/2009 Pasal 54 ayat (2)",
                "UU 25/2009 Pasal 54 ayat (3) huruf a",
            ],
        ),
        (
            "UU 25/2009 Pasal 54 ayat (1), (2), dan (3)",
            [f"UU 25/2009 Pasal 54 ayat ({number})" for number in (1, 2, 3)],
        ),
        (
            "UU 25/2009 Pasal 15 huruf a, b, dan c",
            [f"UU 25/2009 Pasal 15 huruf {letter}" for letter in "abc"],
        ),
        ("UU 25/2009 Pasal 54 ayat (1), (dua)", ["UU 25/2009 Pasal 54 ayat (1)"]),
        ("UU 25/2009 Pasal 21 dan 22", ["UU 25/2009 Pasal 21", "UU 25/2009 Pasal 22"]),
        ("UU 25/2009 Pasal 21 dan 0", ["UU 25/2009 Pasal 21"]),
        ("UU 25/2009 Pasal 21, 22 orang hadir", ["UU 25/2009 Pasal 21"]),
        ("UU 25/2009 Pasal 23 ayat (4) dan 5 orang", ["UU 25/2009 Pasal 23 ayat (4)"]),
        ("PP 7/2015 Lampiran I dan 2 peta", ["PP 7/2015 Lampiran I"]),
        (
            "UU 25/2009 Pasal 21 dan Pasal 22, PP 96/2012",
            ["UU 25/2009 Pasal 21", "UU 25/2009 Pasal 22", "PP 96/2012"],
        ),
        ("UU dan PP Nomor 96 Tahun 2012", ["PP 96/2012"]),
        ("UU Perubahan atas UU No. 14 Tahun 2008", ["UU 14/2008"]),
        ("UU Pelayanan Publik Nomor 25 Tahun 2009 Pasal 21", ["UU 25/2009 Pasal 21"]),
        ("UU 25/2009 Pasal 21 jo. Pasal 22", ["UU 25/2009 Pasal 21", "UU 25/2009 Pasal 22"]),
        (
            "UU 25/2009 Pasal 21 huruf c angka 2 dan angka 3",
            ["UU 25/2009 Pasal 21 huruf c angka 2", "UU 25/2009 Pasal 21 huruf c angka 3"],
        ),
        ("PP 7/2015 Lampiran III huruf a dan ayat (2)", ["PP 7/2015 Lampiran III huruf a"]),
        ("UU 25/2009 Pasal 21 dan huruf besar", ["UU 25/2009 Pasal 21"]),
        ("UU 25/2009 Pasal 1, Lampiran I", ["UU 25/2009 Pasal 1", "UU 25/2009 Lampiran I"]),
    ],
)
def test_places_go_to_the_regulation_a_reader_gives_them(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Pada Pasal 22 ditetapkan kewajiban menyusun standar.", ["bare Pasal 22"]),
        ("Lihat penjelasan Pasal 22.", ["bare penjelasan Pasal 22"]),
        ("Lihat Pasal 22 dan Pasal 23.", ["bare Pasal 22", "bare Pasal 23"]),
        ("Sesuai UU 25/2009. Pada Pasal 22 diatur lain.", ["UU 25/2009", "bare Pasal 22"]),
        ("Sesuai peraturan yang berlaku pada Pasal 22.", ["bare Pasal 22"]),
    ],
)
def test_an_article_of_no_named_law_is_bare(text: str, bare: list[str]) -> None:
    assert found(text) == bare


@pytest.mark.parametrize(
    "text",
    [
        "Lampiran I memuat formulir.",
        "Petugas memberi penjelasan.",
        "Perda No. 5 Tahun 2020 Pasal 3",
        "Pasal 7 Perka 78/2020",
        "UU Pelayanan Publik Pasal 22",
        "Pasal 5 Undang-Undang Dasar 1945",
        "Pasal 5 UUD 1945",
        "Pasal 3 Peraturan Bupati Nusa Indah Nomor 3",
        "Peraturan Kepala Badan Pusat Statistik Nomor 65 Ta",
        "Perka Nomor 78 Tahun 2020",
        "UU Darurat Nomor 12 Tahun 1951",
        "Undang-Undang Dasar Negara Republik Indonesia Nomor 25 Tahun 2009",
        "UU dan Perbup Nomor 25 Tahun 2009",
        "UU melalui Peraturan Bupati Nomor 25 Tahun 2009",
        "UU Pelayanan Publik, No. 25 Tahun 2009",
        "UU Pelayanan Publik 25/2009",
        "UU satu dua tiga empat lima enam tujuh No. 25 Tahun 2009",
        "UU per 25/2009",
        "UU No. 25 Tahun20",
        "UU RI ri No. 25 Tahun",
        "Peraturan Pemerintah Kabupaten Nomor 5 Tahun 2010",
    ],
)
def test_an_article_of_a_norm_that_is_no_citation_here_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_article_close_behind_a_numbered_law_is_not_bare() -> None:
    assert found("UU 25/2009 mengatur kewajiban itu pada Pasal 22") == ["UU 25/2009"]


def test_offsets_cut_out_what_was_cited() -> None:
    text = "Menurut penjelasan UU No. 25 Tahun 2009 Pasal 21, dan Pasal 12 huruf a PP 96/2012."
    assert [text[one.start : one.end] for one in find_citations(text)] == [
        "penjelasan UU No. 25 Tahun 2009 Pasal 21",
        "Pasal 12 huruf a PP 96/2012",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PP 86/2021 tentang tarif PNBP BPS.", "tarif PNBP BPS"),
        ("PP 86/2021 ttg tarif PNBP, dan lain-lain;", "tarif PNBP, dan lain-lain"),
        ("UU 25/2009 tentang Pelayanan Publik yang dalam Pasal 22", "Pelayanan Publik"),
        ("(UU 25/2009 tentang Pelayanan Publik)", "Pelayanan Publik"),
        (
            "UU 25/2009 tentang Pelayanan Publik (Lembaran Negara Tahun 2009 Nomor 112) Pasal 21",
            "Pelayanan Publik",
        ),
        ("UU 25/2009 tentang Pelayanan Publik (Lembaran", "Pelayanan Publik (Lembaran"),
        ("UU 25/2009 tentang", None),
        ("UU 25/2009 tentang dan", None),
        ("UU 25/2009", None),
        ("Law 25/2009 on Public Services", None),
        (
            "PP 96/2012 tentang Pelaksanaan UU Nomor 25 Tahun 2009 tentang Pelayanan Publik Ps 1",
            "Pelaksanaan UU Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        ),
    ],
)
def test_a_cited_title_is_returned(text: str, title: str | None) -> None:
    assert [one.title for one in find_citations(text)] == [title]


def test_a_title_without_end_is_cut() -> None:
    (one,) = find_citations("UU 25/2009 tentang " + "kata " * 500)
    assert one.title is not None
    assert len(one.title.split()) == 60


@pytest.mark.unmeasured
@given(st.from_type(Citation))
def test_every_short_form_is_found_in_a_sentence(citation: Citation) -> None:
    (one,) = find_citations(f"Menurut {citation} demikian.")
    assert one.citation == citation


WORDS = (
    *(
        "UU",
        "25/2009",
        "Pasal",
        "21",
        "huruf",
        "c",
        "ayat",
        "(",
        "4",
        ")",
        "dan",
        ",",
        ".",
        "/",
        "-",
    ),
    *("tentang", "Pelayanan", "pelaksanaan", "penjelasan", "Lampiran", "III", "PP", "No.", "Tahun"),
    *("2009", "Peraturan", "Kepala", "BPS", "angka", "jo", "pada", "Republik", "Indonesia", "RI"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    end = 0
    for one in find_citations(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    find_citations(text)


LENGTH = 100_000
# Measuring coverage slows every line down, not the growth with length, which would show anyway.
LIMIT = 6.0 if "coverage" in sys.modules else 1.0
ADVERSARIAL = (
    "Pasal 1, ",
    "Pasal ",
    "(",
    "UU 1/2000 tentang (Lembaran ",
    "UU ",
    "UU-",
    "UU-1-",
    "UU 1-",
    "UU 1/1/1/1/1/1/1/1/1/1/1/1/",
    "UU 1./2000/2000/2000/2000/2000",
    "UU 1/2000 tentang pelaksanaan ",
    "UU 1/2000 tentang ( ",
    "UU 1/2000 Pasal 1 huruf a, ",
    "UU no.Pasal 1 ",
    "tentang ",
    "penjelasan atas ",
    "Pasal 1 huruf a dan ",
    "Pasal 1 ayat (1), (2), ",
    "Peraturan Menteri Pendayagunaan Aparatur ",
    "UU pelayanan publik ",
    "Permen PAN & ",
    "UU - ",
    "Kepmenpan KEP/",
    "Lampiran ",
    "1/",
    "a",
    "_",
    "٣",
)


def seconds(text: str) -> float:
    """Time a search twice and keep the better: the collector may clean up after other tests."""
    times = []
    for _ in range(2):
        start = time.process_time()
        find_citations(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_a_long_hostile_text_is_searched_within_a_second(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    assert seconds(text) < LIMIT


def test_a_list_without_end_is_read_once() -> None:
    text = "UU 1/2000 Pasal 1 huruf a" + ", huruf a" * 11_000 + " dan Pasal 2 PP 1/2000"
    assert len(find_citations(text)) == 11_002
    assert seconds(text) < LIMIT
