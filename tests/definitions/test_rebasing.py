"""What a new base means for a layer: laws, and the cases that people meet."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions.editing import edit
from pst_standards.definitions.merging import clean, merge
from pst_standards.definitions.reading import read
from pst_standards.definitions.rebasing import Rebase, rebase
from pst_standards.definitions.structure import plain
from pst_standards.definitions.writing import dump_yaml
from pst_standards.exchange.changes import Kind, diff
from pst_standards.testing.strategies import definitions as whole_definitions

Data = dict[str, Any]
whole = whole_definitions()
words = st.sampled_from(["a", "b", "c"])
texts = words | st.fixed_dictionaries({"id": words}, optional={"en": words})
limits: st.SearchStrategy[list[Data]] = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["x", "y"])},
        optional={"value": st.integers(1, 3), "start": texts, "channels": st.lists(words)},
    ),
    max_size=2,
    unique_by=lambda item: str(item["id"]),
)
standards: st.SearchStrategy[list[Data]] = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["s", "t"])},
        optional={
            "title": texts,
            "fee": st.fixed_dictionaries({}, optional={"kind": words, "text": texts}),
            "time_limit": st.fixed_dictionaries({"limits": limits}),
        },
    ),
    max_size=2,
    unique_by=lambda item: str(item["id"]),
)
definitions: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {},
    optional={
        "lang": words,
        "office": st.fixed_dictionaries({}, optional={"name": words, "fax": words}),
        "standards": standards,
    },
)


@st.composite
def layers(draw: st.DrawFn) -> Data:
    """Draw what an office states, now and then the removal of a value or of an item."""
    layer: Data = copy.deepcopy(draw(definitions))
    for key in draw(st.sets(st.sampled_from(["lang", "fax"]), max_size=2)):
        (layer if key == "lang" else layer.setdefault("office", {}))[key] = None
    for item in layer.get("standards", []):
        if draw(st.integers(0, 5)) == 0:
            item["remove"] = True
    return layer


def lowest(data: Data) -> Data:
    cleaned: Data = clean(data)
    return cleaned


def edited(local: Data, found: Rebase) -> Data:
    """Return what the text of the layer says when it was edited; so do its data."""
    after = read(edit(dump_yaml(local), found.edits), "").data
    assert after == found.applied(local)
    return after


def at(data: Any, path: tuple[str, ...]) -> Any:
    """Return what stands at a path; an empty list or mapping says as much as none."""
    for step in path:
        if isinstance(data, list):
            data = next((item for item in data if item["id"] == step), None)
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data or None


def changed(one: Data, other: Data) -> set[tuple[str, ...]]:
    """Return the paths of what differs, texts as a whole."""
    found = (change.path for change in diff(one, other) if change.kind is not Kind.ORDERED)
    return {path[:-1] if path[-1] in {"id", "en"} else path for path in found}


def apart(path: tuple[str, ...], others: set[tuple[str, ...]]) -> bool:
    return not any(path[: len(other)] == other or other[: len(path)] == path for other in others)


@given(local=layers(), base=definitions)
def test_onto_an_unchanged_base_it_is_the_identity(local: Data, base: Data) -> None:
    found = rebase(local, lowest(base), lowest(copy.deepcopy(base)))
    assert (found.edits, found.copies, found.conflicts) == ({}, (), ())


@given(local=layers(), old=definitions, new=definitions)
def test_local_edits_survive_and_changes_of_the_base_arrive(
    local: Data, old: Data, new: Data
) -> None:
    found = rebase(local, old, new)
    was, now = merge(old, local), merge(new, edited(local, found))
    ours, theirs = changed(old, was), changed(old, new)
    for path in ours:
        if apart(path, theirs):
            assert at(now, path) == at(was, path), path
    told = {one.path for one in found.conflicts}
    for path in theirs:
        if apart(path, ours | told):
            assert at(now, path) == at(new, path), path


@given(local=layers(), old=definitions, new=definitions)
def test_twice_is_once(local: Data, old: Data, new: Data) -> None:
    first = rebase(local, old, new)
    once = edited(local, first)
    again = rebase(once, old, new)
    assert again.copies == ()
    assert [one.path for one in again.conflicts] == [one.path for one in first.conflicts]
    assert rebase(once, new, copy.deepcopy(new)).edits == {}


@given(local=layers(), old=definitions, new=definitions)
def test_only_copies_of_the_old_base_leave_the_layer(local: Data, old: Data, new: Data) -> None:
    found = rebase(local, old, new)
    for one in found.conflicts:
        assert at(edited(local, found), one.path) == one.local
    for one in found.copies:
        assert at(merge(new, edited(local, found)), one.path) == at(new, one.path)


LIMIT = {"id": "m", "value": 3, "unit": "day"}


def standard(**fields: Any) -> Data:
    return {"standards": [{"id": "s", **fields}]}


def limited(**fields: Any) -> Data:
    return standard(time_limit={"limits": [{"id": "m", **fields}]})


@pytest.mark.parametrize(
    ("local", "old", "new", "copies", "conflicts"),
    [
        (limited(value=3), limited(value=3), limited(value=2), ["value"], []),
        (limited(value=5), limited(value=3), limited(value=2), [], ["value"]),
        (limited(value=2), limited(value=3), limited(value=2), [], []),
        (limited(value=5), limited(value=3), limited(value=3, unit="hour"), [], []),
        (limited(value=5), limited(value=3), standard(), [], ["time_limit"]),
        (limited(value=3), limited(value=3), standard(), ["time_limit"], []),
        (limited(value=None), limited(value=3), limited(value=2), [], ["value"]),
        (limited(remove=True), limited(value=3), limited(value=2), [], ["m"]),
        (limited(remove=True), limited(value=3), standard(time_limit={"limits": []}), ["m"], []),
        (standard(title="a"), standard(title="a"), standard(title="b"), ["title"], []),
        (standard(title="a"), standard(title="a"), standard(title={"id": "a", "en": "b"}), [], []),
        (
            standard(title={"id": "a", "en": "x"}),
            standard(title={"id": "a", "en": "y"}),
            standard(title={"id": "b", "en": "z"}),
            ["id"],
            ["en"],
        ),
        (
            {"services": [{"id": "a", "missing_channels": {"online": "x", "in_person": "y"}}]},
            {"services": [{"id": "a", "missing_channels": {"online": "x", "in_person": "z"}}]},
            {"services": [{"id": "a", "missing_channels": {"online": "u", "in_person": "v"}}]},
            ["online"],
            ["in_person"],
        ),
        ({"unknown": [1]}, {"unknown": [1]}, {"unknown": [2]}, ["unknown"], []),
    ],
)
def test_what_both_sides_state(
    local: Data, old: Data, new: Data, copies: list[str], conflicts: list[str]
) -> None:
    found = rebase(local, old, new)
    assert [one.path[-1] for one in found.copies] == copies
    assert [one.path[-1] for one in found.conflicts] == conflicts


def test_a_mapping_of_which_nothing_stays_goes_whole() -> None:
    local = {"lang": "id", "office": {"name": "a", "fax": "b"}}
    found = rebase(local, {"office": {"name": "a", "fax": "b"}}, {"office": {}})
    assert list(found.edits) == [("office",)]


@given(old=whole.map(plain), new=whole.map(plain))
def test_a_layer_that_only_repeats_the_old_base_meets_no_conflict(old: Data, new: Data) -> None:
    local = copy.deepcopy(old)
    found = rebase(local, old, new)
    assert found.conflicts == ()
    again = rebase(edited(local, found), old, new)
    assert (again.copies, again.conflicts) == ((), ())
