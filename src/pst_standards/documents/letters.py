"""The letters of the shipped font: which there are, how wide they are, where a word may break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from math import fsum
from typing import Final

from pst_standards.documents.shipped_font import font_file

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
    font = font_file(strong=strong)
    (measured,) = font.read(">H", "hhea", 34)
    # Of each glyph its width and where it begins; those behind the last are as wide as it.
    told = font.read(f">{2 * measured}H", "hmtx", 0)
    widths = [one / font.units for one in told[::2]]
    return {letter: widths[min(glyph, measured - 1)] for letter, glyph in font.glyphs.items()}


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
