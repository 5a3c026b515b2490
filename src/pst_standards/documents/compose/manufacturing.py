"""The eight components of manufacturing as the text of the ministry's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.grouping import under_kinds
from pst_standards.documents.compose.lines import labelled, listed, noted, pair, said
from pst_standards.documents.compose.phrases import (
    counted,
    inner,
    item,
    joined,
    proper,
    regulation,
    sentence,
)
from pst_standards.documents.outline import Block, Marker, Paragraph
from pst_standards.documents.passages import strung
from pst_standards.model.base import Text
from pst_standards.model.facility import Facility
from pst_standards.model.manufacturing import (
    Competence,
    CompetenceItem,
    InternalSupervision,
    LegalBasis,
    PerformanceEvaluation,
    SafetyGuarantee,
    ServiceGuarantee,
    Staffing,
    StandardFacilities,
)


def legal_basis(part: LegalBasis, composition: Composition) -> list[Block]:
    """Return the regulations in their long official form, numbered."""
    return listed(
        (
            regulation(one.citation or "", composition.words(one.title), composition.lang)
            for one in part.regulations
        ),
        Marker.DECIMAL,
    )


def facilities(part: StandardFacilities, composition: Composition) -> list[Block]:
    """Return the facilities by name, with the groups that each serves."""
    known = by_id(composition.definition.facilities)
    used = (known[name] for name in part.items if name in known)
    lines = (facility_line(one, composition) for one in used)
    return [*listed(lines, Marker.DECIMAL), *noted(part.note, composition)]


def facility_line(facility: Facility, composition: Composition) -> str:
    """Return the name of a facility and whom it serves."""
    name = item(composition.words(facility.name)) or item(composition.words(facility.description))
    groups = groups_served(facility, composition)
    return composition.say("facility.for", name=name, groups=groups) if name and groups else name


def groups_served(facility: Facility, composition: Composition) -> str:
    """Return the vulnerable groups that a facility serves, within a sentence."""
    return joined((inner(one.term(composition.lang)) for one in facility.groups), composition)


def competence(part: Competence, composition: Composition) -> list[Block]:
    """Return the competences by dimension."""
    return competence_lines(part.items, composition)


def competence_lines(items: Sequence[CompetenceItem], composition: Composition) -> list[Block]:
    """Return competences under the name of each dimension."""
    return under_kinds(
        items,
        lambda one: one.dimension,
        lambda one: item(composition.words(one.text)),
        composition,
    )


def internal_supervision(part: InternalSupervision, composition: Composition) -> list[Block]:
    """Return who supervises, and how."""
    supervisor = proper(composition.words(part.supervisor))
    who = composition.say("supervision.by", supervisor=supervisor) if supervisor else ""
    text = sentence(composition.words(part.text))
    if supervisor and supervisor.casefold() in text.casefold():
        who = ""
    shown = f"{who} {text}".strip()
    return [Paragraph(text=shown)] if shown else []


def staffing(part: Staffing, composition: Composition) -> list[Block]:
    """Return how many executors serve, and on what workload the number rests."""

    def sentences() -> Iterator[str]:
        if part.count is not None:
            key = "staffing.count.one" if part.count == 1 else "staffing.count"
            yield composition.say(key, count=counted(part.count, composition.lang))
        if basis := composition.words(part.workload_basis):
            yield composition.say("staffing.basis", basis=inner(basis))
        yield sentence(composition.words(part.text))

    shown = strung(" ", filter(None, sentences()))
    return [Paragraph(text=shown)] if shown else []


def service_guarantee(part: ServiceGuarantee, composition: Composition) -> list[Block]:
    """Return the guarantee."""
    return said(part.text, composition)


def safety_guarantee(part: SafetyGuarantee, composition: Composition) -> list[Block]:
    """Return the measures by what they protect."""
    measures = under_kinds(
        part.measures,
        lambda one: one.kind,
        lambda one: item(composition.words(one.text)),
        composition,
    )
    return [*said(part.text, composition), *measures]


def performance_evaluation(part: PerformanceEvaluation, composition: Composition) -> list[Block]:
    """Return how often executors are evaluated, how, by which measures, and what follows."""
    months = part.period_months
    key = "evaluation.period.one" if months == 1 else "evaluation.period"
    facts = (
        composition.say(key, months=counted(months, composition.lang)) if months else "",
        _named("method", part.method, composition),
    )
    indicators = listed(item(composition.words(one.text)) for one in part.indicators)
    follow_up = _named("follow-up", part.follow_up, composition)
    return [
        *(Paragraph(text=fact) for fact in facts if fact),
        *labelled(composition.say("evaluation.indicators"), indicators, composition),
        *([Paragraph(text=follow_up)] if follow_up else []),
    ]


def _named(name: str, wording: Text | None, composition: Composition) -> str:
    shown = sentence(composition.words(wording))
    return pair(composition.say(f"evaluation.{name}"), shown, composition) if shown else ""
