from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.formats.short_yaml import yaml_lines

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), VALUES), st.integers(20, 80))
def test_what_is_written_reads_back(data: dict[str, Any], columns: int) -> None:
    read = yaml.safe_load("\n".join(yaml_lines(data, columns)))
    assert (read or {}) == data


def test_what_fits_takes_one_line_and_what_does_not_is_laid_out() -> None:
    data = {"limits": [{"value": 3, "unit": "minute"}], "groups": ["disability", "elderly"]}
    assert yaml_lines(data, 80) == [
        "limits: [{value: 3, unit: minute}]",
        "groups: [disability, elderly]",
    ]
    assert yaml_lines(data, 24) == [
        "limits:",
        "  - value: 3",
        "    unit: minute",
        "groups: [disability,",
        "  elderly]",
    ]


def test_a_list_of_texts_and_a_long_text_are_laid_out_too() -> None:
    data = {"items": [{"text": "a " * 30}, "b"], "empty": {}, "none": []}
    assert yaml_lines(data, 40)[-2:] == ["empty: {}", "none: []"]
    assert yaml.safe_load("\n".join(yaml_lines(data, 40))) == data


@pytest.mark.parametrize(
    ("data", "columns", "lines"),
    [
        ({"a": [1]}, 6, ["a: [1]"]),
        ({"a": [1]}, 5, ["a: [", "  1]"]),
        ({"a": [11, 22]}, 8, ["a: [11,", "  22]"]),
        ({"a": [11, 22]}, 7, ["a: [11,", "  22]"]),
        ({"a": [11, 22]}, 6, ["a: [", "  11,", "  22]"]),
        ([{"k": 1}], 8, ["- {k: 1}"]),
        ([{"k": 1}], 7, ["- k: 1"]),
        ([[1, 2], "x", {}], 20, ["- [1, 2]", "- x", "- {}"]),
        ({"a": ["x" * 60, "y" * 60]}, 200, [f"a: [{'x' * 60}, {'y' * 60}]"]),
    ],
)
def test_what_just_fits_stays_together(data: Any, columns: int, lines: list[str]) -> None:
    assert yaml_lines(data, columns) == lines


def test_a_long_text_is_broken_before_the_margin() -> None:
    lines = yaml_lines({"text": "kata-kata " * 20, "list": [{"text": "kata " * 30}]}, 40)
    assert max(map(len, lines)) <= 40
    assert len(lines) > 8
