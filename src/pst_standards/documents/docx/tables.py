"""Tables with fixed widths, a repeated header row and rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final

from attrs import evolve, frozen

from pst_standards.documents.column_widths import (
    DENSE,
    TEXT,
    in_fitting_letters,
)
from pst_standards.documents.docx.scope import Scope, twips
from pst_standards.documents.docx.xml import attribute, paragraph, runs, text_run
from pst_standards.documents.identity import anchor
from pst_standards.documents.outline import (
    Align,
    Clauses,
    Column,
    Content,
    KeyValues,
    Origin,
    Table,
)
from pst_standards.documents.row_heights import kept_rows

GAP: Final = paragraph("TableGap", "")
"""Follows every table: two tables that touch would grow together into one."""

END: Final = paragraph("TableGap", "", '<w:spacing w:line="20" w:lineRule="exact"/>')
"""Follows a table that ends a document: Word asks for a paragraph there, which takes no page."""

_TWIPS_PER_POINT: Final = 20
_CELL_MARGINS: Final = 200
_SUFFIX: Final = {Align.START: "", Align.CENTER: "Center", Align.END: "End"}
# Twentieths of a point: what a letter of a label takes on average, and the room around a colon.
_LETTER_WIDTH: Final = 118
_LABEL_MARGIN: Final = 280
_COLON_WIDTH: Final = 200
# The text of an office may begin its paragraphs further in, where a clause has no room for it.
_FLUSH: Final = '<w:ind w:firstLine="0"/>'
_TOGETHER: Final = "<w:cantSplit/>"
_KEPT: Final = "<w:keepNext/>"


@frozen(kw_only=True)
class _Shape:
    """What is the same for all cells of a column."""

    opening: str
    style: str
    heading: str
    inner: int
    run: str


def table(block: Table, scope: Scope) -> str:
    """Return a table, its caption above it and a gap below."""
    room, letters = scope.width / _TWIPS_PER_POINT, scope.titles * scope.wider
    block, scale = in_fitting_letters(block, room, letters)
    run = _smaller(block, scale * scope.titles) if scale < 1 else ""
    widths = shared_width(scope.width, [column.share for column in block.columns])
    shapes = [
        _shape(column, width, "Dense" if block.dense else "Text", run)
        for column, width in zip(block.columns, widths, strict=True)
    ]
    rows = "".join(_rows(block, shapes, scope))
    caption = paragraph("Caption", text_run(block.caption)) if block.caption else ""
    return (
        f"{caption}<w:tbl>{_properties(block, scope)}{_grid(widths)}"
        f"{_header(block.columns, shapes)}{rows}</w:tbl>{GAP}"
    )


def _rows(block: Table, shapes: Sequence[_Shape], scope: Scope) -> Iterator[str]:
    last = len(block.rows) - 1
    height = f'<w:trHeight w:val="{twips(block.row_height)}"/>' if block.row_height else ""
    together = kept_rows(block, scope.table_room())
    for place, (row, origin) in enumerate(zip_longest(block.rows, block.origins)):
        opening = _row_opening(f"{_TOGETHER * together[place]}{height}")
        kept = _KEPT * (block.whole and place < last)
        cells = "".join(_cells(row, shapes, scope, kept))
        yield f"{opening}{_marked(cells, origin, scope) if origin else cells}</w:tr>"


def _marked(cells: str, origin: Origin, scope: Scope) -> str:
    """Mark a row by a bookmark in its first paragraph: programs of offices keep those."""
    before, end, after = cells.partition("</w:pPr>")
    number = scope.collected.bookmark_number()
    return (
        f'{before}{end}<w:bookmarkStart w:id="{number}" w:name="{anchor(origin)}"/>'
        f'<w:bookmarkEnd w:id="{number}"/>{after}'
    )


def _row_opening(properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"


def key_values(block: KeyValues, scope: Scope) -> str:
    """Return labels and values as a table without lines, colons under each other."""
    labels = [label for label, _ in block.pairs]
    widths = _label_widths(labels, scope.width, scope.letters)
    style = "TableText" if scope.in_table else "KeyValue"
    rows = "".join(
        f"<w:tr><w:trPr>{_TOGETHER}</w:trPr>"
        + _plain(widths[0], style, text_run(label))
        + _plain(widths[1], style, text_run(":"))
        + _plain(widths[2], style, runs(value, scope.collected))
        + "</w:tr>"
        for label, value in block.pairs
    )
    return _without_lines(rows, widths, scope) if rows else ""


def clauses(block: Clauses, scope: Scope) -> str:
    """Return words with what they say beside them, set like the text around; rows may part."""
    widths = _label_widths(block.labels, scope.width, scope.letters)
    beside = evolve(scope, width=max(widths[2] - _CELL_MARGINS, 1))
    rows = "".join(
        "<w:tr>"
        + grid_cell(widths[0], _clause(label))
        + grid_cell(widths[1], _clause(":"))
        + grid_cell(widths[2], _beside(told, beside))
        + "</w:tr>"
        for label, told in block.clauses
    )
    return _without_lines(rows, widths, scope) if rows else ""


def parted(written: str) -> str:
    """Return what stands between two rows that are to be rows of two tables without lines.

    A table that already goes over a page is not kept with what follows by LibreOffice, one of its
    own for the last rows is.
    """
    return f"</w:tbl>{END}{written.partition('<w:tr>')[0]}"


def _clause(told: str) -> str:
    return paragraph("BodyText", text_run(told), _FLUSH)


def _beside(told: Content, scope: Scope) -> str:
    if isinstance(told, str):
        return _clause(told)
    return scope.write(told, scope) or paragraph("BodyText", "")


def _without_lines(rows: str, widths: Sequence[int], scope: Scope) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PstPlain"/><w:tblW w:w="{scope.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr>{_grid(widths)}{rows}</w:tbl>{GAP}'
    )


def shared_width(width: int, shares: Sequence[int]) -> list[int]:
    """Part ``width`` by ``shares`` so that nothing is lost by rounding.

    >>> shared_width(100, [1, 1, 1])
    [33, 34, 33]
    """
    total = sum(shares)
    edges = [round(width * part / total) for part in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _label_widths(labels: Sequence[str], width: int, letters: float = 1.0) -> tuple[int, int, int]:
    """Make the labels as wide as the longest asks, but leave most of the room to the values."""
    longest = max(map(len, labels), default=0)
    label = min(round(longest * _LETTER_WIDTH * letters) + _LABEL_MARGIN, width * 2 // 5)
    colon = min(_COLON_WIDTH, width // 10)
    return label, colon, width - label - colon


def grid_cell(width: int, content: str, properties: str = "") -> str:
    """Return a cell of ``width`` twips; ``properties`` follow its width in ``w:tcPr``."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _plain(width: int, style: str, content: str) -> str:
    return grid_cell(width, paragraph(style, content))


