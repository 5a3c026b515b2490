"""What an office states over its base: shown together on the sheets, told apart again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from pst_standards.definitions import Bases
from pst_standards.definitions.merging import clean, merge
from pst_standards.exchange.office_form.filling import Filled, Steps, filled, leaf_table, part_at
from pst_standards.exchange.office_form.layout import STAR, Keys
from pst_standards.exchange.office_form.tree import Items, Tree
from pst_standards.exchange.office_form.values import Pair, decoded


@frozen
class Shown:
    """What the sheets show: everything that holds, and which of its cells are national.

    ``aside`` is what the office states and no cell shows.
    """

    sheets: Filled
    national: Mapping[Steps, Pair]
    aside: Mapping[Steps, Any]


def base_data(extends: Any, bases: Bases | None) -> dict[str, Any]:
    """Return what a base says, nothing for none; raises ``DefinitionError`` for one not there."""
    if not extends:
        return {}
    from pst_standards.definitions.assembling import loads
    from pst_standards.definitions.structure import plain

    data: dict[str, Any] = plain(loads({"extends": extends}, bases=bases))
    return data


def shown(data: Mapping[str, Any], base: Mapping[str, Any], lang: str = "id") -> Shown:
    """Lay out what an office states over its base, both as plain data."""
    own = filled(data, lang)
    if not base:
        return Shown(own, {}, own.aside)
    below = {key: part for key, part in data.items() if key != "extends"}
    whole = filled(merge(clean(dict(base)), below), lang)
    national = dict(filled(base, lang).cells())
    aside = {**own.aside, **_repeated(own, national)}
    return Shown(whole, national, aside)


def _repeated(own: Filled, national: Mapping[Steps, Pair]) -> dict[Steps, Any]:
    """Return what the office says although its base says the same: perhaps on other grounds."""
    said: dict[Steps, Any] = {}
    for keys, rows in own.rows.items():
        table = leaf_table(part_at(keys))
        for row in rows:
            for leaf, pair in row.cells.items():
                steps = (*row.steps, *leaf)
                names_item = leaf == ("id",) and bool(keys)
                if national.get(steps) == pair and not names_item:
                    said[steps] = decoded(pair, table[leaf].shape)
    return said


def tree_of(sheets: Filled) -> Tree:
    """Return the values that have cells as a tree."""
    tree = Tree()
    for keys, rows in sheets.rows.items():
        table = leaf_table(part_at(keys))
        for row in rows:
            if row.steps:
                tree.touch(row.steps)
            for leaf, pair in row.cells.items():
                tree.put((*row.steps, *leaf), decoded(pair, table[leaf].shape))
    return tree


def in_cells(base: Mapping[str, Any]) -> dict[str, Any]:
    """Return of what a base says that which the sheets show.

    >>> in_cells({"lang": "id", "source": "SK"})
    {'lang': 'id'}
    """
    return tree_of(filled(base)).data()


def stated(whole: Tree, national: Tree, aside: Mapping[Steps, Any]) -> Tree:
    """Return what an office states: what the sheets show beyond its base, and what stood aside.

    ``national`` is what they showed of the base when the form was written, not what the base says
    today: what an office left as it was is none of its own words.
    """
    own = Tree()
    own.root = _beyond(whole.root, national.root)
    for steps, value in aside.items():
        if not own.has(steps):
            _name_items(own, whole, steps)
            own.put(steps, value)
    return own


def missing(national: Tree, whole: Tree) -> Iterator[Steps]:
    """Yield what was national and stands on no sheet any more, the outermost of each.

    A list whose items have no ids is left out: an office may write it anew.

    >>> national = Tree.of({"services": [{"id": "library", "name": "Perpustakaan"}]})
    >>> list(missing(national, Tree()))
    [('services',)]
    """
    yield from _missing(national.root, whole.root, ())


def _missing(lower: Any, here: Any, steps: Steps) -> Iterator[Steps]:
    for key, value in lower.items():
        if key not in here or (_is_text(value) and not _holds(here[key], value)):
            yield (*steps, key)
        elif _is_compared(value, here[key]):
            yield from _missing(value, here[key], (*steps, key))


def _is_compared(lower: Any, here: Any) -> bool:
    """Tell whether parts are looked into: of lists only those that merge by their ids."""
    if isinstance(lower, Items):
        return isinstance(here, Items) and _merge(here, lower)
    return isinstance(lower, dict) and isinstance(here, dict)


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and "en" in value and not isinstance(value, Items)


def _holds(here: Any, text: Mapping[str, Any]) -> bool:
    """Tell whether a text still speaks each language; plain, it speaks Indonesian alone."""
    spoken = here.keys() if isinstance(here, dict) else {"id"}
    return text.keys() <= spoken


def _name_items(own: Tree, whole: Tree, steps: Steps) -> None:
    """Give the items on the way their ids, by which they find those of the base."""
    for length in range(1, len(steps)):
        around, item = steps[:length], steps[: length + 1]
        if not whole.is_item(around, item[-1]) or own.has(item):
            continue
        if not item[-1].startswith("#"):
            own.put((*item, "id"), item[-1])


def _beyond(whole: Any, below: Any) -> Any:
    found: dict[str, Any] = Items() if isinstance(whole, Items) else {}
    for key, value in whole.items():
        if key not in below:
            found[key] = value
            continue
        lower = below[key]
        if isinstance(value, Items) and not _merge(value, lower):
            if value != lower or list(value) != list(lower):
                found[key] = value
        elif isinstance(value, dict) and isinstance(lower, dict):
            inside = _beyond(value, lower)
            if inside:
                found[key] = {"id": key, **inside} if isinstance(whole, Items) else inside
        elif value != lower:
            found[key] = value
    return found


def _merge(value: Items, lower: Any) -> bool:
    """Tell whether lists merge by ids: then a layer need not repeat what it does not change."""
    return isinstance(lower, Items) and not any(name.startswith("#") for name in (*value, *lower))


__all__ = ["STAR", "Keys", "Shown", "base_data", "shown", "stated", "tree_of"]
