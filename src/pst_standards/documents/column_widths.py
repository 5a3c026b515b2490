"""Columns as wide as their longest words ask, so that no word of a table breaks for want of room.

The shares of a table say how its columns part the sheet; a column whose words need more takes it
from those that have more than theirs need.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import repeat
from math import fsum
from operator import le
from typing import Final

from attrs import evolve

from pst_standards.documents.letters import width
from pst_standards.documents.outline import Column, Table

TEXT: Final = 10.0
"""Size of the letters of a table in points."""
DENSE: Final = 8.5
"""Size of the letters of a dense one."""
PADDING: Final = 10.0
"""Room at the left and right of the text in a cell, both together, in points."""

# A word ends after a hyphen too; at a stroke Word does not end a line, nor at a fixed blank.
_WORD: Final = re.compile(r"[^ \n\t-]+-*")
_SPARE: Final = 1.03
"""Letters are set a little closer or wider than measured."""
_USUAL: Final = 0.55
"""How wide a letter is at most on average, in parts of its size, in a word of many."""
_MOST: Final = 1.6
"""A longer word than this share of its column, as a web address, breaks."""
_LOOKED_AT: Final = 12
"""Words of a column that are measured: those with most letters."""
_FINE: Final = 1000
_SMALL: Final = 0.75
"""How much smaller letters become for the sake of words in rows, and of titles."""
_SMALLEST: Final = 0.6


def with_room_for_words(block: Table, room: float) -> Table:
    """Return a table whose columns hold the words of their titles, and of their rows if they can.

    ``room`` is its width in points. A table whose shares leave room for all words comes back as it
    is.

    >>> narrow = Column(title="Keterangan"), Column(title="Layanan", share=5)
    >>> [one.share for one in with_room_for_words(Table(columns=narrow, rows=()), 200).columns]
    [66665, 133335]
    """
    widths, size = _widths(block, room), _size(block)
    titles, needs = _needs(block, widths, size)
    return _with_needs(block, widths, needs if fsum(needs) <= room else titles, room)


def in_fitting_letters(block: Table, room: float, letters: float) -> tuple[Table, float]:
    """Return such a table for letters of an office, and how much smaller they must be for it.

    ``letters`` says how much larger or wider than ours they are. Where words would be too small,
    those in the rows may break.

    >>> short = Table(columns=[Column(title="Keterangan")], rows=())
    >>> in_fitting_letters(short, 165, 1.5)[1]
    1.0
    """
    widths, size = _widths(block, room), _size(block) * letters
    titles, needs = _needs(block, widths, size)
    if _scale(needs, room) < _SMALL:
        needs = titles
    scale = max(_scale(needs, room), _SMALLEST)
    smaller = [(need - PADDING) * scale + PADDING for need in needs]
    return _with_needs(block, widths, smaller, room), scale


def _widths(block: Table, room: float) -> list[float]:
    total = sum(column.share for column in block.columns)
    return [room * column.share / total for column in block.columns]


def _size(block: Table) -> float:
    return DENSE if block.dense else TEXT


def _scale(needs: Sequence[float], room: float) -> float:
    """Return how much smaller letters must be for words to stand beside each other."""
    padding = PADDING * len(needs)
    asked = fsum(needs) - padding
    return min(1.0, (room - padding) / asked) if asked > 0 else 1.0


def _with_needs(
    block: Table, widths: Sequence[float], needs: Sequence[float], room: float
) -> Table:
    if _fit(needs, widths):
        return block
    return evolve(block, columns=_shared(block.columns, _filled(widths, needs, room)))


def _needs(
    block: Table, widths: Sequence[float], size: float
) -> tuple[Sequence[float], Sequence[float]]:
    """Return what the longest words of titles need, then what those of rows need too.

    While all fit, the short words of rows are not looked at.
    """
    titles = [_longest(column.title) * size * _SPARE + PADDING for column in block.columns]
    rooms = [(own - PADDING) / size / _SPARE for own in widths]
    needs = [*map(max, titles, _row_needs(block, rooms, size, _USUAL))]
    if _fit(needs, widths):
        return titles, needs
    return titles, [*map(max, titles, _row_needs(block, rooms, size, math.inf))]


def _fit(needs: Sequence[float], widths: Sequence[float]) -> bool:
    return all(map(le, needs, widths))


@lru_cache(maxsize=1024)
def _longest(title: str) -> float:
    """Return the width of the longest word of a title, in parts of the size of its letters."""
    return max((width(word, strong=True) for word in _WORD.findall(title)), default=0.0)


def _row_needs(block: Table, rooms: Sequence[float], size: float, letter: float) -> Iterator[float]:
    """Yield the width that the longest word in the rows of each column asks for.

    Only plain text is looked at, and words too long for their column if letters are as wide as
    ``letter``, in parts of their size.
    """
    cells_of = zip(*block.rows, strict=True) if block.rows else repeat(())
    for column, room, cells in zip(block.columns, rooms, cells_of, strict=False):
        least = int(room / letter)
        words = {
            word
            for cell in cells
            if isinstance(cell, str)
            and len(cell) > least
            and len((found := _long_words(cell))[0]) > least
            for word in found
            if len(word) > least
        }
        if not words:
            yield PADDING
            continue
        longest = nlargest(_LOOKED_AT, sorted(words), key=len)
        asked = (_known_width(word, strong=column.heads_row) for word in longest)
        most = max((one for one in asked if one <= room * _MOST), default=0.0)
        yield most * size * _SPARE + PADDING


# Offices share most of their texts, and a table is looked at for every format.
@lru_cache(maxsize=2048)
def _long_words(text: str) -> tuple[str, ...]:
    """Return the words of a text with most letters, the longest first, as many as are looked at."""
    return tuple(nlargest(_LOOKED_AT, sorted({"", *_WORD.findall(text)}), key=len))


_known_width = lru_cache(maxsize=4096)(width)


def _filled(widths: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Return widths of which none is less than its need, if all fit; what is left follows shares.

    >>> _filled([20, 80], [30, 40], 100)
    [30.0, 70.0]
    """
    asked = fsum(needs)
    if asked >= room:
        return [room * need / asked for need in needs]
    lacking: set[int] = set()
    while True:
        rest = room - fsum(needs[place] for place in lacking)
        free = fsum(own for place, own in enumerate(widths) if place not in lacking)
        found = [
            float(needs[place]) if place in lacking else own * rest / free
            for place, own in enumerate(widths)
        ]
        short = {place for place, own in enumerate(found) if own < needs[place]}
        if not short:
            return found
        lacking |= short


def _shared(columns: Iterable[Column], widths: Iterable[float]) -> tuple[Column, ...]:
    return tuple(
        evolve(column, share=max(round(own * _FINE), 1))
        for column, own in zip(columns, widths, strict=True)
    )
