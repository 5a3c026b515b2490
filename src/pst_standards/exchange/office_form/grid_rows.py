"""The rows of a sheet of the form, what it calls them, and the first one that is free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.content import Free, Place
from pst_standards.exchange.office_form.layout import Keys, Part
from pst_standards.exchange.office_form.opening import Grid
from pst_standards.exchange.office_form.sheets import FIRST_ROW, HEAD_ROW, PARENT

NOTHING: Final = Found(None)
_SHOWN: Final = 60
_ROW_NAMES: Final = 2
"""The column that says what a row holds, where each field has one."""


def row_of(grid: Grid, number: int) -> Mapping[int, Found]:
    """Return the cells of a row that hold something, by their columns."""
    return grid.rows.get(number, {})


def filled_rows(grid: Grid) -> Iterator[tuple[int, Mapping[int, Found]]]:
    """Yield the rows below the headings that hold something."""
    for number, row in grid.rows.items():
        if number >= FIRST_ROW:
            yield number, row


def said_in(found: Found) -> str:
    """Return what a cell holds on one short line, for people."""
    said = _text(found)
    return said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _text(found: Found) -> str:
    return " ".join(str(found.value if found.value is not None else "").split())


def labelled(grid: Grid, place: tuple[int, int], part: Part) -> Place:
    """Return a cell with what the sheet calls its row, or its column where these have names."""
    number, column = place
    if part.blocks:
        called = _text(row_of(grid, number).get(_ROW_NAMES, NOTHING))
        return Place(grid.name, number, column, called=called)
    heading = _text(row_of(grid, HEAD_ROW).get(column, NOTHING))
    return Place(grid.name, number, column, heading=heading)


def free_row(grid: Grid, part: Part, leaves: Mapping[Keys, int]) -> Free:
    """Return the row below the last one that holds something."""
    number = max((number for number, _ in filled_rows(grid)), default=FIRST_ROW - 1) + 1
    headed = {
        "/".join(keys): labelled(grid, (number, column), part) for keys, column in leaves.items()
    }
    first = min(headed.values(), default=Place(grid.name, number, 1), key=_column)
    return Free(first, {key: (place.column, place.heading) for key, place in headed.items()})


def _column(place: Place) -> int:
    return place.column


def part_column(columns: Mapping[str, int]) -> int:
    """Return the first column that holds a value."""
    own = [column for key, column in columns.items() if not key.startswith((MAGIC, PARENT))]
    return min(own, default=1)
