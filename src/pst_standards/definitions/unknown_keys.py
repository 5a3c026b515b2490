"""Keys that the format does not know: kept, and reported with the key that was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

import attrs

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Location, Pointer
from pst_standards.model.base import Node, field_names, remember

_MOST: Final = 200


def unknown_findings(found: Iterable[tuple[Pointer, Node]], origin: Origin) -> list[Finding]:
    """Report the unknown keys (DEF-015) of the nodes of a definition, the first of very many."""
    unknown = (
        (pointer, node, key) for pointer, node in found if node.extras for key in node.extras
    )
    return [
        unknown_key(key, at, type(node), origin.locate(at, key=True))
        for pointer, node, key in islice(unknown, _MOST)
        for at in [(*pointer, key)]
    ]


def unknown_key(key: str, pointer: Pointer, owner: type, location: Location) -> Finding:
    """Report one unknown key, with the key that was perhaps meant: by its name or its term."""
    from difflib import get_close_matches

    known = [name for name in field_names(owner) if name != "extras"]
    names = _names(owner)
    near = get_close_matches(key.lower().replace("_", " "), list(names), n=1, cutoff=0.7)
    meant = names[near[0]] if near else ""
    return fault(
        "DEF-015",
        variant="meant" if meant else "",
        pointer=pointer,
        location=location,
        key=key,
        meant=meant,
        known=", ".join(known[:12]),
    )


@remember
def _names(owner: type) -> dict[str, str]:
    """Return what each key may have been called: its name, its Indonesian and its English term."""
    fields = attrs.fields_dict(owner)
    names: dict[str, str] = {}
    for key in field_names(owner):
        facts = fields[key].metadata
        for name in (key.replace("_", " "), facts.get("id", ""), facts.get("en", "")):
            names.setdefault(name.lower(), key)
    names.pop("", None)
    if "suppressions" in fields:
        # Only a file has it, so it is no field of the definition.
        names["extends"] = "extends"
    return {name: key for name, key in names.items() if key != "extras"}
