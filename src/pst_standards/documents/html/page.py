"""From the outline to one HTML file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import Final

from pst_standards.documents.codes import code_picture
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.html.blocks import BlockWriter, css_image, letterhead
from pst_standards.documents.html.fragment import fragment
from pst_standards.documents.html.regions import distinct
from pst_standards.documents.html.text import (
    attribute,
    css_string,
    escaped,
    inline,
    plain,
    plain_words,
)
from pst_standards.documents.identity import foot_line, properties
from pst_standards.documents.outline import (
    Block,
    Document,
    Heading,
    Layout,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.documents.row_heights import page_room
from pst_standards.messages import text

_OF_PARTS: Final = 2
_WALL: Final = (8, 9, 22, 9)
# The second net under the escaping: a browser that obeys it runs no script, even if one came in.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render_html(document: Document) -> bytes:
    """Return ``document`` as one HTML file in UTF-8; equal documents give equal bytes.

    One that is ``embedded`` becomes a part of another page, see ``fragment``. ``PictureError`` for
    a picture that is no PNG, JPEG or GIF.

    >>> b"<h1 " in render_html(Document(title="Maklumat", blocks=[Heading(level=1, text="M")]))
    True
    """
    if document.embedded:
        return fragment(document).encode()
    head = f"<header>{letterhead(document.letterhead)}</header>\n" if document.letterhead else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{document.lang}">\n{_head(document)}'
        f'<body{_body_class(document)}>\n{_stamp(document)}<div class="sheet">\n{head}'
        f"<main>\n{distinct(''.join(_sections(document)))}</main>\n"
        f"{_foot(document)}"
        "</div>\n</body>\n</html>\n"
    )
    return page.encode()


def _foot(document: Document) -> str:
    shown = (document.footer_text, foot_line(document.identity, document.lang))
    lines = "".join(f"<p>{escaped(line)}</p>" for line in shown if line)
    return f"<footer>{lines}</footer>\n" if lines else ""


def _body_class(document: Document) -> str:
    names = ["draft"] * document.draft + ["landscape"] * document.landscape
    names += [document.layout.name.lower()] * (document.layout is not Layout.LETTER)
    return f' class="{" ".join(names)}"' if names else ""


def _head(document: Document) -> str:
    facts = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "dcterms.created": document.created.isoformat()[:10] if document.created else "",
        **properties(document.identity, document.lang),
    }
    meta = "".join(
        f'<meta name="{name}" content="{attribute(value)}">\n'
        for name, value in facts.items()
        if value
    )
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{meta}<title>{escaped(' '.join(document.title.split()))}</title>\n"
        f"<style>\n{_stylesheet()}{_page_rule(document)}</style>\n</head>\n"
    )


@cache
def _stylesheet() -> str:
    source = resources.files(__package__) / "style.css"
    return source.read_text(encoding="utf-8")


def _page_rule(document: Document) -> str:
    """Return size, footer and page numbers of the printed sheet."""
    width, height = document.sheet
    top, right, bottom, left = document.margins
    wall = ""
    if document.layout is Layout.WALL:
        # A browser draws nothing in the margin: the line around the sheet stands within the text.
        top, right, bottom, left = _WALL
        wall = f".wall {{ --sheet: {height - top - bottom - 1}mm }}\n"
    before, between, after = map(css_string, page_text_parts(document.lang))
    word = text("documents", "draft.stamp", document.lang) if document.draft else ""
    stamp = f"{word}  {document.draft_note}" if word else ""
    foot = (document.footer_text, foot_line(document.identity, document.lang))
    shown = " \N{MIDDLE DOT} ".join(line for line in foot if line)
    numbers = f"{before} counter(page) {between} counter(pages) {after}"
    numbers = '""' if document.layout is Layout.FOLDED else numbers
    code = code_picture(document)
    image = f' "\\00a0\\00a0" {css_image(code)}' if code else ""
    return (
        f"@page {{ size: {width}mm {height}mm; margin: {top}mm {right}mm {bottom}mm {left}mm;\n"
        f"@top-center {{ content: {css_string(stamp)} }}\n"
        f"@bottom-left {{ content: {css_string(shown)}; width: 70% }}\n"
        f"@bottom-right {{ content: {numbers}{image} }} }}\n"
        f".draft::before {{ content: {css_string(word)} }}\n{wall}{_larger(document.scale)}"
    )


def _larger(scale: float) -> str:
    """Return the size of printed letters; on a screen they are as large as its reader likes."""
    return "" if scale == 1 else f"@media print {{ html {{ font-size: {16 * scale:g}px }} }}\n"


def _stamp(document: Document) -> str:
    if not document.draft:
        return ""
    word = plain(text("documents", "draft.stamp", document.lang))
    note = f" {plain(document.draft_note)}" if document.draft_note else ""
    return f'<aside class="stamp" aria-label="{word}"><strong>{word}</strong>{note}</aside>\n'


def _is_cut(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.CUT


def _sections(document: Document) -> Iterator[str]:
    """Put what stands under a heading of level 2 or 3 into a section.

    Those of level 2 are named by it, and so listed by a screen reader; those of level 3 have the
    same name too often. A line to cut along belongs to the heading below it, with which it stays
    on one page.
    """
    blocks, page = document.blocks, page_room(document)
    writer = BlockWriter(document.lang, document.title, page)
    open_sections = 0
    number = 0
    cut = ""
    for block, following in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, Heading):
            shown = writer.write((block,))
            cut = shown if isinstance(following, Heading) and _is_cut(block) else ""
            yield "" if cut else shown
            continue
        number += 1
        surrounding = max(block.level - 2, 0)
        yield "</section>\n" * (open_sections - surrounding)
        writer = BlockWriter(document.lang, plain_words(block.text), page)
        if block.level > 1:
            named = f' aria-labelledby="s{number}"' * (block.level == _OF_PARTS)
            yield f"<section{named}>\n"
        yield f'{cut}<h{block.level} id="s{number}">{inline(block.text)}</h{block.level}>\n'
        cut = ""
        open_sections = block.level - 1
    yield "</section>\n" * open_sections
