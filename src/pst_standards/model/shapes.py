"""The types of the model, described once for structurer, schema, merge and glossary."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple, Union, get_args, get_origin

import attrs

from pst_standards.findings import Pointer
from pst_standards.model.base import ComponentName, Node, Text, remember
from pst_standards.model.component import Component


class Shape(NamedTuple):
    """What a field may hold: ``node``, ``list``, ``map``, ``text``, ``choice`` or ``scalar``.

    ``type`` is the class or scalar type, ``item`` the shape of the entries of a list or map.
    """

    kind: str
    type: Any
    item: Shape | None = None

    @property
    def keyed(self) -> bool:
        """Whether entries of this list may have ids and so merge by them."""
        item = self.item
        return (
            self.kind == "list"
            and item is not None
            and item.kind == "node"
            and "id" in attrs.fields_dict(item.type)
        )

    @property
    def choices(self) -> type[Enum] | None:
        """What a single value may be chosen from; ``None`` where anything may be said."""
        if self.kind == "choice":
            chosen: type[Enum] = self.type
            return chosen
        return Component if self.type is ComponentName else None

    @property
    def innermost(self) -> Shape:
        """The shape of what lies in it, below all lists and maps; a plain value's own."""
        return self if self.item is None else self.item.innermost


def shape_of(annotation: Any) -> Shape:
    """Describe a type annotation of the model.

    >>> shape_of(tuple[Text, ...]).item.kind
    'text'
    """
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return shape_of(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return Shape("list", tuple, shape_of(args[0]))
    if origin is Mapping:
        return Shape("map", dict, shape_of(args[1]))
    return Shape(_kind(annotation), annotation)


def _kind(annotation: Any) -> str:
    if annotation is Text:
        return "text"
    if isinstance(annotation, type) and attrs.has(annotation):
        return "node"
    choice = isinstance(annotation, type) and issubclass(annotation, Enum)
    return "choice" if choice else "scalar"


@remember
def shapes(cls: type) -> Mapping[str, Shape]:
    """Return the shape of each field of a class that belongs to the format, ``extras`` apart."""
    return {
        attribute.name: shape_of(attribute.type)
        for attribute in attrs.fields(cls)
        if attribute.metadata
    }


@remember
def node_classes(root: type[Node]) -> tuple[type, ...]:
    """Return all classes that are reached from ``root``, itself first, in order of appearance."""
    found: dict[type, None] = {root: None}
    waiting = [root]
    while waiting:
        for shape in shapes(waiting.pop(0)).values():
            inner = shape
            while inner.item is not None:
                inner = inner.item
            if inner.kind in {"node", "text"} and inner.type not in found:
                found[inner.type] = None
                if inner.kind == "node":
                    waiting.append(inner.type)
    return tuple(found)


@remember
def branches(cls: type) -> tuple[str, ...]:
    """Return the fields of a class that hold nodes or lists of nodes."""

    def branch(shape: Shape) -> bool:
        inner = shape.item if shape.kind == "list" and shape.item else shape
        return inner.kind == "node" and issubclass(inner.type, Node)

    return tuple(name for name, shape in shapes(cls).items() if branch(shape))


def nodes(node: Node, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Node]]:
    """Yield a node and every node below it with its pointer, outermost first."""
    waiting = [(pointer, node)]
    while waiting:
        here = waiting.pop()
        yield here
        pointer, node = here
        for name in branches(type(node)):
            part = getattr(node, name)
            if part.__class__ is tuple:
                waiting += [((*pointer, name, place), item) for place, item in enumerate(part)]
            elif part is not None:
                waiting.append(((*pointer, name), part))
