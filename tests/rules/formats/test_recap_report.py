from __future__ import annotations

import datetime as dt
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from pst_standards.messages import LANGUAGES
from pst_standards.rules import catalogue, formats
from pst_standards.rules.comparing import Deviation, Promise
from pst_standards.rules.recap import Lag, OfficeLine, Recap

DAY = dt.date(2026, 11, 26)
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def line(code: str, lag: Lag = Lag.NONE, **found: int) -> OfficeLine:
    return OfficeLine(
        path=f"kantor/{code}.yaml",
        code=code,
        name=f"BPS Kabupaten {code}" if code != "3303" else "",
        stage="adopted",
        base="bps/2020",
        version="1",
        lag=lag,
        overrides=3,
        found={name.replace("_", "-"): count for name, count in found.items()},
        severities={"error": 1, "warning": 2, "note": 0},
        usable=code != "3303",
    )


RECAP = Recap(
    as_of=DAY,
    offices=(
        line("3301", STD_001=14, STD_021=1),
        line("3302", Lag.OLDER_VERSION, STD_021=2),
        line("3303", DEF_001=1),
    ),
    deviations=(
        Deviation(Promise("kantor/3301.yaml", "library", "online", "", "day", 30), 3.5, 3),
    ),
)
EMPTY = Recap(as_of=DAY, offices=())


def sheets(content: bytes) -> dict[str, list[list[str]]]:
    """Read the texts and numbers of a workbook, sheet by sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - our own
        shared = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314
        texts = ["".join(one.itertext()) for one in shared]
        return {
            str(sheet.get("name")): _rows(archive.read(f"xl/worksheets/sheet{place}.xml"), texts)
            for place, sheet in enumerate(book.iter(f"{SPACE}sheet"), 1)
        }


def _rows(content: bytes, texts: list[str]) -> list[list[str]]:
    def value(cell: ET.Element) -> str:
        said = cell.findtext(f"{SPACE}v") or ""
        return texts[int(said)] if cell.get("t") == "s" else said

    rows = ET.fromstring(content).iter(f"{SPACE}row")  # noqa: S314
    return [[value(cell) for cell in row] for row in rows]


def test_a_workbook_has_a_sheet_for_each_question() -> None:
    read = sheets(formats.recap(RECAP, "xlsx"))
    assert list(read) == ["Kantor", "Aturan", "Kantor dan aturan", "Jangka waktu menonjol"]
    assert read["Kantor"][1] == [
        "kantor/3301.yaml",
        "3301",
        "BPS Kabupaten 3301",
        "Sudah ditetapkan",
        "bps/2020",
        "1",
        "tidak",
        "3",
        "1",
        "2",
        "0",
    ]
    assert [row[6] for row in read["Kantor"][2:]] == ["versi dasar lama", "tidak dapat dibaca"]


def test_rules_are_listed_by_how_many_offices_miss_them() -> None:
    read = sheets(formats.recap(RECAP, "xlsx"))
    assert [row[0] for row in read["Aturan"][1:]] == ["STD-021", "DEF-001", "STD-001"]
    assert [row[2:] for row in read["Aturan"][1:]] == [["2", "3"], ["1", "1"], ["1", "14"]]
    assert all(row[1] for row in read["Aturan"][1:])


def test_offices_stand_against_rules() -> None:
    head, *rows = sheets(formats.recap(RECAP, "xlsx", lang="en"))["Offices and rules"]
    assert head == ["Office", "STD-021", "DEF-001", "STD-001"]
    assert rows == [
        ["BPS Kabupaten 3301", "1", "", "14"],
        ["BPS Kabupaten 3302", "2", "", ""],
        ["kantor/3303.yaml", "", "1", ""],
    ]


def test_time_limits_that_stand_out_are_listed() -> None:
    read = sheets(formats.recap(RECAP, "xlsx", lang="en"))["Time limits that stand out"]
    assert read[1] == ["kantor/3301.yaml", "library", "Online", "days", "30", "3.5"]
    ours = sheets(formats.recap(RECAP, "xlsx"))["Jangka waktu menonjol"]
    assert ours[1] == [
        "kantor/3301.yaml",
        "library",
        "Tidak langsung (daring)",
        "hari",
        "30",
        "3,5",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_recap_is_a_workbook_too(lang: str) -> None:
    read = sheets(formats.recap(EMPTY, "xlsx", lang=lang))
    assert [len(rows) for rows in read.values()] == [1, 1, 1, 1]


def test_the_same_recap_gives_the_same_bytes() -> None:
    for form in ("json", "xlsx"):
        assert formats.recap(RECAP, form) == formats.recap(RECAP, form)


def test_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="docx"):
        formats.recap(RECAP, "docx")


def sheet_of(number: int, lang: str = "id") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(formats.recap(RECAP, "xlsx", lang=lang))) as archive:
        return ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314


def test_the_headings_are_in_the_language_asked_for() -> None:
    read = sheets(formats.recap(RECAP, "xlsx", lang="en"))
    assert read["Offices"][0] == [
        *("File", "Code", "Office", "Stage", "Base", "Version", "Lags", "Differs from base"),
        *("Errors", "Warnings", "Notes"),
    ]
    assert read["Rules"][0] == ["Rule", "What it asks", "Offices", "Findings"]
    assert [row[1] for row in read["Rules"][1:]] == [
        catalogue()[rule].title.en for rule in ("STD-021", "DEF-001", "STD-001")
    ]
    assert read["Time limits that stand out"][0] == [
        *("File", "Service", "Channel", "Unit", "Value", "Usual"),
    ]


@pytest.mark.parametrize(
    ("number", "wide", "ref"),
    [
        (1, [24, 8, 34, 20, 12, 9, 20, 12, 11, 12, 10], "A1:K4"),
        (2, [10, 60, 10, 10], "A1:D4"),
        (3, [30, 9, 9, 9], "A1:D4"),
        (4, [28, 18, 24, 14, 8, 10], "A1:F2"),
    ],
)
def test_every_sheet_can_be_sorted_and_printed(number: int, wide: list[float], ref: str) -> None:
    sheet = sheet_of(number, "en")
    found = [
        (float(col.get("width") or 0), int(col.get("max") or 0) - int(col.get("min") or 0) + 1)
        for col in sheet.iter(f"{SPACE}col")
    ]
    assert [width for width, times in found for _ in range(times)] == pytest.approx(wide, abs=1)
    (filtered,) = sheet.iter(f"{SPACE}autoFilter")
    assert filtered.get("ref") == ref
    (header,), (footer,) = sheet.iter(f"{SPACE}oddHeader"), sheet.iter(f"{SPACE}oddFooter")
    assert header.text == "&L&BRecap of service standards · By the law of 26 November 2026"
    assert footer.text == "&RPage &P of &N"
    (pane,) = sheet.iter(f"{SPACE}pane")
    assert (pane.get("ySplit"), pane.get("xSplit")) == ("1", "1" if number == 3 else None)


def test_an_empty_recap_has_nothing_to_sort() -> None:
    with zipfile.ZipFile(io.BytesIO(formats.recap(EMPTY, "xlsx"))) as archive:
        for number in (1, 2, 3, 4):
            assert b"autoFilter" not in archive.read(f"xl/worksheets/sheet{number}.xml")


def test_a_recap_as_json_keeps_its_letters() -> None:
    named = evolve(RECAP, offices=(evolve(RECAP.offices[0], name="Kantor “Ā”"),))
    shown = formats.recap(named, "json").decode("utf-8")
    assert "Kantor “Ā”" in shown
    assert shown.startswith('{\n  "format"')
    assert shown.endswith("}\n")
