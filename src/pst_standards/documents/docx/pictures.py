"""Pictures in the line of text, each with its alternative text."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.scope import Scope, twips
from pst_standards.documents.docx.xml import attribute, paragraph
from pst_standards.documents.images import ImageKind, image_kind
from pst_standards.documents.outline import Picture

_EMU_PER_TWIP: Final = 635
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "96DAC541-7B7A-43D3-8B79-37D633B846F1"
# Higher than any sheet would push the picture off the page.
_TALLEST: Final = twips(230)


def figure(block: Picture, scope: Scope) -> str:
    """Return a picture in a paragraph of its own."""
    return paragraph("Figure", inline_picture(block, scope.width, scope.collected))


def inline_picture(picture: Picture, room: int, collected: Collected) -> str:
    """Return the run that holds a picture, never wider than ``room`` twips."""
    kind = image_kind(picture.data)
    width = min(twips(picture.width), room, _TALLEST * kind.width // kind.height)
    height = width * kind.height // kind.width
    return _drawing(
        size=f'cx="{max(width, 1) * _EMU_PER_TWIP}" cy="{max(height, 1) * _EMU_PER_TWIP}"',
        relation=collected.image(picture.data, kind),
        vector=_vector(picture, kind, collected),
        number=collected.drawing_number(),
        alt=attribute(picture.alt),
    )


def _vector(picture: Picture, kind: ImageKind, collected: Collected) -> str:
    """Return the same picture as SVG, for a Word that draws it; an older one shows the other."""
    if not picture.vector:
        return ""
    drawn = evolve(kind, extension="svg")
    relation = collected.image(picture.vector.encode(), drawn)
    return (
        f'<a:extLst><a:ext uri="{{{_SVG_EXTENSION}}}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
        f' r:embed="{relation}"/></a:ext></a:extLst>'
    )


def _drawing(*, size: str, relation: str, vector: str, number: int, alt: str) -> str:
    inside = f">{vector}</a:blip>" if vector else "/>"
    name = f'id="{number}" name="Picture {number}" descr="{alt}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        f' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"{inside}<a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
