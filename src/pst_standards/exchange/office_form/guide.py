"""The first sheet of a form: how it is filled in, and what the other sheets are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.notes import say
from pst_standards.exchange.office_form.pen import Pen
from pst_standards.exchange.office_form.sheets import FIRST_ROW, GUIDE_SHEET, HEAD_ROW

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SENTENCES: Final = 6
"""Of the guide; the first two are shown in the colours that they tell of."""


def open_guide(title: str, pen: Pen) -> Worksheet:
    """Say on the first sheet how the form is filled in."""
    sheet = pen.sheet(say("sheet.guide", pen.lang))
    pen.keys(sheet, (f"{MAGIC} {GUIDE_SHEET}",))
    pen.width(sheet, 1, 40)
    pen.width(sheet, 2, 90)
    pen.join(sheet, HEAD_ROW, title, "title")
    colours = ("open", "national", *["label"] * (_SENTENCES - 2))
    for number, colour in enumerate(colours, 1):
        pen.join(sheet, FIRST_ROW + number - 1, say(f"guide.{number}", pen.lang), colour)
    return sheet


def list_sheets(guide: Worksheet, pen: Pen) -> None:
    """List the sheets with links to them, once it is known which there are."""
    guide.fit_to_pages(1, 1)
    row = FIRST_ROW + _SENTENCES + 1
    pen.write(guide, (row, 1), say("guide.sheet", pen.lang), "head")
    pen.write(guide, (row, 2), say("guide.rows", pen.lang), "head")
    for number, (sheet, kind) in enumerate(pen.listed, row + 1):
        pen.link(guide, (number, 1), sheet)
        pen.write(guide, (number, 2), say(f"guide.{kind}", pen.lang), "label")
