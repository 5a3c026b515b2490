"""Bars and plain lettering drawn into a PNG, for formats that take no vectors.

Letters are strokes on a grid of four by six, each as wide as its strokes. Small letters are written
as capitals, those with marks as the letter and its marks. What has no strokes is shown as an empty
box, so that nobody reads over what is missing.
"""

from __future__ import annotations

import math
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
_Point: TypeAlias = tuple[float, float]
_Pixel: TypeAlias = tuple[int, int, float]

_WHITE: Final = 255
_RGB: Final = 2
_HIGH: Final = 6
_BLANK: Final = 2.5
_GAP: Final = 2
_STROKES: Final = {
    "0": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0",
    "1": "1,1 2,0 2,6|1,6 3,6",
    "2": "0,1 1,0 3,0 4,1 4,2 0,6 4,6",
    "3": "0,1 1,0 3,0 4,1 4,2 3,3 2,3|3,3 4,4 4,5 3,6 1,6 0,5",
    "4": "3,6 3,0 0,4 4,4",
    "5": "4,0 0,0 0,3 3,2.5 4,3.5 4,5 3,6 1,6 0,5",
    "6": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,4 3,3 1,3 0,4",
    "7": "0,0 4,0 1.5,6",
    "8": "1,3 0,2 0,1 1,0 3,0 4,1 4,2 3,3 1,3 0,4 0,5 1,6 3,6 4,5 4,4 3,3",
    "9": "0,5 1,6 3,6 4,5 4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,2",
    "A": "0,6 2,0 4,6|0.7,4 3.3,4",
    "B": "0,0 0,6 3,6 4,5 4,4 3,3 0,3|3,3 3.7,2.3 3.7,0.8 3,0 0,0",
    "C": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5",
    "D": "0,0 0,6 2.5,6 4,4.5 4,1.5 2.5,0 0,0",
    "E": "3.4,0 0,0 0,6 3.4,6|0,3 2.8,3",
    "F": "3.4,0 0,0 0,6|0,3 2.8,3",
    "G": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3 2.5,3",
    "H": "0,0 0,6|4,0 4,6|0,3 4,3",
    "I": "2,0 2,6",
    "J": "3,0 3,5 2,6 0.8,6 0,5",
    "K": "0,0 0,6|4,0 0,3.5|1.3,2.4 4,6",
    "L": "0,0 0,6 3.2,6",
    "M": "0,6 0,0 2.4,3.7 4.8,0 4.8,6",
    "N": "0,6 0,0 4,6 4,0",
    "O": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0",
    "P": "0,6 0,0 3,0 4,1 4,2 3,3 0,3",
    "Q": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0|2.4,4.2 4.2,6.4",
    "R": "0,6 0,0 3,0 4,1 4,2 3,3 0,3|2,3 4,6",
    "S": "4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,4 4,5 3,6 1,6 0,5",
    "T": "0,0 4,0|2,0 2,6",
    "U": "0,0 0,5 1,6 3,6 4,5 4,0",
    "V": "0,0 2,6 4,0",
    "W": "0,0 1.2,6 2.6,1.5 4,6 5.2,0",
    "X": "0,0 4,6|4,0 0,6",
    "Y": "0,0 2,3 4,0|2,3 2,6",
    "Z": "0,0 4,0 0,6 4,6",
    ".": "0,5.8 0.01,5.8",
    ":": "0,2 0.01,2|0,5.4 0.01,5.4",
    "\N{HORIZONTAL ELLIPSIS}": "0,5.8 0.01,5.8|2,5.8 2.01,5.8|4,5.8 4.01,5.8",
    ",": "0.4,5.6 0,6.8",
    "-": "0,3.2 2.2,3.2",
    "\N{EN DASH}": "0,3.2 3,3.2",
    "/": "2.4,0 0,6",
    "%": "4.4,0 0,6|0.4,0 1.2,0.4 1.2,1.6 0.4,2 0,1.4 0,0.6 0.4,0"
    "|3.4,4 4.2,4.4 4.2,5.6 3.4,6 3,5.4 3,4.6 3.4,4",
    "(": "1,-0.4 0,1 0,5 1,6.4",
    ")": "0,-0.4 1,1 1,5 0,6.4",
    "+": "0,3.2 3,3.2|1.5,1.7 1.5,4.7",
    ";": "0.4,2 0.41,2|0.4,5.6 0,6.8",
    "!": "0,0 0,4|0,5.8 0.01,5.8",
    "?": "0,1 1,0 3,0 4,1 4,2 2,3.4 2,4.2|2,5.8 2.01,5.8",
    "'": "0,0 0,1.6",
    "\N{RIGHT SINGLE QUOTATION MARK}": "0.4,0 0,1.6",
    "\N{LEFT SINGLE QUOTATION MARK}": "0,0 0.4,1.6",
    "\N{MODIFIER LETTER TURNED COMMA}": "0,0 0.4,1.6",
    '"': "0,0 0,1.6|1.4,0 1.4,1.6",
    "\N{LEFT DOUBLE QUOTATION MARK}": "0,0 0.4,1.6|1.4,0 1.8,1.6",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "0.4,0 0,1.6|1.8,0 1.4,1.6",
    "&": "4,6 0.8,1.6 0.8,0.8 1.4,0 2.2,0 2.8,0.8 2.6,1.8 0.4,3.8 0,4.8 1,6 2.4,6 4,3.6",
    "*": "1.5,0 1.5,3|0.2,0.7 2.8,2.3|2.8,0.7 0.2,2.3",
    "=": "0,2.2 3,2.2|0,4.2 3,4.2",
    "_": "0,6.6 4,6.6",
    "#": "1.2,0.6 0.6,5.4|3.4,0.6 2.8,5.4|0,2 4,2|0,4 4,4",
    "@": "3,4 2,4.4 1.2,3.6 1.2,2.6 2,1.8 3,2.2 3,4 4,4.2 4.6,3 4.2,1 3,0 1.4,0 0,1.4 0,4.6"
    " 1.4,6 3.4,6",
    "[": "1,-0.4 0,-0.4 0,6.4 1,6.4",
    "]": "0,-0.4 1,-0.4 1,6.4 0,6.4",
    "\N{DEGREE SIGN}": "0.8,0 1.6,0.8 0.8,1.6 0,0.8 0.8,0",
    "\N{MIDDLE DOT}": "0,3.2 0.01,3.2",
    "\N{BULLET}": "0,3 0.6,3.6|0.6,3 0,3.6",
    "\N{MULTIPLICATION SIGN}": "0,1.9 2.6,4.5|2.6,1.9 0,4.5",
    "\N{EM DASH}": "0,3.2 5,3.2",
    "\N{RIGHTWARDS ARROW}": "0,3.2 4.4,3.2|3,1.8 4.4,3.2 3,4.6",
    "\N{LESS-THAN OR EQUAL TO}": "3,0.4 0,2.2 3,4|0,5.6 3,5.6",
    "\N{LATIN CAPITAL LETTER AE}": "0,6 2.2,0 5.4,0|2.8,0 2.8,6 5.4,6|0.8,4 2.8,4|2.8,3 4.8,3",
    "\N{LATIN CAPITAL LIGATURE OE}": "3,0 1,0 0,1 0,5 1,6 3,6|6,0 3,0 3,6 6,6|3,3 5.4,3",
    "\N{LATIN CAPITAL LETTER O WITH STROKE}": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0"
    "|0.2,6.4 3.8,-0.4",
    "\N{LATIN CAPITAL LETTER D WITH STROKE}": "0.6,0 0.6,6 3,6 4.4,4.5 4.4,1.5 3,0 0.6,0"
    "|-0.4,3 2,3",
    "\N{LATIN CAPITAL LETTER ETH}": "0.6,0 0.6,6 3,6 4.4,4.5 4.4,1.5 3,0 0.6,0|-0.4,3 2,3",
    "\N{LATIN CAPITAL LETTER L WITH STROKE}": "0.6,0 0.6,6 3.8,6|-0.4,4 2,2.4",
    "\N{LATIN CAPITAL LETTER H WITH STROKE}": "0,0 0,6|4,0 4,6|0,3 4,3|-0.6,1.4 4.6,1.4",
    "\N{LATIN CAPITAL LETTER T WITH STROKE}": "0,0 4,0|2,0 2,6|1,3 3,3",
    "\N{LATIN CAPITAL LETTER THORN}": "0,0 0,6|0,1.4 3,1.4 4,2.2 4,3.6 3,4.4 0,4.4",
    "\N{LATIN CAPITAL LETTER ENG}": "0,6 0,0 4,6 4,0|4,6 3.4,7 2.6,6.8",
    "<": "3,1.2 0,3.2 3,5.2",
    ">": "0,1.2 3,3.2 0,5.2",
    "\N{GREATER-THAN OR EQUAL TO}": "0,0.4 3,2.2 0,4|0,5.6 3,5.6",
}
_MARKS: Final = {
    "\N{COMBINING GRAVE ACCENT}": "-0.8,-2 0.4,-1.2",
    "\N{COMBINING ACUTE ACCENT}": "0.8,-2 -0.4,-1.2",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "-1,-1.2 0,-2 1,-1.2",
    "\N{COMBINING TILDE}": "-1.3,-1.2 -0.6,-1.8 0.6,-1.2 1.3,-1.8",
    "\N{COMBINING MACRON}": "-1.1,-1.4 1.1,-1.4",
    "\N{COMBINING BREVE}": "-1,-2 -0.5,-1.2 0.5,-1.2 1,-2",
    "\N{COMBINING DOT ABOVE}": "0,-1.4 0.01,-1.4",
    "\N{COMBINING DIAERESIS}": "-0.9,-1.4 -0.89,-1.4|0.9,-1.4 0.91,-1.4",
    "\N{COMBINING HOOK ABOVE}": "-0.4,-2.2 0.4,-2.2 0.4,-1.7 -0.1,-1.1",
    "\N{COMBINING RING ABOVE}": "0,-2.2 0.7,-1.6 0,-1 -0.7,-1.6 0,-2.2",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": "0,-2 -0.8,-1.2|1.2,-2 0.4,-1.2",
    "\N{COMBINING CARON}": "-1,-2 0,-1.2 1,-2",
    "\N{COMBINING HORN}": "1.8,0.2 2.6,-0.2 2.4,-1",
    "\N{COMBINING DOT BELOW}": "0,7.3 0.01,7.3",
    "\N{COMBINING DIAERESIS BELOW}": "-0.9,7.3 -0.89,7.3|0.9,7.3 0.91,7.3",
    "\N{COMBINING COMMA BELOW}": "0.2,6.9 -0.2,8",
    "\N{COMBINING CEDILLA}": "0,6 0.6,7 -0.5,7.8",
    "\N{COMBINING OGONEK}": "1,6 0.4,7 1.1,7.7",
    "\N{COMBINING MACRON BELOW}": "-1.1,7.2 1.1,7.2",
}
"""Marks above and below letters, from the middle of the letter."""
_UNKNOWN: Final = "0,0 3,0 3,6 0,6 0,0"


