"""Official figures become a publication sheet, every figure as it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
TABLE = """\
instrument: skd-2025
period: "Tahun 2025"
source: Laporan SKD contoh
n: 30
index: 91.20
grade: A
elements:
  requirements: 9.10
  fee: 9.40
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "skd.yaml"
    file.write_text(TABLE, encoding="utf-8")
    return file


def sheet(pst: Pst, table: Path, *more: str | Path) -> Any:
    office = Path(__file__).resolve().parents[3] / "examples" / "kabupaten-semarang"
    fixed = ("--from-table", table, "--out", table.parent / "out", "--format", "html")
    return pst("survey", "report", office, *fixed, *more)


def test_official_figures_stand_on_the_sheet_as_they_were_given(pst: Pst, table: Path) -> None:
    ended = sheet(pst, table)
    assert ended.code == 0
    (file,) = (table.parent / "out").glob("lembar-*")
    assert file.name == "lembar-publikasi-survei-tahun-2025.html"
    page = file.read_text(encoding="utf-8")
    for said in ("91.20", "Mutu pelayanan A", "9.40", "Laporan SKD contoh", "30 orang"):
        assert said in page
    assert "Biaya layanan" in page
    assert "sebagaimana dipublikasikan: Laporan SKD contoh" in ended.out.replace("\n  ", " ")


def test_without_a_format_the_usual_ones_are_written(pst: Pst, table: Path) -> None:
    office = Path(__file__).resolve().parents[3] / "examples" / "kabupaten-semarang"
    out = table.parent / "out"
    ended = pst("survey", "report", office, "--from-table", table, "--out", out)
    assert ended.code == 0
    stem = "lembar-publikasi-survei-tahun-2025"
    assert {file.name for file in out.glob(f"{stem}*")} == {f"{stem}.docx", f"{stem}.html"}
    assert f"{stem}.docx" in ended.out


def test_the_period_may_be_named_and_is_needed(pst: Pst, table: Path) -> None:
    assert sheet(pst, table, "--period", "2025-TW2").code == 0
    assert (table.parent / "out" / "lembar-publikasi-survei-2025-tw2.html").is_file()
    table.write_text(TABLE.replace('period: "Tahun 2025"\n', ""), encoding="utf-8")
    ended = sheet(pst, table)
    assert ended.code == 2
    assert "--period" in ended.err


def test_a_table_without_index_and_elements_has_what_it_has(pst: Pst, table: Path) -> None:
    text = 'instrument: skm-2017\nsource: X\nni: "3,42"\nperiod: 2024\nelements: {fee: {sum: 40}}\n'
    table.write_text(text, encoding="utf-8")
    assert sheet(pst, table).code == 0
    page = (table.parent / "out" / "lembar-publikasi-survei-2024.html").read_text("utf-8")
    assert "3,42" in page
    assert "Σ 40" in page
    assert "Mutu pelayanan" not in page
    table.write_text("instrument: skm-2017\nsource: X\nindex: 80\nperiod: 2024\n", "utf-8")
    assert sheet(pst, table).code == 0


def test_a_table_goes_with_no_answers(pst: Pst, table: Path) -> None:
    for more in (("--record",), ("--answers", "a.csv"), ("--details", "a.toml")):
        ended = sheet(pst, table, *more)
        assert ended.code == 2
        assert "hanya lembar publikasi" in ended.err
