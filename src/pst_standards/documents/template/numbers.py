"""Which numbers a template has used, so that what is added gets others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pst_standards.documents.docx.collected import Taken
from pst_standards.documents.docx.numbering import list_kinds, lists_behind_styles
from pst_standards.documents.template.package import Package
from pst_standards.documents.template.tree import SPACES, Element, Slot, parse

LISTS: Final = "lists"
"""Name of the slot for the lists of a document."""
OWN_RELATIONS: Final = 8
"""How many references a document made with a template adds besides those of its content."""

_RELATION: Final = re.compile(r"rId([0-9]{1,6})")
_ROOT: Final = f'<w:numbering xmlns:w="{SPACES["w"]}">'.encode()
_STYLE_LISTS: Final = 2


def taken_by(package: Package) -> tuple[Taken, int, int]:
    """Return the numbers used, the last list before ours, and the number of our first kind."""
    numbering = package.tree("numbering")
    lists = 0 if numbering is None else _highest(numbering, "w:num", "w:numId")
    kinds = 0 if numbering is None else _highest(numbering, "w:abstractNum", "w:abstractNumId") + 1
    used = [
        int(found[1])
        for links in package.links.values()
        for link in links
        if (found := _RELATION.fullmatch(link.identity))
    ]
    every = [*package.trees.values()]
    taken = Taken(
        relations=max(used, default=0) + OWN_RELATIONS,
        lists=lists + _STYLE_LISTS,
        drawings=max((_highest(one, "wp:docPr", "id") for one in every), default=0),
        # Two more are for the marks of the content.
        bookmarks=max((_highest(one, "w:bookmarkStart", "w:id") for one in every), default=0) + 2,
        picture="pst",
    )
    return taken, lists, kinds


def with_lists(root: Element | None, lists: int, kinds: int) -> Element:
    """Return the lists of a template with ours behind them, and a slot for those of a document."""
    found = parse(_ROOT + b"</w:numbering>") if root is None else root
    added = parse(
        _ROOT + f"{list_kinds(kinds)}{lists_behind_styles(lists, kinds)}</w:numbering>".encode()
    )
    _insert(found, added.elements("w:abstractNum"), ("w:num", "w:numIdMacAtCleanup"))
    _insert(found, [*added.elements("w:num"), Slot(LISTS)], ("w:numIdMacAtCleanup",))
    return found


def _insert(root: Element, new: Iterable[Element | Slot], before: tuple[str, ...]) -> None:
    place = next(
        (
            number
            for number, one in enumerate(root.children)
            if isinstance(one, Element) and one.name in before
        ),
        len(root.children),
    )
    root.children[place:place] = new


def _highest(root: Element, name: str, attribute: str) -> int:
    values = (one.get(attribute) for one in root.walk() if one.name == name)
    return max((int(one) for one in values if one.isdigit() and len(one) < 10), default=0)  # noqa: PLR2004
