"""Kind and size of a picture, read from its first bytes."""

from __future__ import annotations

import struct
from typing import Final

from attrs import field, frozen

from pst_standards.documents.errors import PictureError
from pst_standards.documents.orientation import Turn, segments, turn_of

MOST_PIXELS: Final = 50_000_000
"""Most pixels of a picture: whoever draws it unpacks it, however small its file is."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Start-of-frame markers; C4, C8 and CC in their midst mean something else.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

_PRINTING: Final = 4


@frozen(kw_only=True)
class ImageKind:
    """Kind of a picture and its size in pixels; ``extension`` serves as its media subtype too.

    The size is that of the picture as it is looked at, after its ``turn``. One that is made for
    ``printing`` has the four colours of a printer.
    """

    extension: str
    width: int
    height: int
    turn: Turn = field(default=Turn(), repr=False)
    printing: bool = field(default=False, repr=False)


def image_kind(data: bytes) -> ImageKind:
    """Tell kind and size of a PNG, JPEG or GIF; ``PictureError`` for anything else.

    >>> image_kind(b"GIF89a" + bytes([16, 0, 9, 0]))
    ImageKind(extension='gif', width=16, height=9)
    """
    try:
        kind = _recognised(data)
    except (struct.error, IndexError, StopIteration):
        raise PictureError("damaged") from None
    if not (kind.width and kind.height):
        raise PictureError("damaged")
    return kind


def _recognised(data: bytes) -> ImageKind:
    if data.startswith(_PNG):
        width, height = struct.unpack_from(">II", data, 16)
        return ImageKind(extension="png", width=width, height=height)
    if data.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack_from("<HH", data, 6)
        return ImageKind(extension="gif", width=width, height=height)
    if data.startswith(_JPEG):
        height, width, inks = _frame(data)
        turn = turn_of(data)
        if turn.lies:
            width, height = height, width
        printing = inks == _PRINTING
        return ImageKind(extension="jpeg", width=width, height=height, turn=turn, printing=printing)
    raise PictureError("format")


def _frame(data: bytes) -> tuple[int, int, int]:
    """Return height, width and how many inks the frame of a JPEG has."""
    start = next(start for marker, start in segments(data) if marker in _FRAMES)
    height, width = struct.unpack_from(">HH", data, start + 3)
    # A picture that ends here has no more pixels than a broken one.
    return height, width, data[start + 7] if len(data) > start + 7 else 0
