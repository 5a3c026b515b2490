"""A workbook to fill in: counts by month and channel, what was closed, and who signs."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

from pst_standards.complaints.recap import KINDS, channel_name
from pst_standards.complaints.recap_period import Period
from pst_standards.complaints.states import ComplaintChannelKind
from pst_standards.messages import LANGUAGES, text
from pst_standards.model.complaint_recap import RecapCount, RecapMonth, RecapObstacle
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from pst_standards.model.base import Node

COUNTS: Final = ("month", "channel", *(kind.value for kind in KINDS), "total")
"""Fields of a row of counts that the form asks for."""
MONTHS: Final = ("month", "nil", "open_at_start", "received", "closed", "open_at_end")
"""Fields of a month that the form asks for."""
OBSTACLES: Final = ("obstacle", "solution")
"""Fields of an obstacle."""
DETAILS: Final = (
    *("year", "half", "source", "total", "median_days", "reopened", "escalated", "published"),
    *("follow_up", "evaluation", "place", "date", "position", "name"),
)
"""Keys of the sheet of details; the last four are of the signature."""
_SHEETS: Final = ("counts", "months", "obstacles", "details")
_OBSTACLE_ROWS: Final = 5
_WIDE: Final = {"channel": 24, "obstacle": 50, "solution": 50}


def recap_form(*, year: int, half: int | None = None, lang: str = "id") -> bytes:
    """Return a form for the counts of a period as a workbook; equal periods give equal bytes.

    Raises ``RecapError`` for a period that is none, ``MissingExtraError`` without the extra
    ``office``.

    >>> recap_form(year=2026)[:2]
    b'PK'
    """
    period = Period(year=year, half=half)
    target = io.BytesIO()
    created = dt.date(year, 1, 1)
    with workbook(target, title=_say("title", lang), created=created) as book:
        _counts(period, book, lang)
        _months(period, book, lang)
        _obstacles(book, lang)
        _details(period, book, lang)
    return target.getvalue()


def names_recap(names: Iterable[str]) -> bool:
    """Tell whether sheets of these names are surely those of the form.

    >>> names_recap(["Rekapitulasi", "Lembar1"])
    False
    """
    known = {_say(f"sheet.{name}", lang) for name in _SHEETS for lang in LANGUAGES}
    return len(known & set(names)) > 1


def label(kind: type[Node], key: str, lang: str) -> str:
    """Return what people call a field: its heading in the form.

    >>> label(RecapMonth, "closed", "id")
    'Selesai'
    """
    return str(attrs.fields_dict(kind)[key].metadata[lang])


def _say(key: str, lang: str) -> str:
    return text("exchange", f"recap.{key}", lang)


def _sheet(book: Workbook, name: str, kind: type[Node], keys: tuple[str, ...], lang: str) -> Sheet:
    columns = [Column(label(kind, key, lang), _WIDE.get(key, 14)) for key in keys]
    return Sheet(book, _say(f"sheet.{name}", lang), columns)


def _counts(period: Period, book: Workbook, lang: str) -> None:
    sheet = _sheet(book, "counts", RecapCount, COUNTS, lang)
    for month in period.months:
        for channel in _leaves():
            sheet.add(month, channel_name(channel, lang), *[None] * (len(COUNTS) - 2))
    _finish(sheet, lang)


def _leaves() -> Iterator[str]:
    """Yield the channels with none below them: a branch is the sum of these."""
    return (one.value for one in ComplaintChannelKind if not one.children)


def _months(period: Period, book: Workbook, lang: str) -> None:
    sheet = _sheet(book, "months", RecapMonth, MONTHS, lang)
    for month in period.months:
        sheet.add(month, *[None] * (len(MONTHS) - 1))
    _finish(sheet, lang)


def _obstacles(book: Workbook, lang: str) -> None:
    sheet = _sheet(book, "obstacles", RecapObstacle, OBSTACLES, lang)
    for _ in range(_OBSTACLE_ROWS):
        sheet.add(None, None)
    _finish(sheet, lang)


def _details(period: Period, book: Workbook, lang: str) -> None:
    heads = [Column(_say(f"head.{key}", lang), wide) for key, wide in _HEADS]
    sheet = Sheet(book, _say("sheet.details", lang), heads)
    known = {"year": period.year, "half": period.half}
    for key in DETAILS:
        sheet.add(key, _say(f"detail.{key}", lang), known.get(key))
    _finish(sheet, lang)


_HEADS: Final = (("key", 16), ("meaning", 54), ("value", 40))


def _finish(sheet: Sheet, lang: str) -> None:
    page = text("rules", "report.page", lang, {"page": "&P", "pages": "&N"})
    sheet.print_on_a4(title=_say("title", lang), footer=page)
