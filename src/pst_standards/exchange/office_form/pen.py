"""What writes the sheets of a form: its styles, the heights of its rows, its lists of choices."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from pst_standards.definitions.workbooks import column_letters
from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.layers import Shown
from pst_standards.exchange.office_form.layout import TEXT_FORMAT, Keys, Leaf, Part
from pst_standards.exchange.office_form.notes import say
from pst_standards.exchange.office_form.sheets import HEAD_ROW, KEY_ROW
from pst_standards.exchange.office_form.values import Cell, Pair
from pst_standards.model.standard import choice_term

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
    "title": {"bold": True, "font_size": 14, "border": 0, "font_color": "#14304F"},
    "link": {"font_color": "#1F4E8C", "underline": 1},
    "head": {"bold": True, "bg_color": "#E3EBF3", "font_color": "#14304F"},
}
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
_LETTERS: Final = 1.15
"""Letters of the font in one unit of a column's width."""
_USUAL_WIDTH: Final = 8.43
_UNSEEN: Final = 10_000.0
"""A hidden column makes no row higher."""
_LONGEST_NAME: Final = 31
_PAGE: Final = 220.0
"""How wide the columns on one page of A4 lying may be together, to be read without a glass."""
_NUMBERS: Final = [str(number) for number in range(1, 10)]
"""Of items without ids, as many as a list of them usually has."""
_TAB: Final = "#E8C547"
"""The colour of the tab of a sheet that waits for the office."""


@define
class Pen:
    """A workbook with its styles, the names of its sheets and its lists of choices."""

    book: Workbook
    lang: str
    shown: Shown
    styles: dict[tuple[str, bool, str], Format] = Factory(dict)
    names: set[str] = Factory(set)
    choices: dict[type[Enum], int] = Factory(dict)
    widths: dict[tuple[Worksheet, int], float] = Factory(dict)
    lines: dict[tuple[Worksheet, int], int] = Factory(dict)
    listed: list[tuple[Worksheet, str]] = Factory(list)
    named: dict[Keys, str | list[str]] = Factory(dict)

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

    def style(self, kind: str, *, quoted: bool = False, shape: str = TEXT_FORMAT) -> Format:
        """Return a style; a quoted text stays a text even when somebody edits the cell.

        ``shape`` is the number format: where nothing is known, a text.
        """
        key = kind, quoted, shape
        if key not in self.styles:
            look = {**_CELL, **_STYLES[kind], "num_format": shape}
            if quoted:
                look["quote_prefix"] = True
            self.styles[key] = self.book.add_format(look)
        return self.styles[key]

    def write(
        self,
        sheet: Worksheet,
        place: tuple[int, int],
        value: Cell,
        kind: str,
        *,
        shape: str = TEXT_FORMAT,
    ) -> None:
        """Write a cell at a row and column from 1; a text is never anything but a text."""
        row, column = place[0] - 1, place[1] - 1
        if isinstance(value, dt.date):
            moment = dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day
            sheet.write_datetime(row, column, moment, self.style(kind, shape=shape))
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.style(kind, shape=shape))
        elif value:
            text = str(value)
            style = self.style(kind, quoted=text.startswith(_FORMULA_SIGNS), shape=shape)
            sheet.write_string(row, column, text, style)
        else:
            sheet.write_blank(row, column, None, self.style(kind, shape=shape))
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

    def join(self, sheet: Worksheet, row: int, text: str, kind: str) -> None:
        """Write a text across the first two columns, for people alone."""
        sheet.merge_range(row - 1, 0, row - 1, 1, text, self.style(kind))
        room = sum(self.widths[sheet, column] for column in (1, 2)) * _LETTERS
        self.lines[sheet, row] = math.ceil(len(text) / room) + (kind == "title")

    def link(self, sheet: Worksheet, place: tuple[int, int], aim: Worksheet) -> None:
        """Write the name of a sheet that leads there."""
        row, column = place[0] - 1, place[1] - 1
        name = aim.get_name()
        url = f"internal:'{name}'!A{HEAD_ROW}"
        sheet.write_url(row, column, url, self.style("link"), name)

    def told(self, sheet: Worksheet, kind: str) -> None:
        """Take a sheet into the list on the first one; one to be filled in has a coloured tab."""
        self.listed.append((sheet, kind))
        if kind in {"fields", "empty"}:
            sheet.set_tab_color(_TAB)

    def pages(self, sheet: Worksheet, columns: int) -> None:
        """Spread a wide sheet over as many pages as it takes to stay readable."""
        wide = [self.widths.get((sheet, column), 0.0) for column in range(1, columns + 1)]
        total = sum(one for one in wide if one < _UNSEEN)
        sheet.fit_to_pages(max(1, math.ceil(total / _PAGE)), 0)

    def keys(self, sheet: Worksheet, keys: Sequence[str], *, kept: int = 0) -> None:
        """Write the hidden row that says what the sheet and its columns are.

        ``kept`` columns stay in sight and on every page.
        """
        for column, key in enumerate(keys, 1):
            self.write(sheet, (KEY_ROW, column), key, "label")
        sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
        sheet.freeze_panes(HEAD_ROW, kept)
        sheet.protect("", _PROTECTION)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # they are meant to be
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.repeat_rows(HEAD_ROW - 1)
        if kept:
            sheet.repeat_columns(0, kept - 1)

    def kind(self, steps: Steps, pair: Pair | None) -> str:
        """Return the style of a cell: what the base says as it stands is not for the office."""
        return "national" if pair and self.shown.national.get(steps) == pair else "open"

    def offer(self, sheet: Worksheet, leaf: Leaf, area: tuple[int, int, int, int]) -> None:
        """Offer what a field may hold, as a list to choose from."""
        if leaf.shape.type is bool:
            source: Any = ["ya", "tidak"] if self.lang == "id" else ["yes", "no"]
        elif choices := leaf.shape.choices:
            place = self.choices.setdefault(choices, len(self.choices))
            letter, count = column_letters(place), len(choices)
            source = f"='{self._choices_name}'!${letter}$1:${letter}${count}"
        else:
            return
        self._list(sheet, source, area)

    def offer_names(self, sheet: Worksheet, around: Part, area: tuple[int, int, int, int]) -> None:
        """Offer the names or numbers of the items that a row may belong to."""
        names = _NUMBERS if around.numbered else self.named.get(around.keys)
        if names:
            # Not refused: what an item is called is as good as its id.
            self._list(sheet, names, area, error_type="information")

    def _list(
        self, sheet: Worksheet, source: Any, area: tuple[int, int, int, int], **how: str
    ) -> None:
        said = say("choose", self.lang)
        rule = {"validate": "list", "source": source, "error_message": said, **how}
        sheet.data_validation(*area, rule)

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
