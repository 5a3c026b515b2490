"""A definition in CPSV-AP 3.2.0, its office in CPOV 2.1.2, under one ``dcat:Dataset``."""

from __future__ import annotations

from pst_standards.model.definition import Definition
from pst_standards.open_data.building import Export, worded
from pst_standards.open_data.graph import Graph, Iri
from pst_standards.open_data.losses import Loss
from pst_standards.open_data.naming import ROOT, Names
from pst_standards.open_data.organisation import complaint_contacts, organisation
from pst_standards.open_data.rules import shared_rules
from pst_standards.open_data.services import public_services


def cpsv_graph(definition: Definition, base: str = "") -> tuple[Graph, tuple[Loss, ...]]:
    """Return the graph of a definition, and the report of what it could not carry.

    ``base`` is the address that names begin with, by default one at which nothing answers.

    >>> from pst_standards.model import Service
    >>> graph, losses = cpsv_graph(Definition(services=(Service(id="library"),)))
    >>> sorted({loss.reason for loss in losses})
    ['no-description', 'no-name', 'no-place']
    """
    export = Export(definition=definition, names=Names(base or _base(definition)))
    root = export.root
    for name in ("format", "lang"):
        root.take(name)
    office = organisation(export)
    services = public_services(office, export)
    _catalogue(office, services, export)
    shared_rules(services, export)
    return export.graph, export.ledger.losses(definition)


def _base(definition: Definition) -> str:
    code = (definition.office.code if definition.office else None) or ""
    return f"{ROOT}id/{code if code.isascii() and code.isalnum() else 'office'}/"


def _catalogue(office: Iri, services: dict[str, list[Iri]], export: Export) -> None:
    graph = export.graph
    dataset = export.names.at("", "catalogue")
    export.identified(dataset, "dcat:Dataset")
    graph.add(dataset, "dct:title", *worded("catalogue.title"))
    graph.add(dataset, "dct:description", *worded("catalogue.description"))
    graph.add(dataset, "dct:publisher", office)
    stage = export.root.take("stage")
    contacts = complaint_contacts(export)
    for named in dict.fromkeys(one for found in services.values() for one in found):
        graph.add(dataset, "dct:hasPart", named)
        graph.add(named, "dct:isPartOf", dataset)
        graph.add(named, "cv:contactPoint", *contacts)
        if stage is not None:
            graph.add(named, "adms:status", export.concept(stage))
