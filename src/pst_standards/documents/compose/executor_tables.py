"""How many executors there are, for which services, and what they can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.manufacturing import competence_lines
from pst_standards.documents.compose.phrases import (
    DASH,
    bare,
    counted,
    item,
    joined,
    sentence,
)
from pst_standards.documents.compose.resources import (
    competence_table,
    group_name,
    service_name,
)
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import Align, Block, Column, Content, Heading, Paragraph, Table
from pst_standards.documents.passages import strung
from pst_standards.model.manufacturing import CompetenceItem, Staffing
from pst_standards.model.staff import AddedExecutors, Staff, StaffGroup
from pst_standards.model.standard import ServiceStandard


def groups(staff: Staff, composition: Composition) -> list[Block]:
    """Return the groups with their services, number and cover, and whoever was added to them."""
    say = composition.say
    blocks: list[Block] = []
    if staff.groups:
        columns = (
            Column(title=say("column.group"), share=28, heads_row=True),
            Column(title=say("column.services"), share=32),
            Column(title=say("column.count"), share=14, align=Align.CENTER),
            Column(title=say("executors.cover"), share=26),
        )
        rows = tuple(_group(one, composition) for one in staff.groups)
        origins = tuple(map(pointer_of, staff.groups))
        blocks.append(Table(columns=columns, rows=rows, origins=origins))
    added = listed(_added(one, composition) for one in staff.additions)
    if added:
        blocks += [Heading(level=3, text=say("executors.additions")), *added]
    return blocks


def _group(group: StaffGroup, composition: Composition) -> tuple[str, ...]:
    known = by_id(composition.definition.services)
    names = (service_name(known[name], composition) for name in group.services if name in known)
    return (
        group_name(group, composition),
        joined(names, composition) or DASH,
        DASH if group.count is None else counted(group.count, composition.lang),
        item(composition.words(group.cover)) or DASH,
    )


def _added(added: AddedExecutors, composition: Composition) -> str:
    text = bare(composition.words(added.text))
    consent = decree_line(composition, added.consent)
    if text and consent:
        return composition.say("executors.added", text=text, consent=consent)
    return text or consent


def numbers(_: Staff, composition: Composition) -> list[Block]:
    """Return the number of executors of each service, with the workload that it rests on."""
    say = composition.say
    told = [one for one in composition.definition.standards if one.staffing]
    columns = (
        Column(title=say("column.service"), share=30, heads_row=True),
        Column(title=say("column.count"), share=16, align=Align.CENTER),
        Column(title=say("executors.posts"), share=16, align=Align.CENTER),
        Column(title=say("executors.workload"), share=38),
    )
    rows = tuple(_number(one, composition) for one in told)
    origins = tuple((*pointer_of(one), "staffing") for one in told)
    return [Table(columns=columns, rows=rows, origins=origins)] if told else []


def _number(standard: ServiceStandard, composition: Composition) -> tuple[str, ...]:
    part, lang = standard.staffing or Staffing(), composition.lang
    told = (sentence(composition.words(one)) for one in (part.workload_basis, part.text))
    return (
        _service(standard, composition),
        DASH if part.count is None else counted(part.count, lang),
        DASH if part.posts is None else counted(part.posts, lang),
        strung(" ", (one for one in told if one)) or DASH,
    )


def _service(standard: ServiceStandard, composition: Composition) -> str:
    service = by_id(composition.definition.services).get(standard.service or "")
    if service is None:
        return standard_title(standard, composition)
    return service_name(service, composition)


def competences(staff: Staff, composition: Composition) -> list[Block]:
    """Return the competences of all executors, and what the standards ask for beyond them.

    Services of which the same is asked stand in one row.
    """
    say = composition.say
    blocks = competence_table(staff.competences, composition)
    rows = tuple(_asked_beyond(staff.competences, composition))
    if rows and blocks:
        blocks.append(Paragraph(text=say("executors.competences-of-service")))
    if rows:
        columns = (
            Column(title=say("column.service"), share=30, heads_row=True),
            Column(title=say("column.competence"), share=70),
        )
        blocks.append(Table(columns=columns, rows=rows))
    return blocks


def _asked_beyond(
    common: Sequence[CompetenceItem], composition: Composition
) -> Iterator[tuple[Content, ...]]:
    known = {_key(one, composition) for one in common}
    services: dict[tuple[Block, ...], list[str]] = {}
    for standard in composition.definition.standards:
        items = standard.competence.items if standard.competence else ()
        others = tuple(one for one in items if _key(one, composition) not in known)
        if told := tuple(competence_lines(others, composition)):
            services.setdefault(told, []).append(_service(standard, composition))
    for told, names in services.items():
        yield joined(names, composition), told


def _key(one: CompetenceItem, composition: Composition) -> str:
    return bare(composition.words(one.text)).casefold()
