from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from pst_standards.cli import main
from pst_standards.definitions.schema import record_schema

FOLDERS = {
    "events": "service-event",
    "sales": "sale",
    "damages": "damages",
    "recaps": "complaint-recap",
    "information-requests": "information-request",
    "breaches": "data-breach",
}
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = [file for folder in FOLDERS for file in sorted((EXAMPLES / folder).glob("*.yaml"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_of_a_record_has_nothing_wrong(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(file), "--format", "json", "--fail-on", "note"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["coverage"]["checked"] or file.parent.name == "events"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_of_a_record_keeps_to_its_schema(file: Path) -> None:
    schema = record_schema(FOLDERS[file.parent.name])
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []


def test_each_kind_of_record_has_an_example() -> None:
    assert {file.parent.name for file in FILES} == FOLDERS.keys()
