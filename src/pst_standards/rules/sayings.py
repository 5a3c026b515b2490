"""Every text of a definition with its place, gathered in one walk."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.findings import Pointer
from pst_standards.model.base import Node
from pst_standards.model.shapes import Shape, shapes

CITING: Final = frozenset({"citation", "instrument", "basis", "delegated_by"})
"""Keys whose plain string names a regulation."""
_ABOUT: Final = frozenset({"source", "confidence", "marks", "confirmed", "extras"})

Chain: TypeAlias = "tuple[Chain, str | int] | None"
"""A pointer as a chain of steps, so that the walk builds no tuple that nobody asks for."""


class Saying(NamedTuple):
    """One text in the words of the definition, with its place."""

    words: str
    chain: Chain

    @property
    def pointer(self) -> Pointer:
        """Where it stands; both languages of a text share one place."""
        steps: list[str | int] = []
        chain = self.chain
        while chain is not None:
            chain, step = chain
            steps.append(step)
        return tuple(reversed(steps))


class Sayings(NamedTuple):
    """All texts in the order of the format, and those whose key is for naming a regulation.

    The first are bare pairs of words and place: most of them nobody asks about again. ``parts``
    tells which of them stand below each key of the outermost part.
    """

    all: list[tuple[str, Chain]]
    citing: list[Saying]
    parts: dict[str, slice]

    def below(self, key: str) -> list[tuple[str, Chain]]:
        """Return the texts below one key of the outermost part, such as ``complaints``."""
        return self.all[self.parts.get(key, slice(0))]


class _Plan(NamedTuple):
    """Which fields of a class can hold a text, how to fetch them all at once, and what each is."""

    names: tuple[str, ...]
    fetch: Callable[[Any], tuple[Any, ...]]
    takers: tuple[_Taker, ...]


_Taker: TypeAlias = Callable[[Any, Chain, Sayings], None]


def _speaks(name: str, shape: Shape) -> bool:
    inner = shape.innermost
    if inner.kind == "node":
        return issubclass(inner.type, Node) and bool(_plan(inner.type).names)
    return inner.kind == "text" or (inner.type is str and name in CITING)


@cache
def _plan(cls: type) -> _Plan:
    fields = {
        name: shape
        for name, shape in shapes(cls).items()
        if name not in _ABOUT and _speaks(name, shape)
    }
    names = tuple(fields)
    takers = tuple(map(_taker, fields.values()))
    if len(names) == 1:
        single = attrgetter(names[0])
        return _Plan(names, lambda node: (single(node),), takers)
    return _Plan(names, attrgetter(*names) if names else lambda _: (), takers)


def sayings(node: Node) -> Sayings:
    """Gather the texts of a definition or a part of it.

    >>> from pst_standards.model import Service, Text
    >>> [words for words, _ in sayings(Service(id="library", name=Text("Perpustakaan"))).all]
    ['Perpustakaan']
    """
    found = Sayings([], [], {})
    cls: type = type(node)
    names, fetch, takers = _plan(cls)
    for name, value, take in zip(names, fetch(node), takers, strict=True):
        start = len(found.all)
        if value:
            take(value, (None, name), found)
            found.parts[name] = slice(start, len(found.all))
    return found


def _take_node(node: Any, chain: Chain, found: Sayings) -> None:
    cls: type = type(node)
    names, fetch, takers = _plan(cls)
    for name, value, take in zip(names, fetch(node), takers, strict=True):
        if value is None:
            continue
        if take is _take_text:
            # Most fields are texts, of which a definition has hundreds: this is _take_text, without
            # the call.
            if value.id:
                found.all.append((value.id, (chain, name)))
            if value.en:
                found.all.append((value.en, (chain, name)))
        elif value:
            take(value, (chain, name), found)


def _take_text(text: Any, chain: Chain, found: Sayings) -> None:
    if text.id:
        found.all.append((text.id, chain))
    if text.en:
        found.all.append((text.en, chain))


def _take_string(words: Any, chain: Chain, found: Sayings) -> None:
    found.all.append((words, chain))
    found.citing.append(Saying(words, chain))


def _taker(shape: Shape) -> _Taker:
    """Return how the texts of a field of some shape are gathered."""
    if shape.item is None:
        return {"node": _take_node, "text": _take_text}.get(shape.kind, _take_string)
    take = _taker(shape.item)

    def take_list(values: Any, chain: Chain, found: Sayings) -> None:
        for place, value in enumerate(values):
            take(value, (chain, place), found)

    def take_map(values: Any, chain: Chain, found: Sayings) -> None:
        for key, value in values.items():
            take(value, (chain, key), found)

    return take_map if shape.kind == "map" else take_list
