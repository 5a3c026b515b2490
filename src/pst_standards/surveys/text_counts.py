"""Counting a column of plain texts at once, by searching in it as one string.

Each cell stands between brackets, ``<3><4><><3>``, so that ``<3>`` is found as often as the answer
3 was given. That is several times faster than looking at each cell, and just as exact: when the
texts found are as many as the cells, and together as long as the string, the string is nothing but
them. Whatever else a cell holds, a bracket too, makes one of the two differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from pst_standards.surveys.elements import Scale
from pst_standards.surveys.tally import ElementCounts


@lru_cache(maxsize=16)
def _bracketed(scale: Scale) -> tuple[str, ...]:
    return tuple(f"<{value}>" for value in scale.values)


def count_texts(cells: Sequence[object], scale: Scale) -> ElementCounts | None:
    """Return the counts of a column of answers and blanks; ``None`` when there is anything else.

    >>> count_texts(("3", "4", "", "3"), Scale(1, 4))
    ElementCounts(values=(0, 0, 2, 1), blank=1, not_applicable=0, low=1)
    >>> count_texts(("3", "x"), Scale(1, 4)) is None
    True
    """
    if not cells:
        return None
    try:
        # What is no text cannot be joined.
        whole = f"<{'><'.join(cast('Sequence[str]', cells))}>"
    except TypeError:
        return None
    texts = _bracketed(scale)
    values = tuple(map(whole.count, texts))
    blank = whole.count("<>")
    if sum(values) + blank != len(cells):
        return None
    length = 2 * blank + sum(map(int.__mul__, values, map(len, texts)))
    return ElementCounts(values, blank, 0, scale.low) if length == len(whole) else None
