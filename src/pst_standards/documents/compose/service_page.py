"""The kind ``service-page``: the service page of the office, as a part of its website.

Each part ends with the documents that the office has published about it, as the pages of BPS do.
A part of which nothing is stated is left out, for an empty heading tells a reader nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from pst_standards.documents.compose import office_profile, resources
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.complaint_contacts import channel_table, responsible
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.form import component_content, component_title
from pst_standards.documents.compose.lines import listed, qualified, said
from pst_standards.documents.compose.maklumat import pledge
from pst_standards.documents.compose.manufacturing import groups_served
from pst_standards.documents.compose.opening_hours import opening_hours
from pst_standards.documents.compose.publications import publication_links
from pst_standards.documents.compose.resources import facility_name, features_of
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.compose.tiers import rule_blocks
from pst_standards.documents.outline import Block, Heading, Paragraph, Run
from pst_standards.model.component import SERVICE_DELIVERY
from pst_standards.model.facility import Facility
from pst_standards.model.publication import PublicationKind
from pst_standards.model.standard import ServiceStandard
from pst_standards.open_data.schema_org import script_element

_Writer: TypeAlias = Callable[[Composition], list[Block]]


def compose_service_page(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the page; what it shows of a standard are the components of its delivery."""
    title = composition.say("service-page.title")
    return Body(
        title=title,
        blocks=(Heading(level=1, text=title), *_parts(composition)),
        embedded=True,
        linked_data=script_element(composition.definition, composition.lang),
    )


def _parts(composition: Composition) -> Iterator[Block]:
    for name, (write, kinds) in _PARTS.items():
        blocks = write(composition)
        links = publication_links(composition, kinds)
        if not blocks and not links:
            continue
        if not _is_headed(blocks):
            yield Heading(level=2, text=composition.say(f"service-page.{name}"))
        yield from blocks
        if blocks and links:
            part = composition.say(f"service-page.{name}")
            yield Heading(level=3, text=composition.say("service-page.documents", part=part))
        yield from listed(links)


def _is_headed(blocks: Sequence[Block]) -> bool:
    """Tell whether a part brings its own headings, as the standards do, one each."""
    first = blocks[0] if blocks else None
    return isinstance(first, Heading) and first.level == 2  # noqa: PLR2004 - that of a part


def _standards(composition: Composition) -> list[Block]:
    return [
        block
        for standard in composition.definition.standards
        for block in _standard(standard, composition)
    ]


def _standard(standard: ServiceStandard, composition: Composition) -> Iterator[Block]:
    yield Heading(level=2, text=standard_title(standard, composition))
    if decree := decree_line(composition, standard.decree):
        yield Paragraph(text=composition.say("standard.set-by", decree=decree))
    for component in SERVICE_DELIVERY:
        yield Heading(level=3, text=component_title(component, composition))
        yield from _below(component_content(component, standard, composition))


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks whose headings stand below one of the lowest level."""
    for block in blocks:
        if isinstance(block, Heading):
            text = block.text if isinstance(block.text, str) else block.text[0].text
            yield Paragraph(text=(Run(text=text, strong=True),))
        else:
            yield block


def _maklumat(composition: Composition) -> list[Block]:
    maklumat = composition.definition.maklumat
    return pledge(maklumat, composition) if maklumat else []


def _compensation(composition: Composition) -> list[Block]:
    policy = composition.definition.compensation
    if policy is None:
        return []
    told = said(policy.announcement, composition)
    for number, rule in enumerate(policy.rules, start=1):
        told += rule_blocks(rule, number, composition)
    if told:
        told.append(Paragraph(text=composition.say("compensation.not-damages")))
    return told


def _facilities(composition: Composition) -> list[Block]:
    say, shown = composition.say, composition.definition.facilities
    everyone = listed(_with_features(one, "", composition) for one in shown if not one.groups)
    special = listed(
        _with_features(one, groups_served(one, composition), composition)
        for one in shown
        if one.groups
    )
    if special:
        special.insert(0, Heading(level=3, text=say("service-page.special-needs")))
    return [*everyone, *special]


def _with_features(facility: Facility, groups: str, composition: Composition) -> str:
    """Return the name of a facility, whom it serves, and in brackets what belongs to it."""
    name = facility_name(facility, composition)
    shown = composition.say("facility.for", name=name, groups=groups) if groups else name
    return qualified(shown, [features_of(facility, composition)])


def _complaints(composition: Composition) -> list[Block]:
    complaints = composition.definition.complaints
    if complaints is None:
        return []
    say = composition.say
    return [
        *said(complaints.text, composition),
        *channel_table(complaints, composition),
        Heading(level=3, text=say("procedure.responsible")),
        *responsible(complaints, composition),
    ]


def _nothing(_: Composition) -> list[Block]:
    return []


_OF: Final = PublicationKind
_PARTS: Final[dict[str, tuple[_Writer, tuple[PublicationKind | None, ...]]]] = {
    "about": (office_profile.profile, (_OF.PROFILE,)),
    "hours": (opening_hours, ()),
    "services": (resources.services, ()),
    "standards": (_standards, ()),
    "standard-documents": (_nothing, (_OF.STANDARD,)),
    "tariff": (_nothing, (_OF.TARIFF,)),
    "maklumat": (_maklumat, (_OF.MAKLUMAT,)),
    "compensation": (_compensation, (_OF.COMPENSATION,)),
    "facilities": (_facilities, (_OF.FACILITIES, _OF.ACCESSIBLE_GUIDE)),
    "staff": (resources.staff, ()),
    "survey": (resources.survey_plan, (_OF.SURVEY_RESULT,)),
    "complaints": (_complaints, (_OF.COMPLAINT_PROCEDURE, _OF.COMPLAINT_REPORT)),
    "rights": (_nothing, (_OF.RIGHTS,)),
    "information-officer": (office_profile.information_officer, ()),
    "other": (_nothing, (_OF.PAGE, _OF.OTHER, None)),
}
"""The parts in their order, and the kinds of documents that are listed at the end of each."""
