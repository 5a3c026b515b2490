"""Each kind of block as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from pst_standards.documents.head_lines import head_parts
from pst_standards.documents.html.panels import panels
from pst_standards.documents.html.tables import clauses, key_values, table
from pst_standards.documents.html.text import attribute, inline, plain
from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Heading,
    ItemList,
    KeyValues,
    Lang,
    Letterhead,
    Marker,
    Note,
    NoteKind,
    PageBreak,
    Panels,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signature,
    Table,
)
from pst_standards.documents.row_heights import A4, PageRoom
from pst_standards.messages import text

_PIXELS_PER_MM: Final = 96 / 25.4
_MARKERS: Final = {
    Marker.DECIMAL: ' type="1"',
    Marker.LETTER: ' type="a"',
    Marker.ROMAN: ' type="i"',
    Marker.DECIMAL_PAREN: ' class="decimal-paren"',
    Marker.LETTER_PAREN: ' class="letter-paren"',
}
_Writers: TypeAlias = Mapping[type, Callable[[Any], str]]


class BlockWriter:
    """Writes blocks in one language; ``place`` names where they stand, for who hears the page."""

    def __init__(self, lang: Lang, place: str = "", page: PageRoom = A4) -> None:
        region = text("documents", "table.region", lang, {"place": " ".join(place.split())})
        self._writers: _Writers = {
            **_SIMPLE,
            ItemList: partial(_item_list, write=self.write),
            Clauses: partial(clauses, write=self.write),
            Table: partial(table, write=self.write, region=region, page=page),
            Panels: partial(panels, write=self.write),
        }

    def write(self, blocks: Sequence[Block]) -> str:
        """Return the blocks one after the other; a heading among them is none of the document."""
        return "".join(self._writers[type(block)](block) for block in blocks)


def picture(block: Picture) -> str:
    """Return a picture with its bytes inside."""
    kind = image_kind(block.data)
    width = max(round(block.width * _PIXELS_PER_MM), 1)
    height = max(width * kind.height // kind.width, 1)
    return (
        f'<img src="{_address(block, kind.extension)}"'
        f' alt="{attribute(block.alt)}" width="{width}" height="{height}">'
    )


def css_image(block: Picture) -> str:
    """Return a picture as a style sheet names it, its alternative text with it."""
    return f'url("{_address(block, image_kind(block.data).extension)}")'


def _address(block: Picture, media: str) -> str:
    data = block.data
    if block.vector:
        # As an image an SVG runs no script and loads nothing.
        media, data = "svg+xml", block.vector.encode()
    return f"data:image/{media};base64,{b64encode(data).decode('ascii')}"


def letterhead(block: Letterhead) -> str:
    """Return the letterhead, the logo before the names."""
    *parents, name = block.names
    lines = [f'<p class="parent">{plain(parent)}</p>' for parent in parents]
    lines.append(f'<p class="name">{plain(name)}</p>')
    lines += [f"<p>{plain(block.address)}</p>"] * bool(block.address)
    whole = " ".join(f"<span>{plain(part)}</span>" for part in head_parts(block.contact) if part)
    lines += [f"<p>{whole}</p>"] * bool(whole)
    logo = picture(block.logo) if block.logo else ""
    return f'<div class="letterhead">{logo}<div>{"".join(lines)}</div></div>\n'


def _heading(block: Heading) -> str:
    return f'<p class="subheading">{inline(block.text)}</p>'


def _paragraph(block: Paragraph) -> str:
    if block.style is ParagraphStyle.QUOTE:
        return f"<blockquote><p>{inline(block.text)}</p></blockquote>\n"
    style = "" if block.style is ParagraphStyle.BODY else f' class="{block.style}"'
    return f"<p{style}>{inline(block.text)}</p>\n"


def _item_list(block: ItemList, write: Callable[[Sequence[Block]], str]) -> str:
    items = "".join(f"<li>{_content(item, write)}</li>" for item in block.items)
    if not block.ordered:
        boxes = ' class="boxes"' if block.marker is Marker.BOX else ""
        return f"<ul{boxes}>{items}</ul>\n"
    start = f' start="{block.start}"' if block.start > 1 else ""
    return f"<ol{_MARKERS[block.marker]}{start}>{items}</ol>\n"


def _content(content: Content, write: Callable[[Sequence[Block]], str]) -> str:
    return plain(content) if isinstance(content, str) else write(content)


def _figure(block: Picture) -> str:
    return f'<p class="centered">{picture(block)}</p>\n'


def _signature(block: Signature) -> str:
    place = ", ".join(filter(None, (block.place, block.date)))
    lines = [f"<p>{plain(line)}</p>" for line in (place, block.title) if line]
    if block.anchor:
        lines.append(f'<p class="anchor">{plain(block.anchor)}</p>')
    lines.append(f'<p class="signer">{plain(block.name)}</p>')
    lines += [f"<p>{plain(line)}</p>" for line in (block.identity, block.note) if line]
    return f'<div class="signature">{"".join(lines)}</div>\n'


def _note(block: Note) -> str:
    style = "note warning" if block.kind is NoteKind.WARNING else "note"
    title = f'<p class="subheading">{plain(block.title)}</p>' if block.title else ""
    return f'<div class="{style}" role="note">{title}<p>{inline(block.text)}</p></div>\n'


def _page_break(_: PageBreak) -> str:
    return '<div class="page-break"></div>\n'


_SIMPLE: Final[_Writers] = {
    Heading: _heading,
    Paragraph: _paragraph,
    KeyValues: key_values,
    Picture: _figure,
    Letterhead: letterhead,
    Signature: _signature,
    PageBreak: _page_break,
    Note: _note,
}
