"""Every text of a definition with its place, gathered in one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.findings import Pointer
from pst_standards.model.base import Node, Text
from pst_standards.model.shapes import Shape, shapes

CITING: Final = frozenset({"citation", "instrument", "basis", "delegated_by"})
"""Keys whose plain string names a regulation."""
_ABOUT: Final = frozenset({"source", "confidence", "marks", "confirmed", "extras"})

Chain: TypeAlias = "tuple[Chain, str | int] | None"
"""A pointer as a chain of steps, so that the walk builds no tuple that nobody asks for."""


class Saying(NamedTuple):
    """One text in the words of the definition; ``field`` is the key it stands under."""

    words: str
    field: str
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

    @property
    def cites(self) -> bool:
        """Whether the whole of it is meant to name a regulation."""
        return self.field in CITING


class _Plan(NamedTuple):
    """Which fields of a class can hold a text, and how to fetch them all at once."""

    names: tuple[str, ...]
    fetch: Callable[[Any], tuple[Any, ...]]


def _speaks(name: str, shape: Shape) -> bool:
    inner = shape
    while inner.item is not None:
        inner = inner.item
    if inner.kind == "node":
        return issubclass(inner.type, Node) and bool(_plan(inner.type).names)
    return inner.kind == "text" or (inner.type is str and name in CITING)


@cache
def _plan(cls: type) -> _Plan:
    names = tuple(
        name for name, shape in shapes(cls).items() if name not in _ABOUT and _speaks(name, shape)
    )
    if len(names) == 1:
        (only,) = names
        single = attrgetter(only)
        return _Plan(names, lambda node: (single(node),))
    return _Plan(names, attrgetter(*names) if names else lambda _: ())


def sayings(node: Node, chain: Chain = None) -> Iterator[Saying]:
    """Yield the texts of a part of a definition in the order of the format.

    >>> from pst_standards.model.service import Service
    >>> [found.words for found in sayings(Service(id="library", name=Text("Perpustakaan")))]
    ['Perpustakaan']
    """
    found: list[Saying] = []
    _gather(node, chain, found)
    yield from found


def _gather(node: Node, chain: Chain, found: list[Saying]) -> None:
    plan = _plan(type(node))
    for name, value in zip(plan.names, plan.fetch(node), strict=True):
        if value:
            _take(value, name, (chain, name), found)


def _take(value: Any, name: str, chain: Chain, found: list[Saying]) -> None:
    if isinstance(value, Text):
        found.extend(Saying(words, name, chain) for words in (value.id, value.en) if words)
    elif isinstance(value, Node):
        _gather(value, chain, found)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            _take(item, name, (chain, place), found)
    elif isinstance(value, str):
        found.append(Saying(value, name, chain))
    else:
        for key, item in value.items():
            _take(item, name, (chain, key), found)
