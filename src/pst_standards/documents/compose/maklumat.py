"""The kind ``maklumat``: the pledge of the office, ready to be signed and hung up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import SCALES, SMALLEST, head_height, height, sheet
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import item, sentence
from pst_standards.documents.compose.signing import head_signing, signed
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import (
    Block,
    Heading,
    Layout,
    Marker,
    Paragraph,
    ParagraphStyle,
    Signature,
)
from pst_standards.model.maklumat import Maklumat, PledgeElements
from pst_standards.model.standard import ServiceStandard

_FILLED: Final = 0.88
_LARGEST: Final = 1.48
"""Larger letters would break the name of the office and of who signs."""
_HEAD_GROWS: Final = 2.0


def compose_maklumat(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the maklumat in the office's own words, its elements where it has no wording."""
    maklumat = composition.definition.maklumat or Maklumat()
    title = composition.say("maklumat.title")
    numbered = number_line(maklumat, composition)
    blocks = (
        Heading(level=1, text=title, formal=True),
        *([Paragraph(text=numbered, style=ParagraphStyle.CENTERED)] if numbered else []),
        *pledge(maklumat, composition),
        signature(maklumat, composition),
    )
    return Body(
        title=title,
        blocks=blocks,
        scale=_scale(blocks, composition),
        dated=maklumat.date,
        number=((maklumat.decree.number if maklumat.decree else None) or "").strip(),
    )


def _scale(blocks: Sequence[Block], composition: Composition) -> float:
    """Return how large the letters can be, so that the sheet is filled and holds all of it."""
    width, room = sheet(composition, Layout.LETTER, landscape=False)
    head = head_height(composition)
    # The letterhead grows with the letters, and what stands beside it takes more lines.
    fits = (
        one
        for one in SCALES
        if one <= _LARGEST
        and height(blocks, width / one) * one + head * (one - 1) * _HEAD_GROWS <= room * _FILLED
    )
    return next(fits, SMALLEST)


def number_line(maklumat: Maklumat, composition: Composition) -> str:
    """Return the number of the maklumat, empty when it has none."""
    number = maklumat.decree.number if maklumat.decree else None
    return composition.say("maklumat.number", number=number) if number else ""


def pledge(maklumat: Maklumat, composition: Composition) -> list[Block]:
    """Return the wording of the pledge, its elements as points where it has none."""
    if wording := sentence(composition.words(maklumat.pledge)):
        return [Paragraph(text=wording, style=ParagraphStyle.QUOTE)]
    elements = _elements(maklumat.elements or PledgeElements(), composition)
    if not elements:
        gap = composition.gap(maklumat, "pledge")
        return [Paragraph(text=gap, style=ParagraphStyle.QUOTE)]
    opening = Paragraph(text=composition.say("maklumat.opening"), style=ParagraphStyle.LEAD)
    return [opening, *listed(elements, Marker.DECIMAL)]


def _elements(elements: PledgeElements, composition: Composition) -> list[str]:
    stated = (
        elements.capability,
        elements.improvement,
        elements.sanction,
        elements.compensation,
    )
    return [item(composition.words(one)) for one in stated if one]


def signature(maklumat: Maklumat, composition: Composition) -> Signature:
    """Return who signs the maklumat, where and when: the head of the office unless it says."""
    decree = maklumat.decree
    return signed(
        composition,
        place=maklumat.place or (decree.place if decree else None),
        date=maklumat.date,
        signer=maklumat.signer or head_signing(composition, decree),
        decree=decree,
        at=pointer_of(maklumat) or ("maklumat",),
    )
