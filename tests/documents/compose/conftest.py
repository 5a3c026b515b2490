"""An office that shows every corner of a definition, and a plain text of what is composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from pst_standards.complaints.secrecy import Identity, Vault, taken
from pst_standards.definitions.assembling import loads
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pst_standards.model.definition import Definition
from tests.documents.compose.complaint_cases import WHO

HERE = Path(__file__).parent
Tell: TypeAlias = Callable[[Document], str]


@pytest.fixture(scope="session")
def data() -> Mapping[str, Any]:
    """Return the office as plain data, to be changed by a copy."""
    import yaml

    read: Mapping[str, Any] = yaml.safe_load((HERE / "kantor.yaml").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="session")
def office() -> Definition:
    return loads((HERE / "kantor.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def pictures() -> Mapping[str, bytes]:
    picture = (HERE.parent / "logo.png").read_bytes()
    return {"logo.png": picture, "foto/landai.png": picture}


@pytest.fixture
def tell() -> Tell:
    """Return a document as indented text: what it says and in which order, not how it looks."""
    return lambda document: "\n".join(_document(document)) + "\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    """Whoever complains, opened for a paper."""
    folder = tmp_path_factory.mktemp("vault")
    vault = Vault.at(folder / "v.db", key_file=folder / "k")
    return vault.open(vault.seal(taken(dict(WHO))), officer="A1", reason="mencetak tanda terima")


@pytest.fixture
def sealed() -> Identity:
    """The same, not opened."""
    return taken(dict(WHO))


def _document(document: Document) -> Iterator[str]:
    yield f"title: {document.title}"
    if document.draft:
        yield f"draft: {document.draft_note}"
    if head := document.letterhead:
        yield f"head: {' / '.join(head.names)} | {head.address} | {head.contact}"
        yield f"logo: {head.logo is not None}"
    yield from _blocks(document.blocks, "")
    yield f"footer: {document.footer_text}"


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from (indent + line for line in _TELLERS[type(block)](block))


def _inline(text: Inline) -> str:
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _items(block: ItemList) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        marker = f"({number})" if block.ordered else "-"
        yield from _hung(item, f"{marker} ")


def _hung(content: Content, head: str) -> Iterator[str]:
    lines = [content] if isinstance(content, str) else list(_blocks(content, ""))
    for number, line in enumerate(lines or [""]):
        yield (head if number == 0 else " " * len(head)) + line


def _table(block: Table) -> Iterator[str]:
    yield "| " + " | ".join(column.title for column in block.columns)
    for row in block.rows:
        for number, cell in enumerate(row):
            yield from _hung(cell, "+ " if number == 0 else "  ")


def _panels(block: Panels) -> Iterator[str]:
    for number, stack in enumerate(block.columns, start=1):
        yield f"column {number} of {len(block.columns)}"
        for panel in stack:
            yield f"[{panel.title}]"
            yield from _blocks(panel.blocks, "  ")


def _signature(block: Signature) -> Iterator[str]:
    lines = (block.place, block.date, block.title, block.name, block.identity, block.note)
    yield f"signature: {' | '.join(lines)}".replace("\n", " / ")


_TELLERS: Mapping[type, Callable[[Any], Iterable[str]]] = {
    Heading: lambda block: [f"{'#' * block.level} {_inline(block.text)}"],
    Paragraph: lambda block: [_inline(block.text)],
    ItemList: _items,
    Table: _table,
    KeyValues: lambda block: [f"{label} : {_inline(value)}" for label, value in block.pairs],
    Signature: _signature,
    Clauses: lambda block: [
        line for label, told in block.clauses for line in _hung(told, f"{label} : ")
    ],
    Picture: lambda block: [f"picture: {block.alt}"],
    PageBreak: lambda _: ["--- page ---"],
    Panels: _panels,
    Note: lambda block: [f"note: {block.title}", _inline(block.text)],
}
