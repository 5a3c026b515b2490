from __future__ import annotations

import datetime as dt
from pathlib import Path

from pst_standards.findings import Report, Severity
from pst_standards.model import Component
from pst_standards.rules import check

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = dt.date(2026, 11, 23)


def rules_of(report: Report, severity: Severity) -> set[str]:
    return {finding.rule for finding in report.findings if finding.severity is severity}


def test_the_office_has_adopted_lawful_standards() -> None:
    report = check(EXAMPLES / "kabupaten-semarang", as_of=DAY)
    assert rules_of(report, Severity.ERROR) == set()


def test_the_wrong_article_of_the_office_page_is_found() -> None:
    report = check(EXAMPLES / "kabupaten-semarang", as_of=DAY)
    assert rules_of(report, Severity.WARNING) == {"CIT-001"}
    place = report.of("CIT-001")[0].location
    assert place.file is not None
    assert place.file.endswith("publikasi.yaml")


def test_the_smallest_definition_is_complete() -> None:
    report = check(EXAMPLES / "minimal.yaml", as_of=DAY)
    assert rules_of(report, Severity.ERROR) == set()
    # A definition of one service says nothing of the other three, nor of whistleblowing.
    assert rules_of(report, Severity.WARNING) == {"PGD-005", "SRV-001"}


def test_the_base_alone_reports_what_is_open() -> None:
    report = check({"extends": "bps/2020"}, as_of=DAY)
    open_components = {finding.params["component"] for finding in report.of("STD-001")}
    assert open_components == {Component.FACILITIES.value, Component.STAFFING.value}
    assert rules_of(report, Severity.ERROR) == {
        "FAC-004",
        "PGD-006",
        "PGD-007",
        "STD-001",
        "STD-034",
        "STD-035",
    }
    assert report.of("PGD-006")[0].params["letters"] == ("h", "i", "j")
    whole_process_open = {finding.pointer[1] for finding in report.of("STD-020")}
    assert whole_process_open == {0, 1, 2, 3}
    assert len(report.of("STD-021")) == 1
