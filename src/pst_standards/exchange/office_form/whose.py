"""Whose form this is: the code and the name of the office, without reading all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.folders import office_of
from pst_standards.definitions.forms import is_workbook
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.grid_rows import NOTHING, row_of
from pst_standards.exchange.office_form.opening import grids
from pst_standards.exchange.office_form.sheets import FIRST, KEY, KEY_ROW, joined, sheet_key

_PART: Final = ("office",)
_STATED: Final = tuple(joined((*_PART, key)) for key in ("code", "name"))


def office_stated(place: Path) -> tuple[str, str]:
    """Return the code and the name of the office that a definition states, be it in a form.

    Both are empty where nothing can be read: what reads all of it tells why.

    >>> office_stated(Path("a file that is not there.xlsx"))
    ('', '')
    """
    if not is_workbook(place) or place.is_dir():
        return office_of(place)
    try:
        said = dict(_said(read_bytes(place, place.name)))
    except (DefinitionError, WorkbookError):
        return "", ""
    code, name = (said.get(key, "") for key in _STATED)
    return code, name


def _said(form: bytes) -> Iterator[tuple[str, str]]:
    """Yield the fields of the sheet of the office, each by its key."""
    for grid in grids(form):
        columns = {str(found.value): column for column, found in row_of(grid, KEY_ROW).items()}
        if sheet_key(_PART) not in columns:
            continue
        for row in grid.rows.values():
            key, value = (row.get(columns.get(one, 0), NOTHING) for one in (KEY, FIRST))
            yield str(key.value), _plain(value)


def _plain(found: Found) -> str:
    return "" if found.value is None else " ".join(str(found.value).split())