class Canvas:
    """A white sheet of pixels to draw on."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray([_WHITE]) * (3 * width) for _ in range(height)]

    def box(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """Fill a rectangle."""
        for y in range(max(top, 0), min(top + height, self.height)):
            self._rows[y][3 * left : 3 * (left + width)] = bytes(colour) * width

    def text(self, words: str, centre: int, top: int, high: int, colour: Colour) -> None:
        """Write words in capitals of a height, centred; one that is not known is a box."""
        left = centre - text_width(words, high) / 2
        unit = high / _HIGH
        for letter in _capitals(words):
            place = round(left)
            for x, y, share in _letter(letter, high):
                self._blend(place + x, top + y, share, colour)
            left += (_span(_strokes(letter))[1] + _GAP) * unit

    def _blend(self, x: int, y: int, share: float, colour: Colour) -> None:
        if not (0 <= x < self.width and 0 <= y < self.height):
            return
        row, start = self._rows[y], 3 * x
        for place, part in enumerate(colour):
            inked = round(_WHITE + (part - _WHITE) * share)
            row[start + place] = min(row[start + place], inked)

    def line(self, one: _Point, other: _Point, wide: float, colour: Colour) -> None:
        """Draw a stroke from one point to another; one without length is a dot."""
        for x, y, share in _covered(one, other, wide / 2):
            self._blend(x, y, share, colour)

    def png(self) -> bytes:
        """Return the sheet as a PNG."""
        return png_file(self.width, self._rows, bits=8, colour=_RGB)


def png_file(width: int, rows: Sequence[bytes | bytearray], *, bits: int, colour: int) -> bytes:
    """Return rows of pixels as a PNG; ``bits`` a sample, ``colour`` the type by the format."""
    head = struct.pack(">IIBBBBB", width, len(rows), bits, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, one) for name, one in parts)


@lru_cache(maxsize=1024)
def _letter(letter: str, high: int) -> tuple[_Pixel, ...]:
    """Return the pixels of a letter from its upper left corner: a text has each many times."""
    unit = high / _HIGH
    strokes = _strokes(letter)
    start, wide = _span(strokes)
    shares: dict[tuple[int, int], float] = {}
    for stroke in (*strokes, *_marks(letter, start + wide / 2)):
        points = [((x - start) * unit, y * unit) for x, y in stroke]
        for one, other in pairwise(points):
            for x, y, share in _covered(one, other, 0.42 * unit):
                shares[x, y] = max(share, shares.get((x, y), 0.0))
    return tuple((x, y, share) for (x, y), share in shares.items())


def _covered(one: _Point, other: _Point, radius: float) -> Iterator[_Pixel]:
    """Yield the pixels that a stroke covers, each with how much of it."""
    xs, ys = sorted((one[0], other[0])), sorted((one[1], other[1]))
    for y in range(math.floor(ys[0] - radius - 1), int(ys[1] + radius + 2)):
        for x in range(math.floor(xs[0] - radius - 1), int(xs[1] + radius + 2)):
            cover = radius + 0.5 - _distance((x, y), one, other)
            if cover > 0:
                yield x, y, min(cover, 1.0)


def text_width(words: str, high: int) -> float:
    """Return how wide words are.

    >>> text_width("JAN", 6), text_width("I", 6)
    (15.0, 0.0)
    """
    wide = math.fsum(_span(_strokes(letter))[1] + _GAP for letter in _capitals(words))
    return max(wide - _GAP, 0) * high / _HIGH


def _capitals(words: str) -> str:
    """Return words in capitals, each letter together with its marks, joined ones apart."""
    letters = unicodedata.normalize("NFC", words.upper())
    return "".join(
        one if one in _STROKES else unicodedata.normalize("NFKC", one) for one in letters
    )


def _span(strokes: Sequence[Sequence[_Point]]) -> tuple[float, float]:
    """Return where a letter begins and how wide it is; a space leaves a blank."""
    places = [x for stroke in strokes for x, _ in stroke]
    return (min(places), max(places) - min(places)) if places else (0.0, _BLANK)


@lru_cache(maxsize=256)
def _strokes(letter: str) -> Sequence[Sequence[_Point]]:
    """Return the strokes of a letter without its marks, of an empty box where it has none."""
    base = unicodedata.normalize("NFD", letter)[:1]
    told = _STROKES.get(letter) or _STROKES.get(base)
    if told is None:
        # Spaces, controls and marks that stand alone are no letters that could be missed.
        told = "" if unicodedata.category(base)[0] in "ZCM" else _UNKNOWN
    return list(_points(told, 0.0))


def _marks(letter: str, middle: float) -> Iterator[Sequence[_Point]]:
    for mark in unicodedata.normalize("NFD", letter)[1:]:
        yield from _points(_MARKS.get(mark, ""), middle)


def _points(told: str, right: float) -> Iterator[Sequence[_Point]]:
    """Yield strokes as points, moved to the right."""
    for stroke in told.split("|"):
        points = (point.split(",") for point in stroke.split())
        yield [(float(x) + right, float(y)) for x, y in points]


def _distance(point: _Point, one: _Point, other: _Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, one, other
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return math.hypot(x - ax - along * dx, y - ay - along * dy)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
