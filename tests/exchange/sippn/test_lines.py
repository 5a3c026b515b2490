from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pst_standards.exchange.sippn import Remark, read
from pst_standards.exchange.sippn.lines import lines_of

Told = Callable[[str], list[str]]


def lines(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in lines_of(text, lambda *_: None)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    assert lines(f"satu{end}{end}tiga\u2028juga tiga\x0clagi{end}") == [
        (1, "satu"),
        (3, "tiga"),
        (3, "juga tiga"),
        (3, "lagi"),
    ]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("  satu \t dua  ", "satu\tdua"),
        ("satu\u00a0dua\u3000tiga", "satu dua tiga"),
        ("peng\u00adaduan\u200b\ufeff", "pengaduan"),
        ("## Judul", "Judul"),
        ("> > kutipan", "kutipan"),
        ("- [ ] butir", "butir"),
        ("**tebal** dan __tebal__", "tebal dan tebal"),
        ("te**ba**l", "te ba l"),
        ("`kode`", "kode"),
        ("nama_berkas __init__", "nama_berkas init"),
        (r"1\. satu \*", "1. satu *"),
        ("| 1 | dua |", "1\tdua"),
        ("satu | dua", "satu | dua"),
    ],
)
def test_signs_of_the_way_a_text_was_made_are_taken_away(raw: str, plain: str) -> None:
    assert lines(raw) == [(1, plain)]


@pytest.mark.parametrize("raw", ["", "   ", "---", "***", "===", "|---|:--:|", "_ _ _", "\u200b"])
def test_lines_without_words_are_none(raw: str) -> None:
    assert lines(raw) == []


def test_a_gap_is_known() -> None:
    found = list(lines_of("satu\n\ndua\ntiga", lambda *_: None))
    assert [line.after_gap for line in found] == [False, True, False]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
        ("satu<br/>dua", ["satu", "dua"]),
        ("<b class='x'>satu</b> dua", ["satu dua"]),
        ("satu &amp; dua&nbsp;&#8211; tiga", ["satu & dua \u2013 tiga"]),
        ("&lt;b&gt;satu&lt;/b&gt;", ["satu"]),
        ("<!-- catatan -->satu", ["satu"]),
        ("<!doctype html>satu", ["satu"]),
    ],
)
def test_html_is_taken_away_and_told(raw: str, plain: list[str], told: Told) -> None:
    assert [text for _, text in lines(raw)] == plain
    assert "markup" in told(f"Perpustakaan\nPersyaratan\n{raw}")


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<nama kantor>", "[nama kantor]"),
        ("<script x", "\u2039script x"),
        ("</x", "\u2039/x"),
        ("a < b dan c <5 menit", "a < b dan c <5 menit"),
    ],
)
def test_no_bracket_is_left_that_reads_as_markup(raw: str, plain: str) -> None:
    assert lines(raw) == [(1, plain)]
    assert read(f"Perpustakaan\nPersyaratan\n{raw}").definition.standards


def test_characters_that_no_definition_holds_are_replaced_and_told() -> None:
    draft = read("Perpustakaan\nPersyaratan\nKTP\x07 asli\u202e")
    assert draft.data["standards"][0]["requirements"] == {
        "items": [{"text": "KTP\ufffd asli\ufffd"}]
    }
    assert draft.remarks == (Remark(key="characters", line=3, words="U+0007, U+202E"),)


PAGE = (
    "Persyaratan\n1. KTP\n2. Surel\nProsedur\n1. Datang\n2. Petugas memeriksa; jika sesuai, maka "
    "lanjut; jika tidak, maka selesai\nWaktu\nLangsung: 10 menit setelah antrean\nBiaya\nRp 5.000 "
    "per judul PP 13/2024\nPengaduan\nSurel a@b.example, telepon 0000 000000\nJam layanan\nSenin "
    "08.00-15.00\n"
)
LARGE = {
    "a page again and again": PAGE,
    "one line": PAGE.replace("\n", " "),
    "points in one line": "1. a 2. b 3. c ",
    "wrapped lines": "kata\n",
    "wrapped lines of a point": "  kata\n",
    "headings": "Waktu Penyelesaian Biaya / Tarif Persyaratan: ",
    "channels": "Langsung:\n1. a\n",
    "times": "Waktu: 1 (satu) 2 x 24 jam sejak a; ",
    "marks": "1. a) (2) ",
    "addresses": "a@a.a.a. www.a http://a ",
    "brackets": "<a <!-- &amp; ( [ ",
    "colons": "a: b: ",
    "conditions": "Jika a, maka b. ",
    "amounts": "Rp 1.0 0 per a / Rp0 ",
    "digits": "1",
    "notes": "Catatan: x\n",
    "cells": "a\t|",
}


HEADINGS = ("", "Prosedur: ", "Waktu: ", "Biaya: ", "Produk: ", "Pengaduan: ", "Jam layanan: ")


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_reading_takes_time_in_proportion_to_the_text(name: str) -> None:
    part = LARGE[name] * (10_000 // len(LARGE[name]))
    text = "Perpustakaan\n" + "\n".join(heading + part for heading in HEADINGS)
    start = time.process_time()
    assert read(text).data["standards"]
    assert time.process_time() - start < 5
