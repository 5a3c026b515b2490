"""The pixels of a PNG as it is drawn here: no filter, each the number of a colour in a list."""

from __future__ import annotations

import zlib

from pst_standards.documents.drawing import Colour
from pst_standards.documents.images import image_kind


def pixels(data: bytes) -> list[list[Colour]]:
    wide = image_kind(data).width + 1
    listed, rows = _part(data, b"PLTE"), zlib.decompress(_part(data, b"IDAT"))
    colours = [(listed[at], listed[at + 1], listed[at + 2]) for at in range(0, len(listed), 3)]
    lines = (rows[start + 1 : start + wide] for start in range(0, len(rows), wide))
    return [[colours[number] for number in line] for line in lines]


def _part(data: bytes, name: bytes) -> bytes:
    start = data.index(name) + len(name)
    return data[start : start + int.from_bytes(data[start - 8 : start - 4], "big")]
