"""What a form is like before and after somebody fills it in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pst_standards.exchange.office_form import read_form, write_form
from tests.exchange.office_form.filled_forms import blank, blank_book, column_of, edited, field_row


def test_national_cells_are_protected_and_those_of_the_office_are_open() -> None:
    book = blank_book()
    services, office = book["Layanan"], book["Kantor"]
    assert services.protection.sheet
    assert services[f"{column_of(services, 'name')}3"].protection.locked
    assert not office.cell(field_row(office, "office/phone"), 3).protection.locked


def test_units_and_kinds_are_chosen_from_the_model() -> None:
    book = blank_book()
    limits = book["Jangka waktu penyelesaian"]
    column = column_of(limits, "unit")
    rules = [rule for rule in limits.data_validations.dataValidation if column in str(rule.sqref)]
    formula = rules[0].formula1
    letter = formula.split("$")[1]
    terms = {cell.value for cell in book["Pilihan"][letter]}
    assert {"menit", "hari kerja"} <= terms


def test_the_law_stands_beside_a_field() -> None:
    book = blank_book()
    office = book["Standar pelayanan"]
    row = field_row(office, "standards/library/decree/number")
    assert "PP 96/2012 Pasal 27 ayat (4)" in str(office.cell(row, 5).value)


@pytest.mark.parametrize("text", ["=1+1", "+62 298", "-", "@nama", '=HYPERLINK("x")', "_x0041_"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    form = write_form({"office": {"motto": text, "phone": text}})
    book = load_workbook(io.BytesIO(form))
    cells = [cell for row in book["Kantor"].iter_rows() for cell in row if cell.value == text]
    assert all(cell.data_type == "s" for cell in cells)
    assert read_form(form).data["office"] == {"motto": text, "phone": text}


def put(path: str, value: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["Standar pelayanan" if path.startswith("standards") else "Kantor"]
        sheet.cell(field_row(sheet, path), 3).value = value

    return change


@pytest.mark.parametrize(
    "said", [dt.date(2026, 1, 5), "2026-01-05", "5 Januari 2026", "05/01/2026", "5-1-2026"]
)
def test_a_date_is_understood_as_people_write_it(said: Any) -> None:
    path = "standards/library/decree/date"
    content = read_form(edited(put(path, said)))
    assert not content.findings
    assert content.data["standards"] == [{"id": "library", "decree": {"date": "2026-01-05"}}]


def add_row(title: str, values: Mapping[str, Any]) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book[title]
        row = max(cell.row for cell in sheet["B"] if cell.value) + 1 if sheet.max_row > 2 else 3
        for key, value in values.items():
            sheet[f"{column_of(sheet, key)}{row}"].value = value

    return change


def test_a_new_row_is_a_new_item() -> None:
    hours = {"id": "jumat", "days": "Jumat\nSabtu", "opens": dt.time(8), "closes": "15.30"}
    content = read_form(edited(add_row("Jam pelayanan", hours)))
    assert not content.findings
    assert content.data["office"]["opening_hours"] == [
        {"id": "jumat", "days": ["friday", "saturday"], "opens": "08:00", "closes": "15:30"}
    ]


def test_sheets_may_be_renamed_and_coloured() -> None:
    def change(book: Workbook) -> None:
        book["Kantor"].title = "Kantor kami"
        book["Kantor kami"].sheet_properties.tabColor = "FF0000"

    assert read_form(edited(change)).data == read_form(blank()).data
