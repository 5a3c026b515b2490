"""From the outline to one Markdown file."""

from __future__ import annotations

from pst_standards.documents.identity import foot_line, stated
from pst_standards.documents.markdown.blocks import RULE, BlockWriter, quoted
from pst_standards.documents.markdown.pictures import Pictures
from pst_standards.documents.markdown.text import HARD_BREAK, line
from pst_standards.documents.outline import Document
from pst_standards.messages import text


def render_markdown(document: Document) -> bytes:
    r"""Return ``document`` as CommonMark with tables, in UTF-8; equal documents give equal bytes.

    Letters and Roman numbers of a list stand as text behind a bullet, for Markdown numbers in
    figures only; blocks within a cell become lines. ``PictureError`` for a picture that is no PNG,
    JPEG or GIF.

    >>> from pst_standards.documents.outline import Heading
    >>> render_markdown(Document(title="Maklumat", blocks=[Heading(level=1, text="Maklumat")]))
    b'# Maklumat\n'
    """
    pictures = Pictures()
    writer = BlockWriter(pictures)
    head = (document.letterhead,) if document.letterhead else ()
    parts = (
        _stamp(document),
        writer.write((*head, *document.blocks)),
        _foot(document),
        pictures.definitions(),
        _comment(document),
    )
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _foot(document: Document) -> str:
    told = (document.footer_text, foot_line(document.identity, document.lang))
    lines = list(filter(None, map(line, told)))
    return f"{RULE}\n\n{HARD_BREAK.join(lines)}" if lines else ""


def _comment(document: Document) -> str:
    """Return what the file says of itself, where no reader sees it."""
    facts = stated(document.identity, document.lang)
    return f"<!-- {' '.join(facts)} -->" if facts else ""


def _stamp(document: Document) -> str:
    if not document.draft:
        return ""
    word = text("documents", "draft.stamp", document.lang)
    return quoted(f"**{word}** {line(document.draft_note)}".rstrip())
