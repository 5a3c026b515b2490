"""What the office serves with: its services, facilities, executors and survey."""

from __future__ import annotations

from collections.abc import Mapping

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.grouping import by_kind, channel_names
from pst_standards.documents.compose.head import picture
from pst_standards.documents.compose.lines import listed, pair, said
from pst_standards.documents.compose.manufacturing import groups_served
from pst_standards.documents.compose.office_profile import facts
from pst_standards.documents.compose.phrases import (
    DASH,
    bare,
    cited,
    counted,
    figure,
    inner,
    item,
    joined,
    money,
    opened,
    sentence,
)
from pst_standards.documents.compose.publications import publication_line
from pst_standards.documents.outline import Align, Block, Column, Content, Heading, Paragraph, Table
from pst_standards.documents.passages import strung
from pst_standards.messages.stops import stopped
from pst_standards.model.base import Text
from pst_standards.model.channel import Channel
from pst_standards.model.facility import Facility
from pst_standards.model.manufacturing import CompetenceItem
from pst_standards.model.service import Service
from pst_standards.model.staff import StaffGroup
from pst_standards.model.survey import SurveyPlan

_PHOTO_MM = 110.0


def services(composition: Composition) -> list[Block]:
    """Return the services with their users and channels."""
    shown = composition.definition.services
    if not shown:
        return []
    say = composition.say
    columns = (
        Column(title=say("column.number"), share=6, align=Align.CENTER),
        Column(title=say("column.service"), share=24, heads_row=True),
        Column(title=say("column.description"), share=42),
        Column(title=say("column.channels"), share=28),
    )
    rows = tuple(
        (
            f"{number}.",
            service_name(one, composition),
            _about(one, composition),
            _channels(one, composition),
        )
        for number, one in enumerate(shown, start=1)
    )
    return [Table(columns=columns, rows=rows)]


def service_name(service: Service, composition: Composition) -> str:
    """Return the name of a service."""
    return item(composition.words(service.name)) or composition.say("service.unnamed")


def _about(service: Service, composition: Composition) -> Content:
    users = bare(composition.words(service.users))
    lines = (
        sentence(composition.words(service.description)),
        composition.say("service.users", users=users) if users else "",
    )
    return tuple(Paragraph(text=line) for line in lines if line) or DASH


def _channels(service: Service, composition: Composition) -> Content:
    reasons: Mapping[str, Text] = service.missing_channels
    blocks: list[Block] = []
    if names := channel_names(service.channels, composition):
        blocks.append(Paragraph(text=names))
    for channel in Channel:
        if reason := item(composition.words(reasons.get(channel.value))):
            name = channel.term(composition.lang)
            line = composition.say("service.missing-channel", channel=name, reason=reason)
            blocks.append(Paragraph(text=line))
    return tuple(blocks) or DASH


def facilities(composition: Composition) -> list[Block]:
    """Return the facilities as a table, and their photos below it."""
    shown = composition.definition.facilities
    if not shown:
        return []
    say = composition.say
    columns = (
        Column(title=say("column.number"), share=7, align=Align.CENTER),
        Column(title=say("column.facility"), share=28, heads_row=True),
        Column(title=say("column.description"), share=36),
        Column(title=say("column.condition"), share=14),
        Column(title=say("column.groups"), share=26),
    )
    rows = tuple(_facility(number, one, composition) for number, one in enumerate(shown, start=1))
    photos = [block for one in shown for block in _photo(one, composition)]
    if photos:
        photos.insert(0, Heading(level=3, text=say("facility.photos")))
    return [Table(columns=columns, rows=rows), *photos]


def _facility(number: int, one: Facility, composition: Composition) -> tuple[Content, ...]:
    lang = composition.lang
    return (
        f"{number}.",
        facility_name(one, composition),
        strung(" ", facility_facts(one, composition)) or DASH,
        one.condition.term(lang) if one.condition else DASH,
        opened(groups_served(one, composition)) or DASH,
    )


def facility_name(facility: Facility, composition: Composition) -> str:
    """Return the name of a facility."""
    return item(composition.words(facility.name)) or composition.say("facility.unnamed")


def facility_facts(facility: Facility, composition: Composition) -> list[str]:
    """Return sentences about a facility: what it is and has, how many there are, what it costs."""
    count, lang = facility.count, composition.lang
    features, label = features_of(facility, composition), composition.say("facility.features")
    told = (
        sentence(composition.words(facility.description)),
        stopped(pair(label, features, composition)) if features else "",
        composition.say("facility.count", count=figure(count, lang)) if count else "",
        _facility_fee(facility.fee, composition),
    )
    return [one for one in told if one]


