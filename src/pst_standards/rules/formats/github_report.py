"""A report as workflow commands of GitHub Actions: each finding beside its line in the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from pst_standards.definitions.wording import place_in_words
from pst_standards.findings import Finding, Report, Severity, format_pointer
from pst_standards.messages import text as say
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.formats.tasks import Task, tasks
from pst_standards.rules.formats.telling import tell

MOST_SHOWN: Final = 10
"""How many annotations of one kind GitHub shows for a step; it drops the others in silence."""
_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def github(report: Report, *, lang: str = "id") -> str:
    """Write a report as annotations, the most important first, then a line of counts.

    No more than GitHub shows: of each task first the place that it names first.

    >>> import datetime as dt
    >>> print(github(Report(as_of=dt.date(2026, 11, 22)), lang="en"), end="")
    Nothing found; only the form was looked at.
    """
    written: Counter[Severity] = Counter()
    lines, told = [], 0
    for task in _in_order(tasks(report)):
        if written[task.severity] < MOST_SHOWN:
            written[task.severity] += 1
            told += len(task.findings)
            lines.append(_command(task, lang))
    lines += _summary(report, len(report.findings) - told, lang)
    return "\n".join(lines) + "\n"


def _in_order(found: Iterable[Task]) -> list[Task]:
    """Cut tasks up by place; the first place of every task comes before any second."""
    placed = [_by_place(task) for task in found]
    firsts = [parts[0] for parts in placed]
    return [*firsts, *(part for parts in placed for part in parts[1:])]


def _by_place(task: Task) -> list[Task]:
    places: dict[object, list[Finding]] = {}
    for found in task.findings:
        at = found.location._replace(layer=None) if found.location.file else found.pointer
        places.setdefault(at, []).append(found)
    return [evolve(task, findings=tuple(findings)) for findings in places.values()]


def _command(task: Task, lang: str) -> str:
    told, found = tell(task, lang), task.findings[0]
    facts = {
        "file": found.location.file,
        "line": found.location.line,
        "col": found.location.column,
        "title": f"{task.rule} {told.title}",
    }
    properties = ",".join(
        f"{name}={_property(str(value))}" for name, value in facts.items() if value is not None
    )
    message = " ".join((*_where(found, lang), *told.sentences, *told.remedies))
    return f"::{_COMMANDS[task.severity]} {properties}::{_message(message)}"


def _where(found: Finding, lang: str) -> tuple[str, ...]:
    """Return what the file and the line do not say: a cell, or the pointer without a file."""
    if found.location.sheet is not None:
        return (place_in_words(found.location, lang),)
    return () if found.location.file else (format_pointer(found.pointer) or "/",)


def _message(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _summary(report: Report, left: int, lang: str) -> Iterator[str]:
    counts = {level.value: report.count(level) for level in Severity}
    key = "report.summary" if report.findings else f"report.{report.clean_key}"
    yield say("rules", key, lang, {**counts, "as_of": report.as_of.isoformat()})
    if left:
        yield say("rules", "report.left-out", lang, {"count": left})
