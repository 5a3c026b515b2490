"""About how high the rows of a table are, so that each row that a page can hold stays on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from math import fsum
from typing import Any, Final, TypeAlias

from attrs import frozen

from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import (
    Block,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Note,
    Paragraph,
    Picture,
    Table,
)

Measure: TypeAlias = Callable[[str], float]
"""How wide a line is, in parts of the size of its letters."""

POINTS_PER_MM: Final = 72 / 25.4
_TEXT: Final = 10.0
_DENSE: Final = 8.5
_PADDING: Final = 10.0
_INDENT: Final = 2.0
_AROUND: Final = 0.5
_UNKNOWN: Final = 36.0
"""Half a page."""
_LETTER: Final = 0.475
_LINE: Final = 1.26
_SPARE_MM: Final = 10.0
"""What a letterhead, a stamp or an estimate may be wrong by."""
_BETWEEN: Final = 0.3
_BELOW_HEADINGS: Final = 0.6
"""The share of a page that is left below a letterhead and headings."""
_WORDS: Final = 1.04
"""How much longer lines grow because words are not parted."""


def usual(line: str) -> float:
    """Return how wide a line of letters of usual width is."""
    return len(line) * _LETTER


@frozen(kw_only=True)
class PageRoom:
    """What a page leaves to a table: its width, and the height of the text, in millimetres.

    Where letters are drawn larger, both are as much smaller.

    >>> PageRoom(width=165, height=254).smaller(2).width
    82.5
    """

    width: float = 165.0
    height: float = 244.0

    def smaller(self, scale: float) -> PageRoom:
        """Return the room for letters that are drawn larger by ``scale``."""
        return PageRoom(width=self.width / scale, height=self.height / scale)


A4: Final = PageRoom()
"""What an upright sheet leaves."""


def page_room(document: Document) -> PageRoom:
    """Return what a page of a document leaves to a table.

    >>> page_room(Document(title="Maklumat", blocks=()))
    PageRoom(width=165.0, height=244.0)
    """
    top, _, bottom, _ = document.margins
    height = document.sheet[1] - top - bottom - _SPARE_MM
    return PageRoom(width=document.text_width, height=height).smaller(document.scale)


def kept_rows(block: Table, page: PageRoom, measure: Measure = usual) -> list[bool]:
    """Return for each row whether it stays on one page: all that a page can hold do.

    One that is longer may split wherever it begins, as a page left nearly empty before it would
    help nobody; so may a first row that would take the headings above it away from a page that has
    a letterhead and little else. A table that lets its rows go keeps none.

    >>> from pst_standards.documents.outline import Column
    >>> rows = [["Senin"], ["kata " * 3000]]
    >>> kept_rows(Table(columns=[Column(title="Hari")], rows=rows), PageRoom())
    [True, False]
    """
    if not (block.keep_rows or block.whole):
        return [False] * len(block.rows)
    titles = [column.title for column in block.columns]
    head, *heights = row_heights(block, (titles, *block.rows), page.width)
    room = page.height * POINTS_PER_MM - head
    limits = (room * _BELOW_HEADINGS, *repeat(room, len(heights)))
    return [
        height <= room / 2 or row_heights(block, (row,), page.width, measure)[0] <= limit
        for row, height, limit in zip(block.rows, heights, limits, strict=False)
    ]


def row_heights(
    block: Table, rows: Iterable[Sequence[Content]], width: float, measure: Measure = usual
) -> list[float]:
    """Return about how high rows of a table are, in points, rather too much than too little."""
    size = _DENSE if block.dense else _TEXT
    each = width * POINTS_PER_MM / sum(column.share for column in block.columns)
    rooms = [max((each * column.share - _PADDING) / size, 1.0) for column in block.columns]
    least = block.row_height * POINTS_PER_MM
    return [
        max(
            least,
            *[
                (_height(told, room, measure) + _AROUND) * size
                for told, room in zip(row, rooms, strict=True)
            ],
        )
        for row in rows
    ]


def _height(content: Content, room: float, measure: Measure) -> float:
    """Return how high content is; here all lengths are in parts of the size of the letters."""
    if not isinstance(content, str):
        return fsum(_height_of_block(block, room, measure) for block in content)
    if "\n" in content:
        return fsum(_height(line, room, measure) for line in content.split("\n"))
    return (1 + int(measure(content) * _WORDS / room)) * _LINE


def _height_of_block(block: Block, room: float, measure: Measure) -> float:
    told = _HEIGHTS.get(type(block))
    # Other blocks seldom stand within a cell: what they take is not known.
    return told(block, room, measure) if told else _UNKNOWN


def _text(block: Paragraph | Heading | Note, room: float, measure: Measure) -> float:
    return _height(_plain(block.text), room, measure) + _BETWEEN


def _list(block: ItemList, room: float, measure: Measure) -> float:
    inside, height = max(room - _INDENT, 1.0), _BETWEEN
    for item in block.items:
        height += _height(item, inside, measure) + _BETWEEN * isinstance(item, str)
    return height


def _pairs(block: KeyValues, room: float, measure: Measure) -> float:
    return fsum(
        max(_height(_plain(told), room / 2, measure) for told in pair) + _BETWEEN
        for pair in block.pairs
    )


def _picture(block: Picture, room: float, _: Measure) -> float:
    kind = image_kind(block.data)
    width = min(block.width * POINTS_PER_MM / _TEXT, room)
    return width * kind.height / kind.width + _BETWEEN


def _table(block: Table, room: float, measure: Measure) -> float:
    return fsum(row_heights(block, block.rows, room * _TEXT / POINTS_PER_MM, measure)) / _TEXT


def _plain(text: Inline) -> str:
    return text if isinstance(text, str) else "".join([run.text for run in text])


_HEIGHTS: Final[Mapping[type, Callable[[Any, float, Measure], float]]] = {
    Paragraph: _text,
    Heading: _text,
    Note: _text,
    ItemList: _list,
    KeyValues: _pairs,
    Picture: _picture,
    Table: _table,
}
