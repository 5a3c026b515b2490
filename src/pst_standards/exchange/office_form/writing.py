"""Writing the form: what is national is shaded and protected, what is open is for the office."""

from __future__ import annotations

import datetime as dt
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from pst_standards.definitions import Bases
from pst_standards.exchange.office_form.filling import Row, Steps
from pst_standards.exchange.office_form.layers import Shown, base_data, in_cells, shown
from pst_standards.exchange.office_form.layout import STAR, USUAL, Keys, Leaf, Part, parts
from pst_standards.exchange.office_form.notes import leaf_title, note, say
from pst_standards.exchange.office_form.sheets import (
    ASIDE_SHEET,
    FIRST,
    FIRST_ROW,
    GUIDE_SHEET,
    HEAD_ROW,
    JSON,
    KEY,
    KEY_ROW,
    MAGIC,
    NATIONAL_SHEET,
    PARENT,
    SECOND,
    joined,
    sheet_key,
)
from pst_standards.exchange.office_form.values import LONGEST, Cell, Pair, choice_term
from pst_standards.rules.formats.workbook import workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FONT: Final = {"font_name": "Arial", "font_size": 10}
_CELL: Final = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#A9B5C2"}
_STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "open": {"locked": False, "bg_color": "#FFFBE6"},
    "national": {"bg_color": "#E9EDF1"},
    "label": {"bg_color": "#F7F9FB"},
    "note": {"font_color": "#5A6673", "font_size": 9},
    "head": {"bold": True, "bg_color": "#E3EBF3", "font_color": "#14304F"},
}
_GUIDE: Final = 6
"""Sentences of the guide; the first two are shown in the colours that they tell of."""
_SPARE: Final = 500
"""Rows behind the filled ones that offer choices."""
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_PROTECTION: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}
_A4: Final = 9
_LINE: Final = 13.0
_HIGHEST: Final = 400.0
_LETTERS: Final = 1.1
"""Letters of the font in one unit of a column's width."""
_USUAL_WIDTH: Final = 8.43
_UNSEEN: Final = 10_000.0
"""A hidden column makes no row higher."""
_LONGEST_NAME: Final = 31
_LONGEST_COMMENT: Final = 1000
_CREATED: Final = dt.date(2026, 1, 1)
"""Equal definitions give equal bytes, so that no workbook tells when it was made."""


def write_form(
    data: Mapping[str, Any], *, bases: Bases | None = None, lang: str = "id", title: str = ""
) -> bytes:
    """Return the form of what an office states: plain data, with ``extends`` where it has a base.

    Raises ``DefinitionError`` for a base that is not there, ``MissingExtraError`` without the
    extra ``office``.

    >>> write_form({"services": [{"id": "library", "name": "Perpustakaan"}]})[:2]
    b'PK'
    """
    base = base_data(data.get("extends"), bases)
    stands = shown(data, base, lang)
    target = io.BytesIO()
    with workbook(target, title=title or say("title", lang), created=_CREATED) as book:
        pen = _Pen(book, lang, stands)
        _guide(title or say("title", lang), pen)
        for part in parts():
            rows = stands.sheets.rows.get(part.keys, [])
            if not part.listed or rows or part.keys in USUAL:
                _sheet(part, rows, pen)
        _aside(pen)
        _national(in_cells(base), pen)
        pen.finish()
    return target.getvalue()


