"""A report as one HTML page: a checklist for the head of an office, to read, print and tick off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources
from itertools import count
from typing import Final, NamedTuple

from attrs import asdict

from pst_standards.findings import Report, Severity
from pst_standards.messages import text as say
from pst_standards.rules.formats.cleaning import clean, one_line
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.formats.tasks import Task, by_service, tasks
from pst_standards.rules.formats.telling import Told, places, service_name, tell

# The second net under the escaping: a browser that obeys it runs no script, even if one came in.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_COLUMNS: Final = ("done", "number", "wrong", "remedy", "norm")


class _Page(NamedTuple):
    """What every part of the page needs: the language, and numbers for tasks and headings."""

    lang: str
    numbers: Iterator[int]
    anchors: Iterator[int]

    def say(self, key: str, **params: object) -> str:
        return say("rules", f"report.{key}", self.lang, params)


def html(report: Report, *, lang: str = "id") -> str:
    r"""Write a report as one HTML page: every task by service, with a box to tick.

    The page needs nothing else: no script, no picture, no font. The same report gives the same
    bytes.

    >>> import datetime as dt
    >>> html(Report(as_of=dt.date(2026, 11, 22)))[:32]
    '<!DOCTYPE html>\n<html lang="id">'
    """
    page = _Page(lang, count(1), count(1))
    title = page.say("checklist")
    office = one_line(report.each()[0].office) if len(report.each()) == 1 else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n{_head(title, office, page)}<body>\n'
        f'<div class="sheet">\n{_opening(title, office, report, page)}<main>\n'
        f"{''.join(_parts(report, page))}</main>\n</div>\n</body>\n</html>\n"
    )


def _head(title: str, office: str, page: _Page) -> str:
    name = f"{title}: {office}" if office else title
    before, between, after = _css_strings(page)
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>\n{_stylesheet()}"
        f'@page {{ @bottom-right {{ content: "{before}" counter(page) "{between}" '
        f'counter(pages) "{after}"; }} }}\n</style>\n</head>\n'
    )


def _css_strings(page: _Page) -> list[str]:
    """Return the words before, between and after the numbers of a page."""
    return page.say("page", page="|", pages="|").split("|")


@cache
def _stylesheet() -> str:
    return (resources.files(__package__) / "checklist.css").read_text(encoding="utf-8")


def _opening(title: str, office: str, report: Report, page: _Page) -> str:
    name = f'<p class="office">{escape(office)}</p>\n' if office else ""
    day = page.say("by-law", day=long_date(report.as_of, page.lang))
    return f"<header>\n<h1>{escape(title)}</h1>\n{name}<p>{escape(day)}</p>\n</header>\n"


def _parts(report: Report, page: _Page) -> Iterator[str]:
    parts = report.each()
    yield _summary(report, page)
    for part in parts:
        level = 2
        if len(parts) > 1:
            level, file = 3, next(iter(part.inputs), "")
            yield f"<h2>{_plain(one_line(part.office or file))}</h2>\n"
            yield f'<p class="small">{_plain(file)}</p>\n' if part.office else ""
        yield from _services(part, level, page)


def _summary(report: Report, page: _Page) -> str:
    """Return the counts, what each gravity means, and which rules looked."""
    heads = "".join(
        f'<th scope="col">{escape(page.say(f"head.{name}"))}</th>'
        for name in ("severity", "count", "meaning")
    )
    rows = "".join(
        f'<tr><th scope="row"><span class="badge {level.value}">'
        f"{escape(page.say(f'severity.{level.value}'))}</span></th>"
        f"<td>{report.count(level)}</td><td>{escape(page.say(f'meaning.{level.value}'))}</td></tr>\n"
        for level in reversed(Severity)
    )
    sizes = {name: len(ids) for name, ids in asdict(report.coverage).items()}
    return (
        f'<section aria-labelledby="s0">\n<h2 id="s0">{escape(page.say("summary-title"))}</h2>\n'
        f'<table class="counts">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n'
        f"</table>\n<p>{escape(page.say('coverage', **sizes))}</p>\n"
        f"<p>{escape(page.say('legend'))}</p>\n</section>\n"
    )


def _services(report: Report, level: int, page: _Page) -> Iterator[str]:
    found = by_service(tasks(report))
    if not found:
        clean_said = page.say(report.clean_key, as_of=long_date(report.as_of, page.lang))
        yield f"<p>{escape(clean_said)}</p>\n"
    for _, members in found:
        anchor = f"s{next(page.anchors)}"
        name = _plain(one_line(service_name(members[0], page.lang)))
        yield (
            f'<section aria-labelledby="{anchor}">\n<h{level} id="{anchor}">{name}</h{level}>\n'
            f"{_table(members, anchor, page)}</section>\n"
        )


def _table(members: list[Task], anchor: str, page: _Page) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader" class="{name}">'
        f"{escape(page.say(f'head.{name}'))}</th>"
        for name in _COLUMNS
    )
    rows = "".join(_row(task, page) for task in members)
    # Narrow screens show the rows as blocks; the roles keep the table a table for who listens.
    return (
        f'<table class="tasks" role="table" aria-labelledby="{anchor}">\n<thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead>\n<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n'
    )


def _row(task: Task, page: _Page) -> str:
    told, number = tell(task, page.lang), next(page.numbers)
    name = escape(one_line(f"{page.say('head.done')}: {number}. {told.label}"), quote=True)
    cells = {
        "done": f'<input type="checkbox" aria-label="{name}">',
        "number": str(number),
        "wrong": _wrong(told),
        "remedy": _remedy(told, page),
        "norm": _norm(task, told, page.lang),
    }
    shown = "".join(_cell(column, cell, page) for column, cell in cells.items())
    return f'<tr role="row">{shown}</tr>\n'


def _cell(column: str, content: str, page: _Page) -> str:
    head = escape(page.say(f"head.{column}"), quote=True)
    return f'<td role="cell" class="{column}" data-label="{head}">{content}</td>'


def _wrong(told: Told) -> str:
    badge = f'<span class="badge {told.severity_key}">{escape(told.severity)}</span>'
    return f"<p><strong>{_plain(told.label)}</strong> {badge}</p>{_paragraphs(told.sentences)}"


def _remedy(told: Told, page: _Page) -> str:
    if not told.example:
        return _paragraphs(told.remedies)
    return (
        f'{_paragraphs(told.remedies)}<p class="small">{escape(page.say("head.example"))}:</p>'
        f"<pre>{_plain(told.example)}</pre>"
    )


def _norm(task: Task, told: Told, lang: str) -> str:
    basis = f"<p>{_plain(told.basis)}</p>" if told.basis else ""
    # A path may break behind its slashes.
    told_places = places(task.findings, lang)
    spots = "<br>".join(_plain(spot).replace("/", "/<wbr>") for spot in told_places)
    return f'{basis}<p class="small">{_plain(task.rule)}<br>{spots}</p>'


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{_plain(line)}</p>" for line in lines)


def _plain(text: str) -> str:
    return escape(clean(text), quote=False)
