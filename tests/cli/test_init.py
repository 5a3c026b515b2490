from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]


def test_a_folder_is_made_that_check_reads_and_whose_findings_say_what_to_fill_in(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = pst("init", "kantor", "--office", "3329")
    assert (made.code, made.err) == (0, "")
    assert "Badan Pusat Statistik Kabupaten Brebes" in made.out
    assert "  kantor/kantor.yaml\n" in made.out
    assert "pst check kantor\n" in made.out
    checked = pst("check", "kantor", "--format", "json")
    assert checked.code == 1
    findings = json.loads(checked.out)["findings"]
    assert [found["rule"] for found in findings if found["rule"].startswith("DEF-")] == []
    own = [found for found in findings if (found["file"] or "").startswith("kantor/")]
    assert {"STD-001", "STD-018", "STD-034", "STD-035", "PGD-006", "FAC-004"} <= {
        found["rule"] for found in own
    }
    assert all(found["hint"] for found in own)


def test_what_was_made_can_be_shown_and_built(pst: Pst, tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    pst("init", folder, "--office", "3329")
    assert json.loads(pst("show", folder).out)["office"]["code"] == "3329"
    assert pst("build", folder, "--out", tmp_path / "out", "--format", "html").code == 0


def test_the_remarks_follow_the_language(pst: Pst, tmp_path: Path) -> None:
    pst("init", tmp_path / "id", "--office", "3329")
    pst("init", tmp_path / "en", "--office", "3329", "--lang", "en")
    read = (tmp_path / "id" / "kantor.yaml").read_text(encoding="utf-8")
    assert "  # Nama kantor\n" in read
    assert "\nlang: id" in read
    read = (tmp_path / "en" / "kantor.yaml").read_text(encoding="utf-8")
    assert "  # Name of the office · Nama kantor\n" in read
    assert "\nlang: en" in read


def test_an_empty_folder_is_filled(pst: Pst, tmp_path: Path) -> None:
    assert pst("init", tmp_path, "--office", "0000").code == 0
    assert (tmp_path / "definition.schema.json").is_file()


def test_lines_end_as_written_on_every_system(pst: Pst, tmp_path: Path) -> None:
    pst("init", tmp_path, "--office", "3329")
    assert [file.name for file in tmp_path.iterdir() if b"\r" in file.read_bytes()] == []


def test_a_folder_that_holds_something_is_left_alone(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("milik saya", encoding="utf-8")
    ended = pst("init", tmp_path, "--office", "3329")
    assert (ended.code, ended.out) == (2, "")
    assert "tidak ada yang diubah" in ended.err
    assert "  → " in ended.err
    assert [file.name for file in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_file_is_no_folder(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "kantor"
    file.write_bytes(b"x")
    ended = pst("init", file, "--office", "3329", "--lang", "en")
    assert ended.code == 2
    assert "is a file" in ended.err
    assert file.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("3399", "3329"),
        ("33", "3300 (Provinsi Jawa Tengah)"),
        ("Brebes", "3329 (Kabupaten Brebes)"),
    ],
)
def test_an_unknown_code_is_answered_with_codes_like_it(
    pst: Pst, tmp_path: Path, code: str, near: str
) -> None:
    ended = pst("init", tmp_path / "x", "--office", code)
    assert ended.code == 2
    assert f"“{code}”" in ended.err
    assert near in ended.err
    assert not (tmp_path / "x").exists()


def test_a_code_like_no_other_is_answered_with_what_codes_look_like(
    pst: Pst, tmp_path: Path
) -> None:
    ended = pst("init", tmp_path / "x", "--office", "zzz")
    assert ended.code == 2
    assert "empat angka" in ended.err


def test_an_unknown_base_is_answered_with_those_that_there_are(pst: Pst, tmp_path: Path) -> None:
    ended = pst("init", tmp_path / "x", "--office", "3329", "--base", "bps/2019")
    assert ended.code == 2
    assert "bps/2020" in ended.err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", ["NUL", "kantor.", "a?b"])
def test_a_name_that_windows_refuses_is_refused_everywhere(
    pst: Pst, tmp_path: Path, name: str
) -> None:
    ended = pst("init", tmp_path / name, "--office", "3329")
    assert ended.code == 2
    assert "Windows" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_the_next_commands_can_be_copied_when_the_folder_has_a_space(
    pst: Pst, tmp_path: Path
) -> None:
    folder = tmp_path / "kantor saya"
    ended = pst("init", folder, "--office", "3322")
    assert f'pst check "{folder.as_posix()}"' in ended.out
    assert f'pst build "{folder.as_posix()}" --out' in ended.out
