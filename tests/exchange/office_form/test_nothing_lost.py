"""Nothing that an office wrote gets lost without a word, whatever it did to rows and sheets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from pst_standards.exchange.office_form import read_form
from pst_standards.exchange.office_form.opening import grids
from pst_standards.findings import Severity
from tests.exchange.office_form.filled_forms import (
    FORM_NAME,
    at,
    blank,
    cell_of,
    column_of,
    edited,
    field_row,
    irregular,
    told,
)


def first_row_gone(title: str, key: str, *, name: str = "") -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book[title]
        sheet[f"{column_of(sheet, key)}3"].value = "surat"
        sheet.delete_rows(1)
        sheet.title = name or title

    return change


@pytest.mark.parametrize(
    ("title", "key", "name"),
    [
        ("Saluran pengaduan", "name", ""),
        ("Saluran pengaduan", "name", "Saluran kami"),
        ("Kantor", "@", "Kantor kami"),
        ("Bentuk kompensasi", "^0", ""),
        ("Isian lain", "@json", ""),
    ],
)
def test_a_sheet_of_the_form_without_its_first_row_is_an_error(
    title: str, key: str, name: str
) -> None:
    content = read_form(edited(first_row_gone(title, key, name=name)), name=FORM_NAME)
    (found,) = [one for one in content.findings if one.variant == "nameless"]
    assert cell_of(found.location) == f"{name or title}!A1"
    assert found.severity is Severity.ERROR


def test_a_sheet_with_nothing_but_headings_or_of_somebody_is_only_a_warning() -> None:
    def change(book: Workbook) -> None:
        book["Saluran pengaduan"].delete_rows(1)
        notes = book.create_sheet("Coretan")
        for row in (("Nama", "Telepon"), ("A", "1"), ("B", "office/phone")):
            notes.append(row)

    content = read_form(edited(change), name=FORM_NAME)
    assert {one.variant for one in content.findings} == {"sheet"}
    assert {one.severity for one in content.findings} == {Severity.WARNING}


def copied(*values: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["Kantor"]
        row = field_row(sheet, "office/phone")
        for number, value in zip((row, 100, 101), values, strict=False):
            sheet.cell(number, 6).value, sheet.cell(number, 3).value = "office/phone", value

    return change


def test_a_field_in_two_rows_is_an_error_that_names_both_cells() -> None:
    content = read_form(edited(copied("111", "222")), name=FORM_NAME)
    (found,) = content.findings
    assert (found.variant, cell_of(found.location)) == ("twice", "Kantor!C100")
    assert found.params["other"] == "'{}'!{}".format(*at("office/phone").split("!"))
    assert content.data["office"]["phone"] == "111"


def test_a_copied_row_that_says_nothing_else_is_no_fault() -> None:
    content = read_form(edited(copied(None, "222", "222")), name=FORM_NAME)
    assert not content.findings
    assert content.data["office"]["phone"] == "222"
    assert cell_of(content.locate(("office", "phone"))) == "Kantor!C100"


def test_nothing_on_the_last_sheet_is_dropped_without_a_word() -> None:
    rows = (
        ("standards/library/marks", "{rusak"),
        ("office/fax", "1"),
        ("office/fax", "2"),
        ("office/fax", "1"),
        (None, '"tanpa kunci"'),
        ("office/motto", "[Melayani"),
        ("office/website", None),
    )

    def change(book: Workbook) -> None:
        sheet = book["Isian lain"]
        for number, row in enumerate(rows, 20):
            sheet.cell(number, 1).value, sheet.cell(number, 2).value = row
        sheet["D30"].value = "di luar"

    assert set(told(change)) == {
        ("json", "Isian lain!B20"),
        ("twice", "Isian lain!B22"),
        ("no_key", "Isian lain!B24"),
        ("json", "Isian lain!B25"),
        ("column", "Isian lain!D30"),
    }


def test_parents_that_were_filled_down_make_no_items() -> None:
    def change(book: Workbook) -> None:
        book["Persyaratan"]["B40"].value = book["Persyaratan"]["B41"].value = "library"

    content = read_form(edited(change), name=FORM_NAME)
    assert not content.findings
    assert content.data == read_form(blank()).data


def test_deleted_headings_sheets_and_rows_are_told_with_their_sheet() -> None:
    def change(book: Workbook) -> None:
        book["Persyaratan"].delete_rows(3, 60)
        book["Kompetensi pelaksana"].delete_rows(2)
        book["Kantor"].delete_rows(2)
        del book["Dasar hukum"], book["Langkah"]

    found = read_form(edited(change), name=FORM_NAME).findings
    places = {(one.variant, cell_of(one.location)) for one in found}
    assert ("gone", "Persyaratan!C3") in places
    assert {("no_head", "Kompetensi pelaksana!A2"), ("no_head", "Kantor!A2")} <= places
    gone = {one.params["found"] for one in found if one.variant == "sheet_gone"}
    assert gone == {"Dasar hukum", "Langkah"}
    assert "orphan" not in {one.variant for one in found}
    assert all(one.location.sheet for one in found if one.variant != "sheet_gone")


def test_what_is_out_of_sight_and_lists_from_word_are_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Persyaratan"]
        column = column_of(sheet, "text")
        for number, said in enumerate(("1.\tKTP asli", "\u2022 Pas foto", "2,5 meter", "-"), 40):
            sheet[f"B{number}"].value, sheet[f"{column}{number}"].value = "library", said
        book["Layanan"].sheet_state = "hidden"
        book["Kantor"].column_dimensions["C"].hidden = True

    form = edited(change)
    assert grids(irregular(form)) == grids(form)
    assert set(told(change)) == {
        ("listed", "Persyaratan!D40"),
        ("listed", "Persyaratan!D41"),
        ("hidden_sheet", "Layanan!A3"),
        ("hidden_column", "Kantor!C3"),
    }
