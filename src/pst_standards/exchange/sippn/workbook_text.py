"""The text of an entry in a workbook: a column of headings, and what stands beside each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pst_standards.definitions.workbooks import LARGEST, WorkbookError, column_letters
from pst_standards.exchange.office_form.opening import Found, Grid, grids
from pst_standards.exchange.sippn.errors import SippnError
from pst_standards.exchange.sippn.parts import Part, heading_of
from pst_standards.exchange.sippn.source import Source

_FEW: Final = 2
_IN_LINE: Final = {Part.TITLE: "", Part.UNIT: "", Part.DECREE: "No. SK : "}
_FATAL: Final = {"error": "cell-error", "unreckoned": "cell-formula"}


def source_of_workbook(data: bytes, name: str) -> Source:
    """Return the text of the sheet that has the most headings of a page, cell by cell.

    Raises ``SippnError`` for what is no workbook, for one without such a sheet, and for each cell
    whose formula failed or was never reckoned, by sheet and cell.
    """
    try:
        books = grids(data)
    except WorkbookError as error:
        key = "workbook-large" if error.too_large else "workbook"
        raise SippnError(key, file=name, limit=LARGEST // 1_000_000) from None
    # People read what they see; a hidden sheet is only taken where no other has the headings.
    best = min(books, key=lambda one: (one.hidden, -len(_headings(one)[1])), default=None)
    best = best if best is not None and _has_page(best) else next(filter(_has_page, books), None)
    if best is None:
        raise SippnError("workbook-other", file=name)
    return _Sheet(best, _headings(best)[0], name).source()


def _has_page(grid: Grid) -> bool:
    return len(_headings(grid)[1]) >= _FEW


def _headings(grid: Grid) -> tuple[int, set[Part]]:
    """Return the column that holds the most headings, and the parts that they head."""
    counts: dict[int, set[Part]] = {0: set()}
    for row in grid.rows.values():
        for column, found in row.items():
            heading = heading_of(" ".join(str(found.value or "").split()))
            if heading is not None and not heading.rest.strip():
                counts.setdefault(column, set()).add(heading.part)
    best = max(counts, key=lambda column: len(counts[column]))
    return best, counts[best]


class _Sheet:
    def __init__(self, grid: Grid, column: int, name: str) -> None:
        self._grid = grid
        self._column = column
        self._name = name
        self._lines: list[str] = []
        self._cells: dict[int, str] = {}
        self._notes: list[tuple[str, str]] = []

    def source(self) -> Source:
        """Read the rows from top to bottom."""
        self._refuse_faults()
        content = self._content_column()
        for number, row in sorted(self._grid.rows.items()):
            heading = self._text(row, self._column)
            shown = self._text(row, content)
            if not heading and not shown and not self._lines:
                # A title stands above the table, wherever its cell begins.
                heading = next((str(one.value) for _, one in sorted(row.items()) if one.value), "")
            self._row(number, content, heading, shown)
        self._unseen()
        text = "\n".join(self._lines) + "\n"
        return Source(text=text, cells=self._cells, notes=tuple(self._notes))

    def _refuse_faults(self) -> None:
        for number, row in sorted(self._grid.rows.items()):
            for column, found in sorted(row.items()):
                if found.trouble in _FATAL and column >= self._column:
                    cell = self._cell(number, column)
                    raise SippnError(_FATAL[found.trouble], file=self._name, cell=cell)
                if found.trouble == "formula":
                    self._notes.append(("formula", self._cell(number, column)))

    def _content_column(self) -> int:
        """Return the column beside the headings; where that is empty, the one most often used."""
        if any(self._text(row, self._column + 1) for row in self._grid.rows.values()):
            return self._column + 1
        counts: dict[int, int] = {}
        for row in self._grid.rows.values():
            behind = self._first_behind(row)
            if behind and self._text(row, self._column):
                counts[behind] = counts.get(behind, 0) + 1
        return max(counts, key=lambda column: counts[column], default=self._column + 1)

    def _first_behind(self, row: Mapping[int, Found]) -> int:
        return next((one for one in sorted(row) if one > self._column and row[one].value), 0)

    def _text(self, row: Mapping[int, Found], column: int) -> str:
        found = row.get(column)
        return "" if found is None or found.value is None else str(found.value)

    def _cell(self, row: int, column: int) -> str:
        return f"{self._grid.name}!{column_letters(column - 1)}{row}"

    def _row(self, number: int, column: int, heading: str, content: str) -> None:
        found = heading_of(" ".join(heading.split())) if heading else None
        if found is not None and found.part in _IN_LINE:
            shown = f"{_IN_LINE[found.part]}{content}".rstrip()
            lines = [shown] if shown else []
        elif found is not None and found.part is Part.FORM:
            lines = []
        elif found is not None:
            lines = ["", heading, *content.split("\n")] if content else []
        elif heading and content and not self._lines:
            lines = []  # the titles of the columns
        else:
            lines = [*filter(None, [heading]), *(content.split("\n") if content else [])]
        if lines:
            self._cells[len(self._lines) + 1] = self._cell(number, column or self._column)
            self._lines += lines

    def _unseen(self) -> None:
        for span in self._grid.merged:
            if span.last_column > span.column or span.last_row > span.row:
                self._notes.append(("merged", self._cell(span.row, span.column)))
        for row in sorted(self._grid.hidden_rows & self._grid.rows.keys()):
            self._notes.append(("hidden", self._cell(row, self._column)))
