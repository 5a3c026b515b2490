"""A workbook of Excel with the habits of this project: plain text, A4, and the same bytes again.

XlsxWriter comes with the extra ``office``.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.messages.extras import extra
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.formats.columns import wrapped

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT: Final = 32_000
_A4: Final = 9
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_FONT: Final = {"font_name": "Arial", "font_size": 10}
_LINE_HEIGHT: Final = 13.0
_LETTERS: Final = 1.15
"""Letters of that font in one unit of a column's width, which is a digit of a larger one."""
_HIGHEST_ROW: Final = 400.0
_CELL: Final = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#A9B5C2"}
_HEAD: Final = {**_CELL, "bold": True, "bg_color": "#E3EBF3", "font_color": "#14304F"}


class Column(NamedTuple):
    """A column of a sheet: its heading and how many characters wide it is."""

    title: str
    wide: float


class Sheet:
    """A sheet that is filled row by row; its first row is the heading of every printed page."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column]) -> None:
        self.inner: Worksheet = book.add_worksheet(name)
        self.columns = columns
        self.rows = 0
        self._cell = book.add_format(_CELL)
        # A number at the right edge would touch the text of the next cell.
        self._number = book.add_format({**_CELL, "align": "center"})
        # Excel keeps such a text a text even when somebody edits the cell.
        self._quoted = book.add_format({**_CELL, "quote_prefix": True})
        for place, column in enumerate(columns):
            self.inner.set_column(place, place, column.wide)
            self.inner.write_string(0, place, column.title, book.add_format(_HEAD))
        self._fit([column.title for column in columns])
        self.inner.freeze_panes(1, 0)

    def add(self, *values: str | int | None) -> None:
        """Add a row; an empty text or ``None`` leaves a cell to be filled in."""
        self.rows += 1
        for place, value in enumerate(values):
            if isinstance(value, int):
                self.inner.write_number(self.rows, place, value, self._number)
            elif value:
                text = clean(value)[:_LONGEST_TEXT]
                shape = self._quoted if text.startswith(_FORMULA_SIGNS) else self._cell
                # Never write(), which would make formulas, links and numbers of a text.
                self.inner.write_string(self.rows, place, text, shape)
            else:
                self.inner.write_blank(self.rows, place, None, self._cell)
        self._fit(values)

    def _fit(self, values: Sequence[str | int | None]) -> None:
        """Make the last row as high as its text needs: not every program does so by itself."""
        lines = max(
            sum(
                len(list(wrapped(line, int(column.wide * _LETTERS))))
                for line in str(value).split("\n")
            )
            for value, column in zip(values, self.columns, strict=True)
        )
        self.inner.set_row(self.rows, min(lines * _LINE_HEIGHT + 3, _HIGHEST_ROW))

    def print_on_a4(self, *, footer: str, title: str) -> None:
        """Print on A4 on its side, as wide as one page, the heading on each."""
        self.inner.set_landscape()
        self.inner.set_paper(_A4)
        self.inner.fit_to_pages(1, 0)
        self.inner.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        self.inner.repeat_rows(0)
        self.inner.set_header(f"&L&B{_printed(title)}")
        self.inner.set_footer(f"&R{footer}")


def _printed(text: str) -> str:
    """Return a text for the margin of a page, where an ampersand starts a command."""
    return clean(text)[:200].replace("&", "&&")


@contextmanager
def workbook(target: io.BytesIO, *, title: str, created: dt.date) -> Iterator[Workbook]:
    """Give a workbook that is written to ``target`` at the end of the block.

    Raises ``MissingExtraError`` when XlsxWriter is not installed.
    """
    with extra("office"):
        import xlsxwriter

    book = xlsxwriter.Workbook(target, {"in_memory": True})
    midnight = dt.datetime(created.year, created.month, created.day, tzinfo=dt.UTC)
    # Excel would show the clock of this computer, and no two runs would give the same bytes.
    book.set_properties({"title": clean(title), "created": midnight.replace(tzinfo=None)})
    yield book
    book.close()
