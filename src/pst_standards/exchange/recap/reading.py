"""Reading the form: its sheets are told by their headings, its cells are taken as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen

from pst_standards.complaints.recap_period import RecapError
from pst_standards.complaints.states import ComplaintChannelKind
from pst_standards.definitions.workbooks import (
    LARGEST,
    Cell,
    Sheet,
    WorkbookError,
    column_letters,
    sheets,
)
from pst_standards.exchange.recap.form import COUNTS, DETAILS, MONTHS, OBSTACLES, label
from pst_standards.messages import LANGUAGES, text
from pst_standards.model.base import Node
from pst_standards.model.complaint_recap import RecapCount, RecapMonth, RecapObstacle

Pointer: TypeAlias = tuple[str | int, ...]
"""Where a value stands in what a form states."""
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
_VALUE: Final = 2
"""The column of the details that is filled in, behind key and meaning."""


@frozen
class ReadForm:
    """What a form states, and where: the sheet and the cell of each pointer.

    >>> ReadForm({}, {("counts", 0, "total"): "Rekapitulasi!H2"}).place(("counts", 0, "total"))
    'Rekapitulasi!H2'
    """

    data: dict[str, Any]
    places: Mapping[Pointer, str]

    def place(self, pointer: Pointer) -> str:
        """Return the sheet and the cell of a pointer, or of the nearest one above it."""
        for length in range(len(pointer), 0, -1):
            if pointer[:length] in self.places:
                return self.places[pointer[:length]]
        return ""


def read_form(source: str | Path | bytes) -> dict[str, Any]:
    """Return what a form states, in the notation of a ``complaint-recap``; nothing is corrected.

    A channel or a month may be called by its name in either language. Raises ``RecapError``:
    ``recap.workbook`` and ``recap.workbook-large``; ``recap.sheets`` where no sheet is of the
    form; ``recap.column`` for a column with figures that the form does not have.
    """
    return read_places(source).data


def read_places(source: str | Path | bytes) -> ReadForm:
    """Return what a form states with its places; raises as ``read_form``."""
    found: dict[str, Any] = {"format": "pst-complaint-recap/1"}
    places: dict[Pointer, str] = {}
    for name, sheet in _sheets(source).items():
        found.update(_sheet(name, sheet, places))
    if len(found) == 1:
        raise RecapError("recap.sheets")
    return ReadForm(found, places)


def _sheets(source: str | Path | bytes) -> Mapping[str, Sheet]:
    try:
        return sheets(source if isinstance(source, bytes) else Path(source).read_bytes())
    except WorkbookError as error:
        if error.too_large:
            raise RecapError("recap.workbook-large", limit=LARGEST // 1_000_000) from None
        raise RecapError("recap.workbook") from None


def _sheet(name: str, sheet: Sheet, places: dict[Pointer, str]) -> Mapping[str, Any]:
    head = [_squeezed(cell) for cell in sheet[0]] if sheet else []
    head += [""] * (max(map(len, sheet), default=0) - len(head))
    if _names("key") & set(head):
        return _details(name, sheet, places)
    for key, kind, fields, telling in _LISTS:
        if _labels(kind, telling) & set(head):
            columns = _columns(name, head, sheet, kind, fields)
            return {key: _entries(key, name, sheet, columns, places)}
    return {}


def _entries(
    key: str, name: str, sheet: Sheet, columns: Mapping[int, str], places: dict[Pointer, str]
) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    for number, row in enumerate(sheet[1:], 2):
        entry = _entry(row, columns)
        if entry:
            at: Pointer = (key, len(entries))
            places[at] = _cell(name, 0, number)
            for column, field in columns.items():
                places[(*at, field)] = _cell(name, column, number)
            entries.append(entry)
    return entries


def _cell(sheet: str, column: int, row: int) -> str:
    return f"{sheet[:40]}!{column_letters(column)}{row}"


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


def _details(name: str, sheet: Sheet, places: dict[Pointer, str]) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    signature: dict[str, Any] = {}
    for number, row in enumerate(sheet[1:], 2):
        key = _squeezed(row[0]) if row else ""
        cell = row[_VALUE] if len(row) > _VALUE else None
        if key not in DETAILS or cell is None:
            continue
        in_signature = key in _OF_SIGNATURE
        places[("signature", key) if in_signature else (key,)] = _cell(name, _VALUE, number)
        if in_signature:
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
