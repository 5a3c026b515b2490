"""Rows without ids are referred to by their numbers, as a tier within its rule."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pst_standards.definitions.wording import word
from pst_standards.exchange.office_form import read_form, write_form
from pst_standards.exchange.office_form.content import FormContent
from tests.exchange.office_form.filled_forms import column_of, edited

CASES: list[tuple[Sequence[Any], Sequence[str]]] = [
    (("1", "2", "1"), ("", "", "")),
    ((1, 2.0, 1), ("", "", "")),
    (("#1", "#2", "#1"), ("#1", "#2", "#1")),  # as it had to be written before
    (("1", "2", "1"), ("#1", "#2", "#1")),
    (("#1", "#2", "#1"), ("1", "2", "1")),
    (("1", "2", "3"), ("1", "2", "3")),  # counted through all rules
    (("1", "2", "1"), ("1", "1", "1")),
]
WRONG = ("3", "0-30", "late/1", "0", "Baris 1")
NAMES = [name for case in range(len(CASES)) for name in (f"late-{case}", f"wrong-{case}")]
FORM = write_form({"compensation": {"rules": [{"id": name} for name in NAMES]}})


def tiers() -> Iterator[tuple[str, int, Any, str]]:
    """Yield rule, lower bound, the number of its remedy and its own of every tier."""
    for case, (said, rows) in enumerate(CASES):
        names = (f"late-{case}", f"late-{case}", f"wrong-{case}")
        yield from zip(names, (0, 30, 0), said, rows, strict=True)


def fill_in(book: Workbook) -> None:
    """Fill in tiers and a remedy of each, and remedies whose tiers are not there."""
    sheet, given = book["Jenjang"], book["Bentuk kompensasi"]
    for number, (rule, lower, tier, row) in enumerate(tiers(), 3):
        sheet[f"A{number}"].value = row or None
        sheet[f"{column_of(sheet, '^0')}{number}"].value = rule
        sheet[f"{column_of(sheet, 'lower')}{number}"].value = lower
        remedy(given, number, (rule, tier, f"{rule} {lower}"))
    for number, wrong in enumerate(WRONG, 40):
        remedy(given, number, ("late-0", wrong, "nobody's"))


def remedy(sheet: Worksheet, number: int, said: tuple[str, Any, str]) -> None:
    for key, value in zip(("^0", "^1", "text"), said, strict=True):
        sheet[f"{column_of(sheet, key)}{number}"].value = value


@pytest.fixture(scope="module")
def content() -> FormContent:
    return read_form(edited(fill_in, FORM))


def test_a_tier_is_meant_by_its_number(content: FormContent) -> None:
    rules = content.data["compensation"]["rules"]
    said = [[tier["remedies"][0]["text"] for tier in rule["tiers"]] for rule in rules]
    cases = range(len(CASES))
    expected = [([f"late-{one} 0", f"late-{one} 30"], [f"wrong-{one} 0"]) for one in cases]
    assert said == [texts for case in expected for texts in case]


def test_a_number_that_no_tier_has_is_told_with_what_to_write(content: FormContent) -> None:
    assert [str(found.params["found"]) for found in content.findings] == list(WRONG)
    for found in content.findings:
        assert found.variant == "orphan_number"
        assert "1 untuk yang pertama" in word(found, "id")[1]


def test_numbers_are_offered_and_explained() -> None:
    book = load_workbook(io.BytesIO(FORM))
    sheet = book["Bentuk kompensasi"]
    column = column_of(sheet, "^1")
    rules = sheet.data_validations.dataValidation
    assert next(one.formula1 for one in rules if column in str(one.sqref)).startswith('"1,2,3')
    note = sheet[f"{column}2"].comment
    assert note is not None
    assert "1 untuk yang pertama" in note.text
    assert "1, 2, dan seterusnya" in " ".join(str(cell.value) for cell in book["Petunjuk"]["A"])


def test_a_tier_that_is_there_already_is_shown_by_its_number() -> None:
    shown = [{"lower": 0, "remedies": [{"text": "a"}]}, {"remedies": [{"text": "b"}]}]
    data = {"compensation": {"rules": [{"id": "late", "tiers": shown}]}}
    form = write_form(data)
    sheet = load_workbook(io.BytesIO(form))["Bentuk kompensasi"]
    column = column_of(sheet, "^1")
    assert [sheet[f"{column}{row}"].value for row in (3, 4)] == ["1", "2"]
    assert read_form(form).data == data
