"""Keys that the format does not know: kept, and reported with the key that was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Pointer
from pst_standards.model.base import Node, field_names

_MOST: Final = 200


def unknown_findings(found: Iterable[tuple[Pointer, Node]], origin: Origin) -> list[Finding]:
    """Report the unknown keys (DEF-015) of the nodes of a definition, the first of very many."""
    unknown = (
        (pointer, node, key) for pointer, node in found if node.extras for key in node.extras
    )
    return [
        _finding(key, (*pointer, key), node, origin)
        for pointer, node, key in islice(unknown, _MOST)
    ]


def _finding(key: str, pointer: Pointer, node: Node, origin: Origin) -> Finding:
    from difflib import get_close_matches

    known = [name for name in field_names(type(node)) if name != "extras"]
    meant = get_close_matches(key, known, n=1, cutoff=0.6)
    place = origin.locate(pointer, key=True)
    return fault(
        "DEF-015",
        variant="meant" if meant else "",
        pointer=pointer,
        location=place,
        key=key,
        meant=meant[0] if meant else "",
        known=", ".join(known[:12]),
    )
