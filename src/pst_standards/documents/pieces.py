"""The smallest pieces of an outline: stretches of text, and the words that say what things are."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Literal, TypeAlias

from attrs import field, frozen, validators

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

    ``end`` stands at the far end of its line, as the date of a letter does. ``cut`` marks the line
    along which the sheet is cut.
    """

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    CENTERED = "centered"
    END = "end"
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

    value: tuple[int, int, int, int]

    LETTER = (20, 20, 23, 25)
    WALL = (18, 20, 29, 20)
    FOLDED = (11, 9, 22, 9)


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is the title of a document, 2 a part, 3 a section.

    A ``formal`` one stands in the middle even where an office's own style has it elsewhere.
    """

    level: int = field(validator=[validators.ge(1), validators.le(3)])
    text: Inline
    formal: bool = False


@frozen(kw_only=True)
class Paragraph:
    """A paragraph; a newline in its text breaks the line."""

    text: Inline
    style: ParagraphStyle = ParagraphStyle.BODY


@frozen(kw_only=True)
class Picture:
    """A PNG, JPEG or GIF; ``alt`` says what it shows, empty when it only decorates.

    ``width`` in millimetres; the height follows, and a picture is never wider than its place.
    ``vector`` is the same as SVG, of this program's own drawing, for formats that take it.
    """

    data: bytes = field(repr=False)
    alt: str
    width: float = field(default=80.0, validator=validators.gt(0))
    vector: str = field(default="", repr=False)


@frozen(kw_only=True)
class Signature:
    """Who signs, where and when; room for the signature is left above the name.

    ``anchor`` stands in that room, where a program for electronic signatures looks for it.
    """

    place: str
    date: str
    title: str
    name: str
    identity: str = ""
    note: str = ""
    anchor: str = ""


@frozen(kw_only=True)
class PageBreak:
    """What follows starts on a new page."""


@frozen(kw_only=True)
class Note:
    """A remark set apart from the text."""

    text: Inline
    title: str = ""
    kind: NoteKind = NoteKind.INFO


@frozen(kw_only=True)
class Identity:
    """Which document of which definition this is: kind, service of a standard, office and hash.

    ``rests_on`` names the further input of one that was made of more than the definition.
    ``signature`` is ``wet`` or the anchor of an electronic one, where that was asked for and not
    left to the definition.
    """

    kind: str
    service: str = ""
    rests_on: str = ""
    office: str = ""
    definition_sha256: str
    signature: str = ""
