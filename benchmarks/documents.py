"""How fast an outline is drawn, without reading or composing: ``python benchmarks/documents.py``.

The standard measured has the size of a published one: 14 tables, 49 rows, 211 cells. Each ratio
compares with something made in the same run; after them stand documents per second.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from operator import ne
from typing import Final

import docx
from measuring import Ratio, per_second, ratio, told

from pst_standards.documents.docx import render_docx, to_docx
from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.writer import document_part
from pst_standards.documents.html import render_html
from pst_standards.documents.outline import Block, Column, Document, Heading, Paragraph, Table

_SHAPES: Final = (*((4, 5),) * 7, (3, 5), *((3, 3),) * 4, (4, 3), (2, 4))
"""Rows and columns of each table of a published standard."""

_WORDS: Final = "Pengguna menyampaikan kebutuhan data kepada petugas & menunggu"
_FEW, _MANY = 100, 1000


def ratios() -> Iterator[Ratio]:
    """Compare with the usual python-docx code and with the least that has to be done."""
    standard = _standard()
    draw = partial(render_docx, standard)
    yield Ratio(
        "usual python-docx code : docx of an outline",
        ratio(partial(_usual, standard), draw, below_times=60),
        50,
        at_least=True,
    )
    yield Ratio(
        "docx : its body packed once", ratio(draw, partial(_floor, standard), turns=101), 1.5
    )
    live = partial(to_docx, standard)
    yield Ratio(
        "usual python-docx code, not saved : live docx.Document",
        ratio(partial(_written, standard), live, below_times=20),
        15,
        at_least=True,
    )
    template = render_docx(Document(title="Standar Pelayanan", blocks=()))
    yield Ratio(
        "live docx.Document : loading and saving the slim template",
        ratio(live, partial(_loaded_and_saved, template), turns=51),
        2.5,
    )
    yield Ratio("texts that python-docx does not find in it", _differing(standard), 0)
    yield Ratio(
        f"docx of a table with {_MANY} rows : with {_FEW}",
        ratio(_drawing_of_table(_MANY), _drawing_of_table(_FEW), below_times=_MANY // _FEW),
        1.3 * _MANY / _FEW,
    )


def rates() -> Iterator[tuple[str, float]]:
    """Yield how many documents are drawn in a second."""
    standard = _standard()
    for name, draw in (("docx", render_docx), ("html", render_html)):
        yield f"outlines as {name} in a second, one process", per_second(partial(draw, standard))


def _standard() -> Document:
    blocks: list[Block] = [Heading(level=1, text="Standar Pelayanan")]
    for number, (rows, columns) in enumerate(_SHAPES, start=1):
        blocks += [Heading(level=2, text=f"Bagian {number}"), Paragraph(text=_WORDS)]
        blocks.append(_table(rows - 1, columns))
    return Document(title="Standar Pelayanan", blocks=blocks, footer_text="Standar Pelayanan")


def _table(rows: int, columns: int) -> Table:
    return Table(
        columns=[Column(title=f"Kolom {column}") for column in range(columns)],
        rows=[[f"{_WORDS} {row}"] * columns for row in range(rows)],
    )


def _drawing_of_table(rows: int) -> Callable[[], object]:
    return partial(render_docx, Document(title="Tabel", blocks=[_table(rows, 6)]))


def _floor(document: Document) -> bytes:
    return zlib.compress(document_part(document, Collected()).encode())


def _loaded_and_saved(data: bytes) -> bytes:
    target = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(target)
    return target.getvalue()


def _differing(document: Document) -> float:
    """Open what the bulk path writes, and count the texts that are not those of the usual code."""
    found, usual = (
        _texts(word)
        for word in (docx.Document(io.BytesIO(render_docx(document))), _written(document))
    )
    return len(usual) if len(found) != len(usual) else sum(map(ne, found, usual))


def _texts(word: docx.document.Document) -> list[str]:
    """Return the text of every paragraph and cell, in their order; a line of nothing is none."""
    texts: list[str] = []
    for part in word.iter_inner_content():
        if isinstance(part, docx.table.Table):
            texts += [cell.text for row in part.rows for cell in row.cells]
        else:
            texts += [part.text]
    return [text for text in texts if text]


def _usual(document: Document) -> bytes:
    target = io.BytesIO()
    _written(document).save(target)
    return target.getvalue()


def _written(document: Document) -> docx.document.Document:
    """Write headings, paragraphs and tables as the documentation of python-docx shows it."""
    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Heading):
            word.add_heading(str(block.text), level=block.level)
        elif isinstance(block, Paragraph):
            word.add_paragraph(str(block.text))
        elif isinstance(block, Table):
            _usual_table(word.add_table(rows=0, cols=len(block.columns)), block)
    return word


def _usual_table(table: docx.table.Table, block: Table) -> None:
    table.style = "Table Grid"
    for row in ([column.title for column in block.columns], *block.rows):
        cells = table.add_row().cells  # type: ignore[no-untyped-call]
        for cell, text in zip(cells, row, strict=True):
            cell.text = str(text)


if __name__ == "__main__":
    sys.exit(told(ratios(), rates()))
