from __future__ import annotations

import copy
import difflib
import json
import re
from collections.abc import Iterable
from contextlib import nullcontext, suppress
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.definitions.editing import REMOVE, edit
from pst_standards.definitions.editing_splices import Splice, applied
from pst_standards.definitions.errors import DefinitionError, UnreadableError
from pst_standards.definitions.reading import read
from pst_standards.findings import Pointer
from pst_standards.messages import text as message

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
    pointer: Pointer, value: object, lines: list[str] | None
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


def wanted(data: Any, changes: dict[Pointer, object]) -> Any:
    """Change data the plain way."""
    result = copy.deepcopy(data)
    for (*way, last), value in changes.items():
        place = result
        for index, step in enumerate(way):
            following: Any = [] if isinstance([*way, last][index + 1], int) else {}
            if isinstance(place, list) and step == len(place):
                place.append(following)
            elif isinstance(place, dict) and place.get(str(step)) is None:
                place[str(step)] = following
            elif isinstance(place, list) and place[int(step)] is None:
                place[int(step)] = following
            place = place[step]
        if isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return without_removed(result)


def without_removed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_removed(part) for key, part in value.items() if part is not REMOVE}
    if isinstance(value, list):
        return [without_removed(part) for part in value if part is not REMOVE]
    return value


def test_many_changes_are_made_at_once_and_pointers_speak_of_the_text_as_given() -> None:
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


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str, *, last: bool) -> None:
    text = mark + f"a: 1 # é{end}b:{end}- x{end}- y" + end * last
    after = edit(text, {("a",): "dua\nbaris", ("b", 2): "z", ("c",): {"d": [1]}})
    lines = ["a: |- # é", "  dua", "  baris", "b:", "- x", "- y", "- z", "c:", "  d:", "  - 1"]
    assert after == mark + end.join(lines) + end * last


def test_no_change_changes_nothing() -> None:
    assert edit(TEXT, {}) == TEXT
    assert edit(TEXT, {("lang",): "id", ("office", "hours", 0): "08:00"}) == TEXT


def test_json_stays_json() -> None:
    text = '{\n  "a": [1, 2],\n  "b": {"c": "x"},\n  "e": {}\n}\n'
    changes: dict[Pointer, object] = {
        ("a", 2): "é\u2028",
        ("b", "c"): None,
        ("b", "d"): {"f": [True]},
        ("e", "g"): 1,
        ("h",): "baru",
    }
    after = edit(text, changes, name="a.json")
    assert json.loads(after) == wanted(json.loads(text), changes)
    assert after == (
        '{\n  "a": [1, 2, "é\\u2028"],\n  "b": {"c": null, "d": {"f": [true]}},\n'
        '  "e": {"g": 1},\n  "h": "baru"\n}\n'
    )


def test_unusual_layouts_are_edited_too() -> None:
    text = "a: &x\n  - 1\nb:\n  -\n    c: 1\n  -\n'k': !!str\n? e\n: f\ng: |+\n  teks\n\nh: 1\n"
    changes: dict[Pointer, object] = {
        ("a", 1): 2,
        ("b", 0): {"d": 2, "e": 3},
        ("b", 1): [1, 2],
        ("e",): "F",
        ("h",): REMOVE,
        ("i",): 1,
    }
    after = edit(text, changes)
    assert read(after, "").data == wanted(read(text, "").data, changes)
    assert after == (
        "a: &x\n  - 1\n  - 2\nb:\n  -\n    d: 2\n    e: 3\n  - - 1\n    - 2\n"
        "'k': !!str\n? e\n: F\ng: |+\n  teks\n\ni: 1\n"
    )


def test_line_ends_that_a_text_keeps_stay_with_it() -> None:
    assert edit("a: |+\n  x\n\n", {("b",): 1}) == "a: |+\n  x\n\nb: 1\n"
    assert edit("a: |+\n  x\n\n", {("a",): "y\nz"}) == "a: |-\n  y\n  z\n"


def test_an_alias_is_written_out_where_its_copy_is_changed() -> None:
    text = "a: &x {n: 1}\nb: *x # c\nc:\n- *x\n"
    after = edit(text, {("b", "n"): 2, ("c", 0): 3})
    assert after == "a: &x {n: 1}\nb:  # c\n  n: 2\nc:\n- 3\n"


def test_pieces_that_overlap_are_not_put_together() -> None:
    assert applied("abc", [Splice(0, 2, "x"), Splice(1, 3, "y")]) is None
    assert applied("abc", [Splice(1, 3, "y"), Splice(1, 1, "x"), Splice(0, 1, "")]) == "xy"


def test_a_key_given_twice_goes_with_its_double() -> None:
    assert edit("a: 1\nb: 2\na: 3\n", {("a",): REMOVE}) == "b: 2\n"
    assert edit("a: 1\nb: 2\na: 3\n", {("a",): 4}) == "a: 4\nb: 2\na: 3\n"


