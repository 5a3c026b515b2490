from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pst_standards.definitions.wording import word
from pst_standards.findings import Coverage, Finding, Location, Report, Severity, Verdict
from pst_standards.messages import LANGUAGES
from pst_standards.model import Definition, ServiceStandard
from pst_standards.model.base import Ident
from pst_standards.rules import check, formats

Check = Callable[..., Report]
ROOT = Path(__file__).resolve().parents[2]
GIVEN = {"standards": [{"id": "x", "fee": {"kind": "free", "text": "-"}}], "stage": "adopted"}


def test_the_keys_of_a_json_report_stand_in_order(report: Check) -> None:
    data = json.loads(formats.json(report(GIVEN)))
    assert list(data) == ["format", "as_of", "inputs", "summary", "findings", "coverage"]
    assert data["format"] == "pst-report/1"
    assert data["as_of"] == "2026-11-22"
    assert list(data["summary"]) == ["error", "warning", "note"]
    assert list(data["coverage"]) == [
        "checked",
        "not_applicable",
        "uncheckable",
        "failed",
        "switched_off",
    ]
    for found in data["findings"]:
        assert list(found) == [
            "rule",
            "severity",
            "verdict",
            "message",
            "hint",
            "params",
            "file",
            "line",
            "column",
            "pointer",
            "source_layer",
            "citations",
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


TOLD = """\
kantor.yaml
  STD-001  Keempat belas komponen ada
    kantor.yaml:9:3  kesalahan: Standar ini belum memuat komponen Biaya/tarif (fee), huruf e.
      Perbaikan: {remedy}
      Dasar: UU 25/2009
  STD-019  Jangka waktu menyebut kapan mulai dihitung
    kantor.yaml:1:3  peringatan: Jangka waktu ini tidak menyebut sejak kapan dihitung.
    kantor.yaml:4:3  peringatan: Jangka waktu ini tidak menyebut sejak kapan dihitung.
      Perbaikan: Isi start, misalnya start: permohonan diterima lengkap.
      Dasar: UU 25/2009

Kesalahan: 1. Peringatan: 2. Catatan: 0. Menurut hukum per 2026-11-22.
Aturan yang diperiksa: 2.
Tidak berlaku untuk definisi ini: STD-043."""


def finding(line: int, rule: str = "STD-019", severity: Severity = Severity.WARNING) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        verdict=Verdict.QUALITY,
        pointer=("standards", 0),
        location=Location("kantor.yaml", line, 3),
        params={"component": "fee", "letter": "e"},
        citations=("UU 25/2009",),
    )


def test_people_see_the_gravest_first_and_a_remedy_once(day: dt.date) -> None:
    given = Report(
        as_of=day,
        findings=[finding(1), finding(4), finding(9, "STD-001", Severity.ERROR)],
        coverage=Coverage(checked=("STD-001", "STD-019"), not_applicable=("STD-043",)),
    )
    remedy = word(finding(9, "STD-001"))[1]
    assert formats.text(given) == TOLD.format(remedy=remedy)


def test_what_was_not_looked_at_is_said(day: dt.date) -> None:
    coverage = Coverage(uncheckable=("LIFE-012",), failed=("STD-001",))
    text = formats.text(Report(as_of=day, coverage=coverage), lang="en")
    assert text.splitlines() == [
        "Nothing found by the law of 2026-11-22.",
        "Rules checked: 0.",
        "Not checkable by a machine: LIFE-012.",
        "Failed to run: STD-001.",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_files_the_pointer_is_shown(lang: str, day: dt.date) -> None:
    given = check(Definition(standards=(ServiceStandard(id=Ident("x")),)), as_of=day)
    text = formats.text(given, lang=lang)
    assert "    /standards/0  " in text
    assert "    /  " in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/invalid").glob("*.yaml")), ids=lambda p: p.stem
)
def test_every_example_can_be_told(path: Path, lang: str, day: dt.date) -> None:
    given = check(path, as_of=day)
    text = formats.text(given, lang=lang)
    for found in given.findings:
        assert str(found.location) in text
    assert "{" not in text