@define
class _Pen:
    """A workbook with its styles, the names of its sheets and its lists of choices."""

    book: Workbook
    lang: str
    shown: Shown
    styles: dict[tuple[str, bool, bool], Format] = Factory(dict)
    names: set[str] = Factory(set)
    choices: dict[type[Enum], int] = Factory(dict)
    widths: dict[tuple[Worksheet, int], float] = Factory(dict)
    lines: dict[tuple[Worksheet, int], int] = Factory(dict)

    def sheet(self, title: str) -> Worksheet:
        """Add a sheet under a title that no other has; some signs are not allowed there."""
        plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)[:_LONGEST_NAME]
        if len(title) > _LONGEST_NAME:  # not in the middle of a word
            plain = plain.rpartition(" ")[0].removesuffix(" dan").rstrip(" ,-")
        name, number = plain.strip(), 2
        while name.casefold() in self.names:
            name, number = f"{plain[: _LONGEST_NAME - 4].strip()} ({number})", number + 1
        self.names.add(name.casefold())
        return self.book.add_worksheet(name)

    def style(self, kind: str, *, quoted: bool = False, dated: bool = False) -> Format:
        """Return a style; a quoted text stays a text even when somebody edits the cell."""
        key = kind, quoted, dated
        if key not in self.styles:
            shape = {**_CELL, **_STYLES[kind]}
            if quoted:
                shape["quote_prefix"] = True
            if dated:
                shape["num_format"] = "dd/mm/yyyy"
            self.styles[key] = self.book.add_format(shape)
        return self.styles[key]

    def write(
        self,
        sheet: Worksheet,
        place: tuple[int, int],
        value: Cell,
        kind: str,
        *,
        dated: bool = False,
    ) -> None:
        """Write a cell at a row and column from 1; a text is never anything but a text."""
        row, column = place[0] - 1, place[1] - 1
        if isinstance(value, dt.date):
            moment = dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day
            sheet.write_datetime(row, column, moment, self.style(kind, dated=True))
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.style(kind))
        elif value:
            text = str(value)
            style = self.style(kind, quoted=text.startswith(_FORMULA_SIGNS))
            sheet.write_string(row, column, text, style)
        else:
            sheet.write_blank(row, column, None, self.style(kind, dated=dated))

        self._fit(sheet, place, str(value or ""))

    def _fit(self, sheet: Worksheet, place: tuple[int, int], text: str) -> None:
        """Remember how many lines a row needs: not every program finds out by itself."""
        room = self.widths.get((sheet, place[1]), _USUAL_WIDTH) * _LETTERS
        needed = sum(max(1, math.ceil(len(line) / room)) for line in text.split("\n"))
        self.lines[sheet, place[0]] = max(needed, self.lines.get((sheet, place[0]), 1))

    def width(
        self,
        sheet: Worksheet,
        column: int,
        wide: float,
        style: Format | None = None,
        *,
        hidden: bool = False,
    ) -> None:
        """Set how wide a column is, counted from 1, and the style of its empty cells."""
        self.widths[sheet, column] = _UNSEEN if hidden else wide
        sheet.set_column(column - 1, column - 1, wide, style, {"hidden": hidden})

    def keys(self, sheet: Worksheet, keys: Sequence[str]) -> None:
        """Write the hidden row that says what the sheet and its columns are."""
        for column, key in enumerate(keys, 1):
            self.write(sheet, (KEY_ROW, column), key, "label")
        sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
        sheet.freeze_panes(HEAD_ROW, 0)
        sheet.protect("", _PROTECTION)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW - 1)

    def kind(self, steps: Steps, pair: Pair | None) -> str:
        """Return the style of a cell: what the base says as it stands is not for the office."""
        return "national" if pair and self.shown.national.get(steps) == pair else "open"

    def offer(self, sheet: Worksheet, leaf: Leaf, area: tuple[int, int, int, int]) -> None:
        """Offer what a field may hold, as a list to choose from."""
        if leaf.shape.type is bool:
            source: Any = ["ya", "tidak"] if self.lang == "id" else ["yes", "no"]
        elif leaf.shape.kind == "choice":
            place = self.choices.setdefault(leaf.shape.type, len(self.choices))
            letter, count = _letters(place), len(leaf.shape.type)
            source = f"='{self._choices_name}'!${letter}$1:${letter}${count}"
        else:
            return
        said = say("choose", self.lang)
        sheet.data_validation(*area, {"validate": "list", "source": source, "error_message": said})

    @property
    def _choices_name(self) -> str:
        return say("sheet.choices", self.lang)

    def finish(self) -> None:
        """Write the lists of choices on a sheet of their own, out of sight."""
        for (written, row), lines in self.lines.items():
            if row >= HEAD_ROW:
                written.set_row(row - 1, min(lines * _LINE + 3, _HIGHEST))
        sheet = self.book.add_worksheet(self._choices_name)
        for choice, column in self.choices.items():
            for row, member in enumerate(choice):
                sheet.write_string(row, column, choice_term(member, self.lang))
        sheet.hide()


