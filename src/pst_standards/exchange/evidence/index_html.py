"""The index of evidence as one HTML page, to read, print and hand to the evaluators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pst_standards.exchange.evidence.index_xlsx import about, remark
from pst_standards.exchange.evidence.wording import (
    citations,
    fact_told,
    lacks_told,
    level_told,
    say,
)
from pst_standards.rules.formats.cleaning import clean, one_line

if TYPE_CHECKING:
    from pst_standards.exchange.evidence.assessing import Assessed
    from pst_standards.exchange.evidence.gathered import Folder
    from pst_standards.exchange.evidence.rows import Row

# A browser that obeys it runs no script, even if one came in with a text.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_HEADS: Final = ("evidence", "state", "files", "responsible", "remark")


def index_html(found: Folder) -> str:
    """Write the index as one page that needs nothing else; links lead into the folders."""
    title = found.assessment.edition.name.get(found.lang)
    office = _plain(one_line(found.office))
    return (
        f'<!DOCTYPE html>\n<html lang="{found.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_plain(title)}</title>\n<style>\n{_stylesheet()}</style>\n</head>\n<body>\n"
        f'<div class="sheet">\n<header>\n<h1>{_plain(title)}</h1>\n'
        f'<p class="office">{office}</p>\n</header>\n<main>\n{_about(found)}'
        f"{''.join(_items(found))}</main>\n</div>\n</body>\n</html>\n"
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
    return f"<table>\n<tbody>\n{lines}</tbody>\n</table>\n"


def _items(found: Folder) -> Iterator[str]:
    for place, one in enumerate(found.assessment.items, 1):
        title = f"{one.item.number} {one.item.title.get(found.lang)}"
        own = [row for row in found.rows if row.item is one.item]
        yield (
            f'<section aria-labelledby="i{place}">\n<h2 id="i{place}">{_plain(title)}</h2>\n'
            f"{_level(one, found)}{_pieces(own, found)}</section>\n"
        )


def _level(one: Assessed, found: Folder) -> str:
    lang = found.lang
    level = level_told(one, lang)
    parts = [f"<p><strong>{_plain(level)}</strong></p>\n"] if level else []
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
    heads = "".join(
        f'<th scope="col">{_plain(say(f"head.{name}", found.lang))}</th>' for name in _HEADS
    )
    lines = "".join(_piece(row, found.lang) for row in own)
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n"


def _piece(row: Row, lang: str) -> str:
    links = "<br>".join(
        f'<a href="{quote(f"{row.folder}/{name}", errors="replace")}">{_plain(name)}</a>'
        for name in row.files
    )
    cells = (
        _plain(row.words),
        f'<span class="badge">{_plain(say(f"state.{row.state.value}", lang))}</span>',
        links,
        _plain(row.responsible),
        _plain(remark(row.draft, row.reason, row.name, lang)),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
