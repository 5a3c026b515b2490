"""Forms in a folder are compared by their offices, as files of text are."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pst_standards.exchange.office_form import office_stated, write_form
from tests.exchange.office_form.filled_forms import irregular

Pst = Callable[..., Any]
LEFT_OPEN = "maklumat: {confidence: illustration, pledge: Kami sanggup.}\n"


def form(code: str, name: str) -> bytes:
    maklumat = {"confidence": "illustration", "pledge": "Kami sanggup."}
    return write_form({"office": {"code": code, "name": name}, "maklumat": maklumat})


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "semua"
    (folder / "kota").mkdir(parents=True)
    copied = form("3301", "BPS Kabupaten Satu")
    for name in ("3301.xlsx", "3301 revisi.xlsx"):
        (folder / name).write_bytes(copied)
    (folder / "3302.xlsx").write_bytes(form("3302", "BPS Kabupaten Dua"))
    (folder / "3303.xlsx").write_bytes(form("3303", "BPS Kabupaten Tiga"))
    other = f"office: {{code: '3302', name: BPS Kota Lain}}\n{LEFT_OPEN}"
    (folder / "kota" / "kantor.yaml").write_text(other, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_check_names_the_cell_of_a_code_that_stands_twice(pst: Pst, offices: Path) -> None:
    assert offices.is_dir()
    found = json.loads(pst("check", "semua", "--format", "json").out)["findings"]
    doubles = [one for one in found if one["rule"] == "DEF-014"]
    assert [(one["file"], one.get("cell"), one["severity"]) for one in doubles] == [
        ("semua/3301 revisi.xlsx", "C3", "error"),
        ("semua/3301.xlsx", "C3", "error"),
        ("semua/3302.xlsx", "C3", "error"),
        ("semua/kota", None, "error"),
    ]
    assert {one.get("sheet") for one in doubles} == {"Kantor", None}


def test_a_build_makes_nothing_of_them_and_forgets_no_edit(pst: Pst, offices: Path) -> None:
    def build() -> tuple[int, list[str], str]:
        options = ("--out", "out", "--format", "md", "--jobs", "1", "--quiet", "--lang", "en")
        ended = pst("build", "semua", *options)
        return ended.code, [line for line in ended.err.splitlines() if "DEF-014" in line], ended.out

    code, told, out = build()
    assert (code, len(told)) == (1, 4)
    assert "1 made, 0 up to date, 4 failed" in out
    (offices / "3301 revisi.xlsx").write_bytes(form("3304", "BPS Kabupaten Empat"))
    (offices / "kota" / "kantor.yaml").unlink()
    code, told, out = build()
    assert (code, told) == (0, [])
    assert "3 made, 1 up to date, 0 failed" in out


def test_a_recap_tells_of_them_too(pst: Pst, offices: Path) -> None:
    assert offices.is_dir()
    pst("recap", "semua", "--out", "rekap.json", "--quiet")
    assert Path("rekap.json").read_text(encoding="utf-8").count("DEF-014") >= 1


def test_whose_form_it_is_stands_on_one_sheet(tmp_path: Path) -> None:
    file = tmp_path / "kantor.xlsx"
    book = load_workbook(io.BytesIO(form("x", "BPS\nKabupaten Satu")))
    book["Kantor"]["C3"].value = 3301
    book.move_sheet("Kantor", 5)
    book.save(file)
    for content in (file.read_bytes(), irregular(file.read_bytes())):
        file.write_bytes(content)
        assert office_stated(file) == ("3301", "BPS Kabupaten Satu")


def test_what_is_no_form_names_no_office(tmp_path: Path) -> None:
    (tmp_path / "3301.xlsx").write_bytes(b"x")
    (tmp_path / "kantor.yaml").write_text("office: {code: '3301'}\n", encoding="utf-8")
    assert office_stated(tmp_path / "3301.xlsx") == ("", "")
    assert office_stated(tmp_path / "kantor.yaml") == ("3301", "")
