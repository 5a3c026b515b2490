"""Which field a remedy speaks of: its words, followed through the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final

from attrs import frozen

from pst_standards.definitions.form_words import say
from pst_standards.definitions.forms import NEW_ROW
from pst_standards.findings import Pointer
from pst_standards.model.base import own_names
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.model.standard import choice_term

_WORDS: Final = re.compile(r"\b[a-z_]+\b")
_PAIRS: Final = re.compile(r"(?<!hapus )\b([a-z_]+): ([a-z0-9_]+)\b")
"""A key with what it shall hold, as a remedy writes it for files of text."""
_ADDS: Final = re.compile(r"\b(?:tambahkan|catat)\b", re.IGNORECASE)
_NO_SHEET: Final = "standards"
"""A list whose items have no rows of their own."""


def shape_at(pointer: Pointer) -> Shape | None:
    """Return the shape of what stands at a pointer, ``None`` where the model has nothing.

    >>> shape_at(("facilities", NEW_ROW, "kind")).kind
    'choice'
    """
    shape: Shape | None = Shape("node", Definition)
    for step in pointer:
        below = shape.item if shape is not None and shape.item is not None else None
        shape = below if isinstance(step, int) or step == NEW_ROW else fields_of(shape).get(step)
    return shape


def has_cell(pointer: Pointer) -> bool:
    """Tell whether a form may show what stands at a pointer: keys that anybody makes up have none.

    >>> has_cell(("services", 0, "missing_channels"))
    False
    """
    shape = shape_at(pointer)
    return shape is None or shape.kind != "map"


def fields_of(shape: Shape | None) -> Mapping[str, Shape]:
    """Return the fields of a part, nothing for what is none."""
    return shapes(shape.type) if shape is not None and shape.kind == "node" else {}


def chosen(remedy: str, pointer: Pointer) -> tuple[str, str] | None:
    """Return what a remedy has one choose at a pointer, in Indonesian and in English.

    >>> chosen("Catat pada publications dengan kind: rights.", ("publications", 0, "kind"))
    ('Hak dan kewajiban masyarakat', 'Rights and duties of the public')
    """
    shape = shape_at(pointer)
    said = next((value for key, value in _PAIRS.findall(remedy) if (key,) == pointer[-1:]), None)
    if said is None or shape is None:
        return None
    if shape.type is bool and said in {"true", "false"}:
        key = "yes" if said == "true" else "no"
        return say(key, "id").lower(), say(key, "en").lower()
    member = _member(shape, said)
    return None if member is None else (choice_term(member, "id"), choice_term(member, "en"))


def _member(shape: Shape, said: str) -> Enum | None:
    choices = shape.innermost.choices
    return next((one for one in choices or () if one.value == said), None)


def field_meant(remedy: str, pointer: Pointer, data: Any) -> Pointer | None:
    """Return the field that a remedy names, from a pointer on; ``None`` where it names none.

    ``data`` is what is stated at the pointer: of a list it tells which items there are.

    >>> field_meant("Tambahkan pada facilities dengan kind: lift.", ("facilities",), [])
    ('facilities', '+', 'kind')
    """
    remedied = _Remedy(tuple(_WORDS.findall(remedy)), bool(_ADDS.search(remedy)))
    return next(remedied.aims(pointer, data), None)


@frozen
class _Remedy:
    """The words of a remedy, and whether it asks for one more item."""

    words: tuple[str, ...]
    adds: bool

    def aims(self, pointer: Pointer, data: Any) -> Iterator[Pointer]:
        """Yield the fields that may be meant, first those nearest to the pointer."""
        shape = shape_at(pointer)
        elsewhere = self._elsewhere(pointer)
        around = _list_around(pointer)
        if elsewhere and self.adds and elsewhere == around:  # one more beside what was looked at
            yield from self._within(elsewhere, None)
        yield from self._within(pointer, data)
        if fields_of(shape):
            yield from self._around(pointer)
            yield from self._within(elsewhere, None) if elsewhere else ()
        row = self._row(pointer, data) if _holds_parts(shape) else pointer
        if row[-1:] == (NEW_ROW,):
            yield from _opened(row)

    def _around(self, pointer: Pointer) -> Iterator[Pointer]:
        """Yield the fields that a remedy names of the parts around what was looked at."""
        for length in range(len(pointer) - 1, 0, -1):
            fields = fields_of(shape_at(pointer[:length]))
            plain = {key for key, of in fields.items() if not (fields_of(of) or _holds_parts(of))}
            yield from ((*pointer[:length], word) for word in self.words if word in plain - {"id"})

    def _elsewhere(self, pointer: Pointer) -> Pointer | None:
        """Return another part of the definition that the remedy names, or the list around."""
        named = (word for word in self.words if word in shapes(Definition) and word != _NO_SHEET)
        here = pointer[:1] if len(pointer) == 1 else ()
        return next(((word,) for word in named if (word,) != here), None)

    def _within(self, pointer: Pointer, data: Any) -> Iterator[Pointer]:
        shape = shape_at(pointer)
        if _holds_parts(shape):
            yield from self._within(self._row(pointer, data), None)
            return
        fields = fields_of(shape)
        stated = data if isinstance(data, Mapping) else {}
        for word in self.words:
            if word == "id" or word not in fields or fields[word].kind == "map":
                continue
            below = fields[word]
            if fields_of(below) or _holds_parts(below):
                yield from self._within((*pointer, word), stated.get(word))
            else:
                yield (*pointer, word)
        choices = (key for key, of in fields.items() if self._names_choice(of))
        yield from ((*pointer, key) for key in choices)
        for key, below in fields.items():
            if _holds_parts(below) and key not in {*self.words, "marks"}:
                yield from self._in_items((*pointer, key), stated.get(key))

    def _in_items(self, pointer: Pointer, data: Any) -> Iterator[Pointer]:
        row = self._row(pointer, data)
        known = fields_of(shape_at(row))
        yield from ((*row, word) for word in self.words if word in known and word != "id")

    def _names_choice(self, shape: Shape) -> bool:
        """Tell whether a value of a choice is named alone; a single word may be anything."""
        named = {word for word in self.words if "_" in word}
        return shape.kind == "choice" and any(one.value in named for one in shape.type)

    def _row(self, pointer: Pointer, data: Any) -> Pointer:
        there = isinstance(data, list) and data and not self.adds
        return (*pointer, 0 if there else NEW_ROW)


def _list_around(pointer: Pointer) -> Pointer | None:
    return pointer[:1] if len(pointer) > 1 and isinstance(pointer[1], int) else None


def _holds_parts(shape: Shape | None) -> bool:
    return shape is not None and shape.kind == "list" and bool(fields_of(shape.item))


def opened(pointer: Pointer) -> Pointer:
    """Return the first field below a pointer that says something of its own.

    >>> opened(("standards", 0, "legal_basis"))
    ('standards', 0, 'legal_basis', 'regulations', '+', 'citation')
    """
    return next(_opened(pointer), pointer)


def _opened(pointer: Pointer) -> Iterator[Pointer]:
    """Yield the fields of a part but its id, then what the items of its lists would have."""
    shape = shape_at(pointer)
    fields = fields_of(shape)
    own = [key for key in own_names(shape.type) if key != "id"] if fields and shape else []
    plain = [key for key in own if not fields_of(fields[key]) and not _holds_parts(fields[key])]
    yield from ((*pointer, key) for key in plain)
    for key in own:
        inner = (*pointer, key, NEW_ROW) if _holds_parts(fields[key]) else (*pointer, key)
        yield from _opened(inner) if key not in plain else ()


__all__ = ["chosen", "field_meant", "fields_of", "has_cell", "opened", "shape_at"]
