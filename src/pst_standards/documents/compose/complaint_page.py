"""The kind ``complaint-rights``: the rights that an office shows, of three holders."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import on_one_sheet, sheet
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.stated_rights import rights_by_holder
from pst_standards.documents.outline import (
    Block,
    Heading,
    Layout,
    Note,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.model.standard import ServiceStandard


def compose_complaint_rights(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the page of rights, in letters that keep a usual text on one sheet."""
    say = composition.say
    title = say("rights.title")
    office = office_name(composition) or say("rights.this-office")
    blocks = (
        Heading(level=1, text=title),
        Paragraph(text=say("rights.lead", office=office), style=ParagraphStyle.LEAD),
        *rights_by_holder(composition, level=2),
        *_where(composition),
        Note(text=say("rights.free")),
    )
    scale = on_one_sheet(blocks, *sheet(composition, Layout.LETTER, landscape=False))
    return Body(title=title, blocks=blocks, needs_adoption=False, scale=scale)


def _where(composition: Composition) -> Iterator[Block]:
    channels = complaint_channels(composition)
    if channels:
        yield Heading(level=2, text=composition.say("rights.where"))
        yield from listed(channels)
