"""The cells of a workbook with all that people do to them: formulas, errors, merged, hidden.

The parts of the file are read as they are, in one pass: no formula is ever reckoned, no link
followed, and what the cell last showed is known beside what it reckons from.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from attrs import frozen

from pst_standards.definitions.workbooks import WorkbookError, must_be_harmless
from pst_standards.exchange.office_form.values import Cell

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_DATE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Number formats that every program knows as dates."""
_EPOCHS: Final = (dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1))  # noqa: DTZ001 - a workbook has no zone
_LAST_DAY: Final = 2_958_465
_LETTERS: Final = 26
_COLUMNS: Final = 200
_ROWS: Final = 20_000


class Found(NamedTuple):
    """What a cell holds; ``trouble`` is ``formula``, ``unreckoned``, ``error`` or empty."""

    value: Cell
    trouble: str = ""


class Span(NamedTuple):
    """Cells that were merged into one, counted from 1, both ends in it."""

    row: int
    column: int
    last_row: int
    last_column: int


@frozen
class Grid:
    """A sheet: its cells by row and column from 1, and what was done to them."""

    name: str
    rows: Mapping[int, Mapping[int, Found]]
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False


def grids(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a workbook in order; raises ``WorkbookError``."""
    must_be_harmless(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return tuple(_Reader(packed).grids())
    except WorkbookError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails anywhere
        raise WorkbookError from None


class _Reader:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = {name.casefold(): name for name in packed.namelist()}
        self._texts = [Found(_text_of(item)) for item in self._part("xl/sharedStrings.xml")]
        self._dated = _date_styles(self._part("xl/styles.xml"))
        self._epoch = _EPOCHS[0]
        self._columns: dict[str, int] = {}

    def grids(self) -> Iterator[Grid]:
        """Yield the sheets; a chart on a sheet of its own is none."""
        targets = {
            one.get("Id"): one.get("Target", "") for one in self._part("xl/_rels/workbook.xml.rels")
        }
        if "xl/workbook.xml" not in self._names:
            raise WorkbookError
        for part in self._part("xl/workbook.xml"):
            if _tag(part) == "workbookPr" and part.get("date1904") in {"1", "true"}:
                self._epoch = _EPOCHS[1]
            for sheet in part if _tag(part) == "sheets" else ():
                key = next((sheet.get(name) for name in sheet.attrib if name.endswith("}id")), None)
                target = targets.get(key, "").lstrip("/").removeprefix("xl/")
                state = sheet.get("state", "visible")
                yield self._grid(sheet.get("name", ""), f"xl/{target}", hidden=state != "visible")

    def _part(self, name: str) -> list[ET.Element]:
        real = self._names.get(name.casefold())
        return [] if real is None else list(ET.fromstring(self._packed.read(real)))  # noqa: S314 - without a document type there are no entities

    def _grid(self, name: str, part: str, *, hidden: bool) -> Grid:
        rows: dict[int, dict[int, Found]] = {}
        merged: list[Span] = []
        unseen: set[int] = set()
        for element in self._part(part):
            if _tag(element) == "sheetData":
                self._rows(element, rows, unseen)
            elif _tag(element) == "mergeCells":
                merged += [_span(one.get("ref", "")) for one in element]
        return Grid(name, rows, tuple(merged), frozenset(unseen), hidden)

    def _rows(self, data: ET.Element, rows: dict[int, dict[int, Found]], unseen: set[int]) -> None:
        number = 0
        for row in data:
            number = int(row.get("r", number + 1))
            cells = dict(self._cells(row))
            if not cells:
                continue
            if number > _ROWS:
                raise WorkbookError(too_large=True)
            rows[number] = cells
            if row.get("hidden") in {"1", "true"}:
                unseen.add(number)

    def _cells(self, row: ET.Element) -> Iterator[tuple[int, Found]]:
        column = 0
        for cell in row:
            place = cell.get("r")
            column = self._column(place) if place else column + 1
            # Most cells of a form are only coloured.
            found = self._found(cell) if len(cell) and column <= _COLUMNS else None
            if found is not None:
                yield column, found

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        known = self._columns.get(letters)
        if known is None:
            known = self._columns[letters] = _place(place)[1]
        return known

    def _found(self, cell: ET.Element) -> Found | None:
        kind, text, formula = cell.get("t", "n"), None, False
        for part in cell:
            tag = part.tag
            if tag.endswith("}v"):
                text = part.text
            elif tag.endswith("}is"):
                text = _text_of(part)
            else:
                formula = formula or tag.endswith("}f")
        if not text:
            return Found(None, "unreckoned") if formula else None
        if kind == "s" and not formula:
            return self._texts[int(text)]
        if kind == "e":
            return Found(text, "error")
        return Found(self._value(kind, text, cell.get("s")), "formula" if formula else "")

    def _value(self, kind: str, text: str, style: str | None) -> Cell:
        if kind == "s":
            return self._texts[int(text)].value
        if kind in {"str", "inlineStr"}:
            return _unescaped(text)
        if kind == "b":
            return text == "1"
        if kind == "d":
            return dt.date.fromisoformat(text[:10])
        number = float(text)
        if style is not None and int(style) in self._dated:
            return self._dated_value(number)
        return int(number) if number.is_integer() else number

    def _dated_value(self, number: float) -> Cell:
        if not 0 <= number <= _LAST_DAY:
            return number
        moment = self._epoch + dt.timedelta(seconds=round(number * 86_400))
        if number < 1:
            return moment.time()
        return moment.date()


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _text_of(item: ET.Element) -> str:
    """Return the text of an item, also in runs of several fonts; readings aloud are left out."""
    if len(item) == 1 and item[0].tag.endswith("}t"):
        return _unescaped(item[0].text or "")
    parts = [
        (run.text or "")
        for part in item
        for run in ([part] if _tag(part) == "t" else part if _tag(part) == "r" else ())
        if _tag(run) == "t"
    ]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _date_styles(parts: list[ET.Element]) -> frozenset[int]:
    own: dict[int, str] = {}
    styles: list[int] = []
    for part in parts:
        if _tag(part) == "numFmts":
            own = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in part}
        elif _tag(part) == "cellXfs":
            styles = [int(one.get("numFmtId", 0)) for one in part]
    dated = {
        key for key, code in own.items() if set(_NO_DATE.sub("", code).casefold()) & set("dyhs")
    }
    return frozenset(
        place
        for place, key in enumerate(styles)
        if key in dated or (key in _DATES and key not in own)
    )


def _span(reference: str) -> Span:
    first, _, last = reference.partition(":")
    return Span(*_place(first), *_place(last or first))


def _place(reference: str) -> tuple[int, int]:
    found = _REFERENCE.match(reference)
    if found is None:
        raise WorkbookError
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column