def _shape(column: Column, width: int, letters: str, run: str) -> _Shape:
    heading = "TableHeading" if letters == "Text" else "TableDenseHeading"
    row_heading = "TableRowHeading" if letters == "Text" else "TableDenseRowHeading"
    return _Shape(
        opening=f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>',
        style=row_heading if column.heads_row else f"Table{letters}{_SUFFIX[column.align]}",
        heading=f"{heading}{_SUFFIX[column.align]}",
        inner=width - _CELL_MARGINS,
        run=run,
    )


def _cells(row: Sequence[Content], shapes: Sequence[_Shape], scope: Scope, kept: str) -> list[str]:
    """Return the cells of a row; ``kept`` keeps the row with the next one.

    Word keeps a row with the next when its cells' paragraphs ask for it; plain ones are enough.
    """
    return [_cell(content, shape, scope, kept) for content, shape in zip(row, shapes, strict=True)]


def _cell(content: Content, shape: _Shape, scope: Scope, kept: str) -> str:
    if isinstance(content, str):
        shown = paragraph(shape.style, text_run(content, shape.run), kept)
    else:
        shown = scope.write(content, scope.in_cell(shape.inner))
    return f"{shape.opening}{shown or paragraph('TableText', '')}</w:tc>"


def _smaller(block: Table, letters: float) -> str:
    """Return what makes plain text smaller that would break within its words."""
    size = int(2 * letters * (DENSE if block.dense else TEXT))
    return f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _header(columns: Sequence[Column], shapes: Sequence[_Shape]) -> str:
    cells = "".join(
        f"{shape.opening}{paragraph(shape.heading, text_run(column.title, shape.run))}</w:tc>"
        for column, shape in zip(columns, shapes, strict=True)
    )
    return f"<w:tr><w:trPr>{_TOGETHER}<w:tblHeader/></w:trPr>{cells}</w:tr>"


def _properties(block: Table, scope: Scope) -> str:
    first_column = int(block.columns[0].heads_row)
    look = (
        f'<w:tblLook w:val="{0x0620 | first_column << 7:04X}" w:firstRow="1" w:lastRow="0"'
        f' w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    caption = f'<w:tblCaption w:val="{attribute(block.caption)}"/>' if block.caption else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="PstTable"/><w:tblW w:w="{scope.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr>'
    )


def _grid(widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"
