"""Digits as they were typed: a cell of text has the format of a text, a number in it is told."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from pst_standards.definitions.offices import find_office
from pst_standards.exchange.office_form import office_form, read_form
from pst_standards.exchange.office_form.digits import keep_digits
from pst_standards.exchange.office_form.layout import Leaf, parts
from pst_standards.exchange.office_form.values import CellError, Pair


@pytest.fixture(scope="module")
def form() -> bytes:
    office = find_office("3329")
    assert office is not None
    return office_form(office)


def test_what_is_typed_into_a_cell_of_text_stays_a_text(form: bytes) -> None:
    book = load_workbook(io.BytesIO(form))
    rows = {str(cell.value): cell.row for cell in book["Kantor"]["F"]}
    for key in ("head/id_number", "phone", "whatsapp", "address/postal_code"):
        assert book["Kantor"].cell(rows[f"office/{key}"] or 0, 3).number_format == "@"
    channels = book["Saluran pengaduan"]
    columns = {str(cell.value): get_column_letter(cell.column or 0) for cell in channels[1]}
    shapes = {key: channels.column_dimensions[at].number_format for key, at in columns.items()}
    assert (shapes["value"], shapes["checked_on"]) == ("@", "dd/mm/yyyy")
    tiers = book["Dasar hukum"].column_dimensions
    assert {one.number_format for one in tiers.values()} <= {"@", "General", "dd/mm/yyyy"}


def leaf_of(owner: str, key: str) -> Leaf:
    every = (leaf for part in parts() for leaf in part.leaves)
    return next(leaf for leaf in every if leaf.owner.__name__ == owner and leaf.keys[-1] == key)


@pytest.mark.parametrize(
    ("owner", "key", "said", "kept"),
    [
        ("Official", "id_number", 198001012005012000, False),
        ("Official", "id_number", 340012345, True),
        ("Official", "id_number", 10012345, False),
        ("Office", "phone", 81200000012, False),
        ("Office", "phone", 6281200000012, True),
        ("Office", "whatsapp", 8120000.0, True),
        ("ComplaintChannel", "value", 248501234, False),
        ("Address", "postal_code", 50511, True),
        ("Address", "postal_code", 511, False),
        ("Decree", "title", 2026, True),
        ("Decree", "number", 12345678901, True),
        ("Office", "phone", "081200000012", True),
    ],
)
def test_only_a_number_that_may_lack_digits_is_wrong(
    owner: str, key: str, said: Any, kept: bool
) -> None:
    if kept:
        keep_digits(Pair(said), leaf_of(owner, key))
    else:
        with pytest.raises(CellError, match="digits"):
            keep_digits(Pair(said), leaf_of(owner, key))


def test_lost_digits_and_choices_are_told_with_the_cell(form: bytes) -> None:
    book, target = load_workbook(io.BytesIO(form)), io.BytesIO()
    rows = {str(cell.value): int(cell.row or 0) for cell in book["Kantor"]["F"]}
    for key, said in (("head/id_number", 198001012005012001), ("kind", "Kecamatan")):
        book["Kantor"].cell(rows[f"office/{key}"], 3).value = said
    book.save(target)
    found = {one.variant: one for one in read_form(target.getvalue()).findings}
    assert found["digits"].location.cell == f"C{rows['office/head/id_number']}"
    assert (
        found["digits"].location.row
        == "Kepala kantor \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} NIP"
    )
    assert "Kabupaten" in str(found["choice"].params["choices"])
