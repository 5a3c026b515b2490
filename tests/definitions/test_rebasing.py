"""What a new base means for a layer: laws, and the cases that people meet."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.definitions.editing import edit
from pst_standards.definitions.merging import ABOUT, clean, merge
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


Path = tuple[str, ...]


def leaves(node: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each value that a layer may state by itself."""
    if isinstance(node, dict):
        for key, part in node.items():
            if key not in {"id", "format", "confirmed", *ABOUT} or path[-1:] == ("text",):
                yield from leaves(part, (*path, key))
    elif isinstance(node, list) and node and all(isinstance(x, dict) and "id" in x for x in node):
        for item in node:
            yield from leaves(item, (*path, item["id"]))
    elif path:
        yield path


def kept(node: Any, paths: Collection[Path], path: Path = ()) -> Any:
    """Return what of data lies at paths, and the ids on the way to it."""
    if path in paths:
        return copy.deepcopy(node)
    if isinstance(node, list):
        items = {item["id"]: item for item in node}
        ways = [
            name for name in items if any(one[: len(path) + 1] == (*path, name) for one in paths)
        ]
        return [{"id": name, **kept(items[name], paths, (*path, name))} for name in ways]
    return {
        key: kept(part, paths, (*path, key))
        for key, part in node.items()
        if any(one[: len(path) + 1] == (*path, key) for one in paths)
    }


def moved(node: Any, paths: Collection[Path], by: str, path: Path = ()) -> Any:
    """Return data with another value at each of the paths, one of its own for who moved it."""
    if path in paths:
        return f"{node} {by}" if isinstance(node, str) else [by, node]
    if isinstance(node, list) and all(isinstance(one, dict) and "id" in one for one in node):
        return [moved(item, paths, by, (*path, item["id"])) for item in node]
    if isinstance(node, dict):
        return {key: moved(part, paths, by, (*path, key)) for key, part in node.items()}
    return copy.deepcopy(node)


@st.composite
def three(draw: st.DrawFn) -> tuple[Data, Data, Data, Collection[Path]]:
    """Draw a whole base, what an office copies and changes of it, a new base, and what is ours."""
    old = plain(draw(whole))
    paths = sorted(set(leaves(old)))
    if not paths:
        return {}, old, old, ()
    some = st.frozensets(st.sampled_from(paths), max_size=6)
    stated, ours, theirs = draw(some), draw(some), draw(some)
    if stated | ours:
        theirs |= draw(st.frozensets(st.sampled_from(sorted(stated | ours)), max_size=6))
    local = moved(kept(old, stated | ours), ours, "kantor")
    new = moved(old, theirs, "dasar")
    if new.get("standards") and draw(st.integers(0, 3)) == 0:
        new["standards"] = new["standards"][1:]
    return local, old, new, ours


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
    """Return the paths of what differs, texts as a whole, without what is said of values."""
    found = (change.path for change in diff(one, other) if change.kind is not Kind.ORDERED)
    values = (path for path in found if not ABOUT.intersection(path))
    return {path[:-1] if path[-1] in {"id", "en"} else path for path in values}


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
    holds_to_both_sides(local, old, new)


@given(drawn=three())
@settings(max_examples=40)
def test_the_laws_hold_of_whole_definitions(
    drawn: tuple[Data, Data, Data, Collection[Path]],
) -> None:
    local, old, new, ours = drawn
    holds_to_both_sides(local, old, new)
    first = rebase(local, old, new)
    once = edited(local, first)
    for path in ours:
        assert at(once, path) == at(local, path)
    again = rebase(once, old, new)
    assert again.edits == {}
    assert [one.path for one in again.conflicts] == [one.path for one in first.conflicts]
    text = dump_yaml(local)
    assert edit(text, rebase(local, old, copy.deepcopy(old)).edits) == text


def holds_to_both_sides(local: Data, old: Data, new: Data) -> None:
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


def sourced(source: str, confidence: str = "verified", value: int = 3) -> Data:
    said = {"source": source, "confidence": confidence}
    return limited(value=value, marks={"value": said}, unit="day")


@pytest.mark.parametrize(
    ("local", "is_copy"),
    [
        (sourced("SK Kepala 5/2026"), False),
        (sourced("SK Kepala 5/2026", "illustration"), True),
        (sourced("Perka 1"), True),
        ({"source": "Perka 1", **limited(value=3)}, True),
        ({"source": "SK", "confidence": "verified", **limited(value=3)}, False),
        (limited(value=3), True),
    ],
)
def test_what_an_office_has_a_verified_source_of_its_own_for_is_no_copy(
    local: Data, is_copy: bool
) -> None:
    found = rebase(local, sourced("Perka 1"), sourced("Perka 2", value=2))
    told = [one.path[-1] for one in (found.copies if is_copy else found.conflicts)]
    assert (told, bool(found.edits)) == (["value"], is_copy)


def test_the_mark_of_a_copy_goes_with_it() -> None:
    local = sourced("Contoh", "illustration")
    local["standards"][0]["time_limit"]["limits"][0]["marks"]["unit"] = {"source": "Contoh"}
    found = rebase(local, limited(value=3), limited(value=2))
    (limit,) = edited(local, found)["standards"][0]["time_limit"]["limits"]
    assert limit == {"id": "m", "marks": {"unit": {"source": "Contoh"}}, "unit": "day"}
    found = rebase(sourced("Contoh", "illustration"), limited(value=3), limited(value=2))
    (limit,) = edited(sourced("Contoh", "illustration"), found)["standards"][0]["time_limit"][
        "limits"
    ]
    assert limit == {"id": "m", "unit": "day"}


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
