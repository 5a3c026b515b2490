"""Where each value of a file stands, kept so cheaply that reading hardly notices.

While reading, the places go into one flat list, the trail, in the order of the file:

- a single value: its spot;
- a mapping: ``MAPPING``, its spot, then each key, the spot of the key and the value, then ``END``;
- a list: ``SEQUENCE``, its spot, then the values, then ``END``.

A spot is whatever the parser gives for free. Only when somebody asks for a place is the trail
turned into a tree of spots. It needs no data, so a caller may change the data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.definitions.reading.controls import replaced, unmasked
from pst_standards.findings import Pointer

Trail: TypeAlias = list[Any]
END: Final = None
MAPPING: Final = True
SEQUENCE: Final = False


class _Entry(NamedTuple):
    """A value of the file: the spots of its key and of itself, and what stands in it, if any."""

    key: Any
    value: Any
    inside: dict[str | int, Any] | None


class Places:
    """Finds the line and column of a value from a trail, which ``trail`` makes or returns."""

    def __init__(
        self, trail: Callable[[], Trail], place: Callable[[Any], tuple[int, int]], *, masked: bool
    ) -> None:
        self._trail = trail
        self._place = place
        self._masked = masked
        self._root: _Entry | None = None

    def __getstate__(self) -> dict[str, Any]:
        # The parser's marks cannot be pickled; the lines and columns that they stand for can.
        root = self._root or _tree(self._trail(), self._name)
        return {"root": _located(root, self._place), "masked": self._masked}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._root, self._masked = state["root"], state["masked"]
        self._trail, self._place = _no_trail, _as_it_is

    def find(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at a pointer, or of the nearest around it."""
        if self._root is None:
            self._root = _tree(self._trail(), self._name)
        entry = self._root
        for step in pointer:
            # A pointer read from text has a number where a mapping has a key such as "2024".
            inside = entry.inside or {}
            below = inside.get(step) or inside.get(str(step))
            if below is None:
                break
            entry = below
        return self._place(entry.key if key and entry.key is not None else entry.value)

    def renamed(self, pointer: Pointer) -> Pointer:
        """Return a pointer with the keys as they stand in the data once that is cleaned."""
        return tuple(self._name(step) if isinstance(step, str) else step for step in pointer)

    def _name(self, key: str) -> str:
        return replaced(unmasked(key) if self._masked else key)


def _tree(trail: Trail, name: Callable[[str], str]) -> _Entry:
    """Turn a trail, which may break off anywhere, into a tree; of a double key the first counts."""
    tokens = iter(trail)
    top: dict[str | int, _Entry] = {}
    around: list[tuple[dict[str | int, _Entry], int | None]] = []
    here, item = top, None
    step: str | int = 0
    spot: Any = None
    make = _Entry._make
    for token in tokens:
        if type(token) is str:
            # What is printable holds nothing to replace, and asking that is quicker.
            step, spot = token if token.isprintable() else name(token), next(tokens)
            continue
        if token is END:
            here, item = around.pop()
            continue
        if item is not None:
            step, spot, item = item, None, item + 1
        opens = token is MAPPING or token is SEQUENCE
        inside: dict[str | int, _Entry] | None = {} if opens else None
        entry = make((spot, next(tokens) if opens else token, inside))
        here.setdefault(step, entry)
        if inside is not None:
            around.append((here, item))
            here, item = inside, (0 if token is SEQUENCE else None)
    return top[0]


def _located(entry: _Entry, place: Callable[[Any], tuple[int, int]]) -> _Entry:
    """Copy a tree with lines and columns for the parser's spots; it is as deep as a file may be."""
    key = None if entry.key is None else place(entry.key)
    inside = entry.inside
    if inside is not None:
        inside = {step: _located(below, place) for step, below in inside.items()}
    return _Entry(key, place(entry.value), inside)


def _no_trail() -> Trail:
    return []


def _as_it_is(spot: Any) -> tuple[int, int]:
    line, column = spot
    return line, column
