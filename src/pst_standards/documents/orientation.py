"""How a photo is to be turned: a telephone stores what its sensor saw, and how it was held.

Programs differ in whether they look at the latter, so that what is drawn is turned here and then
says of itself that it stands upright.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

_UPRIGHT: Final = 1
_LAST: Final = 8
_TAG: Final = 0x0112
_HEAD: Final = b"Exif\0\0"
_ORDERS: Final = {b"II": "<", b"MM": ">"}
_APPLICATION: Final = 0xE1
_SCAN: Final = 0xDA
_FILL: Final = 0xFF
_SHORT: Final = 3
_ENTRY: Final = 12


class Turn(NamedTuple):
    """Whether a picture is mirrored from left to right, then by how many quarters it is turned."""

    mirrored: bool = False
    quarters: int = 0

    @property
    def lies(self) -> bool:
        """Tell whether width and height change places."""
        return self.quarters % 2 == 1


_TURNS: Final = {
    1: Turn(),
    2: Turn(mirrored=True),
    3: Turn(quarters=2),
    4: Turn(mirrored=True, quarters=2),
    5: Turn(mirrored=True, quarters=3),
    6: Turn(quarters=1),
    7: Turn(mirrored=True, quarters=1),
    8: Turn(quarters=3),
}
"""What each value of the orientation asks for; quarters are clockwise."""


def turn_of(jpeg: bytes) -> Turn:
    """Return how a JPEG is to be turned; one that does not say it, or not clearly, is not.

    >>> turn_of(b"").lies
    False
    """
    place = _place(jpeg)
    return _TURNS[_value(jpeg, *place)] if place else Turn()


def said_upright(picture: bytes) -> bytes:
    """Return a picture that says of itself that it is not to be turned; a PNG stays as it is."""
    place = _place(picture)
    if place is None:
        return picture
    at, order = place
    return picture[:at] + struct.pack(f"{order}H", _UPRIGHT) + picture[at + 2 :]


def _place(data: bytes) -> tuple[int, str] | None:
    """Return where the orientation stands and in which order its bytes, ``None`` without one."""
    try:
        found = next(_orientations(data), None)
        return found if found and 1 <= _value(data, *found) <= _LAST else None
    except (struct.error, IndexError):
        return None


def _value(data: bytes, at: int, order: str) -> int:
    (value,) = struct.unpack_from(f"{order}H", data, at)
    return int(value)


def _orientations(data: bytes) -> Iterator[tuple[int, str]]:
    for marker, start in segments(data):
        if marker == _SCAN:
            return
        if marker == _APPLICATION and data.startswith(_HEAD, start + 2):
            yield from _entries(data, start + 2 + len(_HEAD))


def _entries(data: bytes, tiff: int) -> Iterator[tuple[int, str]]:
    """Yield where in the first directory of what a camera noted the orientation stands."""
    order = _ORDERS.get(data[tiff : tiff + 2], "")
    if not order:
        return
    (offset,) = struct.unpack_from(f"{order}I", data, tiff + 4)
    (count,) = struct.unpack_from(f"{order}H", data, tiff + offset)
    for number in range(count):
        entry = tiff + offset + 2 + number * _ENTRY
        tag, kind = struct.unpack_from(f"{order}HH", data, entry)
        if (tag, kind) == (_TAG, _SHORT):
            yield entry + 8, order


def segments(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """Yield the marker of each part of a JPEG and where its length stands.

    Raises ``IndexError`` or ``struct.error`` where the bytes end too early.
    """
    position = 2 if jpeg.startswith(b"\xff\xd8") else len(jpeg)
    while position < len(jpeg):
        marker = jpeg[position + 1]
        if marker == _FILL:  # a fill byte, doubled before a marker
            position += 1
            continue
        yield marker, position + 2
        (length,) = struct.unpack_from(">H", jpeg, position + 2)
        position += 2 + length
