"""Which parts and fields of the model a form shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.base import Node, own_names
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.model.standard import ServiceStandard

_COMPONENTS: Final = tuple(component.value for component in Component)
_FIRST: Final = ("id", "service", "title", *_COMPONENTS)
"""The order of a standard: what it is, then a to n of UU 25/2009 Pasal 21."""


def shown_fields(cls: type[Node]) -> Iterator[tuple[str, Shape]]:
    """Yield the fields of a class that a form shows; the components as the law orders them.

    >>> [name for name, _ in shown_fields(ServiceStandard)][3:6]
    ['legal_basis', 'requirements', 'procedure']
    """
    known = shapes(cls)
    first = _FIRST if cls is ServiceStandard else ()
    for name in dict.fromkeys((*first, *own_names(cls))):
        yield name, known[name]


def shown_classes() -> tuple[type[Node], ...]:
    """Return the classes that a form shows, the definition first."""
    found: dict[type[Node], None] = {Definition: None}
    waiting: list[type[Node]] = [Definition]
    while waiting:
        for _, shape in shown_fields(waiting.pop(0)):
            inner = shape.innermost
            if inner.kind == "node" and inner.type not in found:
                found[inner.type] = None
                waiting.append(inner.type)
    return tuple(found)
