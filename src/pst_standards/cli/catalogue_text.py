"""The catalogue of rules, for people and for programs."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any, Final

from pst_standards.cli.speech import speaker
from pst_standards.messages import text
from pst_standards.model.base import Text
from pst_standards.rules.remedies import remedy
from pst_standards.rules.rows import AREAS, Catalogue, Row, Status
from pst_standards.rules.rulebook import installed_rulebook

FORMAT: Final = "pst-rules/1"
RULE_FORMAT: Final = "pst-rule/1"
SUMMARY_FORMAT: Final = "pst-rules-summary/1"


def _rows() -> Catalogue:
    return installed_rulebook().rows


def severity_word(row: Row, lang: str) -> str:
    """Return how grave a rule is, in the words of a report."""
    return text("rules", f"report.severity.{row.severity.value}", lang)


def as_text(lang: str) -> str:
    """Return the catalogue as lines, a rule a line under the heading of its area."""
    say, lines = speaker(lang), []
    rows = _rows()
    wide = max(len(severity_word(row, lang)) for row in rows)
    for area, members in groupby(rows, key=lambda row: row.area):
        lines.append(say(f"area.{area}") if area in AREAS else area)
        for row in members:
            note = "" if row.status.runs else f"  ({say(f'status.{row.status.value}')})"
            grave = severity_word(row, lang)
            lines.append(f"  {row.id:8}  {grave:{wide}}  {row.title.get(lang)}{note}")
        lines.append("")
    return "\n".join([*lines, say("rules.count", count=len(rows))])


def summary_text(lang: str) -> str:
    """Return how many rules stand at each status, and why the others do not run."""
    say, counts = speaker(lang), _counts()
    wide = max(len(str(count)) for count in counts.values())
    lines = [
        f"  {count:{wide}}  {say(f'status.{name}')} ({name})" for name, count in counts.items()
    ]
    return "\n".join([say("rules.summary-title"), *lines, say("rules.count", count=len(_rows()))])


def summary_data() -> dict[str, Any]:
    """Return the counts as plain data, with the reason of each rule that does not run."""
    resting = [row for row in _rows() if row.reason]
    return {
        "format": SUMMARY_FORMAT,
        "rules": len(_rows()),
        "ids": sum(1 + len(row.aliases) for row in _rows()),
        "status": _counts(),
        "not_run": [
            {"id": row.id, "status": row.status.value, "reason": _both(row.reason)}
            for row in resting
        ],
    }


def _counts() -> dict[str, int]:
    found = Counter(row.status for row in _rows())
    return {status.value: found[status] for status in Status}


def as_data() -> dict[str, Any]:
    """Return the catalogue as plain data, texts in both languages."""
    return {"format": FORMAT, "rules": [_row(row) for row in _rows()]}


def _both(text: Text | None) -> dict[str, str | None] | None:
    return None if text is None else {"id": text.id, "en": text.en}


def rule_data(row: Row) -> dict[str, Any]:
    """Return one rule as plain data, as it stands in the list of all."""
    return {"format": RULE_FORMAT, **_row(row)}


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "aliases": list(row.aliases),
        "area": row.area,
        "title": _both(row.title),
        "explanation": _both(row.explanation),
        "verdict": row.verdict.value,
        "force": row.force.value,
        "severity": row.severity.value,
        "variants": {name: part.severity.value for name, part in row.variants.items()},
        "status": row.status.value,
        "stage": row.stage.value,
        "since": None if row.since is None else str(row.since),
        "until": None if row.until is None else str(row.until),
        "suppressible": row.suppressible,
        "citations": [
            {"cite": cited.cite, "confidence": cited.confidence.value} for cited in row.citations
        ],
        "defect_seen": row.defect_seen,
        "reason": _both(row.reason),
        "remedy": _both(remedy(row)),
        "fails": row.fails or next((one.fails for one in row.variants.values() if one.fails), ""),
        "passes": row.passes,
        "case_fails": _both(row.case_fails),
        "case_passes": _both(row.case_passes),
        "reviewed": row.reviewed.isoformat(),
    }