def _letters(column: int) -> str:
    from pst_standards.definitions.workbooks import column_letters

    return column_letters(column)


def _title(part: Part, lang: str) -> str:
    return part.title(lang) if part.keys else say("sheet.head", lang)


def _guide(title: str, pen: _Pen) -> None:
    """Say on the first sheet how the form is filled in."""
    sheet = pen.sheet(say("sheet.guide", pen.lang))
    pen.keys(sheet, (f"{MAGIC} {GUIDE_SHEET}",))
    pen.width(sheet, 1, 100)
    pen.write(sheet, (HEAD_ROW, 1), title, "head")
    colours = ("open", "national", *["label"] * (_GUIDE - 2))
    for number, colour in enumerate(colours, 1):
        said = say(f"guide.{number}", pen.lang)
        pen.write(sheet, (FIRST_ROW + number - 1, 1), said, colour)


def _sheet(part: Part, rows: list[Row], pen: _Pen) -> None:
    title = _title(part, pen.lang)
    if title.casefold() in pen.names:
        title = f"{title} - {part.around(pen.lang)}"
    sheet = pen.sheet(title)
    if part.blocks:
        _blocks(sheet, part, rows or [Row(part.keys)], pen)
    else:
        _table(sheet, part, rows, pen)


# -- a row for each field ------------------------------------------------------------------------


def _blocks(sheet: Worksheet, part: Part, rows: list[Row], pen: _Pen) -> None:
    pen.keys(sheet, (sheet_key(part.keys), "", FIRST, SECOND, "", KEY))
    heads = ("part", "field", "value", "english", "note", "key")
    widths = (22, 34, 60, 30, 60, 8)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        pen.width(sheet, column, width, hidden=head == "key")
        pen.write(sheet, (HEAD_ROW, column), say(f"head.{head}", pen.lang), "head")
    number = FIRST_ROW
    for row in rows:
        for leaf in part.leaves:
            _field(sheet, number, (part, leaf, row), pen)
            number += 1


def _field(sheet: Worksheet, number: int, about: tuple[Part, Leaf, Row], pen: _Pen) -> None:
    part, leaf, row = about
    steps, pair = (*row.steps, *leaf.keys), row.cells.get(leaf.keys)
    kind = pen.kind(steps, pair)
    name = row.steps[-1] if part.listed else _title(part, pen.lang)
    pen.write(sheet, (number, 1), name, "label")
    pen.write(sheet, (number, 2), leaf_title(part, leaf, pen.lang), "label")
    pen.write(sheet, (number, 3), pair.first if pair else None, kind, dated=leaf.dated)
    if leaf.bilingual:
        pen.write(sheet, (number, 4), pair.second if pair else None, kind)
    pen.write(sheet, (number, 5), note(part, leaf, pen.lang), "note")
    pen.write(sheet, (number, 6), joined(steps), "label")
    pen.offer(sheet, leaf, (number - 1, 2, number - 1, 2))


# -- a row for each item -------------------------------------------------------------------------


def _table(sheet: Worksheet, part: Part, rows: list[Row], pen: _Pen) -> None:
    columns = list(_columns(part, rows))
    keys = [sheet_key(part.keys), *(f"{PARENT}{place}" for place in range(part.parents))]
    pen.keys(sheet, (*keys, *(_column_key(leaf, second) for leaf, second in columns)))
    _heads(sheet, part, columns, pen)
    for number, row in enumerate(rows, FIRST_ROW):
        _item(sheet, number, (part, columns, row), pen)
    last = FIRST_ROW + len(rows) + _SPARE - 2
    for place, (leaf, second) in enumerate(columns, part.parents + 1):
        if not second:
            pen.offer(sheet, leaf, (FIRST_ROW - 1, place, last, place))


def _columns(part: Part, rows: list[Row]) -> Iterator[tuple[Leaf, bool]]:
    """Yield each column with whether it is the English one, which only stands where it is used."""
    for leaf in part.leaves:
        yield leaf, False
        pairs = (row.cells.get(leaf.keys) for row in rows)
        if leaf.bilingual and any(pair and pair.second for pair in pairs):
            yield leaf, True


