from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from pst_standards.findings import Report, Severity
from pst_standards.messages import LANGUAGES
from pst_standards.rules import check, formats
from pst_standards.rules.formats.report_schema import report_schema

Check = Callable[..., Report]
ROOT = Path(__file__).resolve().parents[3]
GIVEN = {"standards": [{"id": "x", "fee": {"kind": "free", "text": "-"}}], "stage": "adopted"}
VALIDATOR = Draft202012Validator(
    report_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER
)


def test_the_keys_of_a_json_report_stand_in_order(report: Check) -> None:
    data = json.loads(formats.json(report(GIVEN)))
    assert list(data) == [
        "format",
        "as_of",
        "inputs",
        "summary",
        "findings",
        "coverage",
        "known",
    ]
    assert data["format"] == "pst-report/1"
    assert data["as_of"] == "2026-11-22"
    assert list(data["summary"]) == ["error", "warning", "note"]
    assert list(data["coverage"]) == [
        *("checked", "not_applicable", "uncheckable", "failed", "switched_off"),
    ]
    for found in data["findings"]:
        assert list(found) == [
            *("rule", "severity", "verdict", "message", "hint", "params", "file", "line"),
            *("column", "pointer", "source_layer", "citations"),
        ]


def test_a_json_finding_holds_what_was_found(report: Check) -> None:
    data = json.loads(formats.json(report(GIVEN), lang="en"))
    found = next(one for one in data["findings"] if one["params"].get("letter") == "a")
    assert found["rule"] == "STD-001"
    assert found["severity"] == "error"
    assert found["verdict"] == "statutory"
    assert (
        found["message"] == "This standard lacks the component Legal basis (legal_basis), letter a."
    )
    assert found["params"] == {"component": "legal_basis", "letter": "a"}
    assert found["pointer"] == "/standards/0"
    assert found["citations"] == ["UU 25/2009 Pasal 21 huruf a", "PP 96/2012 Pasal 25 huruf a"]


def test_lists_in_params_stay_lists(report: Check) -> None:
    data = json.loads(formats.json(report(GIVEN)))
    (found,) = (one for one in data["findings"] if one["rule"] == "STD-043")
    assert found["params"]["missing"] == ["number", "date", "signer"]


def test_the_summary_counts(report: Check) -> None:
    given = report(GIVEN)
    data = json.loads(formats.json(given))
    assert sum(data["summary"].values()) == len(data["findings"]) == len(given.findings)
    assert data["summary"]["error"] == given.count(Severity.ERROR)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(lang: str, report: Check) -> None:
    assert formats.json(report(GIVEN), lang=lang) == formats.json(report(GIVEN), lang=lang)
    assert formats.json(report(GIVEN), lang=lang).endswith("}\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    compare_golden(f"report.{lang}.json", formats.json(sample, lang=lang))


DEFINITIONS = [
    *sorted((ROOT / "examples/invalid").glob("*.yaml")),
    ROOT / "examples/minimal.yaml",
    ROOT / "examples/kabupaten-semarang",
]


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
def test_every_report_has_the_form_that_is_published(path: Path) -> None:
    data = json.loads(formats.json(check(path)))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_the_schema_is_a_schema_and_takes_reports_from_memory(report: Check) -> None:
    Draft202012Validator.check_schema(report_schema())
    assert VALIDATOR.is_valid(json.loads(formats.json(report(GIVEN))))


def test_the_schema_that_is_published_is_the_one_of_the_code() -> None:
    published = (ROOT / "schemas/report.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == report_schema()


def damaged(data: dict[str, Any]) -> list[dict[str, Any]]:
    first = data["findings"][0]
    return [
        {**data, "format": "pst-report/2"},
        {**data, "as_of": "22 November 2026"},
        {**data, "summary": {"error": 1}},
        {key: part for key, part in data.items() if key != "coverage"},
        {**data, "coverage": {**data["coverage"], "checked": ["STD-001", "STD-001"]}},
        {**data, "findings": [{**first, "severity": "fatal"}]},
        {**data, "findings": [{**first, "line": 0}]},
        {**data, "findings": [{**first, "params": {"x": {}}}]},
        {**data, "findings": [{**first, "params": {"x": [1.5]}}]},
    ]


def test_the_schema_refuses_what_is_no_report(sample: Report) -> None:
    data = json.loads(formats.json(sample))
    assert VALIDATOR.is_valid(data)
    assert VALIDATOR.is_valid({**data, "later": 1})
    assert [VALIDATOR.is_valid(wrong) for wrong in damaged(data)] == [False] * len(damaged(data))


def test_several_definitions_make_one_list(sample: Report) -> None:
    data = json.loads(formats.json(evolve(sample, parts=(sample, sample))))
    assert len(data["findings"]) == len(sample.findings)
    assert "parts" not in data
