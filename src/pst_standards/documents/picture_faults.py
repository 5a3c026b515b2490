"""What keeps a picture from being printed, so that who reads of it knows what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from pst_standards.documents.errors import PictureError
from pst_standards.documents.images import MOST_PIXELS, image_kind
from pst_standards.documents.whole_images import is_whole

PRINTED: Final = frozenset({"png", "jpeg"})
_HEIF: Final = b"ftyp"
_NAMES: Final = (
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"<svg", "SVG"),
    (b"<?xml", "XML"),
    (b"PK\3\4", "ZIP"),
)
"""How files begin that are taken for pictures."""


@frozen(kw_only=True)
class PictureFault:
    """Why a picture cannot be printed: the variant of DEF-033, and the values that it names.

    Without a variant there is no file of that name.
    """

    variant: str = ""
    params: Mapping[str, str | int] = field(factory=dict)


class UnfitFileError(KeyError):
    """A file is there under the name that was looked up, and cannot be printed.

    Whoever looks it up as in any mapping sees that there is no picture; ``fault`` says why.

    >>> UnfitFileError("logo.png", PictureFault(variant="unread")).fault.variant
    'unread'
    """

    def __init__(self, name: str, fault: PictureFault) -> None:
        super().__init__(name)
        self.fault = fault


def fault_of(assets: Mapping[str, bytes] | None, file: str) -> PictureFault:
    """Return why a picture that was not printed was not.

    >>> fault_of({"logo.png": b"GIF89a" + bytes([16, 0, 9, 0])}, "logo.png")
    PictureFault(variant='format', params={'found': 'GIF'})
    """
    try:
        # One without any picture that fits is empty, and yet says why.
        data = ({} if assets is None else assets)[file]
    except UnfitFileError as error:
        return error.fault
    except KeyError:
        return PictureFault()
    return fault_in(data) or PictureFault()


def fault_in(data: bytes) -> PictureFault | None:
    """Return what keeps the bytes of a picture from being printed, ``None`` for nothing."""
    try:
        kind = image_kind(data)
    except PictureError as error:
        return PictureFault(variant="broken") if error.key == "picture.damaged" else _other(data)
    if kind.extension not in PRINTED:
        return _other(data)
    if kind.width * kind.height > MOST_PIXELS:
        size = {"width": kind.width, "height": kind.height, "limit": MOST_PIXELS // 1_000_000}
        return PictureFault(variant="pixels", params=size)
    return None if is_whole(data) else PictureFault(variant="broken")


def _other(data: bytes) -> PictureFault:
    """Return that a file is another than a PNG or JPEG, and which, where its beginning tells."""
    if not data:
        return PictureFault(variant="empty")
    begins = data.lstrip()
    named = (name for start, name in _NAMES if begins.startswith(start))
    found = _by_inner_name(data) or next(named, "")
    return PictureFault(variant="format", params={"found": found}) if found else _NO_PICTURE


_NO_PICTURE: Final = PictureFault(variant="unknown")


def _by_inner_name(data: bytes) -> str:
    """Return the kind of a file whose name stands behind its length."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == _HEIF:
        return "AVIF" if data[8:12].startswith(b"avi") else "HEIC"
    return ""
