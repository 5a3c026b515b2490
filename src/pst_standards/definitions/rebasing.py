"""Laying a layer over a new base: what of it is only a copy, and what both sides changed.

A layer states few values; all others come from below and change with the base by themselves. So
only what the layer states where the base changed is looked at. A value that the layer merely
repeats from the old base is taken out of it, so that the new one, with its own source, holds. A
value of the layer's own stays, and so does one that it has a verified source of its own for; where
the base changed the same value, both are told.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, Final

from attrs import evolve, frozen

from pst_standards.definitions.editing import REMOVE as TAKE_OUT
from pst_standards.definitions.merging import ABOUT, REMOVE
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Confidence, Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

_ROOT: Final = Shape("node", Definition)
_NOT_VALUES: Final = ABOUT | {"id", "extends", "format", "confirmed"}


class Absent(Enum):
    """What stands where nothing stands; ``None`` may be a value, and in a layer removes one."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@frozen(kw_only=True)
class Met:
    """A value that a layer states where its base changed.

    ``pointer`` leads to it in the layer, ``path`` from there on with ids in place of places in
    lists. ``local``, ``old`` and ``new`` are the values of layer, old base and new base.
    """

    pointer: Pointer
    path: tuple[str, ...]
    local: Any
    old: Any = ABSENT
    new: Any = ABSENT


