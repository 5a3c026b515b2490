from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from junitparser import JUnitXml, TestCase, TestSuite

from pst_standards.findings import Coverage, Finding, Report, Severity
from pst_standards.messages import LANGUAGES
from pst_standards.rules import check, formats
from pst_standards.rules.rows import read_catalogue

MakeFinding = Callable[..., Finding]
ROOT = Path(__file__).resolve().parents[3]


def suites(report: Report, lang: str = "id") -> list[TestSuite]:
    read = JUnitXml.fromstring(formats.junit(report, lang=lang).encode())
    return list(read)


def cases(report: Report, lang: str = "id") -> dict[str, TestCase]:
    (suite,) = suites(report, lang)
    return {str(case.name).split()[0]: case for case in suite}


def kinds(case: TestCase) -> list[str]:
    return [type(result).__name__ for result in case.result]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    compare_golden(f"report.junit.{lang}.xml", formats.junit(sample, lang=lang))


def test_a_library_reads_what_was_written(day: dt.date) -> None:
    report = check(ROOT / "examples/kabupaten-semarang", as_of=day)
    (suite,) = suites(report)
    coverage = report.coverage
    resting = len(coverage.not_applicable) + len(coverage.uncheckable)
    assert suite.tests == len(coverage.checked) + resting
    assert suite.failures == len(
        {one.rule for one in report.findings if one.severity > Severity.NOTE}
    )
    assert suite.skipped == resting
    assert suite.errors == 0
    assert suite.timestamp == "2026-11-22T00:00:00"


def test_errors_and_warnings_fail_and_notes_are_told(day: dt.date, finding: MakeFinding) -> None:
    found = [
        finding("STD-018", "a", severity=Severity.ERROR),
        finding("STD-018", "b", severity=Severity.WARNING),
        finding("STD-019", "c", severity=Severity.WARNING),
        finding("STD-021", "d", severity=Severity.NOTE),
    ]
    coverage = Coverage(checked=("STD-018", "STD-019", "STD-021", "STD-025"))
    read = cases(Report(as_of=day, findings=found, coverage=coverage))
    assert {rule: kinds(case) for rule, case in read.items()} == {
        "STD-018": ["Failure"],
        "STD-019": ["Failure"],
        "STD-021": [],
        "STD-025": [],
    }
    (failure,) = read["STD-018"].result
    assert failure.type == "error"
    assert failure.text.count("kantor.yaml:1:3: ") == 2
    assert "dan 1 lagi yang serupa" in failure.message
    assert "catatan: " in read["STD-021"].system_out


ROW = """
reviewed = 2026-11-26
[[rule]]
id = "TST-001"
title = { id = "Judul", en = "Title" }
explanation = { id = "a", en = "b" }
verdict = "statutory"
force = "must"
severity = "error"
status = "uncheckable"
reason = { id = "Hanya manusia yang tahu.", en = "Only a person knows." }
"""


def test_what_did_not_look_says_why(day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = read_catalogue({"standard": ROW})
    monkeypatch.setattr("pst_standards.rules.formats.junit_report.catalogue", lambda: rows)
    coverage = Coverage(
        not_applicable=("STD-043",),
        uncheckable=("TST-001", "TST-002"),
        switched_off=("STD-019",),
    )
    read = cases(Report(as_of=day, coverage=coverage), "en")
    assert [kinds(case) for case in read.values()] == [["Skipped"]] * 4
    assert {rule: case.result[0].message for rule, case in read.items()} == {
        "STD-043": "Not applicable to this definition, its stage or this day.",
        "TST-001": "Only a person knows.",
        "TST-002": "Not checkable by a machine.",
        "STD-019": "Switched off by a profile.",
    }


def test_a_rule_that_broke_is_an_error(day: dt.date, finding: MakeFinding) -> None:
    broken = finding("DEF-099", file=None, severity=Severity.ERROR, error="KeyError")
    broken = evolve(broken, params={**broken.params, "rule": "STD-001"})
    coverage = Coverage(failed=("STD-001", "STD-002"))
    read = cases(Report(as_of=day, findings=[broken], coverage=coverage))
    assert {rule: kinds(case) for rule, case in read.items()} == {
        "STD-001": ["Error"],
        "STD-002": ["Error"],
    }
    assert "KeyError" in read["STD-001"].result[0].text
    assert {case.result[0].type for case in read.values()} == {"failed"}
    (suite,) = suites(Report(as_of=day, findings=[broken], coverage=coverage))
    assert (suite.tests, suite.errors, suite.failures, suite.skipped) == (2, 2, 0, 0)


def test_a_finding_about_files_has_a_case_of_its_own(day: dt.date, finding: MakeFinding) -> None:
    found = finding("DEF-015", "office", "x", key="x", known="")
    read = cases(Report(as_of=day, findings=[found], coverage=Coverage(checked=("STD-001",))))
    assert kinds(read["DEF-015"]) == ["Failure"]
    assert read["DEF-015"].classname == "pst.shape"


@pytest.mark.parametrize(
    ("inputs", "office", "name"),
    [
        (("a.yaml", "b.yaml"), "Kantor", "a.yaml"),
        ((), "Kantor", "Kantor"),
        ((), "", "pst"),
    ],
)
def test_a_suite_goes_by_its_first_file_or_its_office(
    inputs: tuple[str, ...], office: str, name: str, day: dt.date
) -> None:
    (suite,) = suites(Report(as_of=day, inputs=inputs, office=office))
    assert suite.name == name


@pytest.mark.parametrize(("pointer", "place"), [(("office", "name"), "/office/name"), ((), "/")])
def test_without_a_file_the_pointer_is_told(
    pointer: tuple[str, ...], place: str, day: dt.date, finding: MakeFinding
) -> None:
    found = finding("STD-018", *pointer, file=None, line=None, severity=Severity.ERROR)
    (failure,) = cases(Report(as_of=day, findings=[found]))["STD-018"].result
    assert failure.text.startswith(f"{place}: kesalahan: ")


def test_each_definition_is_a_suite(sample: Report) -> None:
    other = evolve(sample, inputs=("lain.yaml",), findings=())
    read = suites(evolve(sample, parts=(sample, other)))
    assert [suite.name for suite in read] == ["kantor.yaml", "lain.yaml"]
    whole = JUnitXml.fromstring(formats.junit(evolve(sample, parts=(sample, other))).encode())
    assert whole.tests == sum(suite.tests for suite in read)
    assert whole.failures == read[0].failures > read[1].failures == 0


def test_what_xml_forbids_is_replaced(day: dt.date, finding: MakeFinding) -> None:
    found = finding(
        "DEF-015", "office", "x", key="a\x00\x1b]]>&<", known="\ud800\uffff", file="a\x08"
    )
    read = cases(Report(as_of=day, findings=[found], inputs=("b\x0c",)))
    (failure,) = read["DEF-015"].result
    assert "a\ufffd" in failure.text
    assert "]]>&<" in failure.message
