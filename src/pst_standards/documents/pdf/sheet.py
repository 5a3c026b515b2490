"""The sheet that a document is drawn on: its own, or a square one for posts and messages."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from pst_standards.documents.outline import Document
from pst_standards.documents.pdf.place import TALLEST_MM

_MARGIN: Final = 20.0
_FOOT: Final = 19.5
_SPARE: Final = 25.0


@frozen(kw_only=True)
class Sheet:
    """Width, height and margins in millimetres; below ``bottom`` the footer takes what it needs."""

    width: float
    height: float
    left: float
    right: float = _MARGIN
    top: float = _MARGIN
    bottom: float = _FOOT

    @property
    def room(self) -> float:
        """Width of the text in millimetres."""
        return self.width - self.left - self.right

    @property
    def tallest(self) -> float:
        """Height that a page of any number of lines in its foot leaves to a picture."""
        return min(self.height - self.top - self.bottom - _SPARE, TALLEST_MM)


def square_sheet(side: float) -> Sheet:
    """Return a square sheet; the smaller it is, the larger are its letters on a screen.

    >>> square_sheet(150).room
    134
    """
    return Sheet(width=side, height=side, left=8, right=8, top=11, bottom=12)


def own_sheet(document: Document) -> Sheet:
    """Return the sheet of a document; what it is wider than its text goes to the binding.

    >>> own_sheet(Document(title="Maklumat", blocks=())).left
    25.0
    """
    width, height = document.sheet
    return Sheet(width=width, height=height, left=width - document.text_width - _MARGIN)
