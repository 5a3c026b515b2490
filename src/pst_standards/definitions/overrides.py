"""Which values of a lower layer an upper one replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pst_standards.definitions.merging import ABOUT
from pst_standards.findings import Pointer

_NOT_VALUES = ABOUT | {"extends", "format", "id", "remove"}


def overrides(upper: Mapping[str, Any], lower: Mapping[str, Any]) -> Iterator[Pointer]:
    """Yield the pointers, into the upper layer, of what stands differently in the lower one.

    Items of lists meet by their ids. A value that only one of the two states is none.

    >>> list(overrides({"office": {"name": "A", "code": "1"}}, {"office": {"name": "B"}}))
    [('office', 'name')]
    """
    yield from _differing(upper, lower, ())


def _differing(upper: Any, lower: Any, pointer: Pointer) -> Iterator[Pointer]:
    if isinstance(upper, Mapping) and isinstance(lower, Mapping):
        for key in upper.keys() & lower.keys() - _NOT_VALUES:
            yield from _differing(upper[key], lower[key], (*pointer, key))
    elif isinstance(upper, list) and isinstance(lower, list) and _named(upper) and _named(lower):
        known = _named(lower)
        for place, item in enumerate(upper):
            if item["id"] in known:
                yield from _differing(item, known[item["id"]], (*pointer, place))
    elif upper != lower:
        yield pointer


def _named(items: list[Any]) -> dict[Any, Any]:
    """Return the items by id; nothing when one of them has none."""
    named = {item["id"]: item for item in items if isinstance(item, Mapping) and "id" in item}
    return named if len(named) == len(items) else {}
