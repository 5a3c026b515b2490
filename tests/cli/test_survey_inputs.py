"""What an office hands to ``pst survey``: files as they are, groups, and rules in a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
Table = Callable[..., Path]
SKM = ("--instrument", "skm-2017")
HEADS = "persyaratan,prosedur,waktu,biaya,produk"


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Write a file of answers."""

    def write(text: str, name: str = "jawaban.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        return file

    return write


def data(pst: Pst, *arguments: str | Path) -> Any:
    ended = pst("survey", "score", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def told(pst: Pst, *arguments: str | Path) -> str:
    ended = pst("survey", *arguments)
    assert (ended.code, ended.out) == (2, "")
    return str(ended.err)


def lines(rows: int, answers: str = "3,3,3,3,3") -> str:
    return f"{answers}\n" * rows


# -- hints ---------------------------------------------------------------------------------------


def test_a_dash_is_given_a_meaning_as_the_hint_says(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n3,4,-,4,4\n3,4,3,4,4\n")
    said = told(pst, "score", file, *SKM)
    assert '--answer "-=blank"' in said
    assert '--answer "-=not_applicable"' in said
    found = data(pst, file, *SKM, "--answer", "-=blank")["groups"][0]
    assert [one["n"] for one in found["elements"]][:3] == [2, 2, 1]


def test_a_column_may_begin_with_a_dash(pst: Pst, table: Table) -> None:
    file = table("-biaya-=x,persyaratan\n4,3\n")
    found = data(pst, file, *SKM, "--column", "-biaya-=x=biaya")
    assert found["files"][0]["columns"]["fee"] == "-biaya-=x"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (f"{HEADS}\n{HEADS}\n1,2,a,4,5\n3,3,3,3,3\n", "--first-row 4"),
        (f"{HEADS}\nSesuai,Mudah,Cepat,Murah,Sesuai\nSesuai,Mudah,Cepat,x,\n", "--option-texts"),
        (f"{HEADS}\nSangat Puas,4,4,4,4\n", '--answer "Sangat Puas=3"'),
        (f'{HEADS}\n"a""b",4,4,4,4\n', '--answer "ISI=nilai"'),
        (f"{HEADS}\n3,3,3,3,3\n\nJumlah,3,3,3,3\n", '--answer "Jumlah=3"'),
        (f"No,{HEADS}\n1,3,3,3,3,3\nJumlah,3,3,3,3,3\n", "--last-row 2"),
        (f"No,{HEADS}\n1,3,3,3,3,3\nNRR/unsur,3,2,5,3,3\n,Mutu,,,,\n", "--last-row 2"),
    ],
)
def test_a_hint_names_the_option_that_helps(pst: Pst, table: Table, text: str, hint: str) -> None:
    assert hint in told(pst, "score", table(text), *SKM)


def test_rows_of_sums_are_never_counted_as_respondents(pst: Pst, table: Table) -> None:
    sums = "Jumlah,3,3,3,3,3\nNRR,3,3,3,3,3\n,,,,,\n"
    file = table(f"No,{HEADS}\n1,3,3,3,3,3\nx,4,4,4,4,4\n{sums}")
    (found,) = data(pst, file, *SKM, "--leave-out")["groups"]
    assert found["n"] == 2
    notes = {one["key"]: one for one in found["warnings"]}
    assert notes["left-out-sums"]["params"]["n"] == 2


def test_a_group_may_be_called_as_sums_are(pst: Pst, table: Table) -> None:
    file = table(f"Layanan,{HEADS}\nTotal,3,3,3,3,3\n")
    (found,) = data(pst, file, *SKM, "--group-by", "Layanan")["groups"]
    assert found["key"] == {"Layanan": "Total"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_excel_is_told_with_its_encoding(
    pst: Pst, table: Table, encoding: str
) -> None:
    file = table(f"{HEADS}\n3,4,3,4,4\n".replace(",", "\t"), "jawaban.txt", encoding)
    assert f"--encoding {encoding}," in told(pst, "score", file, *SKM)
    assert data(pst, file, *SKM, "--encoding", encoding)["groups"][0]["n"] == 1


def test_a_marked_file_is_not_read_in_another_encoding(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n3,4,3,4,4\n", encoding="utf-8-sig")
    assert "Hilangkan --encoding" in told(pst, "score", file, *SKM, "--encoding", "cp1252")
    assert data(pst, file, *SKM)["groups"][0]["n"] == 1


def test_an_encoding_is_proposed_only_to_who_named_none(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n3,4,3,4,\x81\n", encoding="latin-1")
    assert "--encoding cp1252" in told(pst, "score", file, *SKM)
    assert "→" not in told(pst, "score", file, *SKM, "--encoding", "cp1252")


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_the_line_that_tells_excel_the_delimiter_is_read(pst: Pst, table: Table, mark: str) -> None:
    text = f"sep={mark}\r\n" + f"{HEADS}\r\n3,4,3,4,4\r\n".replace(",", mark)
    found = data(pst, table(text), *SKM)
    assert found["groups"][0]["n"] == 1
    assert (found["files"][0]["delimiter"], found["files"][0]["header_row"]) == (mark, 2)
    name = {";": "semicolon", ",": "comma", "\t": "tab"}[mark]
    named = ("--header-row", "2", "--delimiter", name)
    assert data(pst, table(text), *SKM, *named)["groups"][0]["n"] == 1


def test_a_large_file_is_read_as_a_small_one(pst: Pst, table: Table) -> None:
    file = table(f"sep=;\n{HEADS}\n{lines(450_000)}".replace(",", ";"))
    assert file.stat().st_size > 4 << 20
    assert data(pst, file, *SKM)["groups"][0]["n"] == 450_000


def test_sums_below_a_large_file_are_refused_too(pst: Pst, table: Table) -> None:
    rows = "1,3,3,3,3,3\n" * 380_000
    file = table(f"No,{HEADS}\n{rows}Jumlah,3,3,3,3,3\n")
    assert file.stat().st_size > 4 << 20
    assert "--last-row 380001" in told(pst, "score", file, *SKM)
    assert data(pst, file, *SKM, "--leave-out")["groups"][0]["n"] == 380_000


@pytest.mark.parametrize("name", ["skm.xls", "skm.ods", "skm.XLSB"])
def test_other_workbooks_are_to_be_saved_as_xlsx(pst: Pst, table: Table, name: str) -> None:
    assert "Simpan sebagai .xlsx" in told(pst, "score", table("x", name), *SKM)


def test_a_sheet_is_proposed_by_its_name(pst: Pst, tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as made:
        for name in ("Rekap", "Isian"):
            made.add_worksheet(name).write_row(0, 0, HEADS.split(","))
    assert '--sheet "Rekap"' in told(pst, "score", tmp_path / "a.xlsx", *SKM)


def test_a_table_without_a_delimiter_can_be_audited_when_it_is_named(
    pst: Pst, table: Table
) -> None:
    file = table("unsur;jumlah,orang\nU1;105,2\n")
    assert "--delimiter" in told(pst, "audit", file, *SKM, "--numbering", "list")
    said = pst("survey", "audit", file, *SKM, "--delimiter", "semicolon").err
    assert "--delimiter" not in said


def test_headings_are_listed_in_quotes_and_cut_off_visibly(pst: Pst, table: Table) -> None:
    heads = ",".join(f'"Cepat, {n}"' for n in range(1, 15))
    said = told(pst, "score", table(f"{heads}\n" + "3," * 13 + "3\n"), *SKM)
    assert "“Cepat, 12”, …" in said
    assert "Cepat, 13" not in said


def test_a_mistake_on_the_command_line_is_not_buried_in_the_usage(pst: Pst) -> None:
    said = told(pst, "report", "kantor", "--answers", "a.csv", "b.csv", "--out", "x")
    assert said.startswith("pst survey report: ")
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("a.csv", ("--sheet", "Rekap"), "--sheet"),
        ("a.xlsx", ("--encoding", "cp1252"), "--encoding"),
        ("a.xlsx", ("--delimiter", "comma"), "--delimiter"),
    ],
)
def test_an_option_about_another_kind_of_file_is_not_passed_over(
    pst: Pst, table: Table, name: str, options: tuple[str, str], said: str
) -> None:
    assert said in told(pst, "score", table(f"{HEADS}\n3,3,3,3,3\n", name), *SKM, *options)


# -- patterns ------------------------------------------------------------------------------------


def test_a_pattern_stands_for_the_files_that_fit_it(
    pst: Pst, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    for quarter in (2, 1):
        table(f"{HEADS}\n{lines(quarter)}", f"tw{quarter}.csv")
    monkeypatch.chdir(table("", "x.txt").parent)
    found = data(pst, "tw*.csv", *SKM)
    assert [one["file"] for one in found["files"]] == ["tw1.csv", "tw2.csv"]
    assert found["groups"][0]["n"] == 3
    assert "“*.xlsx”" in told(pst, "score", "*.xlsx", *SKM)


def test_a_file_with_a_bracket_in_its_name_is_that_file(pst: Pst, table: Table) -> None:
    assert data(pst, table(f"{HEADS}\n3,3,3,3,3\n", "skm [1].csv"), *SKM)["groups"][0]["n"] == 1


# -- groups --------------------------------------------------------------------------------------


def grouped(**sizes: int) -> str:
    return f"Layanan,{HEADS}\n" + "".join(
        f"{name.replace('_', '')},3,4,3,4,4\n" * n for name, n in sizes.items()
    )


@pytest.mark.parametrize("option", [("--together", "pooled"), ("--served", "A=1")])
def test_what_speaks_of_groups_needs_groups(
    pst: Pst, table: Table, option: tuple[str, str]
) -> None:
    assert "--group-by" in told(pst, "score", table(grouped(A=6)), *SKM, *option)


def test_groups_of_fewer_than_five_are_not_shown_as_text(pst: Pst, table: Table) -> None:
    arguments = (table(grouped(A=5, B=4, C=3)), *SKM, "--group-by", "Layanan")
    said = pst("survey", "score", *arguments).out
    assert "Layanan = A" in said
    assert "Layanan = B" not in said
    assert "2 kelompok, 7 responden" in said
    shown = pst("survey", "score", *arguments, "--small-groups").out
    assert "Layanan = B" in shown
    assert "tidak ditampilkan" not in shown
    assert [(g["n"], g["small"]) for g in data(pst, *arguments)["groups"]] == [
        (5, False),
        (4, True),
        (3, True),
    ]


def test_fewer_than_ten_put_nothing_into_an_order(pst: Pst, table: Table) -> None:
    arguments = (table(grouped(A=9, B=10)), *SKM, "--group-by", "Layanan")
    first, second = data(pst, *arguments)["groups"]
    assert first["priorities"] == []
    assert second["priorities"]


def test_a_blank_group_has_a_name(pst: Pst, table: Table) -> None:
    file = table(grouped(A=5, _=5))
    arguments = ("score", file, *SKM, "--group-by", "Layanan")
    assert "Kelompok: Layanan = (kosong)" in pst("survey", *arguments).out
    weighed = ("--together", "population", "--served", "A=10", "--served")
    for lang in ("id", "en"):
        for name in ("(kosong)", "(blank)"):
            ended = pst("survey", *arguments, *weighed, f"{name}=30", "--lang", lang)
            assert (ended.code, ended.err) == (0, "")
    assert "A, (kosong)" in told(pst, *arguments, *weighed, "Z=30")
    assert "--served" in told(pst, *arguments, "--together", "population")


def test_names_that_differ_by_capitals_or_spaces_are_told(pst: Pst, table: Table) -> None:
    text = grouped(Loket=5, loket=5, B=5) + "Loket ,3,4,3,4,4\n" * 5
    arguments = (table(text), *SKM, "--group-by", "Layanan")
    said = " ".join(pst("survey", "score", *arguments).out.split())
    assert "“Loket”, “loket”, “Loket ”" in said
    assert data(pst, *arguments)["alike"] == [["Loket", "loket", "Loket "]]


# -- several files -------------------------------------------------------------------------------


def test_several_files_have_their_own_figures_and_a_plain_mean(pst: Pst, table: Table) -> None:
    files = (
        table(f"{HEADS}\n{lines(1, '4,4,4,4,4')}", "a.csv"),
        table(f"{HEADS}\n{lines(3, '3,3,3,3,3')}", "b.csv"),
    )
    found = data(pst, *files, *SKM)
    assert [(f["n"], f["index"], f["grade"]) for f in found["files"]] == [
        (1, "100.00", "A"),
        (3, "75.00", "C"),
    ]
    assert (found["groups"][0]["index"], found["files_simple"]["index"]) == ("81.25", "87.50")
    said = pst("survey", "score", *files, *SKM).out
    assert "Rata-rata sederhana indeks berkas 87,50" in said
    assert "b.csv                             75,00 C 3 responden" in said
    assert "files_simple" not in data(pst, files[0], *SKM)


def test_a_file_that_cannot_be_scored_alone_hides_no_total(pst: Pst, table: Table) -> None:
    files = (table("biaya,waktu\n4,4\n", "a.csv"), table("waktu\n3\n", "b.csv"))
    rest = [f"--weight={key}=0" for key in _NOT_FEE]
    found = data(pst, *files, *SKM, "--weight", "fee=1", *rest, "--column", "waktu=waktu")
    assert found["groups"][0]["index"] == "100.00"
    assert "files_simple" not in found


_NOT_FEE = (
    *("requirements", "procedure", "time_limit", "product"),
    *("competence", "conduct", "complaint_handling", "facilities"),
)


# -- quality and importance ----------------------------------------------------------------------


def test_who_tells_the_population_alone_reads_the_margin_alone(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n" + "3,4,3,4,4\n4,4,3,3,2\n3,3,3,3,4\n" * 4)
    brief = pst("survey", "score", file, *SKM, "--population", "20").out
    assert "dikoreksi untuk populasi 20" in brief
    assert "Alfa Cronbach" not in brief
    assert (
        "Alfa Cronbach" in pst("survey", "score", file, *SKM, "--population", "20", "--quality").out
    )


def test_text_shows_gaps_and_quadrants(pst: Pst, table: Table) -> None:
    names = ("persyaratan", "prosedur", "waktu")
    heads = ",".join((*names, *(f"kepentingan_{name}" for name in names)))
    file = table(f"{heads}\n6,9,8,9,6,9\n" + "6,9,8,9,6,9\n")
    drop = [f"--drop=U{n}" for n in (1, *range(5, 17))]
    ended = pst("survey", "score", file, "--instrument", "skd-2025", *drop)
    assert ended.code == 0, ended.err
    (row,) = [one for one in ended.out.splitlines() if one.startswith("  Persyaratan layanan")]
    assert row.split()[2:] == ["6,000", "9,000", "-3,000", "A"]
    assert "Kuadran: A prioritas utama" in ended.out
    level = pst(
        "survey", "score", table(f"{heads}\n6,6,6,9,9,9\n"), "--instrument", "skd-2025", *drop
    )
    assert "Kuadran tidak dapat ditentukan" in level.out


# -- rules in a file -----------------------------------------------------------------------------

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


# -- wording -------------------------------------------------------------------------------------


def test_numbers_are_said_as_a_language_says_them(pst: Pst, table: Table) -> None:
    alone = table(f"{HEADS}\n3,3,3,3,3\n")
    assert "1 respondent\n" in pst("survey", "score", alone, *SKM, "--lang", "en").out
    given = table(
        "instrument: skd-2025\nsource: x\nindex: 91.20\nelements: {fee: 9.10}\n", "a.yaml"
    )
    for lang, index, mean in (("id", "91,20", "9,10"), ("en", "91.20", "9.10")):
        said = pst("survey", "score", "--from-table", given, "--lang", lang).out
        assert index in said
        assert f" {mean}\n" in said


def test_a_number_of_too_many_digits_is_called_large(pst: Pst) -> None:
    assert "terlalu besar" in told(pst, "sample-size", "1" + "0" * 25)
    assert "bukan bilangan bulat" in told(pst, "sample-size", "1.146")


def test_an_element_with_two_columns_is_called_by_its_term(pst: Pst, table: Table) -> None:
    said = told(pst, "score", table(f"{HEADS},Biaya/Tarif\n3,3,3,3,3,3\n"), *SKM)
    assert "Unsur Biaya/tarif sudah diisi oleh kolom “biaya”." in said
    mixed = told(pst, "score", table("biaya,biaya_1\n3,3\n"), *SKM)
    assert "Unsur Biaya/tarif ditanyakan utuh" in mixed
