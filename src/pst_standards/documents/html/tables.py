"""Tables: stacked on a narrow screen when they read like a form, else scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from pst_standards.documents.html.text import attribute, inline, plain
from pst_standards.documents.identity import anchor
from pst_standards.documents.outline import (
    Align,
    Block,
    Clauses,
    Column,
    Content,
    KeyValues,
    Origin,
    Table,
)
from pst_standards.documents.row_heights import PageRoom, kept_rows

Writer: TypeAlias = Callable[[Sequence[Block]], str]

_WIDEST_FORM: Final = 3
_PERCENT: Final = 100
_CLASSES: Final = {Align.START: "", Align.CENTER: ' class="center"', Align.END: ' class="end"'}
# Once its rows are laid out as boxes, a browser no longer tells a screen reader that they are a
# table, unless their roles say so.
_ROLE: Final = ' role="{}"'


def table(block: Table, write: Writer, *, region: str, page: PageRoom) -> str:
    """Return a table; ``region`` names it for readers by ear when it has no caption.

    A form (up to three columns, or blocks in its cells) is stacked on a narrow screen, each cell
    under the name of its column; any other can be scrolled sideways, with the keyboard too.
    """
    stacked = len(block.columns) <= _WIDEST_FORM or _holds_blocks(block)
    rows = "".join(
        _row(row, origin, block, write, stacked=stacked, kept=kept)
        for row, origin, kept in zip_longest(block.rows, block.origins, kept_rows(block, page))
    )
    caption = f"<caption>{plain(block.caption)}</caption>" if block.caption else ""
    kept = " kept" * block.keep_rows + " whole" * block.whole + " dense" * block.dense
    shown = (
        f'<table class="{"form" if stacked else "grid"}{kept}"{_role("table", stacked)}>{caption}'
        f"{_widths(block.columns)}<thead{_role('rowgroup', stacked)}><tr{_role('row', stacked)}>"
        f"{''.join(_title(column, stacked=stacked) for column in block.columns)}</tr></thead>"
        f"<tbody{_role('rowgroup', stacked)}>{rows}</tbody></table>\n"
    )
    if stacked:
        return shown
    name = attribute(block.caption or region)
    return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{shown}</div>\n'


def key_values(block: KeyValues) -> str:
    """Return labels and values as a description list."""
    pairs = "".join(
        f"<dt>{plain(label)}</dt><dd>{inline(value)}</dd>" for label, value in block.pairs
    )
    return f"<dl>{pairs}</dl>\n" if pairs else ""


def clauses(block: Clauses, write: Writer) -> str:
    """Return words with what they say, as a description list too."""
    shown = "".join(
        f"<dt>{plain(label)}</dt><dd>{plain(told) if isinstance(told, str) else write(told)}</dd>"
        for label, told in block.clauses
    )
    return f'<dl class="clauses">{shown}</dl>\n' if shown else ""


def _holds_blocks(block: Table) -> bool:
    return any(not isinstance(cell, str) for row in block.rows for cell in row)


def _widths(columns: Sequence[Column]) -> str:
    total = sum(column.share for column in columns)
    return "".join(
        (
            "<colgroup>",
            *(f'<col style="width:{_PERCENT * column.share / total:.4g}%">' for column in columns),
            "</colgroup>",
        )
    )


def _title(column: Column, *, stacked: bool) -> str:
    role = _role("columnheader", stacked)
    return f'<th scope="col"{role}{_CLASSES[column.align]}>{plain(column.title)}</th>'


def _row(
    row: Sequence[Content],
    origin: Origin | None,
    block: Table,
    write: Writer,
    *,
    stacked: bool,
    kept: bool,
) -> str:
    cells = "".join(
        _cell(content, column, write, stacked=stacked)
        for content, column in zip(row, block.columns, strict=True)
    )
    height = f' style="height:{block.row_height:g}mm"' if block.row_height else ""
    name = f' id="{anchor(origin)}"' if origin else ""
    long = ' class="long"' * (block.keep_rows and not kept)
    return f"<tr{name}{_role('row', stacked)}{long}{height}>{cells}</tr>\n"


def _cell(content: Content, column: Column, write: Writer, *, stacked: bool) -> str:
    shown = plain(content) if isinstance(content, str) else write(content)
    label = f' data-label="{attribute(column.title)}"' if stacked else ""
    # A row that is still to be filled in has no head: a cell without a word would be none.
    if column.heads_row and shown.strip():
        role = _role("rowheader", stacked)
        return f'<th scope="row"{role}{label}{_CLASSES[column.align]}>{shown}</th>'
    return f"<td{_role('cell', stacked)}{label}{_CLASSES[column.align]}>{shown}</td>"


def _role(name: str, stacked: bool) -> str:  # noqa: FBT001 - a table is one or the other
    return _ROLE.format(name) if stacked else ""
