"""Files and definitions in which something was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from pst_standards.definitions import loads
from pst_standards.documents.identity import anchor
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition

Parts: TypeAlias = dict[str, bytes]
Repack: TypeAlias = Callable[[bytes, Callable[[Parts], object]], bytes]
MAIN = "word/document.xml"
COMPONENTS = [one.value for one in Component]
RUN_TEXT = re.compile(r'(<w:t xml:space="preserve">)([^<]+)(</w:t>)')


def lost_anchors(parts: Parts) -> None:
    parts[MAIN] = re.sub(rb"<w:bookmark(?:Start|End)[^>]*>", b"", parts[MAIN])


def lost_properties(parts: Parts) -> None:
    del parts["docProps/custom.xml"]


def row_of(name: str, page: str) -> tuple[int, int]:
    """Return where the row of a component begins and ends in a document part."""
    start = page.index(f'w:name="{anchor(("standards", 0, name))}"')
    following = page.find("pst_standards", start + 60)
    return start, len(page) if following < 0 else following


def edited(name: str) -> Callable[[Parts], None]:
    """Change the last text of a component's row."""

    def work(parts: Parts) -> None:
        page = parts[MAIN].decode()
        start, end = row_of(name, page)
        # Up to the end of the row: what follows the last row of a table is no part of it.
        end = page.index("</w:tr>", page.rindex("</w:pPr>", start, page.index("</w:tr>", start)))
        *_, last = RUN_TEXT.finditer(page, start, end)
        page = f"{page[: last.start(2)]}{last[2]}, kecuali Jumat{page[last.end(2) :]}"
        parts[MAIN] = page.encode()

    return work


def changed(raw: Mapping[str, Any], path: tuple[str | int, ...], new: str) -> Definition:
    data: Any = deepcopy(dict(raw))
    owner = data
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = new
    return loads(data)
