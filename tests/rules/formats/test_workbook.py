from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from pst_standards.rules.formats.workbook import Column, Sheet, workbook

SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
COLUMNS = [Column("No.", 5), Column("Yang belum benar", 20)]


def written(*rows: tuple[str | int | None, ...], title: str = "Judul", footer: str = "") -> bytes:
    target = io.BytesIO()
    with workbook(target, title=title, created=dt.date(2026, 11, 22)) as book:
        sheet = Sheet(book, "Lembar", COLUMNS)
        for row in rows:
            sheet.add(*row)
        sheet.print_on_a4(title=title, footer=footer)
    return target.getvalue()


@pytest.fixture
def part() -> Callable[[bytes, str], Any]:
    def read(book: bytes, name: str) -> Any:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            return etree.fromstring(archive.read(f"xl/{name}.xml"))

    return read


Part = Callable[[bytes, str], Any]


def test_columns_are_as_wide_as_asked_and_headings_stay(part: Part) -> None:
    sheet = part(written((1, "a")), "worksheets/sheet1")
    wide = [float(one.get("width")) for one in sheet.iterfind(".//x:col", SPACE)]
    assert wide == pytest.approx([5, 20], abs=1)
    pane = sheet.find(".//x:pane", SPACE)
    assert (pane.get("ySplit"), pane.get("xSplit"), pane.get("state")) == ("1", None, "frozen")


def test_cells_hold_numbers_texts_and_room_to_fill_in(part: Part) -> None:
    sheet = part(written((1, "a"), (0, None), ("", "=1+1")), "worksheets/sheet1")
    cells = [
        (cell.get("r"), cell.get("t"), cell.findtext("x:v", namespaces=SPACE))
        for cell in sheet.iterfind(".//x:c", SPACE)
    ]
    assert cells == [
        ("A1", "s", "0"),
        ("B1", "s", "1"),
        ("A2", None, "1"),
        ("B2", "s", "2"),
        ("A3", None, "0"),
        ("B3", None, None),
        ("A4", None, None),
        ("B4", "s", "3"),
    ]
    shared = part(written((1, "a"), (0, None), ("", "=1+1")), "sharedStrings")
    assert ["".join(one.itertext()) for one in shared] == ["No.", "Yang belum benar", "a", "=1+1"]


def test_cells_wrap_at_the_top_in_a_frame_and_headings_are_bold(part: Part) -> None:
    book = written((1, "a"), (2, "=1+1"))
    styles, sheet = part(book, "styles"), part(book, "worksheets/sheet1")
    shapes = styles.findall("x:cellXfs/x:xf", SPACE)
    fonts, fills = styles.findall("x:fonts/x:font", SPACE), styles.findall("x:fills/x:fill", SPACE)
    used = {cell.get("r"): shapes[int(cell.get("s"))] for cell in sheet.iterfind(".//x:c", SPACE)}
    for shape in used.values():
        align, font = shape.find("x:alignment", SPACE), fonts[int(shape.get("fontId"))]
        assert (align.get("vertical"), align.get("wrapText")) == ("top", "1")
        assert font.find("x:name", SPACE).get("val") == "Arial"
        assert font.find("x:sz", SPACE).get("val") == "10"
        border = styles.findall("x:borders/x:border", SPACE)[int(shape.get("borderId"))]
        assert {side.get("style") for side in border if side.get("style")} == {"thin"}
        assert border.find("x:top/x:color", SPACE).get("rgb") == "FFA9B5C2"
    assert [
        fonts[int(used[cell].get("fontId"))].find("x:b", SPACE) is not None for cell in used
    ] == [
        *(True, True),
        *(False, False),
        *(False, False),
    ]
    fill = fills[int(used["A1"].get("fillId"))]
    assert fill.find(".//x:fgColor", SPACE).get("rgb") == "FFE3EBF3"
    head = fonts[int(used["A1"].get("fontId"))]
    assert head.find("x:color", SPACE).get("rgb") == "FF14304F"
    quoted = [cell for cell, shape in used.items() if shape.get("quotePrefix") == "1"]
    assert quoted == ["B3"]


def test_a_row_is_as_high_as_its_longest_text(part: Part) -> None:
    texts = ("a", "a\nb\nc", "a" * 23 + " " + "b" * 23, "a" * 11 + " " + "b" * 11, "a\n" * 99)
    sheet = part(written(*((1, text) for text in texts)), "worksheets/sheet1")
    high = [float(row.get("ht")) for row in sheet.iterfind(".//x:row", SPACE)]
    assert high == pytest.approx([16, 16, 42, 29, 16, 400], abs=0.5)


def test_a_sheet_is_printed_on_its_side_as_wide_as_a_page(part: Part) -> None:
    sheet = part(written((1, "a"), title="A & B\x1b", footer="Halaman &P"), "worksheets/sheet1")
    margins = dict(sheet.find("x:pageMargins", SPACE).attrib)
    assert {name: margins[name] for name in ("left", "right", "top", "bottom")} == {
        "left": "0.4",
        "right": "0.4",
        "top": "0.7",
        "bottom": "0.6",
    }
    page = dict(sheet.find("x:pageSetup", SPACE).attrib)
    assert (page["paperSize"], page["orientation"], page["fitToHeight"]) == ("9", "landscape", "0")
    assert "fitToWidth" not in page  # one page is what the format takes for granted
    assert sheet.findtext(".//x:oddHeader", namespaces=SPACE) == "&L&BA && B\ufffd"
    assert sheet.findtext(".//x:oddFooter", namespaces=SPACE) == "&RHalaman &P"


def test_a_long_title_is_cut_to_what_a_margin_holds(part: Part) -> None:
    sheet = part(written((1, "a"), title="a" * 300), "worksheets/sheet1")
    assert sheet.findtext(".//x:oddHeader", namespaces=SPACE) == "&L&B" + "a" * 200


def test_a_workbook_tells_its_title_and_the_day_of_the_law() -> None:
    with zipfile.ZipFile(io.BytesIO(written(title="Judul\x00"))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:title>Judul\ufffd</dc:title>" in core
    assert core.count("2026-11-22T00:00:00Z") == 2
