from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("docx")
Pst = Callable[..., Any]
ANSWERS = "jenis_kelamin,usia,layanan,biaya,waktu,produk\n" + "".join(
    f"{'LP'[n % 2]},{16 + n},{'AB'[n % 2]},{3 + n % 2},{2 + n % 3},4\n" for n in range(24)
)
DETAILS = """\
format = "pst-survey/1"
population = 100
[period]
year = 2024
quarter = 2
[[previous_plan]]
programme = "Kotak saran"
completion = "done"
completed_on = 2024-03-18
"""


@pytest.fixture
def office(tmp_path: Path, examples: Path) -> Path:
    folder = tmp_path / "kantor"
    shutil.copytree(examples / "kabupaten-semarang", folder)
    shutil.copy(examples / "provinsi-jawa-tengah.yaml", tmp_path)
    return folder


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "jawaban.csv"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


def report(pst: Pst, office: Path, answers: Path, *arguments: str | Path) -> Any:
    """Write the report beside the answers, and return how that ended."""
    out = answers.parent / "laporan"
    return pst("survey", "report", office, "--answers", answers, "--out", out, *arguments)


def test_sheet_and_report_of_the_example_are_written(
    pst: Pst, tmp_path: Path, examples: Path
) -> None:
    ended = pst(
        *("survey", "report", examples / "kabupaten-semarang"),
        *("--answers", examples / "survey" / "skm-2024.csv", "--out", tmp_path),
    )
    assert (ended.code, ended.err) == (0, "")
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {
        f"{stem}-2024.{kind}"
        for stem in ("lembar-publikasi-survei", "laporan-survei")
        for kind in ("docx", "html")
    } | {"survey-report-manifest.json"}
    page = (tmp_path / "laporan-survei-2024.html").read_text(encoding="utf-8")
    for said in ("84,16", "rekaan", "Perpustakaan", "Waktu penyelesaian"):
        assert said in page


def test_what_no_answer_tells_comes_from_the_file_beside_the_answers(
    pst: Pst, office: Path, answers: Path
) -> None:
    told = f"previous_results_on = 2024-01-17\n{DETAILS}"
    answers.with_suffix(".toml").write_text(told, encoding="utf-8")
    assert report(pst, office, answers, "--format", "html").code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2024-tw2.html").read_text(encoding="utf-8")
    assert "Kotak saran" in page
    assert "18 Maret 2024" in page
    assert "PEKPPP" in page
    assert "Triwulan II" in page
    # Elements that score lowest begin the plan; the time limit is a component of the standard.
    assert "Jangka waktu penyelesaian" in page
    assert not list((answers.parent / "laporan").glob("*.docx"))


def test_the_file_of_particulars_may_be_named(pst: Pst, office: Path, answers: Path) -> None:
    details = answers.parent / "lain.toml"
    details.write_text(DETAILS, encoding="utf-8")
    ended = report(pst, office, answers, "--details", details, "--format", "html", "--lang", "en")
    assert ended.code == 0
    assert (answers.parent / "laporan" / "survey-report-2024-tw2.html").is_file()
    missing = report(pst, office, answers, "--details", answers.parent / "x.toml")
    assert missing.code == 2
    details.write_text("x", encoding="utf-8")
    assert report(pst, office, answers, "--details", details).code == 2


@pytest.mark.parametrize(
    ("period", "stem"),
    [
        ("2024", "2024"),
        ("2024-TW2", "2024-tw2"),
        ("2024-q3", "2024-tw3"),
        ("2024-S1", "2024-s1"),
        ("2024-05", "2024-05"),
    ],
)
def test_a_period_is_named_on_the_command_line(
    pst: Pst, office: Path, answers: Path, period: str, stem: str
) -> None:
    ended = report(pst, office, answers, "--period", period, "--format", "html")
    assert ended.code == 0
    assert (answers.parent / "laporan" / f"laporan-survei-{stem}.html").is_file()


@pytest.mark.parametrize("period", ["24", "2024-TW5", "2024-13", "2024-X1", "kapan"])
def test_what_is_no_period_is_refused(pst: Pst, office: Path, answers: Path, period: str) -> None:
    ended = report(pst, office, answers, "--period", period)
    assert ended.code == 2
    assert "bukan periode" in ended.err


