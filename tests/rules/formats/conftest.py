"""The report that is written in every format, and the comparison with what it should become."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import evolve

from pst_standards.findings import (
    Coverage,
    Finding,
    Location,
    Param,
    Pointer,
    Report,
    Severity,
    Verdict,
)
from pst_standards.rules import check

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "report"
# Those that the sample breaks on purpose: a new rule does not change what is shown.
RULES = ("DEF-015", "DEF-017", "STD-001", "STD-002", "STD-018", "STD-019", "STD-034", "CIT-001")

CompareGolden: TypeAlias = Callable[[str, str], None]
MakeFinding: TypeAlias = Callable[..., Finding]


@pytest.fixture
def compare_golden(request: pytest.FixtureRequest) -> CompareGolden:
    """Compare a text with the file of that name in ``golden/report/``, or write it when asked."""

    def compare(name: str, shown: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            file.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def sample(day: dt.date, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Return the report on ``golden/report/kantor.yaml``, with a coverage that stays as it is."""
    monkeypatch.chdir(GOLDEN)
    report = check(Path("kantor.yaml"), as_of=day)
    coverage = Coverage(
        checked=("STD-001", "STD-002", "STD-018", "STD-019", "STD-020", "STD-034", "CIT-001"),
        not_applicable=("STD-043",),
        uncheckable=("TST-900",),
    )
    return evolve(report, findings=report.of(*RULES), coverage=coverage)


@pytest.fixture
def finding() -> MakeFinding:
    """Make a finding of a rule that needs no params, unless they are given."""

    def make(
        rule: str = "STD-019",
        *pointer: str | int,
        line: int | None = 1,
        file: str | None = "kantor.yaml",
        severity: Severity = Severity.WARNING,
        verdict: Verdict = Verdict.STATUTORY,
        variant: str = "",
        citations: tuple[str, ...] = ("UU 25/2009",),
        **params: Param,
    ) -> Finding:
        at: Pointer = pointer
        return Finding(
            rule=rule,
            severity=severity,
            verdict=verdict,
            pointer=at,
            location=Location(file, line, 3 if line else None),
            params=params,
            citations=citations,
            variant=variant,
        )

    return make
