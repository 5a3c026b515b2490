"""A document as a neutral tree, before it becomes docx or HTML.

Whoever composes a document says what each part is; how it looks is the renderers' affair. All
text is data: the renderers escape it, so nothing written here is ever read as markup.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen, validators

from pst_standards.documents.pieces import (
    Align,
    Heading,
    Identity,
    Inline,
    Lang,
    Layout,
    Marker,
    Note,
    NoteKind,
    Origin,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Signature,
)

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = [
    "Align",
    "Block",
    "Column",
    "Content",
    "Document",
    "Heading",
    "Identity",
    "Inline",
    "ItemList",
    "KeyValues",
    "Lang",
    "Layout",
    "Letterhead",
    "Marker",
    "Note",
    "NoteKind",
    "Origin",
    "PageBreak",
    "Panel",
    "Panels",
    "Paper",
    "Paragraph",
    "ParagraphStyle",
    "Picture",
    "Run",
    "Signature",
    "Table",
]

_TEXT_WIDTH_MM: Final = 165
_SIDE_MARGINS_MM: Final = 45
"""Both margins together where the text takes what the sheet leaves."""


# One converter for each type of list: mypy reads the types of an attrs argument from its converter,
# and cannot from a generic one.
def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _contents(contents: Iterable[Content]) -> tuple[Content, ...]:
    return tuple(contents)


def _pairs(pairs: Iterable[tuple[str, Inline]]) -> tuple[tuple[str, Inline], ...]:
    return tuple(pairs)


def _clauses(clauses: Iterable[tuple[str, Content]]) -> tuple[tuple[str, Content], ...]:
    return tuple(clauses)


def _columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(columns)


def _rows(rows: Iterable[Iterable[Content]]) -> tuple[tuple[Content, ...], ...]:
    return tuple(map(tuple, rows))


def _origins(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(origins)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


def _stacks(stacks: Iterable[Iterable[Panel]]) -> tuple[tuple[Panel, ...], ...]:
    return tuple(map(tuple, stacks))


def _places(places: Iterable[int]) -> tuple[int, ...]:
    return tuple(places)


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

    ``keep_rows`` keeps each row on one page that a page can hold. ``whole`` keeps all rows of a
    short table on one page. ``row_height`` is the least height of a row in
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
class Clauses:
    """What a decree weighs, rests on and decides: a word, and what it says beside it.

    Unlike those of ``KeyValues``, these say as much as they need, lists too. ``aligned_with`` is
    the longest word of other clauses under which these stand.

    >>> weighed = ItemList(items=["bahwa ...;"], marker=Marker.LETTER)
    >>> Clauses(clauses=[("Menimbang", (weighed,))]).clauses[0][0]
    'Menimbang'
    """

    clauses: tuple[tuple[str, Content], ...] = field(converter=_clauses)
    aligned_with: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The words that decide how wide the first column is."""
        return (self.aligned_with, *(label for label, _ in self.clauses))


@frozen(kw_only=True)
class Letterhead:
    """Head of an official letter: office names from the widest to the nearest, address, contact."""

    names: tuple[str, ...] = field(converter=_texts, validator=validators.min_len(1))
    address: str = ""
    contact: str = ""
    logo: Picture | None = None


@frozen(kw_only=True)
class Panel:
    """A part of a sheet with a title of level 2, or without one.

    Its blocks may have headings of their own, which are headings of the document. ``lang`` is its
    language where that is not the document's. ``middle`` sets a panel that has a column of its own
    in the middle of its height.
    """

    title: str = ""
    blocks: tuple[Block, ...] = field(converter=_blocks)
    lang: Lang | None = None
    middle: bool = False


