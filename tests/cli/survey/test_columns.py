"""Which column of a file holds the answers to which element."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.survey.survey_answers import ELEMENTS, SKM, Pst, group, refused

NINE = ",".join(ELEMENTS)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("persyaratan,prosedur,biaya,produk,kompetensi,Waktu Penyelesain", "waktu"),
        ("persyaratan,prosedur,biaya,produk,kompetensi,Seberapa cepat waktu layanan?", "waktu"),
        ("persyaratan,prosedur,biaya,produk,kompetensi,U3 kecepatan", "U3 kecepatan"),
        ("biaya,Jawaban", "--drop"),
    ],
)
def test_a_column_that_may_hold_answers_is_never_left_out_silently(
    pst: Pst, table: Callable[..., Path], header: str, kind: str
) -> None:
    file = table(f"{header}\n" + ",".join("3" * (header.count(",") + 1)) + "\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert kind in said
    heading = header.rpartition(",")[2]
    left = group(pst, file, "--instrument", "skm-2017", "--column", f"{heading}=")
    assert left["n"] == 1
    meant = group(pst, file, "--instrument", "skm-2017", "--column", f"{heading}=waktu")
    assert len([one for one in meant["elements"] if one["n"]]) == header.count(",") + 1


def test_an_element_is_called_by_any_of_its_names(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"{NINE}\n" + ",".join("344444444") + "\n")
    by_key = group(pst, file, "--instrument", "skm-2017", "--drop", "requirements")
    for name in ("persyaratan", "Persyaratan", "U1"):
        assert group(pst, file, "--instrument", "skm-2017", "--drop", name) == by_key
    assert by_key["index"] == "100.00"
    assert "numbering" in refused(pst, "score", file, "--instrument", "skm-2017", "--drop", "U8")
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--drop", "parkir")
    assert "biaya (fee)" in said


def test_numbers_and_words_together_are_a_heading(pst: Pst, table: Callable[..., Path]) -> None:
    head = "U1. Persyaratan,U2 (Prosedur),Waktu pelayanan,Biaya / Tarif,5. Produk layanan"
    head += ",Kompetensi petugas,Perilaku petugas,U8 Sarana prasarana,U9 Penanganan pengaduan"
    file = table(f"No,{head}\n1," + ",".join("334444412") + "\n")
    found = group(pst, file, "--instrument", "skm-2017")
    assert [one["sum"] for one in found["elements"]] == [3, 3, 4, 4, 4, 4, 4, 2, 1]


def test_what_was_read_of_each_file_is_told(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"No,{NINE},Usia\n1," + ",".join("344444444") + ",30\n")
    data = json.loads(pst("survey", "score", str(file), *SKM, "--format", "json").out)
    (read,) = data["files"]
    assert read["unread"] == ["No", "Usia"]
    assert read["missing"] == []
    assert read["columns"]["fee"]
    ended = pst("survey", "score", str(file), str(file), *SKM)
    assert (ended.code, ended.out) == (2, "")
    assert "dua kali" in ended.err


def test_what_only_some_files_ask_is_told(pst: Pst, tmp_path: Path) -> None:
    first, second = tmp_path / "tw1.csv", tmp_path / "tw2.csv"
    names = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan"
    first.write_text(f"{names},sarpras\n" + ",".join("3" * 9) + "\n", encoding="utf-8")
    second.write_text(f"{names},Usia\n" + ",".join("3" * 8) + ",30\n", encoding="utf-8")
    said = pst("survey", "score", str(first), str(second), *SKM).out
    assert "hanya ditanyakan dalam sebagian berkas; tidak dalam tw2.csv" in " ".join(said.split())
    assert "Usia" in said


def test_the_rules_that_changed_cells_are_told(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"{NINE}\n" + ",".join("344444444") + "\n")
    arguments = ("survey", "score", str(file), *SKM, "--answer", "3=4", "--answer", "TS=1")
    assert "Isi sel yang diberi arti: 3 = 4, TS = 1." in pst(*arguments).out
    data = json.loads(pst(*arguments, "--format", "json").out)
    assert data["rules"]["answers"] == {"3": "4", "TS": "1"}