def _column_key(leaf: Leaf, second: bool) -> str:  # noqa: FBT001 - a column and which of the two
    return joined(leaf.keys) + (SECOND if second else "")


def _heads(sheet: Worksheet, part: Part, columns: Sequence[tuple[Leaf, bool]], pen: _Pen) -> None:
    around = [_parent_title(part, place, pen.lang) for place in range(part.parents)]
    for column, title in enumerate((say("head.row", pen.lang), *around), 1):
        # A whole column is open, so that rows may be added without end.
        pen.width(sheet, column, 16 if column > 1 else 7, pen.style("open"))
        pen.write(sheet, (HEAD_ROW, column), title, "head")
    for column, (leaf, second) in enumerate(columns, part.parents + 2):
        title = leaf_title(part, leaf, pen.lang)
        said = say("in-english", pen.lang, title=title) if second else title
        wide = 44 if leaf.bilingual else 18
        pen.width(sheet, column, wide, pen.style("open", dated=leaf.dated))
        pen.write(sheet, (HEAD_ROW, column), said, "head")
        comment = note(part, leaf, pen.lang)[:_LONGEST_COMMENT]
        if comment and not second:
            sheet.write_comment(HEAD_ROW - 1, column - 1, comment, {"x_scale": 2, "y_scale": 2})


def _parent_title(part: Part, place: int, lang: str) -> str:
    stars = [index for index, key in enumerate(part.keys) if key == STAR]
    around = part.keys[: stars[place]]
    return next(one.title(lang) for one in parts() if one.keys == around)


def _item(
    sheet: Worksheet, number: int, about: tuple[Part, Sequence[tuple[Leaf, bool]], Row], pen: _Pen
) -> None:
    part, columns, row = about
    name, national = row.steps[-1], (*row.steps, "id") in pen.shown.national
    if name.startswith("#"):
        pen.write(sheet, (number, 1), name, "open")
    for column, parent in enumerate(parent_names(part.keys, row.steps), 2):
        pen.write(sheet, (number, column), parent, "national" if national else "open")
    for column, (leaf, second) in enumerate(columns, part.parents + 2):
        pair = row.cells.get(leaf.keys)
        if pair and pair[second] is not None:
            kind = pen.kind((*row.steps, *leaf.keys), pair)
            pen.write(sheet, (number, column), pair[second], kind)


def parent_names(keys: Keys, steps: Steps) -> list[str]:
    """Return the names of the items that an item of a part lies in."""
    return [step for key, step in zip(keys, steps, strict=False) if key == STAR]


# -- what has no cell ----------------------------------------------------------------------------


def _aside(pen: _Pen) -> None:
    sheet = pen.sheet(say("sheet.aside", pen.lang))
    pieces = {steps: list(_pieces(value)) for steps, value in pen.shown.aside.items()}
    most = max(map(len, pieces.values()), default=1)
    pen.keys(sheet, (f"{MAGIC} {ASIDE_SHEET}", *[JSON] * most))
    pen.write(sheet, (HEAD_ROW, 1), say("head.key", pen.lang), "head")
    pen.write(sheet, (HEAD_ROW, 2), say("head.value", pen.lang), "head")
    pen.width(sheet, 1, 60)
    pen.width(sheet, 2, 60)
    for number, (steps, texts) in enumerate(sorted(pieces.items()), FIRST_ROW):
        pen.write(sheet, (number, 1), joined(steps), "open")
        for column, piece in enumerate(texts, 2):
            pen.write(sheet, (number, column), piece, "open")


def _national(shown_of_base: Mapping[str, Any], pen: _Pen) -> None:
    """Keep what is national in this form, so that a base may change after it was written."""
    sheet = pen.sheet(say("sheet.national", pen.lang))
    pen.keys(sheet, (f"{MAGIC} {NATIONAL_SHEET}", *_pieces(shown_of_base)))
    sheet.hide()


def _pieces(value: Any) -> Iterator[str]:
    """Yield a value as JSON, in pieces that a cell can hold; a space ends none of them."""
    whole = json.dumps(value, ensure_ascii=True)
    for start in range(0, len(whole), LONGEST):
        yield whole[start : start + LONGEST]
