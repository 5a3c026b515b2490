"""The cells of a workbook (XLSX), and nothing else of it: no formulas, styles or links."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pst_standards.messages.extras import extra

if TYPE_CHECKING:
    from openpyxl import Workbook

Cell: TypeAlias = str | int | float | bool | None
Sheet: TypeAlias = tuple[tuple[Cell, ...], ...]

LARGEST: Final = 10_000_000
"""Bytes of one part of a workbook, unpacked; a year of complaints has some hundred thousand."""
_LISTED: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\bname=(?:\"([^\"]*)\"|'([^']*)')")
_COLUMNS: Final = 200
_ROWS: Final = 20_000
_LETTERS: Final = 26
_UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError),
    *(KeyError, ValueError),
)
"""What reading raises of what is no archive, is damaged, or is packed as no workbook is."""
_MIDNIGHT: Final = dt.time()


class WorkbookError(Exception):
    """Bytes are no workbook, or one that is larger than any office's (``too_large``)."""

    def __init__(self, *, too_large: bool = False) -> None:
        super().__init__("too large" if too_large else "no workbook")
        self.too_large = too_large


def sheets(data: bytes, *, trimmed: bool = True) -> Mapping[str, Sheet]:
    """Return the sheets of a workbook by their names, each as rows of cells in their places.

    A number without a fraction is a whole number, a day its text (``2026-11-27``); texts lose the
    spaces around them unless ``trimmed`` is off. Of a formula the
    value that was kept counts; of one that failed its sign (``#REF!``), and of one that nobody
    reckoned yet the formula itself, as text. Columns behind the 200th are left out. Raises
    ``WorkbookError``, and ``MissingExtraError`` when openpyxl is not installed (extra ``office``).
    """
    with extra("office"):
        from openpyxl import load_workbook

    must_be_harmless(data)
    try:
        values, formulas = (
            load_workbook(io.BytesIO(data), read_only=True, data_only=kept, keep_links=False)
            for kept in (True, False)
        )
        value = _value if trimmed else _as_typed
        return {name: tuple(_rows(values, formulas, name, value)) for name in values.sheetnames}
    except WorkbookError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails anywhere in the library
        raise WorkbookError from None


def sheet_names(file: Path) -> tuple[str, ...]:
    """Return what the sheets of a workbook are called, none of what is no workbook; reads no cell.

    >>> sheet_names(Path("a file that is not there.xlsx"))
    ()
    """
    try:
        with zipfile.ZipFile(file) as packed, packed.open("xl/workbook.xml") as content:
            found = _LISTED.findall(content.read(LARGEST))
    except _UNREADABLE:
        return ()
    names = (one or other for one, other in found)
    return tuple(html.unescape(name.decode("utf-8", "replace")) for name in names)


def must_be_harmless(data: bytes) -> None:
    """Unpack every part once, up to a limit, before a library puts all of it into memory.

    No program writes a document type into a workbook, and without one there are no entities.
    """
    if len(data) > LARGEST:
        raise WorkbookError(too_large=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for part in packed.infolist():
                with packed.open(part) as content:
                    unpacked = content.read(LARGEST + 1)
                if len(unpacked) > LARGEST:
                    raise WorkbookError(too_large=True)
                if b"<!DOCTYPE" in unpacked or b"<!ENTITY" in unpacked:
                    raise WorkbookError
    except _UNREADABLE:
        raise WorkbookError from None


def _rows(
    values: Workbook, formulas: Workbook, name: str, value: Callable[[object, object], Cell]
) -> Iterator[tuple[Cell, ...]]:
    waiting, nothing = 0, (None,) * _COLUMNS
    both = zip(_raw(values, name), _raw(formulas, name), strict=True)
    for place, (row, written) in enumerate(both, 1):
        # A workbook may state rows down to the millionth that hold nothing.
        empty = row == written == nothing
        cells = () if empty else _without_end(tuple(map(value, row, written)))
        if cells and place > _ROWS:
            raise WorkbookError(too_large=True)
        if not cells:  # perhaps somebody only formatted the end of a sheet
            waiting += 1
            continue
        yield from [()] * waiting
        waiting = 0
        yield cells


def _raw(book: Workbook, name: str) -> Iterator[tuple[object, ...]]:
    sheet: Any = book[name]
    # What a workbook states of its own size is not always so.
    sheet.reset_dimensions()
    rows: Iterator[tuple[object, ...]] = sheet.iter_rows(max_col=_COLUMNS, values_only=True)
    return rows


def _without_end(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    last = max((place for place, cell in enumerate(cells, 1) if cell is not None), default=0)
    return cells[:last]


def _value(found: object, written: object) -> Cell:
    """Return what a cell holds: its value, or the formula that was written but not reckoned."""
    if found is None:
        return str(written) if written is not None else None
    if isinstance(found, str):
        return found.strip() or None
    if isinstance(found, float) and found.is_integer():
        return int(found)
    if isinstance(found, dt.datetime) and found.time() == _MIDNIGHT:
        return found.date().isoformat()
    if isinstance(found, dt.datetime | dt.date | dt.time):
        return found.isoformat()
    return found if isinstance(found, int | float) else str(found)


def _as_typed(found: object, written: object) -> Cell:
    """Return what a cell holds, a text with the spaces that somebody typed around it or alone."""
    return found or None if isinstance(found, str) else _value(found, written)


def column_letters(column: int) -> str:
    """Return what a column, counted from 0, is called in a workbook.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return letters
