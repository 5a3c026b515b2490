"""The file of the shipped font: where its tables stand, and which glyph a letter has."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


class FontFile(NamedTuple):
    """A font as its bytes, where each table begins, and the number of the glyph of each letter."""

    data: bytes
    tables: Mapping[str, int]
    glyphs: Mapping[int, int]

    @property
    def units(self) -> int:
        """Return in how many units the size of its letters is parted."""
        (units,) = self.read(">H", "head", 18)
        return int(units)

    def read(self, form: str, table: str, place: int) -> tuple[Any, ...]:
        """Return what stands at a place of a table."""
        return struct.unpack_from(form, self.data, self.tables[table] + place)


@cache
def font_file(*, strong: bool = False) -> FontFile:
    """Return the shipped font, upright.

    >>> font_file().units
    2048
    """
    name = "LiberationSans-Bold.ttf" if strong else "LiberationSans-Regular.ttf"
    data = (resources.files(__package__) / "pdf" / "fonts" / name).read_bytes()
    tables = _tables(data)
    return FontFile(data, tables, {letter: one for letter, one in _glyphs(data, tables) if one})


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLL", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): start for tag, _, start in records}


def _glyphs(data: bytes, tables: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield the letters of the map of format 4, each with the number of its glyph.

    The fonts that are shipped number their glyphs by differences alone, without further lists.
    """
    start = tables["cmap"]
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
