"""About how high the rows of a table are, so that each row that a page can hold stays on one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Final, TypeAlias

from attrs import evolve, frozen

from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import (
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
_INDENT: Final = 20.0
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
class _Cell:
    """Room in points, the size of the letters in it, and how their lines are measured."""

    room: float
    size: float
    measure: Measure

    def lines(self, text: str) -> int:
        """Return how many lines a text takes."""
        widest = max(self.room / self.size, 1.0)
        return sum(1 + int(self.measure(line) * _WORDS / widest) for line in text.split("\n"))


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
    block: Table, rows: Sequence[Sequence[Content]], width: float, measure: Measure = usual
) -> list[float]:
    """Return about how high rows of a table are, in points, rather too much than too little."""
    total = sum(column.share for column in block.columns)
    size = _DENSE if block.dense else _TEXT
    points = width * POINTS_PER_MM
    cells = [
        _Cell(room=max(points * column.share / total - _PADDING, size), size=size, measure=measure)
        for column in block.columns
    ]
    least = block.row_height * POINTS_PER_MM
    return [
        max(
            least,
            *(_height(told, cell) + size / 2 for told, cell in zip(row, cells, strict=True)),
        )
        for row in rows
    ]


def _height(content: Content, cell: _Cell) -> float:
    if isinstance(content, str):
        return cell.lines(content) * cell.size * _LINE
    return sum(_height_of_block(block, cell) for block in content)


def _height_of_block(block: object, cell: _Cell) -> float:
    between = cell.size * _BETWEEN
    if isinstance(block, Paragraph | Heading | Note):
        return _height(_plain(block.text), cell) + between
    if isinstance(block, ItemList):
        inside = evolve(cell, room=max(cell.room - _INDENT, cell.size))
        apart = (between * isinstance(item, str) for item in block.items)
        return sum(map(_height, block.items, repeat(inside))) + sum(apart) + between
    if isinstance(block, KeyValues):
        half = evolve(cell, room=cell.room / 2)
        return sum(
            max(_height(label, half), _height(_plain(value), half)) + between
            for label, value in block.pairs
        )
    if isinstance(block, Picture):
        kind = image_kind(block.data)
        width = min(block.width * POINTS_PER_MM, cell.room)
        return width * kind.height / kind.width + between
    if isinstance(block, Table):
        return sum(row_heights(block, block.rows, cell.room / POINTS_PER_MM, cell.measure))
    # Other blocks seldom stand within a cell: what they take is not known.
    return _UNKNOWN


def _plain(text: Inline) -> str:
    return text if isinstance(text, str) else "".join(run.text for run in text)


_UNKNOWN: Final = 360.0
"""Half a page, in points."""
