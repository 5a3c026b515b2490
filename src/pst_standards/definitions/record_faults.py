"""What a record lacks, and which of its dates contradict each other (DEF-036, DEF-037)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from pst_standards.definitions.faults import NOWHERE, fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Location, Pointer
from pst_standards.model.base import Node

_NAMES_ONLY = frozenset({"format", "id"})


def lacking(origin: Origin, *keys: str) -> Iterator[Finding]:
    """Yield DEF-037 for each key without which a record cannot be used; once for an empty one.

    What was written counts as there even where it could not be read: that is told apart.

    >>> from pst_standards.definitions.records import read_record
    >>> from pst_standards.model.sale import Sale
    >>> origin = read_record({"id": "sale-1", "date": "2026-01-05"}, Sale).origin
    >>> [found.pointer for found in lacking(origin, "date", "lines")]
    [('lines',)]
    """
    data = origin.data
    if not any(_is_given(value) for key, value in data.items() if key not in _NAMES_ONLY):
        yield fault("DEF-037", variant="empty", location=origin.locate(()), keys=", ".join(keys))
        return
    for key in keys:
        if not _is_given(data.get(key)):
            yield absent(origin, (key,))


def absent(origin: Origin, pointer: Pointer) -> Finding:
    """Return DEF-037 for one key that is not there."""
    key = str(pointer[-1])
    return fault("DEF-037", pointer=pointer, location=origin.locate(pointer), key=key)


def _is_given(value: Any) -> bool:
    return value is not None and value not in ("", [], {})


def disordered(
    node: Node, pairs: Iterable[tuple[str, str]], origin: Origin | None, at: Pointer = ()
) -> Iterator[Finding]:
    """Yield DEF-036 for each pair of keys whose second holds an earlier day or moment.

    >>> from pst_standards.model.sale import Sale
    >>> sale = Sale(date=dt.date(2026, 1, 5), requested_on=dt.date(2026, 1, 6))
    >>> [found.params["first"] for found in disordered(sale, [("requested_on", "date")], None)]
    ['requested_on']
    """
    for first, later in pairs:
        before, after = getattr(node, first), getattr(node, later)
        if before is not None and after is not None and after < before:
            yield reversed_(first, before, later, after, origin, (*at, later))


def reversed_(
    first: str,
    before: dt.date,
    later: str,
    after: dt.date,
    origin: Origin | None,
    pointer: Pointer,
) -> Finding:
    """Return DEF-036: what stands under ``later`` is earlier than what stands under ``first``."""
    return fault(
        "DEF-036",
        pointer=pointer,
        location=_place(origin, pointer),
        first=first,
        before=before.isoformat(),
        key=later,
        after=after.isoformat(),
    )


def _place(origin: Origin | None, pointer: Pointer) -> Location:
    return NOWHERE if origin is None else origin.locate(pointer)
