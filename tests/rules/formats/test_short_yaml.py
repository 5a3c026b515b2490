from __future__ import annotations

from typing import Any

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
