"""Every mistake in a form is named by sheet and cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from pst_standards.definitions import Bases, DefinitionError
from pst_standards.definitions.assembling import read_content
from pst_standards.exchange.office_form import read_form, write_form
from tests.exchange.office_form.filled_forms import (
    FORM_NAME,
    at,
    blank,
    blank_book,
    cell_of,
    column_of,
    edited,
    told,
)

LIMITS = "Jangka waktu penyelesaian"
HOURS = "Jam pelayanan"
FACILITIES = "Sarana dan prasarana"


def in_table(title: str, key: str, row: int) -> str:
    return f"{title}!{column_of(blank_book()[title], key)}{row}"


def mistakes() -> Iterator[tuple[str, str, Any]]:
    said: Any
    dates = (
        "decree/date",
        *(f"life_cycle/{name}_on" for name in ("drafted", "revised", "adopted")),
    )
    for name, said in zip(
        dates, ("kemarin", "31/02/2026", "2026-13-01", "Januari 2026"), strict=True
    ):
        yield "date", at(f"standards/library/{name}"), said
    yield "date", at("standards/consultation/decree/date"), True
    services = ("library", "consultation", "product-sales", "recommendation")
    for name, said in zip(services, ("banyak", "2,5", 2.5, "3 orang"), strict=True):
        yield "number", at(f"standards/{name}/staffing/count"), said
    yield "choice", at("office/kind"), "regensi"
    yield "choice", at("office/signature"), 7
    yield "choice", at("office/functions"), "Pelaksanaan pelayanan; Tidur"
    for row, said in enumerate(("jam pasir", "menit kerja", "jam 8"), 30):
        yield "choice", in_table(LIMITS, "unit", row), said
    for row, said in enumerate(("pagi", "25:00", "8", "08.75", True), 30):
        yield "time", in_table(HOURS, "opens", row), said
    yield "choice", in_table(HOURS, "days", 35), "Senin\nHari libur"
    for row, said in enumerate(("mungkin", 3), 30):
        yield "yes_no", in_table(FACILITIES, "open_to_all", row), said
    yield "number", in_table(FACILITIES, "fee", 32), "gratis"
    for name, wrong in (("phone", dt.date(2026, 2, 1)), ("fax", dt.time(8)), ("whatsapp", True)):
        yield "not_text", at(f"office/{name}"), wrong
    for name, said in (("motto", "#REF!"), ("email", "#N/A"), ("head/name", "#VALUE!")):
        yield "error", at(f"office/{name}"), said
    yield "unreckoned", at("office/website"), "=1+1"
    yield "row", "Kantor!C300", "ditempel"
    yield "column", "Kantor!H5", "catatan saya"
    yield "parent", "Langkah!B90", None
    yield "orphan", "Langkah!B91", "perpustakan"


def test_each_mistake_of_a_long_list_is_named_by_sheet_and_cell() -> None:
    wrong = list(mistakes())

    def change(book: Workbook) -> None:
        for _, place, said in wrong:
            title, _, address = place.partition("!")
            book[title][address].value = said
        for row in range(30, 33):  # a limit belongs to a standard
            book[LIMITS][f"{column_of(book[LIMITS], '^0')}{row}"].value = "library"
        book["Langkah"][f"{column_of(book['Langkah'], 'text')}90"].value = "Langkah baru"
        book["Langkah"][f"{column_of(book['Langkah'], 'text')}91"].value = "Langkah lain"

    assert len(wrong) >= 30
    named = told(change)
    assert [one for one in wrong if one[:2] not in named] == []


def test_what_people_do_to_sheets_is_named() -> None:
    def change(book: Workbook) -> None:
        services = book["Layanan"]
        book["Kantor"].merge_cells("C3:C4")
        services.row_dimensions[4].hidden = True
        services[f"{column_of(services, 'id')}20"].value = "library"
        book.create_sheet("Coretan")["A1"].value = "x"

    assert set(told(change)) == {
        ("merged", "Kantor!C3"),
        ("hidden", "Layanan!B4"),
        ("double", "Layanan!B20"),
        ("sheet", "Coretan!A1"),
    }


def test_a_table_pasted_from_word_is_read_as_far_as_its_columns_fit() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Jam pelayanan"]
        sheet.merge_cells("D3:E3")
        for column, said in enumerate(("Senin\r\nSelasa ", " 08.00", None, "-", "s.d.", "dst"), 3):
            if said:
                sheet.cell(3, column).value = said
        for column in range(1, 15):
            sheet.cell(3, column).fill = PatternFill("solid", fgColor="FF0000")
        sheet["M3"].value = "kolom dari Word"

    content = read_form(edited(change), name=FORM_NAME)
    assert content.data["office"]["opening_hours"] == [
        {"days": ["monday", "tuesday"], "opens": "08:00"}
    ]
    assert {(one.variant, cell_of(one.location)) for one in content.findings} == {
        ("merged", "Jam pelayanan!D3"),
        ("time", "Jam pelayanan!F3"),
        ("time", "Jam pelayanan!G3"),
        ("date", "Jam pelayanan!H3"),
        ("column", "Jam pelayanan!M3"),
    }


def test_a_base_that_is_not_there_is_told_with_its_cell() -> None:
    form = write_form({"extends": "lain"}, bases=Bases(data={"lain": {"lang": "id"}}))
    found = read_content(read_form(form, name=FORM_NAME)).findings[0]
    assert (found.rule, cell_of(found.location)) == ("DEF-021", "Isian lain!B3")

    def change(book: Workbook) -> None:
        del book["Nasional"]

    with pytest.raises(DefinitionError) as caught:
        read_form(edited(change, form), name=FORM_NAME)
    assert cell_of(caught.value.findings[0].location) == "Isian lain!B3"


def test_what_was_national_and_is_emptied_still_holds_and_is_told() -> None:
    def change(book: Workbook) -> None:
        services = book["Layanan"]
        services[f"{column_of(services, 'name')}3"].value = None
        services.delete_rows(6)

    content = read_form(edited(change), name=FORM_NAME)
    assert "services" not in content.data
    told = [(one.variant, one.params["found"], cell_of(one.location)) for one in content.findings]
    assert ("gone", "name", "Layanan!C3") in told
    assert ("gone", "recommendation", "Layanan!B3") in told


def test_a_finding_of_the_rules_names_the_cell_that_is_empty() -> None:
    reading = read_content(read_form(blank(), name=FORM_NAME))
    place = reading.definition.origin.locate(("office", "phone"))
    assert cell_of(place) == at("office/phone")


def test_a_name_in_merged_cells_holds_for_all_its_rows() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Persyaratan"]
        sheet["B40"].value = "library"
        sheet.merge_cells("B40:B41")
        for row in (40, 41):
            sheet[f"{column_of(sheet, 'text')}{row}"].value = f"Syarat {row}"

    content = read_form(edited(change), name=FORM_NAME)
    (standard,) = content.data["standards"]
    assert [one["text"] for one in standard["requirements"]["items"]][-2:] == [
        "Syarat 40",
        "Syarat 41",
    ]


def test_what_somebody_did_to_the_last_sheets_is_told_or_made_good() -> None:
    def change(book: Workbook) -> None:
        aside = book["Isian lain"]
        aside["A20"].value, aside["B20"].value = "office/motto", "Melayani dengan {data"
        aside["A21"].value = "office/fax"
        for cell in book["Nasional"][1][1:]:
            cell.value = "{"

    content = read_form(edited(change), name=FORM_NAME)
    assert content.data["office"]["motto"] == "Melayani dengan {data"
    assert "fax" not in content.data["office"]
    assert "services" not in content.data
