"""A report as a workbook of Excel: a checklist to sort and tick off, and a sheet of counts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import asdict

from pst_standards.findings import Report, Severity
from pst_standards.messages import text as say
from pst_standards.rules.formats.cleaning import one_line
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.formats.tasks import Task, by_service, tasks
from pst_standards.rules.formats.telling import tell
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_WIDTHS: Final = {
    "number": 5,
    "office": 15,
    "service": 14,
    "label": 17,
    "wrong": 29,
    "remedy": 30,
    "basis": 20,
    "severity": 11,
    "rule": 9,
    "file": 14,
    "line": 7,
    "done": 9,
}
"""Characters; together they print legibly on A4 on its side."""
_CELLS_WIDTH: Final = 27
"""Characters of a column with the cells of a form, such as 'Pengelolaan pengaduan'!C3."""
_SUMMARY: Final = (
    ("office", 36),
    ("tasks", 8),
    ("errors", 11),
    ("warnings", 12),
    ("notes", 10),
    ("checked", 11),
    ("not_applicable", 13),
    ("uncheckable", 16),
    ("failed", 11),
    ("switched_off", 12),
    ("as-of", 12),
)


def xlsx(report: Report, *, lang: str = "id") -> bytes:
    """Write a report as a workbook: every task a row with a list to choose whether it is done.

    The same report gives the same bytes; text of others stays text and is never a formula.
    Raises ``MissingExtraError`` when XlsxWriter is not installed (extra ``office``).
    """
    target = io.BytesIO()
    title = _say("checklist", lang)
    with workbook(target, title=title, created=report.as_of) as book:
        _checklist(report, book, lang)
        _summary(report, book, lang)
    return target.getvalue()


def _say(key: str, lang: str, **params: object) -> str:
    return say("rules", f"report.{key}", lang, params)


def _checklist(report: Report, book: Workbook, lang: str) -> None:
    several = len(report.each()) > 1
    names = [name for name in _WIDTHS if several or name != "office"]
    widths = {**_WIDTHS, "line": _CELLS_WIDTH} if _has_cells(report) else _WIDTHS
    columns = [Column(_say(f"head.{name}", lang), widths[name]) for name in names]
    sheet = Sheet(book, _say("sheet.checklist", lang), columns)
    for part in report.each():
        for task in _in_order(part):
            cells = _cells(task, part, lang)
            sheet.add(sheet.rows + 1, *(cells[name] for name in names[1:]))
    _finish(sheet, report, lang)


def _has_cells(report: Report) -> bool:
    return any(found.location.cell for part in report.each() for found in part.findings)


def _in_order(report: Report) -> Iterator[Task]:
    for _, members in by_service(tasks(report)):
        yield from members


def _cells(task: Task, report: Report, lang: str) -> dict[str, str | int | None]:
    told = tell(task, lang)
    example = f"{_say('head.example', lang)}:\n{told.example}" if told.example else ""
    place = task.findings[0].location
    return {
        "office": one_line(report.office or next(iter(report.inputs), "")),
        "service": one_line(told.service),
        "label": told.label,
        "wrong": "\n".join(told.sentences),
        "remedy": "\n".join(filter(None, (*told.remedies, example))),
        "basis": told.basis.replace("; ", ";\n"),
        "severity": told.severity,
        "rule": task.rule,
        "file": place.file,
        "line": _lines(task),
        "done": "",
    }


def _lines(task: Task) -> str | int | None:
    """Return the line of a task in the file beside it, several as text."""
    file = task.findings[0].location.file
    lines = dict.fromkeys(
        found.location.reference or found.location.line
        for found in task.findings
        if found.location.file == file
    )
    known = [line for line in lines if line is not None]
    return known[0] if len(known) == 1 else ", ".join(map(str, known))


def _finish(sheet: Sheet, report: Report, lang: str) -> None:
    last = len(sheet.columns) - 1
    choices = _say("choices", lang).split(", ")
    if sheet.rows:
        sheet.inner.autofilter(0, 0, sheet.rows, last)
        sheet.inner.data_validation(
            1, last, sheet.rows, last, {"validate": "list", "source": choices}
        )
    day = _say("by-law", lang, day=long_date(report.as_of, lang))
    office = report.each()[0].office if len(report.each()) == 1 else ""
    title = " · ".join(filter(None, (_say("checklist", lang), one_line(office), day)))
    sheet.print_on_a4(title=title, footer=_say("page", lang, page="&P", pages="&N"))


def _summary(report: Report, book: Workbook, lang: str) -> None:
    """Fill the sheet of counts: what was checked, what was found, and which rules looked."""
    columns = [Column(_say(f"head.{name}", lang), wide) for name, wide in _SUMMARY]
    sheet = Sheet(book, _say("sheet.summary", lang), columns)
    for part in report.each():
        counts = [part.count(level) for level in reversed(Severity)]
        sizes = [len(ids) for ids in asdict(part.coverage).values()]
        name = one_line(part.office or next(iter(part.inputs), ""))
        sheet.add(name, len(tasks(part)), *counts, *sizes, part.as_of.isoformat())
    day = _say("by-law", lang, day=long_date(report.as_of, lang))
    title = f"{_say('summary-title', lang)} · {day}"
    sheet.print_on_a4(title=title, footer=_say("page", lang, page="&P", pages="&N"))
