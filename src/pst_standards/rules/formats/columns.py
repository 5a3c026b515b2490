"""Text in a terminal: how wide it is, where it breaks, and which part of a long line is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_TAB: Final = 4
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})
_JOINERS: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_CUT: Final = "…"


def width(text: str) -> int:
    """Return how many columns a text takes.

    >>> width("kantor"), width("統計"), width("e\N{COMBINING ACUTE ACCENT}")
    (6, 4, 1)
    """
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrapped(text: str, columns: int, first: str = "", later: str | None = None) -> Iterator[str]:
    """Yield the lines of a text that fit into ``columns``, after ``first`` and then ``later``.

    Lines break at spaces alone: a path or an address is never cut in two.

    >>> list(wrapped("satu dua tiga", 10, "- "))
    ['- satu dua', '  tiga']
    """
    later = " " * width(first) if later is None else later
    line, words = first, text.split()
    for place, word in enumerate(words):
        gap = " " if place and line != later else ""
        if gap and width(line) + 1 + width(word) > columns:
            yield line
            line, gap = later, ""
        line += gap + word
    yield line.rstrip()


def window(line: str, column: int, columns: int) -> tuple[str, int]:
    """Return the part of a line around a column, and how many columns lie before that place.

    ``column`` counts characters from 1. Tabs become spaces, what moves the cursor becomes a
    replacement character, and what is cut off leaves an ellipsis.

    >>> window(chr(9) + "fee: free", 7, 40)
    ('    fee: free', 9)
    >>> window("x" * 40 + "HERE" + "y" * 40, 41, 20)
    ('…xxxxxxxxxHEREyyyyy…', 10)
    """
    signs = [_shown(char) for char in line]
    at = min(max(column - 1, 0), len(signs))
    start, end = _fit(signs, at, columns)
    before = "".join(signs[start:at])
    if start:
        before = _CUT + before
    after = "".join(signs[at:end]) + (_CUT if end < len(signs) else "")
    return (before + after).rstrip(), width(before)


def _shown(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    return char if char.isprintable() or char in _JOINERS else "\N{REPLACEMENT CHARACTER}"


def _fit(signs: list[str], at: int, columns: int) -> tuple[int, int]:
    """Return which signs fit around one of them: half the room before it, the rest behind."""
    widths = [width(sign) for sign in signs]
    if sum(widths) <= columns:
        return 0, len(signs)
    room, start = columns // 2 - 1, at
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    room, end = columns - sum(widths[start:at]) - 2, at
    while end < len(signs) and widths[end] <= room:
        room -= widths[end]
        end += 1
    return start, end
