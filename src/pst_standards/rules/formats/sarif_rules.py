"""The rules of a run as SARIF describes them."""

from __future__ import annotations

from typing import Any, Final

from pst_standards.findings import Report, Severity
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.formats.telling import rule_title
from pst_standards.rules.rows import Row, catalogue

_MOST_TAGS: Final = 20
_PROBLEMS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}


def rule_descriptions(report: Report, lang: str) -> list[dict[str, Any]]:
    """Describe each rule that looked, broke or found something, in the order of the catalogue."""
    told = {found.rule for found in report.findings}
    told.update(report.coverage.checked, report.coverage.failed)
    known = [row.id for row in catalogue() if row.id in told]
    return [_rule(rule, lang) for rule in [*known, *sorted(told.difference(known))]]


def _rule(rule: str, lang: str) -> dict[str, Any]:
    title = clean(rule_title(rule, lang))
    told: dict[str, Any] = {"id": rule, "name": title, "shortDescription": {"text": title}}
    if rule not in catalogue():
        return told
    row = catalogue()[rule]
    level = row.severity.value
    return {
        **told,
        "fullDescription": {"text": row.explanation.get(lang)},
        "help": _help(row, lang),
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": _tags(row),
            "problem.severity": _PROBLEMS[row.severity],
            "verdict": row.verdict.value,
            "citations": list(row.cites),
        },
    }


def _tags(row: Row) -> list[str]:
    return list(dict.fromkeys((row.area, row.verdict.value, *row.aliases)))[:_MOST_TAGS]


def _help(row: Row, lang: str) -> dict[str, str]:
    parts = [row.explanation.get(lang)]
    if row.cites:
        parts.append("; ".join(row.cites))
    fenced = [f"```yaml\n{example.strip()}\n```" for example in (row.passes,) if example.strip()]
    return {
        "text": "\n\n".join([*parts, f"pst explain {row.id}"]),
        "markdown": "\n\n".join([*parts, *fenced, f"`pst explain {row.id}`"]),
    }
