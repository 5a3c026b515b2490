"""Places that are filled in by hand: rows to write in, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK
from pst_standards.documents.outline import (
    Block,
    Column,
    Content,
    ItemList,
    Marker,
    Paragraph,
    ParagraphStyle,
    Table,
)

SHORT: Final = "\N{HORIZONTAL ELLIPSIS}" * 7
"""A short line of dots, where several stand on one line."""
ROW_MM: Final = 9.0
"""Height of a row for one line of handwriting."""


def blank_rows(
    rows: Sequence[tuple[str, Content]], composition: Composition, *, whole: bool = True
) -> Table:
    """Return a table of what is asked and what is answered; an empty answer is room for the hand.

    A short one stays on one page.
    """
    return Table(
        columns=(
            Column(title=composition.say("column.field"), share=34, heads_row=True),
            Column(title=composition.say("column.answer"), share=66),
        ),
        rows=tuple(rows),
        whole=whole,
        row_height=ROW_MM,
    )


def boxes(lines: Iterable[str], composition: Composition, *, other: bool = True) -> ItemList:
    """Return lines with a box before each; ``other`` adds one with a line to write on."""
    items = [line for line in dict.fromkeys(lines) if line]
    if other:
        items.append(composition.say("form.other", blank=BLANK))
    return ItemList(items=tuple(items), marker=Marker.BOX)


def small(text: str) -> Block:
    """Return a remark in small letters."""
    return Paragraph(text=text, style=ParagraphStyle.SMALL)
