"""Rules for columns and cells in a file beside the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.survey.survey_answers import HEADS, SKM, Pst, Table, data, told

RULES = """format = "pst-survey/1"
population = 20
[columns]
"Apakah petugasnya ramah, sopan?" = "perilaku"
"Saran" = ""
[answers]
"Sangat puas" = 4
"-" = "blank"
"""
SENTENCES = 'persyaratan,prosedur,waktu,biaya,"Apakah petugasnya ramah, sopan?",Saran\n'


def test_columns_and_cells_are_explained_beside_the_answers(pst: Pst, table: Table) -> None:
    file = table(f"{SENTENCES}3,3,3,3,Sangat puas,x\n3,3,3,3,-,y\n")
    table(RULES, "jawaban.toml")
    found = data(pst, file, *SKM)
    conduct = next(e for e in found["groups"][0]["elements"] if e["element"] == "conduct")
    assert (conduct["n"], conduct["sum"]) == (1, 4)


def test_a_file_of_rules_can_be_named_and_the_command_line_goes_first(
    pst: Pst, table: Table
) -> None:
    file = table(f"{SENTENCES}3,3,3,3,Sangat puas,x\n")
    rules = table(RULES, "aturan.toml")
    assert "Sangat puas" in told(
        pst, "score", file, *SKM, "--column", "Apakah petugasnya ramah, sopan?=perilaku"
    )
    found = data(pst, file, *SKM, "--rules", rules, "--answer", "Sangat puas=3")
    conduct = next(e for e in found["groups"][0]["elements"] if e["element"] == "conduct")
    assert conduct["sum"] == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1", "pst-survey/1"),
        ("columns", "bukan TOML"),
        ('format = "pst-survey/1"\ncolumns = 3', "columns"),
        ('format = "pst-survey/1"\n[answers]\nx = 1.5', "answers.x"),
        ('format = "pst-survey/1"\n[columns]\nTidakAda = "biaya"', "TidakAda"),
        ('format = "pst-survey/1"\n[answers]\nx = "kosong"', "blank"),
    ],
)
def test_rules_that_cannot_be_are_refused(pst: Pst, table: Table, text: str, said: str) -> None:
    file, rules = table(f"{HEADS}\n3,3,3,3,3\n"), table(text, "aturan.toml")
    assert said in told(pst, "score", file, *SKM, "--rules", rules)


def test_files_beside_several_answers_are_read_together(pst: Pst, table: Table) -> None:
    first = table("Ramah?,waktu,biaya,produk,prosedur\n3,3,3,3,3\n", "a.csv")
    second = table("Sopan?,waktu,biaya,produk,prosedur\n3,3,3,3,-\n", "b.csv")
    head = 'format = "pst-survey/1"\n'
    table(f'{head}[columns]\n"Ramah?" = "perilaku"\n', "a.toml")
    rules = f'{head}[columns]\n"Sopan?" = "perilaku"\n[answers]\n"-" = "blank"\n'
    table(rules, "b.toml")
    found = data(pst, first, second, *SKM)
    assert found["groups"][0]["n"] == 2
    table(f'{rules}"S" = 1\n', "b.toml")
    table(f'{head}[columns]\n"Ramah?" = "perilaku"\n[answers]\n"S" = 2\n', "a.toml")
    assert "“S”" in told(pst, "score", first, second, *SKM)


def test_another_file_beside_the_answers_is_left_alone(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n3,3,3,3,3\n")
    table("[tool]\nx = 1\n", "jawaban.toml")
    assert data(pst, file, *SKM)["groups"][0]["n"] == 1


def test_a_column_that_is_explained_must_be_there(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n3,3,3,3,3\n")
    assert "“Ramah?”" in told(pst, "score", file, *SKM, "--column", "Ramah?=perilaku")
    assert data(pst, file, *SKM, "--column", "Saran=")["groups"][0]["n"] == 1


def test_the_report_reads_the_same_rules(pst: Pst, tmp_path: Path, examples: Path) -> None:
    pytest.importorskip("docx")
    rows = "".join(f"3,{3 + n % 2},3,3,Sangat puas,x\n" for n in range(12))
    (tmp_path / "skm.csv").write_text(SENTENCES + rows, encoding="utf-8")
    details = f"{RULES}[period]\nyear = 2024\n"
    (tmp_path / "skm.toml").write_text(details, encoding="utf-8")
    arguments = ("report", examples / "kabupaten-semarang", "--answers", tmp_path / "skm.csv")
    ended = pst("survey", *arguments, "--out", tmp_path / "out", "--format", "html")
    assert (ended.code, ended.err) == (0, "")
    page = (tmp_path / "out" / "laporan-survei-2024.html").read_text(encoding="utf-8")
    assert "Perilaku pelaksana" in page


def test_how_many_answered_an_element_is_told_where_not_all_did(pst: Pst, table: Table) -> None:
    file = table("persyaratan,prosedur,waktu,biaya,produk\n3,3,3,3,\n3,,3,3,\n3,3,3,3,3\n")
    said = " ".join(pst("survey", "score", file, *SKM).out.split())
    assert (
        "Tidak semua dari 3 responden menjawab: Sistem, mekanisme, dan prosedur (2), "
        "Produk spesifikasi jenis pelayanan (1)." in said
    )
    whole = table(f"{HEADS}\n3,3,3,3,3\n", "b.csv")
    assert "Tidak semua" not in pst("survey", "score", whole, *SKM).out
