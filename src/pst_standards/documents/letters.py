"""The letters of the shipped font: which there are, how wide they are, where a word may break."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from math import fsum
from typing import Final

# A line ends after a hyphen or a stroke too, where a letter follows.
_LONG_WORD: Final = re.compile(r"[\S\xa0]{6,}")
_JOINED: Final = "\N{NO-BREAK SPACE}"
_PIECE: Final = re.compile(r".+?(?:[-/](?=[^\W\d])|$)")
_WIDEST: Final = 1.4
_SAFE: Final = 0.98
"""How much of the room is taken: letters are set a little closer or wider than measured."""
_EXTRAS: Final = "\n\t"


@cache
def advances(*, strong: bool = False) -> Mapping[int, float]:
    """Return the width of each letter of the font, in parts of its size.

    >>> round(advances()[ord("m")], 3)
    0.833
    """
    name = "LiberationSans-Bold.ttf" if strong else "LiberationSans-Regular.ttf"
    data = (resources.files(__package__) / "pdf" / "fonts" / name).read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    widths = [
        struct.unpack_from(">H", data, tables["hmtx"] + 4 * glyph)[0] / units
        for glyph in range(measured)
    ]
    return {
        letter: widths[min(glyph, measured - 1)]
        for letter, glyph in _glyphs(data, tables["cmap"])
        if glyph
    }


def width(text: str, *, strong: bool = False) -> float:
    """Return how wide a text is on one line, in parts of the size of its letters."""
    known = advances(strong=strong)
    return fsum(known.get(ord(letter), _WIDEST) for letter in text)


def broken(text: str, room: float, *, strong: bool = False) -> str:
    r"""Return ``text`` with a new line within words wider than ``room``, in parts of the size.

    >>> broken("data wwwwwwww", 4.0)
    'data wwwww\nwww'

    What is joined stays together as long as there is room for it.
    """

    def fitted(found: re.Match[str]) -> str:
        word = found[0]
        # No letter is wider than this, so most words need no measuring.
        if len(word) * _WIDEST <= room or width(word, strong=strong) <= room:
            return word
        if _JOINED in word:
            return broken(word.replace(_JOINED, " "), room, strong=strong)
        return "".join(
            piece
            if width(piece, strong=strong) <= room
            else _cut(piece, room * _SAFE, strong=strong)
            for piece in _PIECE.findall(word)
        )

    return _LONG_WORD.sub(fitted, text)


def lacking(text: str) -> set[int]:
    """Return the letters of ``text`` that the font does not have, or whose capital it has not.

    Titles are set in capitals.

    >>> lacking("Rp10.000 \N{GRINNING FACE}")
    {128512}
    """
    known = advances().keys() | set(map(ord, _EXTRAS))
    return {
        ord(letter)
        for letter in set(text)
        if not known.issuperset(map(ord, (letter, *letter.upper())))
    }


def _cut(word: str, room: float, *, strong: bool) -> str:
    """Return a word over as many lines as it needs."""
    known = advances(strong=strong)
    lines, taken = [""], 0.0
    for letter in word:
        wide = known.get(ord(letter), _WIDEST)
        # A mark stays with the letter that it stands on.
        if taken and taken + wide > room and unicodedata.category(letter)[0] not in "MC":
            lines.append("")
            taken = 0.0
        lines[-1] += letter
        taken += wide
    return "\n".join(lines)


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLL", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): start for tag, _, start in records}


def _glyphs(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield the letters of the map of format 4, each with the number of its glyph.

    The fonts that are shipped number their glyphs by differences alone, without further lists.
    """
    (count,) = struct.unpack_from(">H", data, start + 2)
    records = (struct.unpack_from(">HHL", data, start + 4 + 8 * number) for number in range(count))
    map_of_bmp = next(start + place for *kind, place in records if kind == [3, 1])
    (doubled,) = struct.unpack_from(">H", data, map_of_bmp + 6)
    half = doubled // 2
    ends, starts, deltas = (
        struct.unpack_from(f">{half}H", data, map_of_bmp + 14 + place * doubled + 2 * bool(place))
        for place in range(3)
    )
    for first, last, delta in zip(starts, ends, deltas, strict=True):
        for letter in range(first, last + 1):
            yield letter, (letter + delta) % 0x10000
