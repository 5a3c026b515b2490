"""A report as Markdown: a summary for the comments of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import asdict

from pst_standards.findings import Report, Severity
from pst_standards.messages import text as say
from pst_standards.rules.formats.cleaning import clean, one_line
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.formats.tasks import Task, tasks
from pst_standards.rules.formats.telling import places, tell

MOST_ROWS: Final = 50
"""Rows of one table; a comment has an end, and a reader too."""
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~#!$])")
_CALL: Final = re.compile(r"(?<![\w.])@(?=\w)")
_COLUMNS: Final = ("number", "service", "wrong", "remedy", "rule", "place")


def markdown(report: Report, *, lang: str = "id") -> str:
    """Write a report as Markdown that ends in a line feed: counts, then a table of tasks.

    What the definition says stays text, whatever signs are in it.

    >>> import datetime as dt
    >>> print(markdown(Report(as_of=dt.date(2026, 11, 22)), lang="en").splitlines()[0])
    ## Checklist of service standards
    """
    lines = [f"## {_say('checklist', lang)}", "", *_counts(report, lang)]
    several = len(report.each()) > 1
    for part in report.each():
        if several:
            name = part.office or next(iter(part.inputs), "")
            lines += ["", f"### {escaped(one_line(name))}"]
        lines += ["", *_tasks(part, lang)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line and inside a table.

    Nobody is called by a name behind an at sign.

    >>> print(escaped("a|b" + chr(10) + "<c>"))
    a\|b<br>\<c\>
    """
    quiet = _CALL.sub("@\N{WORD JOINER}", clean(text).strip())
    return _SIGNS.sub(r"\\\1", quiet).replace("\n", "<br>")


def _say(key: str, lang: str, **params: object) -> str:
    return say("rules", f"report.{key}", lang, params)


def _counts(report: Report, lang: str) -> Iterator[str]:
    counts = {level.value: report.count(level) for level in Severity}
    day = long_date(report.as_of, lang)
    yield _say("summary" if report.findings else report.clean_key, lang, **counts, as_of=day)
    yield ""
    yield _say(
        "coverage", lang, **{name: len(ids) for name, ids in asdict(report.coverage).items()}
    )


def _tasks(report: Report, lang: str) -> Iterator[str]:
    found = tasks(report)
    if not found:
        yield _say(report.clean_key, lang, as_of=long_date(report.as_of, lang))
        return
    yield _row(_say(f"head.{name}", lang) for name in _COLUMNS)
    yield _row("---" for _ in _COLUMNS)
    for number, task in enumerate(found[:MOST_ROWS], start=1):
        yield _row(_cells(number, task, lang))
    if len(found) > MOST_ROWS:
        yield ""
        yield _say("left-out", lang, count=len(found) - MOST_ROWS)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(number: int, task: Task, lang: str) -> Iterator[str]:
    told = tell(task, lang)
    yield str(number)
    yield escaped(one_line(told.service))
    head = f"**{escaped(told.label)}** ({escaped(told.severity)})"
    yield "<br>".join([head, *map(escaped, told.sentences)])
    yield "<br>".join(map(escaped, told.remedies))
    yield "<br>".join(map(escaped, filter(None, (task.rule, told.basis))))
    yield "<br>".join(map(escaped, places(task.findings, lang)))
