"""What a form is like before and after somebody fills it in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pst_standards.exchange.office_form import read_form, write_form
from pst_standards.model.component import Component
from pst_standards.model.standard import component_term
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


def components_offered(lang: str) -> list[str]:
    """Return what may be chosen in the column of components of the sheet of compensation."""
    book = load_workbook(io.BytesIO(write_form({}, lang=lang)))
    sheet = next(one for one in book if one["A1"].value == "pst-form/1 compensation/rules")
    column = column_of(sheet, "component")
    rules = sheet.data_validations.dataValidation
    formula = next(rule.formula1 for rule in rules if column in str(rule.sqref))
    name, _, area = formula.removeprefix("=").partition("!")
    return [str(cell.value) for (cell,) in book[name.strip("'")][area]]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_component_is_chosen_by_its_name(lang: str) -> None:
    offered = components_offered(lang)
    assert offered == [component_term(one, lang) for one in Component]
    assert len(set(map(str.casefold, offered))) == 14


COMPONENTS_SAID = {
    "Biaya/tarif": "fee",
    "biaya/tarif": "fee",
    "Fee or tariff": "fee",
    "fee": "fee",
    "Sarana, prasarana, dan/atau fasilitas": "facilities",
    "huruf e": "huruf e",
    "parkir": "parkir",
}


def test_what_a_component_is_called_is_its_key() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Ketentuan kompensasi"]
        for row, said in enumerate(COMPONENTS_SAID, 3):
            sheet[f"{column_of(sheet, 'id')}{row}"].value = f"tarif-{row}"
            sheet[f"{column_of(sheet, 'component')}{row}"].value = said

    content = read_form(edited(change, write_form({})))
    assert not content.findings
    found = [rule["component"] for rule in content.data["compensation"]["rules"]]
    assert found == list(COMPONENTS_SAID.values())


def test_components_go_into_a_form_and_come_back() -> None:
    said = [*(one.value for one in Component), "b", "Huruf N", "parkir", "Biaya/tarif"]
    rules = [{"id": f"rule-{place}", "component": one} for place, one in enumerate(said)]
    shown = [{"id": "web", "components": ["facilities", "fee", "h", "parkir"]}]
    data = {"compensation": {"rules": rules}, "publications": shown}
    form = write_form(data)
    sheet = load_workbook(io.BytesIO(form))["Dokumen yang diterbitkan"]
    cells = {cell.value for cell in sheet[column_of(sheet, "components")]}
    assert "Sarana, prasarana, dan/atau fasilitas\nBiaya/tarif\nh\nparkir" in cells
    assert read_form(form).data == data
