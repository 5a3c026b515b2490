"""Workbooks as programs write them, and values as people write them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pst_standards.definitions import DefinitionError
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form import read_form
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.opening import grids
from pst_standards.exchange.office_form.values import CellError, Pair, decoded
from pst_standards.model.base import Count, Rupiah, Text
from pst_standards.model.shapes import Shape
from tests.exchange.office_form.filled_forms import FORM_NAME, at, blank, cell_of, edited, irregular


def test_a_form_says_the_same_however_its_xml_is_written() -> None:
    def change(book: Workbook) -> None:
        office = book["Kantor"]
        office["C3"].value, office["C4"].value = "=1+1", "#REF!"
        office["C5"].value, office["C6"].value = "a < b & \"c\" 'd'\n\u00e9", dt.time(8, 30)
        office["C7"].value, office["C8"].value = True, 2.5
        office.merge_cells("C9:C12")
        office.row_dimensions[14].hidden = True
        office["C15"].value = CellRichText("BPS ", TextBlock(InlineFont(b=True), "Kota"))

    form = edited(change)
    assert grids(irregular(form)) == grids(form)
    assert grids(form)[2].rows[15][3].value == "BPS Kota"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"kode;nama\n", b"\0" * 100])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_form(data)
    assert caught.value.findings[0].variant == "workbook"


def test_a_workbook_of_something_else_is_no_form() -> None:
    target = io.BytesIO()
    Workbook().save(target)
    with pytest.raises(DefinitionError) as caught:
        read_form(target.getvalue())
    assert caught.value.findings[0].variant == "no_form"


def packed(cells: str, **parts: str) -> bytes:
    """Return a workbook of one sheet, written by hand as some program might."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    odr = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{odr}">{parts.get("book", "")}'
        '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rel}">'
        '<Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{parts.get("styles", "")}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{parts.get("texts", "")}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def found_in(cells: str, **parts: str) -> list[Found]:
    (grid,) = grids(packed(f"<row>{cells}</row>", **parts))
    return list(grid.rows.get(1, {}).values())


STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="171" formatCode="0 &quot;hari&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/>'
    "</cellXfs>"
)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("<c><v>3</v></c>", Found(3)),
        ("<c><v>2.5</v></c>", Found(2.5)),
        ('<c t="b"><v>1</v></c>', Found(value=True)),
        ('<c s="1"><v>46027</v></c>', Found(dt.date(2026, 1, 5))),
        ('<c s="2"><v>46027</v></c>', Found(46027)),
        ('<c s="3"><v>0.3333333333</v></c>', Found(dt.time(8))),
        ('<c s="1"><v>9999999</v></c>', Found(9999999.0)),
        ('<c t="d"><v>2026-01-05T00:00:00</v></c>', Found(dt.date(2026, 1, 5))),
        ('<c t="s"><v>0</v></c>', Found("BPS Kota")),
        ('<c t="inlineStr"><is><t>a_x000A_b</t></is></c>', Found("a\nb")),
        ('<c t="str"><f>A2</f><v>hasil</v></c>', Found("hasil", "formula")),
        ("<c><f>1+1</f></c>", Found(None, "unreckoned")),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', Found("#DIV/0!", "error")),
    ],
)
def test_a_cell_is_read_as_it_was_shown(cell: str, found: Found) -> None:
    texts = "<si><r><t>BPS </t></r><rPh><t>x</t></rPh><r><t>Kota</t></r></si>"
    assert found_in(cell, styles=STYLES, texts=texts) == [found]


def test_days_may_count_from_1904() -> None:
    book = '<workbookPr date1904="1"/>'
    cell = '<c s="1"><v>44565</v></c>'
    assert found_in(cell, styles=STYLES, book=book) == [Found(dt.date(2026, 1, 5))]


@pytest.mark.parametrize(
    "cell", ['<c t="s"><v>9</v></c>', '<c r="?"><v>1</v></c>', "<c><v>x</v></c>"]
)
def test_a_damaged_workbook_is_told(cell: str) -> None:
    with pytest.raises(WorkbookError):
        grids(packed(f"<row>{cell}</row>"))


def test_a_sheet_without_end_is_too_large() -> None:
    with pytest.raises(WorkbookError) as caught:
        grids(packed('<row r="900000"><c><v>1</v></c></row>'))
    assert caught.value.too_large


def test_a_formula_counts_as_it_was_last_shown() -> None:
    import re

    source, target = zipfile.ZipFile(io.BytesIO(blank())), io.BytesIO()
    row = int(at("office/phone").rpartition("C")[2])
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet3.xml":
                cell = rf'<c r="C{row}"( s="\d+")/>'.encode()
                said = rb'<c r="C%d"\1 t="str"><f>B1&amp;"1"</f><v>(024) 1</v></c>' % row
                content, count = re.subn(cell, said, content)
                assert count == 1
            archive.writestr(name, content)
    content_read = read_form(target.getvalue(), name=FORM_NAME)
    assert content_read.data["office"]["phone"] == "(024) 1"
    (found,) = content_read.findings
    assert (found.variant, cell_of(found.location)) == (
        "formula",
        at("office/phone"),
    )


@pytest.mark.parametrize(
    ("said", "shape", "value"),
    [
        ("Rp10.000,-", Shape("scalar", Rupiah), 10000),
        ("1.250.000", Shape("scalar", Rupiah), 1250000),
        (3.0, Shape("scalar", Count), 3),
        (7.0, Shape("scalar", str), "7"),
        ("v", Shape("scalar", bool), True),
        (False, Shape("scalar", bool), False),
        ("pukul 08.00 WIB", Shape("scalar", dt.time), "08:00"),
        ("17 Agt 2026", Shape("scalar", dt.date), "2026-08-17"),
        ("baris\vbaru", Shape("text", Text), "baris\nbaru"),
        (5, Shape("list", tuple, Shape("scalar", Count)), [5]),
    ],
)
def test_a_value_is_understood_as_people_write_it(said: Any, shape: Shape, value: Any) -> None:
    assert decoded(Pair(said), shape) == value


def test_two_languages_of_a_list_need_as_many_lines() -> None:
    shape = Shape("list", tuple, Shape("text", Text))
    both = [{"id": "a", "en": "c"}, {"id": "b", "en": "d"}]
    assert decoded(Pair("a\nb", "c\nd"), shape) == both
    with pytest.raises(CellError):
        decoded(Pair("a\nb", "c"), shape)
