"""The catalogue of rules, for people and for programs."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from pst_standards.cli.speech import speaker
from pst_standards.messages import text
from pst_standards.rules.rows import Row, catalogue

FORMAT: Final = "pst-rules/1"


def severity_word(row: Row, lang: str) -> str:
    """Return how grave a rule is, in the words of a report."""
    return text("rules", f"report.severity.{row.severity.value}", lang)


def as_text(lang: str) -> str:
    """Return the catalogue as lines, a rule a line under the heading of its area."""
    say, lines = speaker(lang), []
    rows = catalogue()
    wide = max(len(severity_word(row, lang)) for row in rows)
    for area, members in groupby(rows, key=lambda row: row.area):
        lines.append(say(f"area.{area}"))
        for row in members:
            note = "" if row.status.runs else f"  ({say(f'status.{row.status.value}')})"
            grave = severity_word(row, lang)
            lines.append(f"  {row.id:8}  {grave:{wide}}  {row.title.get(lang)}{note}")
        lines.append("")
    return "\n".join([*lines, say("rules.count", count=len(rows))])


def as_data() -> dict[str, Any]:
    """Return the catalogue as plain data, texts in both languages."""
    return {"format": FORMAT, "rules": [_row(row) for row in catalogue()]}


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "aliases": list(row.aliases),
        "area": row.area,
        "title": {"id": row.title.id, "en": row.title.en},
        "explanation": {"id": row.explanation.id, "en": row.explanation.en},
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
    }
