"""The kind ``booklet``: all standards of the office, with all that a user needs beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from pst_standards.documents.compose import office_profile, resources
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.complaint_contacts import channel_table, responsible
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.form import form
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.maklumat import pledge, signature
from pst_standards.documents.compose.opening_hours import opening_hours
from pst_standards.documents.compose.phrases import proper
from pst_standards.documents.compose.publications import publication_table
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.outline import (
    Block,
    Heading,
    ItemList,
    Marker,
    PageBreak,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.documents.passages import strung
from pst_standards.model.standard import ServiceStandard

_Part: TypeAlias = tuple[str, list[Block]]


def compose_booklet(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the booklet: the office first, then each standard, then complaints and the rest."""
    parts = [
        *_named(composition, _BEFORE),
        *(_standard(one, composition) for one in composition.definition.standards),
        *_named(composition, _AFTER),
    ]
    title = composition.say("booklet.title")
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            *_subtitle(composition),
            Paragraph(text=composition.say("booklet.contents")),
            ItemList(items=tuple(name for name, _ in parts), marker=Marker.DECIMAL),
            *_numbered(parts),
        ),
    )


def _subtitle(composition: Composition) -> Iterator[Block]:
    office = composition.definition.office
    joined = office.integrated_service if office else None
    lines = (proper(composition.words(joined.name)) if joined else "", office_name(composition))
    if shown := strung("\n", (line for line in lines if line)):
        yield Paragraph(text=shown, style=ParagraphStyle.CENTERED)


def _numbered(parts: list[_Part]) -> Iterator[Block]:
    for number, (name, blocks) in enumerate(parts, start=1):
        if isinstance(blocks[0], PageBreak):
            yield blocks.pop(0)
        yield Heading(level=2, text=f"{number}. " + name)
        yield from blocks


def _named(
    composition: Composition, writers: dict[str, Callable[[Composition], list[Block]]]
) -> Iterator[_Part]:
    for name, write in writers.items():
        if blocks := write(composition):
            yield composition.say(f"booklet.{name}"), blocks


def _standard(standard: ServiceStandard, composition: Composition) -> _Part:
    blocks: list[Block] = [PageBreak()]
    if decree := decree_line(composition, standard.decree):
        blocks.append(Paragraph(text=composition.say("standard.set-by", decree=decree)))
    return standard_title(standard, composition), [*blocks, *form(standard, 3, composition)]


def _maklumat(composition: Composition) -> list[Block]:
    maklumat = composition.definition.maklumat
    if maklumat is None:
        return []
    return [*pledge(maklumat, composition), signature(maklumat, composition)]


def _complaints(composition: Composition) -> list[Block]:
    complaints = composition.definition.complaints
    if complaints is None:
        return []
    title = composition.say("procedure.responsible")
    return [
        *channel_table(complaints, composition),
        Heading(level=3, text=title),
        *responsible(complaints, composition),
    ]


_BEFORE: Final[dict[str, Callable[[Composition], list[Block]]]] = {
    "profile": office_profile.profile,
    "hours": opening_hours,
    "services": resources.services,
    "maklumat": _maklumat,
}
_AFTER: Final[dict[str, Callable[[Composition], list[Block]]]] = {
    "complaints": _complaints,
    "facilities": resources.facilities,
    "staff": resources.staff,
    "survey": resources.survey,
    "publications": publication_table,
    "information-officer": office_profile.information_officer,
}
