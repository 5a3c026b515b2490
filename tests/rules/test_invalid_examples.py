from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pst_standards.findings import format_pointer
from pst_standards.rules import check

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def found_in(path: Path, day: dt.date) -> list[dict[str, Any]]:
    return [
        {
            "rule": found.rule,
            "pointer": format_pointer(found.pointer),
            "line": found.location.line,
            "severity": found.severity.value,
        }
        for found in check(path, as_of=day).findings
    ]


@each_file
def test_the_findings_beside_a_file_are_what_it_gives(path: Path, day: dt.date) -> None:
    expected = json.loads(path.with_suffix(".findings.json").read_text(encoding="utf-8"))
    assert found_in(path, day) == expected


@each_file
def test_findings_stand_in_the_file_itself_or_in_what_it_rests_on(path: Path, day: dt.date) -> None:
    files = {found.location.file for found in check(path, as_of=day).findings}
    assert {Path(file or "").name for file in files} <= {path.name, "sound.yaml"}


def test_every_list_of_findings_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {
        path.name.removesuffix(".findings.json") for path in FOLDER.glob("*.json")
    }


def test_only_the_sound_definition_has_no_findings(day: dt.date) -> None:
    assert [path.stem for path in FILES if not found_in(path, day)] == ["sound"]
