"""The QR code on printed pages: office, kind of document, and the definition it was made from.

Whoever holds a paper can read from it with any telephone which definition it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from pst_standards.documents.drawing import png_file
from pst_standards.documents.errors import extra
from pst_standards.documents.outline import Document, Identity, Lang, Picture
from pst_standards.messages import text

SIZE_MM: Final = 15.0
"""Width of the code with a white border."""

# What the standard asks for (ISO/IEC 18004, quiet zone).
_BORDER: Final = 4
_GREY: Final = 0
_DOTS: Final = 8
"""Pixels of a module, for programs that take no vectors."""
# Any mask can be read. Trying all eight for the handsomest takes five times as long as drawing.
_MASK: Final = 4
_LONGEST: Final = 300


def payload(identity: Identity) -> str:
    """Return what the code says: ``PST``, office, document and hash, with colons between them.

    In capitals, for which a code needs a third less room than for small letters.

    >>> payload(Identity(kind="standard", service="sales", office="3322", definition_sha256="0a"))
    'PST:3322:STANDARD-SALES:0A'
    """
    document = "-".join(filter(None, (identity.kind, identity.service)))
    # A colon within a part would make another part of its rest.
    parts = (identity.office, document, identity.definition_sha256)
    shown = (part.strip().replace(":", "-").upper()[:_LONGEST] for part in parts)
    return ":".join(("PST", *shown))


def code_picture(document: Document) -> Picture | None:
    """Return the code of a document; ``None`` where it is switched off or has no identity.

    ``MissingExtraError`` without the extra ``office``.
    """
    if document.identity is None or not document.qr:
        return None
    return _picture(payload(document.identity), document.lang)


def code_words(lang: Lang) -> str:
    """Return what the code is called for a reader who does not see it.

    >>> code_words("en")
    'QR code with the office, the kind of document and the hash of the definition'
    """
    return text("documents", "qr.alt", lang)


@lru_cache(maxsize=64)
def _picture(told: str, lang: Lang) -> Picture:
    modules = _modules(told)
    return Picture(data=_png(modules), vector=_svg(modules), alt=code_words(lang), width=SIZE_MM)


def _modules(told: str) -> Sequence[bytes]:
    """Return the rows of the code with its border, 1 where it is dark."""
    with extra("office"):
        import segno
    # What a code cannot say, a text that was built in Python, is left out.
    said = told.encode("utf-8", "ignore").decode("utf-8")
    made = segno.make(said, error="m", boost_error=False, micro=False, mask=_MASK)
    return [bytes(row) for row in made.matrix_iter(border=_BORDER)]


def _svg(modules: Sequence[bytes]) -> str:
    size = len(modules)
    dark = "".join(
        f"M{left} {top}h{wide}v1h-{wide}z"
        for top, row in enumerate(modules)
        for left, wide in _stretches(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' width="{SIZE_MM:g}mm" height="{SIZE_MM:g}mm" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{dark}"/></svg>'
    )


def _stretches(row: bytes) -> Iterator[tuple[int, int]]:
    """Yield where dark modules begin and how many follow each other."""
    place = 0
    for dark, own in groupby(row):
        wide = len(list(own))
        if dark:
            yield place, wide
        place += wide


def _png(modules: Sequence[bytes]) -> bytes:
    """Return the code in two colours, one bit a pixel."""
    # A module is as wide as a byte: eight pixels of one bit.
    rows = (bytes(0 if dark else 255 for dark in row) for row in modules)
    drawn = [row for row in rows for _ in range(_DOTS)]
    return png_file(len(modules) * _DOTS, drawn, bits=1, colour=_GREY)
