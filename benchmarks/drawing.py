"""How long it takes to make documents."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph
from measuring import Ratio, per_second, ratio

import pst_standards
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.outline import Column, Document, Table

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "kabupaten-semarang"
_COLUMNS: Final = 6
_FEW, _MANY = 100, 1000

_Container = WordDocument | WordCell


@dataclass(frozen=True)
class _Line:
    """A paragraph: its style, and its runs with whether they are bold."""

    style: str
    runs: list[tuple[str, bool]]


@dataclass(frozen=True)
class _Grid:
    """A table: rows of cells of parts."""

    rows: list[list[list[_Line | _Grid]]]


_Part = _Line | _Grid


def ratios() -> Iterator[Ratio]:
    """Compare a standard with the usual python-docx code, and a long table with a short one."""
    definition = pst_standards.load(_EXAMPLE)
    draw = partial(pst_standards.render, definition, "standard", service="library")
    content = _content(docx.Document(io.BytesIO(draw(format="docx"))))
    yield Ratio(
        "usual python-docx code : docx of a standard, composed and drawn",
        ratio(lambda: _usual(content), lambda: draw(format="docx"), below_times=15),
        15,
        at_least=True,
    )
    yield Ratio(
        f"docx of a table with {_MANY} rows : with {_FEW}",
        ratio(_table(_MANY), _table(_FEW), below_times=_MANY // _FEW),
        1.3 * _MANY / _FEW,
    )


def rates() -> Iterator[tuple[str, float]]:
    """Yield how many documents are made in a second."""
    definition = pst_standards.load(_EXAMPLE)
    for format_ in ("docx", "html"):
        draw = partial(pst_standards.render, definition, "standard", format_, service="library")
        yield f"standards as {format_} in a second, one process", per_second(draw)


def _content(container: _Container) -> list[_Part]:
    """Return what stands in a Word file or a cell, in its order, for the usual code to write."""
    return [
        _Grid([[_content(cell) for cell in row.cells] for row in part.rows])
        if isinstance(part, WordTable)
        else _Line(_style(part), [(run.text, bool(run.bold)) for run in part.runs])
        for part in container.iter_inner_content()
    ]


def _style(line: WordParagraph) -> str:
    """Return the style of the usual template that the paragraph would have there."""
    name = line.style.name if line.style and line.style.name else ""
    usual = ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number")
    return next((style for style in usual if name.endswith(style)), "Normal")


def _usual(content: Sequence[_Part]) -> bytes:
    """Write paragraphs, runs and tables as the documentation of python-docx shows it."""
    document = docx.Document()
    _fill(document, content)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _fill(container: _Container, content: Sequence[_Part]) -> None:
    for part in content:
        if isinstance(part, _Line):
            paragraph = container.add_paragraph(style=part.style)
            for text, bold in part.runs:
                paragraph.add_run(text).bold = bold
            continue
        width = len(part.rows[0])
        table = container.add_table(0, width)
        for row in part.rows:
            for cell, inner in zip(table.add_row().cells, row, strict=True):
                _fill(cell, inner)


def _table(rows: int) -> partial[bytes]:
    columns = [Column(title=f"Kolom {number}") for number in range(_COLUMNS)]
    cells = [[f"{row}.{column}" for column in range(_COLUMNS)] for row in range(rows)]
    table = Table(columns=columns, rows=cells)
    return partial(render_docx, Document(title="Tabel", blocks=[table]))
