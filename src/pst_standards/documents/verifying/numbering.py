"""The numbers before the items of a list, which no file holds as text."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from pst_standards.documents.verifying.xml_parts import parse

_UNNUMBERED = frozenset({"bullet", "none"})


class Jumps:
    """Tells which numbers are worth a word: those that do not simply go on.

    An item more or less moves all numbers behind it, and that is one difference, not many.

    >>> jumps = Jumps()
    >>> [jumps.shown(0, number) for number in (1, 2, 4, 5, 1)]
    ['', '', '4. ', '', '']
    """

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def shown(self, level: int, number: int) -> str:
        """Return a number with its stop when it jumps, else nothing."""
        expected = self._last.get(level, 0) + 1
        self._last[level] = number
        return "" if number in {1, expected} else f"{number}. "


@define
class _Level:
    start: int = 1
    numbered: bool = True


@define
class _List:
    kind: str = ""
    overrides: dict[int, int] = field(factory=dict)


class Numbering:
    """Counts the items of the lists of a Word file, by its part ``numbering.xml``."""

    def __init__(self, data: bytes = b"") -> None:
        self._kinds: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counted: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()
        self._jumps = Jumps()
        if data:
            self._read(data)

    def shown(self, number: str, level: int) -> str:
        """Count an item of a list; return its number where it jumps."""
        found = self._lists.get(number)
        if found is None:
            return ""
        place = (found.kind, level)
        shape = self._kinds.get(found.kind, {}).get(level, _Level())
        start = found.overrides.get(level)
        if start is not None and (number, level) not in self._begun:
            self._counted[place] = start
        else:
            self._counted[place] = self._counted.get(place, shape.start - 1) + 1
        self._begun.add((number, level))
        for kind, deeper in [*self._counted]:
            if kind == found.kind and deeper > level:
                del self._counted[kind, deeper]
        return self._jumps.shown(level, self._counted[place]) if shape.numbered else ""

    def _read(self, data: bytes) -> None:
        reader = _Reader(self._kinds, self._lists)
        parse(data, reader.start, lambda _: None, lambda _: None)


class _Reader:
    """Fills kinds of lists and lists from their part."""

    def __init__(self, kinds: dict[str, dict[int, _Level]], lists: dict[str, _List]) -> None:
        self._kinds, self._lists = kinds, lists
        self._levels: dict[int, _Level] = {}
        self._list = _List()
        self._level = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        value = given.get("val", "")
        if tag == "w:abstractNum":
            self._levels = self._kinds.setdefault(given.get("abstractNumId", ""), {})
        elif tag == "w:num":
            self._list = self._lists.setdefault(given.get("numId", ""), _List())
        elif tag in {"w:lvl", "w:lvlOverride"}:
            self._level = whole(given.get("ilvl", ""))
        elif tag == "w:abstractNumId":
            self._list.kind = value
        elif tag == "w:startOverride":
            self._list.overrides[self._level] = whole(value)
        else:
            self._shape(tag, value)

    def _shape(self, tag: str, value: str) -> None:
        shape = self._levels.setdefault(self._level, _Level())
        if tag == "w:start":
            shape.start = whole(value)
        elif tag == "w:numFmt":
            shape.numbered = value not in _UNNUMBERED


def whole(value: str) -> int:
    """Return a small whole number, 0 for anything else.

    >>> whole("12"), whole("x"), whole("9" * 5000)
    (12, 0, 0)
    """
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0  # noqa: PLR2004
