"""The kinds ``maklumat-landscape`` and ``maklumat-bilingual``: the pledge on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import SMALLEST, fitted, sheet
from pst_standards.documents.compose.maklumat import compose_maklumat, number_line, pledge
from pst_standards.documents.compose.maklumat import signature as signature_of
from pst_standards.documents.outline import (
    Block,
    Heading,
    Lang,
    Layout,
    Panel,
    Panels,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.model.definition import Definition
from pst_standards.model.maklumat import Maklumat, PledgeElements
from pst_standards.model.standard import ServiceStandard

_OTHER: Final[dict[Lang, Lang]] = {"id": "en", "en": "id"}
_GAP_MM: Final = 12.0


def compose_maklumat_landscape(composition: Composition, standard: ServiceStandard | None) -> Body:
    """Compose the maklumat on a sheet that lies, in letters as large as it takes."""
    upright = compose_maklumat(composition, standard)
    width, room = sheet(composition, Layout.WALL, landscape=True)
    return evolve(
        upright,
        landscape=True,
        layout=Layout.WALL,
        scale=fitted(upright.blocks, width, room) or SMALLEST,
    )


def compose_maklumat_bilingual(composition: Composition, _one: ServiceStandard | None) -> Body:
    """Compose the maklumat in both languages side by side, over one signature."""
    maklumat = composition.definition.maklumat or Maklumat()
    other = evolve(composition, lang=_OTHER[composition.lang])
    panels = [_side(composition, maklumat, None), _side(other, maklumat, other.lang)]
    title = " / ".join(one.say("maklumat.title-beside") for one in (composition, other))
    width, room = sheet(composition, Layout.WALL, landscape=True)
    blocks = (
        Heading(level=1, text=title, formal=True),
        *_numbered(maklumat, composition),
        Panels(columns=[[one] for one in panels], gap=_GAP_MM, framed=False),
        signature_of(maklumat, composition),
    )
    return Body(
        title=title,
        blocks=blocks,
        dated=maklumat.date,
        landscape=True,
        layout=Layout.WALL,
        scale=fitted(blocks, width - _GAP_MM, room) or SMALLEST,
    )


def _numbered(maklumat: Maklumat, composition: Composition) -> Iterator[Block]:
    if numbered := number_line(maklumat, composition):
        yield Paragraph(text=numbered, style=ParagraphStyle.CENTERED)


def _side(composition: Composition, maklumat: Maklumat, lang: Lang | None) -> Panel:
    title = composition.say(f"language.{composition.lang}")
    return Panel(title=title, blocks=tuple(pledge(maklumat, composition)), lang=lang)


def in_two_languages(definition: Definition) -> bool:
    """Tell whether the maklumat is there in both languages."""
    maklumat = definition.maklumat
    if maklumat is None:
        return False
    elements = maklumat.elements or PledgeElements()
    of_elements = (elements.capability, elements.improvement, elements.sanction)
    # Elements are shown only where there is no wording.
    shown = (maklumat.pledge,) if maklumat.pledge else (*of_elements, elements.compensation)
    return all(one.id and one.en for one in shown if one) and any(shown)
