from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pst_standards.model.base import Text
from pst_standards.rules import wordings
from pst_standards.rules.sayings import Saying, sayings
from pst_standards.rules.wordings import (
    asks_payment,
    is_placeholder,
    names_vulnerable,
    says,
    states_amount,
    states_event,
    states_fee_unit,
    states_free,
    states_plain_days,
    states_time,
)


@pytest.mark.parametrize(
    "words",
    [
        "-",
        "\N{EN DASH}",
        "...",
        "…",
        ". . .",
        "____",
        "( )",
        "/ / /",
        "sda",
        "S.D.A.",
        "s d a",
        "Idem",
        "N/A",
        "n/a.",
        "TBD",
        "xxx",
        "XX",
        "Belum ada",
        "belum diisi…",
        "Menyusul",
        "Sesuai ketentuan",
        "sesuai dengan ketentuan yang berlaku.",
        "Sesuai ketentuan peraturan perundang-undangan yang berlaku",
        "Mengikuti aturan yang berlaku",
        "According to the applicable regulations",
        "as per regulations",
        "[nama kantor]",
        "{{ isi }}",
        "<nama>",
        "(diisi oleh kantor)",
        "  Sama dengan\n di atas ",
        "to be determined",
    ],
)
def test_placeholders(words: str) -> None:
    assert is_placeholder(words)
    assert not says(words)
    assert not says(Text(words, words))


@pytest.mark.parametrize(
    "words",
    [
        "Tidak ada",
        "Tidak ada biaya",
        "Gratis",
        "0",
        "5 menit",
        "Sesuai standar pelayanan",
        "Sesuai SOP",
        "Sesuai ketentuan Pasal 5",
        "Mengikuti petunjuk petugas",
        "Buku tamu (diisi sendiri)",
        "Xerox",
        "Ada",
        "Ya",
        "PDF",
        "Belum ada antrean saat dilayani",
        "sesuai ketentuan " + "x" * 80,
    ],
)
def test_statements(words: str) -> None:
    assert not is_placeholder(words)
    assert says(words)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, False),
        ("", False),
        ("   ", False),
        (Text(), False),
        (Text(None, "Guest book"), True),
        (Text("-", "Guest book"), True),
    ],
)
def test_one_language_is_enough(text: Text | str | None, *, said: bool) -> None:
    assert says(text) is said


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("10 menit", True),
        ("10 (sepuluh) menit", True),
        ("Maks. 10 menit setelah pengunjung sebelumnya", True),
        ("1x24 jam", True),
        ("3 working days", True),
        ("sepuluh menit", False),
        ("10 orang", False),
        ("10 jamur", False),
        ("menit ke-10", False),
    ],
)
def test_measures_of_time(words: str, *, stated: bool) -> None:
    assert states_time(words) is stated


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("30 hari", True),
        ("30 (tiga puluh) hari sejak lengkap", True),
        ("30 days", True),
        ("30 hari kerja", False),
        ("30 hari kalender", False),
        ("30 working days", False),
        ("Hari Senin", False),
    ],
)
def test_days_of_no_kind(words: str, *, plain: bool) -> None:
    assert states_plain_days(words) is plain


@pytest.mark.parametrize(
    ("words", "free"),
    [
        ("Tidak dipungut biaya", True),
        ("Tidak dikenakan  biaya", True),
        ("Tanpa pungutan", True),
        ("GRATIS", True),
        ("Nol rupiah", True),
        ("Rp0", True),
        ("Rp. 0,-", True),
        ("Free of charge", True),
        ("Rp 0.500", False),
        ("Rp 10.000,-", False),
        ("Biaya sesuai PP 13/2024", False),
    ],
)
def test_free_of_charge(words: str, *, free: bool) -> None:
    assert states_free(words) is free


@pytest.mark.parametrize(
    ("states", "words", "expected"),
    [
        (states_amount, "Rp 10.000,-", True),
        (states_amount, "IDR 5000", True),
        (states_amount, "5000 rupiah", True),
        (states_amount, "Rupiah", False),
        (states_event, "sejak berkas lengkap", True),
        (states_event, "10 menit", False),
        (states_fee_unit, "per judul", True),
        (states_fee_unit, "Rp500/lembar", True),
        (states_fee_unit, "publikasi", False),
        (names_vulnerable, "Toilet difabel", True),
        (names_vulnerable, "Jalur landai (ramp)", True),
        (names_vulnerable, "Program kerja", False),
        (names_vulnerable, None, False),
        (asks_payment, "Pengguna melakukan pembayaran", True),
        (asks_payment, "Membayar di bendahara", True),
        (asks_payment, "The user pays", True),
        (asks_payment, "Jika membeli, membayar di bendahara", False),
        (asks_payment, "Produk statistik berbayar dijelaskan", False),
        (asks_payment, None, False),
    ],
)
def test_other_statements(
    states: Callable[[str | None], bool], words: str | None, *, expected: bool
) -> None:
    assert states(words) is expected


READERS = [
    getattr(wordings, name)
    for name in dir(wordings)
    if name.startswith(("is_", "states_", "asks_", "names_"))
]


@pytest.mark.parametrize("reads", READERS, ids=lambda reads: reads.__name__)
@pytest.mark.parametrize("stem", ["1 (", "1 ", "tidak ", "rp ", "[", "sesuai ", "pay ", " ", "a"])
def test_long_texts_take_linear_time(reads: Callable[[str], bool], stem: str) -> None:
    began = time.perf_counter()
    reads(stem * 20_000)
    assert time.perf_counter() - began < 2


def test_the_readers_are_all_there() -> None:
    assert len(READERS) == 9


def test_texts_are_found_with_their_places() -> None:
    from pst_standards.definitions import loads

    given = loads(
        {
            "services": [
                {
                    "id": "a",
                    "name": {"id": "Satu", "en": "One"},
                    "aliases": ["Dua", "Tiga"],
                    "missing_channels": {"online": "Empat"},
                }
            ],
            "survey": {"basis": "Lima"},
            "office": {"name": "bukan teks", "source": "bukan teks"},
        }
    )
    found = sayings(given)
    assert [(words, Saying(words, chain).pointer) for words, chain in found.all] == [
        ("Satu", ("services", 0, "name")),
        ("One", ("services", 0, "name")),
        ("Dua", ("services", 0, "aliases", 0)),
        ("Tiga", ("services", 0, "aliases", 1)),
        ("Empat", ("services", 0, "missing_channels", "online")),
        ("Lima", ("survey", "basis")),
    ]
    assert [(saying.words, saying.pointer) for saying in found.citing] == [
        ("Lima", ("survey", "basis"))
    ]
