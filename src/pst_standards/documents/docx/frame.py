"""What stands around the text: the sheet, the header with its draft stamp, the footer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final

from pst_standards.documents.codes import SIZE_MM, code_picture
from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.pictures import inline_picture
from pst_standards.documents.docx.scope import TEXT_WIDTH, twips
from pst_standards.documents.docx.tables import grid_cell
from pst_standards.documents.docx.xml import (
    DRAWING_IN_TEXT,
    PROLOGUE,
    RELATIONS,
    WORD,
    attribute,
    paragraph,
    text_run,
)
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.identity import foot_line
from pst_standards.documents.letters import width as letters_width
from pst_standards.documents.outline import Document, Layout, Picture
from pst_standards.messages import text

_STRONG: Final = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
# 6.5 points: there to be looked up, not to be read along.
_TINY: Final = '<w:rPr><w:sz w:val="13"/><w:szCs w:val="13"/></w:rPr>'
_NO_RULE: Final = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
# The footer of a small sheet stands a little nearer to the edge when a code is in it.
_FOOT: Final = 624
_HEAD: Final = 567
_FOLDED_HEAD: Final = 284
_CODE_FOOT_MM: Final = 5.5
_WALL_FOOT_MM: Final = 11.0
_CODE_GAP: Final = 170
_BEFORE_CODE: Final = f'<w:ind w:right="{_CODE_GAP}"/>'
_MOST_PAGES: Final = "999"
_AT_END: Final = '<w:jc w:val="right"/>'
# 8.5 points in twips, with a little to spare; letters of an office may be a quarter wider.
_FOOT_LETTERS: Final = 8.5 * 20 * 1.03
_WIDER: Final = 1.25
AFTER_CODE: Final = paragraph(
    "Footer", "", f'{_NO_RULE}<w:spacing w:line="20" w:lineRule="exact"/>'
)
"""Ends a footer that has a table, without taking room."""
_LINE: Final = 'w:val="thinThickSmallGap" w:sz="18" w:space="22" w:color="14304F"'
_BORDERS: Final = (
    '<w:pgBorders w:offsetFrom="page">'
    f"<w:top {_LINE}/><w:left {_LINE}/><w:bottom {_LINE.replace('thinThick', 'thickThin')}/>"
    f"<w:right {_LINE.replace('thinThick', 'thickThin')}/></w:pgBorders>"
)
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
    top, right, bottom, _ = map(twips, document.margins)
    left = width - right - text_width(document)
    turned = ' w:orient="landscape"' if document.landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{_head_distance(document)}" w:footer="{_foot_distance(document)}"'
        ' w:gutter="0"/>'
        f"{_BORDERS * (document.layout is Layout.WALL)}</w:sectPr>"
    )


def _head_distance(document: Document) -> int:
    """Return how far the stamp of a draft stands from the edge: within the line on a wall."""
    if document.layout is Layout.WALL:
        return twips(_WALL_FOOT_MM)
    return _FOLDED_HEAD if document.layout is Layout.FOLDED else _HEAD


def _foot_distance(document: Document) -> int:
    """Return how far the footer stands from the edge; a code needs more of the margin."""
    if document.layout is Layout.WALL:
        return twips(_WALL_FOOT_MM)
    return twips(_CODE_FOOT_MM) if code_picture(document) else _FOOT


def footer_part(document: Document, collected: Collected, width: int = 0) -> str:
    """Return the footer: the document's own text, and "Halaman 1 dari 3" counted by Word.

    The QR code stands at its right; its picture is added to ``collected``. ``width`` is that of
    the text on a sheet of an office's own.
    """
    code = code_picture(document)
    room = width or text_width(document)
    letters = _FOOT_LETTERS * (_WIDER if width else 1)
    shown = _in_cells(document, code, collected, room, letters) or _foot_lines(document, room)
    names = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:wp="{DRAWING_IN_TEXT}"'
    return f"{PROLOGUE}<w:ftr {names}>{shown}</w:ftr>"


def _in_cells(
    document: Document, code: Picture | None, collected: Collected, room: int, letters: float
) -> str:
    """Return the footer beside a code, or a text too long for one line beside the page numbers.

    Behind a text that fills the line, a stop at its end would move nothing.
    """
    rest = room - (twips(SIZE_MM) + _CODE_GAP if code else 0)
    numbers = _numbers_width(document, letters)
    long = numbers and letters_width(document.footer_text) * letters > rest - numbers
    cells = [(rest - numbers, _text_lines(document))] if long else []
    if long:
        shown = paragraph(
            "Footer", _numbers(document), _NO_RULE + _BEFORE_CODE * bool(code) + _AT_END
        )
        cells.append((numbers, shown))
    if code:
        picture = paragraph("FooterCode", inline_picture(code, twips(SIZE_MM), collected))
        cells = cells or [(rest, _foot_lines(document, rest, _NO_RULE))]
        cells = [*cells[:-1], (cells[-1][0] + _CODE_GAP, cells[-1][1]), (twips(SIZE_MM), picture)]
    return _row(room, cells) if cells else ""


def _row(room: int, cells: Sequence[tuple[int, str]]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PstFoot"/><w:tblW w:w="{room}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr>'
        f"{''.join(grid_cell(width, told) for width, told in cells)}</w:tr></w:tbl>{AFTER_CODE}"
    )


def _foot_lines(document: Document, room: int, rule: str = "") -> str:
    """Return the lines of the footer, ``room`` twips wide; ``rule`` takes that above them away."""
    numbers = _numbers(document)
    line = text_run(document.footer_text) + f"<w:r><w:tab/></w:r>{numbers}" * bool(numbers)
    return paragraph("Footer", line, f"{rule}{_tab_stop(room)}") + _identity_line(document)


def _text_lines(document: Document) -> str:
    return paragraph("Footer", text_run(document.footer_text), _NO_RULE) + _identity_line(document)


def _identity_line(document: Document) -> str:
    foot = foot_line(document.identity, document.lang)
    return paragraph("Footer", text_run(foot, _TINY), _NO_RULE) if foot else ""


def _numbers(document: Document) -> str:
    """Return the number of the page and of all pages; a folded sheet has none."""
    if document.layout is Layout.FOLDED:
        return ""
    before, between, after = (
        text_run(part) if part else "" for part in page_text_parts(document.lang)
    )
    return f"{before}{counter('PAGE')}{between}{counter('NUMPAGES')}{after}"


def _numbers_width(document: Document, letters: float) -> int:
    """Return the room in twips that the largest numbers take, and what is kept before them."""
    if document.layout is Layout.FOLDED:
        return 0
    most = _MOST_PAGES.join(page_text_parts(document.lang))
    return round(letters_width(most) * letters) + _CODE_GAP


def stamp(document: Document) -> str:
    """Return the stamp of a draft alone, with all that it refers to, for the header of another."""
    shown = _stamp(document)
    return f'{shown[:4]} xmlns:r="{RELATIONS}" {_VML}{shown[4:]}' if document.draft else ""


def _tab_stop(room: int) -> str:
    """Return the stop at the right edge; the style has that of an upright sheet."""
    if room == TEXT_WIDTH:
        return ""
    return (
        f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/>'
        f'<w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    )


def header_part(document: Document) -> str:
    """Return the header: empty, or the banner and watermark of a draft."""
    shown = _stamp(document) if document.draft else paragraph("Header", "")
    return f'{PROLOGUE}<w:hdr xmlns:w="{WORD}" xmlns:r="{RELATIONS}" {_VML}>{shown}</w:hdr>'


def counter(field: str) -> str:
    """Return a number that Word counts: of the page, or of all pages."""
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
