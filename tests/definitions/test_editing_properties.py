"""Whatever is edited: it says what was asked, and every other line is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.definitions.editing import REMOVE, edit
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.reading import read
from pst_standards.findings import Pointer

Wanted = Callable[[Any, dict[Pointer, object]], Any]


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


@pytest.mark.unmeasured
@given(draw=st.data(), end=st.sampled_from(["\n", "\r\n"]))
def test_an_edit_says_what_was_asked_and_keeps_every_other_line(
    yaml_documents: st.SearchStrategy[str], wanted: Wanted, draw: st.DataObject, end: str
) -> None:
    text = draw.draw(yaml_documents).replace("\n", end)
    data = read(text, "").data
    changes = draw.draw(changes_of(data))
    # A text that keeps its last line ends would swallow the blank lines behind what is taken out.
    with suppress(DefinitionError) if re.search(r"[|>]\+", text) else nullcontext():
        check_edit(text, end, changes, wanted(data, changes))


def check_edit(text: str, end: str, changes: dict[Pointer, object], asked: Any) -> None:
    after = edit(text, changes)
    assert read(after, "").data == asked
    touched = touched_lines(text, changes, asked)
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


def touched_lines(text: str, changes: dict[Pointer, object], asked: Any) -> set[int]:
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
    for pointer in {*changes, *emptied(content.data, asked)}:
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


def emptied(data: Any, asked: Any) -> set[Pointer]:
    """Return what is left without any part by the changes."""
    found: set[Pointer] = set()
    for pointer in all_pointers(data):
        place = asked
        with suppress(KeyError, IndexError, TypeError):
            for step in pointer:
                place = place[step]
            if place in ({}, []):
                found.add(pointer)
    return found


def is_subsequence(lines: list[str], of: list[str]) -> bool:
    remaining = iter(of)
    return all(line in remaining for line in lines)
