from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions.overrides import overrides
from pst_standards.findings import Pointer


def found(upper: Any, lower: Any) -> set[Pointer]:
    return set(overrides(upper, lower))


@pytest.mark.parametrize(
    ("upper", "lower", "pointers"),
    [
        ({"a": 1}, {"a": 2}, {("a",)}),
        ({"a": 1}, {"a": 1}, set()),
        ({"a": 1}, {"b": 1}, set()),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, {("a", "c")}),
        ({"a": {"b": 1}}, {"a": "b"}, {("a",)}),
        ({"a": [1, 2]}, {"a": [1]}, {("a",)}),
        ({"a": [1]}, {"a": [1]}, set()),
        ({"a": []}, {"a": [{"id": "x"}]}, {("a",)}),
        (
            {"a": [{"id": "y", "t": 1}, {"id": "x", "t": 2}]},
            {"a": [{"id": "x", "t": 1}]},
            {("a", 1, "t")},
        ),
        ({"a": [{"id": "x", "t": 1}, {"t": 2}]}, {"a": [{"id": "x", "t": 1}]}, {("a",)}),
        ({"a": None}, {"a": 1}, {("a",)}),
        ({"extends": "x", "source": "x", "format": 1}, {"extends": "y", "source": "y"}, set()),
        ({"a": [{"id": "x", "remove": True}]}, {"a": [{"id": "x", "remove": False}]}, set()),
    ],
)
def test_what_stands_otherwise_below_is_found(
    upper: Any, lower: Any, pointers: set[Pointer]
) -> None:
    assert found(upper, lower) == pointers


values = st.recursive(
    st.integers(0, 2),
    lambda part: st.lists(part, max_size=2) | st.dictionaries(st.sampled_from("abc"), part),
    max_leaves=6,
)
mappings = st.dictionaries(st.sampled_from("abc"), values)


@given(mappings)
def test_nothing_overrides_itself(data: dict[str, Any]) -> None:
    assert found(data, data) == set()


@given(mappings, mappings)
def test_every_pointer_leads_into_the_upper_layer(
    upper: dict[str, Any], lower: dict[str, Any]
) -> None:
    for pointer in found(upper, lower):
        place: Any = upper
        for step in pointer:
            place = place[step]
