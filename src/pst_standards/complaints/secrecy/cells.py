"""Tables that can be published: no cell of one or two people, nor one that can be worked out.

Where a town has one complainant in a wheelchair, the count tells who it was. A cell that is left
out can be worked out from the totals unless others are left out with it, so these are too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from attrs import frozen

from pst_standards.complaints.secrecy.errors import SecrecyError

SMALLEST: Final = 3
"""A cell of fewer, but not of none, is small: of two, each knows the other."""


@frozen(kw_only=True)
class PublishedTable:
    """Counts with their totals; None is a cell left out, small or not.

    >>> published_table([[1, 12, 0], [7, 4, 5]]).rows
    ((None, None, 0), (None, None, 5))
    """

    rows: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing had to be left out."""
        return not any(
            cell is None
            for line in (*self.rows, self.row_totals, self.column_totals, (self.total,))
            for cell in line
        )


class _Cell(NamedTuple):
    row: int
    column: int


def published_table(counts: Sequence[Sequence[int]], *, smallest: int = SMALLEST) -> PublishedTable:
    """Return a table of counts with totals, without small cells and what would give them away.

    Totals are cells like any other: one of one or two is left out as well. Raises ``SecrecyError``
    when a count is not a whole number of at least 0, or the rows differ in length.
    """
    _must_be_counts(counts)
    grid = _with_totals(counts)
    hidden = _hidden_beside_noughts(counts, smallest)
    *rows, last = (
        tuple(None if _Cell(i, j) in hidden else count for j, count in enumerate(line))
        for i, line in enumerate(grid)
    )
    return PublishedTable(
        rows=tuple(line[:-1] for line in rows),
        row_totals=tuple(line[-1] for line in rows),
        column_totals=last[:-1],
        total=last[-1],
    )


def _must_be_counts(counts: Sequence[Sequence[int]]) -> None:
    cells = [count for line in counts for count in line]
    whole = all(type(count) is int and count >= 0 for count in cells)
    if not whole or len({len(line) for line in counts}) > 1:
        raise SecrecyError("secrecy.table")


def _hidden_beside_noughts(counts: Sequence[Sequence[int]], smallest: int) -> set[_Cell]:
    """Return which cells to leave out, none of them in a row or column of noughts.

    Its total tells them, so that a star there hides nothing.
    """
    rows = [i for i, line in enumerate(counts) if any(line)]
    columns = [j for j, column in enumerate(zip(*counts, strict=True)) if any(column)]
    used = _with_totals([[counts[i][j] for j in columns] for i in rows])
    rows, columns = [*rows, len(counts)], [*columns, len(counts[0]) if counts else 0]
    return {_Cell(rows[i], columns[j]) for i, j in _hidden(used, smallest)}


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    grid = [[*line, sum(line)] for line in counts]
    width = len(counts[0]) if counts else 0
    return [*grid, [sum(line[j] for line in grid) for j in range(width + 1)]]


def _hidden(grid: list[list[int]], smallest: int) -> set[_Cell]:
    """Return which cells to leave out: the small ones, and others until none can be worked out."""
    small = [cell for cell in _cells(grid) if 0 < _count(grid, cell) < smallest]
    hidden = set(small)
    while open_cell := next((cell for cell in small if _is_open(cell, grid, hidden)), None):
        hidden |= _cheapest(open_cell, grid, hidden)
    return hidden


def _cells(grid: list[list[int]]) -> Iterator[_Cell]:
    return (_Cell(i, j) for i, j in product(range(len(grid)), range(len(grid[0]))))


def _count(grid: list[list[int]], cell: _Cell) -> int:
    return grid[cell.row][cell.column]


def _is_open(cell: _Cell, grid: list[list[int]], hidden: set[_Cell]) -> bool:
    """Tell whether only one count fits a cell that is left out, given all that is published.

    Rows and columns are the nodes of a graph and hidden cells its edges: a hidden cell can be one
    more, or one less, exactly when a way round through other hidden cells makes up for it. A cell
    of nought can give nothing, nor can one of one: noughts are printed where they can be, so that
    who reads a star takes it for one at least.
    """
    start, end = _ends(cell, grid)
    ways = [
        *((_ends(one, grid)) for one in hidden if one != cell),
        *(_ends(one, grid)[::-1] for one in hidden if one != cell and _count(grid, one) > 1),
    ]
    more, less = _leads(end, start, ways), _leads(start, end, ways)
    return not (more or (less and _count(grid, cell) > 1))


_Node = tuple[str, int]


def _ends(cell: _Cell, grid: list[list[int]]) -> tuple[_Node, _Node]:
    """Return from where to where a unit more in a cell flows: in totals it flows back."""
    row, column = ("row", cell.row), ("column", cell.column)
    is_row_total = cell.column == len(grid[0]) - 1
    is_column_total = cell.row == len(grid) - 1
    return (column, row) if is_row_total != is_column_total else (row, column)


def _leads(start: _Node, end: _Node, ways: list[tuple[_Node, _Node]]) -> bool:
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        found = {there for origin, there in ways if origin == here} - reached
        reached |= found
        waiting.extend(found)
    return end in reached


def _cheapest(cell: _Cell, grid: list[list[int]], hidden: set[_Cell]) -> set[_Cell]:
    """Return the cells of the rectangle that hides a cell at the least loss of counts.

    Totals are given up after all other cells and the grand total last: readers look for these.
    """
    rows = [i for i in range(len(grid)) if i != cell.row]
    columns = [j for j in range(len(grid[0])) if j != cell.column]
    rectangles = (
        {_Cell(cell.row, j), _Cell(i, cell.column), _Cell(i, j)} - hidden
        for i, j in product(rows, columns)
    )
    # A cell that can be worked out lies on some rectangle that is not hidden whole.
    useful = (rectangle for rectangle in rectangles if rectangle)
    return min(useful, key=lambda one: (sum(_loss(part, grid) for part in one), sorted(one)))


def _loss(cell: _Cell, grid: list[list[int]]) -> int:
    totals = (cell.row == len(grid) - 1) + (cell.column == len(grid[0]) - 1)
    most = grid[-1][-1] + 1
    # More than all cells together; and a nought gives nothing to a way round, so it hides little.
    beyond = most * len(grid) * len(grid[0])
    return (_count(grid, cell) or most) + (0, beyond, beyond * beyond)[totals]
