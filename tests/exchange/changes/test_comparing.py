"""What leads from one definition to another, and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions.rebasing import alike
from pst_standards.exchange.changes import Change, ChangeError, Kind, apply, diff

IDS = st.sampled_from(["a", "b", "c", "d"])
SCALARS = st.none() | st.booleans() | st.integers(-1, 3) | st.sampled_from(["", "x", "1", 1.0])


def mappings(part: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(["text", "items", "fee"]), part, max_size=3)


def named(part: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Return lists of items with ids, in any order; now and then one id stands twice."""
    items = st.tuples(IDS, mappings(part)).map(lambda pair: {"id": pair[0], **pair[1]})
    once = st.lists(items, max_size=4, unique_by=lambda item: item["id"])
    return once | st.lists(items, max_size=3)


values = st.recursive(
    SCALARS, lambda part: mappings(part) | named(part) | st.lists(part, max_size=3), max_leaves=12
)
definitions = mappings(values)


@given(old=definitions, new=definitions)
def test_applying_what_changed_gives_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert alike(apply(diff(old, new), old), new)


@given(data=definitions)
def test_nothing_changed_between_a_definition_and_itself(data: dict[str, Any]) -> None:
    assert diff(data, data) == ()
    assert alike(apply((), data), data)


@given(old=definitions, new=definitions)
def test_the_way_back_is_the_same_changes_turned(old: dict[str, Any], new: dict[str, Any]) -> None:
    there = sorted(map(repr, (change.turned for change in diff(old, new))))
    assert there == sorted(map(repr, diff(new, old)))


def test_an_item_put_before_others_is_a_change_of_order_both_ways() -> None:
    old, new = ({"items": [{"id": one} for one in ids]} for ids in ("xy", "zxy"))
    there, back = diff(old, new), diff(new, old)
    assert [change.turned for change in there] == list(back)
    assert (apply(there, old), apply(back, new)) == (new, old)


@pytest.mark.parametrize(
    "change",
    [
        Change(path=("fee",), kind=Kind.CHANGED, old="y", new="z"),
        Change(path=("fee",), kind=Kind.ADDED, new="z"),
        Change(path=("fee", "kind"), kind=Kind.ADDED, new="z"),
        Change(path=("items",), kind=Kind.ORDERED, old=["b", "a"], new=["a", "b"]),
        Change(path=("none", "a"), kind=Kind.REMOVED, old=1),
    ],
)
def test_changes_of_other_data_are_refused(change: Change) -> None:
    data = {"fee": "x", "items": [{"id": "a"}, {"id": "b"}]}
    with pytest.raises(ChangeError) as refused:
        apply([change], data)
    assert refused.value.path[0] == change.path[0]


def test_an_item_that_moved_is_one_change_of_order() -> None:
    old = {"items": [{"id": "a"}, {"id": "b", "text": "x"}]}
    new = {"items": [{"id": "b", "text": "y"}, {"id": "a"}]}
    assert [(one.pointer, one.kind.value) for one in diff(old, new)] == [
        ("/items/b/text", "changed"),
        ("/items", "ordered"),
    ]
