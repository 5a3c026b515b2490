"""The index of evidence as a workbook: the pieces, the levels, and what the instrument is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pst_standards.exchange.evidence.wording import (
    citations,
    confidence_told,
    fact_told,
    lacks_told,
    level_told,
    say,
    score_told,
    unconfirmed_told,
)
from pst_standards.rules.formats.cleaning import one_line
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.workbook import Workbook

    from pst_standards.exchange.evidence.gathered import Folder

_PIECES: Final = (
    ("number", 12),
    ("item", 28),
    ("folder", 26),
    ("evidence", 38),
    ("state", 18),
    ("files", 32),
    ("responsible", 26),
    ("remark", 30),
)
_WANTED: Final = (
    ("responsible", 26),
    ("number", 12),
    ("item", 28),
    ("evidence", 38),
    ("state", 18),
    ("folder", 26),
    ("remark", 38),
    ("done", 9),
)
_LEVELS: Final = (
    ("number", 12),
    ("item", 28),
    ("weight", 9),
    ("level", 16),
    ("facts", 44),
    ("lacking", 50),
    ("citations", 34),
)
_ABOUT: Final = (("about", 24), ("value", 90))


def index_xlsx(found: Folder) -> bytes:
    """Write the index; the same evidence gives the same bytes.

    Raises ``MissingExtraError`` when XlsxWriter is not installed (extra ``office``).
    """
    target, title = io.BytesIO(), found.assessment.edition.name.get(found.lang)
    with workbook(target, title=title, created=found.assessment.as_of) as book:
        _wanted(found, book)
        _pieces(found, book)
        _levels(found, book)
        _about(found, book)
    return target.getvalue()


def _sheet(book: Workbook, name: str, plan: tuple[tuple[str, int], ...], found: Folder) -> Sheet:
    columns = [Column(say(f"head.{key}", found.lang), wide) for key, wide in plan]
    return Sheet(book, say(f"sheet.{name}", found.lang), columns)


def _finish(sheet: Sheet, found: Folder) -> None:
    name = f"{found.assessment.edition.instrument.upper()} {found.year}"
    sheet.print_on_a4(footer="&P / &N", title=f"{one_line(found.office)} - {name}")


def _wanted(found: Folder, book: Workbook) -> None:
    """Write what is still to be brought, person by person, with a cell to tick on paper."""
    sheet = _sheet(book, "wanted", _WANTED, found)
    for who, rows in found.wanted().items():
        for row in rows:
            state = say(f"state.{row.state.value}", found.lang)
            told = remark(row.draft, row.reason, row.name, found.lang)
            item = row.item.title.get(found.lang)
            sheet.add(who, row.item.number, item, row.words, state, row.folder, told, None)
    sheet.inner.autofilter(0, 0, sheet.rows, len(_WANTED) - 1)
    _finish(sheet, found)


def _pieces(found: Folder, book: Workbook) -> None:
    sheet = _sheet(book, "pieces", _PIECES, found)
    for row in found.rows:
        sheet.add(
            row.item.number,
            row.item.title.get(found.lang),
            row.folder,
            row.words,
            say(f"state.{row.state.value}", found.lang),
            "\n".join(row.files),
            row.responsible,
            remark(row.draft, row.reason, row.name, found.lang),
        )
    sheet.inner.autofilter(0, 0, sheet.rows, len(_PIECES) - 1)
    _finish(sheet, found)


def remark(draft: bool, reason: str, name: str, lang: str) -> str:  # noqa: FBT001 - of a row
    """Return what else there is to say of a piece of evidence."""
    if reason:
        return reason
    if draft:
        return say("draft", lang)
    return say("name", lang, name=name) if name else ""


def _levels(found: Folder, book: Workbook) -> None:
    sheet = _sheet(book, "levels", _LEVELS, found)
    for one in found.assessment.items:
        sheet.add(
            one.item.number,
            one.item.title.get(found.lang),
            one.item.weight or None,
            "\n".join(
                filter(None, (level_told(one, found.lang), confidence_told(one, found.lang)))
            ),
            "\n".join(fact_told(fact, found.lang) for fact in one.facts),
            "\n".join(lacks_told(one, found.lang)),
            "\n".join(citations(one, found.assessment.edition.regulation)),
        )
    _finish(sheet, found)


def _about(found: Folder, book: Workbook) -> None:
    sheet = _sheet(book, "about", _ABOUT, found)
    for name, value in about(found):
        sheet.add(name, value)
    _finish(sheet, found)


def about(found: Folder) -> Iterator[tuple[str, str]]:
    """Yield what the instrument is, how sure it is, and the scores of its aspects."""
    edition, lang = found.assessment.edition, found.lang
    values = {
        "office": one_line(found.office),
        "instrument": edition.name.get(lang),
        "year": str(found.year),
        "as-of": long_date(found.assessment.as_of, lang),
        "regulation": ", ".join(edition.regulation),
        "confidence": say(f"confidence.{edition.confidence.value}", lang),
        "read": long_date(edition.as_of, lang),
        "note": edition.note.get(lang),
    }
    for key, value in values.items():
        yield say(f"about.{key}", lang), value
    for aspect in edition.aspects:
        score = found.assessment.score(aspect.id)
        if score is not None:
            told = score_told(score, lang)
            if any(
                one.unconfirmed for one in found.assessment.items if one.item.aspect == aspect.id
            ):
                told = say("unconfirmed", lang, told=told)
            yield say("about.score", lang, aspect=aspect.name.get(lang)), told
    unsure = unconfirmed_told(found.assessment, lang)
    if unsure:
        yield say("about.unconfirmed", lang), unsure
