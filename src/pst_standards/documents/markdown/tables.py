"""Tables: one line a row; what a cell holds in blocks becomes lines with a break between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.documents.markdown.markers import written
from pst_standards.documents.markdown.pictures import Pictures
from pst_standards.documents.markdown.text import BREAK_IN_CELL, inline, line, plain_edges, strong
from pst_standards.documents.outline import (
    Align,
    Block,
    Clauses,
    Column,
    Content,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    Paragraph,
    Picture,
    Signature,
    Table,
)

_RULES: Final = {Align.START: "---", Align.CENTER: ":-:", Align.END: "--:"}
_INDENT: Final = "&emsp;"


def table(block: Table, pictures: Pictures) -> str:
    """Return a table, its caption above it."""
    caption = f"{strong(block.caption)}\n\n" if line(block.caption) else ""
    rows = (
        _row(tuple(map(line, (column.title for column in block.columns)))),
        _row(tuple(_RULES[column.align] for column in block.columns)),
        *(_row(tuple(_cells(row, block.columns, pictures))) for row in block.rows),
    )
    return caption + "\n".join(rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Sequence[Content], columns: Sequence[Column], pictures: Pictures) -> Iterator[str]:
    for content, column in zip(row, columns, strict=True):
        shown = BREAK_IN_CELL.join(_lines(content, pictures))
        if column.heads_row and shown and isinstance(content, str):
            stars = plain_edges(shown)
            shown = f"**{shown}**" if stars else f"<strong>{shown}</strong>"
        yield shown


def _lines(content: Content, pictures: Pictures) -> Iterator[str]:
    if isinstance(content, str):
        if shown := inline(content, BREAK_IN_CELL):
            yield shown
        return
    for block in content:
        yield from filter(None, _lines_of(block, pictures))


def _lines_of(block: Block, pictures: Pictures) -> Iterator[str]:
    if isinstance(block, ItemList):
        yield from _items(block, pictures)
    elif isinstance(block, Table):
        for row in block.rows:
            yield "; ".join(BREAK_IN_CELL.join(_lines(cell, pictures)) for cell in row)
    elif isinstance(block, Clauses):
        for label, told in block.clauses:
            yield line(label)
            yield from _lines(told, pictures)
    elif isinstance(block, Picture):
        yield pictures.shown(block)
    else:
        yield from _text_of(block)


def _text_of(block: Block) -> Iterator[str]:
    if isinstance(block, KeyValues):
        for label, value in block.pairs:
            yield f"{line(label)}: {inline(value, ' ')}"
    elif isinstance(block, Note):
        yield line(block.title)
        yield inline(block.text, BREAK_IN_CELL)
    elif isinstance(block, Signature):
        place = ", ".join(filter(None, (block.place, block.date)))
        told = (place, block.title, block.name, block.identity, block.note)
        yield from map(line, told)
    elif isinstance(block, Letterhead):
        yield from map(line, (*block.names, block.address, block.contact))
    elif isinstance(block, (Heading, Paragraph)):
        yield inline(block.text, BREAK_IN_CELL)


def _items(block: ItemList, pictures: Pictures) -> Iterator[str]:
    for place, item in enumerate(block.items):
        first, *rest = (*_lines(item, pictures),) or ("",)
        yield f"{written(block, place)} {first}".rstrip()
        for shown in rest:
            yield f"{_INDENT}{shown}"
