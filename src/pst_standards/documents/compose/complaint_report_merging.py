"""Channels put together for everybody, so that no row counts one person or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pst_standards.complaints.recap import KINDS, Row, channel_place
from pst_standards.complaints.secrecy.cells import SMALLEST
from pst_standards.complaints.states import ComplaintChannelKind

OTHERS: Final = ""
"""The channel of the row in which several were put together."""


def merged(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return a row for every branch of the tree, the small ones together in one at the end.

    A channel that is not listed could be told from one without complaints, so these go into the
    row of the others as well. Where all in it would have to be two, the next larger joins them.

    >>> rows = [Row(channel=one, counts=(1,)) for one in ("email", "phone", "letter", "wbs")]
    >>> [(row.channel, row.total) for row in merged([*rows, Row(channel="visit", counts=(7,))])]
    [('visit', 7), ('', 4)]
    """
    every = [*rows, *_empty(rows)]
    by_size = sorted(every, key=lambda row: (row.total, channel_place(row.channel)))
    if not any(0 < row.total < SMALLEST for row in by_size):
        return _in_order(every)
    together = [row for row in by_size if row.total < SMALLEST]
    larger = by_size[len(together) :]
    while larger and _gives_away(together):
        together.append(larger.pop(0))
    return (*_in_order(larger), _sum(together))


def _empty(rows: Sequence[Row]) -> list[Row]:
    there = {row.channel for row in rows}
    width = len(rows[0].counts) if rows else len(KINDS)
    branches = (one.value for one in ComplaintChannelKind if one.parent is None)
    return [Row(channel=one, counts=(0,) * width) for one in branches if one not in there]


def _gives_away(rows: Sequence[Row]) -> bool:
    """Tell whether the sum of rows is small, or as large as small ones can make it."""
    total = sum(row.total for row in rows)
    return total < SMALLEST or total == (SMALLEST - 1) * len(rows)


def _in_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: channel_place(row.channel)))


def _sum(rows: Sequence[Row]) -> Row:
    counts = tuple(map(sum, zip(*(row.counts for row in rows), strict=True)))
    return Row(channel=OTHERS, counts=counts)
