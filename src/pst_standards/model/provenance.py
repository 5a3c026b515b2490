"""What is said about each value: source, confidence, and whether the office confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from attrs import evolve, field, frozen

from pst_standards.findings import Confidence, Pointer
from pst_standards.model.base import Confirmation, Mark, Node, counts, field_names

_ABOUT = frozenset({"source", "confidence", "marks", "confirmed", "extras", "format"})


@frozen(kw_only=True)
class StatedValue:
    """One value of a definition with all that is said about it."""

    pointer: Pointer
    value: Any
    owner: type[Node]
    source: str | None = None
    confidence: Confidence | None = None
    confirmed: Confirmation | None = None

    @property
    def is_open(self) -> bool:
        """Whether printing this value leaves a document a draft."""
        doubtful = self.confidence is not None and self.confidence.is_open
        return doubtful and self.confirmed is None


@frozen(kw_only=True)
class _Context:
    source: str | None = None
    confidence: Confidence | None = None
    confirmed: Confirmation | None = None
    released: dt.date | None = field(default=None)

    @property
    def is_open(self) -> bool:
        return self.confirmed is None and self.confidence is not None and self.confidence.is_open

    def inside(self, node: Node) -> _Context:
        if not (node.source or node.confidence or node.confirmed):
            return self
        confirmed = node.confirmed if counts(node.confirmed, self.released) else self.confirmed
        return evolve(
            self,
            source=node.source or self.source,
            confidence=node.confidence or self.confidence,
            confirmed=confirmed,
        )

    def marked(self, mark: Mark | None) -> _Context:
        if mark is None:
            return self
        return evolve(self, source=mark.source, confidence=mark.confidence)


def stated_values(
    part: Node, pointer: Pointer = (), *, released: dt.date | None = None
) -> Iterator[StatedValue]:
    """Yield every value of a part of a definition with what holds for it.

    A value is a text, number, choice, date, or a list of such. ``released`` is the day on which
    the base was released: a confirmation from before says nothing about its values.
    """
    yield from _values(part, pointer, _Context(released=released), all_of_them=True)


def _values(
    node: Node, pointer: Pointer, around: _Context, *, all_of_them: bool
) -> Iterator[StatedValue]:
    context = around.inside(node)
    for name in field_names(type(node)):
        value = getattr(node, name)
        if name in _ABOUT or value is None or value == ():
            continue
        said = context.marked(node.marks.get(name))
        if isinstance(value, Node):
            yield from _values(value, (*pointer, name), said, all_of_them=all_of_them)
        elif isinstance(value, tuple) and isinstance(value[0], Node):
            for place, item in enumerate(value):
                yield from _values(item, (*pointer, name, place), said, all_of_them=all_of_them)
        elif (all_of_them or said.is_open) and value != {}:
            yield StatedValue(
                pointer=(*pointer, name),
                value=value,
                owner=type(node),
                source=said.source,
                confidence=said.confidence,
                confirmed=said.confirmed,
            )


def stated_value(part: Node, pointer: Pointer) -> StatedValue:
    """Return one value of a part with what holds for it, as ``stated_values`` has it.

    >>> from pst_standards.model.office import Office
    >>> stated_value(Office(name="BPS", source="Papan nama"), ("name",)).source
    'Papan nama'
    """
    said, node, value = _Context(), part, part
    for step in pointer:
        if isinstance(step, int):
            value = value[step]  # type: ignore[index]  # a list, as the pointer says
            continue
        node = value
        said = said.inside(node).marked(node.marks.get(step))
        value = getattr(node, step)
    return StatedValue(
        pointer=pointer,
        value=value,
        owner=type(node),
        source=said.source,
        confidence=said.confidence,
        confirmed=said.confirmed,
    )


def open_values(
    part: Node, pointer: Pointer = (), *, released: dt.date | None = None
) -> tuple[StatedValue, ...]:
    """Return the values that are unverified or illustrations and that nobody confirmed.

    Ids do not count: they are names inside the file that no reader of a document sees.
    """
    return tuple(
        stated
        for stated in _values(part, pointer, _Context(released=released), all_of_them=False)
        if stated.pointer[-1] != "id"
    )