@frozen(kw_only=True)
class Panels:
    """Panels in columns beside each other, read one column after the other.

    ``order`` says which column lies at each place from the left, where they do not lie as they are
    read: the cover of a leaflet is read first and lies at the right. ``framed`` draws a box around
    each column. ``gap`` between columns and ``height``, the least there is, are in millimetres;
    ``shares`` of the width are equal unless given. ``ValueError`` for an order that leaves a column
    out, and for more or fewer shares than columns.

    >>> Panels(columns=[[Panel(blocks=())], [Panel(blocks=())]], order=[1, 0]).places
    (1, 0)
    """

    columns: tuple[tuple[Panel, ...], ...] = field(
        converter=_stacks, validator=validators.min_len(1)
    )
    order: tuple[int, ...] = field(default=(), converter=_places)
    shares: tuple[int, ...] = field(default=(), converter=_places)
    framed: bool = True
    gap: float = field(default=5.0, validator=validators.ge(0))
    height: float = field(default=0.0, validator=validators.ge(0))

    @property
    def places(self) -> tuple[int, ...]:
        """The numbers of the columns from left to right."""
        return self.order or tuple(range(len(self.columns)))

    @property
    def widths(self) -> tuple[int, ...]:
        """The share of the width that each column has, in the order of the columns."""
        return self.shares or (1,) * len(self.columns)

    @shares.validator
    def _one_for_each(self, _: Attribute[object], shares: tuple[int, ...]) -> None:
        if shares and (len(shares) != len(self.columns) or min(shares) < 1):
            raise ValueError(f"shares {shares} for {len(self.columns)} columns")

    @order.validator
    def _every_column_once(self, _: Attribute[object], order: tuple[int, ...]) -> None:
        if order and sorted(order) != [*range(len(self.columns))]:
            raise ValueError(f"order {order} for {len(self.columns)} columns")


Block: TypeAlias = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | KeyValues
    | Clauses
    | Picture
    | Letterhead
    | Signature
    | PageBreak
    | Note
    | Panels
)
Content: TypeAlias = str | tuple[Block, ...]
"""What a cell or an item holds: plain text, or blocks."""


@frozen(kw_only=True)
class Document:
    """A whole document.

    ``created`` is written into the file's properties; nothing else in a rendered file depends on
    the day. ``draft`` stamps every page, with ``draft_note`` saying why; as many blocks at the end
    as ``draft_blocks`` list it, and pictures leave them out. Headings start at level 1 and skip
    none (``ValueError``), so that a reader can move by them. ``landscape`` turns the sheet.
    ``identity`` is kept in the properties of the file and in its foot, with a QR code on every
    printed page if ``qr``. ``scale`` makes all letters larger or smaller. ``number`` is that of
    the decree, for a template that has a place for it.
    ``embedded`` makes it a part of a page of somebody else, whose heading stands for its title;
    ``linked_data`` is then what the page says to machines, as an element of its own.
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
    draft_blocks: int = 0
    footer_text: str = ""
    letterhead: Letterhead | None = None
    identity: Identity | None = None
    number: str = ""
    qr: bool = True
    embedded: bool = False
    linked_data: str = ""
    layout: Layout = Layout.LETTER
    scale: float = field(default=1.0, validator=[validators.ge(0.5), validators.le(3)])

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
        if self.layout is not Layout.LETTER:
            _, right, _, left = self.layout.value
            return width - left - right
        turned = self.landscape or self.paper is Paper.A3
        return width - _SIDE_MARGINS_MM if turned else _TEXT_WIDTH_MM

    @property
    def margins(self) -> tuple[int, int, int, int]:
        """Margins at the top, right, bottom and left in millimetres.

        >>> Document(title="Maklumat", blocks=(), paper=Paper.F4).margins
        (20, 20, 23, 30)
        """
        top, right, bottom, _ = self.layout.value
        return top, right, bottom, self.sheet[0] - self.text_width - right

    @blocks.validator
    def _headings_in_order(self, _: Attribute[object], blocks: tuple[Block, ...]) -> None:
        level = 0
        for heading in _levels(blocks):
            if heading > level + 1:
                raise ValueError(f"heading of level {heading} follows level {level}")
            level = heading


def _levels(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield the levels of the headings of a document in the order in which they are read."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, Panels):
            for panel in chain.from_iterable(block.columns):
                yield from (2,) * bool(panel.title)
                yield from _levels(panel.blocks)
