"""Parts without a file of their own, what SIPPN has no place for, and remarks below a part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def test_a_product_has_the_formats_it_names(part: Part) -> None:
    found = part("Produk", "1. Softcopy (PDF, CSV, PDF)\n2. Buku", "product")["items"]
    assert found == [
        {"text": "Softcopy (PDF, CSV, PDF)", "formats": ["PDF", "CSV"]},
        {"text": "Buku"},
    ]


def test_parts_without_a_place_on_sippn_are_carried_all_the_same() -> None:
    page = """Perpustakaan
Dasar Hukum
Dasarnya adalah:
1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik
2. PP 96/2012
Sarana dan Prasarana
Ruang baca
Kompetensi Pelaksana
1. Ramah
Pengawasan Internal
Atasan langsung
Jumlah Pelaksana
3 (tiga) orang
Jaminan Pelayanan
Sesuai standar
Jaminan Keamanan dan Keselamatan Pelayanan
CCTV
Evaluasi Kinerja Pelaksana
Setiap tahun
Maklumat Pelayanan
Kami sanggup
"""
    draft = read(page)
    (standard,) = draft.data["standards"]
    assert draft.whole
    assert draft.data["maklumat"] == {"pledge": "Kami sanggup"}
    assert standard["legal_basis"]["regulations"] == [
        {"note": "Dasarnya adalah:"},
        {"citation": "UU Nomor 25 Tahun 2009", "title": "Pelayanan Publik"},
        {"citation": "PP 96/2012"},
    ]
    assert standard["facilities"] == {"note": "Ruang baca"}
    assert standard["competence"] == {"items": [{"text": "Ramah"}]}
    assert standard["internal_supervision"] == {"text": "Atasan langsung"}
    assert standard["staffing"] == {"count": 3, "text": "3 (tiga) orang"}
    assert standard["service_guarantee"] == {"text": "Sesuai standar"}
    assert standard["safety_guarantee"] == {"text": "CCTV"}
    assert standard["performance_evaluation"] == {"method": "Setiap tahun"}


@pytest.mark.parametrize("word", ["Peringatan", "Keterangan", "Catatan"])
@pytest.mark.parametrize(
    ("heading", "key", "field"),
    [
        ("Persyaratan", "requirements", "note"),
        ("Prosedur", "procedure", "note"),
        ("Waktu", "time_limit", "note"),
        ("Produk", "product", "note"),
        ("Biaya", "fee", "text"),
        ("Pengaduan", "complaint_handling", "text"),
    ],
)
def test_a_remark_of_the_page_is_a_note_of_the_part_above_it(
    part: Part, word: str, heading: str, key: str, field: str
) -> None:
    for lines in (f"5 menit\n{word}: hanya contoh", f"5 menit\n{word}\nhanya contoh"):
        assert part(heading, lines, key)[field].endswith("hanya contoh")
        assert word in part(heading, lines, key)[field]


def test_a_remark_with_no_part_above_it_is_told_as_lost(told: Told) -> None:
    assert told("Perpustakaan\nPeringatan\nHanya contoh") == ["no-part", "unplaced"]
    assert told("Perpustakaan\nDasar hukum\nPP 96/2012\nCatatan: masih berlaku") == ["unplaced"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        *(
            (f"{word} Pengaduan", "complaint_handling")
            for word in ("Saluran", "Kanal", "Sarana", "Media", "Tempat", "Kontak")
        ),
        ("Pengaduan, Saran, dan Masukan", "complaint_handling"),
        ("Pengaduan, Saran dan Masukan", "complaint_handling"),
        ("Sarana Pengaduan, Saran, dan Masukan", "complaint_handling"),
        *((word, "product") for word in ("Output", "Luaran", "Keluaran", "Hasil", "Hasil Layanan")),
        *((word, "time_limit") for word in ("Durasi", "Durasi Pelayanan", "Batas Waktu")),
        ("Batas Waktu Penyelesaian", "time_limit"),
        ("Dokumen Persyaratan", "requirements"),
        ("Berkas Persyaratan", "requirements"),
    ],
)
def test_a_heading_may_have_another_name(heading: str, key: str) -> None:
    for written in (heading, heading.upper(), f"{heading}:", f"3. {heading}"):
        draft = read(f"Konsultasi Statistik\n{written}\n1. Paling lama 3 hari kerja\n")
        assert key in draft.data["standards"][0], written


@pytest.mark.parametrize(
    "line", ["Hasil diserahkan kepada pengguna", "Media penyimpanan disiapkan pengguna"]
)
def test_a_sentence_that_begins_like_a_heading_is_none(line: str) -> None:
    draft = read(f"Konsultasi Statistik\nPersyaratan\n1. Surel\n2. {line}\n")
    assert len(draft.data["standards"][0]["requirements"]["items"]) == 2
