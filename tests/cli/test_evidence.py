from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]


def test_evidence_of_the_example_is_built(pst: Pst, examples: Path, tmp_path: Path) -> None:
    out = tmp_path / "bukti"
    done = pst(
        *("evidence", examples / "kabupaten-semarang", "--for", "pekppp", "--year", "2026"),
        *("--out", out, "--format", "html"),
    )
    assert (done.code, done.err) == (0, "")
    assert "5 Maklumat pelayanan: Tingkat 5 dari 5" in done.out
    assert (out / "05-maklumat-pelayanan" / "maklumat.html").is_file()
    assert (out / "index.xlsx").is_file()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--for", "skm", "--year", "2026", "--out", "x"), "skm"),
        (("--for", "zi", "--year", "26", "--out", "x"), "2026"),
        (("--for", "zi", "--year", "2026", "--out", " "), "--out"),
        (("--for", "pekppp", "--year", "2010", "--out", "x"), "2022"),
    ],
)
def test_a_wrong_wish_is_told_in_words(
    pst: Pst, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("format: pst-definition/1\n", encoding="utf-8")
    done = pst("evidence", file, *options)
    assert done.code == 2
    assert said in done.err


def test_an_unsound_definition_gives_no_evidence(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("standards: bukan daftar\n", encoding="utf-8")
    out = tmp_path / "bukti"
    done = pst("evidence", file, "--for", "zi", "--year", "2026", "--out", out)
    assert (done.code, out.exists()) == (1, False)


def test_answers_and_counts_of_complaints_are_evidence_too(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    survey = examples / "survey"
    done = pst(
        *("evidence", examples / "kabupaten-semarang", "--for", "pekppp", "--year", "2025"),
        *("--out", tmp_path, "--format", "md", "--register", examples / "recaps" / "2025.yaml"),
        *("--answers", survey / "skm-2024.csv", "--details", survey / "skm-2024.toml"),
        *("--lang", "en"),
    )
    assert done.code == 0, done.err
    (folder,) = tmp_path.glob("06-*")
    assert (folder / "survey-sheet.md").is_file()
    assert "8 Part of the follow-up plan that was carried out (per cent): Level" in done.out
    assert "does not follow" not in done.out.split("\n8 ")[1].split("\n9 ")[0]


def test_evidence_does_not_go_among_the_files_of_the_definition(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.yaml").write_text("format: pst-definition/1\n", encoding="utf-8")
    done = pst("evidence", tmp_path, "--for", "zi", "--year", "2026", "--out", tmp_path)
    assert done.code == 2
    assert [one.name for one in tmp_path.iterdir()] == ["kantor.yaml"]


def test_particulars_without_answers_tell_what_became_of_the_plan(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    told = tmp_path / "survei.toml"
    told.write_text(
        'format = "pst-survey/1"\nprevious_results_on = 2026-01-15\n[[previous_plan]]\n'
        'programme = "Kotak saran"\ncompletion = "done"\ncompleted_on = 2026-03-02\n',
        encoding="utf-8",
    )
    office, out = examples / "kabupaten-semarang", tmp_path / "bukti"
    wish = ("--for", "pekppp", "--year", "2026", "--out", out, "--format", "md", "--lang", "en")
    done = pst("evidence", office, *wish, "--details", told)
    assert "Speed of the follow-up (months): Level 4 of 5" in done.out
    assert "not known" not in done.out
    (out / "05-maklumat-pelayanan" / "IMG_1.jpg").write_bytes(b"picture")
    (out / "05-maklumat-pelayanan" / "maklumat.md").write_bytes(b"signed")
    said = pst("evidence", office, *wish).out
    assert "05-maklumat-pelayanan/IMG_1.jpg" in said
    assert "not overwritten" in said
    assert "05-maklumat-pelayanan/maklumat.md" in said
    told.write_text('format = "pst-survey/1"\nprevious_plan = 5\n', encoding="utf-8")
    wrong = pst("evidence", office, *wish, "--details", told)
    assert (wrong.code, "previous_plan" in wrong.err) == (2, True)
