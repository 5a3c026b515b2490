from __future__ import annotations

import re
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.secrecy import Identity, masked
from pst_standards.complaints.secrecy.masking import is_nik

PIECES = st.one_of(
    st.sampled_from(
        [
            *("3322014101900001", "199001012015031002", "0812-3456-7890", "+62 812 345 678"),
            *(
                "siti@contoh.example",
                "(024) 7654321",
                "6281234567890",
                "a@b.co",
                " ",
                "\n",
                "-",
                ".",
            ),
            *("08", "62", "+", "@", "[at]", "contoh.example", "Rp1.500.000", "12/2026", "NIK"),
        ]
    ),
    st.text(string.digits + " -.@a", max_size=12),
    st.text(max_size=6),
)
ARABIC = {ord(str(one)): 0x660 + one for one in range(10)}
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("NIK 3322014101900001.", "NIK [NIK disamarkan]."),
        ("NIK 3322 0141 0190 0001", "NIK [NIK disamarkan]"),
        ("332201.410190.0001", "[NIK disamarkan]"),
        ("NIP 199001012015031002", "NIP [NIP disamarkan]"),
        ("NIP 19900101 201503 1 002", "NIP [NIP disamarkan]"),
        ("WA 081234567890", "WA [nomor telepon disamarkan]"),
        ("WA 0812 34 56 78 90", "WA [nomor telepon disamarkan]"),
        ("+62-812-3456-7890", "[nomor telepon disamarkan]"),
        ("+62 (0)812 3456 7890", "[nomor telepon disamarkan]"),
        ("006281234567890", "[nomor telepon disamarkan]"),
        ("wa.me/6281234567890", "wa.me/[nomor telepon disamarkan]"),
        ("telepon (024) 7654-321", "telepon [nomor telepon disamarkan]"),
        ("+62 24 7654321", "[nomor telepon disamarkan]"),
        ("siti.c+1@mail.contoh.example!", "[surel disamarkan]!"),
        ("siti [at] contoh.example", "[surel disamarkan]"),
        ("3322014101900001".translate(ARABIC), "[NIK disamarkan]"),
    ],
)
def test_what_identifies_is_taken_out(words: str, expected: str) -> None:
    assert masked(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Pada 08-10-2026 pukul 08.30 saya antre 2 jam di loket 3.",
        "Rp1.500.000 pada 12/10/2026, nomor antrean A-0812.",
        "Resi 3322019901900001 dan 0000000000000000",
        "Peraturan BPS Nomor 5 Tahun 2026 Pasal 8 ayat (2) huruf a",
        "100812345678901234567890 bukan nomor telepon",
        "Kode pos 50511, titik -7.12345, 110.12345",
        "harga @ Rp5.000 per lembar",
        "123456789012345678",
        "199013012015031002",
        "PGD-2026-7K3M9Q2T",
    ],
)
def test_a_text_without_anything_that_identifies_is_left_alone(words: str) -> None:
    assert masked(words) == words


@given(TEXTS)
def test_masking_twice_is_masking_once(words: str) -> None:
    once = masked(words)
    assert masked(once) == once


@given(TEXTS)
def test_no_identity_number_is_left(words: str) -> None:
    assert not any(map(is_nik, re.findall(r"(?<!\d)\d{16}(?!\d)", masked(words))))


@given(st.text(string.ascii_letters + " ,.;\n", max_size=60))
def test_words_alone_are_never_masked(words: str) -> None:
    assert masked(words) == words


def test_the_signs_are_of_the_language_asked_for() -> None:
    assert masked("siti@contoh.example", "en") == "[e-mail masked]"


def test_a_long_text_is_masked_in_a_moment() -> None:
    words = "a" * 1_000_000 + "1 " * 500_000 + "0812" * 250_000 + "@" * 100_000
    assert len(masked(words)) > 1_000_000


@pytest.mark.parametrize(
    "words",
    [
        "Saya SITI  contoh, tinggal di Jalan Mawar\n5 Ungaran",
        "Bu Siti menelepon",
        "contoh, siti",
        "rumah saya Jalan Mawar 5",
        "nomor saya 0212-345-678 atau +62212345678",
        "nomor 3322019901900001",
        "lewat ketua RT",
    ],
)
def test_what_is_known_of_the_reporter_is_taken_out(
    new_identity: Callable[..., Identity], words: str
) -> None:
    known = new_identity(
        name="Ibu Siti Contoh",
        address="Jalan Mawar 5, Ungaran",
        phone="0212345678",
        nik="3322019901900001",
        contact="lewat ketua RT",
    )
    found = masked(words, known=known)
    assert "[identitas disamarkan]" in found
    assert not re.search(r"siti|mawar|345|199019|ketua", found, re.IGNORECASE)
    assert masked(found, known=known) == found


def test_words_of_address_and_towns_are_no_names(new_identity: Callable[..., Identity]) -> None:
    known = new_identity(name="Ibu Al Siti", address="Jalan Mawar 5, Ungaran")
    assert masked("Ibu petugas di Ungaran, al.", known=known) == "Ibu petugas di Ungaran, al."


def test_who_is_called_like_a_word_of_the_signs_changes_none(
    new_identity: Callable[..., Identity],
) -> None:
    known = new_identity(name="Identitas Surel", contact="-- !")
    once = masked("Identitas: a@b.co", known=known)
    assert once == "[identitas disamarkan]: [surel disamarkan]"
    assert masked(once, known=known) == once
