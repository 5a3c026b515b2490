"""The smallest pieces of an outline: stretches of text, and the words that say what things are."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Literal, TypeAlias

from attrs import frozen

Lang: TypeAlias = Literal["id", "en"]


@frozen(kw_only=True)
class Run:
    """A stretch of text within a line; ``link`` is an http, https, mailto or tel address.

    An address of another kind is left out by the renderers and its text stays.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


Origin: TypeAlias = tuple[str | int, ...]
"""The steps from a definition to one of its parts."""

Inline: TypeAlias = str | tuple[Run, ...]
"""One line's worth of text: plain, or runs."""


class ParagraphStyle(StrEnum):
    """What a paragraph is for: ``lead`` opens a document, ``quote`` shows a declaration.

    ``cut`` marks the line along which the sheet is cut.
    """

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    CENTERED = "centered"
    QUOTE = "quote"
    CUT = "cut"


class Align(StrEnum):
    """Alignment of a column; figures stand at the end."""

    START = "start"
    CENTER = "center"
    END = "end"


class Marker(StrEnum):
    """What stands before the items of a list; the value shows the first marker.

    A box is for the hand to tick.
    """

    BULLET = "•"
    DECIMAL = "1."
    LETTER = "a."
    DECIMAL_PAREN = "1)"
    LETTER_PAREN = "a)"
    ROMAN = "i."
    BOX = "☐"


class NoteKind(StrEnum):
    """Weight of a note."""

    INFO = "info"
    WARNING = "warning"


class Paper(Enum):
    """Sheet size, width and height in millimetres; F4 is the folio of Indonesian offices."""

    A4 = (210, 297)
    F4 = (215, 330)
    A3 = (297, 420)


class Layout(Enum):
    """How a sheet is laid out: margins at the top, right, bottom and left in millimetres.

    ``WALL`` is for a sheet that hangs on a wall, with a line around it; ``FOLDED`` for one that is
    folded twice, without a letterhead and without page numbers. What an upright letter leaves of
    the width goes to the binding at the left.
    """

    LETTER = (20, 20, 23, 25)
    WALL = (18, 20, 29, 20)
    FOLDED = (11, 9, 22, 9)
