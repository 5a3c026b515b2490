"""Cells and files as offices have them: read by a rule, or refused with their place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.survey.survey_answers import ANSWERS, ELEMENTS, LIST, Pst, group, refused, rows_of


@pytest.mark.parametrize(
    ("text", "row", "hint"),
    [
        ("biaya,waktu\n4,3\n0,3\n", "Row 3, column “biaya”", "--answer 0=blank"),
        ("biaya,waktu\n4,5\n", "Row 2, column “waktu”", "--answer"),
        ("biaya;waktu\n4;2,5\n", "Row 2, column “waktu”", "--answer"),
        ("biaya,waktu\n4 ,3\n", "Row 2, column “biaya”", "--strip"),
        ("biaya,waktu\nTS,3\n", "Row 2, column “biaya”", "--answer"),
        ("4,3,3,2\n3,3,4,4\n", "", "--header-row"),
        ("Hasil survei,\n,\nbiaya,waktu\n4,3\n", "", "--header-row"),
        ("", "", ""),
    ],
)
def test_a_cell_that_is_no_answer_stops_the_count_with_its_place(
    pst: Pst, table: Callable[..., Path], text: str, row: str, hint: str
) -> None:
    said = refused(pst, "score", table(text), "--instrument", "skm-2017")
    assert row in said
    assert hint in said
    assert "Traceback" not in said


def test_rules_say_what_else_a_cell_means(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("Tarif?;waktu;No\nSS;4 ;a\n0;3;b\n-;x;b\n")
    found = group(
        pst,
        *(file, "--instrument", "skm-2017", "--column", "Tarif?=fee", "--column", "No="),
        *("--answer", "SS=4", "--answer", "0=blank", "--answer=-=not_applicable"),
        *("--strip", "--leave-out", "--respondent", "No", "--duplicates", "leave_out"),
    )
    elements = {one["element"]: one for one in found["elements"]}
    assert (elements["fee"]["n"], elements["fee"]["sum"]) == (1, 4)
    assert elements["time_limit"]["sum"] == 7
    assert found["left_out"] == {"respondent.duplicate": 1}
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--answer", "SS=good")
    assert "no meaning" in said
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--duplicates", "keep")
    assert "--respondent" in said
    assert "no pair" in refused(pst, "score", file, "--column", "Tarif")


def test_left_out_cells_are_counted_by_reason(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,waktu\n0,3\n4,TS\n")
    found = group(pst, file, "--instrument", "skm-2017", "--leave-out")
    assert found["left_out"] == {"answer.zero": 1, "answer.text": 1}


def test_words_of_the_form_are_taken_when_asked_for(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,prosedur\ngratis,Sangat mudah\n")
    found = group(pst, file, "--instrument", "skm-2017", "--option-texts")
    assert found["index"] == "100.00"


def test_words_of_the_form_are_refused_with_the_option_that_reads_them(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya,prosedur\nGratis,Sangat mudah\nMurah,Sangat mudah\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "--option-texts" in said
    assert "header" not in said


def test_a_column_saved_with_decimals_is_read_by_a_rule_only(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya;prosedur\n3,00;4,0\n4,00;2.0\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "written with decimals" in said
    assert "--decimals" in said
    asked = ("--instrument", "skm-2017", "--drop", "fee", "--decimals")
    assert group(pst, file, *asked)["index"] == "75.00"


def test_a_file_of_an_old_excel_is_read_when_its_encoding_is_named(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya;catatan\n4;Café\n", encoding="cp1252")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "--encoding cp1252" in said
    known = ("--instrument", "skm-2017", "--encoding", "cp1252", "--column", "catatan=")
    assert group(pst, file, *known)["n"] == 1


def test_a_table_with_titles_above_and_sums_below_is_read_when_told(
    pst: Pst, table: Callable[..., Path]
) -> None:
    lines = ["Rekap", ",", f"{','.join(ELEMENTS)}", *[",".join("4" * 9)] * 2, ",".join("8" * 9)]
    file = table("\n".join(lines))
    arguments = (file, "--instrument", "skm-2017", "--delimiter", "comma", "--last-row", "5")
    for row in ("3", "find"):
        assert group(pst, *arguments, "--header-row", row)["n"] == 2
    assert group(pst, *arguments, "--header-row", "3", "--first-row", "5")["n"] == 1
    assert "whole number" in refused(pst, "score", file, "--header-row", "x")


def test_rounded_weights_that_lead_out_of_the_scale_are_printed_only_when_asked_for(
    pst: Pst, table: Callable[..., Path]
) -> None:
    eight = ELEMENTS[:8]
    file = table(f"{','.join(eight)}\n{','.join('4' * 8)}\n")
    arguments = (file, "--instrument", "skm-2017", "--weights", "2dp")
    assert "--compat" in refused(pst, "score", *arguments)
    assert group(pst, *arguments, "--compat")["index"] == "104.00"


def test_a_small_file_needs_no_library(tmp_path: Path) -> None:
    script = tmp_path / "loaded.py"
    script.write_text(
        "import sys\n"
        "from pst_standards.cli import main\n"
        f"main(['survey', 'score', {str(ANSWERS)!r}, '--instrument', 'skm-2017',"
        " '--numbering', 'list', '--format', 'json'])\n"
        "heavy = {'numpy', 'pandas', 'polars', 'pyarrow', 'narwhals', 'yaml', 'attrs'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, check=True)
    assert done.stderr == b""
    assert json.loads(done.stdout)["groups"][0]["index"] == "78.74"


def test_workbooks_and_parquet_are_read_as_text_is(
    pst: Pst, tmp_path: Path, expected: Mapping[str, Any]
) -> None:
    pytest.importorskip("pyarrow")
    openpyxl = pytest.importorskip("openpyxl")
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = rows_of("skm-answers-49x9.csv")
    answers = {name: [int(row[name]) for row in rows] for name in rows[0]}
    pq.write_table(pa.table(answers), tmp_path / "jawaban.parquet")
    book = openpyxl.Workbook()
    book.active.append(["Rekapitulasi jawaban responden"])
    book.active.append(list(answers))
    for row in rows:
        book.active.append([int(cell) for cell in row.values()])
    book.save(tmp_path / "jawaban.xlsx")
    for name in ("jawaban.parquet", "jawaban.xlsx"):
        found = group(pst, tmp_path / name, *LIST, "--quality")
        assert [one["sum"] for one in found["elements"]] == expected["sums"]
        assert found["quality"]["alpha"] == expected["alpha"]


def test_garbage_of_many_megabytes_ends_as_other_faults_do(tmp_path: Path) -> None:
    file = tmp_path / "koma.csv"
    file.write_text("biaya,waktu\n" + "," * 12_000_000 + "\n", encoding="utf-8")
    command = (sys.executable, "-m", "pst_standards", "survey", "score", str(file))
    done = subprocess.run(
        (*command, "--instrument", "skm-2017"), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Fatal" not in done.stderr
