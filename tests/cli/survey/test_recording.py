from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import read_path

Pst = Callable[..., Any]
HTML = ("--format", "html")
ANSWERS = "layanan,biaya,waktu,produk,prosedur,persyaratan\n" + "".join(
    f"A,{3 + n % 2},{2 + n % 3},3,4,3\n" for n in range(40)
)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "jawaban.csv"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


@pytest.fixture
def started(pst: Pst, tmp_path: Path) -> Path:
    """Return what ``pst init`` writes: every key an example in a comment."""
    folder = tmp_path / "kantor"
    assert pst("init", folder, "--office", "3329").code == 0
    return folder


def record(pst: Pst, office: Path, answers: Path, *arguments: str) -> Any:
    out = answers.parent / "laporan"
    given = ("--answers", answers, "--out", out, "--record", *HTML, *arguments)
    return pst("survey", "report", office, *given)


def test_examples_in_comments_fit_what_was_recorded_before_them(
    pst: Pst, started: Path, answers: Path
) -> None:
    assert record(pst, started, answers, "--period", "2024").code == 0
    for file in (started / "publikasi.yaml", started / "survei.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        examples = [at for at, line in enumerate(lines) if line.startswith("  #")]
        assert examples
        for at in examples:
            lines[at] = lines[at].replace("#", "", 1)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = read_path(started).definition
    ids = [one.id for one in told.publications]
    assert {"survey-2024", "halaman-layanan", "hasil-survei-2025"} <= set(ids)
    assert told.survey is not None
    assert told.survey.results == ("survey-2024",)


def test_index_grade_and_respondents_are_recorded(pst: Pst, started: Path, answers: Path) -> None:
    remark = 'format = "pst-survey/1"\nremark = "Jawaban ini rekaan."\n'
    answers.with_suffix(".toml").write_text(remark, encoding="utf-8")
    assert record(pst, started, answers, "--period", "2024").code == 0
    (one,) = read_path(started).definition.publications
    assert one.text is not None
    assert one.text.id == (
        "Indeks 82,38, mutu B (Baik), dari 40 responden (skm-2017). Jawaban ini rekaan."
    )
    assert one.text.get("en") == (
        "Index 82.38, grade B (Good), from 40 respondents (skm-2017). Jawaban ini rekaan."
    )


def test_the_day_is_the_one_told_or_the_last_of_a_period_that_is_over(
    pst: Pst, started: Path, answers: Path
) -> None:
    told = record(pst, started, answers, "--period", "2024-TW1")
    assert "31 Maret 2024" in told.out  # said, as nobody told it
    later = record(pst, started, answers, "--period", "9998")
    assert "belum berakhir" in later.out
    day = 'format = "pst-survey/1"\nconducted_on = 2024-05-17\n'
    answers.with_suffix(".toml").write_text(day, encoding="utf-8")
    exact = record(pst, started, answers, "--period", "2024-TW2")
    assert "hari terakhir" not in exact.out
    plan = read_path(started).definition.survey
    assert plan is not None
    assert [one.isoformat() for one in plan.conducted_on] == ["2024-03-31", "2024-05-17"]
    assert plan.results == ("survey-2024-tw1", "survey-9998", "survey-2024-tw2")


def test_why_a_report_ends_with_1_is_said(pst: Pst, started: Path, answers: Path) -> None:
    given = ("--answers", answers, "--out", answers.parent, "--period", "2024", *HTML)
    ended = pst("survey", "report", started, *given, "--declared", "25")
    assert ended.code == 1
    assert "25 responden" in ended.out
    ended = pst("survey", "report", started, *given, "--population", "20")
    assert ended.code == 1
    assert "20" in ended.out


def test_a_report_on_nobody_is_refused(pst: Pst, started: Path, answers: Path) -> None:
    answers.write_text("layanan,biaya,waktu,produk,prosedur,persyaratan\nA,,,,,\n", "utf-8")
    ended = record(pst, started, answers, "--period", "2024")
    assert ended.code == 2
    assert "Tidak ada satu pun jawaban" in ended.err
    assert not (answers.parent / "laporan").exists()
