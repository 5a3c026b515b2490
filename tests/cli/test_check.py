from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.findings import Coverage
from pst_standards.rules import engine

Pst = Callable[..., Any]


@pytest.fixture
def semarang(examples: Path) -> Path:
    return examples / "kabupaten-semarang"


def test_the_example_passes_and_its_report_has_the_promised_form(pst: Pst, semarang: Path) -> None:
    ended = pst("check", semarang, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    report = json.loads(ended.out)
    assert list(report) == ["format", "as_of", "inputs", "summary", "findings", "coverage"]
    assert report["format"] == "pst-report/1"
    assert report["summary"]["error"] == 0
    assert list(report["coverage"]) == ["checked", "not_applicable", "uncheckable", "failed"]
    assert list(report["findings"][0]) == [
        *("rule", "severity", "verdict", "message", "hint", "params", "file", "line", "column"),
        *("pointer", "source_layer", "citations"),
    ]
    assert "CIT-001" in {found["rule"] for found in report["findings"]}


@pytest.mark.parametrize(("bar", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_bar_can_be_lowered(pst: Pst, semarang: Path, bar: str, code: int) -> None:
    assert pst("check", semarang, "--fail-on", bar).code == code


def test_the_text_report_speaks_the_language_of_the_definition(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("lang: en\nstage: selesai\n", encoding="utf-8")
    assert "What a rule means: pst explain RULE" in pst("check", file).out
    assert "Arti sebuah aturan: pst explain ATURAN" in pst("check", file, "--lang", "id").out


def test_the_json_report_speaks_it_too(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("lang: en\nstage: selesai\n", encoding="utf-8")
    english = json.loads(pst("check", file, "--format", "json").out)["findings"]
    indonesian = json.loads(pst("check", file, "--format", "json", "--lang", "id").out)["findings"]
    assert [one["rule"] for one in english] == [one["rule"] for one in indonesian]
    assert english[0]["message"] != indonesian[0]["message"]


def test_the_day_can_be_chosen(pst: Pst, semarang: Path) -> None:
    ended = pst("check", semarang, "--format", "json", "--as-of", "2027-01-04")
    assert json.loads(ended.out)["as_of"] == "2027-01-04"


def test_standard_input_is_read(pst: Pst, examples: Path) -> None:
    text = (examples / "minimal.yaml").read_bytes()
    ended = pst("check", "-", "--format", "json", stdin=text)
    assert ended.code == 0
    assert json.loads(ended.out)["inputs"] == ["-"]


def test_standard_input_may_begin_with_a_byte_order_mark(pst: Pst, examples: Path) -> None:
    text = (examples / "minimal.yaml").read_text(encoding="utf-8").replace("\n", "\r\n")
    assert pst("check", "-", stdin=text.encode("utf-8-sig")).code == 0


def test_standard_input_cannot_reach_files(pst: Pst) -> None:
    ended = pst("check", "-", stdin=b"extends: ./kantor.yaml\n")
    assert ended.code == 1
    assert "DEF-021" in ended.out


def test_several_inputs_give_several_reports_or_one_in_json(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "a.yaml"
    bad.write_text("stage: selesai\n", encoding="utf-8")
    text = pst("check", examples / "minimal.yaml", bad)
    assert text.code == 1
    assert text.out.count("2") > 0
    assert text.out.count("Aturan yang diperiksa") == 2
    ended = pst("check", examples / "minimal.yaml", bad, "--format", "json")
    report = json.loads(ended.out)
    assert ended.code == 1
    assert [Path(name).name for name in report["inputs"]] == ["minimal.yaml", "a.yaml"]
    assert "DEF-017" in {found["rule"] for found in report["findings"]}
    coverage = [rule for rules in report["coverage"].values() for rule in rules]
    assert len(coverage) == len(set(coverage)) > 50


def test_one_unusable_input_does_not_hide_the_others(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    ended = pst("check", tmp_path / "none.yaml", examples / "minimal.yaml", "--format", "json")
    assert ended.code == 2
    report = json.loads(ended.out)
    assert report["findings"][0]["rule"] == "DEF-013"
    assert "STD-001" in report["coverage"]["checked"]


def test_a_rule_that_breaks_is_a_fault_of_the_program_and_said_so(
    pst: Pst, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = engine.Outcome(coverage=Coverage(failed=("STD-001",)))
    monkeypatch.setattr("pst_standards.rules.checking.run", lambda _: outcome)
    ended = pst("check", examples / "minimal.yaml", "--format", "json")
    assert ended.code == 3
    assert json.loads(ended.out)["coverage"]["failed"] == ["STD-001"]


BASE = 'id = "kantor/uji"\nversion = "1"\nreleased = 2026-01-05\n'


def base_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dasar"
    folder.mkdir()
    (folder / "base.toml").write_text(BASE, encoding="utf-8")
    (folder / "office.yaml").write_text("office: {motto: Dari dasar}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["folder", "folder of folders", "zip"])
def test_a_base_can_stand_in_a_folder_or_zip(pst: Pst, tmp_path: Path, form: str) -> None:
    place = base_folder(tmp_path)
    if form == "zip":
        place = Path(shutil.make_archive(str(tmp_path / "dasar"), "zip", place))
    elif form == "folder of folders":
        place = tmp_path
    file = tmp_path / "kantor.yaml"
    file.write_text("extends: kantor/uji\n", encoding="utf-8")
    assert "DEF-021" in pst("check", file).out
    assert "DEF-021" not in pst("check", file, "--base", place).out
    assert json.loads(pst("show", file, "--base", place).out)["office"]["motto"] == "Dari dasar"


def test_a_place_without_a_base_is_refused(pst: Pst, examples: Path, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none", examples / "minimal.yaml"):
        ended = pst("check", examples / "minimal.yaml", "--base", place)
        assert (ended.code, ended.out) == (2, "")
        assert "base.toml" in ended.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("dasar.zip", b"not a zip"), ("base.toml", b"id = "), ("base.toml", b'version = "1"\n')],
)
def test_a_base_that_cannot_be_read_is_refused(
    pst: Pst, examples: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    place = tmp_path / name if name.endswith(".zip") else tmp_path
    ended = pst("check", examples / "minimal.yaml", "--base", place)
    assert (ended.code, ended.out) == (2, "")
    assert "base.toml" in ended.err


def test_a_broken_base_is_reported_in_json(pst: Pst, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_bytes(b"id = ")
    file = examples / "minimal.yaml"
    ended = pst("check", file, "--base", tmp_path, "--format", "json")
    report = json.loads(ended.out)
    assert ended.code == 2
    assert [found["rule"] for found in report["findings"]] == ["DEF-021"]
    assert report["inputs"] == [str(file)]


def test_file_names_of_a_folder_are_checked_as_the_folder_once(pst: Pst, semarang: Path) -> None:
    files = sorted(semarang.glob("*.yaml"))
    assert pst("check", files[-1]).code != 0

    ended = pst("check", "--as-folders", *files, "--format", "json")
    assert ended.code == 0
    assert (
        json.loads(ended.out)["inputs"]
        == json.loads(pst("check", semarang, "--format", "json").out)["inputs"]
    )


def test_definitions_side_by_side_stay_apart(pst: Pst, tmp_path: Path) -> None:
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file in files:
        file.write_text("office: {code: '3322'}\nstage: draft\n", encoding="utf-8")
    ended = pst("check", "--as-folders", *files, "--format", "json")
    assert len(json.loads(ended.out)["inputs"]) == len(files)


def test_the_hook_passes_file_names_and_leaves_schemas_out() -> None:
    import re

    import yaml

    root = Path(__file__).resolve().parents[2]
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "pst check --as-folders"
    assert re.search(hook["exclude"], "standar/definition.schema.json")
    assert not re.search(hook["exclude"], "standar/standar.json")
