"""An entry as a workbook: a row for each field of the page, and a row for each point of a list."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pst_standards.exchange.sippn.decree_label import LONGEST
from pst_standards.exchange.sippn.entry import DECREE, Entry
from pst_standards.exchange.sippn.points import Point
from pst_standards.messages import text
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

SHEET: Final = "SIPPN"
TITLE: Final = "Judul layanan"
UNIT: Final = "Unit"
_LONGEST_CELL: Final = 30_000
_FIELDS: Final = (("number", 5), ("field", 24), ("content", 74), ("signs", 8), ("how", 32))
_POINTS: Final = (("number", 5), ("field", 28), ("group", 28), ("mark", 7), ("point", 76))


def workbook_of(entry: Entry, created: dt.date, lang: str) -> bytes:
    """Write the workbook of an entry; the same entry gives the same bytes.

    The first sheet has a cell for each field to copy, in the order of the page. The second has the
    points of its lists in cells of their own, for forms that take them one by one. The third says
    what the file is, and what it is not. Every text stays text, whatever sign it begins with.
    """
    target = io.BytesIO()
    title = f"SIPPN: {entry.title or entry.standard}"
    with workbook(target, title=title, created=created) as book:
        _page(entry, book, lang)
        _points(entry, book, lang)
        _about(book, lang)
    return target.getvalue()


def _say(key: str, lang: str, **params: object) -> str:
    return text("exchange", f"sippn.sheet.{key}", lang, params)


def _sheet(book: Workbook, name: str, columns: tuple[tuple[str, int], ...], lang: str) -> Sheet:
    shown = [Column(_say(f"head.{key}", lang), wide) for key, wide in columns]
    return Sheet(book, name, shown)


def _page(entry: Entry, book: Workbook, lang: str) -> None:
    sheet = _sheet(book, SHEET, _FIELDS, lang)
    for number, (name, content, how) in enumerate(fields(entry), 1):
        for place, piece in enumerate(pieces(content)):
            first = not place
            told = _say(how if first else "how.continued", lang, limit=LONGEST)
            sheet.add(number if first else "", name if first else "", piece, len(piece), told)
    sheet.print_on_a4(title=f"SIPPN: {entry.title}", footer=entry.standard[:100])


def fields(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield heading, content and the key of what to do, field by field."""
    yield TITLE, entry.title, "how.title"
    yield UNIT, entry.unit, "how.unit"
    yield DECREE, entry.label.text, "how.decree"
    for section in entry.sections:
        yield section.heading, section.text, "how.part" if section.points else "how.missing"


def pieces(content: str) -> Iterator[str]:
    """Part a text that no cell of Excel holds, at the ends of its lines or else anywhere.

    >>> list(pieces("Gratis"))
    ['Gratis']
    """
    rest = content
    while len(rest) > _LONGEST_CELL:
        end = rest.rfind("\n", 0, _LONGEST_CELL)
        end = end if end > 0 else _LONGEST_CELL
        yield rest[:end]
        rest = rest[end:].removeprefix("\n")
    yield rest


def _points(entry: Entry, book: Workbook, lang: str) -> None:
    sheet = _sheet(book, _say("points", lang), _POINTS, lang)
    for section in entry.sections:
        for group, point in _grouped(section.points):
            words = "   " * point.depth + point.text
            sheet.add(sheet.rows + 1, section.heading, group, point.mark, words)
    sheet.print_on_a4(title=f"SIPPN: {entry.title}", footer=entry.standard[:100])


def _grouped(points: Iterable[Point]) -> Iterator[tuple[str, Point]]:
    """Yield the points with the labels that they stand under, a channel before a kind."""
    channel = kind = ""
    for point in points:
        if point.label and point.text.endswith(":"):
            kind = point.text[:-1]
        elif point.label:
            channel, kind = point.text, ""
        else:
            # A line of its own ends a list and its label.
            kind = kind if point.mark or point.depth else ""
            yield " \N{EN DASH} ".join(filter(None, (channel, kind))), point


def _about(book: Workbook, lang: str) -> None:
    sheet = Sheet(book, _say("about", lang), [Column(_say("about", lang), 100)])
    for line in _say("about.text", lang).split("\n"):
        sheet.add(line)
    sheet.print_on_a4(title="SIPPN", footer="SIPPN")
