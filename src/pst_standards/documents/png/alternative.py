"""The text of a document, line by line, for whoever cannot see its pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from pst_standards.documents.cleaning import clean
from pst_standards.documents.markdown.markers import written
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pst_standards.messages import text

_INDENT: Final = "  "
_Lines = Iterator[str]


def alternative_text(document: Document) -> str:
    r"""Return what the pictures of a document say, as plain text with a line end after each line.

    >>> alternative_text(Document(title="Maklumat", blocks=[Heading(level=1, text="Maklumat")]))
    'Maklumat\n'
    """
    head = (document.letterhead,) if document.letterhead else ()
    lines = [*_stamp(document), *_all((*head, *document.blocks))]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _stamp(document: Document) -> _Lines:
    if document.draft:
        yield f"{text('documents', 'draft.stamp', document.lang)} {document.draft_note}".rstrip()
        yield ""


def _all(blocks: Iterable[Block]) -> _Lines:
    for block in blocks:
        yield from _WRITERS[type(block)](block)


def _content(content: Content) -> list[str]:
    """Return the lines of a cell or an item, the empty ones left out."""
    lines = [_plain(content)] if isinstance(content, str) else list(_all(content))
    return [line for line in lines if line]


def _plain(told: Inline) -> str:
    whole = told if isinstance(told, str) else "".join(run.text for run in told)
    return " ".join(clean(whole).split())


def _stated(*lines: str) -> _Lines:
    """Yield lines that say something, and an empty one after them."""
    shown = [line for line in map(_plain, lines) if line]
    yield from shown
    if shown:
        yield ""


def _heading(block: Heading) -> _Lines:
    yield from _stated(_plain(block.text))


def _paragraph(block: Paragraph) -> _Lines:
    whole = block.text if isinstance(block.text, str) else "".join(run.text for run in block.text)
    yield from _stated(*whole.split("\n"))


def _item_list(block: ItemList) -> _Lines:
    for place, item in enumerate(block.items):
        first, *rest = _content(item) or [""]
        yield f"{written(block, place)} {first}".rstrip()
        yield from (f"{_INDENT}{line}" for line in rest)
    yield ""


def _table(block: Table) -> _Lines:
    yield from _stated(block.caption)
    titles = [_plain(column.title) for column in block.columns]
    for row in block.rows:
        yield from _row(titles, row)
        yield ""


def _row(titles: Sequence[str], row: Sequence[Content]) -> _Lines:
    """Yield what stands beside titles, each behind its own."""
    for title, cell in zip(titles, row, strict=True):
        lines = _content(cell)
        if len(lines) == 1:
            yield f"{title}: {lines[0]}"
        elif lines:
            yield f"{title}:"
            yield from (f"{_INDENT}{line}" for line in lines)


def _key_values(block: KeyValues) -> _Lines:
    yield from _stated(*(f"{label}: {_plain(value)}" for label, value in block.pairs))


def _clauses(block: Clauses) -> _Lines:
    labels, contents = zip(*block.clauses, strict=True) if block.clauses else ((), ())
    yield from _row(labels, contents)
    yield ""


def _panels(block: Panels) -> _Lines:
    for panel in chain.from_iterable(block.columns):
        yield from _stated(panel.title)
        yield from _all(panel.blocks)


def _picture(block: Picture) -> _Lines:
    yield from _stated(block.alt)


def _letterhead(block: Letterhead) -> _Lines:
    logo = block.logo.alt if block.logo else ""
    yield from _stated(logo, *block.names, block.address, block.contact)


def _signature(block: Signature) -> _Lines:
    where = ", ".join(filter(None, (block.place, block.date)))
    yield from _stated(where, block.title, block.name, block.identity, block.note)


def _note(block: Note) -> _Lines:
    yield from _stated(block.title, _plain(block.text))


def _page_break(_: PageBreak) -> _Lines:
    yield from ()


_WRITERS: Final[Mapping[type, Callable[[Any], _Lines]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: _item_list,
    Table: _table,
    KeyValues: _key_values,
    Clauses: _clauses,
    Panels: _panels,
    Picture: _picture,
    Letterhead: _letterhead,
    Signature: _signature,
    PageBreak: _page_break,
    Note: _note,
}
