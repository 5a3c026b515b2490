"""The kind ``complaint-rights``: the eight rights that an office shows, of three holders.

They come from the catalogue of rights, so that the page says what the handling of cases enforces.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.rights import Holder, Right, rights_of
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import cited_all
from pst_standards.documents.outline import (
    Block,
    Heading,
    Marker,
    Note,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.model.standard import ServiceStandard

_HOLDERS: Final = (Holder.REPORTER, Holder.REPORTED, Holder.EXAMINER)


def compose_complaint_rights(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the page of rights."""
    say = composition.say
    title = say("rights.title")
    office = office_name(composition) or say("rights.this-office")
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            Paragraph(text=say("rights.lead", office=office), style=ParagraphStyle.LEAD),
            *_groups(composition),
            *_where(composition),
            Note(text=say("rights.free")),
        ),
        needs_adoption=False,
    )


def _groups(composition: Composition) -> Iterator[Block]:
    for holder in _HOLDERS:
        yield Heading(level=2, text=composition.say(f"procedure.rights.{holder.value}"))
        yield from listed(right_lines(holder, composition), Marker.LETTER)


def right_line(right: Right, composition: Composition) -> str:
    """Return a right, with the articles that grant it if any do."""
    if not right.in_article:
        return right.text(composition.lang)
    basis = cited_all(right.citations, composition.lang)
    return f"{right.text(composition.lang)} ({basis})"


def right_lines(holder: Holder, composition: Composition) -> list[str]:
    """Return the rights of a holder that pages of offices show, each with its articles."""
    return [right_line(one, composition) for one in rights_of(holder, on_page=True)]


def _where(composition: Composition) -> Iterator[Block]:
    channels = complaint_channels(composition)
    if channels:
        yield Heading(level=2, text=composition.say("rights.where"))
        yield from listed(channels)
