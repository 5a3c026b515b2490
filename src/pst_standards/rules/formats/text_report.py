"""A report for people at a terminal: the tasks that matter most, or every finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import asdict

from pst_standards.findings import Report, Severity
from pst_standards.messages import text as say
from pst_standards.rules.formats.columns import wrapped
from pst_standards.rules.formats.source_lines import Source
from pst_standards.rules.formats.text_findings import finding_lines
from pst_standards.rules.formats.text_tasks import task_lines

WIDTH: Final = 90
"""Columns of a line where nobody says how many there are."""


def text(
    report: Report,
    *,
    lang: str = "id",
    everything: bool = False,
    columns: int = WIDTH,
    source: Source | None = None,
) -> str:
    """Write a report for a person to read, without a line feed at the end.

    The ten most important tasks, by service, unless ``everything`` is asked for: then every
    finding by file and rule, with the line it points at where ``source`` gives the text (see
    ``file_source``). No line is longer than ``columns`` but for a word that cannot be broken.

    >>> import datetime as dt
    >>> print(text(Report(as_of=dt.date(2026, 11, 22)), lang="en"))
    Nothing found; only the form was looked at.
    Rules: 0 checked, 0 not applicable, 0 not checkable by a machine, 0 failed to run.
    """
    lines: list[str] = []
    for part in report.each():
        lines += [""] * bool(lines)
        lines += _name(part, columns, everything=everything)
        if everything:
            lines += finding_lines(part, lang, columns, source)
        else:
            lines += task_lines(part, lang, columns)
        lines += _summary(part, lang, columns, everything=everything)
    return "\n".join(line.rstrip() for line in lines)


def _name(report: Report, columns: int, *, everything: bool) -> Iterator[str]:
    """Yield the name of what was checked, as people know it; the file where it has none."""
    # Every finding is shown below the name of its file, which need not stand there twice.
    told = everything and bool(report.findings)
    name = report.office or ("" if told else next(iter(report.inputs), ""))
    if name:
        yield from wrapped(name, columns)


def _summary(report: Report, lang: str, columns: int, *, everything: bool) -> Iterator[str]:
    counts = {level.value: report.count(level) for level in Severity}
    key = "report.summary" if report.findings else f"report.{report.clean_key}"
    yield say("rules", key, lang, {**counts, "as_of": report.as_of.isoformat()})
    if report.form_only and report.findings:
        yield say("rules", "report.form-only", lang)
    if report.known:
        yield say("rules", "report.known", lang, {"count": len(report.known)})
    covered = asdict(report.coverage)
    sizes = {name: len(ids) for name, ids in covered.items()}
    yield from wrapped(say("rules", "report.coverage", lang, sizes), columns)
    if everything:
        for name, ids in covered.items():
            if ids and name != "checked":
                rules = {"rules": ", ".join(ids)}
                told = f"report.{name}"
                if report.about and name == "not_applicable":
                    told = "report.not_applicable-record"
                yield from wrapped(say("rules", told, lang, rules), columns, later="  ")