def features_of(facility: Facility, composition: Composition) -> str:
    """Return what belongs to a facility, within a sentence."""
    features = (inner(item(composition.words(one))) for one in facility.features)
    return joined(features, composition)


def _facility_fee(fee: int | None, composition: Composition) -> str:
    if fee is None:
        return ""
    if fee == 0:
        return composition.say("facility.free")
    return composition.say("facility.fee", amount=money(fee, composition.lang))


def _photo(facility: Facility, composition: Composition) -> list[Block]:
    photo = facility.photo
    if photo is None:
        return []
    name = facility_name(facility, composition)
    alt = bare(composition.words(photo.alt)) or name
    shown = picture(photo, "file", photo.file, composition, alt=alt, width=_PHOTO_MM)
    return [shown, Paragraph(text=name)] if shown else []


def staff(composition: Composition) -> list[Block]:
    """Return the groups of executors, their competences, and the guarantee they give."""
    part = composition.definition.staff
    if part is None:
        return []
    return [
        *said(part.guarantee, composition),
        *_groups(part.groups, composition),
        *_competences(part.competences, composition),
    ]


def _competences(items: tuple[CompetenceItem, ...], composition: Composition) -> list[Block]:
    shown = competence_table(items, composition)
    heading = Heading(level=3, text=composition.say("staff.competences"))
    return [heading, *shown] if shown else []


def competence_table(items: tuple[CompetenceItem, ...], composition: Composition) -> list[Block]:
    """Return competences by dimension; a list where none has one, nothing where there is none."""
    say = composition.say
    shown = tuple(
        by_kind(
            items,
            lambda one: one.dimension,
            lambda one: item(composition.words(one.text)),
            composition,
        )
    )
    if not shown:
        return []
    if not any(name for name, _ in shown):
        return listed(shown[0][1])
    columns = (
        Column(title=say("column.dimension"), share=3, heads_row=True),
        Column(title=say("column.competence"), share=7),
    )
    rows = tuple((name or DASH, tuple(listed(lines))) for name, lines in shown)
    return [Table(columns=columns, rows=rows)]


def _groups(groups: tuple[StaffGroup, ...], composition: Composition) -> list[Block]:
    if not groups:
        return []
    say, known = composition.say, by_id(composition.definition.services)
    counts = [one.count for one in groups]
    columns = [
        Column(title=say("column.group"), share=5, heads_row=True),
        Column(title=say("column.services"), share=7),
        Column(title=say("column.count"), share=3, align=Align.CENTER),
    ]
    rows = [
        (
            group_name(one, composition),
            joined(
                (service_name(known[name], composition) for name in one.services if name in known),
                composition,
            )
            or DASH,
            counted(count, composition.lang) if count is not None else DASH,
        )
        for one, count in zip(groups, counts, strict=True)
    ]
    if not any(count is not None for count in counts):
        columns.pop()
        return [Table(columns=tuple(columns), rows=tuple(row[:2] for row in rows))]
    return [Table(columns=tuple(columns), rows=tuple(rows))]


def group_name(group: StaffGroup, composition: Composition) -> str:
    """Return the name of a group of executors, that of its role where it has none."""
    if name := item(composition.words(group.name)):
        return name
    return group.role.term(composition.lang) if group.role else composition.say("staff.unnamed")


def survey(composition: Composition) -> list[Block]:
    """Return which survey measures satisfaction, how often, and its published results."""
    plan = composition.definition.survey
    if plan is None:
        return []
    say = composition.say
    known = by_id(composition.definition.publications)
    results = listed(
        publication_line(known[name], composition) for name in plan.results if name in known
    )
    return [
        *survey_plan(composition),
        *([Heading(level=3, text=say("survey.results")), *results] if results else []),
    ]


def survey_plan(composition: Composition) -> list[Block]:
    """Return which survey measures satisfaction and how often."""
    plan = composition.definition.survey
    if plan is None:
        return []
    return [*said(plan.text, composition), *facts(_plan(plan, composition))]


def _plan(plan: SurveyPlan, composition: Composition) -> list[tuple[str, str]]:
    say, lang, months = composition.say, composition.lang, plan.period_months
    every = say("survey.every", months=counted(months, lang)) if months else ""
    return [
        (say("survey.instrument"), plan.instrument.term(lang) if plan.instrument else ""),
        (say("survey.carried-by"), plan.carried_by.term(lang) if plan.carried_by else ""),
        (say("survey.basis"), cited(plan.basis, lang)),
        (say("survey.period"), every),
        (say("survey.method"), bare(composition.words(plan.method))),
    ]
