"""The kind ``special-needs``: facilities for vulnerable groups, each with its photo and caption.

Special treatment is owed to them at no extra cost (UU 25/2009 Pasal 29 ayat (1) and its
elucidation), and nobody else may use what is made for them (ayat (2)).
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name, picture
from pst_standards.documents.compose.lines import listed, pair, said
from pst_standards.documents.compose.manufacturing import groups_served
from pst_standards.documents.compose.phrases import bare, cited_all, inner, opened
from pst_standards.documents.compose.publications import publication_line
from pst_standards.documents.compose.resources import facility_facts, facility_name
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.formats import long_date
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility, FacilityKind
from pst_standards.model.publication import PublicationKind
from pst_standards.model.staff import Staff
from pst_standards.model.standard import ServiceStandard

_PHOTO_MM = 58.0
_MADE_FOR_GROUPS = frozenset(
    {
        FacilityKind.ACCESS,
        FacilityKind.LACTATION_ROOM,
        FacilityKind.PLAY_AREA,
        FacilityKind.PRIORITY_COUNTER,
    }
)
_CITATIONS = (
    "UU 25/2009 Pasal 29",
    "penjelasan UU 25/2009 Pasal 29 ayat (1)",
    "UU 8/2016 Pasal 19",
    "PermenPANRB 11/2024",
)
_OF_GUIDES = "UU 8/2016 Pasal 106 ayat (2)"


def special_facilities(definition: Definition) -> list[int]:
    """Return the places of facilities that serve a vulnerable group, as they say or as they are."""
    return [
        place
        for place, one in enumerate(definition.facilities)
        if one.groups or one.kind in _MADE_FOR_GROUPS
    ]


def compose_special_needs(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the sheet; where no photo is at hand, it says so."""
    say, title = composition.say, composition.say("special-needs.title")
    office = office_name(composition)
    guides = _guides(composition)
    citations = (*_CITATIONS, *((_OF_GUIDES,) if guides else ()))
    citation = cited_all(citations, composition.lang)
    every = composition.definition.facilities
    # Chosen unwatched: what the others say is not printed.
    shown = [every[place] for place in special_facilities(composition.original)]
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            *([Paragraph(text=office, style=ParagraphStyle.CENTERED)] if office else []),
            Paragraph(text=say("special-needs.lead"), style=ParagraphStyle.LEAD),
            _table(shown, composition),
            Paragraph(text=say("special-needs.reserved")),
            *_assistance(composition),
            *guides,
            small(say("basis", citation=citation)),
        ),
        needs_adoption=False,
    )


def _table(facilities: list[Facility], composition: Composition) -> Table:
    say = composition.say
    return Table(
        columns=(
            Column(title=say("column.number"), share=6, align=Align.CENTER),
            Column(title=say("column.facility"), share=24, heads_row=True),
            Column(title=say("column.description"), share=34),
            Column(title=say("special-needs.photo"), share=36),
        ),
        rows=tuple(
            (
                f"{number}.",
                facility_name(one, composition),
                tuple(_about(one, composition)),
                tuple(_photo(one, composition)),
            )
            for number, one in enumerate(facilities, start=1)
        ),
        origins=tuple(map(pointer_of, facilities)),
    )


def _about(facility: Facility, composition: Composition) -> Iterator[Block]:
    say = composition.say
    if groups := groups_served(facility, composition):
        label = say("label", label=say("special-needs.for"))
        yield Paragraph(text=(Run(text=f"{label} ", strong=True), Run(text=groups)))
    for fact in facility_facts(facility, composition):
        yield Paragraph(text=fact)
    if facility.condition:
        state = inner(facility.condition.term(composition.lang))
        yield Paragraph(text=pair(opened(say("column.condition")), f"{state}.", composition))


def _photo(facility: Facility, composition: Composition) -> Iterator[Block]:
    say, photo = composition.say, facility.photo
    name = facility_name(facility, composition)
    shown = None
    if photo and photo.file:
        alt = bare(composition.words(photo.alt)) or name
        shown = picture(photo, "file", photo.file, composition, alt=alt, width=_PHOTO_MM)
    if photo is None or shown is None:
        yield Paragraph(text=say("special-needs.no-photo"), style=ParagraphStyle.SMALL)
        return
    yield shown
    taken = long_date(photo.taken_on, composition.lang) if photo.taken_on else ""
    caption = say("special-needs.caption", alt=shown.alt, date=taken) if taken else shown.alt
    yield Paragraph(text=caption, style=ParagraphStyle.SMALL)


def _assistance(composition: Composition) -> list[Block]:
    staff = composition.definition.staff or Staff()
    shown = said(staff.assistance, composition)
    return [Heading(level=2, text=composition.say("executors.assistance")), *shown] if shown else []


def _guides(composition: Composition) -> list[Block]:
    every = composition.definition.publications
    guides = listed(
        publication_line(every[place], composition)
        for place, one in enumerate(composition.original.publications)
        if one.kind is PublicationKind.ACCESSIBLE_GUIDE
    )
    return (
        [Heading(level=2, text=composition.say("special-needs.guides")), *guides] if guides else []
    )
