"""The promises of the README, through the command as a user types it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli import main
from pst_standards.model.component import Component

ROOT = Path(__file__).resolve().parents[2]
OFFICE = "examples/kabupaten-semarang"
KINDS = [
    *(
        f"standard-{name}"
        for name in ("library", "consultation", "product-sales", "recommendation")
    ),
    "booklet",
    "leaflet-a4",
    *(
        f"poster-{name}-{paper}"
        for paper in ("a3", "a4")
        for name in ("library", "consultation", "product-sales", "recommendation")
    ),
    "combined-poster-a3",
    "combined-poster-a4",
    "tariff-board",
    "maklumat",
    "maklumat-landscape",
    "maklumat-bilingual",
    "complaint-procedure",
    "complaint-rights",
    "compensation-announcement",
    "compensation-claim-form",
    "compensation-register",
    "decree",
    "discussion-minutes",
    "comment-table",
    "executors",
    "special-needs",
]
FINDING_KEYS = [
    *("rule", "severity", "verdict", "message", "hint", "params"),
    *("file", "line", "column", "pointer", "source_layer", "citations"),
]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(list(words))
    return code, capsys.readouterr().out


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    code, out = run(capsys, "show", OFFICE, "--format", "json")
    assert code == 0
    data: dict[str, Any] = json.loads(out)
    return data


def test_check_prints_the_report_and_finds_the_wrong_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out = run(capsys, "check", OFFICE, "--format", "json")
    report = json.loads(out)

    assert code == 0
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
        "checked",
        "not_applicable",
        "uncheckable",
        "failed",
        "switched_off",
    ]
    assert all(list(finding) == FINDING_KEYS for finding in report["findings"])
    assert "CIT-001" in {finding["rule"] for finding in report["findings"]}
    assert report["coverage"]["failed"] == []


@pytest.mark.parametrize(("limit", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_fail_on_lowers_the_bar(limit: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert code == run(capsys, "check", OFFICE, "--fail-on", limit)[0]


@pytest.mark.parametrize("component", list(Component))
def test_a_component_deleted_from_what_was_shown_is_found(
    component: Component, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shown(capsys)
    del data["standards"][2][component.value]
    file = tmp_path / "definition.json"
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()

    code, out = run(capsys, "check", str(file), "--format", "json")
    (found,) = (f for f in json.loads(out)["findings"] if f["rule"] == "STD-001")

    assert code == 1
    assert found["params"] == {"component": component.value, "letter": component.letter}
    assert found["pointer"] == "/standards/2"
    assert lines[found["line"] : found["line"] + 1] == ['   "id": "product-sales",']


@pytest.mark.parametrize("component", list(Component))
def test_a_component_set_to_null_in_the_office_layer_is_found_there(
    component: Component, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    file = tmp_path / "examples" / "kabupaten-semarang" / "standar.yaml"
    text = file.read_text(encoding="utf-8")
    start = "  - id: consultation\n"
    assert start in text
    old = f"    {component.value}:"
    head, tail = text.split(start)
    # A key may stand only once: what the office says of the component itself goes first.
    body, *rest = tail.split("\n  - id: ")
    kept = _without(body, old)
    file.write_text(
        "\n  - id: ".join([f"{head}{start}{old} null\n{kept}", *rest]), encoding="utf-8"
    )

    code, out = run(
        capsys, "check", str(tmp_path / "examples" / "kabupaten-semarang"), "--format", "json"
    )
    (found,) = (f for f in json.loads(out)["findings"] if f["rule"] == "STD-001")

    assert code == 1
    assert found["params"] == {"component": component.value, "letter": component.letter}
    assert Path(found["file"]).name == "standar.yaml"
    assert found["line"] == head.count("\n") + 1
    assert found["source_layer"] == "kabupaten-semarang"


def _without(body: str, key: str) -> str:
    """Leave out the block of one key of a standard, by its indentation."""
    kept, skipping = [], False
    for line in body.split("\n"):
        if line.startswith("    ") and line[4:5] not in {" ", ""}:
            skipping = line.startswith(key)
        if not skipping:
            kept.append(line)
    return "\n".join(kept)


def test_build_writes_every_kind_and_the_same_bytes_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in ("one", "two"):
        code, _ = run(
            capsys, "build", OFFICE, "--out", str(tmp_path / out), "--format", "docx,html"
        )
        assert code == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    manifest = json.loads(files["manifest.json"])

    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    made = {f"{kind}.{ext}" for kind in KINDS for ext in ("docx", "html")}
    assert made | {"service-page.html", "manifest.json"} == set(files)
    parts = ["format", "definition_sha256", "office", "documents", "skipped", "incomplete"]
    assert list(manifest) == parts
    assert manifest["format"] == "pst-manifest/1"
    for entry in manifest["documents"]:
        assert list(entry) == [
            *("path", "sha256", "content_sha256"),
            *("kind", "service", "format", "draft"),
        ]
        assert entry["sha256"] == hashlib.sha256(files[entry["path"]]).hexdigest()
        assert entry["draft"] is True


def test_the_documents_do_not_depend_on_where_the_definition_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "elsewhere")
    run(capsys, "build", OFFICE, "--out", str(tmp_path / "one"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    run(capsys, "build", str(tmp_path / "elsewhere" / "kabupaten-semarang"), "--out", "two")

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_final_is_refused_and_names_the_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["build", OFFICE, "--out", str(tmp_path / "out"), "--final"])
    printed = "".join(capsys.readouterr())

    assert code == 1
    assert "kantor.yaml:" in printed
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_provenance_says_where_each_value_stands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, "show", OFFICE, "--format", "json", "--provenance")
    provenance = json.loads(out)

    assert code == 0
    assert list(provenance["/office/name"]) == [
        *("file", "line", "column", "layer", "source", "confidence")
    ]
    assert provenance["/office/name"]["file"].endswith("kantor.yaml")
    assert "bps/2020" in {entry["layer"] for entry in provenance.values()}


def test_init_writes_what_check_reads_and_the_findings_say_what_to_fill_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kantor"
    assert run(capsys, "init", str(folder), "--office", "3329")[0] == 0

    code, out = run(capsys, "check", str(folder), "--format", "json")
    report = json.loads(out)

    assert code == 1
    assert {"STD-001", "STD-035"} <= {finding["rule"] for finding in report["findings"]}
    assert not [f for f in report["findings"] if f["verdict"] == "shape"]
