"""STD-001 to STD-006: the fourteen components, filled, published, one standard a service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Node, Text, own_names
from pst_standards.model.component import SERVICE_DELIVERY, Component
from pst_standards.model.delivery import ComplaintHandling, Fee, FeeItem
from pst_standards.model.publication import PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.wordings import says

_LETTERS: Final = tuple((part, part.value, part.letter, part.citation) for part in Component)
_LABELS: Final = frozenset({"id", "number", "actor", "scope", "unit", "dimension", "case"})
"""Keys that sort or place an item without saying anything of its content."""
_PUBLIC: Final = frozenset(part.value for part in SERVICE_DELIVERY)


def _missing_components(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        for _, key, letter, citation in _LETTERS:
            if getattr(placed.standard, key) is None:
                params = {"component": key, "letter": letter}
                closest = (citation, f"PP 96/2012 Pasal 25 huruf {letter}")
                yield Hit(placed.pointer, params, citations=closest)


def _is_label(name: str, node: Node) -> bool:
    if name == "kind":
        return not isinstance(node, Fee | FeeItem)
    if name == "channels":
        return not isinstance(node, ComplaintHandling)
    return name in _LABELS


def states(value: Any) -> bool:
    """Tell whether a component, or a part of one, says more than placeholders.

    >>> from pst_standards.model.delivery import ComplaintHandling
    >>> states(ComplaintHandling(text=Text("Dicatat"))), states(ComplaintHandling(text=Text("...")))
    (True, False)
    """
    if value is None:
        return False
    if isinstance(value, Text | str):
        return says(value)
    if isinstance(value, tuple):
        return any(map(states, value))
    if isinstance(value, Node):
        names = own_names(type(value))
        return any(states(getattr(value, name)) for name in names if not _is_label(name, value))
    return True


def _empty_components(context: Context) -> Iterator[Hit]:
    fillers = _fillers(context)
    for placed in context.standards:
        for _, key, letter, _ in _LETTERS:
            node = getattr(placed.standard, key)
            if node is None or states(node):
                continue
            pointer = (*placed.pointer, key)
            if not any(found[:3] == pointer for found, _ in fillers):
                yield Hit(pointer, {"component": key, "letter": letter}, "empty")
    for pointer, words in fillers:
        variant = "leftover" if states(_parent(context, pointer)) else "placeholder"
        yield Hit(pointer, {"component": str(pointer[2]), "text": words}, variant)


def _fillers(context: Context) -> list[tuple[Pointer, str]]:
    """Find the placeholders inside components, each place once."""
    keys = {part.value for part in Component}
    return [
        (pointer, words)
        for pointer, words in context.placeholders.items()
        if pointer[0] == "standards" and pointer[2] in keys
    ]


def _parent(context: Context, pointer: Pointer) -> Any:
    """Return the innermost part around a text."""
    node: Any = context.definition
    parent = node
    for step in pointer[:-1]:
        node = node[step] if isinstance(step, int) else getattr(node, step)
        parent = node if isinstance(node, Node) else parent
    return parent


def _unpublished_components(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        shown = _shown(placed, context)
        missing = tuple(part.value for part in SERVICE_DELIVERY if part.value not in shown)
        if missing:
            variant = "some" if shown else "none"
            yield Hit(
                placed.pointer, {"standard": placed.standard.id, "components": missing}, variant
            )


def _shown(placed: Placed, context: Context) -> frozenset[str]:
    """Return the components of a standard that some publication shows.

    A publication of kind ``standard`` shows all six unless it lists some, and speaks of every
    standard unless it names some.
    """
    shown: set[str] = set()
    for publication in context.definition.publications:
        whole = publication.kind is PublicationKind.STANDARD
        named = placed.standard.id in publication.standards
        if named or (whole and not publication.standards):
            shown |= set(publication.components) or (_PUBLIC if whole else set())
    return frozenset(shown & _PUBLIC)


def _services_without_standard(context: Context) -> Iterator[Hit]:
    definition = context.definition
    if not definition.standards and not definition.services:
        yield Hit(variant="none")
    covered = {placed.standard.service for placed in context.standards}
    for place, service in enumerate(definition.services):
        if service.id not in covered:
            yield Hit(("services", place), {"service": service.id})


CHECKS: Final = (
    Check(id="STD-001", find=_missing_components, applies=has_standards),
    Check(id="STD-002", find=_empty_components, applies=has_standards),
    Check(id="STD-005", find=_unpublished_components, applies=has_standards),
    Check(id="STD-006", find=_services_without_standard),
)