@frozen(kw_only=True)
class Rebase:
    """What a new base means for a layer: copies to take out, and conflicts left to people."""

    copies: tuple[Met, ...] = ()
    conflicts: tuple[Met, ...] = ()
    edits: Mapping[Pointer, object]
    """Changes of the layer, for ``edit``; a mapping of which nothing would stay goes whole."""

    def applied(self, local: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of the layer with the edits made; the data given stays as it is."""
        left: dict[str, Any] = _without(local, self.edits, _prefixes(self.edits), ())
        return left


def rebase(local: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]) -> Rebase:
    """Return what is to be done with a layer when the data below it turns from old to new.

    >>> was, now = {"lang": "id", "stage": "draft"}, {"lang": "en", "stage": "adopted"}
    >>> found = rebase({"lang": "id", "stage": "discussed", "office": {"code": "1"}}, was, now)
    >>> [one.path for one in found.copies], [one.path for one in found.conflicts]
    ([('lang',)], [('stage',)])
    >>> rebase({"lang": "id"}, was, was).edits
    {}
    """
    if old is new:
        return Rebase(edits={})
    meeting = _Meeting()
    meeting.of_node(Met(pointer=(), path=(), local=local, old=old, new=new), _ROOT)
    copies: list[Met] = []
    for met in meeting.copies:
        (meeting.conflicts if _is_vouched_for(met, local, old) else copies).append(met)
    return Rebase(
        copies=tuple(copies),
        conflicts=tuple(meeting.conflicts),
        edits=dict.fromkeys(_gone(local, copies), TAKE_OUT),
    )


def _is_vouched_for(met: Met, local: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Tell whether a layer has a verified source of its own for what the old base says too.

    Then it is no copy, but a fact of the office that happened to agree with the old base.
    """
    said = Origin(layers=(), data=local).about(met.pointer)
    if said.confidence != Confidence.VERIFIED.value or not said.source or _removed(met.local):
        return False
    return said.source != Origin(layers=(), data=old).about(pointer_along(met.path, old)).source


def pointer_along(path: tuple[str, ...], node: Any) -> Pointer:
    """Turn ids into places of lists, as far as data goes along a path.

    >>> pointer_along(("services", "b", "name"), {"services": [{"id": "a"}, {"id": "b"}]})
    ('services', 1)
    """
    pointer: list[str | int] = []
    for step in path:
        place: str | int | None = None
        if isinstance(node, list):
            place = next((i for i, one in enumerate(node) if _id_of(one) == step), None)
        elif isinstance(node, Mapping) and step in node:
            place = step
        if place is None:
            break
        pointer.append(place)
        node = node[place]
    return tuple(pointer)


def _id_of(item: Any) -> Any:
    return item.get("id") if isinstance(item, Mapping) else None


def _gone(local: Any, copies: Iterable[Met]) -> tuple[Pointer, ...]:
    """Return what goes with the copies: their marks too, which would say something of nothing."""
    gone = _whole_parts(local, {met.pointer for met in copies})
    marks = ((*one[:-1], "marks", one[-1]) for one in gone)
    return tuple(_whole_parts(local, {*gone, *marks}))


def _whole_parts(local: Any, gone: set[Pointer]) -> list[Pointer]:
    return list(_whole(local, gone, _prefixes(gone), ()))


def _prefixes(pointers: Iterable[Pointer]) -> frozenset[Pointer]:
    """Return all that lies on the way to one of the pointers, itself included."""
    return frozenset(one[:end] for one in pointers for end in range(len(one) + 1))


def _without(
    node: Any, gone: Container[Pointer], ways: Container[Pointer], pointer: Pointer
) -> Any:
    if pointer not in ways:
        return node
    if isinstance(node, Mapping):
        return {
            key: _without(part, gone, ways, (*pointer, key))
            for key, part in node.items()
            if (*pointer, key) not in gone
        }
    if isinstance(node, list):
        return [
            _without(part, gone, ways, (*pointer, place))
            for place, part in enumerate(node)
            if (*pointer, place) not in gone
        ]
    return node


def _whole(
    node: Any, gone: Container[Pointer], ways: Container[Pointer], pointer: Pointer
) -> Iterator[Pointer]:
    """Yield what goes, each mapping or list of which nothing would stay in place of its parts.

    Of an item nothing stays where only its id would: that states nothing.
    """
    if pointer in gone:
        yield pointer
        return
    if not isinstance(node, dict | list) or pointer not in ways:
        return
    is_item = bool(pointer) and isinstance(pointer[-1], int)
    steps = list(node) if isinstance(node, dict) else range(len(node))
    if is_item:
        steps = [step for step in steps if step != "id"]
    below = [list(_whole(node[step], gone, ways, (*pointer, step))) for step in steps]
    all_go = all(found == [(*pointer, step)] for step, found in zip(steps, below, strict=True))
    if pointer and all_go:
        yield pointer
    else:
        yield from (one for found in below for one in found)


class _Meeting:
    def __init__(self) -> None:
        self.copies: list[Met] = []
        self.conflicts: list[Met] = []

    def of_node(self, met: Met, shape: Shape) -> None:
        fields = shapes(shape.type)
        for key in met.local:
            if key not in _NOT_VALUES:
                self.of_value(_inside(met, key), fields.get(key))

    def of_value(self, met: Met, shape: Shape | None) -> None:
        if alike(met.old, met.new):
            return
        kind = shape.kind if shape else ""
        if _removed(met.local):
            self._of_removed(met)
        elif kind == "text":
            self._of_text(met)
        elif kind in {"node", "map"} and _are_mappings(met.local, met.old, met.new):
            self._of_mapping(met, shape or _ROOT)
        elif shape and shape.keyed and shape.item and _have_ids(met.local, met.old, met.new):
            self._of_items(met, shape.item)
        else:
            self._of_whole(met)

    def _of_mapping(self, met: Met, shape: Shape) -> None:
        if shape.kind == "map":
            for key in met.local:
                self.of_value(_inside(met, key), None)
        elif met.new is ABSENT:
            self._of_lost(met)
        else:
            self.of_node(met, shape)

    def _of_items(self, met: Met, shape: Shape) -> None:
        if met.new is ABSENT and _says_no_more(met.local, met.old):
            self.copies.append(met)
            return
        before, after = _items(met.old), _items(met.new)
        for place, item in enumerate(met.local):
            name = item["id"]
            inner = Met(
                pointer=(*met.pointer, place),
                path=(*met.path, name),
                local=item,
                old=before.get(name, ABSENT),
                new=after.get(name, ABSENT),
            )
            self.of_value(inner, shape)

    def _of_removed(self, met: Met) -> None:
        """Nothing is left to remove where the base removed it too; else people must look."""
        if met.new is not ABSENT:
            self.conflicts.append(met)
        elif met.local is not None:
            self.copies.append(met)

    def _of_lost(self, met: Met) -> None:
        """The base no longer has a part: what the layer says inside it would stand there alone."""
        same = _says_no_more(met.local, met.old)
        (self.copies if same else self.conflicts).append(met)

    def _of_text(self, met: Met) -> None:
        told = evolve(met, old=_text(met.old), new=_text(met.new))
        if isinstance(met.local, dict):
            for lang in met.local:
                self.of_value(_inside(told, lang), None)
        else:
            inner = _inside(evolve(told, local={"id": met.local}), "id")
            self._of_whole(evolve(inner, pointer=met.pointer, path=met.path))

    def _of_whole(self, met: Met) -> None:
        if alike(met.old, met.new) or alike(met.local, met.new):
            return
        (self.copies if alike(met.local, met.old) else self.conflicts).append(met)


def _inside(met: Met, key: str) -> Met:
    return Met(
        pointer=(*met.pointer, key),
        path=(*met.path, key),
        local=met.local[key],
        old=_get(met.old, key),
        new=_get(met.new, key),
    )


def _get(node: Any, key: str) -> Any:
    return node.get(key, ABSENT) if isinstance(node, Mapping) else ABSENT


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike; 1 is neither 1.0 nor true.

    >>> alike({"a": 1, "b": 2}, {"b": 2, "a": 1}), alike(1, True), alike(None, ABSENT)
    (True, False, False)
    """
    if one is ABSENT or other is ABSENT:
        return one is other
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _removed(value: Any) -> bool:
    return value is None or (isinstance(value, dict) and value.get(REMOVE) is True)


def _are_mappings(local: Any, *below: Any) -> bool:
    return isinstance(local, dict) and all(isinstance(one, dict) or one is ABSENT for one in below)


def _have_ids(local: Any, *below: Any) -> bool:
    return isinstance(local, list) and all(
        one is ABSENT or (isinstance(one, list) and len(_items(one)) == len(one))
        for one in (local, *below)
    )


def _items(value: Any) -> dict[str, Any]:
    items = value if isinstance(value, list) else []
    return {
        item["id"]: item
        for item in items
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    }


def _text(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    return {"id": value} if isinstance(value, str) else {}


def _says_no_more(local: Any, old: Any) -> bool:
    """Tell whether each value that a layer states inside a part stands alike in the old base."""
    if isinstance(local, dict) and isinstance(old, dict):
        return all(
            key in ABOUT or _says_no_more(value, old.get(key, ABSENT))
            for key, value in local.items()
        )
    if isinstance(local, str) and isinstance(old, dict):
        return bool(local == old.get("id"))
    if isinstance(local, list) and _have_ids(local, old):
        known = _items(old)
        return all(_says_no_more(item, known.get(item["id"], ABSENT)) for item in local)
    return alike(local, old)
