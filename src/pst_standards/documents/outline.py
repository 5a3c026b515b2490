"""A document as a neutral tree, before it becomes docx or HTML.

Whoever composes a document says what each part is; how it looks is the renderers' affair. All
text is data: the renderers escape it, so nothing written here is ever read as markup.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from attrs import Attribute

Lang: TypeAlias = Literal["id", "en"]

_TEXT_WIDTH_MM: Final = 165
_SIDE_MARGINS_MM: Final = 45
"""Both margins together where the text takes what the sheet leaves."""


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


# One converter for each type of list: mypy reads the types of an attrs argument from its converter,
# and cannot from a generic one.
def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _contents(contents: Iterable[Content]) -> tuple[Content, ...]:
    return tuple(contents)


def _pairs(pairs: Iterable[tuple[str, Inline]]) -> tuple[tuple[str, Inline], ...]:
    return tuple(pairs)


def _columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(columns)


def _rows(rows: Iterable[Iterable[Content]]) -> tuple[tuple[Content, ...], ...]:
    return tuple(map(tuple, rows))


def _origins(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(origins)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


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


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is the title of a document, 2 a part, 3 a section."""

    level: int = field(validator=[validators.ge(1), validators.le(3)])
    text: Inline


@frozen(kw_only=True)
class Paragraph:
    """A paragraph; a newline in its text breaks the line."""

    text: Inline
    style: ParagraphStyle = ParagraphStyle.BODY


@frozen(kw_only=True)
class ItemList:
    """A list. Each starts anew at ``start``; an item is text, or blocks (nested lists too).

    >>> ItemList(items=["KTP", "Surat permohonan"], marker=Marker.LETTER).ordered
    True
    """

    items: tuple[Content, ...] = field(converter=_contents)
    marker: Marker = Marker.BULLET
    start: int = field(default=1, validator=validators.ge(1))

    @property
    def ordered(self) -> bool:
        """Whether the order of the items matters."""
        return self.marker not in {Marker.BULLET, Marker.BOX}


@frozen(kw_only=True)
class Column:
    """A column: its title, its share of the width, and whether its cells head their rows."""

    title: str
    share: int = field(default=1, validator=validators.ge(1))
    align: Align = Align.START
    heads_row: bool = False


@frozen(kw_only=True)
class Table:
    """A table whose header row is repeated on every page.

    ``keep_rows`` keeps each row on one page; let it go where a cell may hold half a page. ``whole``
    keeps all rows of a short table on one page. ``row_height`` is the least height of a row in
    millimetres, for cells that are filled in by hand. ``dense`` sets many columns in small letters.
    ``origins`` says for each row which part of the definition it shows, as the steps to it: the
    files mark those rows, each origin once in a document. ``ValueError`` when a row has more or
    fewer cells than there are columns, or there are more or fewer origins than rows.
    """

    columns: tuple[Column, ...] = field(converter=_columns, validator=validators.min_len(1))
    rows: tuple[tuple[Content, ...], ...] = field(converter=_rows)
    caption: str = ""
    keep_rows: bool = True
    whole: bool = False
    dense: bool = False
    row_height: float = field(default=0.0, validator=validators.ge(0))
    origins: tuple[Origin, ...] = field(default=(), converter=_origins)

    @rows.validator
    def _same_width(self, _: Attribute[object], rows: tuple[tuple[Content, ...], ...]) -> None:
        width = len(self.columns)
        for number, row in enumerate(rows, start=1):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells, the table {width} columns")

    @origins.validator
    def _one_a_row(self, _: Attribute[object], origins: tuple[Origin, ...]) -> None:
        if origins and len(origins) != len(self.rows):
            raise ValueError(f"{len(origins)} origins for {len(self.rows)} rows")


@frozen(kw_only=True)
class KeyValues:
    """Labels and their values, as ``Nomor : 12 Tahun 2026``."""

    pairs: tuple[tuple[str, Inline], ...] = field(converter=_pairs)


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
class Letterhead:
    """Head of an official letter: office names from the widest to the nearest, address, contact."""

    names: tuple[str, ...] = field(converter=_texts, validator=validators.min_len(1))
    address: str = ""
    contact: str = ""
    logo: Picture | None = None


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


Block: TypeAlias = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | KeyValues
    | Picture
    | Letterhead
    | Signature
    | PageBreak
    | Note
)
Content: TypeAlias = str | tuple[Block, ...]
"""What a cell or an item holds: plain text, or blocks."""


class Paper(Enum):
    """Sheet size, width and height in millimetres; F4 is the folio of Indonesian offices."""

    A4 = (210, 297)
    F4 = (215, 330)
    A3 = (297, 420)


@frozen(kw_only=True)
class Identity:
    """Which document of which definition this is: kind, service of a standard, and the hash.

    ``signature`` is ``wet`` or the anchor of an electronic one, where that was asked for and not
    left to the definition.
    """

    kind: str
    service: str = ""
    definition_sha256: str
    signature: str = ""


@frozen(kw_only=True)
class Document:
    """A whole document.

    ``created`` is written into the file's properties; nothing else in a rendered file depends on
    the day. ``draft`` stamps every page, with ``draft_note`` saying why. Headings start at level 1
    and skip none (``ValueError``), so that a reader can move by them. ``landscape``
    turns the sheet. ``identity`` is kept in the properties of the file and in its foot.
    ``number`` is that of the decree, for a template that has a place for it.
    """

    title: str = field(validator=validators.min_len(1))
    blocks: tuple[Block, ...] = field(converter=_blocks)
    lang: Lang = field(default="id", validator=validators.in_(("id", "en")))
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = field(default=(), converter=_texts)
    created: dt.date | None = None
    paper: Paper = Paper.A4
    landscape: bool = False
    draft: bool = False
    draft_note: str = ""
    footer_text: str = ""
    letterhead: Letterhead | None = None
    identity: Identity | None = None
    number: str = ""

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height of the sheet as it lies, in millimetres.

        >>> Document(title="Register", blocks=(), landscape=True).sheet
        (297, 210)
        """
        width, height = self.paper.value
        return (height, width) if self.landscape else (width, height)

    @property
    def text_width(self) -> int:
        """Width of the text in millimetres: the same on an upright A4 and F4, else all there is.

        >>> Document(title="Maklumat", blocks=(), paper=Paper.F4).text_width
        165
        """
        width, _ = self.sheet
        turned = self.landscape or self.paper is Paper.A3
        return width - _SIDE_MARGINS_MM if turned else _TEXT_WIDTH_MM

    @blocks.validator
    def _headings_in_order(self, _: Attribute[object], blocks: tuple[Block, ...]) -> None:
        level = 0
        for block in blocks:
            if isinstance(block, Heading):
                if block.level > level + 1:
                    raise ValueError(f"heading of level {block.level} follows level {level}")
                level = block.level
