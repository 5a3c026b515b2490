"""Where in a form something missing is to be written: its own cell, or a new row of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

import attrs
from attrs import frozen

from pst_standards.definitions.forms import NEW_ROW, is_workbook
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Location, Pointer
from pst_standards.rules.formats.snippets import passing_at
from pst_standards.rules.remedy_fields import (
    chosen,
    field_meant,
    fields_of,
    has_cell,
    opened,
    shape_at,
)

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
    if finding.words and _named(finding) is None:
        return place  # of a rule that is not of this package, which may speak one language
    remedy = "" if finding.words else word(finding, "id")[1]
    found = _place_meant(finding, remedy, data)
    where = place if found is None else looked.locate(found)
    choice = chosen(remedy, found or finding.pointer)
    return where._replace(choice=choice) if _is_called(where, found or finding.pointer) else where


def _place_meant(finding: Finding, remedy: str, data: Any) -> Pointer | None:
    """Return where that stands which a finding, its example or its remedy names as missing."""
    named = _named(finding)
    if named is not None:
        return opened((*finding.pointer, named))
    aim = _Aim(frozenset(_KEYS.findall(remedy)), remedy.startswith(_TO_ADD))
    example = passing_at(finding.rule, finding.variant, finding.pointer)
    found = next(aim.within(example, data, finding.pointer), None)
    if found is None or not has_cell(found):
        return field_meant(remedy, finding.pointer, data)
    return field_meant(remedy, found, None) or opened(found)


def _is_called(where: Location, pointer: Pointer) -> bool:
    """Tell whether a cell is that of the field at a pointer: its sheet calls it so."""
    holder, said = shape_at(pointer[:-1]), where.heading or where.row or ""
    if not fields_of(holder) or holder is None or pointer[-1] not in fields_of(holder):
        return False
    facts = attrs.fields_dict(holder.type)[str(pointer[-1])].metadata
    return said.endswith((facts["id"], facts["en"]))


def _named(finding: Finding) -> str | None:
    """Return the field that a finding itself calls missing, of the part at which it stands."""
    component, missing = finding.params.get("component"), finding.params.get("missing")
    fields = fields_of(shape_at(finding.pointer))
    if isinstance(component, str) and component in fields:
        return component
    listed = missing if isinstance(missing, tuple) else ()
    return next((one for one in listed if isinstance(one, str) and one in fields), None)


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
