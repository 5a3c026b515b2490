"""Panels beside each other as a table of one row, which a reader by ear hears cell after cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from pst_standards.documents.docx.scope import Scope, twips
from pst_standards.documents.docx.tables import GAP, grid_cell, shared_width
from pst_standards.documents.docx.xml import LANGUAGE_TAGS, paragraph, text_run
from pst_standards.documents.outline import Column, Heading, Lang, Panel, Panels, Table
from pst_standards.documents.row_heights import POINTS_PER_MM, row_heights

_MARGINS: Final = 280
"""Room at the left and right of the text in a frame, both together."""
_EMPTY: Final = paragraph("PanelEnd", "")
_TITLE: Final = Heading(level=2, text="-")
_LATER: Final = re.compile(r"(<w:lang [^>]*/>)<w:lang [^>]*/>")


def panels(block: Panels, scope: Scope) -> str:
    """Return the columns, each with its panels one below the other."""
    gap = twips(block.gap)
    count = len(block.columns)
    rest = max(scope.width - gap * (count - 1), count)
    widths = shared_width(rest, [block.widths[place] for place in block.places])
    margins = _MARGINS if block.framed else 0
    written = {
        place: "".join(_stack(block.columns[place], width - margins, scope, framed=block.framed))
        for place, width in zip(block.places, widths, strict=True)
    }
    style = "PstFramed" if block.framed else "PstPanels"
    cells = f"{grid_cell(gap, _EMPTY, _NOTHING)}".join(
        grid_cell(width, written[place] + _EMPTY, _MIDDLE * _is_middle(block.columns[place]))
        for place, width in zip(block.places, widths, strict=True)
    )
    columns = f'<w:gridCol w:w="{gap}"/>'.join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    kept = "<w:cantSplit/>" * _is_low(block, scope)
    height = f'<w:trHeight w:val="{twips(block.height)}"/>' if block.height else ""
    properties = f"<w:trPr>{kept}{height}</w:trPr>" if kept or height else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{scope.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"<w:tr>{properties}{cells}</w:tr></w:tbl>{GAP}"
    )


def _is_low(block: Panels, scope: Scope) -> bool:
    """Tell whether panels take so little of a page that they can all go to the next one."""
    columns = [Column(title="", share=share) for share in block.widths]
    page = scope.table_room()
    stacks = [
        [inner for panel in stack for inner in (_TITLE, *panel.blocks)] for stack in block.columns
    ]
    [high] = row_heights(Table(columns=columns, rows=()), [[*map(tuple, stacks)]], page.width)
    return high < page.height * POINTS_PER_MM / 2


# Between two columns there is no frame.
_NOTHING: Final = '<w:tcBorders><w:top w:val="nil"/><w:bottom w:val="nil"/></w:tcBorders>'


_MIDDLE: Final = '<w:vAlign w:val="center"/>'


def _is_middle(stack: Sequence[Panel]) -> bool:
    return len(stack) == 1 and stack[0].middle


def _stack(stack: Sequence[Panel], width: int, scope: Scope, *, framed: bool) -> Iterator[str]:
    style = "PanelTitle" if framed else "PanelHeading2"
    inside = evolve(scope.in_cell(width), in_panel=True)
    for panel in stack:
        title = paragraph(style, text_run(panel.title)) if panel.title else ""
        shown = title + scope.write(panel.blocks, inside)
        yield _in_language(shown, panel.lang) if panel.lang else shown


def _in_language(shown: str, lang: Lang) -> str:
    """Return paragraphs whose runs are in a language of their own."""
    tag = f'<w:lang w:val="{LANGUAGE_TAGS[lang]}"/>'
    plain = shown.replace("<w:r><w:t ", f"<w:r><w:rPr>{tag}</w:rPr><w:t ")
    # A run that has a language already keeps it.
    return _LATER.sub(r"\1", plain.replace("/></w:rPr><w:t ", f"/>{tag}</w:rPr><w:t "))
