"""Panels: beside each other on paper and on a wide screen, one below the other on a narrow one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pst_standards.documents.html.text import attribute, inline, plain
from pst_standards.documents.outline import Block, Heading, Panel, Panels


def panels(block: Panels, write: Callable[[Sequence[Block]], str]) -> str:
    """Return the columns in the order in which they are read; the style sheet lays them out."""
    names = "panels framed" if block.framed else "panels"
    columns = " ".join(f"minmax(0,{block.widths[place]}fr)" for place in block.places)
    looks = f"--columns:{columns};--gap:{block.gap:g}mm;--height:{block.height:g}mm"
    shown = "".join(
        f'<div class="{_class(stack)}" style="order:{block.places.index(number)}">'
        f"{''.join(_panel(panel, write) for panel in stack)}</div>\n"
        for number, stack in enumerate(block.columns)
    )
    return f'<div class="{names}" style="{looks}">\n{shown}</div>\n'


def _class(stack: Sequence[Panel]) -> str:
    return "column middle" if len(stack) == 1 and stack[0].middle else "column"


def _panel(panel: Panel, write: Callable[[Sequence[Block]], str]) -> str:
    shown = "".join(_blocks(panel.blocks, write))
    lang = f' lang="{panel.lang}"' if panel.lang else ""
    name = attribute(panel.title)
    if not name:
        return f'<div class="panel"{lang}>{shown}</div>'
    return (
        f'<section class="panel"{lang} aria-label="{name}">'
        f'<h2 class="panel-title">{plain(panel.title)}</h2>\n{shown}</section>'
    )


def _blocks(blocks: Sequence[Block], write: Callable[[Sequence[Block]], str]) -> Iterator[str]:
    """Yield the blocks; headings of a panel are headings of the document, unlike those in cells."""
    for block in blocks:
        if isinstance(block, Heading):
            yield f"<h{block.level}>{inline(block.text)}</h{block.level}>\n"
        else:
            yield write((block,))
