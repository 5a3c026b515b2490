"""The cells of a workbook with all that people do to them: formulas, errors, merged, hidden.

The parts of the file are read as they are, in one pass: no formula is ever reckoned, no link
followed, and what the cell last showed is known beside what it reckons from.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from attrs import frozen

from pst_standards.definitions.workbooks import LARGEST, WorkbookError
from pst_standards.exchange.office_form.cell_values import (
    CellValues,
    Found,
    date_styles,
    tag_of,
    text_of,
)
from pst_standards.exchange.office_form.regular import (
    IrregularError,
    Row,
    column_number,
    hidden_columns,
    regular,
    shared_texts,
    sheet_parts,
    sheet_rows,
)

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z")
_EPOCHS: Final = (dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1))  # noqa: DTZ001 - a workbook has no zone
_ROWS: Final = 20_000
_MOST: Final = 5 * LARGEST
"""Bytes of all parts that are read, unpacked."""


class Span(NamedTuple):
    """Cells that were merged into one, counted from 1, both ends in it."""

    row: int
    column: int
    last_row: int
    last_column: int


@frozen
class Grid:
    """A sheet: its cells by row and column from 1, and what was done to them."""

    name: str
    rows: Mapping[int, Mapping[int, Found]]
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    hidden: bool = False


class _Parts(NamedTuple):
    """The rows of a sheet that hold something, what was merged, and the columns out of sight."""

    rows: list[Row]
    merged: list[str]
    unseen: list[tuple[int, int]]


def grids(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a workbook in order; raises ``WorkbookError``."""
    if len(data) > LARGEST:
        raise WorkbookError(too_large=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return tuple(_Reader(packed).grids())
    except WorkbookError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails anywhere
        raise WorkbookError from None


class _Reader:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = {name.casefold(): name for name in packed.namelist()}
        self._left = _MOST

    def grids(self) -> Iterator[Grid]:
        """Yield the sheets; a chart on a sheet of its own is none."""
        targets = {
            one.get("Id"): one.get("Target", "") for one in self._part("xl/_rels/workbook.xml.rels")
        }
        book = self._part("xl/workbook.xml")
        if not book:
            raise WorkbookError
        values = self._values(book)
        for sheet in (one for part in book if tag_of(part) == "sheets" for one in part):
            key = next((sheet.get(name) for name in sheet.attrib if name.endswith("}id")), None)
            target = targets.get(key, "").lstrip("/").removeprefix("xl/")
            yield _grid(sheet, self._sheet(self._bytes(f"xl/{target}"), values))

    def _values(self, book: list[ET.Element]) -> CellValues:
        since_1904 = any(
            part.get("date1904") in {"1", "true"} for part in book if tag_of(part) == "workbookPr"
        )
        styles = date_styles(self._part("xl/styles.xml"))
        return CellValues(self._texts(), styles, _EPOCHS[since_1904])

    def _bytes(self, name: str) -> bytes:
        """Unpack a part up to a limit, so that no small file fills the memory.

        No program writes a document type into a workbook, and without one there are no entities.
        """
        real = self._names.get(name.casefold())
        if real is None:
            return b""
        with self._packed.open(real) as content:
            found = content.read(LARGEST + 1)
        self._left -= len(found)
        if len(found) > LARGEST or self._left < 0:
            raise WorkbookError(too_large=True)
        if b"<!DOCTYPE" in found or b"<!ENTITY" in found:
            raise WorkbookError
        return found

    def _part(self, name: str) -> list[ET.Element]:
        return _children(self._bytes(name))

    def _texts(self) -> list[Found]:
        data = self._bytes("xl/sharedStrings.xml")
        try:
            return shared_texts(regular(data))
        except IrregularError:
            return [Found(text_of(item)) for item in _children(data)]

    def _sheet(self, data: bytes, values: CellValues) -> _Parts:
        """Return what a sheet holds, by the short way where it is written for it."""
        try:
            text = regular(data)
            written, merged = sheet_parts(text)
            unseen = hidden_columns(text.partition("<sheetData>")[0])
            return _Parts(list(sheet_rows(written, values)), merged, unseen)
        except IrregularError:
            parts = _children(data)
        merged = [
            one.get("ref", "") for part in parts if tag_of(part) == "mergeCells" for one in part
        ]
        tables = [row for part in parts if tag_of(part) == "sheetData" for row in part]
        columns = [one for part in parts if tag_of(part) == "cols" for one in part]
        unseen = [
            (int(one.get("min", 0)), int(one.get("max", 0)))
            for one in columns
            if one.get("hidden") in {"1", "true"}
        ]
        return _Parts(list(_rows(tables, values)), merged, unseen)


def _children(data: bytes) -> list[ET.Element]:
    return list(ET.fromstring(data)) if data else []  # noqa: S314 - without a document type there are no entities


def _rows(rows: list[ET.Element], values: CellValues) -> Iterator[Row]:
    number = 0
    for row in rows:
        number = int(row.get("r", number + 1))
        cells = dict(_cells(row, values))
        if cells:
            yield number, cells, row.get("hidden") in {"1", "true"}


def _cells(row: ET.Element, values: CellValues) -> Iterator[tuple[int, Found]]:
    column = 0
    for cell in row:
        place = cell.get("r")
        column = _place(place)[1] if place else column + 1
        found = values.of_element(cell) if len(cell) else None
        if found is not None:
            yield column, found


def _grid(sheet: ET.Element, parts: _Parts) -> Grid:
    if any(number > _ROWS for number, _, _ in parts.rows):
        raise WorkbookError(too_large=True)
    return Grid(
        name=sheet.get("name", ""),
        rows={number: found for number, found, _ in parts.rows},
        merged=tuple(_span(one) for one in parts.merged),
        hidden_rows=frozenset(number for number, _, hidden in parts.rows if hidden),
        hidden_columns=tuple(parts.unseen),
        hidden=sheet.get("state", "visible") != "visible",
    )


def _span(reference: str) -> Span:
    first, _, last = reference.partition(":")
    return Span(*_place(first), *_place(last or first))


def _place(reference: str) -> tuple[int, int]:
    found = _REFERENCE.match(reference)
    if found is None:
        raise WorkbookError
    return int(found[2]), column_number(found[1])


__all__ = ["Found", "Grid", "Span", "grids"]
