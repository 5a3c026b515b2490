"""Tables as data: shares of the width, rows that stay whole where a page can hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import fsum
from typing import Final

from attrs import evolve

from pst_standards.documents.column_widths import PADDING, with_room_for_words
from pst_standards.documents.letters import width
from pst_standards.documents.outline import Clauses, Column, Content, KeyValues, Table
from pst_standards.documents.pdf.place import DENSE, POINTS_PER_MM, TABLE, Place
from pst_standards.documents.row_heights import PageRoom, kept_rows, row_heights

_LARGEST_SHARE: Final = 0.4
_FEW_LINES: Final = 10.0
"""What a foot and a stamp of few lines leave more than to the tallest picture, in millimetres."""
_GAP: Final = 12.0
_COLON: Final = 10.0
# The least that a page offers to a row below a header that is repeated, in points: about half.
_HALF_PAGE: Final = 360.0

_Write = Callable[[Content, Place], object]


def table(block: Table, place: Place, write: _Write) -> dict[str, object]:
    """Return a table; ``write`` renders what a cell holds."""
    block = with_room_for_words(block, place.room)
    total = sum(column.share for column in block.columns)
    size = DENSE if block.dense else TABLE
    inner = [
        Place(
            room=max(place.room * column.share / total - PADDING, size),
            size=size,
            strong=column.heads_row,
            in_table=True,
            scale=place.scale,
            tallest=place.tallest,
        )
        for column in block.columns
    ]
    names = [column.title for column in block.columns]
    titles, *heights = row_heights(block, (names, *block.rows), _page(place).width)
    return {
        "k": "table",
        "dense": block.dense,
        "shares": [column.share for column in block.columns],
        "align": [str(column.align) for column in block.columns],
        "strong": [column.heads_row for column in block.columns],
        "caption": evolve(place, size=size, strong=True).text(block.caption)
        if block.caption
        else None,
        "head": [
            evolve(one, strong=True).text(column.title)
            for column, one in zip(block.columns, inner, strict=True)
        ],
        "rows": [
            [write(cell, one) for cell, one in zip(row, inner, strict=True)] for row in block.rows
        ],
        "kept": kept_rows(block, _page(place), width),
        # A header that takes most of a page would leave no room for what it heads.
        "repeats": titles < _HALF_PAGE / 2,
        "whole": block.whole and fsum(heights) < _HALF_PAGE,
        "height": block.row_height * POINTS_PER_MM / place.scale,
    }


def key_values(block: KeyValues, place: Place) -> dict[str, object]:
    """Return labels and values, the labels as wide as the longest asks."""
    label_room, label, value = _beside([name for name, _ in block.pairs], place)
    return {
        "k": "kv",
        "w": label_room,
        "pairs": [[label.text(name), value.inline(told)] for name, told in block.pairs],
    }


def clauses(block: Clauses, place: Place, write: _Write) -> dict[str, object]:
    """Return words with what they say beside them; ``write`` renders that."""
    label_room, label, value = _beside(block.labels, place)
    return {
        "k": "clauses",
        "w": label_room,
        # The last clauses stay with what follows, if a page can hold all.
        "whole": all(is_low(told, value) for _, told in block.clauses[-2:]),
        "clauses": [[label.text(name), write(told, value)] for name, told in block.clauses],
    }


def is_low(content: Content, place: Place) -> bool:
    """Tell whether what a clause or an item says takes less than half a page."""
    alone = Table(columns=(Column(title=""),), rows=((content,),))
    share = place.size / TABLE
    [high] = row_heights(alone, alone.rows, place.room / share / POINTS_PER_MM)
    return high * share < place.page / 2


def _beside(labels: Sequence[str], place: Place) -> tuple[float, Place, Place]:
    """Return the room of labels as wide as the longest asks, and the places of both sides."""
    size = place.size
    longest = max(map(width, labels), default=0.0) * size + _GAP
    label_room = min(longest, place.room * _LARGEST_SHARE)
    label = evolve(place, room=max(label_room - _GAP / 2, size))
    value = evolve(place, room=max(place.room - label_room - _COLON, size))
    return label_room, label, value


def _page(place: Place) -> PageRoom:
    """Return the room of a page, whose foot and stamp may take more than one line."""
    return PageRoom(
        width=place.room / POINTS_PER_MM, height=(place.tallest + _FEW_LINES) / place.scale
    )
