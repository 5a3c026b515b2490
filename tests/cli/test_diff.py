from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
OLD = """\
extends: bps/2020
lang: id
standards:
  - id: library
    time_limit: {limits: [{id: main, value: 10, unit: minute, scope: whole_process}]}
"""


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "lama.yaml", tmp_path / "baru.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("10", "15"), encoding="utf-8")
    return old, new


def test_the_change_its_effect_and_the_discussion_are_told(
    pst: Pst, two: tuple[Path, Path]
) -> None:
    ended = pst("diff", *two)
    assert (ended.code, ended.err) == (0, "")
    assert "Standar Pelayanan Perpustakaan: Jangka waktu penyelesaian (huruf d)" in ended.out
    assert "Batas waktu “Seluruh proses”: Nilai paling lama [lebih memberatkan" in ended.out
    assert ", perlu pembahasan publik]\n    - 10 menit\n    + 15 menit" in ended.out
    assert "PP 96/2012 Pasal 33 ayat (3)" in ended.out


def test_the_data_names_component_letter_and_effect(pst: Pst, two: tuple[Path, Path]) -> None:
    told = json.loads(pst("diff", *two, "--format", "json").out)
    (part,) = told["parts"]
    assert (part["standard"], part["component"], part["letter"]) == ("library", "time_limit", "d")
    assert (part["effect"], part["public_discussion"]) == ("worse", True)
    assert told["counts"] == {"worse": 1, "unclear": 0, "better": 0, "neutral": 0}
    assert part["changes"][0]["path"] == "/standards/library/time_limit/limits/main/value"


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_table_for_the_minutes_is_written(
    pst: Pst, two: tuple[Path, Path], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"tabel.{ending}"
    ended = pst("diff", *two, "--out", out)
    assert ended.code == 0
    content = out.read_bytes()
    assert content[:2] == b"PK" if ending == "docx" else "Perpustakaan" in content.decode()


def test_a_definition_and_itself_differ_in_nothing(pst: Pst, two: tuple[Path, Path]) -> None:
    assert pst("diff", two[0], two[0]).out == "Tidak ada perubahan.\n"


def test_what_cannot_be_read_is_told(pst: Pst, two: tuple[Path, Path], tmp_path: Path) -> None:
    broken = tmp_path / "rusak.yaml"
    broken.write_text("standards: 3", encoding="utf-8")
    for paths in ((broken, two[0]), (two[0], broken), (two[0], tmp_path / "none.yaml")):
        ended = pst("diff", *paths)
        assert ended.code == 2
        assert "DEF-" in ended.err


def test_an_id_that_now_stands_for_another_service_is_told(pst: Pst, tmp_path: Path) -> None:
    old, new = tmp_path / "lama.yaml", tmp_path / "baru.yaml"
    text = (
        "lang: id\nservices: [{id: a, name: Perpustakaan}, {id: b, name: Rekomendasi}]\n"
        "standards: [{id: s, service: a}]\n"
    )
    old.write_text(text, encoding="utf-8")
    new.write_text(
        text.replace("Perpustakaan", "Konsultasi").replace("service: a", "service: b"),
        encoding="utf-8",
    )
    ended = pst("diff", old, new)
    assert [line.split(":")[0] for line in ended.out.splitlines() if "pengenal ini" in line] == [
        "/services/a",
        "/standards/s",
    ]
    told = json.loads(pst("diff", old, new, "--format", "json").out)
    assert told["reused_ids"] == ["/services/a", "/standards/s"]
    assert json.loads(pst("diff", old, old, "--format", "json").out)["reused_ids"] == []


def test_the_table_tells_that_nothing_changed(
    pst: Pst, two: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "tabel.md"
    assert pst("diff", two[0], two[0], "--out", out).code == 0
    content = out.read_text(encoding="utf-8")
    assert "Tidak ada perubahan." in content
    assert "Dampak dihitung" not in content
