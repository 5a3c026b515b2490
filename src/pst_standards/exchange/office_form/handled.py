"""What people do to the sheets of a form: columns of their own, merged cells, what is out of sight.

Each is told with its cell, and what stands on the sheet is read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.known_sheets import has_heads
from pst_standards.exchange.office_form.layout import Part
from pst_standards.exchange.office_form.opening import Grid
from pst_standards.exchange.office_form.sheets import FIRST_ROW, HEAD_ROW, KEY

_SHOWN: Final = 60


class Told(NamedTuple):
    """What was seen, and the row and the column where it stands; ``found`` is what a cell says."""

    variant: str
    row: int
    column: int
    found: str = ""


def handled(grid: Grid, part: Part, keys: Mapping[int, str]) -> Iterator[Told]:
    """Yield what was done to the sheet of a part, whose columns have these keys."""
    if not has_heads(part, grid.rows.get(HEAD_ROW)):
        yield Told("no_head", HEAD_ROW, 1)
    known = frozenset(column for column, key in keys.items() if key or part.blocks)
    yield from strays(grid, frozenset(range(1, max(keys) + 1)) if part.blocks else known)
    for number in sorted(grid.hidden_rows):
        if number >= FIRST_ROW:
            yield Told("hidden", number, min(grid.rows[number]))
    for span in grid.merged:
        if span.last_row >= FIRST_ROW:
            yield Told("merged", span.row, span.column)
    yield from _unseen(grid, keys)


def strays(grid: Grid, known: frozenset[int]) -> Iterator[Told]:
    """Yield cells in columns that the form does not have; of a wide paste only the first one."""
    for number, row in filled_rows(grid):
        column = next((one for one in row if one not in known and row[one].value is not None), 0)
        if column:
            yield Told("column", number, column, said_in(row[column]))


def _unseen(grid: Grid, keys: Mapping[int, str]) -> Iterator[Told]:
    rows = list(filled_rows(grid))
    if grid.hidden and rows:
        yield Told("hidden_sheet", FIRST_ROW, 1)
    values = {at for at, key in keys.items() if key and key != KEY and not key.startswith(MAGIC)}
    for first, last in grid.hidden_columns:
        for column in sorted(at for at in values if first <= at <= last):
            held = (
                number for number, row in rows if column in row and row[column].value is not None
            )
            number = next(held, 0)
            if number:
                yield Told("hidden_column", number, column)


def filled_rows(grid: Grid) -> Iterator[tuple[int, Mapping[int, Found]]]:
    """Yield the rows below the headings that hold something."""
    for number, row in grid.rows.items():
        if number >= FIRST_ROW:
            yield number, row


def said_in(found: Found) -> str:
    """Return what a cell says, in one line of a length that fits into a sentence.

    >>> said_in(Found("a" * 70)) == "a" * 59 + "\N{HORIZONTAL ELLIPSIS}"
    True
    """
    said = " ".join(str(found.value if found.value is not None else "").split())
    return said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"


__all__ = ["Told", "filled_rows", "handled", "said_in", "strays"]
