"""Each service with its standard as ``cpsv:PublicService``."""

from __future__ import annotations

from pst_standards.model.channel import Channel
from pst_standards.model.delivery import FeeKind
from pst_standards.open_data.building import (
    INDONESIAN,
    Export,
    joined,
    worded,
    words,
)
from pst_standards.open_data.graph import Iri, Literal
from pst_standards.open_data.laws import basis, cited, decree
from pst_standards.open_data.losses import Cursor
from pst_standards.open_data.rules import rules_of
from pst_standards.open_data.times import time_limits

_RUPIAH = Iri("http://publications.europa.eu/resource/authority/currency/IDR")
_FREE = (FeeKind.FREE, FeeKind.ZERO_RUPIAH)


def public_services(office: Iri, export: Export) -> dict[str, list[Iri]]:
    """State every service, and return their names by the ids of service and standard.

    A standard without a service is one all the same, and so is a service without a standard.
    """
    services = export.root.parts("services")
    named: dict[str, list[Iri]] = {}
    told: set[str] = set()
    for standard in export.root.parts("standards"):
        wanted = standard.take("service")
        service = next((one for one in services if wanted and one.node.id == wanted), None)
        told.update([service.pointer] if service else [])
        one = _service(standard, service, standard, office, export)
        for ident in dict.fromkeys((standard.node.id, wanted)):
            if ident:
                named.setdefault(ident, []).append(one)
    for service in services:
        if service.pointer not in told:
            one = _service(service, service, None, office, export)
            named.setdefault(service.node.id, []).append(one)
    return named


def _service(
    main: Cursor, service: Cursor | None, standard: Cursor | None, office: Iri, export: Export
) -> Iri:
    graph = export.graph
    named = export.identified(export.names.of("service", main), "cpsv:PublicService")
    graph.add(named, "cv:hasCompetentAuthority", office)
    graph.add(named, "dct:language", export.language(INDONESIAN))
    _said(named, main, service, standard, export)
    channels = _channels(service, named, export) if service else {}
    if standard is not None:
        _standard(standard, named, channels, export)
    return named


def _said(
    named: Iri, main: Cursor, service: Cursor | None, standard: Cursor | None, export: Export
) -> None:
    """State title and description; what is missing is replaced by the next best words."""
    graph = export.graph
    main.take("id")
    names = words(service.take("name")) if service else ()
    titles = words(standard.take("title")) if standard else ()
    best = names or titles
    if not best:
        main.tell("name" if standard is None else "title", "no-name")
        best = worded("service-unnamed", id=main.node.id)
    graph.add(named, "dct:title", *best)
    graph.add(named, "pst:standardTitle", *titles)
    described = _described(named, service, export) if service else ()
    if not described:
        (service or main).tell("description" if service else "title", "no-description")
    graph.add(named, "dct:description", *(described or titles or best))


def _described(named: Iri, service: Cursor, export: Export) -> tuple[Literal, ...]:
    """State other names and users of a service, and return its description."""
    service.take("id")
    for alias in service.take("aliases"):
        export.graph.add(named, "dcat:keyword", *words(alias))
    export.graph.add(named, "pst:users", *words(service.take("users")))
    return words(service.take("description"))


def _channels(service: Cursor, named: Iri, export: Export) -> dict[Channel, Iri]:
    found = {}
    for channel in dict.fromkeys(service.take("channels")):
        pointer = f"{service.pointer}/channels/{channel.value}/{named.value}"
        one = export.names.at(pointer, "channel", named.value.rpartition("/")[2], channel.value)
        export.identified(one, "cv:Channel")
        export.graph.add(one, "dct:type", export.concept(channel))
        export.graph.add(named, "cv:hasChannel", one)
        found[channel] = one
    return found


def _standard(standard: Cursor, named: Iri, channels: dict[Channel, Iri], export: Export) -> None:
    graph = export.graph
    decided = standard.part("decree")
    if decided is not None:
        graph.add(named, "cv:hasLegalResource", *decree(decided, export))
    rested = standard.part("legal_basis")
    for regulation in rested.parts("regulations") if rested else ():
        graph.add(named, "cv:hasLegalResource", *basis(regulation, export))
    _requirements(standard, named, export)
    _products(standard, named, export)
    _costs(standard, named, channels, export)
    time_limits(standard, named, channels, export)
    rules_of(standard, named, export)


