"""Fields that a base locks, because law or the centre fixes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pst_standards.definitions.faults import fault
from pst_standards.definitions.merging import clean
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Pointer, parse_pointer


def lock_findings(locked: Iterable[str], origin: Origin) -> list[Finding]:
    """Find locked values of the lowest layer that an upper layer changed or removed (DEF-022).

    An office may leave out an item as a whole, such as a service that it does not give, unless
    the lock is on the item's id.
    """
    if len(origin.layers) == 1:
        return []
    base = clean(origin.layers[0].data)
    findings = []
    for pattern in locked:
        for path, value in _matches(parse_pointer(pattern), base):
            pointer, final = _follow(path, origin.data)
            left_out = len(pointer) + 1 < len(path) and path[-1] != "id"
            if final != value and not left_out:
                place = origin.locate(pointer)
                findings.append(
                    fault(
                        "DEF-022",
                        pointer=pointer,
                        location=place,
                        key=str(path[-1]),
                        base=origin.layers[0].name,
                    )
                )
    return findings


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
            if isinstance(item, dict) and step in {"*", item.get("id")}:
                yield from _matches(rest, item, (*path, item.get("id")))
    elif isinstance(node, dict):
        for key in node if step == "*" else (step,):
            if key in node:
                yield from _matches(rest, node[key], (*path, key))


def _follow(path: tuple[Any, ...], node: Any) -> tuple[Pointer, Any]:
    """Follow a path with ids through resolved data: the pointer as far as it goes, the value."""
    pointer: list[str | int] = []
    for step in path:
        if isinstance(node, list):
            place = next(
                (
                    i
                    for i, item in enumerate(node)
                    if isinstance(item, dict) and item.get("id") == step
                ),
                None,
            )
        else:
            place = step if isinstance(node, dict) and step in node else None
        if place is None:
            return tuple(pointer), None
        pointer.append(place)
        node = node[place]
    return tuple(pointer), node
