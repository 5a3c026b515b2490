"""What an office hands to ``pst survey``: files as they are, and hints at what helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.survey.survey_answers import HEADS, SKM, Pst, Table, data, lines, told


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


@pytest.mark.unmeasured
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
