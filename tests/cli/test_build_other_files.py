"""Files that no option of ``pst build`` reads, or another one does: each is told what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pst_standards.exchange.recap import recap_form

Pst = Callable[..., Any]
MINIMAL = Path(__file__).resolve().parents[2] / "examples" / "minimal.yaml"


def workbook(*titles: str) -> Callable[[Path], None]:
    def write(place: Path) -> None:
        book = openpyxl.Workbook()
        for title in titles:
            book.create_sheet(title)
        book.save(place)

    return write


FORM = workbook("Kantor", "Jam pelayanan", "Standar pelayanan", "Saluran pengaduan", "Dasar hukum")
NOISE = bytes(range(1, 256)) * 40


@pytest.mark.parametrize(
    ("option", "name", "write", "looks", "takes"),
    [
        ("--answers", "f.xlsx", FORM, "formulir kantor", "paling depan"),
        ("--register", "f.xlsx", FORM, "formulir kantor", "paling depan"),
        ("--events", "f.xlsx", FORM, "formulir kantor", "paling depan"),
        ("--answers", "r.xlsx", recap_form(year=2025), "rekapitulasi", "--register"),
        ("--register", "j.xlsx", workbook("Jawaban"), "buku kerja", "--answers"),
        ("--register", "foto.jpg", NOISE, "gambar", "nama berkasnya"),
        ("--answers", "foto.jpg", NOISE, "gambar", "nama berkasnya"),
        ("--events", "foto", b"\x89PNG\r\n\x1a\n", "gambar", "nama berkasnya"),
        ("--answers", "surat.docx", NOISE, "dokumen jadi", ".csv"),
    ],
)
def test_a_file_on_the_wrong_option_is_told_with_the_right_one(
    pst: Pst,
    tmp_path: Path,
    option: str,
    name: str,
    write: Callable[[Path], None] | bytes,
    looks: str,
    takes: str,
) -> None:
    file = tmp_path / name
    if isinstance(write, bytes):
        file.write_bytes(write)
    else:
        write(file)
    ended = pst("build", MINIMAL, "--out", tmp_path / "out", "--format", "html", option, file)
    assert ended.code == 2
    first, hint = ended.err.splitlines()
    assert looks in first
    assert takes in hint
    assert not (tmp_path / "out").exists()


def test_what_never_was_a_register_is_not_called_a_damaged_one(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "acak.db"
    file.write_bytes(NOISE)
    ended = pst("build", MINIMAL, "--out", tmp_path / "out", "--register", file)
    assert ended.code == 2
    assert "acak.db bukan register pengaduan" in ended.err
    assert "rusak" not in ended.err


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("populatoin = 5", "population"),
        ("[kolom]", "columns"),
        ("fieldwork = {tim = []}", "fieldwork.team"),
    ],
)
def test_a_misspelt_key_is_named_with_the_one_that_is_meant(
    pst: Pst, tmp_path: Path, line: str, meant: str
) -> None:
    (tmp_path / "a.csv").write_text("biaya\n4\n", encoding="utf-8")
    told = f'format = "pst-survey/1"\nperiod = {{year = 2025}}\n{line}\n'
    (tmp_path / "a.toml").write_text(told, encoding="utf-8")
    ended = pst("build", MINIMAL, "--out", tmp_path / "out", "--answers", tmp_path / "a.csv")
    assert ended.code == 2
    first, hint = ended.err.splitlines()
    assert f"mungkin maksudnya “{meant}”" in first
    assert ".toml" in hint


def test_of_many_sheets_the_first_are_named(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "banyak.xlsx"
    workbook(*(f"Bulan {number}" for number in range(1, 13)))(file)
    more = ("--answers", file, "--period", "2025")
    ended = pst("build", MINIMAL, "--out", tmp_path / "out", *more)
    assert ended.code == 2
    assert "Bulan 7, atau salah satu dari 5 lembar lainnya" in ended.err
    assert "Bulan 8" not in ended.err
    assert "pst survey report --sheet" in ended.err
