"""Which lines an edit touches, what it leaves, and pointers that lead nowhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from pst_standards.definitions.editing import REMOVE, edit
from pst_standards.definitions.reading import read
from pst_standards.findings import Pointer

Wanted = Callable[[Any, dict[Pointer, object]], Any]

TEXT = """\
# Standar pelayanan
lang: id   # bahasa
office:
  name: 'BPS Kabupaten'
  code: "3322"    # kode
  hours: [08:00, 15:30]   # jam
  # alamat lengkap
  address:
    street: Jalan Garuda
    city:
  note: |
    satu
    dua

  # sebelum butir
standards:
- service: library
  title: Perpustakaan
- # tanpa judul
  service: consultation
-   service: sales
    fees: {kind: free, instrument: ~}
tags:
    - a
    # b di bawah
    - b
    - - x
      - y
empty: {}
"""


def changed_lines(before: str, after: str) -> list[str]:
    rows = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return taken_before_put(row.rstrip("\n") for row in rows if row[0] in "+-")


def taken_before_put(rows: Iterable[str]) -> list[str]:
    return sorted(rows, key=lambda row: row[0] == "+")


@pytest.mark.parametrize(
    ("pointer", "value", "lines"),
    [
        (("lang",), "en", ["- lang: id   # bahasa", "+ lang: en   # bahasa"]),
        (
            ("office", "name"),
            "no",
            ["-   name: 'BPS Kabupaten'", "+   name: 'no'"],
        ),
        (
            ("office", "code"),
            "Kota: 1",
            ['-   code: "3322"    # kode', "+   code: 'Kota: 1'    # kode"],
        ),
        (
            ("office", "hours", 1),
            "16:00",
            [
                "-   hours: [08:00, 15:30]   # jam",
                '+   hours: [08:00, "16:00"]   # jam',
            ],
        ),
        (
            ("office", "hours"),
            ["07:00"],
            ["-   hours: [08:00, 15:30]   # jam", '+   hours: ["07:00"]   # jam'],
        ),
        (
            ("office", "hours"),
            {"open": ["07:00"], "close": None},
            [
                "-   hours: [08:00, 15:30]   # jam",
                '+   hours: {"open": ["07:00"], "close": null}   # jam',
            ],
        ),
        (
            ("office", "code"),
            {"a": 1, "b": [2]},
            [
                '-   code: "3322"    # kode',
                "+   code:     # kode",
                "+     a: 1",
                "+     b:",
                "+     - 2",
            ],
        ),
        (
            ("office", "name"),
            ["x", {"y": 1}],
            ["-   name: 'BPS Kabupaten'", "+   name:", "+   - x", "+   - y: 1"],
        ),
        (
            ("office", "code"),
            "satu\n\ndua\n",
            [
                '-   code: "3322"    # kode',
                "+   code: |    # kode",
                "+     satu",
                "+ ",
                "+     dua",
            ],
        ),
        (("office", "address", "city"), "Ungaran", ["-     city:", "+     city: Ungaran"]),
        (
            ("office", "address", "city"),
            {"id": "Ungaran"},
            ["+       id: Ungaran"],
        ),
        (
            ("office", "address"),
            "Jalan Garuda",
            [
                "-   address:",
                "+   address: Jalan Garuda",
                "-     street: Jalan Garuda",
                "-     city:",
            ],
        ),
        (
            ("office", "address"),
            ["Jalan Garuda"],
            ["-     street: Jalan Garuda", "-     city:", "+     - Jalan Garuda"],
        ),
        (
            ("office", "note"),
            "tiga",
            ["-   note: |", "-     satu", "-     dua", "+   note: tiga"],
        ),
        (
            ("office", "note"),
            "tiga\nempat",
            [
                "-   note: |",
                "-     satu",
                "-     dua",
                "+   note: |-",
                "+     tiga",
                "+     empat",
            ],
        ),
        (
            ("office", "website"),
            {"url": "https://bps.go.id"},
            ["+   website:", "+     url: https://bps.go.id"],
        ),
        (
            ("office", "address", "geo", "lat"),
            -7.1,
            ["+     geo:", "+       lat: -7.1"],
        ),
        (("standards", 0, "title"), None, ["-   title: Perpustakaan", "+   title: null"]),
        (("standards", 0, "lead"), "x", ["+   lead: x"]),
        (("standards", 1, "title"), "Konsultasi", ["+   title: Konsultasi"]),
        (("standards", 2, "title"), "Penjualan", ["+     title: Penjualan"]),
        (
            ("standards", 2, "fees", "note"),
            "x, y",
            [
                "-     fees: {kind: free, instrument: ~}",
                '+     fees: {kind: free, instrument: ~, "note": "x, y"}',
            ],
        ),
        (("standards", 3), {"service": "x", "n": [1]}, ["+ - service: x", "+   n:", "+   - 1"]),
        (
            ("standards", 1),
            {"a": "b", "c": "d"},
            ["-   service: consultation", "+   a: b", "+   c: d"],
        ),
        (
            ("standards", 2),
            {"a": "b", "c": "d"},
            [
                "- -   service: sales",
                "-     fees: {kind: free, instrument: ~}",
                "+ -   a: b",
                "+     c: d",
            ],
        ),
        (("tags", 1), {"k": "v", "l": "w"}, ["-     - b", "+     - k: v", "+       l: w"]),
        (("tags", 2, 1), "z", ["-       - y", "+       - z"]),
        (("tags", 2, 2), "z", ["+       - z"]),
        (("tags", 3), "c", ["+     - c"]),
        (("empty", "x"), {"y": 1}, ["- empty: {}", "+ empty:", "+   x:", "+     y: 1"]),
        (("new",), [], ["+ new: []"]),
        # -- taking away
        (("lang",), REMOVE, ["- lang: id   # bahasa"]),
        (("office", "note"), REMOVE, ["-   note: |", "-     satu", "-     dua"]),
        (
            ("office", "address"),
            REMOVE,
            ["-   address:", "-     street: Jalan Garuda", "-     city:"],
        ),
        (
            ("office", "hours", 0),
            REMOVE,
            ["-   hours: [08:00, 15:30]   # jam", "+   hours: [15:30]   # jam"],
        ),
        (
            ("office", "hours", 1),
            REMOVE,
            ["-   hours: [08:00, 15:30]   # jam", "+   hours: [08:00]   # jam"],
        ),
        (
            ("standards", 0, "service"),
            REMOVE,
            ["- - service: library", "-   title: Perpustakaan", "+ - title: Perpustakaan"],
        ),
        (("standards", 0), REMOVE, ["- - service: library", "-   title: Perpustakaan"]),
        (("standards", 1, "service"), REMOVE, None),
        (
            ("standards", 2, "fees", "kind"),
            REMOVE,
            ["-     fees: {kind: free, instrument: ~}", "+     fees: {instrument: ~}"],
        ),
        (("tags", 0), REMOVE, ["-     - a"]),
        (("tags", 2, 0), REMOVE, ["-     - - x", "-       - y", "+     - - y"]),
        (("empty",), REMOVE, ["- empty: {}"]),
    ],
)
def test_one_change_touches_only_its_own_lines(
    wanted: Wanted, pointer: Pointer, value: object, lines: list[str] | None
) -> None:
    after = edit(TEXT, {pointer: value})
    assert read(after, "a.yaml").data == wanted(read(TEXT, "a.yaml").data, {pointer: value})
    assert comments(after) >= comments(TEXT) - {"# kode", "# bahasa", "# jam"}
    if lines is not None:
        assert changed_lines(TEXT, after) == taken_before_put(lines)


def test_comments_inside_what_is_replaced_go_with_it() -> None:
    after = edit(TEXT, {("standards",): None})
    assert comments(TEXT) - comments(after) == {"# tanpa judul"}
    assert "standards: null\ntags:\n" in after


def comments(text: str) -> set[str]:
    return set(re.findall(r"#.*", text))


def test_many_changes_are_made_at_once_and_pointers_speak_of_the_text_as_given(
    wanted: Wanted,
) -> None:
    changes: dict[Pointer, object] = {
        ("tags", 0): REMOVE,
        ("tags", 2, 0): REMOVE,
        ("tags", 2, 1): "Y",
        ("tags", 3): "c",
        ("tags", 4): "d",
        ("office", "geo", "lat"): 1,
        ("office", "geo", "lon"): 2,
        ("office", "note"): REMOVE,
        ("standards", 0, "service"): REMOVE,
        ("standards", 0, "title"): "Pustaka",
        ("standards", 2, "fees", "kind"): REMOVE,
        ("standards", 2, "fees", "x"): 1,
        ("standards", 2, "fees", "instrument"): REMOVE,
        ("empty", "a"): 1,
        ("last",): True,
    }
    after = edit(TEXT, changes)
    assert read(after, "a.yaml").data == wanted(read(TEXT, "a.yaml").data, changes)
    assert after.splitlines()[:3] == TEXT.splitlines()[:3]
    assert "    # b di bawah\n    - b\n" in after


def test_parts_taken_away_side_by_side() -> None:
    text = "a: [1, 2, 3, 4]\nb:\n- x: 1\n  # tentang y\n  y: 2\n  z: 3\n- - 1\n  - 2\n  - 3\n"
    after = edit(text, {("a", 0): REMOVE, ("a", 1): REMOVE, ("b", 0, "x"): REMOVE})
    assert after == "a: [3, 4]\nb:\n- \n  # tentang y\n  y: 2\n  z: 3\n- - 1\n  - 2\n  - 3\n"
    after = edit(text, {("a", 2): REMOVE, ("a", 3): REMOVE, ("a", 4): 5})
    assert after.startswith("a: [1, 2, 5]\n")
    after = edit(text, {("b", 1, 0): REMOVE, ("b", 1, 1): REMOVE})
    assert read(after, "").data["b"][1] == [3]
    after = edit(text, {("b", 0, key): REMOVE for key in "xyz"})
    assert read(after, "").data["b"][0] == {}


def test_all_keys_can_be_taken_away() -> None:
    assert edit("# c\na: 1\nb: 2\n", {("a",): REMOVE, ("b",): REMOVE}) == "# c\n{}\n"


def test_the_root_can_be_given_as_a_whole() -> None:
    assert edit("a: 1 # c\nb: 2\n", {(): {"a": 1, "b": 3}}) == "a: 1 # c\nb: 3\n"


def test_no_change_changes_nothing() -> None:
    assert edit(TEXT, {}) == TEXT
    assert edit(TEXT, {("lang",): "id", ("office", "hours", 0): "08:00"}) == TEXT


@pytest.mark.parametrize(
    "changes",
    [
        {("office", "name", "id"): "x"},
        {("office", "nothing"): REMOVE},
        {("office", "nothing", "deep"): REMOVE},
        {("standards", 9): {}},
        {("standards", 3): REMOVE},
        {("standards", -1): {}},
        {("standards", "library"): {}},
        {("lang",): REMOVE, ("lang", "id"): "x"},
        {(): REMOVE},
    ],
)
def test_a_pointer_that_leads_nowhere_is_a_mistake_of_the_caller(
    changes: dict[Pointer, object],
) -> None:
    with pytest.raises(KeyError):
        edit(TEXT, changes)


def test_values_that_no_file_can_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="nan"):
        edit(TEXT, {("a",): float("nan")})
    with pytest.raises(TypeError):
        edit(TEXT, {("a",): object()})
