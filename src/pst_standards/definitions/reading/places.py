"""Where each value of a file stands, kept so cheaply that reading hardly notices.

While reading, the places go into one flat list, the trail, in the order of the file:

- a single value: its spot;
- a mapping: ``MAPPING``, its spot, then each key, the spot of the key and the value, then ``END``;
- a list: ``SEQUENCE``, its spot, then the values, then ``END``.

A spot is whatever the parser gives for free. Only when somebody asks for a place is the trail
turned into an index from pointers to spots. It needs no data, so a caller may change the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.definitions.reading.controls import replaced, unmasked
from pst_standards.findings import Pointer

Trail: TypeAlias = list[Any]
END: Final = None
MAPPING: Final = True
SEQUENCE: Final = False


class _Spots(NamedTuple):
    key: Any
    value: Any


class Places:
    """Finds the line and column of a value from a trail, which ``trail`` makes or returns."""

    def __init__(
        self, trail: Callable[[], Trail], place: Callable[[Any], tuple[int, int]], *, masked: bool
    ) -> None:
        self._trail = trail
        self._place = place
        self._masked = masked
        self._index: dict[Pointer, _Spots] | None = None

    def find(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at a pointer, or of the nearest around it."""
        if self._index is None:
            index: dict[Pointer, _Spots] = {}
            for path, spots in _entries(self._trail(), self._name):
                index.setdefault(path, spots)
            self._index = index
        spots = self._nearest(pointer, self._index)
        return self._place(spots.key if key and spots.key is not None else spots.value)

    def renamed(self, pointer: Pointer) -> Pointer:
        """Return a pointer with the keys as they stand in the data once that is cleaned."""
        return tuple(self._name(step) if isinstance(step, str) else step for step in pointer)

    def _name(self, key: str) -> str:
        return replaced(unmasked(key) if self._masked else key)

    @staticmethod
    def _nearest(pointer: Pointer, index: dict[Pointer, _Spots]) -> _Spots:
        path: Pointer = ()
        for step in pointer:
            # A pointer read from text has a number where a mapping has a key such as "2024".
            ways = ((*path, step), (*path, str(step)))
            if not any(way in index for way in ways):
                break
            path = next(way for way in ways if way in index)
        return index[path]


def _entries(trail: Trail, name: Callable[[str], str]) -> Iterator[tuple[Pointer, _Spots]]:
    """Yield pointer and spots of every value of a trail, which may break off anywhere."""
    tokens = iter(trail)
    around: list[tuple[Pointer, int | None]] = []
    base: Pointer = ()
    path: Pointer = ()
    item: int | None = None
    key: Any = None
    for token in tokens:
        if isinstance(token, str):
            path, key = (*base, name(token)), next(tokens)
            continue
        if token is END:
            base, item = around.pop()
            continue
        if item is not None:
            path, key, item = (*base, item), None, item + 1
        opens = token is MAPPING or token is SEQUENCE
        yield path, _Spots(key, next(tokens) if opens else token)
        if opens:
            around.append((base, item))
            base, item = path, (0 if token is SEQUENCE else None)
