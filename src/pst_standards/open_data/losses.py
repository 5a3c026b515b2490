"""What an export could not carry: every value of a definition that it did not take.

An export reads the definition through a ``Cursor``, which notes what was taken. What is left over
in the end was not carried, whether its author thought of it or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, Final

from attrs import field, frozen

from pst_standards.messages import text
from pst_standards.model.base import Node, own_names
from pst_standards.model.provenance import open_values

_EMPTY: Final[tuple[Any, ...]] = ((), {}, "")


class Fate(Enum):
    """What became of a value."""

    LOST = "lost"
    """It is not in the export."""
    OWN = "own"
    """It is in the export, in terms that only programs which know this library read."""
    UNCONFIRMED = "unconfirmed"
    """It is in the export as if it were sure; the office has not confirmed it yet."""
    STANDS_IN = "stands-in"
    """The vocabulary asks for a value that the definition lacks; another one stands there."""


REASONS: Final[dict[str, Fate]] = {
    "no-home": Fate.LOST,
    "working-days": Fate.OWN,
    "time-unit": Fate.OWN,
    "time-part": Fate.OWN,
    "citation-unread": Fate.OWN,
    "working-days-lost": Fate.LOST,
    "one-time": Fate.LOST,
    "not-an-address": Fate.LOST,
    "file-name": Fate.LOST,
    "not-active": Fate.LOST,
    "other-language": Fate.LOST,
    "provenance": Fate.LOST,
    "not-confirmed": Fate.UNCONFIRMED,
    "no-name": Fate.STANDS_IN,
    "no-description": Fate.STANDS_IN,
    "no-place": Fate.STANDS_IN,
}
"""Each reason of a report, with what became of the values it is given for."""


@frozen(kw_only=True)
class Loss:
    """One line of the report: a place in the definition (a JSON pointer), and why."""

    pointer: str
    reason: str = "no-home"

    @property
    def fate(self) -> Fate:
        """What became of the value there."""
        return REASONS[self.reason]

    def message(self, lang: str = "id") -> str:
        """Return the reason as a sentence in ``lang``.

        >>> Loss(pointer="/standards/0/staffing").message("en")
        'Not carried: this export has no place for it.'
        """
        return text("exchange", f"open-data.{self.reason}", lang)


@frozen
class Ledger:
    """What was taken out of a definition, and what was said about single values."""

    _taken: set[str] = field(factory=set, init=False)
    _told: dict[str, str] = field(factory=dict, init=False)

    def take(self, pointer: str) -> None:
        """Note that a value and all below it are in the export."""
        self._taken.add(pointer)

    def tell(self, pointer: str, reason: str) -> None:
        """Say something of a value; a value that is only in own terms counts as taken."""
        self._told.setdefault(pointer, reason)

    def losses(self, definition: Node) -> tuple[Loss, ...]:
        """Return the report: in the order of the definition, then what is missing in it."""
        left, _ = self._left(definition, "")
        seen = {loss.pointer for loss in left}
        missing = [
            Loss(pointer=pointer, reason=reason)
            for pointer, reason in sorted(self._told.items())
            if pointer not in seen
        ]
        unsure = [one for one in _unsure(definition) if not _is_within(one.pointer, left)]
        marked = (Loss(pointer="", reason="provenance"),) if _is_marked(definition) else ()
        return (*left, *missing, *unsure, *marked)

    def _left(self, value: Any, pointer: str) -> tuple[list[Loss], bool]:
        """Return what is left of a value, and whether nothing of it was taken."""
        if pointer and pointer in self._told:
            return [Loss(pointer=pointer, reason=self._told[pointer])], False
        if value is None or value in _EMPTY:
            return [], True
        if pointer in self._taken:
            return [], False
        below = list(_below(value, pointer))
        if not below:
            return [Loss(pointer=pointer)], True
        found = [self._left(child, place) for place, child in below]
        lost = [loss for losses, _ in found for loss in losses]
        whole = all(untouched for _, untouched in found)
        return ([Loss(pointer=pointer)] if whole and lost and pointer else lost), whole


def _below(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Node):
        for name in own_names(type(value)):
            yield f"{pointer}/{name}", getattr(value, name)
    elif isinstance(value, tuple) and any(isinstance(one, Node) for one in value):
        for place, one in enumerate(value):
            yield f"{pointer}/{place}", one


def _unsure(definition: Node) -> Iterator[Loss]:
    released = getattr(getattr(definition, "origin", None), "released", None)
    for value in open_values(definition, released=released):
        if value.value not in _EMPTY:
            pointer = "".join(f"/{step}" for step in value.pointer)
            yield Loss(pointer=pointer, reason="not-confirmed")


def _is_within(pointer: str, lost: Sequence[Loss]) -> bool:
    return any(f"{pointer}/".startswith(f"{one.pointer}/") for one in lost)


def _is_marked(value: Any) -> bool:
    """Tell whether sources or confidence are stated anywhere."""
    if isinstance(value, Node) and (value.source or value.confidence or value.marks):
        return True
    return any(_is_marked(child) for _, child in _below(value, ""))


@frozen
class Cursor:
    """A part of a definition, with where it stands; what is read through ``take`` counts."""

    node: Any
    ledger: Ledger
    pointer: str = ""

    def part(self, name: str) -> Cursor | None:
        """Return the part under a key, ``None`` where nothing is stated."""
        child = getattr(self.node, name)
        return None if child is None else Cursor(child, self.ledger, f"{self.pointer}/{name}")

    def parts(self, name: str) -> list[Cursor]:
        """Return the items under a key."""
        return [
            Cursor(child, self.ledger, f"{self.pointer}/{name}/{place}")
            for place, child in enumerate(getattr(self.node, name))
        ]

    def take(self, name: str) -> Any:
        """Return the value under a key, and note that it is carried."""
        self.ledger.take(f"{self.pointer}/{name}")
        return getattr(self.node, name)

    def tell(self, name: str, reason: str) -> None:
        """Say why the value under a key is not carried as it is; no key means the whole part."""
        self.ledger.tell(f"{self.pointer}/{name}" if name else self.pointer, reason)


def report_json(losses: Sequence[Loss], lang: str = "id") -> str:
    """Return a report as JSON: ``pointer``, ``reason``, ``fate`` and ``message`` of each line."""
    lines = [
        {
            "pointer": loss.pointer,
            "reason": loss.reason,
            "fate": loss.fate.value,
            "message": loss.message(lang),
        }
        for loss in losses
    ]
    return json.dumps({"losses": lines}, ensure_ascii=False, indent=2) + "\n"
