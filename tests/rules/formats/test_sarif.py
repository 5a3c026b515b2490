from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema.validators import validator_for

from pst_standards.findings import Coverage, Finding, Location, Report, Subject, Verdict
from pst_standards.messages import LANGUAGES
from pst_standards.rules import catalogue, check, formats
from pst_standards.rules.formats.fingerprints import fingerprints
from pst_standards.rules.formats.sarif_report import uri

MakeFinding = Callable[..., Finding]
ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "tests/data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
Validator = validator_for(SCHEMA)
VALIDATOR = Validator(SCHEMA, format_checker=Validator.FORMAT_CHECKER)


def run_of(report: Report, lang: str = "id") -> Any:
    """Return the one run of a log that validates."""
    log = json.loads(formats.sarif(report, lang=lang))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def test_the_schema_is_the_official_one_and_sees_what_is_wrong() -> None:
    assert "SARIF" in SCHEMA["title"]
    Validator.check_schema(SCHEMA)
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{}]})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(
    lang: str,
    sample: Report,
    compare_golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    versions = {"pst-standards": "1.2.3"}
    monkeypatch.setattr("importlib.metadata.version", versions.__getitem__)
    run = run_of(sample, lang)
    # What the catalogue says of a rule is not told twice.
    run["tool"]["driver"]["rules"] = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    shown = json.dumps(run, ensure_ascii=False, indent=2)
    compare_golden(f"report.sarif.{lang}.json", shown + "\n")


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "examples/invalid").glob("*.yaml")),
        ROOT / "examples/minimal.yaml",
        ROOT / "examples/kabupaten-semarang",
    ],
    ids=lambda path: path.stem,
)
def test_every_report_validates_and_loses_no_finding(path: Path, day: dt.date) -> None:
    report = check(path, as_of=day)
    run = run_of(report)
    assert [one["ruleId"] for one in run["results"]] == [one.rule for one in report.findings]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_an_empty_report_validates(day: dt.date) -> None:
    assert run_of(Report(as_of=day))["results"] == []


def test_a_rule_is_described_in_full(sample: Report) -> None:
    rules = {rule["id"]: rule for rule in run_of(sample, "en")["tool"]["driver"]["rules"]}
    row = catalogue()["STD-018"]
    rule = rules["STD-018"]
    assert rule["name"] == rule["shortDescription"]["text"] == row.title.en
    assert rule["fullDescription"]["text"] == row.explanation.en
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["verdict"] == "statutory"
    assert rule["properties"]["citations"] == list(row.cites)
    assert row.cites[0] in rule["help"]["text"]
    assert "```yaml" in rule["help"]["markdown"]
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules.values())
    assert {"STD-020", "DEF-017"} <= rules.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_told_of_a_rule_is_what_the_catalogue_says(lang: str, day: dt.date) -> None:
    row = catalogue()["STD-034"]
    report = Report(as_of=day, coverage=Coverage(checked=(row.id,)))
    (rule,) = run_of(report, lang)["tool"]["driver"]["rules"]
    title, explanation, cites = row.title.get(lang), row.explanation.get(lang), "; ".join(row.cites)
    example, command = f"```yaml\n{row.passes.strip()}\n```", "pst explain STD-034"
    assert rule == {
        "id": "STD-034",
        "name": title,
        "shortDescription": {"text": title},
        "fullDescription": {"text": explanation},
        "help": {
            "text": f"{explanation}\n\n{cites}\n\n{command}",
            "markdown": f"{explanation}\n\n{cites}\n\n{example}\n\n`{command}`",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "tags": ["complaint", "statutory", *row.aliases],
            "problem.severity": "error",
            "verdict": "statutory",
            "citations": list(row.cites),
        },
    }


def test_a_rule_without_norm_or_example_has_neither(day: dt.date) -> None:
    row = next(row for row in catalogue() if not row.cites and not row.passes.strip())
    report = Report(as_of=day, coverage=Coverage(checked=(row.id,)))
    (rule,) = run_of(report, "en")["tool"]["driver"]["rules"]
    assert rule["help"] == {
        "text": f"{row.explanation.en}\n\npst explain {row.id}",
        "markdown": f"{row.explanation.en}\n\n`pst explain {row.id}`",
    }


def test_a_rule_that_the_catalogue_lacks_is_still_named(day: dt.date) -> None:
    coverage = Coverage(checked=("TST-001", "STD-001"))
    rules = run_of(Report(as_of=day, coverage=coverage))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["STD-001", "TST-001"]


def test_a_rule_that_broke_is_told(day: dt.date) -> None:
    run = run_of(Report(as_of=day, coverage=Coverage(failed=("STD-001",))))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"] == {"id": "STD-001"}


