"""A form asks for what an office has to say, and for nothing that nobody fills in."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from pst_standards.exchange.office_form import read_form, write_form
from tests.exchange.office_form.filled_forms import (
    STANDARD,
    blank_book,
    column_of,
    edited,
    field_row,
)

SIGNER = {"name": "A", "address": {"street": "Jalan B"}, "phone": "(000) 1"}
DATA = {
    "standards": [{"id": "library", "decree": {"signer": SIGNER}}, {"id": "shop"}],
    "office": {"outsourcing": [{"id": "one", "contract": {"signer": SIGNER}}]},
}


def test_a_signer_is_asked_for_name_position_number_and_rank() -> None:
    for sheet in blank_book():
        keys = [str(cell.value) for cell in (*sheet["F"], *sheet[1])]
        asked = {key.rpartition("signer/")[2] for key in keys if "signer/" in key}
        assert asked <= {"name", "position", "position@en", "id_number", "rank"}


def test_who_answers_for_a_repair_still_has_an_address() -> None:
    sheet = blank_book()["Sarana dan prasarana"]
    asked = [str(cell.value) for cell in sheet[1] if "repair/responsible" in str(cell.value)]
    assert [key.rpartition("/")[2] for key in asked] == ["name", "position", "street", "phone"]


def test_an_address_that_was_stated_is_shown_and_read() -> None:
    form = write_form(DATA)
    sheet = load_workbook(io.BytesIO(form))[STANDARD]
    row = field_row(sheet, "standards/library/decree/signer/address/street")
    assert sheet.cell(row, 3).value == "Jalan B"
    assert read_form(form).data == DATA


def test_comments_on_a_draft_have_a_sheet() -> None:
    said = {"element": "Akademisi", "text": "Perjelas jam", "disposition": "Diterima sebagian"}

    def change(book: object) -> None:
        sheet = book["Tanggapan masyarakat"]  # type: ignore[index]
        for key, value in {"^0": "Perpustakaan", "id": "satu", **said}.items():
            sheet[f"{column_of(sheet, key)}3"].value = value

    (standard,) = read_form(edited(change)).data["standards"]
    expected = {"id": "satu", **said, "disposition": "partly"}
    assert standard == {"id": "library", "life_cycle": {"comments": [expected]}}
