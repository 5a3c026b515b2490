"""Each kind of block as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from pst_standards.documents.markdown import tables
from pst_standards.documents.markdown.markers import marker
from pst_standards.documents.markdown.pictures import Pictures
from pst_standards.documents.markdown.text import HARD_BREAK, inline, line, strong
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signature,
    Table,
)

RULE: Final = "---"
_BETWEEN_LISTS: Final = "<!-- -->"
"""Keeps two lists apart, which would otherwise be read as one."""
_ROOM: Final = "&nbsp;"


class BlockWriter:
    """Writes blocks; the pictures among them are gathered for the end of the file."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._writers: Mapping[type, Callable[[Any], str]] = {
            **_SIMPLE,
            Table: lambda block: tables.table(block, pictures),
            ItemList: self._item_list,
            Clauses: self._clauses,
            Picture: pictures.shown,
            Letterhead: self._letterhead,
            Panels: self._panels,
        }

    def write(self, blocks: Sequence[Block]) -> str:
        """Return the blocks with an empty line between them."""
        return "\n\n".join(self._shown(blocks))

    def _shown(self, blocks: Sequence[Block]) -> Iterator[str]:
        previous: Block | None = None
        for block in blocks:
            shown = self._writers[type(block)](block)
            if not shown:
                continue
            if isinstance(block, ItemList) and isinstance(previous, ItemList):
                yield _BETWEEN_LISTS
            yield shown
            previous = block

    def _item_list(self, block: ItemList) -> str:
        items = [
            _item(marker(block, place), self._content(item))
            for place, item in enumerate(block.items)
        ]
        loose = any("\n\n" in item for item in items)
        return ("\n\n" if loose else "\n").join(items)

    def _panels(self, block: Panels) -> str:
        shown = (
            self.write((*([Heading(level=2, text=one.title)] if one.title else []), *one.blocks))
            for stack in block.columns
            for one in stack
        )
        return "\n\n".join(filter(None, shown))

    def _content(self, content: Content) -> str:
        if isinstance(content, str):
            return inline(content)
        shown = list(self._shown(content))
        # A list directly below a line of text belongs to it, without an empty line.
        tight = len(content) == len(shown) and all(
            isinstance(above, Paragraph) and isinstance(below, ItemList)
            for above, below in pairwise(content)
        )
        return ("\n" if tight and _stands_alone(content) else "\n\n").join(shown)

    def _clauses(self, block: Clauses) -> str:
        return "\n\n".join(
            shown
            for label, told in block.clauses
            for shown in (strong(label), self._content(told))
            if shown
        )

    def _letterhead(self, block: Letterhead) -> str:
        names = HARD_BREAK.join(filter(None, map(strong, block.names)))
        rest = inline("\n".join(filter(None, (block.address, block.contact))))
        logo = self._pictures.shown(block.logo) if block.logo else ""
        return "\n\n".join(filter(None, (logo, names, rest, RULE)))


def _stands_alone(content: Sequence[Block]) -> bool:
    """Tell whether a list may follow a line: one that starts above 1 may not break a paragraph."""
    return all(not isinstance(one, ItemList) or one.start == 1 for one in content)


def _item(mark: str, shown: str) -> str:
    """Return an item, what follows its first line indented to belong to it."""
    indent = " " * (len(mark.split(" ", 1)[0]) + 1)
    lines = shown.split("\n")
    rest = "".join(f"\n{indent}{one}" if one else "\n" for one in lines[1:])
    return f"{mark}{lines[0]}{rest}".rstrip(" ")


def _heading(block: Heading) -> str:
    return f"{'#' * block.level} {inline(block.text, ' ')}".rstrip()


def _paragraph(block: Paragraph) -> str:
    shown = inline(block.text)
    if not shown:
        return ""
    if block.style is ParagraphStyle.QUOTE:
        return quoted(shown)
    return f"{RULE}\n\n{shown}" if block.style is ParagraphStyle.CUT else shown


def quoted(shown: str) -> str:
    """Return text set apart as a quotation."""
    return "\n".join(f"> {one}".rstrip() for one in shown.split("\n"))


def _key_values(block: KeyValues) -> str:
    lines = [
        f"{line(label)}: {inline(value, ' ')}".strip() if line(label) else inline(value, " ")
        for label, value in block.pairs
    ]
    return HARD_BREAK.join(filter(None, lines))


def _signature(block: Signature) -> str:
    place = ", ".join(filter(None, (block.place, block.date)))
    above = [line(one) for one in (place, block.title) if line(one)]
    below = [line(one) for one in (block.identity, block.note) if line(one)]
    return HARD_BREAK.join(
        [*above, line(block.anchor) or _ROOM, *filter(None, (strong(block.name),)), *below]
    )


def _note(block: Note) -> str:
    return quoted("\n\n".join(filter(None, (strong(block.title), inline(block.text)))))


def _page_break(_: PageBreak) -> str:
    return RULE


_SIMPLE: Final[Mapping[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    KeyValues: _key_values,
    Signature: _signature,
    PageBreak: _page_break,
    Note: _note,
}
