"""Which sheet something belongs to that stands on none: the part of the form that would hold it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.filling import Steps, leaf_table
from pst_standards.exchange.office_form.layout import STAR, Keys, Part, parts
from pst_standards.exchange.office_form.sheets import PARENT
from pst_standards.exchange.office_form.tree import Tree


def part_holding(steps: Steps, tree: Tree) -> Part | None:
    """Return the part whose sheet shows what a tree says at these steps, ``None`` for nowhere.

    >>> tree = Tree.of({"services": [{"id": "library", "name": "Perpustakaan"}]})
    >>> part_holding(("services",), tree).title("id")
    'Layanan'
    """
    below = (part for part in parts() if _lies_below(part, steps, tree))
    return next(below, None) or next((part for part in parts() if _in_row(part, steps)), None)


def _lies_below(part: Part, steps: Steps, tree: Tree) -> bool:
    inside = part.listed and len(steps) <= len(part.keys) and _agrees(part.keys, steps)
    return inside and _holds(tree.root, (*steps, *part.keys[len(steps) :]))


def _in_row(part: Part, steps: Steps) -> bool:
    around: Keys = (*part.keys, STAR) if part.listed else part.keys
    inner = steps[len(around) :]
    if len(steps) < len(around) or not _agrees(around, steps):
        return False
    return any(leaf[: len(inner)] == inner for leaf in leaf_table(part))


def _agrees(keys: Keys, steps: Steps) -> bool:
    return all(key in {STAR, step} for key, step in zip(keys, steps, strict=False))


def _holds(node: Any, keys: Keys) -> bool:
    if not keys:
        return bool(node)
    if not isinstance(node, dict):
        return False
    if keys[0] == STAR:
        return any(_holds(below, keys[1:]) for below in node.values())
    return keys[0] in node and _holds(node[keys[0]], keys[1:])


def inserted(part: Part, names: list[str]) -> Steps:
    """Return the steps of a list, with the names of the items that it lies in.

    >>> steps = next(part for part in parts() if part.keys[-2:] == ("procedure", "steps"))
    >>> inserted(steps, ["library"])
    ('standards', 'library', 'procedure', 'steps')
    """
    waiting = iter(names)
    return tuple(next(waiting) if key == STAR else key for key in part.keys)


def part_column(columns: Mapping[str, int]) -> int:
    """Return the first column that holds a value.

    >>> part_column({"^0": 2, "id": 3, "name": 4})
    3
    """
    own = [column for key, column in columns.items() if not key.startswith((MAGIC, PARENT))]
    return min(own, default=1)


__all__ = ["inserted", "part_column", "part_holding"]
