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
    states_free_for_some,
    states_plain_days,
    states_time,
    words_of,
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
        ("sepuluh menit", True),
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
    assert states_free_for_some(words) is free


@pytest.mark.parametrize(
    "words",
    [
        "Tidak gratis",
        "Bukan gratis",
        "Layanan ini bukan layanan gratis.",
        "Tidak lagi gratis",
        "Bukan tanpa biaya",
        "Not free",
        "Not always free",
        "The service is no longer free",
        "Tidak gratis, Rp 10.000 per judul",
    ],
)
def test_what_is_denied_is_not_free(words: str) -> None:
    assert not states_free(words)
    assert not states_free_for_some(words)


@pytest.mark.parametrize(
    "words",
    [
        "Mahasiswa gratis, umum Rp 25.000",
        "Mahasiswa gratis; umum 25.000",
        "Mahasiswa gratis, umum dua puluh lima ribu rupiah",
        "Rp10.000 per lembar, mahasiswa Rp 0",
        "Gratis, kecuali data mikro sesuai PP No. 21 Tahun 2022",
        "Gratis selain data mikro",
        "Gratis bagi mahasiswa",
        "Untuk mahasiswa dan pelajar tidak dipungut biaya",
        "Tidak dipungut biaya kepada pengguna dari luar kota",
        "Siswa gratis",
        "Gratis hanya pada hari Senin",
        "Gratis jika data tersedia di laman",
        "Publikasi digital gratis, publikasi cetak sesuai tarif PNBP",
        "Softcopy gratis dan hardcopy berbayar",
        "Softcopy gratis, hardcopy sesuai Peraturan Pemerintah Nomor 21 Tahun 2022",
        "PNBP sesuai PP 13/2024, tidak dipungut biaya tambahan",
        "Free for students",
        "Free, except microdata",
        "Free unless printed",
    ],
)
def test_what_is_free_for_some_is_not_free(words: str) -> None:
    assert not states_free(words)
    assert states_free_for_some(words)


@pytest.mark.parametrize(
    "words",
    [
        "Tidak semua layanan gratis",
        "Not all services are free",
    ],
)
def test_what_is_not_free_as_a_whole_is_not_free(words: str) -> None:
    assert not states_free(words)


@pytest.mark.parametrize(
    "words",
    [
        "Tidak dipungut biaya (gratis)",
        "Tidak dipungut biaya alias gratis",
        "Tidak memungut biaya",
        "Tidak dipungut biaya (Rp 0,- per kartu)",
        "Gratis untuk semua pengguna",
        "Gratis bagi seluruh masyarakat",
        "Gratis tanpa kecuali",
        "Gratis untuk umum",
        "Bagi masyarakat umum tidak dipungut biaya",
        "Tidak dipungut biaya untuk memperoleh layanan",
        "Tidak dipungut biaya untuk layanan ini",
        "Tidak dipungut biaya, sesuai Peraturan BPS Nomor 5 Tahun 2020",
        "Tidak dipungut biaya sesuai Peraturan Pemerintah Nomor 7 Tahun 2015",
        "Tidak dipungut biaya. Apabila ada petugas yang meminta imbalan, laporkan kepada kami.",
        "Tidak dipungut biaya dan tidak perlu membayar apa pun",
        "Free for everyone",
        "Free of charge for all users",
        "No fee",
    ],
)
def test_what_is_free_for_everybody_is_free(words: str) -> None:
    assert states_free(words)
    assert states_free(Text(words, "Free of charge"))


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
    began = time.process_time()
    reads(stem * 20_000)
    assert time.process_time() - began < 2


def test_the_readers_are_all_there() -> None:
    assert len(READERS) == 12


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


@pytest.mark.parametrize(
    "words",
    [
        "tiga (3) hari kerja",
        "3 (tiga) hari kerja",
        "tiga puluh menit",
        "satu jam sejak permohonan diterima",
        "5 hr kerja",
        "±3 - 5 mnt",
        "Selesai dalam sehari",
        "two working days",
    ],
)
def test_time_is_read_as_people_write_it(words: str) -> None:
    assert states_time(words)


@pytest.mark.parametrize("words", ["Setiap hari", "jam layanan", "hari kerja", "Pasal 3) huruf a"])
def test_a_unit_alone_is_no_time(words: str) -> None:
    assert not states_time(words)


@pytest.mark.parametrize("words", ["Tdk dipungut biaya", "Nihil", "NIHIL."])
def test_short_words_for_free_are_known(words: str) -> None:
    assert states_free(words)


def test_none_of_something_else_is_not_free() -> None:
    assert not states_free("Tunggakan nihil, tarif Rp 5.000")


def test_what_is_not_there_ends_no_text() -> None:
    assert words_of(None, Text("satu", "one"), "", "two") == "satu\none\ntwo"


@pytest.mark.parametrize("words", ["", "   ", "x-ray", "xylem dan lainnya", "a"])
def test_what_holds_no_place_is_no_placeholder(words: str) -> None:
    assert not is_placeholder(words)
