"""Pictures in the line of text, each with its alternative text."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import evolve

from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.scope import Scope, twips
from pst_standards.documents.docx.xml import attribute, paragraph
from pst_standards.documents.images import ImageKind, image_kind
from pst_standards.documents.orientation import Turn, said_upright
from pst_standards.documents.outline import Picture

_EMU_PER_TWIP: Final = 635
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "96DAC541-7B7A-43D3-8B79-37D633B846F1"
# Higher than any sheet would push the picture off the page.
_TALLEST: Final = twips(230)
_QUARTER: Final = 5_400_000


class _Frame(NamedTuple):
    """The size of a picture, the room around it, and how it is turned."""

    size: str
    around: str
    looks: str


def figure(block: Picture, scope: Scope) -> str:
    """Return a picture in a paragraph of its own."""
    return paragraph("Figure", inline_picture(block, scope.width, scope.collected))


def inline_picture(picture: Picture, room: int, collected: Collected) -> str:
    """Return the run that holds a picture, never wider than ``room`` twips."""
    kind = image_kind(picture.data)
    width = min(twips(picture.width), room, _TALLEST * kind.width // kind.height)
    height = width * kind.height // kind.width
    return _drawing(
        _frame(max(width, 1) * _EMU_PER_TWIP, max(height, 1) * _EMU_PER_TWIP, kind.turn),
        relation=collected.image(said_upright(picture.data), kind),
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


def _frame(width: int, height: int, turn: Turn) -> _Frame:
    """Return how a picture of that size is framed: sizes are those before it is turned."""
    looks = f' rot="{turn.quarters * _QUARTER}"' * bool(turn.quarters)
    looks += ' flipH="1"' * turn.mirrored
    if not turn.lies:
        return _Frame(f'cx="{width}" cy="{height}"', "", looks)
    # What a turned picture reaches beyond its frame is room of the line too.
    above, beside = max(height - width, 0) // 2, max(width - height, 0) // 2
    around = f'<wp:effectExtent l="{beside}" t="{above}" r="{beside}" b="{above}"/>'
    return _Frame(f'cx="{height}" cy="{width}"', around, looks)


def _drawing(frame: _Frame, *, relation: str, vector: str, number: int, alt: str) -> str:
    inside = f">{vector}</a:blip>" if vector else "/>"
    name = f'id="{number}" name="Picture {number}" descr="{alt}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {frame.size}/>{frame.around}<wp:docPr {name}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        f' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"{inside}<a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm{frame.looks}><a:off x="0" y="0"/>'
        f"<a:ext {frame.size}/></a:xfrm>"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
