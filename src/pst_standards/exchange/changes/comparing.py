"""Comparing and applying: from two definitions to the changes, and from changes to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from pst_standards.definitions.rebasing import ABSENT, alike
from pst_standards.exchange.changes.change import Change, ChangeError, Kind, Path

_Plan: TypeAlias = dict[Any, Any]
_HERE: Final = None
"""The key of a plan under which the changes of the very place stand; no step of a path is it."""


def diff(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return what leads from one definition to another, both as plain data.

    Mappings are compared key by key, lists whose items all have an id of their own item by item,
    other lists as a whole. The time it takes grows with the size of the data.

    >>> [found.pointer for found in diff({"lang": "id", "stage": "draft"}, {"lang": "en"})]
    ['/lang', '/stage']
    >>> diff({"lang": "id"}, {"lang": "id"})
    ()
    """
    return tuple(_of_mappings(old, new, ()))


def apply(changes: Iterable[Change], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data with changes made to it; ``apply(diff(a, b), a)`` equals ``b``.

    The data given stays as it is. Raises ``ChangeError`` where the old value of a change does not
    stand in it.

    >>> apply(diff({"lang": "id"}, {"lang": "en"}), {"lang": "id", "stage": "draft"})
    {'lang': 'en', 'stage': 'draft'}
    """
    plan: _Plan = {}
    for change in changes:
        place = plan
        for step in change.path:
            place = place.setdefault(step, {})
        place.setdefault(_HERE, []).append(change)
    changed: dict[str, Any] = _applied(dict(data), plan, ())
    return changed


def ids_of(value: Any) -> dict[str, Any] | None:
    """Return the items of a list by their ids, ``None`` unless each has an id of its own."""
    if not isinstance(value, list):
        return None
    found: dict[str, Any] = {}
    for item in value:
        name = item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(name, str) or name in found:
            return None
        found[name] = item
    return found


class Indexed:
    """The data of a definition, with the items of its lists at hand by their ids.

    >>> Indexed({"services": [{"id": "a", "name": "Pustaka"}]}).at(("services", "a", "name"))
    'Pustaka'
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self._known: dict[int, dict[str, Any]] = {}

    def at(self, path: Path) -> Any:
        """Return what stands at a path, ``None`` where nothing does."""
        found: Any = self.data
        for step in path:
            if isinstance(found, list):
                found = self._items(found).get(step)
            else:
                found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def _items(self, items: list[Any]) -> dict[str, Any]:
        # A list of the data lives as long as the data, and so no other has its identity.
        found = self._known.get(id(items))
        if found is None:
            found = self._known[id(items)] = ids_of(items) or {}
        return found


def is_shuffled(change: Change) -> bool:
    """Tell whether a change of order is more than what came and went between the other items.

    >>> is_shuffled(Change(path=("a",), kind=Kind.ORDERED, old=["x", "y"], new=["z", "x", "y"]))
    False
    """
    kept = set(change.old).intersection(change.new)
    old, new = ([one for one in ids if one in kept] for ids in (change.old, change.new))
    return old != new


def _of_mappings(old: Mapping[str, Any], new: Mapping[str, Any], path: Path) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        yield from _of_values(old.get(key, ABSENT), new.get(key, ABSENT), (*path, key))


def _of_values(old: Any, new: Any, path: Path) -> Iterator[Change]:
    if old is ABSENT or new is ABSENT:
        kind = Kind.ADDED if old is ABSENT else Kind.REMOVED
        yield Change(path=path, kind=kind, old=old, new=new)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _of_mappings(old, new, path)
    elif (before := ids_of(old)) is not None and (after := ids_of(new)) is not None:
        yield from _of_mappings(before, after, path)
        if _is_reordered(list(before), list(after)):
            yield Change(path=path, kind=Kind.ORDERED, old=list(before), new=list(after))
    elif not alike(old, new):
        yield Change(path=path, kind=Kind.CHANGED, old=old, new=new)


def _is_reordered(before: list[str], after: list[str]) -> bool:
    """Tell whether new items at the end would not give the other order, in either direction."""
    return _extended(before, after) != after or _extended(after, before) != before


def _extended(ids: list[str], wanted: list[str]) -> list[str]:
    kept, known = set(wanted), set(ids)
    return [one for one in ids if one in kept] + [one for one in wanted if one not in known]


def _applied(value: Any, plan: _Plan, path: Path) -> Any:
    order: Change | None = None
    for change in plan.get(_HERE, ()):
        if change.kind is not Kind.ORDERED:
            if not alike(change.old, value):
                raise ChangeError(path)
            return change.new
        order = change
    if isinstance(value, Mapping):
        return _inside(value, plan, path)
    items = ids_of(value)
    if items is None:
        raise ChangeError(path)
    changed = _inside(items, plan, path)
    if order is not None:
        if list(items) != order.old or changed.keys() != set(order.new):
            raise ChangeError(path)
        changed = {name: changed[name] for name in order.new}
    return list(changed.values())


def _inside(values: Mapping[str, Any], plan: _Plan, path: Path) -> dict[str, Any]:
    result = dict(values)
    for step, part in plan.items():
        if step is _HERE:
            continue
        changed = _applied(values.get(step, ABSENT), part, (*path, step))
        if changed is ABSENT:
            result.pop(step, None)
        else:
            result[step] = changed
    return result
