"""A blank form, what somebody does to it, and where things stand in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pst_standards.definitions.offices import find_office
from pst_standards.exchange.office_form import office_form, read_form
from pst_standards.findings import Location

FORM_NAME = "form.xlsx"


@cache
def blank() -> bytes:
    office = find_office("3322")
    assert office is not None
    return office_form(office)


@cache
def blank_book() -> Workbook:
    return load_workbook(io.BytesIO(blank()))


def edited(change: Callable[[Workbook], None], form: bytes | None = None) -> bytes:
    book = load_workbook(io.BytesIO(form or blank()))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def field_row(sheet: Worksheet, key: str) -> int:
    return int(next(cell.row for cell in sheet["F"] if cell.value == key))


def column_of(sheet: Worksheet, key: str) -> str:
    return str(next(cell.column_letter for cell in sheet[1] if cell.value == key))


STANDARD = "Standar pelayanan"


def at(key: str) -> str:
    """Return the sheet and the cell of a field."""
    title = STANDARD if key.startswith("standards") else "Kantor"
    return f"{title}!C{field_row(blank_book()[title], key)}"


def told(change: Callable[[Workbook], None]) -> list[tuple[str, str]]:
    content = read_form(edited(change), name=FORM_NAME)
    return [(one.variant, cell_of(one.location)) for one in content.findings]


def cell_of(place: Location) -> str:
    """Return the sheet and the cell of a place in a form."""
    assert place.file in {FORM_NAME, "list.xlsx"}
    return f"{place.sheet}!{place.cell}" if place.sheet else str(place.file)


def irregular(form: bytes) -> bytes:
    """Return a form with a comment in each part, as no usual program writes it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            content = source.read(name)
            packed.writestr(name, content.replace(b"?>", b"?><!-- x -->", 1))
    return target.getvalue()
