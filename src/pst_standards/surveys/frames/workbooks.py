"""Answers in a sheet of a workbook, as offices keep them: below a title, sums at the end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.messages.extras import extra
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.headings import headed
from pst_standards.surveys.frames.rows import RowCounter
from pst_standards.surveys.frames.terms import Counted, Layout, Terms

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

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
    or more, and ``told`` says which that is. Needs the extra ``survey``. Raises ``SurveyError`` for
    a file that is no workbook, for several sheets of which none is named, and as files of text do.
    """
    with extra("survey"):
        from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        name = _sheet(book, layout)
        # With what is left empty, so that rows and columns count from the corner of the sheet.
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as fault:
        name = Path(path).name
        raise SurveyError("file.workbook", found=name, reason=str(fault)) from None
    while rows and not any(cell != "" for cell in rows[-1]):
        rows.pop()
    if layout.header_row is None and not layout.headings:
        layout = layout.searching()
    table = headed(map(_whole, rows), instrument, terms, layout)
    counter = RowCounter(table.plan, texts=False, patterns=joints)
    counter.add_all(table.rows, table.first, layout.last_row)
    return Counted(
        tallies=counter.tallies(),
        columns=table.plan.columns,
        header=table.plan.header,
        told={"sheet": name, **table.told},
        joints=counter.joints(),
    )


def _whole(row: Sequence[object]) -> Sequence[object]:
    """Return a row with its whole numbers as such: a workbook keeps none."""
    return [int(c) if isinstance(c, float) and c.is_integer() else c for c in row]


def _sheet(book: CalamineWorkbook, layout: Layout) -> str:
    names = book.sheet_names
    if layout.sheet is None and len(names) == 1:
        return names[0]
    if layout.sheet not in names:
        kind = "sheet.missing" if layout.sheet is None else "sheet.unknown"
        raise SurveyError(kind, found=layout.sheet or "", expected=tuple(names))
    return layout.sheet