def test_a_report_needs_answers_and_a_period(pst: Pst, office: Path, answers: Path) -> None:
    ended = report(pst, office, answers)
    assert (ended.code, ended.out) == (2, "")
    assert "--period" in ended.err
    ended = pst("survey", "report", office, "--out", answers.parent)
    assert ended.code == 2
    assert "--answers" in ended.err
    ended = report(pst, office, answers, "--period", "2024", "--format", "odt")
    assert ended.code == 2


def test_the_rules_are_those_of_the_period(pst: Pst, office: Path, answers: Path) -> None:
    ended = report(pst, office, answers, "--period", "2017", "--format", "html")
    assert ended.code == 2
    assert "skm-2014" in ended.err
    named = ("--period", "2017", "--instrument", "skm-2014", "--format", "html")
    assert report(pst, office, answers, *named).code == 0


def test_a_column_with_another_heading_is_named(pst: Pst, office: Path, answers: Path) -> None:
    answers.write_text(ANSWERS.replace("jenis_kelamin", "L/P"), encoding="utf-8")
    arguments = ("--period", "2024", "--format", "html")
    page = answers.parent / "laporan" / "laporan-survei-2024.html"
    unknown = report(pst, office, answers, *arguments)
    assert unknown.code == 2  # it might hold answers to one of the many elements without a column
    assert "L/P" in unknown.err
    assert report(pst, office, answers, *arguments, "--column", "L/P=").code == 0
    assert "Jenis kelamin" not in page.read_text(encoding="utf-8")
    assert report(pst, office, answers, *arguments, "--profile", "sex=L/P").code == 0
    assert "Jenis kelamin" in page.read_text(encoding="utf-8")
    ended = report(pst, office, answers, *arguments, "--profile", "sex=X")
    assert ended.code == 2


def test_several_files_make_one_report(pst: Pst, office: Path, answers: Path) -> None:
    second = answers.parent / "tw2.csv"
    second.write_text("biaya,waktu\n" + "4,4\n" * 10, encoding="utf-8")
    ended = report(pst, office, answers, "--answers", second, "--period", "2024", "--format=html")
    assert ended.code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2024.html").read_text(encoding="utf-8")
    assert "34 responden" in page
    assert "Jenis kelamin" not in page  # only one of the files asks that
    assert "Alpha Cronbach" not in page  # the other lacks a question


def test_the_result_is_recorded_and_every_other_line_kept(
    pst: Pst, office: Path, answers: Path
) -> None:
    before = {file: file.read_bytes() for file in office.iterdir()}
    arguments = ("--period", "2024-TW4", "--format", "html", "--record")
    ended = report(pst, office, answers, *arguments)
    assert ended.code == 0
    assert ended.out.count("Dicatat dalam definisi") == 2
    changed = {file for file, old in before.items() if file.read_bytes() != old}
    assert {file.name for file in changed} == {"publikasi.yaml", "survei.yaml"}
    for file in changed:
        old = before[file].decode().splitlines()
        new = iter(file.read_text(encoding="utf-8").splitlines())
        assert all(line in new for line in old)  # each after the one before
    ended = pst("show", office, "--format", "json")
    data = json.loads(ended.out)
    assert "survey-2024-tw4" in data["survey"]["results"]
    assert "2024-12-31" in data["survey"]["conducted_on"]
    (found,) = (one for one in data["publications"] if one["id"] == "survey-2024-tw4")
    assert found["kind"] == "survey_result"
    assert found["title"]["id"] == "Hasil survei kepuasan triwulan IV 2024"
    again = report(pst, office, answers, *arguments)
    assert "sudah tercatat" in again.out


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2024", "Hasil survei kepuasan tahun 2024"),
        ("2024-S1", "Hasil survei kepuasan semester I 2024"),
        ("2024-05", "Hasil survei kepuasan Mei 2024"),
    ],
)
def test_a_recorded_result_is_called_by_its_period(
    pst: Pst, office: Path, answers: Path, period: str, title: str
) -> None:
    assert report(pst, office, answers, "--period", period, "--format=html", "--record").code == 0
    assert title in (office / "publikasi.yaml").read_text(encoding="utf-8")


def test_a_stretch_of_days_is_a_period_too(pst: Pst, office: Path, answers: Path) -> None:
    text = 'format = "pst-survey/1"\nperiod = {start = 2024-02-05, end = 2024-03-01}\n'
    answers.with_suffix(".toml").write_text(text, encoding="utf-8")
    assert report(pst, office, answers, "--format", "html", "--record").code == 0
    stem = "2024-02-05-2024-03-01"
    assert (answers.parent / "laporan" / f"laporan-survei-{stem}.html").is_file()
    known = (office / "publikasi.yaml").read_text(encoding="utf-8")
    assert "5 Februari 2024 sampai 1 Maret 2024" in known


