from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
HEAD = 'format = "pst-survey/1"\n[period]\nyear = 2024\n'
HEADINGS = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarpras\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "a.csv"
    rows = "".join(f"3,4,{2 + n % 3},4,3,3,4,3,{3 + n % 2}\n" for n in range(40))
    file.write_text(HEADINGS + rows, encoding="utf-8")
    return file


def report(pst: Pst, answers: Path, details: str, *more: str | Path) -> Any:
    """Write the report with these particulars, and return how that ended."""
    examples = Path(__file__).resolve().parents[3] / "examples"
    if details:
        answers.with_suffix(".toml").write_text(HEAD + details, encoding="utf-8")
    out = answers.parent / "out"
    fixed = ("--answers", answers, "--out", out, "--format", "html")
    return pst("survey", "report", examples / "kabupaten-semarang", *fixed, *more)


def page(answers: Path) -> str:
    return (answers.parent / "out" / "laporan-survei-2024.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["time_limit", "waktu", "U3", "Waktu Penyelesaian"])
def test_an_element_is_called_by_any_of_its_names(pst: Pst, answers: Path, name: str) -> None:
    plan = f'[[plan]]\nelement = "{name}"\nprogramme = "Uji"\n'
    assert report(pst, answers, plan).code == 0
    (row,) = re.findall(r"<tr>(?:(?!<tr>).)*Uji.*?</tr>", page(answers))
    assert "Waktu penyelesaian" in row
    assert "time_limit" not in row


@pytest.mark.parametrize(
    ("details", "said"),
    [
        (
            '[[plan]]\nelement = "Waktoe"\n',
            "a.toml: Baris 5: Isian “plan.1.element” berisi “Waktoe”",
        ),
        ('[[plan]]\nelement = "U8"\n', "a.toml: Baris 5: Nomor U8 dapat berarti dua unsur"),
        ('[signing]\ndate = "17 Januari 2025"\n', "a.toml: Baris 5: Isian “signing.date” berisi"),
        ('[signing]\ndate = "x"\n', "tanggal tanpa tanda kutip, misalnya 2025-01-17"),
        ("[[previous]]\nindex=83,05\n", "a.toml: Baris 5: “index=83,05” bukan isian TOML"),
        ("[[previous]]\nperiod = {year = 2023}\n", "a.toml: Baris 4: Isian “previous.1” belum"),
        ("[[previous]]\nperiod = {year = 2023}\n", "tambahkan index"),
        (
            '[[previous]]\nperiod = {year = 2025}\nindex = "80"\n',
            "a.toml: Baris 5: Isian “previous.1.period” memuat periode sampai",
        ),
        (
            '[[previous]]\nperiod = {year = 2024, half = 1}\nindex = "80"\n',
            "harus berakhir sebelum",
        ),
        (
            '[[previous]]\nperiod = {year = 2023}\nindex = "80"\n' * 2,
            "a.toml: Baris 8: Isian “previous.2.period” memuat periode yang sudah ada",
        ),
        ('[[previous]]\nperiod = {year = 2023}\nindex = "830,5"\n', "dari 25,00 sampai 100,00"),
        ('[[previous]]\nperiod = {year = 2023}\nindex = "0"\n', "a.toml: Baris 6: Isian"),
        ('remark = "belum ditutup\n', "Baris 4"),
    ],
)
def test_what_cannot_be_is_refused_with_file_and_line(
    pst: Pst, answers: Path, details: str, said: str
) -> None:
    ended = report(pst, answers, details)
    assert ended.code == 2
    assert said in ended.err
    assert not (answers.parent / "out").exists()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_english_of_the_parser_is_passed_on(pst: Pst, answers: Path, lang: str) -> None:
    ended = report(pst, answers, "[[previous]]\nindex=83,05\n", "--lang", lang)
    assert "Expected" not in ended.err


def test_a_grade_that_is_not_that_of_its_index_is_told(pst: Pst, answers: Path) -> None:
    past = '[[previous]]\nperiod = {{year = 2023}}\nindex = "83,05"\ngrade = "{}"\n'
    ended = report(pst, answers, past.format("A"))
    assert ended.code == 0  # it was published so; whoever published it may mend it
    assert "Mutu yang tertulis untuk Tahun 2023 adalah A" in ended.out.replace("\n  ", " ")
    assert "bermutu B" in page(answers)
    assert "Mutu yang tertulis" not in report(pst, answers, past.format("B")).out


def test_a_file_of_particulars_beside_any_answers_is_read(pst: Pst, answers: Path) -> None:
    second = answers.with_name("b.csv")
    second.write_text(answers.read_text(encoding="utf-8"), encoding="utf-8")
    second.with_suffix(".toml").write_text(HEAD + 'remark = "Catatan b"\n', encoding="utf-8")
    assert report(pst, answers, "", "--answers", second).code == 2  # remark below [period]
    second.with_suffix(".toml").write_text('remark = "Catatan b"\n' + HEAD, encoding="utf-8")
    second.with_suffix(".toml").write_text(
        HEAD.replace("[period]", 'remark = "Catatan b"\n[period]'), encoding="utf-8"
    )
    assert report(pst, answers, "", "--answers", second).code == 0
    assert "Catatan b" in page(answers)
    both = report(pst, answers, 'signing = {name = "A"}\n', "--answers", second)
    assert both.code == 2
    assert "a.toml, b.toml" in both.err
    assert "--details" in both.err


def test_an_error_in_one_of_several_files_names_the_file(pst: Pst, answers: Path) -> None:
    second = answers.with_name("b.csv")
    second.write_text(HEADINGS + "3,4,9,4,3,3,4,3,3\n", encoding="utf-8")
    ended = report(pst, answers, "", "--answers", second, "--period", "2024")
    assert ended.code == 2
    assert "b.csv: Baris 2, kolom “waktu”" in ended.err
    ended = pst("survey", "score", answers, second, "--instrument", "skm-2017")
    assert "b.csv: Baris 2" in ended.err
    alone = pst("survey", "score", second, "--instrument", "skm-2017")
    assert "b.csv" not in alone.err
