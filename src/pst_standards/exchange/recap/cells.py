"""The cells of a workbook (XLSX), and nothing else of it: no formulas, styles or links."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pst_standards.complaints.recap_period import RecapError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Cell: TypeAlias = str | int | float | bool | None
Sheet: TypeAlias = tuple[tuple[Cell, ...], ...]

LARGEST: Final = 10_000_000
"""Bytes of one part of a workbook, unpacked; a year of complaints has some hundred thousand."""
_COLUMNS: Final = 200
_ROWS: Final = 20_000
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS: Final = 26


def sheets(source: str | Path | bytes) -> Mapping[str, Sheet]:
    """Return the sheets of a workbook by their names, each as rows of cells.

    A number without a fraction is a whole number; of a formula the value that was kept counts.
    Raises ``RecapError``: ``recap.workbook`` for what is no workbook, ``recap.workbook-large``.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if len(data) > LARGEST:
        raise RecapError("recap.workbook-large", limit=LARGEST // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return dict(_sheets(book))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, NotImplementedError, EOFError):
        # What the parser of XML raises is a SyntaxError; zlib faults come as BadZipFile or below.
        raise RecapError("recap.workbook") from None
    except (OSError, RuntimeError):
        raise RecapError("recap.workbook") from None


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, Sheet]]:
    shared = _shared(book)
    targets = {
        one.get("Id"): one.get("Target", "") for one in _part(book, "xl/_rels/workbook.xml.rels")
    }
    for one in _part(book, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets[one.get(_RELATED)]
        name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        yield one.get("name", ""), tuple(_rows(_part(book, name), shared))


def _part(book: zipfile.ZipFile, name: str) -> Element:
    from xml.etree.ElementTree import fromstring

    with book.open(name) as part:
        data = part.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RecapError("recap.workbook-large", limit=LARGEST // 1_000_000)
    # No program writes a document type into a workbook, and without one there are no entities.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RecapError("recap.workbook")
    return fromstring(data)  # noqa: S314 - looked at just above


def _shared(book: zipfile.ZipFile) -> tuple[str, ...]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return ()
    return tuple(_text(one) for one in _part(book, "xl/sharedStrings.xml").iter(f"{_MAIN}si"))


def _text(element: Element) -> str:
    # What stands above a word to say how it is read aloud is no part of the text.
    spoken = {id(one) for ruby in element.iter(f"{_MAIN}rPh") for one in ruby.iter()}
    return "".join(one.text or "" for one in element.iter(f"{_MAIN}t") if id(one) not in spoken)


def _rows(sheet: Element, shared: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows in their places: a workbook leaves out those that were never used."""
    count = 0
    for row in sheet.iter(f"{_MAIN}row"):
        cells = _cells(row, shared)
        number = row.get("r", "")
        place = int(number) if number.isdecimal() else count + 1
        if place > _ROWS and all(cell is None for cell in cells.values()):
            continue  # somebody only formatted the end of a sheet
        if place > _ROWS:
            raise RecapError("recap.workbook-large", limit=LARGEST // 1_000_000)
        yield from [()] * (place - count - 1)
        count = max(place, count + 1)
        yield tuple(cells.get(column) for column in range(max(cells, default=-1) + 1))


def _cells(row: Element, shared: tuple[str, ...]) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    for one in row.iter(f"{_MAIN}c"):
        column = _column(one.get("r", ""), len(cells))
        if column < _COLUMNS:
            cells[column] = _value(one, shared)
    return cells


def _column(place: str, following: int) -> int:
    """Return which column a cell stands in, counted from 0."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return following
    number = 0
    for letter in found[1]:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


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


def _value(cell: Element, shared: tuple[str, ...]) -> Cell:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell).strip() or None
    held = cell.find(f"{_MAIN}v")
    written = (held.text or "").strip() if held is not None else ""
    if not written:
        return None
    if kind == "s":
        place = int(written)
        return shared[place].strip() or None if place < len(shared) else None
    if kind == "b":
        return written == "1"
    return _number(written) if kind == "n" else written


def _number(written: str) -> Cell:
    value = float(written)
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - NaN alone differs
        return written
    return int(value) if value.is_integer() else value
