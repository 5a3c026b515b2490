"""Answers in a sheet of a workbook, as offices keep them: below a title, sums at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pst_standards.definitions.workbooks import LARGEST, Cell, Sheet, WorkbookError, sheets
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.headings import headed
from pst_standards.surveys.frames.rows import RowCounter
from pst_standards.surveys.frames.terms import Counted, Layout, Terms

_MOST_NAMED: Final = 8
"""Sheets that are named where one is to be chosen."""
_PLAIN_TERMS: Final = Terms()
_PLAIN_LAYOUT: Final = Layout()


def count_workbook(
    path: str,
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    """Count the answers in a sheet of a workbook.

    Where the layout says nothing, the headings are the first row that names half of the elements
    or more, and ``told`` says which that is. A cell whose formula failed (``#REF!``) or was never
    reckoned is no answer, and is refused as such. Needs the extra ``office``. Raises
    ``SurveyError`` for a file that is no workbook or too large for one, for several sheets of which
    none is named, and as files of text do.
    """
    name, rows = _sheet(_sheets(Path(path)), layout)
    if layout.header_row is None and not layout.headings:
        layout = layout.searching()
    table = headed(iter(rows), instrument, terms, layout)
    counter = RowCounter(table.plan, texts=False, patterns=joints)
    counter.add_all(table.rows, table.first, layout.last_row)
    return Counted(
        tallies=counter.tallies(),
        columns=table.plan.columns,
        header=table.plan.header,
        told={"sheet": name, **table.told},
        joints=counter.joints(),
    )


def _sheets(path: Path) -> Mapping[str, Sheet]:
    try:
        return sheets(path.read_bytes(), trimmed=False)
    except OSError as fault:
        raise SurveyError("file.workbook", found=path.name, reason=str(fault)) from None
    except WorkbookError as fault:
        if fault.too_large:
            limit = LARGEST // 1_000_000
            raise SurveyError("file.workbook-large", found=path.name, limit=limit) from None
        raise SurveyError("file.workbook", found=path.name, reason="XLSX") from None


def _sheet(book: Mapping[str, Sheet], layout: Layout) -> tuple[str, list[tuple[Cell, ...]]]:
    """Return the name and the rows of the sheet that is meant; an empty row is nobody's."""
    names = tuple(book)
    name = names[0] if layout.sheet is None and len(names) == 1 else layout.sheet
    if name is None or name not in book:
        kind = "sheet.missing" if name is None else "sheet.unknown"
        others = len(names) - _MOST_NAMED
        told: dict[str, object] = {"expected": names[:_MOST_NAMED]}
        if others > 0:
            told |= {"others": others, "variant": "more"}
        raise SurveyError(kind, found=name or "", **told)
    width = max(map(len, book[name]), default=0)
    return name, [row and (*row, *[None] * (width - len(row))) for row in book[name]]
