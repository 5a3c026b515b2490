"""From the outline to PNG pictures: each page in the shape of its sheet, and on a square one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve

from pst_standards.documents.outline import Block, Document, Heading, Layout, Panels
from pst_standards.documents.pdf.engine import drawn
from pst_standards.documents.pdf.sheet import Sheet, own_sheet, square_sheet
from pst_standards.documents.pdf.writer import document_data
from pst_standards.documents.png.alternative import alternative_text

if TYPE_CHECKING:
    from typst import Compiler

LARGEST: Final = 1_000_000
"""Most bytes of a picture."""

_LONGER_SIDE: Final = 1754
_SQUARE_SIDE: Final = 1440
_SHARES: Final = tuple(0.8**step for step in range(14))
"""Of the full resolution, the next one while a picture is too large."""
_SQUARES_MM: Final = (135.0, 150.0, 165.0, 180.0, 195.0)
"""Small ones have large letters on the screen of a telephone."""
_OF_SEVERAL_MM: Final = (157.0, 165.0, 172.0)
_SKETCH: Final = 10.0
_MM_PER_INCH: Final = 25.4


def render_png(document: Document) -> bytes:
    """Return the first page of ``document`` as a PNG of at most 1 MB; equal documents, equal bytes.

    Raises as ``render_pdf``.
    """
    return _pages(_posted(document), own_sheet(document), _LONGER_SIDE)[0]


def picture_files(document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a document and its alternative text, each by the end of its name.

    First come the pages as the sheet has them, then the same on a square sheet, each of at most
    1 MB, then the text in UTF-8 for the field of a post that says what a picture shows. What is
    listed at the end of a draft for the office itself is left out; the stamp stays.
    """
    posted = _posted(document)
    yield from _named("", _pages(posted, own_sheet(document), _LONGER_SIDE))
    stacked = _stacked(posted)
    yield from _named(".square", _pages(stacked, _square(stacked), _SQUARE_SIDE))
    yield ".alt.txt", alternative_text(stacked).encode()


def _posted(document: Document) -> Document:
    """Return a document without what is for paper and for the office alone."""
    kept = document.blocks[: len(document.blocks) - document.draft_blocks]
    return evolve(document, blocks=kept, draft_blocks=0, draft_note="", qr=False)


def _stacked(document: Document) -> Document:
    """Return a document whose panels stand below each other, as a letter has its parts.

    Its foot says whose it is and which of how many, without the number of the definition.
    """
    blocks = tuple(_below_each_other(document.blocks))
    return evolve(
        document,
        blocks=blocks,
        layout=Layout.LETTER,
        scale=1.0,
        landscape=False,
        identity=None,
    )


def _below_each_other(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Panels):
            yield block
            continue
        for panel in chain.from_iterable(block.columns):
            if panel.title:
                yield Heading(level=2, text=panel.title)
            yield from _below_each_other(panel.blocks)


def _named(shape: str, pages: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    for number, page in enumerate(pages, start=1):
        yield f"{shape}{'' if number == 1 else f'.{number}'}.png", page


def _square(document: Document) -> Sheet:
    """Return the smallest square that holds the whole document.

    Where none does, it is the one of a middling size that needs the fewest pages: a page with a
    line left over says little.
    """
    for side in _SQUARES_MM:
        if _count(document, side) == 1:
            return square_sheet(side)
    return square_sheet(min(_OF_SEVERAL_MM, key=lambda side: _count(document, side)))


def _count(document: Document, side: float) -> int:
    """Return how many pages a document takes on a square, from a sketch of them."""
    data = document_data(document, square_sheet(side))
    return len(drawn(data, partial(_as_png, density=_SKETCH)))


def _pages(document: Document, sheet: Sheet, longer_side: int) -> list[bytes]:
    """Return all pages in the highest of the resolutions in which each is small enough."""
    data = document_data(document, sheet)
    density = longer_side / max(sheet.width, sheet.height) * _MM_PER_INCH
    pages: list[bytes] = []
    for share in _SHARES:
        pages = drawn(data, partial(_as_png, density=density * share))
        if all(len(page) <= LARGEST for page in pages):
            break
    return pages


def _as_png(compiler: Compiler, data: str, density: float) -> list[bytes]:
    made = compiler.compile(format="png", ppi=density, sys_inputs={"document": data})
    return made if isinstance(made, list) else [made or b""]
