"""Edits of any layout: line ends, JSON, aliases, keys given twice, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.definitions.editing import REMOVE, edit
from pst_standards.definitions.editing_splices import Splice, applied
from pst_standards.definitions.errors import DefinitionError, UnreadableError
from pst_standards.definitions.reading import read
from pst_standards.findings import Pointer
from pst_standards.messages import text as message

Wanted = Callable[[Any, dict[Pointer, object]], Any]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str, *, last: bool) -> None:
    text = mark + f"a: 1 # é{end}b:{end}- x{end}- y" + end * last
    after = edit(text, {("a",): "dua\nbaris", ("b", 2): "z", ("c",): {"d": [1]}})
    lines = ["a: |- # é", "  dua", "  baris", "b:", "- x", "- y", "- z", "c:", "  d:", "  - 1"]
    assert after == mark + end.join(lines) + end * last


def test_json_stays_json(wanted: Wanted) -> None:
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


def test_unusual_layouts_are_edited_too(wanted: Wanted) -> None:
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


def test_a_tab_before_a_value_stays() -> None:
    assert edit("a:\t1\nb: 2\n", {("b",): 3}) == "a:\t1\nb: 3\n"


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


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableError):
        edit("a: [", {("a",): 1})
