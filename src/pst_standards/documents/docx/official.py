"""What makes a paper official: the letterhead and the signature."""

from __future__ import annotations

from attrs import evolve

from pst_standards.documents.docx.pictures import inline_picture
from pst_standards.documents.docx.scope import TEXT_WIDTH, Scope, twips
from pst_standards.documents.docx.tables import grid_cell
from pst_standards.documents.docx.xml import paragraph, text_run
from pst_standards.documents.head_lines import head_lines
from pst_standards.documents.outline import Letterhead, Picture, Signature

_LARGEST_LOGO_MM = 26.0
_LOGO_MARGIN_MM = 4.0
_HALF = 52
# 9 points in twips, and the margin of the cell beside a logo.
_LINE = 180
_CELL_MARGIN = 113
_MIDDLE = '<w:vAlign w:val="center"/>'
# Above and below an anchor, together as much room as a hand needs.
_ROOM = '<w:spacing w:before="560"/>'
_RULE = paragraph("LetterheadRule", "")


def letterhead(block: Letterhead, scope: Scope) -> str:
    """Return the letterhead with its thick and thin rule, the logo at the left."""
    *parents, name = block.names
    lines = [paragraph("LetterheadParent", text_run(parent)) for parent in parents]
    lines.append(paragraph("LetterheadName", text_run(name)))
    room = scope.width - _logo_column(block.logo, scope) - _CELL_MARGIN
    size = _LINE * scope.titles * scope.wider
    lines += [
        paragraph("LetterheadLine", text_run(head_lines(line, room / size)))
        for line in (block.address, block.contact)
        if line
    ]
    text = "".join(lines)
    return (_beside_logo(block.logo, text, scope) if block.logo else text) + _RULE


def _logo_column(logo: Picture | None, scope: Scope) -> int:
    if logo is None:
        return 0
    size = min(logo.width, _LARGEST_LOGO_MM)
    return min(twips(size + _LOGO_MARGIN_MM), scope.width // 3)


def _beside_logo(logo: Picture, text: str, scope: Scope) -> str:
    size = min(logo.width, _LARGEST_LOGO_MM)
    column = _logo_column(logo, scope)
    picture = inline_picture(evolve(logo, width=size), column, scope.collected)
    rest = scope.width - column
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PstPlain"/><w:tblW w:w="{scope.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{column}"/>'
        f'<w:gridCol w:w="{rest}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f""
        f"{grid_cell(column, paragraph('LetterheadLogo', picture), _MIDDLE)}"
        f"{grid_cell(rest, text, _MIDDLE)}</w:tr></w:tbl>"
    )


def _right_half(width: int) -> str:
    """Return where the right half of a wide text begins; the style has that of an upright sheet."""
    return "" if width == TEXT_WIDTH else f'<w:ind w:left="{width * _HALF // 100}"/>'


def signature(block: Signature, scope: Scope) -> str:
    """Return the signature block; its lines stay on one page."""
    # In a cell the indent that brings the block to the right half of the page has no room.
    direct = '<w:ind w:left="0"/>' if scope.in_table else _right_half(scope.width)
    place = ", ".join(filter(None, (block.place, block.date)))
    above = [line for line in (place, block.title) if line]
    lines = list(zip(("SignaturePlace", "SignatureText"), above, strict=False))
    below = [line for line in (block.identity, block.note) if line]
    under = [("SignatureText", line) for line in below[:-1]]
    under += [("SignatureLast", line) for line in below[-1:]]
    room = _ROOM if block.anchor else ""
    anchor = paragraph("SignatureText", text_run(block.anchor), room + direct) if room else ""
    name = paragraph("SignatureName", text_run(block.name), room + direct)
    return f"{_lines(lines, direct)}{anchor}{name}{_lines(under, direct)}"


def _lines(lines: list[tuple[str, str]], direct: str) -> str:
    return "".join(paragraph(style, text_run(line), direct) for style, line in lines)
