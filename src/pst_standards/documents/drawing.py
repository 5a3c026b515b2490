"""Boxes, outlines and words drawn into a PNG, for formats that take no vectors.

The words are set in the shipped font. What it does not have is shown as an empty box, so that
nobody reads over what is missing.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Sequence
from typing import Final, TypeAlias

from pst_standards.documents.cleaning import clean
from pst_standards.documents.filling import MOST, Coverage, Point, filled
from pst_standards.documents.glyphs import words_coverage
from pst_standards.documents.letters import width

Colour: TypeAlias = tuple[int, int, int]

_WHITE: Final[Colour] = (255, 255, 255)
_LISTED: Final = 3
"""The type of a PNG whose pixels are numbers of a list of colours."""
_MOST_COLOURS: Final = 256


class Canvas:
    """A white sheet of pixels to draw on, each the number of its colour."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(width) for _ in range(height)]
        self._numbers = {_WHITE: 0}
        self._colours = [_WHITE]
        self._tables: dict[tuple[int, Colour], bytes] = {}

    def box(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """Fill a rectangle."""
        start, end = max(left, 0), min(left + width, self.width)
        for y in range(max(top, 0), min(top + height, self.height)):
            self._rows[y][start:end] = bytes([self._number(colour)]) * (end - start)

    def fill(self, outline: Sequence[Point], colour: Colour) -> None:
        """Fill an outline, which is told in parts of pixels."""
        self._ink(filled([outline]), 0, colour)

    def text(self, words: str, left: float, base: int, size: int, colour: Colour) -> None:
        """Write words on a line, in letters of a size; one that is not known is a box."""
        self._ink(words_coverage(words, left, size), base, colour)

    def png(self) -> bytes:
        """Return the sheet as a PNG."""
        listed = b"".join(map(bytes, self._colours))
        return png_file(self.width, self._rows, bits=8, colour=_LISTED, listed=listed)

    def _ink(self, coverage: Coverage, base: int, colour: Colour) -> None:
        left = coverage.left
        for y, shares in enumerate(coverage.rows, coverage.top + base):
            if 0 <= y < self.height:
                start, row = max(left, 0), self._rows[y]
                ground = bytes(row[start : max(left + len(shares), 0)])
                within = shares[start - left : start - left + len(ground)]
                row[start : start + len(ground)] = self._inked(ground, within, colour)

    def _inked(self, ground: bytes, shares: bytes, colour: Colour) -> bytes:
        """Return pixels with a colour on them; most stand on a ground of one colour."""
        if ground.count(ground[:1]) == len(ground):
            return shares.translate(self._shades(ground[0], colour)) if ground else b""
        return bytes(
            self._mixed(under, colour, share) if share else under
            for under, share in zip(ground, shares, strict=True)
        )

    def _shades(self, under: int, colour: Colour) -> bytes:
        """Return the numbers of a colour on another by its share, as ``translate`` asks."""
        if (under, colour) not in self._tables:
            shades = bytes(self._mixed(under, colour, share) for share in range(MOST + 1))
            self._tables[under, colour] = shades.ljust(256, b"\0")
        return self._tables[under, colour]

    def _mixed(self, under: int, colour: Colour, share: int) -> int:
        red, green, blue = (
            (below * (MOST - share) + above * share + MOST // 2) // MOST
            for below, above in zip(self._colours[under], colour, strict=True)
        )
        return self._number((red, green, blue))

    def _number(self, colour: Colour) -> int:
        """Return the number of a colour; of one for which the list has no room the nearest."""
        number = self._numbers.get(colour)
        if number is None and len(self._colours) < _MOST_COLOURS:
            number = len(self._colours)
            self._colours.append(colour)
        elif number is None:
            number = min(range(_MOST_COLOURS), key=lambda one: _apart(self._colours[one], colour))
        self._numbers[colour] = number
        return number


def shown(words: str) -> str:
    r"""Return words as they are drawn: on one line, and without signs that nobody sees.

    >>> shown("sta\N{SOFT HYPHEN}tistik \n 2024")
    'statistik 2024'
    """
    line = unicodedata.normalize("NFC", " ".join(clean(words).split()))
    if line.isprintable():
        return line
    return "".join(one for one in line if unicodedata.category(one) != "Cf")


def font_size(high: int) -> int:
    """Return the size of letters whose capitals are so high."""
    return high * 7 // 5


def text_width(words: str, high: int) -> float:
    """Return how wide words are whose capitals are so high.

    >>> text_width("Jan", 20), text_width("", 20)
    (45.14453125, 0.0)
    """
    return width(shown(words)) * font_size(high)


def png_file(
    width: int, rows: Sequence[bytes | bytearray], *, bits: int, colour: int, listed: bytes = b""
) -> bytes:
    """Return rows of pixels as a PNG; ``bits`` a sample, ``colour`` the type by the format.

    ``listed`` are the colours whose numbers the pixels are, three bytes each.
    """
    head = struct.pack(">IIBBBBB", width, len(rows), bits, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    parts = ((b"IHDR", head), (b"PLTE", listed), (b"IDAT", data), (b"IEND", b""))
    chunks = (_chunk(name, one) for name, one in parts if one or name != b"PLTE")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _apart(one: Colour, other: Colour) -> int:
    return sum(abs(part - its) for part, its in zip(one, other, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
