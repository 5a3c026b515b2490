"""Fields that a base locks, because law or the centre fixes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby
from typing import Any, NamedTuple

from pst_standards.definitions.faults import fault
from pst_standards.definitions.merging import REMOVE, clean, merge
from pst_standards.definitions.origin import Layer, Origin
from pst_standards.findings import Finding, Location, Pointer, parse_pointer


class Lock(NamedTuple):
    """A pattern of locked values, and how many layers stand above the base that locks them."""

    pattern: str
    above: int


def lock_findings(locked: Iterable[Lock], origin: Origin) -> list[Finding]:
    """Find values that a base locks and a layer above it changed or removed (DEF-022).

    An office may leave out an item of a list as a whole, such as a service that it does not
    give, unless the lock is on the item or its id.
    """
    findings = []
    for above, locks in groupby(locked, key=lambda lock: lock.above):
        count = len(origin.layers) - above
        if not above:
            continue
        fixed, upper = _resolved(origin.layers[:count]), origin.layers[: count - 1 : -1]
        base = origin.layers[count - 1].name
        for lock in locks:
            for path, value in _matches(parse_pointer(lock.pattern), fixed):
                reached = _follow(path, origin.data)
                if not _is_kept(reached, path, value):
                    place = _stated(path, upper) or origin.locate(reached.pointer)
                    findings.append(_overridden(reached.pointer, place, str(path[-1]), base))
    return findings


def _overridden(pointer: Pointer, place: Location, key: str, base: str) -> Finding:
    return fault("DEF-022", pointer=pointer, location=place, key=key, base=base)


def _resolved(layers: tuple[Layer, ...]) -> Any:
    """Return what the lowest layers come to: a base may rest on another base."""
    lowest = clean(layers[0].data)
    return reduce(lambda below, layer: merge(below, layer.data), layers[1:], lowest)


class _Reached(NamedTuple):
    """How far a path leads into data: the pointer that far, and what stands there."""

    pointer: Pointer
    node: Any


def _is_kept(reached: _Reached, path: tuple[Any, ...], value: Any) -> bool:
    steps = len(reached.pointer)
    if steps == len(path):
        return bool(reached.node == value)
    # Only an item of a list may be missing, and neither when it is locked itself nor by its id.
    return isinstance(reached.node, list) and steps + 1 < len(path) and path[-1] != "id"


def _stated(path: tuple[Any, ...], layers: Iterable[Layer]) -> Location | None:
    """Return where the topmost of these layers states a value or takes away what holds it."""
    for layer in layers:
        reached = _follow(path, layer.data)
        node = reached.node
        removed = isinstance(node, dict) and node.get(REMOVE) is True
        whole = len(reached.pointer) == len(path) or not isinstance(node, dict | list)
        if reached.pointer and (removed or whole):
            return layer.place(reached.pointer)
    return None


def _matches(
    pattern: Pointer, node: Any, path: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield each value that a pattern with ``*`` reaches; items of lists are named by their ids."""
    if not pattern:
        yield path, node
        return
    step, rest = pattern[0], pattern[1:]
    if isinstance(node, list):
        for item in node:
            if isinstance(item, dict) and step in ("*", item.get("id")):
                yield from _matches(rest, item, (*path, item.get("id")))
    elif isinstance(node, dict):
        for key in node if step == "*" else (step,):
            if key in node:
                yield from _matches(rest, node[key], (*path, key))


def _follow(path: tuple[Any, ...], node: Any) -> _Reached:
    """Follow a path with ids through data as far as it leads."""
    pointer: list[str | int] = []
    for step in path:
        if isinstance(node, list):
            place = next((i for i, item in enumerate(node) if _has_id(item, step)), None)
        else:
            place = step if isinstance(node, dict) and step in node else None
        if place is None:
            break
        pointer.append(place)
        node = node[place]
    return _Reached(tuple(pointer), node)


def _has_id(item: Any, wanted: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("id") == wanted)