@pytest.mark.parametrize(
    ("place", "physical"),
    [
        (Location("a b/c.yaml", 3, 5), {"uri": "a%20b/c.yaml", "line": 3, "column": 5}),
        (Location("a.yaml", 3), {"uri": "a.yaml", "line": 3, "column": None}),
        (Location("a.yaml"), {"uri": "a.yaml", "line": None, "column": None}),
        (Location(), None),
    ],
)
def test_a_place_is_as_precise_as_it_is_known(
    day: dt.date, finding: MakeFinding, place: Location, physical: dict[str, Any] | None
) -> None:
    found = evolve(finding("STD-019", "office"), location=place)
    (result,) = run_of(Report(as_of=day, findings=[found]))["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "/office"}]
    if physical is None:
        assert "physicalLocation" not in location
        return
    told = location["physicalLocation"]
    region = told.get("region", {})
    assert told["artifactLocation"]["uri"] == physical["uri"]
    assert region.get("startLine") == physical["line"]
    assert region.get("startColumn") == physical["column"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("kantor/a.yaml", "kantor/a.yaml"),
        ("../provinsi.yaml", "../provinsi.yaml"),
        ("/srv/a.yaml", "file:///srv/a.yaml"),
        ("C:/a b.yaml", "file:///C:/a%20b.yaml"),
        ("C:\\a\\b.yaml", "file:///C:/a/b.yaml"),
        ("kantor é#?.yaml", "kantor%20%C3%A9%23%3F.yaml"),
        ("a=b;c,d@e+(f).yaml", "a=b;c,d@e+(f).yaml"),
        ("C:/a=b,c.yaml", "file:///C:/a=b,c.yaml"),
        ("\ud800.yaml", "%3F.yaml"),
        ("C:/\ud800.yaml", "file:///C:/%3F.yaml"),
        ("-", "-"),
    ],
)
def test_a_path_is_a_uri_with_forward_slashes(path: str, shown: str) -> None:
    assert uri(path) == shown


def test_what_others_wrote_is_no_link(day: dt.date, finding: MakeFinding) -> None:
    evil = "[klik](https://contoh.example)"
    found = finding("DEF-015", "office", "x", key=evil, known="")
    (result,) = run_of(Report(as_of=day, findings=[found]))["results"]
    assert "“[klik] (https://contoh.example)”" in result["message"]["text"]


def test_a_log_is_indonesian_unless_asked_and_keeps_its_letters(sample: Report) -> None:
    shown = formats.sarif(sample)
    assert shown == formats.sarif(sample, lang="id")
    assert "“" in shown
    assert "\\u" not in shown


LIMIT = ("standards", 1, "time_limit", "limits", 0)
SUBJECT = Subject("library", ("standards", 1), ("standards", 1))


def mark(day: dt.date, *found: Finding, subjects: tuple[Subject, ...] = (SUBJECT,)) -> list[str]:
    return fingerprints(Report(as_of=day, findings=found, subjects=subjects))


def test_a_finding_is_recognised_when_lines_days_and_counts_change(
    day: dt.date, finding: MakeFinding
) -> None:
    first = finding("STD-009", *LIMIT, line=3, on="2026-11-22", count=4, regulation="PP 7/2015")
    later = finding("STD-009", *LIMIT, line=90, on="2027-01-01", count=5, regulation="PP 7/2015")
    assert mark(day, first) == mark(day, later)


def test_a_standard_more_before_it_changes_nothing(day: dt.date, finding: MakeFinding) -> None:
    moved = SUBJECT._replace(pointer=("standards", 2), stated=("standards", 2))
    before = mark(day, finding("STD-019", *LIMIT))
    after = mark(day, finding("STD-019", "standards", 2, *LIMIT[2:]), subjects=(moved,))
    assert before == after


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": "STD-018"},
        {"variant": "none"},
        {"pointer": ("standards", 1, "fee")},
        {"location": Location("lain.yaml", 1, 3)},
        {"params": {"component": "fee"}},
    ],
)
def test_another_finding_is_told_apart(
    day: dt.date, finding: MakeFinding, changes: dict[str, Any]
) -> None:
    found = finding("STD-019", *LIMIT)
    assert mark(day, found) != mark(day, evolve(found, **changes))


def test_findings_that_are_alike_are_numbered(day: dt.date, finding: MakeFinding) -> None:
    twins = mark(day, finding("STD-019", *LIMIT), finding("STD-019", *LIMIT, line=2))
    assert len(set(twins)) == 2


def test_two_definitions_do_not_share_the_names_of_their_services(
    day: dt.date, finding: MakeFinding
) -> None:
    part = Report(as_of=day, findings=[finding("STD-019", *LIMIT)], subjects=(SUBJECT,))
    both = Report(as_of=day, findings=part.findings * 2, parts=(part, part))
    assert len(set(fingerprints(both))) == 2


def test_with_two_definitions_a_service_goes_by_its_place(
    day: dt.date, finding: MakeFinding
) -> None:
    part = Report(as_of=day, findings=[finding("STD-019", *LIMIT)], subjects=(SUBJECT,))
    both = Report(as_of=day, findings=part.findings, parts=(part, part))
    assert fingerprints(both) == mark(day, *part.findings, subjects=()) != fingerprints(part)


def test_what_is_wrong_with_the_shape_goes_by_what_the_file_states(
    day: dt.date, finding: MakeFinding
) -> None:
    moved = SUBJECT._replace(stated=("standards", 5))
    for verdict, place in ((Verdict.SHAPE, 5), (Verdict.STATUTORY, 1)):
        found = finding("STD-019", "standards", place, "fee", verdict=verdict)
        same = finding("STD-019", "standards", "library", "fee", verdict=verdict)
        assert mark(day, found, subjects=(moved,)) == mark(day, same)


def test_without_a_file_the_place_alone_counts(day: dt.date, finding: MakeFinding) -> None:
    found = finding("STD-019", *LIMIT, file=None)
    assert mark(day, found) == mark(day, evolve(found, location=Location("")))


def test_half_a_character_is_no_hindrance(day: dt.date, finding: MakeFinding) -> None:
    found = finding("DEF-015", "office", "x", key="\ud800", known="")
    assert mark(day, found) != mark(day, evolve(found, params={"key": "", "known": ""}))


def test_run_from_sources_no_version_is_told(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert "version" not in run_of(sample)["tool"]["driver"]