def test_of_very_many_people_the_processing_table_has_sums_only(
    pst: Pst, office: Path, answers: Path
) -> None:
    answers.write_text("biaya,waktu\n" + "4,3\n3,2\n" * 251, encoding="utf-8")
    assert report(pst, office, answers, "--period", "2024", "--format", "html").code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2024.html").read_text(encoding="utf-8")
    assert page.count("<tr>") < 300


def test_levels_that_are_not_known_are_not_printed(pst: Pst, office: Path, answers: Path) -> None:
    assert report(pst, office, answers, "--period", "2026", "--format", "html").code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2026.html").read_text(encoding="utf-8")
    assert "PEKPPP" not in page


def test_another_number_than_was_declared_is_told_by_the_exit_code(
    pst: Pst, office: Path, answers: Path
) -> None:
    arguments = ("--period", "2024", "--format", "html", "--declared")
    assert report(pst, office, answers, *arguments, "24").code == 0
    assert report(pst, office, answers, *arguments, "25").code == 1


def test_what_the_author_is_to_do_stands_on_the_screen(
    pst: Pst, office: Path, answers: Path
) -> None:
    arguments = ("--period", "2024", "--format", "html", "--population", "300")
    told = report(pst, office, answers, *arguments)
    assert told.code == 0
    assert "Responden baru 24 dari 169 yang diperlukan; sebutkan" in told.out


def publish(office: Path, *publications: str) -> None:
    file = office / "publikasi.yaml"
    old = file.read_text(encoding="utf-8")
    rows = [
        f"  - {{{one}, kind: survey_result, media: [website, board]}}\n" for one in publications
    ]
    file.write_text(old.replace("publications:\n", f"publications:\n{''.join(rows)}"), "utf-8")


@pytest.mark.parametrize(
    ("publication", "known"),
    [
        ("id: survey-2024", True),
        ("id: lain, year: 2024, period: Tahun 2024", True),
        ("id: lain, year: 2024, period: Triwulan I 2024", False),
        ("id: lain, year: 2024", False),
    ],
)
def test_media_are_those_of_this_very_result(
    pst: Pst, office: Path, answers: Path, publication: str, known: bool
) -> None:
    publish(office, publication)
    assert report(pst, office, answers, "--period", "2024", "--format", "html").code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2024.html").read_text(encoding="utf-8")
    assert ("PEKPPP" in page) is known
    assert "belum diketahui" not in page


def test_names_written_in_several_ways_are_told_and_never_merged(
    pst: Pst, office: Path, answers: Path
) -> None:
    answers.write_text(ANSWERS.replace(",B,", ",a,"), encoding="utf-8")
    ended = report(pst, office, answers, "--period", "2024", "--format", "html")
    assert "“A”, “a” tampaknya satu nama" in ended.out.replace("\n  ", " ")
    scored = pst("survey", "score", answers, "--instrument", "skm-2017", "--group-by", "layanan")
    assert "“A”, “a” tampaknya satu nama" in scored.out.replace("\n  ", " ")
    assert scored.out.count("Kelompok: ") == 2


def test_a_question_is_named_in_indonesian_and_told_once(
    pst: Pst, office: Path, answers: Path
) -> None:
    named = ("--period", "2024", "--format", "html", "--profile", "kelamin=jenis_kelamin")
    assert report(pst, office, answers, *named).code == 0
    page = (answers.parent / "laporan" / "laporan-survei-2024.html").read_text(encoding="utf-8")
    assert page.count(">Jenis kelamin<") == 1


def test_a_report_that_somebody_completed_is_not_written_over(
    pst: Pst, office: Path, answers: Path
) -> None:
    common = ("--format", "md", "--period", "2024")
    assert report(pst, office, answers, *common).code == 0
    file = answers.parent / "laporan" / "laporan-survei-2024.md"
    before = file.read_bytes()
    file.write_bytes(b"ditandatangani")
    ended = report(pst, office, answers, *common)
    assert ended.code == 2
    assert "laporan-survei-2024.md" in ended.err
    assert file.read_bytes() == b"ditandatangani"
    assert report(pst, office, answers, *common, "--force").code == 0
    assert file.read_bytes() == before
