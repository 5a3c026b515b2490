"""Frozen values whose classes cost little to define.

A process that scores the table of one office reads a hundred rows and is done: two dozen classes
with methods written and compiled for each would take longer than the work. So these share theirs,
as the parts of a definition do.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

if TYPE_CHECKING:
    from attrs import frozen as frozen  # noqa: PLC0414 - an export of this module
else:
    # Type checkers see attrs' own decorator with its typed constructors.
    frozen = partial(attrs.frozen, init=False, eq=False, repr=False, slots=False)


class _Shape(NamedTuple):
    """The fields of a class: all names, plain defaults, makers of the others, what must be."""

    names: tuple[str, ...]
    defaults: dict[str, Any]
    makers: dict[str, Any]
    required: frozenset[str]


@cache
def _shape(cls: type) -> _Shape:
    fields = {one.name: one.default for one in attrs.fields(cls)}
    makers = {
        name: default.factory
        for name, default in fields.items()
        if isinstance(default, attrs.Factory)  # type: ignore[arg-type] - a class at run time
    }
    plain = {
        name: default
        for name, default in fields.items()
        if name not in makers and default is not attrs.NOTHING
    }
    required = frozenset(fields) - plain.keys() - makers.keys()
    return _Shape(tuple(fields), plain, makers, required)


class Record:
    """What the values of this room share: constructor, equality by all fields, and ``repr``.

    >>> @frozen
    ... class Point(Record):
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), Point(1) == Point(2)
    (Point(x=1, y=0), True, False)
    """

    if not TYPE_CHECKING:

        def __init__(self, *given: Any, **named: Any) -> None:
            shape = _shape(type(self))
            if given:
                named.update(zip(shape.names, given, strict=False))
            values = self.__dict__
            # The class is frozen; its values are set here once and never again.
            values.update(shape.defaults, **named)
            for name, make in shape.makers.items():
                if name not in named:
                    values[name] = make()
            if len(values) != len(shape.names):
                raise TypeError(_misfit(type(self), named))
            self._check()

    def _check(self) -> None:
        """Refuse values that cannot be together; there are none here."""

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        names = _shape(type(self)).names
        return all(getattr(self, name) == getattr(other, name) for name in names)

    __hash__ = None  # type: ignore[assignment] - most hold a mapping

    def __repr__(self) -> str:
        names = _shape(type(self)).names
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({inner})"


def _misfit(cls: type, named: dict[str, Any]) -> str:
    shape = _shape(cls)
    unknown = sorted(named.keys() - set(shape.names))
    missing = sorted(shape.required - named.keys())
    return f"{cls.__name__}: unknown fields {unknown}, missing fields {missing}"


class Term(NamedTuple):
    """A term in Indonesian and in English.

    >>> Term("Biaya/tarif", "Fee").get("en"), Term("Parkir").get("en")
    ('Fee', 'Parkir')
    """

    id: str
    en: str = ""

    def get(self, lang: str) -> str:
        """Return the term in ``en`` where there is one and it is asked for, else in ``id``."""
        return (lang == "en" and self.en) or self.id

    def to_dict(self) -> dict[str, str]:
        """Return the term in both languages."""
        return {lang: self.get(lang) for lang in ("id", "en")}