def _item(part: Cursor, kind: str, named: Iri, export: Export, *classes: str) -> Iri | None:
    """State an item of a list by its text; nothing for one without a text."""
    said = words(part.node.text)
    if not said:
        return None
    for name in ("id", "text", "channels"):
        part.take(name)
    item = export.names.of(kind, part, named.value.rpartition("/")[2])
    export.identified(item, *classes)
    export.graph.add(item, "dct:title", *said)
    export.graph.add(item, "pst:channel", *map(export.concept, part.node.channels))
    return item


def _requirements(standard: Cursor, named: Iri, export: Export) -> None:
    graph, asked = export.graph, standard.part("requirements")
    for part in asked.parts("items") if asked else ():
        item = _item(part, "requirement", named, export, "cv:Requirement")
        if item is None:
            continue
        graph.add(named, "cv:holdsRequirement", item)
        if part.take("kind"):
            graph.add(item, "dct:type", export.concept(part.node.kind))
        graph.add(item, "pst:case", *words(part.take("case")))
        document = words(part.take("document"))
        if document:
            kind = export.names.at(
                f"{part.pointer}/document", "document", *item.value.split("/")[-2:]
            )
            export.identified(kind, "cv:EvidenceType")
            graph.add(kind, "dct:title", *document)
            graph.add(named, "cv:hasInputType", kind)
    if asked is not None and asked.node.note:
        graph.add(named, "pst:requirementNote", *words(asked.take("note")))


def _products(standard: Cursor, named: Iri, export: Export) -> None:
    made = standard.part("product")
    for part in made.parts("items") if made else ():
        item = _item(part, "output", named, export, "cv:Output")
        if item is not None:
            export.graph.add(named, "cpsv:produces", item)
            formats = [words(one) for one in part.take("formats")]
            export.graph.add(item, "dct:description", *joined(formats, ", "))


def _costs(standard: Cursor, named: Iri, channels: dict[Channel, Iri], export: Export) -> None:
    fee = standard.part("fee")
    if fee is None:
        return
    last = named.value.rpartition("/")[2]
    parts = fee.parts("items")
    if parts:
        for part in parts:
            kind = part.take("kind") or fee.node.kind
            part.take("id")
            amount = 0 if part.take("amount") is None and kind in _FREE else part.node.amount
            lines = [words(part.take(name)) for name in ("text", "unit", "case")]
            _cost(part, export.names.of("cost", part, last), amount, lines, export)
            _paid_through(part, channels, export, last)
            export.graph.add(named, "cv:hasCost", export.names.of("cost", part, last))
        fee.take("kind")
    elif fee.node.kind is not None or fee.node.text:
        one = export.names.at(fee.pointer, "cost", last)
        _cost(fee, one, 0 if fee.take("kind") in _FREE else None, [words(fee.take("text"))], export)
        export.graph.add(named, "cv:hasCost", one)
    export.graph.add(named, "cv:hasLegalResource", *_instrument(fee, export))


def _cost(
    part: Cursor, one: Iri, amount: int | None, lines: list[tuple[Literal, ...]], export: Export
) -> None:
    graph, kind = export.graph, part.node.kind
    export.identified(one, "cv:Cost")
    graph.add(one, "cv:currency", export.typed_concept(_RUPIAH, Literal("IDR", "en")))
    if amount is not None:
        graph.add(one, "cv:hasValue", Literal(f"{amount}.0", datatype="xsd:double"))
    if kind is not None:
        graph.add(one, "dct:type", export.concept(kind))
        lines = lines if any(lines) else [(Literal(kind.id, "id"), Literal(kind.en, "en"))]
    graph.add(one, "dct:description", *joined(lines, "; "))
    graph.add(one, "pst:tariffInstrument", *_instrument(part, export))


def _paid_through(part: Cursor, channels: dict[Channel, Iri], export: Export, last: str) -> None:
    """State the channel that an amount is for; the vocabulary takes one and no more."""
    through = [channels[one] for one in part.node.channels if one in channels]
    if len(part.node.channels) == 1 and through:
        part.take("channels")
        export.graph.add(export.names.of("cost", part, last), "cv:ifAccessedThrough", *through)


def _instrument(part: Cursor, export: Export) -> tuple[Iri, ...]:
    found = cited(part.node.instrument, export)
    if found:
        part.take("instrument")
    return found
