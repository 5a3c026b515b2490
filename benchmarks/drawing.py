"""How long it takes to make documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import docx
from docx.table import Table as WordTable
from measuring import Ratio, per_second, ratio

import pst_standards
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.outline import Column, Document, Table

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "kabupaten-semarang"
_COLUMNS: Final = 6
_FEW, _MANY = 100, 1000

# A paragraph is its text, a table its rows.
_Content = list[str | list[list[str]]]


def ratios() -> Iterator[Ratio]:
    """Compare a standard with the usual python-docx code, and a long table with a short one."""
    definition = pst_standards.load(_EXAMPLE)
    draw = partial(pst_standards.render, definition, "standard", service="library")
    content = _content(draw(format="docx"))
    yield Ratio(
        "usual python-docx code : docx of a standard, composed and drawn",
        ratio(lambda: _usual(content), lambda: draw(format="docx")),
        15,
        at_least=True,
    )
    yield Ratio(
        f"docx of a table with {_MANY} rows : with {_FEW}",
        ratio(_table(_MANY), _table(_FEW), turns=5),
        1.3 * _MANY / _FEW,
    )


def rates() -> Iterator[tuple[str, float]]:
    """Yield how many documents are made in a second."""
    definition = pst_standards.load(_EXAMPLE)
    for format_ in ("docx", "html"):
        draw = partial(pst_standards.render, definition, "standard", format_, service="library")
        yield f"standards as {format_} in a second, one process", per_second(draw)


def _content(document: bytes) -> _Content:
    """Return what stands in a Word file, in its order, for the usual code to write again."""
    parts = docx.Document(io.BytesIO(document)).iter_inner_content()
    return [
        [[cell.text for cell in row.cells] for row in part.rows]
        if isinstance(part, WordTable)
        else part.text
        for part in parts
    ]


def _usual(content: _Content) -> bytes:
    """Write paragraphs and tables as the documentation of python-docx shows it."""
    document = docx.Document()
    for part in content:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=len(part[0]))
        table.style = "Table Grid"
        for row in part:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _table(rows: int) -> partial[bytes]:
    columns = [Column(title=f"Kolom {number}") for number in range(_COLUMNS)]
    cells = [[f"{row}.{column}" for column in range(_COLUMNS)] for row in range(rows)]
    table = Table(columns=columns, rows=cells)
    return partial(render_docx, Document(title="Tabel", blocks=[table]))
