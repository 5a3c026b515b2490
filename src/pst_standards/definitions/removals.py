"""What the layers remove, and whether that means anything: said before it is cleaned away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.merging import REMOVE
from pst_standards.definitions.origin import Layer
from pst_standards.definitions.unknown_keys import unknown_key
from pst_standards.findings import Finding, Location, Pointer
from pst_standards.model.base import Node
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

_MOST: Final = 200
_FILE_KEYS: Final = frozenset({"extends"})
_LANGUAGES: Final = frozenset({"id", "en"})
_Path = tuple[str | None, ...]


def removal_findings(layers: tuple[Layer, ...], root: type[Node] = Definition) -> list[Finding]:
    """Find what removes nothing: null under an unknown key, and ``remove`` where none can be.

    ``layers`` stand lowest first. A layer that is plain removes nothing and is passed over.
    """
    found = (
        finding
        for place, layer in enumerate(layers)
        if not layer.plain
        for finding in _walk(layer.data, Shape("node", root), (), (), layer, layers[:place])
    )
    return list(islice(found, _MOST))


def _walk(
    node: Any,
    shape: Shape,
    pointer: Pointer,
    path: _Path,
    layer: Layer,
    below: tuple[Layer, ...],
) -> Iterator[Finding]:
    if shape.kind == "list" and shape.item is not None and isinstance(node, list):
        for place, item in enumerate(node):
            name = item.get("id") if isinstance(item, dict) else None
            yield from _walk(item, shape.item, (*pointer, place), (*path, name), layer, below)
    elif shape.kind == "text" and isinstance(node, dict):
        yield from _cut_off(node, pointer, layer)
    elif shape.kind == "node" and isinstance(node, dict):
        fields = shapes(shape.type)
        yield from _removed(node, shape, pointer, path, layer, below)
        for key, value in node.items():
            if key in fields:
                yield from _walk(value, fields[key], (*pointer, key), (*path, key), layer, below)
            elif value is None and key not in _FILE_KEYS | {REMOVE}:
                at = (*pointer, key)
                where = layer.place(at, key=True)
                yield _decimal(node, at, where) or unknown_key(key, at, shape.type, where)


def _decimal(node: Mapping[str, Any], at: Pointer, where: Location) -> Finding | None:
    """Tell of a number that a comma broke in two: {value: 1,5} holds 1, and a key named 5."""
    keys, digits = list(node), str(at[-1])
    owner = keys[max(keys.index(digits) - 1, 0)]
    if not digits.isdecimal() or not isinstance(node[owner], int):
        return None
    found = f"{node[owner]},{digits}"
    return fault("DEF-018", variant="decimal", pointer=at, location=where, key=owner, found=found)


def _cut_off(text: Mapping[str, Any], pointer: Pointer, layer: Layer) -> Iterator[Finding]:
    """Find words that a comma made a key of their own: {id: Cepat, tepat} holds "Cepat" alone."""
    name = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    for words, value in text.items():
        if value is None and words not in _LANGUAGES:
            at = (*pointer, words)
            where = layer.place(at, key=True)
            yield fault(
                "DEF-018", variant="comma", pointer=at, location=where, key=name, found=words
            )


def _removed(
    node: Mapping[str, Any],
    shape: Shape,
    pointer: Pointer,
    path: _Path,
    layer: Layer,
    below: tuple[Layer, ...],
) -> Iterator[Finding]:
    if REMOVE not in node:
        return
    at = (*pointer, REMOVE)
    wish, place = node[REMOVE], layer.place(at)
    if "id" not in shapes(shape.type):
        yield unknown_key(REMOVE, at, shape.type, place)
    elif not isinstance(wish, bool):
        kind = "string" if isinstance(wish, str) else "other"
        yield fault(
            "DEF-016", pointer=at, location=place, key=REMOVE, expected=("boolean",), found=kind
        )
    elif wish and not any(_holds(lower.data, path) for lower in below):
        yield fault("DEF-030", pointer=at, location=place, found=str(node.get("id")))


def _holds(node: Any, path: _Path) -> bool:
    """Tell whether a layer states what a path of keys and ids leads to."""
    for step in path:
        if isinstance(node, list):
            node = next(
                (one for one in node if isinstance(one, dict) and one.get("id") == step), None
            )
        else:
            node = node.get(step) if isinstance(node, dict) and step is not None else None
    return node is not None
