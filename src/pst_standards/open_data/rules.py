"""What stands in the vocabulary only as a rule: procedure, guarantees, pledge, compensation."""

from __future__ import annotations

import attrs

from pst_standards.model.standard import ServiceStandard
from pst_standards.open_data.building import Export, joined, words
from pst_standards.open_data.graph import Iri, Literal
from pst_standards.open_data.laws import cited, decree
from pst_standards.open_data.losses import Cursor


def rules_of(standard: Cursor, service: Iri, export: Export) -> None:
    """State the rules that a service follows by its own standard."""
    last = service.value.rpartition("/")[2]
    for name, kind, describe in (
        ("procedure", "procedure", _steps),
        ("service_guarantee", "guarantee", _text),
        ("safety_guarantee", "safety", _measures),
    ):
        part = standard.part(name)
        described = describe(part) if part is not None else ()
        if part is None or not described:
            continue
        named = export.names.at(part.pointer, "rule", last, kind)
        field = attrs.fields_dict(ServiceStandard)[name].metadata
        titles = (Literal(field["id"], "id"), Literal(field["en"], "en"))
        _rule(named, kind, titles, described, export)
        export.graph.add(named, "cpsv:implements", *cited(field["cite"], export))
        export.graph.add(service, "cpsv:follows", named)


def _rule(
    named: Iri,
    kind: str,
    titles: tuple[Literal, ...],
    described: tuple[Literal, ...],
    export: Export,
) -> None:
    export.identified(named, "cpsv:Rule")
    export.graph.add(named, "dct:title", *titles)
    export.graph.add(named, "dct:description", *described)
    export.graph.add(named, "dct:type", export.rule_kind(kind))


def _steps(procedure: Cursor) -> tuple[Literal, ...]:
    lines = []
    for place, step in enumerate(procedure.parts("steps"), start=1):
        said = words(step.take("text"))
        number = step.take("number") or place
        step.take("id")
        lines.append(tuple(Literal(f"{number}. {one.value}", one.lang) for one in said))
    lines.append(words(procedure.take("note")))
    return joined(lines)


def _text(part: Cursor) -> tuple[Literal, ...]:
    return words(part.take("text"))


def _measures(part: Cursor) -> tuple[Literal, ...]:
    lines = [words(part.take("text"))]
    for measure in part.parts("measures"):
        measure.take("id")
        lines.append(words(measure.take("text")))
    return joined(lines)


def shared_rules(services: dict[str, list[Iri]], export: Export) -> None:
    """State the pledge and the compensation of the office, and which services follow them."""
    every = [one for found in services.values() for one in found]
    maklumat = export.root.part("maklumat")
    if maklumat is not None and words(maklumat.node.pledge):
        pledged = maklumat.take("standards")
        named = export.names.at(maklumat.pointer, "rule", "maklumat")
        titles = (Literal("Maklumat pelayanan", "id"), Literal("Service pledge", "en"))
        _rule(named, "pledge", titles, words(maklumat.take("pledge")), export)
        export.graph.add(named, "cpsv:implements", *cited("UU 25/2009 Pasal 22", export))
        _implements_decree(maklumat, named, export)
        _followed(named, pledged, services, every, export)
    policy = export.root.part("compensation")
    if policy is not None:
        _compensation(policy, services, every, export)


def _compensation(
    policy: Cursor, services: dict[str, list[Iri]], every: list[Iri], export: Export
) -> None:
    titles = (Literal("Kompensasi", "id"), Literal("Compensation", "en"))
    announced = words(policy.node.announcement)
    if announced:
        policy.take("announcement")
        named = export.names.at(policy.pointer, "rule", "compensation")
        _rule(named, "compensation", titles, announced, export)
        _implements_decree(policy, named, export)
        _followed(named, (), services, every, export)
    for rule in policy.parts("rules"):
        described = words(rule.node.text)
        if not described:
            continue
        for name in ("id", "text", "services"):
            rule.take(name)
        named = export.names.of("rule", rule, "compensation")
        trigger = rule.take("trigger")
        opened = (Literal(trigger.id, "id"), Literal(trigger.en, "en")) if trigger else ()
        _rule(named, "compensation", joined([titles, opened], ": "), described, export)
        _implements_decree(policy, named, export)
        _followed(named, rule.node.services, services, every, export)


def _implements_decree(part: Cursor, named: Iri, export: Export) -> None:
    found = part.part("decree")
    if found is not None:
        export.graph.add(named, "cpsv:implements", *decree(found, export))


def _followed(
    named: Iri,
    wanted: tuple[str, ...],
    services: dict[str, list[Iri]],
    every: list[Iri],
    export: Export,
) -> None:
    """State which services follow a rule: those it names, all where it names none."""
    chosen = [one for ident in wanted for one in services.get(ident, ())] if wanted else every
    for service in chosen:
        export.graph.add(service, "cpsv:follows", named)
