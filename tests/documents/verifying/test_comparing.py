"""Two readings of a document: every line that is not the same is in a change, and in its place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.verifying.comparing import Change, changes
from pst_standards.documents.verifying.lines import Line


def line(text: str, anchor: str = "") -> Line:
    return Line(text, text, anchor)


def told(found: list[Change]) -> list[tuple[str, str]]:
    return [
        (" / ".join(one.text for one in each.expected), " / ".join(one.text for one in each.found))
        for each in found
    ]


@pytest.mark.parametrize(
    ("expected", "found", "pairs"),
    [
        (["abc", "xyz"], ["abd"], [("abc", "abd"), ("xyz", "")]),
        (["abc", "xyz"], ["xyw"], [("abc", ""), ("xyz", "xyw")]),
        (["abc"], ["abd", "new"], [("abc", "abd / new")]),
        (["abc"], ["new", "abd"], [("abc", "new / abd")]),
        (
            ["1234", "abcd", "wxyz"],
            ["1235", "wxy"],
            [("1234", "1235"), ("abcd", ""), ("wxyz", "wxy")],
        ),
    ],
)
def test_a_line_is_told_beside_what_is_likest_to_it(
    expected: list[str], found: list[str], pairs: list[tuple[str, str]]
) -> None:
    assert told(list(changes(list(map(line, expected)), list(map(line, found))))) == pairs


def test_a_stretch_that_was_written_anew_is_told_row_by_row() -> None:
    before = [line(f"a{n}", f"pst_{n // 20}") for n in range(40)]
    after = [line(f"b{n}") for n in range(41)]
    made = list(changes(before, after))
    assert [(len(one.expected), len(one.found), one.anchor) for one in made] == [
        (20, 41, "pst_0"),
        (20, 0, "pst_1"),
    ]


_TEXTS = st.lists(st.sampled_from(["satu", "satu dua", "dua", "tiga", "tiga hari"]), max_size=7)


@settings(max_examples=60)
@given(_TEXTS, _TEXTS)
def test_what_no_change_tells_is_the_same_on_both_sides(
    before: list[str], after: list[str]
) -> None:
    made = list(changes(list(map(line, before)), list(map(line, after))))
    gone = Counter(one.text for each in made for one in each.expected)
    come = Counter(one.text for each in made for one in each.found)
    assert Counter(before) - gone == Counter(after) - come
    assert (not made) == (before == after)
