from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from pst_standards import MissingExtraError
from pst_standards.findings import Finding, Report
from pst_standards.messages import LANGUAGES
from pst_standards.rules import formats
from pst_standards.rules.formats.tasks import tasks

MakeFinding = Callable[..., Finding]
SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def part(book: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return etree.fromstring(archive.read(name))


def rows(book: bytes, number: int) -> list[list[str]]:
    """Return the cells of a sheet as text, as somebody sees them."""
    shared = [
        "".join(item.itertext())
        for item in part(book, "xl/sharedStrings.xml").iterfind("x:si", SPACE)
    ]

    def shown(cell: Any) -> str:
        value = cell.findtext("x:v", default="", namespaces=SPACE)
        return shared[int(value)] if cell.get("t") == "s" else value

    sheet = part(book, f"xl/worksheets/sheet{number}.xml")
    return [
        [shown(cell) for cell in row.iterfind("x:c", SPACE)]
        for row in sheet.iterfind(".//x:row", SPACE)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    book = formats.xlsx(sample, lang=lang)
    lines = [
        " | ".join(cell.replace("\n", " / ") for cell in row)
        for number in (1, 2)
        for row in rows(book, number)
    ]
    compare_golden(f"report.xlsx.{lang}.txt", "\n".join(lines) + "\n")


def test_every_task_is_a_row_with_a_list_to_choose_from(sample: Report) -> None:
    book = formats.xlsx(sample)
    sheet = part(book, "xl/worksheets/sheet1.xml")
    assert len(rows(book, 1)) == 1 + len(tasks(sample))
    validation = sheet.find(".//x:dataValidation", SPACE)
    assert validation.get("type") == "list"
    assert validation.get("sqref") == f"K2:K{1 + len(tasks(sample))}"
    assert validation.findtext("x:formula1", namespaces=SPACE) == '"sudah,belum"'
    assert rows(book, 1)[1][-1] == ""


def test_the_heading_stays_in_sight_and_on_every_page(sample: Report) -> None:
    book = formats.xlsx(sample)
    for number in (1, 2):
        sheet = part(book, f"xl/worksheets/sheet{number}.xml")
        pane = sheet.find(".//x:pane", SPACE)
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
        page = sheet.find("x:pageSetup", SPACE)
        assert (page.get("paperSize"), page.get("orientation")) == ("9", "landscape")
    names = part(book, "xl/workbook.xml").findall(".//x:definedName", SPACE)
    titles = [name.text for name in names if name.get("name") == "_xlnm.Print_Titles"]
    assert titles == ["'Daftar periksa'!$1:$1", "Ringkasan!$1:$1"]


def test_the_same_report_gives_the_same_bytes(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = formats.xlsx(sample)
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert formats.xlsx(sample) == book
    core = part(book, "docProps/core.xml")
    assert {node.text for node in core if "dcterms" in (node.nsmap or {}) and node.text} >= {
        "2026-11-22T00:00:00Z"
    }


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_text_of_others_is_never_a_formula(sign: str, sample: Report) -> None:
    evil = f"{sign}HYPERLINK(0)"
    named = tuple(one._replace(id=evil, en=evil) for one in sample.subjects)
    book = formats.xlsx(evolve(sample, subjects=named, office="https://contoh.go.id"))
    sheet = part(book, "xl/worksheets/sheet1.xml")
    assert sheet.findall(".//x:f", SPACE) == []
    assert sheet.findall(".//x:hyperlink", SPACE) == []
    assert evil in {row[1] for row in rows(book, 1)}
    styles = part(book, "xl/styles.xml")
    quoted = {
        str(place)
        for place, style in enumerate(styles.find("x:cellXfs", SPACE))
        if style.get("quotePrefix") == "1"
    }
    assert {cell.get("s") for cell in sheet.iterfind(".//x:c", SPACE)} & quoted


def test_what_no_cell_can_hold_is_cut_and_cleaned(sample: Report, finding: MakeFinding) -> None:
    found = finding("DEF-015", "office", "x", key="\x00", known="", file="a\x1b" + "b" * 40_000)
    book = formats.xlsx(evolve(sample, findings=(found,)))
    file = rows(book, 1)[1][-3]
    assert file.startswith("a\ufffdb")
    assert len(file) == 32_000


def test_several_definitions_share_a_sheet_that_names_their_office(sample: Report) -> None:
    other = evolve(sample, office="Kantor & Lain")
    book = formats.xlsx(evolve(sample, parts=(sample, other)))
    assert rows(book, 1)[0][1] == "Kantor"
    assert {row[1] for row in rows(book, 1)[1:]} == {sample.office, "Kantor & Lain"}
    assert [row[0] for row in rows(book, 2)[1:]] == [sample.office, "Kantor & Lain"]


def test_a_name_in_the_margin_is_no_command(sample: Report) -> None:
    sheet = part(formats.xlsx(evolve(sample, office="A&B")), "xl/worksheets/sheet1.xml")
    assert "A&&B" in sheet.findtext(".//x:oddHeader", namespaces=SPACE)


def test_a_clean_report_gives_an_empty_list(sample: Report) -> None:
    book = formats.xlsx(evolve(sample, findings=()))
    assert len(rows(book, 1)) == 1
    assert rows(book, 2)[1][1:5] == ["0", "0", "0", "0"]


def test_without_the_library_the_extra_is_named(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pst-standards\[office\]"):
        formats.xlsx(sample)


def test_columns_have_room_for_what_they_hold(sample: Report) -> None:
    book = formats.xlsx(evolve(sample, parts=(sample, sample)))

    def wide(number: int) -> list[float]:
        # Neighbours of one width share an element.
        found = part(book, f"xl/worksheets/sheet{number}.xml").iterfind(".//x:col", SPACE)
        return [
            float(one.get("width"))
            for one in found
            for _ in range(int(one.get("min")), int(one.get("max")) + 1)
        ]

    assert wide(1) == pytest.approx([5, 15, 14, 17, 29, 30, 20, 11, 9, 14, 7, 9], abs=1)
    assert wide(2) == pytest.approx([36, 8, 11, 12, 10, 11, 13, 16, 11, 12, 12], abs=1)


def test_every_page_says_what_it_is_of_whom_and_by_the_law_of_which_day(sample: Report) -> None:
    book = formats.xlsx(sample)
    first, second = (part(book, f"xl/worksheets/sheet{number}.xml") for number in (1, 2))
    day = "Menurut hukum per 22 November 2026"
    title = f"Daftar periksa standar pelayanan · Dinas Contoh Kabupaten Contoh · {day}"
    assert first.findtext(".//x:oddHeader", namespaces=SPACE) == f"&L&B{title}"
    assert second.findtext(".//x:oddHeader", namespaces=SPACE) == f"&L&BRingkasan · {day}"
    for sheet in (first, second):
        assert sheet.findtext(".//x:oddFooter", namespaces=SPACE) == "&RHalaman &P dari &N"
    for other in (evolve(sample, office=""), evolve(sample, parts=(sample, sample))):
        sheet = part(formats.xlsx(other), "xl/worksheets/sheet1.xml")
        shown = sheet.findtext(".//x:oddHeader", namespaces=SPACE)
        assert shown == f"&L&BDaftar periksa standar pelayanan · {day}"
    core = part(book, "docProps/core.xml")
    assert "Daftar periksa standar pelayanan" in {node.text for node in core}


def test_the_whole_list_can_be_sorted_and_ticked_off(sample: Report) -> None:
    last = 1 + len(tasks(sample))
    sheet = part(formats.xlsx(sample), "xl/worksheets/sheet1.xml")
    assert sheet.find("x:autoFilter", SPACE).get("ref") == f"A1:K{last}"
    empty = part(formats.xlsx(evolve(sample, findings=())), "xl/worksheets/sheet1.xml")
    assert empty.find("x:autoFilter", SPACE) is None
    assert empty.find(".//x:dataValidation", SPACE) is None


def test_an_office_without_a_name_goes_by_its_file(sample: Report) -> None:
    parts = (
        evolve(sample, office="", inputs=("a.yaml", "b.yaml")),
        evolve(sample, office="", inputs=()),
    )
    book = formats.xlsx(evolve(sample, parts=parts))
    assert {row[1] for row in rows(book, 1)[1:]} == {"a.yaml", ""}
    assert [row[0] for row in rows(book, 2)[1:]] == ["a.yaml", ""]


@pytest.mark.parametrize(
    ("places", "line"),
    [
        ([("a.yaml", 3), ("a.yaml", 3)], "3"),
        ([("a.yaml", 3), ("a.yaml", 7)], "3, 7"),
        ([("a.yaml", 3), ("b.yaml", 7)], "3"),
        ([("a.yaml", None)], ""),
    ],
)
def test_the_lines_are_those_in_the_file_beside_them(
    places: list[tuple[str, int | None]], line: str, sample: Report, finding: MakeFinding
) -> None:
    found = [
        finding("STD-019", "office", n, file=file, line=at) for n, (file, at) in enumerate(places)
    ]
    assert rows(formats.xlsx(evolve(sample, findings=found)), 1)[1][-3:-1] == ["a.yaml", line]
