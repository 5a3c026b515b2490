"""How fast an outline is drawn as PDF: ``python benchmarks/pdf.py``.

The standard measured has 14 tables and 211 cells. No two documents say the same, because typst
remembers what it has laid out. A ready source is the same document as a person would write it in
typst, with the same looks; LibreOffice turns the same documents, as docx, into PDF in one call.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache, partial
from importlib import resources
from itertools import count
from pathlib import Path
from typing import Final

from measuring import Ratio, per_second, ratio, told
from typst import Compiler, Fonts

from pst_standards.documents.docx import render_docx
from pst_standards.documents.outline import Block, Column, Document, Heading, Paragraph, Table
from pst_standards.documents.pdf import render_pdf

_SHAPES: Final = (*((4, 5),) * 7, (3, 5), *((3, 3),) * 4, (4, 3), (2, 4))
_BATCH: Final = 20
_NUMBERS: Final = count(1)
_HEAD: Final = """\
#set document(title: "Standar Pelayanan", date: auto)
#set text(font: "Liberation Sans", size: 11pt, lang: "id", region: "ID", hyphenate: false,
  top-edge: 0.905em, bottom-edge: -0.212em)
#set par(leading: 0.16em, spacing: 6pt)
#set page(width: 210mm, height: 297mm, margin: (top: 20mm, right: 20mm, bottom: 23mm, left: 25mm),
  footer: context grid(columns: (1fr, auto), [Standar Pelayanan],
    [Halaman #counter(page).display() dari #counter(page).final().first()]))
#show heading: set text(fill: rgb("#14304f"))
#show heading.where(level: 1): set align(center)
#set table(inset: (x: 5pt, y: 3.2pt), stroke: 0.5pt + rgb("#a9b5c2"),
  fill: (column, row) => if row == 0 { rgb("#e3ebf3") })
#set table.cell(breakable: false)
#show table: set text(size: 10pt)
"""


def ratios() -> Iterator[Ratio]:
    """Compare with typst alone, and with an office suite where there is one."""
    yield Ratio(
        "PDF of an outline : compiling a ready typst source",
        ratio(lambda: render_pdf(_standard()), lambda: _compiled(_ready(_standard()))),
        1.3,
    )
    office = shutil.which("soffice")
    if office is not None:
        yield Ratio(
            f"LibreOffice, {_BATCH} documents a call : PDF of an outline",
            _by_office(office) / _ours(),
            3,
            at_least=True,
        )


def rates() -> Iterator[tuple[str, float]]:
    """Yield how many documents are drawn in a second."""
    yield "outlines as pdf in a second, one process", per_second(lambda: render_pdf(_standard()))


def _standard() -> Document:
    number = next(_NUMBERS)
    blocks: list[Block] = [Heading(level=1, text="Standar Pelayanan")]
    words = f"Pengguna nomor {number} menyampaikan kebutuhan data kepada petugas dan menunggu"
    for part, (rows, columns) in enumerate(_SHAPES, start=1):
        blocks += [Heading(level=2, text=f"Bagian {part}"), Paragraph(text=words)]
        blocks.append(
            Table(
                columns=[Column(title=f"Kolom {column}") for column in range(columns)],
                rows=[[f"{words} {row}"] * columns for row in range(rows - 1)],
            )
        )
    return Document(title="Standar Pelayanan", blocks=blocks, footer_text="Standar Pelayanan")


def _ready(document: Document) -> str:
    return _HEAD + "\n".join(map(_written, document.blocks))


def _written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'=' * block.level} {block.text}\n"
    if isinstance(block, Table):
        titles = ", ".join(f"[*{column.title}*]" for column in block.columns)
        cells = ",\n".join(f"[{cell}]" for row in block.rows for cell in row)
        shares = "1fr, " * len(block.columns)
        return f"#table(columns: ({shares}), table.header({titles}),\n{cells})\n"
    return f"{block.text}\n" if isinstance(block, Paragraph) else ""


def _compiled(source: str) -> object:
    compiler = Compiler(source.encode(), font_paths=_fonts(), ignore_system_fonts=True)
    return compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0)


@cache
def _fonts() -> Fonts:
    folder = resources.files("pst_standards.documents.pdf") / "fonts"
    return Fonts(include_system_fonts=False, font_paths=[Path(str(folder))])


def _ours() -> float:
    return statistics.median(_timed(partial(render_pdf, _standard())) for _ in range(_BATCH))


def _timed(work: partial[bytes]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _by_office(office: str) -> float:
    """Return the seconds that LibreOffice takes for a document, of many in one call."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(_BATCH)]
        for file in files:
            file.write_bytes(render_docx(_standard()))
        command = [
            *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder)),
        ]
        # The first call makes the profile.
        subprocess.run([*command, str(files[0])], check=True, capture_output=True)
        started = time.perf_counter()
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
        return (time.perf_counter() - started) / _BATCH


if __name__ == "__main__":
    sys.exit(told(ratios(), rates()))
