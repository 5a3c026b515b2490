"""Fees: kind and instrument, amounts, cases, and what is free for some only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def fee(part: Part, lines: str) -> dict[str, Any]:
    return dict(part("Biaya / Tarif", lines, "fee"))


def items(part: Part, text: str) -> list[tuple[Any, ...]]:
    keys = ("case", "kind", "amount", "unit")
    return [tuple(one.get(key) for key in keys) for one in fee(part, text).get("items", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tidak dipungut biaya", {"kind": "free"}),
        ("Gratis", {"kind": "free"}),
        ("Tanpa biaya (Rp0 nol rupiah)", {"kind": "free"}),
        ("PNBP", {"kind": "pnbp"}),
        ("Sesuai PP Nomor 13 Tahun 2024", {"kind": "pnbp", "instrument": "PP 13/2024"}),
        ("Tarif nol rupiah", {"kind": "zero_rupiah"}),
        ("Tarif PNBP sebesar Rp 0,-", {"kind": "zero_rupiah"}),
        (
            "Retribusi menurut Perda Nomor 8 Tahun 2018",
            {"instrument": "Perda Nomor 8 Tahun 2018"},
        ),
        ("Sesuai ketentuan", {}),
        ("Sesuai Pasal 3", {}),
    ],
)
def test_a_fee_has_its_kind_and_instrument(part: Part, text: str, expected: dict[str, Any]) -> None:
    found = fee(part, text)
    words = [found.pop("text", ""), *(one["text"] for one in found.pop("items", ()))]
    assert found == expected
    assert text in words


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Rp 10.000,- per judul", 10_000, "per judul"),
        ("Rp10.000/lembar", 10_000, "/lembar"),
        ("Rp. 10.000,00 setiap halaman", 10_000, "setiap halaman"),
        ("IDR 1,000,000", 1_000_000, None),
        ("10.000 rupiah", 10_000, None),
        ("Rp 500", 500, None),
        ("Gratis (Rp 0,-)", 0, None),
    ],
)
def test_an_amount_is_whole_rupiah(part: Part, text: str, amount: int, unit: str | None) -> None:
    (item,) = fee(part, text)["items"]
    assert (item["amount"], item.get("unit"), item["text"]) == (amount, unit, text)


@pytest.mark.parametrize("text", ["Rp 7.50 0", "Rp 10.00.0", "Rp 5.000 atau Rp 7.000", "Rp 12.5"])
def test_an_amount_that_is_not_clear_is_told_and_its_words_kept(
    part: Part, told: Told, text: str
) -> None:
    assert fee(part, text) == {"text": text}
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["amount-unread", "fee-unread"]


def test_lines_of_several_kinds_are_items(part: Part) -> None:
    found = fee(part, "1. Publikasi: gratis\n2. Data mikro: PNBP sesuai PP 13/2024")
    assert "kind" not in found
    assert [item["kind"] for item in found["items"]] == ["free", "pnbp"]
    assert found["instrument"] == "PP 13/2024"


def test_a_fee_for_several_cases_holds_for_each(part: Part) -> None:
    found = fee(part, "Tarif nol rupiah untuk:\n1. Penelitian\n2. Tugas negara")
    assert [item.get("case") for item in found["items"]] == [None, "Penelitian", "Tugas negara"]
    assert {item["kind"] for item in found["items"]} == {"zero_rupiah"}


def test_a_fee_of_a_channel_is_an_item_with_it(part: Part) -> None:
    found = fee(part, "Langsung:\n- Gratis\nOnline:\n- Rp 5.000 per judul")
    assert [item["channels"] for item in found["items"]] == [["in_person"], ["online"]]


def test_a_zero_alone_is_read_as_free_and_told(part: Part, told: Told) -> None:
    assert fee(part, "Rp 0,-")["kind"] == "free"
    assert told("Perpustakaan\nBiaya\nRp 0,-") == ["fee-zero"]
    assert told("Perpustakaan\nBiaya\nSesuai ketentuan") == ["fee-unread"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mahasiswa gratis, umum Rp 25.000",
            [("Mahasiswa", "free", None, None), ("umum", None, 25_000, None)],
        ),
        (
            "Umum: 25.000; mahasiswa: tidak dipungut biaya.",
            [("Umum", None, 25_000, None), ("mahasiswa", "free", None, None)],
        ),
        (
            "Gratis bagi pelajar sedangkan umum 5.000 rupiah/lembar",
            [("pelajar", "free", None, None), ("umum", None, 5_000, "/lembar")],
        ),
        (
            "1. Mahasiswa: gratis\n2. Umum: Rp 25.000",
            [("Mahasiswa", "free", None, None), (None, None, 25_000, None)],
        ),
    ],
)
def test_a_line_of_plain_cases_has_an_item_for_each(
    part: Part, told: Told, text: str, expected: list[tuple[Any, ...]]
) -> None:
    assert items(part, text) == expected
    assert "kind" not in fee(part, text)
    assert told(f"Perpustakaan\nBiaya\n{text}") == []


def test_a_sum_of_zero_for_one_case_is_a_guess(part: Part, told: Told) -> None:
    text = "Rp10.000 per lembar, mahasiswa Rp 0"
    assert items(part, text) == [
        (None, None, 10_000, "per lembar"),
        ("mahasiswa", "free", 0, None),
    ]
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-zero"]


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Gratis, kecuali data mikro sesuai PP No. 21 Tahun 2022", "PP 21/2022"),
        ("Gratis bagi anggota yang terdaftar, lainnya membayar Rp 25.000", None),
        ("Gratis untuk umum dan mahasiswa", None),
        ("PNBP; mahasiswa yang menulis skripsi gratis", None),
        ("Tarif nol rupiah kecuali data mikro", None),
        ("Tarif Rp 0 untuk penelitian, selebihnya Rp 25.000", None),
        ("Rp 25.000 (dua puluh lima ribu), penelitian dikenai Rp 0", None),
        ("Gratis, biaya kirim Rp 10.000", None),
    ],
)
def test_what_is_free_for_some_has_no_kind_and_is_told(
    part: Part, told: Told, text: str, instrument: str | None
) -> None:
    found = fee(part, text)
    assert found.pop("instrument", None) == instrument
    assert found == {"text": text}
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-for-some"]


def test_a_case_alone_says_nothing_of_the_others_and_is_told(part: Part, told: Told) -> None:
    assert items(part, "Gratis bagi mahasiswa") == [("mahasiswa", "free", None, None)]
    assert "kind" not in fee(part, "Gratis bagi mahasiswa")
    assert told("Perpustakaan\nBiaya\nMahasiswa gratis, dosen gratis") == ["fee-for-some"]


def test_a_fee_that_is_denied_to_be_free_is_not(part: Part, told: Told) -> None:
    for text in ("Tidak gratis", "Bukan tarif nol rupiah"):
        assert fee(part, text) == {"text": text}
        assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-unread"]
    assert items(part, "Tidak gratis, Rp 500 per lembar") == [(None, None, 500, "per lembar")]
    assert fee(part, "Tidak gratis, sesuai PP 13/2024")["kind"] == "pnbp"


def test_lines_of_which_one_costs_are_not_free_as_a_whole(part: Part) -> None:
    for free, kind in (("Gratis", "free"), ("Tarif nol rupiah", "zero_rupiah")):
        found = fee(part, f"1. {free}\n2. Cetak Rp 10.000 per judul")
        assert "kind" not in found
        assert [one.get("kind") for one in found["items"]] == [kind, None]
    assert fee(part, "1. Gratis\n2. Harap tenang")["items"][0]["kind"] == "free"
    assert "kind" in fee(part, "Tarif PNBP nol")
