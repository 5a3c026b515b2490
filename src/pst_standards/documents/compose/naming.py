"""Naming a place in a definition, and showing a value, in words that an office knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import attrs

from pst_standards.documents.compose.phrases import bare, figure
from pst_standards.documents.formats import clock, long_date
from pst_standards.documents.outline import Lang
from pst_standards.documents.passages import in_language, strung
from pst_standards.findings import Pointer
from pst_standards.messages import text
from pst_standards.model.base import Choice, ComponentName, Ident, Node, Text
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.model.standard import component_term

ARROW: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
_LONGEST_NAME: Final = 80


def term_of(owner: type, name: str, lang: Lang) -> str:
    """Return the term of a field."""
    return str(attrs.fields_dict(owner)[name].metadata[lang])


def place_name(definition: Definition, pointer: Pointer, lang: Lang) -> str:
    """Return the parts that lead to a node."""
    return strung(ARROW, _steps(definition, pointer, lang))


def _steps(definition: Definition, pointer: Pointer, lang: Lang) -> Iterator[str]:
    # The class is followed beside the value, as a part that is not set has a name as well.
    node: Any = definition
    owner: type = Definition
    waiting = ""
    for step in pointer:
        if isinstance(step, int):
            node = node[step]
            yield _own_name(node, lang) or f"{waiting} {getattr(node, 'number', None) or step + 1}"
            waiting = ""
            continue
        if waiting:
            yield waiting
        waiting = term_of(owner, step, lang)
        owner = _inner(shapes(owner)[step]).type
        node = getattr(node, step, None)
    if waiting:
        yield waiting


def _inner(shape: Shape) -> Shape:
    return shape if shape.item is None else _inner(shape.item)


def _own_name(node: Node, lang: Lang) -> str:
    """Return the name or title of an item, where it has a short one."""
    for key in ("name", "title"):
        value = getattr(node, key, None)
        shown = bare(in_language(value, lang) if isinstance(value, Text) else str(value or ""))
        if shown:
            return shown if len(shown) <= _LONGEST_NAME else ""
    return ""


class Names:
    """Shows values of one definition; an id is shown as the name of what it stands for."""

    def __init__(self, definition: Definition, lang: Lang) -> None:
        complaints = definition.complaints
        lists: tuple[tuple[Any, ...], ...] = (
            definition.services,
            definition.standards,
            definition.facilities,
            definition.publications,
            complaints.channels if complaints else (),
        )
        self._lang = lang
        self._names = {
            str(one.id): name for each in lists for one in each if (name := _own_name(one, lang))
        }

    def shown(self, owner: type, key: str, value: Any) -> str:
        """Return a value as a reader would write it; ids that lead nowhere are left out."""
        if _is_reference(owner, key):
            names = value if isinstance(value, tuple) else (value,)
            return strung(", ", (self._names[name] for name in names if name in self._names))
        return self._plain(owner, key, value)

    def _plain(self, owner: type, key: str, value: Any) -> str:
        if isinstance(value, tuple):
            return strung(", ", (self._plain(owner, key, one) for one in value))
        if isinstance(value, Mapping):
            return strung("; ", (self._plain(owner, key, one) for one in value.values()))
        component = Component.named(value) if _is_component(owner, key) else None
        if component is not None:
            return component_term(component, self._lang)
        return _scalar(value, self._lang)


def _scalar(value: Any, lang: Lang) -> str:
    if isinstance(value, Text):
        return bare(in_language(value, lang))
    if isinstance(value, Choice):
        return value.term(lang)
    if isinstance(value, bool):
        return text("documents", f"doc.{'yes' if value else 'no'}", lang)
    if isinstance(value, dt.date):
        return long_date(value, lang)
    if isinstance(value, dt.time):
        return clock(value, lang)
    return figure(value, lang) if isinstance(value, int) else str(value)


@cache
def _is_component(owner: type, key: str) -> bool:
    return _inner(shapes(owner)[key]).type is ComponentName


@cache
def _is_reference(owner: type, key: str) -> bool:
    return _inner(shapes(owner)[key]).type is Ident
