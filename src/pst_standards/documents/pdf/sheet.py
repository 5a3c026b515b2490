"""The sheet that a document is drawn on: its own, or a square one for posts and messages."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from pst_standards.documents.outline import Document
from pst_standards.documents.pdf.place import TALLEST_MM

_SPARE: Final = 25.0


@frozen(kw_only=True)
class Sheet:
    """Width, height and margins in millimetres; ``bottom`` has room for a footer of one line."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

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
    return Sheet(width=side, height=side, top=11, right=8, bottom=15.5, left=8)


def own_sheet(document: Document) -> Sheet:
    """Return the sheet of a document with its margins.

    >>> own_sheet(Document(title="Maklumat", blocks=())).room
    165
    """
    width, height = document.sheet
    top, right, bottom, left = document.margins
    return Sheet(width=width, height=height, top=top, right=right, bottom=bottom, left=left)
