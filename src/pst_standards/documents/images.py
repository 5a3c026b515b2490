"""Kind and size of a picture, read from its first bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.documents.errors import PictureError

MOST_PIXELS: Final = 50_000_000
"""Most pixels of a picture: whoever draws it unpacks it, however small its file is."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Start-of-frame markers; C4, C8 and CC in their midst mean something else.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@frozen(kw_only=True)
class ImageKind:
    """Kind of a picture and its size in pixels; ``extension`` serves as its media subtype too."""

    extension: str
    width: int
    height: int


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
        height, width = next(_frame_sizes(data))
        return ImageKind(extension="jpeg", width=width, height=height)
    raise PictureError("format")


def _frame_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    position = 2
    while position < len(data):
        marker = data[position + 1]
        if marker in _FRAMES:
            yield struct.unpack_from(">HH", data, position + 5)
        if marker == 0xFF:  # noqa: PLR2004 - a fill byte, doubled before a marker
            position += 1
        else:
            (length,) = struct.unpack_from(">H", data, position + 2)
            position += 2 + length
