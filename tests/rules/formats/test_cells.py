"""A finding in a workbook is told with its sheet and cell in every form of a report."""

from __future__ import annotations

import datetime as dt
import html
import io
import json

import pytest
from openpyxl import load_workbook

from pst_standards.definitions.faults import fault
from pst_standards.findings import Location, Report, in_order
from pst_standards.rules import formats
from pst_standards.rules.formats.telling import places

CELLS = (("Kantor", "C10"), ("Kantor", "C9"), ("Jam pelayanan", "AB3"))
FOUND = tuple(
    fault(
        "DEF-038",
        variant="date",
        location=Location("kantor.xlsx", sheet=sheet, cell=cell),
        found="kemarin",
    )
    for sheet, cell in CELLS
)
REPORT = Report(as_of=dt.date(2026, 11, 27), inputs=("kantor.xlsx",), findings=FOUND)


def test_cells_are_worked_through_sheet_by_sheet_from_top_to_bottom() -> None:
    cells = [found.location.cell for found in in_order(FOUND, ("kantor.xlsx",))]
    assert cells == ["AB3", "C9", "C10"]


def test_cells_of_a_sheet_stand_together() -> None:
    assert places(FOUND, "id") == [
        "kantor.xlsx: lembar 'Kantor', sel C10, C9",
        "kantor.xlsx: lembar 'Jam pelayanan', sel AB3",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "junit", "github"])
@pytest.mark.parametrize(("lang", "said"), [("id", "lembar {}, sel"), ("en", "sheet {}, cell")])
def test_people_are_told_the_sheet_and_the_cell(form: str, lang: str, said: str) -> None:
    written = html.unescape(getattr(formats, form)(REPORT, lang=lang))
    assert said.format("'Jam pelayanan'") in " ".join(written.split())


def test_programs_are_told_the_sheet_and_the_cell() -> None:
    told = json.loads(formats.json(REPORT))["findings"]
    assert {(one["sheet"], one["cell"]) for one in told} == set(CELLS)
    assert {(one["file"], one["line"]) for one in told} == {("kantor.xlsx", None)}
    (run,) = json.loads(formats.sarif(REPORT))["runs"]
    (place,) = run["results"][0]["locations"]
    names = [one["fullyQualifiedName"] for one in place["logicalLocations"]]
    assert "'Jam pelayanan'!AB3" in names


def test_the_checklist_has_room_for_the_name_of_a_sheet() -> None:
    sheet = load_workbook(io.BytesIO(formats.xlsx(REPORT))).worksheets[0]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Baris")
    assert sheet.column_dimensions[head.column_letter].width >= len("'Pengelolaan pengaduan'!C3")


def test_a_list_of_tasks_names_the_cells_beside_the_file() -> None:
    book = load_workbook(io.BytesIO(formats.xlsx(REPORT)))
    values = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert any("'Kantor'!C10" in str(value) for value in values)
