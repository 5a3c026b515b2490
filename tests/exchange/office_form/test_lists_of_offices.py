"""A list of offices makes a form of each."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pst_standards.definitions import DefinitionError
from pst_standards.exchange.office_form import listed_offices, office_form, read_form
from pst_standards.findings import Finding, Severity
from tests.exchange.office_form.filled_forms import blank, cell_of


def listing(*rows: tuple[Any, ...]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Daftar"
    for row in rows:
        sheet.append(row)
    book.save(target)
    return target.getvalue()


def test_a_list_makes_a_form_of_each_office_with_what_it_says() -> None:
    head = ("Kode", "Telepon", "Moto pelayanan")
    first, second = listed_offices(listing(("Daftar kantor",), head, (3322, "(024) 1"), ("0000",)))
    assert (first.office.bps_code, second.office.bps_code) == ("3322", "0000")
    content = read_form(office_form(first.office, said=first.said))
    assert content.data["office"]["phone"] == "(024) 1"


def test_every_wrong_cell_of_a_list_is_named() -> None:
    rows = (("Kode", "Telepon", "Warna"), ("9876",), (3322, True), (3322,), (None, "x"))
    with pytest.raises(DefinitionError) as caught:
        listed_offices(listing(*rows), name="list.xlsx")
    told = {(one.variant, cell_of(one.location)) for one in caught.value.findings}
    assert told == {
        ("list_column", "Daftar!C1"),
        ("office", "Daftar!A2"),
        ("not_text", "Daftar!B3"),
        ("office_double", "Daftar!A4"),
        ("office", "Daftar!A5"),
    }


def test_what_is_no_list_is_told(tmp_path: Path) -> None:
    file = tmp_path / "kantor.xlsx"
    file.write_bytes(b"Kode;Telepon")
    with pytest.raises(DefinitionError) as caught:
        listed_offices(file)
    assert caught.value.findings[0].variant == "workbook"
    file.write_bytes(listing(("Kode", "Telepon"), ("3322", "=1+1"), ("3329", "#REF!")))
    with pytest.raises(DefinitionError) as caught:
        listed_offices(file)
    assert [one.variant for one in caught.value.findings] == ["unreckoned", "error"]


def test_a_workbook_without_codes_is_no_list() -> None:
    with pytest.raises(DefinitionError) as caught:
        listed_offices(listing(("Nama", "Telepon")))
    assert caught.value.findings[0].variant == "no_list"


def test_a_list_may_name_its_offices_and_have_columns_of_its_own() -> None:
    warned: list[Finding] = []
    head = ("No", "Kode", "Nama", "Provinsi", "Warna")
    rows = ((1, 3322, "BPS Kab. Semarang"), (2, 3329, "Kota Brebes"), (3, "0000", "Pusat"))
    listed = listed_offices(listing(head, *rows), name="list.xlsx", tell=warned.extend)
    assert [one.office.bps_code for one in listed] == ["3322", "3329", "0000"]
    assert {(one.variant, cell_of(one.location)) for one in warned} == {
        ("list_column", "Daftar!E1"),
        ("name_differs", "Daftar!C3"),
    }
    assert {one.severity for one in warned} == {Severity.WARNING}


def test_a_form_in_place_of_a_list_is_told_in_one_line() -> None:
    with pytest.raises(DefinitionError) as caught:
        listed_offices(blank())
    assert [one.variant for one in caught.value.findings] == ["is_form"]
