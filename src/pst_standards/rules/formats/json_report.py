"""A report as JSON, ``pst-report/1``: keys in a fixed order, texts in one language."""

from __future__ import annotations

from typing import Any, Final

from attrs import asdict

from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Location, Report, Severity, format_pointer

FORMAT: Final = "pst-report/1"


def json(report: Report, *, lang: str = "id") -> str:
    """Write a report as JSON text that ends in a line feed; the same report gives the same bytes.

    >>> import datetime as dt
    >>> from pst_standards.rules import check
    >>> json(check({}, as_of=dt.date(2026, 11, 22))).splitlines()[1].strip()
    '"format": "pst-report/1",'
    """
    from json import dumps

    return dumps(as_data(report, lang=lang), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report, *, lang: str = "id") -> dict[str, Any]:
    """Return the report as plain data, the way it goes into JSON."""
    return {
        "format": FORMAT,
        "as_of": report.as_of.isoformat(),
        "inputs": list(report.inputs),
        "summary": {level.value: report.count(level) for level in reversed(Severity)},
        "findings": [_finding(found, lang) for found in report.findings],
        "coverage": {name: list(ids) for name, ids in asdict(report.coverage).items()},
        "known": len(report.known),
    }


def _cell(place: Location) -> dict[str, str]:
    """Return the sheet and the cell where the file is a workbook."""
    if place.sheet is None or place.cell is None:
        return {}
    return {"sheet": place.sheet, "cell": place.cell}


def _finding(found: Finding, lang: str) -> dict[str, Any]:
    message, hint = word(found, lang)
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "verdict": found.verdict.value,
        "message": message,
        "hint": hint,
        "params": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in found.params.items()
        },
        "file": found.location.file,
        "line": found.location.line,
        "column": found.location.column,
        **_cell(found.location),
        "pointer": format_pointer(found.pointer),
        "source_layer": found.location.layer,
        "citations": list(found.citations),
    }
