"""Where each value of a file stands, kept so cheaply that reading hardly notices.

While reading, the places go into one flat list, the trail, in the order of the file:

- a single value: its spot;
- a mapping: ``MAPPING``, its spot, then each key, the spot of the key and the value, then ``END``;
- a list: ``SEQUENCE``, its spot, then the values, then ``END``.

A spot is whatever the parser gives for free. A place is looked up by walking along the trail; what
lies beside the way is stepped over where the reader noted the ends of mappings and lists. It needs
no data, so a caller may change the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.definitions.reading.controls import replaced, unmasked
from pst_standards.findings import Pointer

Trail: TypeAlias = list[Any]
END: Final = None
MAPPING: Final = True
SEQUENCE: Final = False
_MOST_WALKS: Final = 100
"""After so many a tree is cheaper, above all in a file with lists of thousands."""


class _Entry(NamedTuple):
    """A value of the file: the spots of its key and of itself, and what stands in it, if any."""

    key: Any
    value: Any
    inside: dict[str | int, Any] | None


class Places:
    """Finds the line and column of a value from a trail, which ``trail`` makes or returns.

    ``ends`` maps where a mapping or list begins on the trail to where it ends. Without it, after
    pickling, and when very many ask, the trail is turned into a tree of spots first.
    """

    def __init__(
        self,
        trail: Callable[[], Trail],
        place: Callable[[Any], tuple[int, int]],
        *,
        masked: bool,
        ends: Mapping[int, int] | None = None,
    ) -> None:
        self._trail = trail
        self._place = place
        self._masked = masked
        self._ends = ends
        self._root: _Entry | None = None
        self._walks = 0

    def __getstate__(self) -> dict[str, Any]:
        # The parser's marks cannot be pickled; the lines and columns that they stand for can.
        root = self._root or _tree(self._trail(), self._name)
        return {"root": _located(root, self._place), "masked": self._masked}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._root, self._masked, self._ends = state["root"], state["masked"], None
        self._trail, self._place = _no_trail, _as_it_is

    def find(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at a pointer, or of the nearest around it."""
        if self._ends is not None and self._walks < _MOST_WALKS:
            self._walks += 1
            return self._place(self._spot(self._ends, pointer, key=key))
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

    def _spot(self, ends: Mapping[int, int], pointer: Pointer, *, key: bool) -> Any:
        """Walk to a value, and return its spot or that of its key."""
        trail, at, key_at = self._trail(), 0, None
        for step in pointer:
            below = _below(trail, ends, at, step, self._name)
            if below is None:
                break
            key_at, at = below
        if key and key_at is not None:
            return trail[key_at]
        return trail[at + 1] if trail[at] is MAPPING or trail[at] is SEQUENCE else trail[at]

    def renamed(self, pointer: Pointer) -> Pointer:
        """Return a pointer with the keys as they stand in the data once that is cleaned."""
        return tuple(self._name(step) if isinstance(step, str) else step for step in pointer)

    def _name(self, key: str) -> str:
        return replaced(unmasked(key) if self._masked else key)


def _below(
    trail: Trail, ends: Mapping[int, int], at: int, step: str | int, name: Callable[[str], str]
) -> tuple[int | None, int] | None:
    """Find a child of the value at a place of the trail: where its key's spot and it stand.

    A pointer read from text has a number where a mapping has a key such as "2024". The trail may
    break off anywhere, where reading stopped.
    """
    is_mapping, end = trail[at] is MAPPING, len(trail)
    if not is_mapping and trail[at] is not SEQUENCE:
        return None
    wanted = str(step)
    place, item = at + 2, 0
    while place < end and trail[place] is not END:
        value = place + 2 if is_mapping else place
        if value >= end:
            break
        if is_mapping:
            key = trail[place]
            if (key if key.isprintable() else name(key)) == wanted:
                return place + 1, value
        elif item == step:
            return None, value
        item += 1
        opens = trail[value] is MAPPING or trail[value] is SEQUENCE
        place = _end(trail, ends, value) + 1 if opens else value + 1
    return None


def _end(trail: Trail, ends: Mapping[int, int], at: int) -> int:
    """Return where the mapping or list that opens at a place ends; a copied one is not noted."""
    noted = ends.get(at)
    if noted is not None:
        return noted
    depth, place = 0, at
    while place < len(trail):
        if trail[place] is MAPPING or trail[place] is SEQUENCE:
            depth += 1
        elif trail[place] is END:
            depth -= 1
            if not depth:
                break
        place += 1
    return place


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
