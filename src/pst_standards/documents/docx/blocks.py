"""Each kind of block as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any, Final

from pst_standards.documents.docx import lists, official, panels, pictures, tables
from pst_standards.documents.docx.scope import Scope
from pst_standards.documents.docx.xml import paragraph, runs, text_run
from pst_standards.documents.keeping import kept_parts
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    NoteKind,
    PageBreak,
    Panels,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signature,
    Table,
)

_STYLES: Final = {
    ParagraphStyle.BODY: "BodyText",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.SMALL: "Small",
    ParagraphStyle.CENTERED: "Centered",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.CUT: "CutLine",
}
_STYLES_IN_TABLE: Final = {
    ParagraphStyle.SMALL: "TableSmall",
    ParagraphStyle.CENTERED: "TableTextCenter",
}
_STYLES_IN_PANEL: Final = {**_STYLES_IN_TABLE, ParagraphStyle.QUOTE: "PanelQuote"}
_NOTES: Final = {NoteKind.INFO: "Note", NoteKind.WARNING: "Warning"}
_MIDDLE: Final = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/>'
_WITH_NEXT: Final = "<w:keepNext/>"
_STYLE: Final = re.compile(r"<w:pStyle [^>]*/>(?!<w:keepNext/>)")
# A break inside a paragraph would leave an empty line on the new page; this style breaks before.
_BREAK: Final = paragraph("PageBreak", "")


def write_blocks(blocks: Sequence[Block], scope: Scope) -> str:
    """Return the blocks one after the other, ending with a paragraph as a cell must."""
    kept: Iterable[int] = repeat(0) if scope.in_table else kept_parts(blocks)
    return "".join(
        _with_next(block, scope, parts)
        if parts
        else _before(following, _WRITERS[type(block)](block, scope))
        for block, following, parts in zip(blocks, (*blocks[1:], None), kept, strict=False)
    )


def _before(following: Block | None, written: str) -> str:
    """Leave out the gap below a table where a new page begins: it would fill an empty one."""
    return written.removesuffix(tables.GAP) if isinstance(following, PageBreak) else written


def _with_next(block: Block, scope: Scope, parts: int) -> str:
    """Return a block whose last parts, paragraphs or rows, stay on the page of what follows."""
    if isinstance(block, Paragraph):
        return _paragraph(block, scope, _WITH_NEXT)
    written = _WRITERS[type(block)](block, scope)
    if isinstance(block, Panels):
        return written
    opening = "<w:tr>" if isinstance(block, Clauses | KeyValues | Table) else "<w:p>"
    before, *last = written.rsplit(opening, parts)
    kept = [_STYLE.sub(rf"\g<0>{_WITH_NEXT}", one) for one in last]
    if isinstance(block, Clauses) and len(block.clauses) > parts:
        before += tables.parted(written)
    return opening.join((before, *kept))


def _heading(block: Heading, scope: Scope) -> str:
    style = f"Heading{block.level}"
    if scope.in_panel:
        style = f"Panel{style}"
    elif scope.in_table:
        style = "TableSubheading"
    return paragraph(style, runs(block.text, scope.collected), _MIDDLE * block.formal)


def _paragraph(block: Paragraph, scope: Scope, properties: str = "") -> str:
    if scope.depth:
        style = lists.continued_style(scope)
    elif scope.in_table:
        styles = _STYLES_IN_PANEL if scope.in_panel else _STYLES_IN_TABLE
        style = styles.get(block.style, "TableText")
    else:
        style = _STYLES[block.style]
    return paragraph(style, runs(block.text, scope.collected), properties)


def _note(block: Note, scope: Scope) -> str:
    style = _NOTES[block.kind]
    title = paragraph(f"{style}Title", text_run(block.title)) if block.title else ""
    return title + paragraph(style, runs(block.text, scope.collected))


def _page_break(_: PageBreak, scope: Scope) -> str:
    # Word knows no page break within a table or a list.
    return "" if scope.in_table or scope.depth else _BREAK


_WRITERS: Final[dict[type, Callable[[Any, Scope], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: lists.item_list,
    Table: tables.table,
    KeyValues: tables.key_values,
    Clauses: tables.clauses,
    Picture: pictures.figure,
    Letterhead: official.letterhead,
    Signature: official.signature,
    PageBreak: _page_break,
    Note: _note,
    Panels: panels.panels,
}
