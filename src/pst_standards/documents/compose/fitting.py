"""How large letters can be on a sheet that is to hold all of a text, and how columns share it.

Nothing is measured: a line holds so many letters of usual width. What comes out is rather too small
than too large, and where a text is longer than a sheet can take, it goes on on the next.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, combinations, pairwise
from typing import Any, Final, TypeAlias

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import letterhead
from pst_standards.documents.outline import (
    Block,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Layout,
    Note,
    Panel,
    Panels,
    Paper,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signature,
    Table,
)

SCALES: Final = tuple(number / 100 for number in range(220, 74, -4))
"""Sizes to choose from; smaller letters are not read on a wall."""
SMALLEST: Final = SCALES[-1]
"""What a sheet is set in that cannot hold its text: it goes on on the next, never off the page."""
_LEAST: Final = {Paper.A3: 1.12}
"""The least size on a sheet that is read from further away than others."""

_LETTER_SCALES: Final = (1.0, 0.96, 0.92, 0.88)
"""Sizes for a letter that is read in the hand."""
_BODY: Final = 1.1
"""How much larger the letters of a letter are than those of ten points."""
_LETTER_MM: Final = 1.64
"""Width of a usual letter of ten points."""
_LINE_MM: Final = 4.35
_BETWEEN: Final = 0.22
"""Room below a paragraph or an item, in lines."""
_TITLE: Final = 2.0
_SIZES: Final = {
    ParagraphStyle.SMALL: (0.9, 0.9),
    ParagraphStyle.LEAD: (1.2, 1.3),
    ParagraphStyle.QUOTE: (1.4, 2.15),
}
"""How much wider the letters of a style are, and how much higher its lines."""
_QUOTE_IN_PANEL: Final = (1.4, 1.5)
"""The same of a quotation in a panel, whose lines are closer."""
_INDENT_MM: Final = 7.0
_SIGNATURE_MM: Final = 56.0
_TO_SIGN_MM: Final = 30.0
_SIGNED: Final = 0.44
"""How much of the width who signs takes; letters are larger there than those of a table."""
_FRAME_MM: Final = 5.0
_SHARES: Final = ((10, 10), (9, 11), (11, 9), (8, 12), (12, 8))
_SECTION: Final = 3
_APART: Final = 1.7
"""Room around a heading that is not of a section, in lines."""
_SPARE: Final = 1.07
"""What tables and headings take more in one format than in another."""
_MOST_TRIED: Final = 40
"""Panels above which not every way to part them is tried."""
_HEAD_MM: Final = 34.0
_TITLE_MM: Final = 16.0


def sheet(composition: Composition, layout: Layout, *, landscape: bool) -> tuple[float, float]:
    """Return width and height in millimetres that a sheet leaves below its letterhead."""
    empty = Document(
        title="-", blocks=(), paper=composition.paper, layout=layout, landscape=landscape
    )
    top, _, bottom, _ = empty.margins
    return float(empty.text_width), empty.sheet[1] - top - bottom - head_height(composition)


def head_height(composition: Composition) -> float:
    """Return how much of the first sheet its letterhead takes, in millimetres."""
    return _HEAD_MM if letterhead(composition) else 0.0


def largest(
    high: Callable[[float], float], room: float, scales: Sequence[float] = SCALES
) -> float | None:
    """Return the first scale whose height fits, ``None`` where none does.

    Larger letters never need less room, so that half of the scales is left out at each look.

    >>> largest(lambda scale: 160 * scale, 200, (1.5, 1.2, 1.0))
    1.2
    """
    place = bisect_left(scales, x=True, key=lambda one: high(one) <= room)
    return scales[place] if place < len(scales) else None


def fitted(blocks: Sequence[Block], width: float, room: float) -> float | None:
    """Return how large the letters of blocks one below the other can be."""
    return largest(lambda scale: _SPARE * height(blocks, width / scale) * scale, room)


def on_one_sheet(blocks: Sequence[Block], width: float, room: float) -> float:
    """Return how small the letters of a letter must be to stay on one sheet, 1 if no size helps.

    >>> on_one_sheet([Paragraph(text="Kami sanggup.")], 165, 220)
    1.0
    """
    return (
        largest(lambda one: height(blocks, width / one / _BODY) * one * _BODY, room, _LETTER_SCALES)
        or 1.0
    )


def least(paper: Paper) -> float:
    """Return how small letters may become before a text goes on on a further sheet.

    >>> least(Paper.A3) * 10 >= 11
    True
    """
    return _LEAST.get(paper, SMALLEST)


def banded(
    panels: Sequence[Panel], abreast: int, width: float, room: float
) -> tuple[list[Panels], float | None]:
    """Return the first two panels beside each other and the rest below them, and how large."""
    top, rest = [[one] for one in panels[:2]], panels[2:]

    @cache
    def low_at(scale: float) -> float:
        below = balanced(rest, abreast, width / scale / abreast)
        return max(stack_height(stack, width / scale / len(below)) for stack in below)

    def high(scale: float, shares: Sequence[int]) -> float:
        return (_TITLE_MM + _pair_height(top, shares, width / scale) + low_at(scale)) * scale

    found = {shares: largest(partial(high, shares=shares), room) or 0.0 for shares in _SHARES}
    shares = max(found, key=lambda one: found[one])
    scale = found[shares]
    low = balanced(rest, abreast, width / max(scale, SMALLEST) / abreast)
    return (
        [Panels(columns=top, shares=shares), Panels(columns=low)],
        scale or None,
    )


def over_sheets(
    blocks: Sequence[Block], width: float, room: float, least: float, *, more: float = 0.0
) -> float:
    """Return how large letters can be on no more sheets than those of the size ``least`` take.

    They stay at that size where a sheet cannot hold a row of a table or a pair of panels. ``more``
    is what sheets behind the first have above ``room``, as no letterhead stands there.
    """
    most = sheets_taken(blocks, width / least, room / least, more / least)
    return next(
        (
            one
            for one in SCALES
            if one > least
            and _rows_fit(blocks, width / one, room / one)
            and sheets_taken(blocks, width / one, room / one, more / one) <= most
        ),
        least,
    )


def _rows_fit(blocks: Iterable[Block], width: float, room: float) -> bool:
    return all(head + piece <= room for head, piece in _pieces(blocks, width))


def sheets_taken(blocks: Iterable[Block], width: float, room: float, more: float = 0.0) -> int:
    """Return how many sheets blocks take where a row of a table stays on one that can hold it.

    >>> from pst_standards.documents.outline import Column
    >>> rows = [["kata " * 300], ["kata " * 300]]
    >>> sheets_taken([Table(columns=[Column(title="Uraian")], rows=rows)], 80, 180)
    2
    """
    sheets, taken = 1, 0.0
    for head, piece in _pieces(blocks, width):
        if taken + piece > room and taken > head:
            sheets, taken, room, more = sheets + 1, head, room + more, 0.0
        taken += piece
        further = int(taken / room) if taken > room else 0
        sheets, taken = sheets + further, taken - further * room
    return sheets


def _pieces(blocks: Iterable[Block], width: float) -> Iterator[tuple[float, float]]:
    """Yield what stays together, each with what is repeated above it on a new sheet."""
    for block in blocks:
        if isinstance(block, Table):
            head, *rows = (_SPARE * one for one in _row_heights(block, width))
            yield 0.0, head
            yield from ((head, one) for one in rows)
        else:
            yield 0.0, _SPARE * height([block], width)


def pair_fitted(panels: Sequence[Panel], width: float, room: float) -> tuple[Panels, float | None]:
    """Return panels in two columns, as wide as lets the letters be largest, and how large."""
    choices = (choice for shares in _SHARES for choice in _cut_once(panels, shares, width))
    _, columns, shares = min(choices, key=lambda one: one[0])
    scale = largest(
        lambda scale: (_TITLE_MM + _pair_height(columns, shares, width / scale)) * scale, room
    )
    return Panels(columns=columns, shares=shares), scale


_Columns: TypeAlias = Sequence[Sequence[Panel]]


def _cut_once(
    panels: Sequence[Panel], shares: Sequence[int], width: float
) -> list[tuple[float, _Columns, Sequence[int]]]:
    """Return every way to cut panels into two columns, with the height of the taller one.

    Each panel is measured once for either width, not once more for every cut.
    """
    left, right = (
        [panel_height(one, width * share / sum(shares)) for one in panels] for share in shares
    )
    return [
        (max(math.fsum(left[:cut]), math.fsum(right[cut:])), (panels[:cut], panels[cut:]), shares)
        for cut in range(1, len(panels))
    ]


def _pair_height(columns: _Columns, shares: Sequence[int], width: float) -> float:
    total = sum(shares)
    return max(
        stack_height(stack, width * share / total)
        for stack, share in zip(columns, shares, strict=True)
    )


def stack_height(stack: Iterable[Panel], width: float) -> float:
    """Return about how high panels below each other are, in millimetres at the scale 1."""
    return math.fsum(panel_height(one, width) for one in stack)


def balanced(panels: Sequence[Panel], count: int, width: float) -> tuple[tuple[Panel, ...], ...]:
    """Part panels into columns without changing their order, the tallest as low as can be."""
    heights = [panel_height(one, width) for one in panels]
    sums = [0.0, *accumulate(heights)]
    parts = min(count, len(panels))
    if len(panels) > _MOST_TRIED:
        each = -(-len(panels) // count)
        return tuple(tuple(panels[start : start + each]) for start in range(0, len(panels), each))
    cuts = min(
        combinations(range(1, len(panels)), parts - 1),
        key=lambda inner: max(
            sums[end] - sums[start] for start, end in pairwise((0, *inner, len(panels)))
        ),
    )
    return tuple(tuple(panels[start:end]) for start, end in pairwise((0, *cuts, len(panels))))


def panel_height(panel: Panel, width: float) -> float:
    """Return about how high a panel is, in millimetres at the scale 1."""
    inner = max(width - _FRAME_MM, _LETTER_MM)
    told = math.fsum(_in_panel(block, inner) for block in panel.blocks)
    return (_TITLE * _LINE_MM if panel.title else 0.0) + told


def _in_panel(block: Block, width: float) -> float:
    if isinstance(block, Paragraph) and block.style is ParagraphStyle.QUOTE:
        return _sized(block, width, *_QUOTE_IN_PANEL)
    return _height(block, width)


def height(blocks: Iterable[Block], width: float) -> float:
    """Return about how high blocks are, in millimetres at the scale 1.

    >>> height([Paragraph(text="Kami sanggup.")], 80) < height([Paragraph(text="a" * 90)], 80)
    True
    """
    return math.fsum(_height(block, width) for block in blocks)


def _height(block: Block, width: float) -> float:
    measure = _HEIGHTS.get(type(block))
    return measure(block, width) if measure else 0.0


def _heading(block: Heading, width: float) -> float:
    apart = _APART if block.level < _SECTION else 0.5
    return _lines(block.text, width) + _LINE_MM * apart


def _note(block: Note, width: float) -> float:
    return _lines(block.text, width) + _LINE_MM * 3


def _paragraph(block: Paragraph, width: float) -> float:
    return _sized(block, width, *_SIZES.get(block.style, (1.0, 1.0)))


def _sized(block: Paragraph, width: float, wide: float, high: float) -> float:
    return _lines(block.text, width / wide) * high + _LINE_MM * _BETWEEN * high


def _item_list(block: ItemList, width: float) -> float:
    return (
        math.fsum(content_height(item, width - _INDENT_MM) for item in block.items) + _LINE_MM * 0.3
    )


def _key_values(block: KeyValues, width: float) -> float:
    return math.fsum(_lines(value, width * 0.6) + 1 for _, value in block.pairs) + 3


def _picture(block: Picture, width: float) -> float:
    return min(block.width, width) * 0.8 + 6


def _panels(block: Panels, width: float) -> float:
    return _pair_height(block.columns, block.widths, width) + _LINE_MM


def _signature(block: Signature, width: float) -> float:
    told = (f"{block.place}, {block.date}", block.title, block.name, block.identity, block.note)
    lines = math.fsum(_lines(one, width * _SIGNED) for one in told if one)
    return max(_SIGNATURE_MM, _TO_SIGN_MM + lines)


def _table(block: Table, width: float) -> float:
    return math.fsum(_row_heights(block, width)) + _LINE_MM


def _row_heights(block: Table, width: float) -> list[float]:
    """Return how high the header row of a table is, then each of its rows."""
    total = sum(column.share for column in block.columns)
    rooms = [width * column.share / total - 4 for column in block.columns]
    titles = [column.title for column in block.columns]
    return [
        max(content_height(cell, room) for cell, room in zip(row, rooms, strict=True)) + 2.4
        for row in (titles, *block.rows)
    ]


def content_height(content: Content, width: float) -> float:
    """Return about how high text or blocks are, in millimetres at the scale 1."""
    if isinstance(content, str):
        return _lines(content, width) + _LINE_MM * 0.15
    return height(content, width)


def _lines(text: Inline, width: float) -> float:
    plain = text if isinstance(text, str) else "".join(run.text for run in text)
    # Words are not parted, so a line holds a few letters less.
    letters = max(width / _LETTER_MM - 1.5, 1.0)
    if "\n" not in plain:
        return _LINE_MM * (math.ceil(len(plain) / letters) or 1)
    return _LINE_MM * sum(math.ceil(len(line) / letters) or 1 for line in plain.split("\n"))


_HEIGHTS: Final[Mapping[type, Callable[[Any, float], float]]] = {
    Heading: _heading,
    Note: _note,
    Paragraph: _paragraph,
    ItemList: _item_list,
    Table: _table,
    KeyValues: _key_values,
    Picture: _picture,
    Panels: _panels,
    Signature: _signature,
}
