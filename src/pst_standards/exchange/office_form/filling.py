"""A definition laid out on sheets: which row and cell each value has, and what has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import Factory, define, frozen

from pst_standards.exchange.office_form.layout import (
    ASIDE,
    BLOCKS,
    CONFIRMED,
    STAR,
    Keys,
    Leaf,
    Part,
    is_list,
    is_node,
    leaves,
    parts,
)
from pst_standards.exchange.office_form.values import Pair, encoded
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

Steps: TypeAlias = tuple[str, ...]
"""Where a value stands: keys, and for an item its id, or ``#`` and its number where it has none."""


@define
class Row:
    """An item of a list, or a whole part: its steps and the values that have cells."""

    steps: Steps
    cells: dict[Keys, Pair] = Factory(dict)


@frozen
class Filled:
    """What stands on the sheets: rows by part, and by its steps what has no cell."""

    rows: dict[Keys, list[Row]] = Factory(dict)
    aside: dict[Steps, Any] = Factory(dict)

    def cells(self) -> Iterator[tuple[Steps, Pair]]:
        """Yield every cell with the steps of its value."""
        for rows in self.rows.values():
            for row in rows:
                for keys, pair in row.cells.items():
                    yield (*row.steps, *keys), pair


def filled(data: Mapping[str, Any], lang: str = "id") -> Filled:
    """Lay out the plain data of a definition or of one layer of it.

    >>> sheets = filled({"services": [{"id": "library", "name": "Perpustakaan"}], "x": 1})
    >>> sheets.rows[("services",)][0].cells[("name",)].first, sheets.aside
    ('Perpustakaan', {('x',): 1})
    """
    sheets = Filled()
    _Filler(sheets, lang).node(data, Definition, (), Row(()), ())
    return sheets


@frozen
class _Filler:
    sheets: Filled
    lang: str

    def node(self, data: Mapping[str, Any], cls: type, keys: Keys, row: Row, inner: Keys) -> None:
        """Lay out a part; ``keys`` is its part's pattern, ``inner`` where it lies in its row."""
        if not keys and not inner:
            self.sheets.rows.setdefault((), []).append(row)
        for name, value in data.items():
            self._value(name, value, shapes(cls).get(name), (keys, row, inner))

    def _value(
        self, name: str, value: Any, shape: Shape | None, at: tuple[Keys, Row, Keys]
    ) -> None:
        keys, row, inner = at
        steps = (*row.steps, *inner, name)
        if shape is None or name in ASIDE:
            said = None if shape is None or inner else self._confirmed(name, value, keys)
            row.cells.update(said or {})
            if said is None:
                self.sheets.aside[steps] = value
        elif is_node(shape) and isinstance(value, dict) and value:
            self._inside(name, value, shape.type, at)
        elif is_list(shape) and shape.item is not None and items_named(value):
            self._items((*keys, *inner, name), value, shape.item.type, steps)
        else:
            pair = None if shape.kind in {"map", "node"} else encoded(value, shape, self.lang)
            if pair is None:
                self.sheets.aside[steps] = value
            else:
                row.cells[*inner, name] = pair

    def _confirmed(self, name: str, value: Any, keys: Keys) -> dict[Keys, Pair] | None:
        """Return the cells of a confirmation, ``None`` where there are none for all of it."""
        listed = keys[-1:] == (STAR,)
        if name != CONFIRMED or not isinstance(value, dict) or not value:
            return None
        if listed and keys[:-1] not in BLOCKS:
            return None
        table = leaf_table(part_at(keys[:-1] if listed else keys))
        cells: dict[Keys, Pair] = {}
        for key, said in value.items():
            leaf = table.get((name, key))
            pair = encoded(said, leaf.shape, self.lang) if leaf else None
            if pair is None:
                return None
            cells[name, key] = pair
        return cells

    def _inside(
        self, name: str, value: dict[str, Any], cls: type, at: tuple[Keys, Row, Keys]
    ) -> None:
        keys, row, inner = at
        if keys or inner:
            self.node(value, cls, keys, row, (*inner, name))
            return
        top = Row((name,))
        self.sheets.rows.setdefault((name,), []).append(top)
        self.node(value, cls, (name,), top, ())

    def _items(self, pattern: Keys, items: list[Any], cls: type, steps: Steps) -> None:
        for name, item in zip(item_names(items), items, strict=True):
            row = Row((*steps, name))
            self.sheets.rows.setdefault(pattern, []).append(row)
            if not item:
                self.sheets.aside[row.steps] = {}
            self.node(item, cls, (*pattern, STAR), row, ())


def items_named(value: Any) -> bool:
    """Tell whether the items of a list can be rows: parts, of which no two have the same id."""
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        return False
    ids = [one["id"] for one in value if "id" in one]
    texts = all(isinstance(one, str) and one and not one.startswith("#") for one in ids)
    return texts and len(set(ids)) == len(ids)


def item_names(items: list[Any]) -> list[str]:
    """Return the step of each item: its id, or its number behind a ``#``.

    >>> item_names([{"id": "a"}, {}])
    ['a', '#2']
    """
    return [one.get("id") or f"#{place}" for place, one in enumerate(items, 1)]


def part_at(keys: Keys) -> Part:
    """Return the part of a pattern; raises ``KeyError`` for one that is none."""
    return {part.keys: part for part in parts()}[keys]


def leaf_table(part: Part) -> Mapping[Keys, Leaf]:
    """Return the values of a part by their keys."""
    return {leaf.keys: leaf for leaf in part.leaves}


__all__ = ["BLOCKS", "Filled", "Row", "Steps", "filled", "item_names", "items_named", "leaves"]
