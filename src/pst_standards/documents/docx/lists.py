"""Lists: real list styles, each list with a numbering of its own so that it starts anew."""

from __future__ import annotations

from typing import Final

from pst_standards.documents.docx.scope import Scope
from pst_standards.documents.docx.xml import paragraph, runs, text_run
from pst_standards.documents.outline import Block, Content, ItemList, Paragraph

DEEPEST_LEVEL: Final = 3
_CONTINUED: Final = ("ListContinue", "ListContinue2", "ListContinue3", "ListContinue3")


def item_list(block: ItemList, scope: Scope) -> str:
    """Return the paragraphs of a list."""
    level = min(scope.depth, DEEPEST_LEVEL)
    number = scope.collected.list_number(block.marker, level, block.start)
    style = _in_table("ListNumber" if block.ordered else "ListBullet", scope)
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    inside = scope.in_item()
    return "".join(_item(item, style, properties, inside) for item in block.items)


def continued_style(scope: Scope) -> str:
    """Return the style of a paragraph that goes on below an item's first."""
    return _in_table(_CONTINUED[min(scope.depth - 1, DEEPEST_LEVEL)], scope)


def _item(item: Content, style: str, properties: str, inside: Scope) -> str:
    if isinstance(item, str):
        return paragraph(style, text_run(item), properties)
    first, rest = _first_line(item)
    head = "" if first is None else runs(first.text, inside.collected)
    return paragraph(style, head, properties) + inside.write(rest, inside)


def _first_line(item: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    """Part an item into the paragraph that carries the marker and what follows it."""
    if item and isinstance(item[0], Paragraph):
        return item[0], item[1:]
    return None, item


def _in_table(style: str, scope: Scope) -> str:
    return f"Table{style}" if scope.in_table else style
