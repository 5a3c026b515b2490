"""Putting values back into a definition: by steps, then as plain data with lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pst_standards.exchange.office_form.filling import Steps, item_names, items_named
from pst_standards.exchange.office_form.layout import STAR, Keys, is_list, is_node
from pst_standards.findings import Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes


class Items(dict[str, Any]):
    """The items of a list by their steps, in order."""


class Tree:
    """A definition that grows value by value.

    >>> tree = Tree()
    >>> tree.put(("services", "library", "name"), "Perpustakaan")
    >>> tree.data()
    {'services': [{'name': 'Perpustakaan'}]}
    """

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self._last: tuple[Steps, Any, Shape | None] | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Tree:
        """Return plain data as a tree.

        >>> Tree.of({"services": [{"id": "library"}]}).root
        {'services': {'library': {'id': 'library'}}}
        """
        tree = cls()
        tree.root = _grown(data, Shape("node", Definition))
        return tree

    def put(self, steps: Steps, value: Any) -> None:
        """State a value, and whatever lies around it."""
        holder, shape = self._holder(steps[:-1])
        if isinstance(holder, Items):
            holder.setdefault(steps[-1], {}).update(value)
        elif isinstance(holder, dict):
            found = _below(shape, steps[-1])
            if is_node(found) and value == {}:
                holder.setdefault(steps[-1], {})
            else:
                if steps[-1] in holder:  # perhaps what was just filled is replaced
                    self._last = None
                holder[steps[-1]] = value

    def has(self, steps: Steps) -> bool:
        """Tell whether something is stated at these steps."""
        return self.value(steps) is not None

    def value(self, steps: Steps) -> Any:
        """Return what is stated at these steps, ``None`` for nothing."""
        node: Any = self.root
        for step in steps:
            if not isinstance(node, dict) or step not in node:
                return None
            node = node[step]
        return node

    def is_item(self, around: Steps, name: str) -> bool:
        """Tell whether a step names an item of the list around it, here or by the model."""
        cls: Shape | None = Shape("node", Definition)
        for step in around:
            cls = cls.item if is_list(cls) and cls is not None else _below(cls, step)
        return is_list(cls) and bool(name)

    def pattern(self, pointer: Pointer) -> Keys:
        """Return a pointer with a star for each item of a list.

        >>> Tree().pattern(("standards", "library", "fee"))
        ('standards', '*', 'fee')
        """
        steps = tuple(map(str, pointer))
        return tuple(
            STAR if self.is_item(steps[:place], step) else step for place, step in enumerate(steps)
        )

    def touch(self, steps: Steps) -> None:
        """State an item, be it empty."""
        holder, _ = self._holder(steps[:-1])
        if isinstance(holder, dict):
            holder.setdefault(steps[-1], {})

    def _holder(self, steps: Steps) -> tuple[Any, Shape | None]:
        """Return what lies at these steps, mostly that of the value before."""
        if self._last is None or self._last[0] != steps:
            self._last = (steps, *self._walked(steps))
        return self._last[1:]

    def _walked(self, steps: Steps) -> tuple[Any, Shape | None]:
        node: Any = self.root
        shape: Shape | None = Shape("node", Definition)
        for step in steps:
            if not isinstance(node, dict):
                return None, None
            shape = shape.item if isinstance(node, Items) and shape else _below(shape, step)
            node = node.setdefault(step, Items() if is_list(shape) else {})
        return node, shape

    def data(self) -> dict[str, Any]:
        """Return it as plain data."""
        plain: dict[str, Any] = _plain(self.root)
        return plain

    def pointer(self, steps: Steps) -> Pointer:
        """Return where steps lead in the data: items without an id are found by their place."""
        node: Any = self.root
        found: list[str | int] = []
        for step in steps:
            inside = isinstance(node, Items)
            below = node.get(step) if isinstance(node, dict) else None
            if inside and not (isinstance(below, dict) and "id" in below):
                found.append(list(node).index(step) if step in node else step)
            else:
                found.append(below["id"] if inside and below else step)
            node = below
        return tuple(found)


def _grown(value: Any, shape: Shape | None) -> Any:
    if isinstance(value, Mapping) and is_node(shape) and shape is not None:
        known = shapes(shape.type)
        return {key: _grown(part, known.get(key)) for key, part in value.items()}
    if is_list(shape) and shape is not None and items_named(value):
        named = zip(item_names(value), value, strict=True)
        return Items({name: _grown(item, shape.item) for name, item in named})
    return value


def _below(shape: Shape | None, step: str) -> Shape | None:
    return shapes(shape.type).get(step) if is_node(shape) and shape is not None else None


def _plain(node: Any) -> Any:
    if isinstance(node, Items):
        return [_plain(item) for item in node.values()]
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    return node
