from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from pst_standards.cli.console import Console
from pst_standards.findings import Coverage
from pst_standards.rules import engine
from pst_standards.rules.formats import NAMES

Pst = Callable[..., Any]


@pytest.fixture
def semarang(examples: Path) -> Path:
    return examples / "kabupaten-semarang"


def test_the_example_passes_and_its_report_has_the_promised_form(pst: Pst, semarang: Path) -> None:
    ended = pst("check", semarang, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    report = json.loads(ended.out)
    assert list(report) == [
        "format",
        "as_of",
        "inputs",
        "summary",
        "findings",
        "coverage",
        "known",
    ]
    assert report["format"] == "pst-report/1"
    assert report["summary"]["error"] == 0
    assert list(report["coverage"]) == [
        *("checked", "not_applicable", "uncheckable", "failed", "switched_off"),
    ]
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
    assert text.out.count("\nAturan: ") == 2
    assert text.out.count("pst explain ATURAN\n\n") == 1
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
    monkeypatch.setattr("pst_standards.rules.checking.run", lambda *_: outcome)
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


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"text", "xlsx"}])
def test_a_broken_base_is_told_in_every_format(
    pst: Pst, examples: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "base.toml").write_bytes(b"id = ")
    ended = pst("check", examples / "minimal.yaml", "--base", tmp_path, "--format", name)
    assert (ended.code, ended.err) == (2, "")
    assert "DEF-021" in ended.out


def test_the_ten_most_important_things_come_first(pst: Pst, tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    assert pst("init", folder, "--office", "3329").code == 0
    said = pst("check", folder).out
    assert "Badan Pusat Statistik Kabupaten Brebes\n" in said
    assert "lebih dahulu: 10 dari" in said
    assert "\n10. " in said
    assert "Semua temuan ditampilkan dengan --all." in said
    assert said.endswith("Arti sebuah aturan: pst explain ATURAN\n")


def test_every_finding_comes_with_its_line_when_asked(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("extends: bps/2020\nstage: selesai\n", encoding="utf-8")
    said = pst("check", file, "--all").out
    assert "2 │ stage: selesai\n          │        ^\n" in said
    assert "          citation: Perka BPS 78/2020\n" in said
    assert "Tidak berlaku untuk definisi ini: " in said


def test_the_lines_of_standard_input_are_shown_too(pst: Pst) -> None:
    said = pst("check", "-", "--all", stdin=b"stage: selesai\n").out
    assert "1 │ stage: selesai\n" in said


def test_a_file_that_goes_while_it_is_checked_is_shown_without_lines(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("stage: selesai\n", encoding="utf-8")
    monkeypatch.setattr("pst_standards.definitions.base_finder.read_limited", _gone)
    ended = pst("check", file, "--all")
    assert ended.code == 1
    assert "DEF-017" in ended.out
    assert "│" not in ended.out


def _gone(_: object) -> bytes:
    raise FileNotFoundError


@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_go_into_a_file(
    pst: Pst, semarang: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = pst("check", semarang, "--format", name, "--out", "laporan.txt")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "Ditulis: laporan.txt\n"
    written = (tmp_path / "laporan.txt").read_bytes()
    if name != "xlsx":
        assert written.decode() == pst("check", semarang, "--format", name).out
    assert [file.name for file in tmp_path.iterdir()] == ["laporan.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_several_inputs_go_into_one_file(
    pst: Pst, semarang: Path, examples: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "laporan"
    paths = (semarang, examples / "invalid" / "missing-component.yaml", tmp_path / "none.yaml")
    ended = pst("check", *paths, "--format", name, "--out", out)
    assert ended.code == 2
    if name != "xlsx":
        written = out.read_text(encoding="utf-8")
        assert "CIT-001" in written
        assert "STD-001" in written
        assert "DEF-013" in written


def test_a_workbook_needs_a_file(pst: Pst, semarang: Path) -> None:
    ended = pst("check", semarang, "--format", "xlsx")
    assert (ended.code, ended.out) == (2, "")
    assert "--out" in ended.err


def test_what_is_checked_is_never_overwritten(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("stage: draft\n", encoding="utf-8")
    ended = pst("check", file, "--out", file)
    assert (ended.code, ended.out) == (2, "")
    assert "a.yaml" in ended.err
    assert file.read_text(encoding="utf-8") == "stage: draft\n"


def test_a_report_never_joins_the_definition(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.yaml").write_text("stage: draft\n", encoding="utf-8")
    refused = pst("check", tmp_path, "--format", "json", "--out", tmp_path / "laporan.json")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Berkas ")
    taken = pst("check", tmp_path, "--format", "html", "--out", tmp_path / "laporan.html")
    assert taken.code == 1
    assert (tmp_path / "laporan.html").exists()


def test_a_file_that_cannot_be_written_is_told(pst: Pst, semarang: Path, tmp_path: Path) -> None:
    ended = pst("check", semarang, "--format", "html", "--out", tmp_path / "none" / "x.html")
    assert (ended.code, ended.out) == (2, "")
    assert "DEF-011" in ended.err


def test_without_the_library_for_workbooks_the_extra_is_named(
    pst: Pst, semarang: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ended = pst("check", semarang, "--format", "xlsx", "--out", tmp_path / "x.xlsx")
    assert ended.code == 2
    assert "pst-standards[office]" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("columns", "widest"), [(60, 60), (200, 100), (10, 40)])
def test_a_terminal_is_filled_as_far_as_it_can_be_read(columns: int, widest: int) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with mock.patch.dict("os.environ", {"COLUMNS": str(columns)}):
        assert Console(stdout=Terminal()).columns == widest
        assert Console(stdout=io.StringIO()).columns == 90


def test_control_characters_do_not_reach_a_file(pst: Pst, tmp_path: Path) -> None:
    file, out = tmp_path / "a.yaml", tmp_path / "laporan.txt"
    file.write_text('office: {name: "Dinas\\u001b[2J"}\n', encoding="utf-8")
    pst("check", file, "--out", out)
    assert "\x1b" not in out.read_text(encoding="utf-8")


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


@pytest.mark.parametrize("kind", ["fit", "huge", "none", "missing"])
def test_a_picture_that_no_document_would_print_is_found(
    kind: str, pst: Pst, tmp_path: Path
) -> None:
    whole = (Path(__file__).parents[1] / "documents" / "logo.png").read_bytes()
    pictures = {"fit": whole, "huge": whole + b"." * 5_000_000, "none": b"no picture"}
    if kind in pictures:
        (tmp_path / "a.png").write_bytes(pictures[kind])
    file = tmp_path / "a.yaml"
    file.write_text(
        "office: {logo: a.png}\nfacilities: [{id: toilet, photo: {file: a.png}}]\n",
        encoding="utf-8",
    )
    found = json.loads(pst("check", file, "--format", "json").out)["findings"]
    places = [one["pointer"] for one in found if one["rule"] == "DEF-033"]
    unfit = kind in {"huge", "none"}
    assert places == (["/office/logo", "/facilities/0/photo/file"] if unfit else [])
