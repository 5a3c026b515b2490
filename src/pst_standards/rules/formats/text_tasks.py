"""The tasks that matter most, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from pst_standards.findings import Report
from pst_standards.messages import text as say
from pst_standards.rules.formats.columns import wrapped
from pst_standards.rules.formats.tasks import Task, by_service, tasks
from pst_standards.rules.formats.telling import Told, places, service_name, tell

MOST_TASKS: Final = 10
_MOST_ALIKE: Final = 3
_INDENT: Final = "    "


def task_lines(report: Report, lang: str, columns: int) -> Iterator[str]:
    """Yield the most important tasks of one definition by service, and how many are left."""
    found = tasks(report)
    if not found:
        return
    sizes = {"shown": min(len(found), MOST_TASKS), "total": len(found)}
    yield from wrapped(say("rules", "report.tasks", lang, sizes), columns)
    numbers = count(1)
    for _, members in by_service(found[:MOST_TASKS]):
        yield ""
        yield from wrapped(service_name(members[0], lang), columns)
        for task in members:
            yield from _task(next(numbers), task, lang, columns)
    yield ""
    if len(found) > MOST_TASKS:
        left = {"count": len(found) - MOST_TASKS}
        yield from wrapped(say("rules", "report.more", lang, left), columns)


def _task(number: int, task: Task, lang: str, columns: int) -> Iterator[str]:
    told = tell(task, lang)
    head = f"{told.label} · {told.severity} · {task.rule}"
    yield from wrapped(head, columns, f"{number:2}. ", _INDENT)
    for sentence in _few(told.sentences, "report.alike", lang):
        yield from wrapped(sentence, columns, _INDENT)
    yield from _facts(told, task, lang, columns)


def _facts(told: Told, task: Task, lang: str, columns: int) -> Iterator[str]:
    names = {
        name: say("rules", f"report.head.{name}", lang) + ":"
        for name in ("place", "remedy", "example", "basis")
    }
    wide = max(map(len, names.values())) + 1
    leads = {name: f"{_INDENT}{shown:{wide}}" for name, shown in names.items()}
    later = _INDENT + " " * wide
    spots = ", ".join(_few(places(task.findings, lang), "report.places", lang))
    yield from wrapped(spots, columns, leads["place"], later)
    for place, remedy in enumerate(_few(told.remedies, "report.alike", lang)):
        yield from wrapped(remedy, columns, later if place else leads["remedy"], later)
    for place, line in enumerate(told.example.splitlines()):
        yield f"{later if place else leads['example']}{line}"
    if told.basis:
        yield from wrapped(told.basis, columns, leads["basis"], later)


def _few(lines: Sequence[str], key: str, lang: str) -> list[str]:
    """Return the first of many that say nearly the same, and how many more there are."""
    if len(lines) <= _MOST_ALIKE:
        return list(lines)
    more = say("rules", key, lang, {"count": len(lines) - _MOST_ALIKE})
    return [*lines[:_MOST_ALIKE], more]