def test_what_the_data_do_not_speak_of_stays() -> None:
    text = "<<: {x: 1}\n? [complex]\n: 1\na: 1\n---\nsecond: 1\n"
    assert edit(text, {("a",): 2}) == text.replace("a: 1", "a: 2")
    with_merge_only = "b:\n  <<: {x: 1}\n"
    assert edit(with_merge_only, {("b", "y"): 2}) == with_merge_only + "  y: 2\n"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a: &x {n: 1}\nb: *x\n", {("a", "n"): 2}),
        ("a: &x 1\nb: *x\n", {("a",): 2}),
        ("a: {b, c: 1}\n", {("a", "b"): 2}),
        ("a:\t1\nb: 2\n", {("b",): 3}),
        ("a: 1\n", {("b",): "x\x07"}),
        ("a: [b: 1]\n", {("a", 0, "c"): 2}),
        ("a: |+\n  x\nb: 1\n\nc: 1\n", {("b",): REMOVE}),
    ],
)
def test_a_change_that_would_touch_another_value_is_refused(
    text: str, changes: dict[Pointer, object]
) -> None:
    with pytest.raises(DefinitionError) as caught:
        edit(text, changes, name="a.yaml")
    (finding,) = caught.value.findings
    assert (finding.rule, finding.pointer) == ("DEF-012", next(iter(changes)))
    assert finding.location.file == "a.yaml"
    for lang in ("id", "en"):
        assert message("definition", "DEF-012", lang, finding.params)
        assert message("definition", "DEF-012.hint", lang, finding.params)


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


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableError):
        edit("a: [", {("a",): 1})


def all_pointers(value: Any, pointer: Pointer = ()) -> list[Pointer]:
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    return [
        found
        for step, part in parts
        for found in ((*pointer, step), *all_pointers(part, (*pointer, step)))
    ]


new_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.sampled_from(
        ["teks baru", "no", "a: b", "# x", "satu\ndua", "satu\n\n  dua\n", "", " x "]
    ),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from("xyz"), part),
    max_leaves=5,
)


@st.composite
def changes_of(draw: st.DrawFn, data: Any) -> dict[Pointer, object]:
    """Draw changes that do not lie inside each other."""
    pointers = draw(st.lists(st.sampled_from(all_pointers(data)), max_size=4, unique=True))
    chosen: dict[Pointer, object] = {}
    for pointer in pointers:
        place = data
        for step in pointer:
            place = place[step]
        kind = draw(st.sampled_from(["set", "add", "remove"]))
        target = pointer
        if kind == "add" and isinstance(place, dict):
            target = (*pointer, "baru", "dalam")
        elif kind == "add" and isinstance(place, list):
            target = (*pointer, len(place))
        chosen[target] = REMOVE if kind == "remove" else draw(new_values)
    assume(not any(one != other and other[: len(one)] == one for one in chosen for other in chosen))
    return chosen


@given(draw=st.data(), end=st.sampled_from(["\n", "\r\n"]))
def test_an_edit_says_what_was_asked_and_keeps_every_other_line(
    yaml_documents: st.SearchStrategy[str], draw: st.DataObject, end: str
) -> None:
    text = draw.draw(yaml_documents).replace("\n", end)
    data = read(text, "").data
    changes = draw.draw(changes_of(data))
    # A text that keeps its last line ends would swallow the blank lines behind what is taken out.
    with suppress(DefinitionError) if re.search(r"[|>]\+", text) else nullcontext():
        check_edit(text, end, data, changes)


def check_edit(text: str, end: str, data: Any, changes: dict[Pointer, object]) -> None:
    after = edit(text, changes)
    assert read(after, "").data == wanted(data, changes)
    touched = touched_lines(text, changes)
    kept = [line for number, line in enumerate(text.split(end), 1) if number not in touched]
    assert is_subsequence(kept, after.split(end))


def dash_of(first: int, lines: list[str]) -> int:
    """Return the line of the dash of an item that begins below it, perhaps after blank lines."""
    above = first - 1
    while above and not lines[above - 1].strip():
        above -= 1
    if above and re.fullmatch(r"[ -]*- *", lines[above - 1]):
        return dash_of(above, lines)
    return first


def touched_lines(text: str, changes: dict[Pointer, object]) -> set[int]:
    """Return the lines that a change may touch: from the line of its key to the next key."""
    content = read(text, "")
    starts = sorted(
        {
            content.locate(pointer, key=key).line or 0
            for pointer in all_pointers(content.data)
            for key in (True, False)
        }
    )
    lines = text.splitlines()
    touched: set[int] = set()
    for pointer in {*changes, *emptied(content.data, changes)}:
        inside = [
            line
            for other in all_pointers(content.data)
            if other[: len(pointer)] == pointer
            for line in (content.locate(other).line, content.locate(other, key=True).line)
            if line
        ] or [content.locate(pointer).line or 0]
        first = min(inside)
        first = dash_of(first, lines)
        after = [line for line in starts if line > max(inside)]
        # What follows the first part of a list item moves up behind the dash when that goes.
        reach = after[0] + (changes.get(pointer) is REMOVE) if after else text.count("\n") + 2
        touched |= set(range(first, reach))
    return touched


def emptied(data: Any, changes: dict[Pointer, object]) -> set[Pointer]:
    """Return what is left without any part by the changes."""
    after = wanted(data, changes)
    found: set[Pointer] = set()
    for pointer in all_pointers(data):
        place = after
        with suppress(KeyError, IndexError, TypeError):
            for step in pointer:
                place = place[step]
            if place in ({}, []):
                found.add(pointer)
    return found


def is_subsequence(lines: list[str], of: list[str]) -> bool:
    remaining = iter(of)
    return all(line in remaining for line in lines)
