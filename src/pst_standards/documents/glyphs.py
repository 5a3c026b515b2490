"""The outlines of the letters of the shipped font, and how they cover the pixels they stand on.

So that a picture has the same letters on every machine, they are taken from the font that is part
of the package, and only with whole numbers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from pst_standards.documents.filling import FINE, Coverage, filled, flattened, merged
from pst_standards.documents.letters import width
from pst_standards.documents.shipped_font import font_file

_ON_CURVE, _SHORT, _REPEATED, _SAME = 0x01, 0x02, 0x08, 0x10
_WIDE_PLACES, _MORE = 0x0001, 0x0020
_HEAD: Final = 10
"""Bytes before the points of a glyph: how many outlines it has, and its box."""
_LACKING: Final = 0
"""The glyph of what the font does not have: an empty box."""


class OutlinePoint(NamedTuple):
    """A point of an outline in units of the font, upwards; one off the curve bends it."""

    x: int
    y: int
    on_curve: bool


def words_coverage(words: str, left: float, size: int) -> Coverage:
    """Return what words of a size in pixels cover that begin at a place on their line.

    >>> words_coverage("il", 0.0, 28).left, words_coverage("il", 100.4, 28).left
    (1, 101)
    """
    parts = []
    for letter in words:
        one = letter_coverage(letter, size)
        parts.append(one._replace(left=one.left + round(left)))
        left += width(letter) * size
    return merged(parts)


@lru_cache(maxsize=1024)
def letter_coverage(letter: str, size: int) -> Coverage:
    """Return how a letter of a size in pixels covers what is around the place it is written at.

    >>> letter_coverage(" ", 28).rows
    ()
    """
    font = font_file()
    number = font.glyphs.get(ord(letter), _LACKING)
    scale, whole = size * FINE, font.units
    return filled(
        flattened(
            [
                # Rounded; a font counts upwards, and a picture downwards.
                ((2 * x * scale + whole) // (2 * whole), (whole - 2 * y * scale) // (2 * whole), on)
                for x, y, on in outline
            ]
        )
        for outline in outlines(number)
    )


def outlines(number: int) -> list[list[OutlinePoint]]:
    """Return the outlines of a glyph by its number.

    >>> [len(outline) for outline in outlines(font_file().glyphs[ord("i")])]
    [4, 4]
    """
    font = font_file()
    start, end = font.read(">LL", "loca", 4 * number)
    if start == end:
        return []
    (count,) = font.read(">h", "glyf", start)
    place = font.tables["glyf"] + start + _HEAD
    return list(_simple(font.data, place, count) if count >= 0 else _compound(font.data, place))


def _compound(data: bytes, place: int) -> Iterator[list[OutlinePoint]]:
    """Yield the outlines of the glyphs that one is made of, such as a letter and its mark.

    The fonts that are shipped only move them, and neither turn nor stretch any.
    """
    flags = _MORE
    while flags & _MORE:
        flags, number = struct.unpack_from(">HH", data, place)
        form = ">hh" if flags & _WIDE_PLACES else ">bb"
        right, up = struct.unpack_from(form, data, place + 4)
        place += 4 + struct.calcsize(form)
        for outline in outlines(number):
            yield [OutlinePoint(x + right, y + up, on) for x, y, on in outline]


def _simple(data: bytes, place: int, count: int) -> Iterator[list[OutlinePoint]]:
    ends = struct.unpack_from(f">{count}H", data, place)
    (hints,) = struct.unpack_from(">H", data, place + 2 * count)
    flags, place = _flags(data, place + 2 * count + 2 + hints, ends[-1] + 1)
    across, place = _steps(data, place, flags)
    # The bits that tell of a step upwards stand one to the left of those of a step across.
    upwards, _ = _steps(data, place, [flag >> 1 for flag in flags])
    points = [
        OutlinePoint(x, y, bool(flag & _ON_CURVE))
        for x, y, flag in zip(accumulate(across), accumulate(upwards), flags, strict=True)
    ]
    for first, end in zip((0, *(one + 1 for one in ends)), ends, strict=False):
        yield points[first : end + 1]


def _flags(data: bytes, place: int, count: int) -> tuple[list[int], int]:
    """Return what is told of each point, and the place behind it."""
    flags: list[int] = []
    while len(flags) < count:
        flag = data[place]
        times = 1 + data[place + 1] if flag & _REPEATED else 1
        flags += [flag] * times
        place += 2 if flag & _REPEATED else 1
    return flags, place


def _steps(data: bytes, place: int, flags: list[int]) -> tuple[list[int], int]:
    """Return how far each point is from the one before, and the place behind them."""
    steps = []
    for flag in flags:
        if flag & _SHORT:
            steps.append(data[place] if flag & _SAME else -data[place])
            place += 1
        elif flag & _SAME:
            steps.append(0)
        else:
            steps += struct.unpack_from(">h", data, place)
            place += 2
    return steps, place
