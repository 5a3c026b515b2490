"""Items of lists called by their names: a person knows "Perpustakaan", not its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from pst_standards.definitions.references import TARGETS
from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.layout import STAR, Keys, Leaf
from pst_standards.exchange.office_form.tree import Tree

_LISTS: Final[Mapping[str, Keys]] = {"channels": ("complaints", "channels")}
"""Where a list stands that is no part of the definition itself."""
_NUMBER: Final = re.compile(r"#?([1-9][0-9]{0,3})(?:\.0)?\Z")
"""What an item without an id is called by: its place in its list."""
_NAMES: Final = ("name", "title")


def target_of(leaf: Leaf) -> Keys | None:
    """Return the list whose ids a field holds, ``None`` for one that holds something else.

    >>> from pst_standards.exchange.office_form.layout import parts
    >>> every = (leaf for part in parts() for leaf in part.leaves)
    >>> target_of(next(leaf for leaf in every if leaf.keys == ("complaint_handling", "channels")))
    ('complaints', 'channels')
    """
    name = TARGETS.get((leaf.owner.__name__, leaf.keys[-1]))
    return None if name is None else _LISTS.get(name, (name,))


def meant(tree: Tree, around: Steps, said: str) -> str:
    """Return the id of the one item of a list that has this id or name, else what was said.

    An item without an id is meant by its number.

    >>> tree = Tree.of({"services": [{"id": "library", "name": "Perpustakaan"}]})
    >>> meant(tree, ("services",), "perpustakaan"), meant(tree, ("services",), "Toko")
    ('library', 'Toko')
    >>> meant(Tree.of({"office": {"awards": [{}, {}]}}), ("office", "awards"), "2")
    '#2'
    """
    items = tree.value(around)
    if not isinstance(items, Mapping) or said in items:
        return said
    wanted, number = _plain(said), _NUMBER.match(said)
    if number:
        return _numbered(list(items), int(number[1])) or said
    keys = {
        key
        for key, item in items.items()
        if any(_plain(name) == wanted for name in _names(tree, key, item))
    }
    return keys.pop() if len(keys) == 1 else said


def _numbered(names: Sequence[str], number: int) -> str:
    """Return the item of a number: that which bears it, else that in its place without an id."""
    if f"#{number}" in names:
        return f"#{number}"
    placed = names[number - 1] if number <= len(names) else ""
    return placed if placed.startswith("#") else ""


def parents_meant(trees: Sequence[Tree], keys: Keys, names: list[str]) -> list[str]:
    """Return the names of the items around a row by their ids, the outermost first.

    The first tree that knows a name tells whose it is.
    """
    waiting, found = iter(names), list[str]()
    steps: Steps = ()
    for key in keys:
        step = key
        if key == STAR:
            step = next(waiting)
            for tree in trees:
                step = meant(tree, steps, step)
            found.append(step)
        steps = (*steps, step)
    return found


def put_meant(tree: Tree, steps: Steps, around: Keys) -> None:
    """Say by their ids the items that a value calls by their names."""
    value = tree.value(steps)
    if isinstance(value, str):
        tree.put(steps, meant(tree, around, value))
    elif isinstance(value, list):
        tree.put(steps, [meant(tree, around, one) for one in value])


def _names(tree: Tree, key: str, item: Any) -> Iterator[str]:
    """Yield what people call an item that has an id; a standard has the name of its service."""
    if key.startswith("#") or not isinstance(item, Mapping):
        return
    service = tree.value(("services", str(item.get("service", ""))))
    for one in (item, service if isinstance(service, Mapping) else {}):
        for said in (one.get(name) for name in _NAMES):
            yield from said.values() if isinstance(said, Mapping) else [said] if said else []


def _plain(said: object) -> str:
    return " ".join(str(said).split()).casefold()
