"""A report for people: grouped by file and rule, the gravest first, with place and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Report, Severity, format_pointer
from pst_standards.messages import text as say
from pst_standards.rules.rows import catalogue


class _Line(NamedTuple):
    """A finding in words."""

    found: Finding
    message: str
    hint: str
    basis: str

    @property
    def place(self) -> str:
        """Where it stands, as editors understand it; the pointer where there is no file."""
        return str(self.found.location) or format_pointer(self.found.pointer) or "/"


def text(report: Report, *, lang: str = "id") -> str:
    """Write a report for a person to read, without a line feed at the end.

    >>> import datetime as dt
    >>> print(text(Report(as_of=dt.date(2026, 11, 22)), lang="en"))
    Nothing found by the law of 2026-11-22.
    Rules checked: 0.
    """
    return "\n".join([*_findings(report, lang), *_summary(report, lang)])


def _findings(report: Report, lang: str) -> Iterator[str]:
    for file, found in groupby(report.findings, key=lambda one: one.location.file or ""):
        yield file or say("rules", "report.no-file", lang)
        for rule, lines in _by_rule(found, lang):
            yield f"  {rule}  {_title(rule, lang)}"
            yield from _group(lines, lang)
        yield ""


def _by_rule(findings: Iterable[Finding], lang: str) -> list[tuple[str, list[_Line]]]:
    groups: dict[str, list[_Line]] = {}
    for found in findings:
        message, hint = word(found, lang)
        line = _Line(found, message, hint, "; ".join(found.citations))
        groups.setdefault(found.rule, []).append(line)
    order = {row.id: place for place, row in enumerate(catalogue())}

    def gravest_first(group: tuple[str, list[_Line]]) -> tuple[int, int, str]:
        rule, lines = group
        gravity = max(line.found.severity for line in lines)
        return (-list(Severity).index(gravity), order.get(rule, -1), rule)

    return sorted(groups.items(), key=gravest_first)


def _title(rule: str, lang: str) -> str:
    rows = catalogue()
    return rows[rule].title.get(lang) if rule in rows else say("rules", "report.shape", lang)


def _group(lines: Sequence[_Line], lang: str) -> Iterator[str]:
    """Yield the lines of one rule; what the next finding repeats is written once, behind it."""
    for line, after in zip_longest(lines, lines[1:]):
        severity = say("rules", f"report.severity.{line.found.severity.value}", lang)
        yield f"    {line.place}  {severity}: {line.message}"
        if after is None or after.hint != line.hint:
            yield "      " + say("rules", "report.hint", lang, {"hint": line.hint})
        if line.basis and (after is None or after.basis != line.basis):
            yield "      " + say("rules", "report.citations", lang, {"citations": line.basis})


def _summary(report: Report, lang: str) -> Iterator[str]:
    counts = {level.value: report.count(level) for level in Severity}
    key = "report.summary" if report.findings else "report.clean"
    yield say("rules", key, lang, {**counts, "as_of": report.as_of.isoformat()})
    coverage = report.coverage
    yield say("rules", "report.checked", lang, {"checked": len(coverage.checked)})
    for name, ids in (
        ("not-applicable", coverage.not_applicable),
        ("uncheckable", coverage.uncheckable),
        ("failed", coverage.failed),
    ):
        if ids:
            yield say("rules", f"report.{name}", lang, {"rules": ", ".join(ids)})
