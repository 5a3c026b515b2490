"""What stands around the text: the sheet, the header with its draft stamp, the footer."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from pst_standards.documents.docx.scope import TEXT_WIDTH, twips
from pst_standards.documents.docx.xml import (
    PROLOGUE,
    RELATIONS,
    WORD,
    attribute,
    paragraph,
    text_run,
)
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.identity import foot_line
from pst_standards.documents.outline import Document
from pst_standards.messages import text

_RIGHT_MARGIN_MM: Final = 20
_STRONG: Final = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
# 6.5 points: there to be looked up, not to be read along.
_TINY: Final = '<w:rPr><w:sz w:val="13"/><w:szCs w:val="13"/></w:rPr>'
_NO_RULE: Final = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
_VML: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def text_width(document: Document) -> int:
    """Return the width of the text: the same on an upright A4 and F4, else all there is.

    >>> text_width(Document(title="Register", blocks=(), landscape=True))
    14287
    """
    return twips(document.text_width)


def section_properties(document: Document) -> str:
    """Return sheet and margins; what F4 is wider than A4 goes to the binding at the left.

    >>> from pst_standards.documents.outline import Paper
    >>> 'w:w="12189" w:h="18709"' in section_properties(
    ...     Document(title="Maklumat", blocks=(), paper=Paper.F4)
    ... )
    True
    """
    width, height = map(twips, document.sheet)
    right = twips(_RIGHT_MARGIN_MM)
    left = width - right - text_width(document)
    turned = ' w:orient="landscape"' if document.landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="1134" w:right="{right}" w:bottom="1304" w:left="{left}"'
        ' w:header="567" w:footer="624" w:gutter="0"/></w:sectPr>'
    )


def footer_part(document: Document, width: int | None = None) -> str:
    """Return the footer: the document's own text, and "Halaman 1 dari 3" counted by Word."""
    before, between, after = (
        text_run(part) if part else "" for part in page_text_parts(document.lang)
    )
    numbers = f"{before}{_counter('PAGE')}{between}{_counter('NUMPAGES')}{after}"
    line = f"{text_run(document.footer_text)}<w:r><w:tab/></w:r>{numbers}"
    shown = paragraph("Footer", line, _tab_stop(width or text_width(document)))
    if foot := foot_line(document.identity, document.lang):
        shown += paragraph("Footer", text_run(foot, _TINY), _NO_RULE)
    return f'{PROLOGUE}<w:ftr xmlns:w="{WORD}">{shown}</w:ftr>'


def stamp(document: Document) -> str:
    """Return the stamp of a draft alone, with all that it refers to, for the header of another."""
    shown = _stamp(document)
    return f'{shown[:4]} xmlns:r="{RELATIONS}" {_VML}{shown[4:]}' if document.draft else ""


def _tab_stop(width: int) -> str:
    """Return the stop at the right edge of a wide sheet; the style has that of the others."""
    if width == TEXT_WIDTH:
        return ""
    return (
        f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/>'
        f'<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    )


def header_part(document: Document) -> str:
    """Return the header: empty, or the banner and watermark of a draft."""
    shown = _stamp(document) if document.draft else paragraph("Header", "")
    return f'{PROLOGUE}<w:hdr xmlns:w="{WORD}" xmlns:r="{RELATIONS}" {_VML}>{shown}</w:hdr>'


def _counter(field: str) -> str:
    return f'<w:fldSimple w:instr=" {field} ">{text_run("1")}</w:fldSimple>'


def _stamp(document: Document) -> str:
    word = text("documents", "draft.stamp", document.lang)
    reason = text_run(f"  {document.draft_note}") if document.draft_note else ""
    return paragraph("DraftBanner", f"{text_run(word, _STRONG)}{reason}{_watermark(word)}")


@cache
def _watermark(word: str) -> str:
    """Return the word across the page, under the name by which Word finds its own watermarks."""
    source = resources.files(__package__) / "parts" / "watermark.xml"
    return source.read_text(encoding="utf-8").strip().replace("@WORD@", attribute(word))
