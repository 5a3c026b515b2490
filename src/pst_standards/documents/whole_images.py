"""Whether the bytes of a picture are all there: a broken one would be drawn as nothing."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from pst_standards.documents.errors import PictureError
from pst_standards.documents.images import image_kind

_SIGNATURE: Final = 8
_STRETCH: Final = 1 << 20
_MOST_BYTES_OF_A_PIXEL: Final = 8
_SCAN, _END_OF_JPEG, _END_OF_GIF = b"\xff\xda", b"\xff\xd9", b";"


def is_whole(data: bytes) -> bool:
    """Tell whether a PNG, JPEG or GIF can be drawn to its end; of a JPEG only its ends are seen.

    >>> is_whole(b"GIF89a" + bytes([16, 0, 9, 0]))
    False
    """
    try:
        kind = image_kind(data)
    except PictureError:
        return False
    if kind.extension == "png":
        rows = (kind.width * _MOST_BYTES_OF_A_PIXEL + 1) * kind.height
        return _is_whole_png(data, rows)
    if kind.extension == "jpeg":
        return data.rfind(_END_OF_JPEG) > data.find(_SCAN) > 0
    return data.rstrip(b"\0").endswith(_END_OF_GIF)


def _is_whole_png(data: bytes, most: int) -> bool:
    pixels = zlib.decompressobj()
    try:
        names = [name for name, part in _chunks(data) if _read(pixels, name, part, most)]
    except (struct.error, zlib.error):
        return False
    return pixels.eof and names[-1:] == [b"IEND"]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the parts of a PNG up to its end; ``zlib.error`` for one whose checksum is another."""
    place, name = _SIGNATURE, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, place)
        part = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(name + part) != checksum:
            raise zlib.error
        yield name, part
        place += length + 12


def _read(pixels: zlib._Decompress, name: bytes, part: bytes, most: int) -> bool:
    """Unpack what a part has of the pixels; ``zlib.error`` for more than the picture can have."""
    total = 0
    while name == b"IDAT" and part and not pixels.eof:
        total += len(pixels.decompress(part, _STRETCH))
        part = pixels.unconsumed_tail
        if total > most:
            raise zlib.error
    return True
