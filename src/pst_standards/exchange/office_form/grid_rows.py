"""The rows of a sheet of the form, what it calls them, and the first one that is free."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.content import Free, Place
from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.handled import filled_rows
from pst_standards.exchange.office_form.layout import Part, parts
from pst_standards.exchange.office_form.opening import Grid
from pst_standards.exchange.office_form.sheets import (
    FIRST_ROW,
    HEAD_ROW,
    KEY_ROW,
    NATIONAL_SHEET,
    PARENT,
    sheet_key,
)
from pst_standards.exchange.office_form.tree import Tree

NOTHING: Final = Found(None)
_ROW_NAMES: Final = 2
"""The column that says what a row holds, where each field has one."""


def row_of(grid: Grid, number: int) -> Mapping[int, Found]:
    """Return the cells of a row that hold something, by their columns."""
    return grid.rows.get(number, {})


@cache
def kinds() -> Mapping[str, Part]:
    """Return the parts by what the first cell of their sheets says."""
    return {sheet_key(part.keys): part for part in parts()}


def rank(grid: Grid) -> int:
    """Return when a sheet is read, wherever somebody moved it: what was national comes first.

    A row is read after the one that it belongs to.
    """
    first = str(row_of(grid, KEY_ROW).get(1, NOTHING).value)
    if first == f"{MAGIC} {NATIONAL_SHEET}":
        return -1
    known = list(kinds())
    return known.index(first) if first in known else len(known)


def is_filled(row: Mapping[int, Found], column: int) -> bool:
    """Tell whether a cell of a row holds something, be it of no use."""
    return column in row and (row[column].value is not None or bool(row[column].trouble))


def is_numbered(row: Mapping[int, Found]) -> bool:
    """Tell whether a row has a number of its own: it was an item, be it an empty one."""
    return str(row.get(1, NOTHING).value or "").startswith("#")


def item_number(found: Found, around: Steps, tree: Tree) -> str:
    """Return the number that a row bears, empty where it has none or one like it was there."""
    said = str(found.value if found.value is not None else "").strip()
    if said.startswith("#"):
        return said
    number = f"#{said}" if said.isascii() and said.isdigit() else ""
    return "" if number and tree.has((*around, number)) else number


def parent_in(grid: Grid, place: tuple[int, int]) -> str:
    """Return the name of the item around; of cells merged downwards the first one counts."""
    found = row_of(grid, place[0]).get(place[1], NOTHING).value
    for span in grid.merged if found is None else ():
        inside = span.row <= place[0] <= span.last_row
        if inside and span.column <= place[1] <= span.last_column:
            found = row_of(grid, span.row).get(span.column, NOTHING).value
    return str(found if found is not None else "").strip()


def orphan_of(part: Part, place: int) -> str:
    """Return how a row without what it belongs to is told of: that has an id, or a number."""
    return "orphan_number" if kinds()[sheet_key(part.around_at(place))].numbered else "orphan"


def labelled(place: Place, grid: Grid, part: Part) -> Place:
    """Return a cell with what the sheet calls its row, or its column where these have names."""
    if part.blocks:
        return place._replace(called=_text(grid, place.row, _ROW_NAMES))
    return place._replace(heading=_text(grid, HEAD_ROW, place.column))


def _text(grid: Grid, row: int, column: int) -> str:
    said = row_of(grid, row).get(column, NOTHING).value
    return " ".join(str(said if said is not None else "").split())


def free_row(grid: Grid, keys: Mapping[int, str]) -> Free:
    """Return the row below the last one that holds something."""
    number = max((number for number, _ in filled_rows(grid)), default=FIRST_ROW - 1) + 1
    headed = {
        key: (column, _text(grid, HEAD_ROW, column))
        for column, key in keys.items()
        if key and not key.startswith((MAGIC, PARENT))
    }
    column, heading = min(headed.values(), default=(1, ""))
    return Free(Place(grid.name, number, column, heading=heading), headed)
