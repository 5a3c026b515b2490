"""A recap over many offices as a workbook: the offices, the rules, and one against the other."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pst_standards.messages import text as say
from pst_standards.model.base import Choice
from pst_standards.model.channel import Channel, TimeUnit
from pst_standards.model.definition import Stage
from pst_standards.rules.formats.cleaning import one_line
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.formats.workbook import Column, Sheet, workbook
from pst_standards.rules.rows import catalogue

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from pst_standards.rules.recap import OfficeLine, Recap

_OFFICES: Final = (
    ("path", 24),
    ("code", 8),
    ("office", 34),
    ("stage", 20),
    ("base", 12),
    ("version", 9),
    ("lag", 20),
    ("overrides", 12),
    ("errors", 11),
    ("warnings", 12),
    ("notes", 10),
)
_RULES: Final = (("rule", 10), ("title", 60), ("offices", 10), ("findings", 10))
_TIMES: Final = (
    ("path", 28),
    ("service", 18),
    ("channel", 24),
    ("unit", 14),
    ("value", 8),
    ("usual", 10),
)
_NARROW: Final = 9
_NAME: Final = 30


def recap_xlsx(recap: Recap, *, lang: str = "id") -> bytes:
    """Write a recap as a workbook; the same recap gives the same bytes.

    Raises ``MissingExtraError`` when XlsxWriter is not installed (extra ``office``).
    """
    target = io.BytesIO()
    with workbook(target, title=_say("title", lang), created=recap.as_of) as book:
        _offices(recap, book, lang)
        _rules(recap, book, lang)
        _matrix(recap, book, lang)
        _times(recap, book, lang)
    return target.getvalue()


def _say(key: str, lang: str) -> str:
    return say("rules", f"recap.{key}", lang)


def _columns(plan: tuple[tuple[str, int], ...], lang: str) -> list[Column]:
    return [Column(_say(f"head.{name}", lang), wide) for name, wide in plan]


def _offices(recap: Recap, book: Workbook, lang: str) -> None:
    sheet = Sheet(book, _say("sheet.offices", lang), _columns(_OFFICES, lang))
    for line in recap.offices:
        lag = _say(f"lag.{line.lag.value}" if line.usable else "lag.unusable", lang)
        sheet.add(
            line.path,
            line.code,
            one_line(line.name),
            _term(Stage, line.stage, lang),
            line.base,
            line.version,
            lag,
            line.overrides,
            *line.severities.values(),
        )
    _finish(sheet, recap, lang)


def _rules(recap: Recap, book: Workbook, lang: str) -> None:
    sheet = Sheet(book, _say("sheet.rules", lang), _columns(_RULES, lang))
    rows = catalogue()
    for rule in recap.rules:
        row = rows.get(rule)
        counts = [line.found.get(rule, 0) for line in recap.offices]
        title = row.title.get(lang) if row else ""
        sheet.add(rule, title, sum(count > 0 for count in counts), sum(counts))
    _finish(sheet, recap, lang)


def _matrix(recap: Recap, book: Workbook, lang: str) -> None:
    """Fill the sheet of offices against rules: how many findings, nothing where there is none."""
    columns = [
        Column(_say("head.office", lang), _NAME),
        *(Column(rule, _NARROW) for rule in recap.rules),
    ]
    sheet = Sheet(book, _say("sheet.matrix", lang), columns)
    for line in recap.offices:
        sheet.add(_named(line), *(line.found.get(rule) for rule in recap.rules))
    sheet.inner.freeze_panes(1, 1)
    _finish(sheet, recap, lang)


def _named(line: OfficeLine) -> str:
    return one_line(line.name) or line.path


def _times(recap: Recap, book: Workbook, lang: str) -> None:
    sheet = Sheet(book, _say("sheet.times", lang), _columns(_TIMES, lang))
    for one in recap.deviations:
        made = one.promise
        channel, unit = _term(Channel, made.channel, lang), _term(TimeUnit, made.unit, lang)
        usual = f"{one.usual:g}".replace(".", "," if lang == "id" else ".")
        sheet.add(made.path, made.service, channel, unit, made.value, usual)
    _finish(sheet, recap, lang)


def _term(kind: type[Choice], key: str, lang: str) -> str:
    """Return what people call one of a kind, nothing where nobody stated it."""
    return kind(key).term(lang) if key else ""


def _finish(sheet: Sheet, recap: Recap, lang: str) -> None:
    if sheet.rows:
        sheet.inner.autofilter(0, 0, sheet.rows, len(sheet.columns) - 1)
    by_law = say("rules", "report.by-law", lang, {"day": long_date(recap.as_of, lang)})
    page = say("rules", "report.page", lang, {"page": "&P", "pages": "&N"})
    sheet.print_on_a4(title=f"{_say('title', lang)} \u00b7 {by_law}", footer=page)
