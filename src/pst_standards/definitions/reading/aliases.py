"""Anchors and aliases of YAML: every alias becomes a copy, within a budget.

A file of ten lines can name a value of a thousand million nodes by aliases of aliases. So each
use counts all nodes it stands for, and its text and depth count as if they were written out.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pst_standards.definitions.reading import faults
from pst_standards.definitions.reading.content import Limits
from pst_standards.definitions.reading.places import END, MAPPING, SEQUENCE, Trail
from pst_standards.findings import Location


class _Anchored(NamedTuple):
    value: Any
    start: int
    end: int


class Anchors:
    """The named values of one file; ``trail`` is the one being written while reading."""

    def __init__(self, trail: Trail, limits: Limits) -> None:
        self._trail = trail
        self._limits = limits
        self._named: dict[str, _Anchored] = {}
        self._open: dict[int, tuple[str, Any, int]] = {}
        self._copied = 0

    def name(self, anchor: str, value: Any) -> None:
        """Remember a single value, or a key, whose spot is the last on the trail."""
        end = len(self._trail)
        self._named[anchor] = _Anchored(value, end - 1, end)

    def open(self, anchor: str, value: Any, depth: int) -> None:
        """Remember a mapping or list whose opening is the last on the trail."""
        self._open[depth] = (anchor, value, len(self._trail) - 2)

    def close(self, depth: int) -> None:
        """Note that the mapping or list at this depth is complete."""
        opened = self._open.pop(depth, None)
        if opened is not None:
            anchor, value, start = opened
            self._named[anchor] = _Anchored(value, start, len(self._trail))

    def copy(self, alias: str, spot: Any, place: Location, depth: int) -> Any:
        """Return a copy of the named value and lay its places on the trail.

        The copy itself stands where the alias stands, what is inside it where it was written.
        """
        if any(anchor == alias for anchor, _, _ in self._open.values()):
            faults.refuse(faults.ALIASES, "cycle", place, name=alias)
        if alias not in self._named:
            faults.refuse(faults.SYNTAX, "alias", place, name=alias)
        value, start, end = self._named[alias]
        self._spend(end - start, place)
        copied = self._trail[start:end]
        if depth + _height(copied) > self._limits.depth:
            faults.refuse(faults.TOO_DEEP, "", place, limit=self._limits.depth)
        copied[0 if len(copied) == 1 else 1] = spot
        self._trail.extend(copied)
        return copy_of(value)

    def _spend(self, tokens: int, place: Location) -> None:
        self._copied += tokens
        if self._copied > self._limits.events:
            faults.refuse(faults.ALIASES, "explode", place, limit=self._limits.events)

    def check_text(self, data: Any, name: str) -> None:
        """Refuse data whose aliases repeat more text than a whole file may hold."""
        if self._copied and _length(data) > self._limits.size:
            faults.refuse(
                faults.ALIASES, "explode", Location(name, 1, 1), limit=self._limits.events
            )


def _height(trail: Trail) -> int:
    depth = highest = 0
    for token in trail:
        if token is MAPPING or token is SEQUENCE:
            depth += 1
            highest = max(depth, highest)
        elif token is END:
            depth -= 1
    return highest


def copy_of(value: Any) -> Any:
    """Return a copy of plain data that shares no mapping or list with it."""
    if isinstance(value, dict):
        return {key: copy_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copy_of(item) for item in value]
    return value


def _length(value: Any) -> int:
    if isinstance(value, dict):
        return sum(len(key) + _length(item) for key, item in value.items())
    if isinstance(value, list):
        return sum(map(_length, value))
    return len(value) if isinstance(value, str) else 0
