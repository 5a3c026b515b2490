"""Reading the form: its sheets are told by their headings, its cells are taken as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from pst_standards.complaints.recap_period import RecapError
from pst_standards.complaints.states import ComplaintChannelKind
from pst_standards.exchange.recap.cells import Cell, Sheet, sheets
from pst_standards.exchange.recap.form import COUNTS, DETAILS, MONTHS, OBSTACLES, label
from pst_standards.messages import LANGUAGES, text
from pst_standards.model.base import Node
from pst_standards.model.complaint_recap import RecapCount, RecapMonth, RecapObstacle

_LISTS: Final[tuple[tuple[str, type[Node], tuple[str, ...], str], ...]] = (
    ("counts", RecapCount, COUNTS, "channel"),
    ("months", RecapMonth, MONTHS, "open_at_start"),
    ("obstacles", RecapObstacle, OBSTACLES, "solution"),
)
"""What each sheet holds: its key, its class, its fields, and the heading that gives it away."""
_OF_SIGNATURE: Final = ("place", "date", "position", "name")
_TEXTS: Final = ("follow_up", "evaluation")
_FLAGS: Final = ("published",)
_YES: Final = frozenset({"ya", "yes", "y", "x", "v", "true", "nihil", "nil", "1"})
_NO: Final = frozenset({"tidak", "no", "n", "false", "0", "-", "\N{EN DASH}"})
_NIL: Final = frozenset({"nihil", "nil"})
_EMPTY: Final = frozenset({"-", "\N{EN DASH}"})
_FIRST_DAY: Final = dt.date(1899, 12, 30)
"""The day from which workbooks count."""
_LAST_DAY: Final = 2_958_465
_MONTHS: Final = range(1, 13)


def read_form(source: str | Path | bytes) -> dict[str, Any]:
    """Return what a form states, in the notation of a ``complaint-recap``; nothing is corrected.

    A channel or a month may be called by its name in either language. Raises ``RecapError``:
    ``recap.workbook`` and ``recap.workbook-large``; ``recap.sheets`` where no sheet is of the
    form; ``recap.column`` for a column with figures that the form does not have.
    """
    found: dict[str, Any] = {"format": "pst-complaint-recap/1"}
    for name, sheet in sheets(source).items():
        found.update(_sheet(name, sheet))
    if len(found) == 1:
        raise RecapError("recap.sheets")
    return found


def _sheet(name: str, sheet: Sheet) -> Mapping[str, Any]:
    head = [_squeezed(cell) for cell in sheet[0]] if sheet else []
    if _names("key") & set(head):
        return _details(sheet[1:])
    for key, kind, fields, telling in _LISTS:
        if _labels(kind, telling) & set(head):
            columns = _columns(name, head, sheet, kind, fields)
            entries = [entry for row in sheet[1:] if (entry := _entry(row, columns))]
            return {key: entries}
    return {}


def _squeezed(cell: Cell) -> str:
    return " ".join(str(cell or "").split()).casefold()


def _names(key: str) -> set[str]:
    return {_squeezed(text("exchange", f"recap.head.{key}", lang)) for lang in LANGUAGES}


def _labels(kind: type[Node], key: str) -> set[str]:
    return {_squeezed(label(kind, key, lang)) for lang in LANGUAGES}


def _columns(
    name: str, head: Sequence[str], sheet: Sheet, kind: type[Node], fields: Sequence[str]
) -> dict[int, str]:
    """Return the field of each column; one that is not of the form must be empty."""
    known = {spoken: key for key in fields for spoken in _labels(kind, key)}
    columns = {place: known[title] for place, title in enumerate(head) if title in known}
    for place, title in enumerate(head):
        used = any(place < len(row) and row[place] is not None for row in sheet[1:])
        if place not in columns and used:
            raise RecapError("recap.column", sheet=name[:40], column=title[:40] or str(place + 1))
    return columns


def _entry(row: Sequence[Cell], columns: Mapping[int, str]) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for place, key in columns.items():
        cell = row[place] if place < len(row) else None
        if cell is not None:
            stated.update(_stated(key, cell))
    # What the form itself says is no statement: a row without any figure was left empty.
    return stated if stated.keys() - {"month", "channel"} else {}


def _stated(key: str, cell: Cell) -> Iterator[tuple[str, Any]]:
    word = _squeezed(cell)
    if key == "nil":
        if word in _YES or word in _NO:
            flag = word in _YES
            if flag:
                yield key, True
        else:
            yield key, cell
    elif key == "channel":
        yield key, _channel(word) or str(cell)
    elif key == "month":
        yield key, cell if isinstance(cell, int) else _month(word) or cell
    elif key == "received" and word in _NIL:
        yield from ((key, 0), ("nil", True))
    elif word not in _EMPTY:
        yield key, cell


def _channel(word: str) -> str:
    for one in ComplaintChannelKind:
        if word in {one.value, _squeezed(one.id), _squeezed(one.en)}:
            return str(one.value)
    return ""


def _month(word: str) -> int:
    from pst_standards.documents.formats import month_name

    for month in _MONTHS:
        names = {month_name(month, "id"), month_name(month, "en")}
        short = {month_name(month, "id", short=True), month_name(month, "en", short=True)}
        if word in {_squeezed(name) for name in names | short}:
            return month
    return 0


def _details(rows: Sheet) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    signature: dict[str, Any] = {}
    for row in rows:
        key = _squeezed(row[0]) if row else ""
        cell = row[2] if len(row) > 2 else None  # noqa: PLR2004 - key, meaning, value
        if key not in DETAILS or cell is None:
            continue
        if key in _OF_SIGNATURE:
            signature[key] = _day(cell) if key == "date" else str(cell)
        else:
            stated[key] = _detail(key, cell)
    return {**stated, "signature": signature} if signature else stated


def _detail(key: str, cell: Cell) -> Any:
    if key in _TEXTS:
        return [line.strip() for line in str(cell).split("\n") if line.strip()]
    if key in _FLAGS and _squeezed(cell) in _YES | _NO:
        return _squeezed(cell) in _YES
    return str(cell) if key == "source" else cell


def _day(cell: Cell) -> Any:
    """Return the day that a workbook counts as a number; what was typed stays as it is."""
    if isinstance(cell, int) and 0 < cell < _LAST_DAY:
        return (_FIRST_DAY + dt.timedelta(days=cell)).isoformat()
    return cell
