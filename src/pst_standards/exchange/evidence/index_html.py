"""The index of evidence as one HTML page, to read, print and hand to the evaluators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pst_standards.exchange.evidence.index_xlsx import about, remark
from pst_standards.exchange.evidence.rows import Row, State
from pst_standards.exchange.evidence.wording import (
    citations,
    confidence_told,
    fact_told,
    lacks_told,
    level_told,
    say,
    unconfirmed_told,
)
from pst_standards.rules.formats.cleaning import clean, one_line

if TYPE_CHECKING:
    from pst_standards.exchange.evidence.assessing import Assessed
    from pst_standards.exchange.evidence.gathered import Folder
    from pst_standards.exchange.evidence.instruments import Item

# A browser that obeys it runs no script, even if one came in with a text.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_HEADS: Final = ("evidence", "state", "files", "responsible", "remark")
_WANTED: Final = ("item", "evidence", "state", "remark")
# Widths that no long name of a file can move, and cells below each other on a narrow screen.
_WIDTHS: Final = """\
.w-item { width: 22%; } .w-evidence { width: 25%; } .w-state { width: 18%; }
.w-files { width: 23%; } .w-responsible { width: 16%; }
.count { white-space: nowrap; margin-right: 1rem; }
.about th { width: 12rem; }
@media screen and (max-width: 48rem) { .about th { width: 7rem; } }
"""
_COLOURS: Final = {
    State.AVAILABLE: "note",
    State.MISSING: "error",
    State.PHOTO: "warning",
    State.SCREENSHOT: "warning",
    State.UNSORTED: "warning",
}


def index_html(found: Folder) -> str:
    """Write the index as one page that needs nothing else; links lead into the folders."""
    title = found.assessment.edition.name.get(found.lang)
    office = _plain(one_line(found.office))
    return (
        f'<!DOCTYPE html>\n<html lang="{found.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="pst-evidence" content="{escape(found.mark)}">\n'
        f"<title>{_plain(title)}</title>\n<style>\n{_stylesheet()}{_WIDTHS}</style>\n</head>\n<body>\n"
        f'<div class="sheet">\n<header>\n<h1>{_plain(title)}</h1>\n'
        f'<p class="office">{office}</p>\n</header>\n<main>\n{_about(found)}'
        f"{_counts(found)}{_wanted(found)}{''.join(_items(found))}</main>\n</div>\n</body>\n</html>\n"
    )


def _stylesheet() -> str:
    from importlib import resources

    from pst_standards.rules import formats

    return (resources.files(formats) / "checklist.css").read_text(encoding="utf-8")


def _plain(words: str) -> str:
    return escape(clean(words))


def _about(found: Folder) -> str:
    lines = "".join(
        f'<tr><th scope="row">{_plain(name)}</th><td>{_plain(value)}</td></tr>\n'
        for name, value in about(found)
    )
    return f'<table class="about">\n<tbody>\n{lines}</tbody>\n</table>\n'


def _counts(found: Folder) -> str:
    """Return how many pieces there are of each state, and what of it is not settled yet."""
    counts = {state: found.count(state) for state in State if found.count(state)}
    parts = [
        f'<span class="count">{_badge(state, found.lang)} {number}</span>'
        for state, number in counts.items()
    ]
    drafts = say("drafts", found.lang, count=found.drafts) if found.drafts else ""
    notes = filter(None, (drafts, unconfirmed_told(found.assessment, found.lang)))
    return f"<p>{' '.join(parts)}</p>\n" + "".join(f"<p>{_plain(note)}</p>\n" for note in notes)


def _wanted(found: Folder) -> str:
    """Return what is still to be brought: a list for each person to work down."""
    lists = [
        f"<h3>{_plain(who)} ({len(rows)})</h3>\n"
        + _table(_WANTED, [_wanted_cells(row, found) for row in rows], found.lang)
        for who, rows in found.wanted().items()
    ]
    title = _plain(say("wanted", found.lang))
    if not lists:
        return ""
    return (
        f'<section aria-labelledby="todo">\n<h2 id="todo">{title}</h2>\n'
        f"{''.join(lists)}</section>\n"
    )


def _wanted_cells(row: Row, found: Folder) -> tuple[str, ...]:
    place = [one.item for one in found.assessment.items].index(row.item) + 1
    return (
        f'<a href="#i{place}">{_plain(_titled(row.item, found.lang))}</a>',
        _plain(row.words),
        _badge(row.state, found.lang),
        _plain(remark(row.draft, row.reason, row.name, found.lang)),
    )


def _titled(item: Item, lang: str) -> str:
    return f"{item.number} {item.title.get(lang)}"


def _items(found: Folder) -> Iterator[str]:
    for place, one in enumerate(found.assessment.items, 1):
        title = _titled(one.item, found.lang)
        own = [row for row in found.rows if row.item is one.item]
        yield (
            f'<section aria-labelledby="i{place}">\n<h2 id="i{place}">{_plain(title)}</h2>\n'
            f"{_level(one, found)}{_pieces(own, found)}</section>\n"
        )


def _level(one: Assessed, found: Folder) -> str:
    lang = found.lang
    level, sure = level_told(one, lang), confidence_told(one, lang)
    parts = [f"<p><strong>{_plain(level)}</strong></p>\n"] if level else []
    parts += [f'<p class="small">{_plain(sure)}</p>\n'] if sure else []
    lists = {
        "facts": [fact_told(fact, lang) for fact in one.facts],
        "lacking": lacks_told(one, lang),
    }
    parts += [_list(say(f"head.{name}", lang), lines) for name, lines in lists.items() if lines]
    cited = "; ".join(citations(one, found.assessment.edition.regulation))
    return f"{''.join(parts)}<p>{_plain(say('head.citations', lang))}: {_plain(cited)}</p>\n"


def _list(title: str, lines: Iterable[str]) -> str:
    points = "".join(f"<li>{_plain(line)}</li>" for line in lines)
    return f"<p>{_plain(title)}:</p>\n<ul>{points}</ul>\n"


def _pieces(own: list[Row], found: Folder) -> str:
    return _table(_HEADS, [_cells(row, found.lang) for row in own], found.lang)


def _table(names: Sequence[str], rows: Iterable[Sequence[str]], lang: str) -> str:
    """Return a table; a narrow screen shows its cells one below the other, with their headings."""
    heads = [_plain(say(f"head.{name}", lang)) for name in names]
    top = "".join(
        f'<th scope="col" class="w-{name}">{head}</th>'
        for name, head in zip(names, heads, strict=True)
    )
    lines = "".join(f"<tr>{_labelled(cells, heads)}</tr>\n" for cells in rows)
    return (
        f'<table class="tasks">\n<thead><tr>{top}</tr></thead>\n'
        f"<tbody>\n{lines}</tbody>\n</table>\n"
    )


def _labelled(cells: Sequence[str], heads: Sequence[str]) -> str:
    return "".join(
        f'<td data-label="{head}">{cell}</td>' for cell, head in zip(cells, heads, strict=True)
    )


def _cells(row: Row, lang: str) -> tuple[str, ...]:
    links = "<br>".join(
        f'<a href="{quote(f"{row.folder}/{name}", errors="replace")}">{_plain(name)}</a>'
        for name in row.files
    )
    return (
        _plain(row.words),
        _badge(row.state, lang),
        links or "&ndash;",
        _plain(row.responsible),
        _plain(remark(row.draft, row.reason, row.name, lang)),
    )


def _badge(state: State, lang: str) -> str:
    words = _plain(say(f"state.{state.value}", lang))
    return f'<span class="badge {_COLOURS[state]}">{words}</span>'
