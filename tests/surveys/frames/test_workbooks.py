from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pst_standards.surveys import SurveyError, instrument
from pst_standards.surveys.frames import Layout, Terms, count_file
from pst_standards.surveys.tallying import Handling

xlsxwriter = pytest.importorskip("xlsxwriter")

SKM = instrument("skm-2017")
LIST = Terms(numbering="list")
HEAD = ["No", *(f"U{number}" for number in range(1, 10))]
FORM: list[list[Any]] = [
    ["PENGOLAHAN SURVEI KEPUASAN MASYARAKAT"],
    [],
    HEAD,
    [1, 3, 3, 3, 4, 3, 3, 3, 4, 3],
    [2, 4, None, "3", 4, 4, 3, 4, 4, 4],
]
SUMS = ["Jumlah", 7, 3, 6, 8, 7, 6, 7, 8, 7]


def book(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return path


def refusal(path: Path, terms: Terms = LIST, layout: Layout = Layout()) -> SurveyError:  # noqa: B008 - a frozen value
    with pytest.raises(SurveyError) as raised:
        count_file(path, SKM, terms, layout)
    assert raised.value.message("id")
    return raised.value


def test_headings_below_a_title_are_found_and_told(tmp_path: Path) -> None:
    found = count_file(book(tmp_path / "a.xlsx", Rekap=FORM), SKM, LIST)
    assert found.told == {"sheet": "Rekap", "header_row": 3}
    tally = found.tallies.total()
    assert tally.elements["requirements"].values == (0, 0, 1, 1)
    assert (tally.elements["procedure"].blank, tally.elements["time_limit"].sum) == (1, 6)


def test_sums_below_the_answers_are_refused_until_the_last_row_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", Rekap=[*FORM, SUMS])
    error = refusal(path)
    assert (error.kind, error.params["row"], error.params["last"]) == ("row.sums", 6, 5)
    assert count_file(path, SKM, LIST, Layout(last_row=5)).tallies.total().respondents == 2


def test_a_sheet_of_several_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", Judul=[["x"]], Rekap=FORM)
    assert refusal(path).params["expected"] == ("Judul", "Rekap")
    assert refusal(path, layout=Layout(sheet="x")).kind == "sheet.unknown"
    found = count_file(path, SKM, LIST, Layout(sheet="Rekap", header_row=3))
    assert found.told["sheet"] == "Rekap"
    assert found.tallies.total().respondents == 2


@pytest.mark.parametrize("cell", [True, 2.5, 0, "TS"])
def test_a_cell_that_is_no_answer_is_told_by_the_row_of_the_sheet(
    cell: object, tmp_path: Path
) -> None:
    path = book(tmp_path / "a.xlsx", Rekap=[*FORM[:4], [2, *[3] * 8, cell]])
    assert refusal(path).position == {"row": 5, "column": "U9", "element": "facilities"}
    lenient = Terms(numbering="list", handling=Handling(refused="leave_out"))
    left_out = count_file(path, SKM, lenient).tallies.total().left_out
    assert sum(left_out.values()) == 1


def test_groups_are_named_as_in_a_text(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Triwulan", "biaya"],
        [1, 3],
        ["1", 4],
        [2.5, 4],
        [None, 1],
        [None, None],
    ]
    path = book(tmp_path / "a.xlsx", A=rows)
    found = count_file(path, SKM, Terms(group_by=("Triwulan",)), Layout(header_row=1))
    assert [(dict(key)["Triwulan"], tally.respondents) for key, tally in found.tallies] == [
        ("1", 2),
        ("2.5", 1),
        ("", 1),
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"biaya\n3\n"])
def test_what_is_no_workbook_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    assert refusal(tmp_path / "a.xlsx").kind == "file.workbook"


def test_an_empty_sheet_is_told(tmp_path: Path) -> None:
    assert refusal(book(tmp_path / "a.xlsx", A=[])).kind == "file.empty"


@pytest.mark.parametrize(
    ("cell", "kind", "found"),
    [
        ("4 ", "answer.spaces", "4 "),
        (" ", "answer.spaces", " "),
        ("=REF", "answer.text", "#REF!"),
        (None, None, None),
    ],
)
def test_nothing_that_is_no_answer_becomes_a_blank(
    cell: str | None, kind: str | None, found: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("A")
        sheet.write_row(0, 0, ["biaya", "prosedur"])
        sheet.write_row(1, 0, [3, 4])
        if cell == "=REF":
            sheet.write_formula(2, 0, "=A99/0", None, "#REF!")
        elif cell is not None:
            sheet.write_string(2, 0, cell)
        sheet.write(2, 1, 4)
    if kind is None:
        tally = count_file(path, SKM, layout=Layout(header_row=1)).tallies.total()
        assert tally.elements["fee"].blank == 1
        return
    error = refusal(path, Terms(), Layout(header_row=1))
    assert (error.kind, error.params["found"], error.params["row"]) == (kind, found, 3)


def test_an_empty_row_is_nobody(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", A=[["biaya", "prosedur"], [3, 4], [], [4, 4]])
    tally = count_file(path, SKM, layout=Layout(header_row=1)).tallies.total()
    assert (tally.respondents, tally.empty_respondents) == (2, 0)


def test_a_workbook_too_large_to_read_says_how_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pst_standards.definitions.workbooks._ROWS", 3)
    path = book(tmp_path / "a.xlsx", A=[["biaya", "prosedur"], *[[3, 4]] * 9])
    error = refusal(path)
    assert error.kind == "file.workbook-large"
    assert "CSV" in error.message("id")
