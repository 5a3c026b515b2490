"""Pictures as SVG, which the template takes as text: vectors as they are, pixels inside one."""

from __future__ import annotations

import math
from base64 import b64encode
from typing import Final

from pst_standards.documents.cleaning import clean
from pst_standards.documents.errors import PictureError
from pst_standards.documents.images import MOST_PIXELS, ImageKind, image_kind
from pst_standards.documents.orientation import Turn, said_upright
from pst_standards.documents.outline import Picture
from pst_standards.documents.pdf.engine import on_screen
from pst_standards.documents.pdf.place import POINTS_PER_MM, Place, one_line
from pst_standards.documents.whole_images import is_whole

LARGEST_LOGO_MM: Final = 26.0
_FINEST: Final = 300
"""Dots per inch beyond which nobody sees a difference on paper."""

_EMPTY: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    ' viewBox="0 0 {width} {height}"/>'
)


def picture(block: Picture, place: Place, widest: float = 0.0) -> dict[str, object]:
    """Return a picture never wider than its place or, if given, ``widest`` millimetres.

    ``PictureError`` for bytes that are no whole PNG, JPEG or GIF, or of too many pixels: drawing
    unpacks it, four bytes a pixel, however small its file is.
    """
    kind = image_kind(block.data)
    if not block.vector and kind.width * kind.height > MOST_PIXELS:
        raise PictureError("pixels")
    if not block.vector and not is_whole(block.data):
        # It would be left blank without a word.
        raise PictureError("broken")
    wanted = min(block.width, widest or block.width) * POINTS_PER_MM
    highest = place.tallest * POINTS_PER_MM * kind.width / kind.height
    width = min(wanted, place.room * place.scale, highest) / place.scale
    shown = clean(block.vector) or _pixels(block.data, kind, width * place.scale)
    return {"svg": shown, "w": width, "alt": one_line(block.alt)}


def _pixels(data: bytes, kind: ImageKind, width: float) -> str:
    if not kind.printing:
        return _wrapped(said_upright(data), kind)
    # A PDF with the colours of a printer must say which printer, and no picture could.
    try:
        drawn = on_screen(data, min(kind.width, math.ceil(width / 72 * _FINEST)))
    except PictureError:
        # As with other photos that are damaged in their midst, which are not seen through here.
        return _EMPTY.format(width=kind.width, height=kind.height)
    return _wrapped(drawn, image_kind(drawn))


def _wrapped(data: bytes, kind: ImageKind) -> str:
    """Return pixels inside an SVG: the template can be given text, not bytes."""
    width, height = (kind.height, kind.width) if kind.turn.lies else (kind.width, kind.height)
    turned = _transform(kind.turn, width, height)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {kind.width} {kind.height}" width="{kind.width}" height="{kind.height}">'
        f'<image width="{width}" height="{height}"{turned}'
        f' xlink:href="data:image/{kind.extension};base64,{b64encode(data).decode("ascii")}"/>'
        "</svg>"
    )


def _transform(turn: Turn, width: int, height: int) -> str:
    """Return what turns a picture of that size, as it is stored, into its place."""
    right, down = ((0, 0), (height, 0), (width, height), (0, width))[turn.quarters]
    told = [f"translate({right} {down}) rotate({90 * turn.quarters})"] * bool(turn.quarters)
    told += [f"translate({width} 0) scale(-1 1)"] * turn.mirrored
    return f' transform="{" ".join(told)}"' if told else ""
