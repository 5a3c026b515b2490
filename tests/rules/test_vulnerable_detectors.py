from __future__ import annotations

import pytest

from pst_standards.model.channel import VulnerableGroup
from pst_standards.rules.detectors.vulnerable_words import (
    assists,
    gives_priority,
    groups_named,
    guides,
    lets_represent,
    lets_speak,
)


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("Kursi roda", {"disability"}),
        ("difabel", {"disability"}),
        ("Tunanetra", {"disability"}),
        ("Lansia", {"elderly"}),
        ("lanjut usia", {"elderly"}),
        ("Ibu hamil", {"pregnant"}),
        ("ibu menyusui", {"breastfeeding"}),
        ("Ruang laktasi", {"breastfeeding"}),
        ("Balita", {"children"}),
        ("anak-anak", {"children"}),
        ("korban bencana", {"disaster_victims"}),
        ("Ruang ibu hamil dan balita", {"pregnant", "children"}),
        ("Kelompok rentan", {group.value for group in VulnerableGroup}),
        ("vulnerable groups", {group.value for group in VulnerableGroup}),
        ("Ruang tunggu", set()),
        ("", set()),
    ],
)
def test_the_groups_that_a_text_names(words: str, groups: set[str]) -> None:
    assert {group.value for group in groups_named(words)} == groups


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Loket prioritas", True),
        ("Lansia didahulukan", True),
        ("Petugas mengutamakan ibu hamil", True),
        ("Tanpa antrean bagi kelompok rentan", True),
        ("Bebas antri", True),
        ("Jalur khusus", True),
        ("No queue for the elderly", True),
        ("Mengambil nomor antrean", False),
        ("Loket 2", False),
    ],
)
def test_who_goes_first(words: str, *, first: bool) -> None:
    assert gives_priority(words) is first


@pytest.mark.parametrize(
    ("words", "guide"),
    [
        ("Panduan layanan bagi penyandang disabilitas", True),
        ("Standar pelayanan dalam huruf braille", True),
        ("Buku braille", True),
        ("Video maklumat dengan bahasa isyarat", True),
        ("Accessible service guide", True),
        ("Sarana bagi pengguna berkebutuhan khusus 2024", False),
        ("Standar pelayanan perpustakaan", False),
        ("Kursi roda", False),
    ],
)
def test_what_is_an_accessible_guide(words: str, *, guide: bool) -> None:
    assert guides(words) is guide


@pytest.mark.parametrize(
    ("words", "by_mouth", "by_proxy"),
    [
        ("Pengaduan lisan dicatat petugas", True, False),
        ("Pengadu boleh didampingi", True, False),
        ("Dapat diwakili dengan surat kuasa", False, True),
        ("Penerima kuasa", False, True),
        ("Spoken complaints, or by a representative", True, True),
        ("Kekuasaan", False, False),
        ("Melalui surat atau surel", False, False),
    ],
)
def test_how_a_complaint_may_be_made(words: str, *, by_mouth: bool, by_proxy: bool) -> None:
    assert (lets_speak(words), lets_represent(words)) == (by_mouth, by_proxy)


@pytest.mark.parametrize(
    ("words", "help_given"),
    [
        ("Juru bahasa isyarat", True),
        ("Petugas pendamping", True),
        ("Bel bantuan di pintu masuk", True),
        ("Pemandu bagi tunanetra", True),
        ("Sign language interpreter", True),
        ("Jalur pemandu", False),
        ("Ubin pemandu", False),
        ("Kursi roda", False),
    ],
)
def test_who_assists(words: str, *, help_given: bool) -> None:
    assert assists(words) is help_given
