"""Where in a form something missing is to be written: its own cell, or a new row of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

from attrs import frozen

from pst_standards.definitions.forms import NEW_ROW, is_workbook
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Location, Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.rules.formats.snippets import passing_at

_KEYS: Final = re.compile(r"\b[a-z_]+\b")
_TO_ADD: Final = "Tambahkan"
"""How a remedy begins that asks for one more item, not for more in those that are there."""


class _Located(Protocol):
    """What a rule looks at: it tells where a value stands."""

    def locate(self, pointer: Pointer) -> Location:
        """Return where a value stands."""


def aimed(finding: Finding, data: Any, looked: _Located) -> Location:
    """Return where what a finding misses is to be written, for a form; else where it stands.

    ``data`` is what the definition states at the finding. What is missing is named by the
    finding, or it is what the remedy speaks of and the example of the rule has.
    """
    place = finding.location
    if not is_workbook(place.file or ""):
        return place
    named = _named(finding)
    if named is not None:
        return looked.locate((*finding.pointer, named))
    if finding.words:  # of a rule that is not of this package, which may speak one language
        return place
    remedy = word(finding, "id")[1]
    aim = _Aim(frozenset(_KEYS.findall(remedy)), remedy.startswith(_TO_ADD))
    example = passing_at(finding.rule, finding.variant, finding.pointer)
    found = next(aim.within(example, data, finding.pointer), None)
    return place if found is None else looked.locate(found)


def _named(finding: Finding) -> str | None:
    """Return the field that a finding itself calls missing, of the part at which it stands."""
    component, missing = finding.params.get("component"), finding.params.get("missing")
    if isinstance(component, str):
        return component
    listed = missing if isinstance(missing, tuple) else ()
    fields = _fields_at(finding.pointer)
    return next((one for one in listed if isinstance(one, str) and one in fields), None)


def _fields_at(pointer: Pointer) -> Mapping[str, Shape]:
    shape: Shape | None = Shape("node", Definition)
    for step in pointer:
        if shape is not None:
            below = shape.item if isinstance(step, int) else _fields(shape).get(step)
            shape = below
    return _fields(shape)


def _fields(shape: Shape | None) -> Mapping[str, Shape]:
    return shapes(shape.type) if shape is not None and shape.kind == "node" else {}


@frozen
class _Aim:
    """The keys that a remedy speaks of, and whether it asks for one more item."""

    keys: frozenset[str]
    adds: bool

    def within(self, example: Any, data: Any, at: Pointer) -> Iterator[Pointer]:
        """Yield what an example has and the data lack, as far as the remedy speaks of it."""
        if isinstance(example, Mapping):
            stated = data if isinstance(data, Mapping) else {}
            for key, part in example.items():
                yield from self._part(key, part, stated.get(key), at)
        elif _are_items(example):
            yield from self._items(example[0], data, at)

    def _part(self, key: str, part: Any, stated: Any, at: Pointer) -> Iterator[Pointer]:
        spoken = key in self.keys or bool(self.keys & set(_keys(part)))
        if not spoken:
            return
        if stated not in (None, "", [], {}):
            yield from self.within(part, stated, (*at, key))
        elif _are_items(part):
            yield (*at, key, NEW_ROW, *self._spoken(part[0]))
        else:
            yield (*at, key, *self._spoken(part))

    def _items(self, item: Mapping[str, Any], data: Any, at: Pointer) -> Iterator[Pointer]:
        spoken = self._spoken(item)
        there = data if isinstance(data, list) and not self.adds else ()
        for place, stated in enumerate(there):
            if spoken and isinstance(stated, Mapping) and spoken[0] not in stated:
                yield (*at, place, *spoken)
        if self.adds:
            yield (*at, NEW_ROW, *spoken)

    def _spoken(self, part: Any) -> Pointer:
        """Return the first key of a part that the remedy speaks of."""
        keys = part if isinstance(part, Mapping) else {}
        return next(((key,) for key in keys if key in self.keys and key != "id"), ())


def _are_items(part: Any) -> bool:
    return isinstance(part, list) and bool(part) and isinstance(part[0], Mapping)


def _keys(part: Any) -> Iterator[str]:
    inner = part[0] if _are_items(part) else part
    if isinstance(inner, Mapping):
        for key, below in inner.items():
            yield key
            yield from _keys(below)
