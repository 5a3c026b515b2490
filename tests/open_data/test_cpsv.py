from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, XSD, Literal, URIRef
from rdflib.compare import isomorphic

from pst_standards.definitions import read_data
from pst_standards.model import (
    Channel,
    CompensationPolicy,
    Complaints,
    Definition,
    Fee,
    FeeKind,
    LegalBasis,
    Limit,
    Maklumat,
    Office,
    Procedure,
    Reference,
    Service,
    ServiceStandard,
    Step,
    Text,
    TimeLimit,
    TimeScope,
    TimeUnit,
)
from pst_standards.open_data import export
from pst_standards.testing.strategies import parts

Check = Callable[[rdflib.Graph], str]
CV, DCT = rdflib.Namespace("http://data.europa.eu/m8g/"), rdflib.DCTERMS
CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")
PST = rdflib.Namespace("https://pst-standards.example/ns#")
SKOS = rdflib.SKOS


def graph_of(definition: Definition) -> rdflib.Graph:
    return rdflib.Graph().parse(data=export(definition, "cpsv-ttl").text, format="turtle")


def linked_graph_of(definition: Definition) -> rdflib.Graph:
    data = export(definition, "cpsv-jsonld").text
    with warnings.catch_warnings():
        # The reader of rdflib calls what rdflib itself has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return rdflib.Graph().parse(data=data, format="json-ld")


def with_limits(*limits: Limit) -> Definition:
    service = Service(id="a", name=Text("Buku"), channels=(Channel.IN_PERSON, Channel.ONLINE))
    standard = ServiceStandard(id="a", service="a", time_limit=TimeLimit(limits=limits))
    return Definition(services=(service,), standards=(standard,))


def limit(value: int, unit: TimeUnit, **more: Any) -> Limit:
    return Limit(value=value, unit=unit, scope=TimeScope.WHOLE_PROCESS, **more)


def some(cls: type[Any]) -> st.SearchStrategy[Any]:
    return st.lists(parts(cls), max_size=2).map(tuple)


DEFINITIONS = st.builds(
    Definition,
    office=st.none() | parts(Office),
    services=some(Service),
    standards=some(ServiceStandard),
    maklumat=st.none() | parts(Maklumat),
    compensation=st.none() | parts(CompensationPolicy),
    complaints=st.none() | parts(Complaints),
)


@settings(max_examples=30)
@given(DEFINITIONS)
def test_every_definition_conforms_and_both_notations_say_the_same(
    complaint: Check, definition: Definition
) -> None:
    graph = graph_of(definition)
    assert complaint(graph) == ""
    assert isomorphic(graph, linked_graph_of(definition))


def test_the_example_conforms_and_gives_the_same_bytes_each_time(
    complaint: Check, example: Definition
) -> None:
    made = export(example, "cpsv-ttl")
    assert complaint(rdflib.Graph().parse(data=made.text, format="turtle")) == ""
    assert made == export(example, "cpsv-ttl")
    assert export(example, "cpsv-jsonld") == export(example, "cpsv-jsonld")


def test_every_term_of_a_code_list_is_typed_and_named_in_both_languages(
    example: Definition,
) -> None:
    graph = graph_of(example)
    pointed = {
        value
        for term in (DCT.type, PST.unit, PST.scope, PST.channel, CV.currency)
        for value in graph.objects(None, term)
    }
    assert PST["Channel.in_person"] in pointed
    for concept in pointed:
        assert (concept, RDF.type, SKOS.Concept) in graph
    labels = set(graph.objects(PST["Channel.in_person"], SKOS.prefLabel))
    assert labels == {Literal(Channel.IN_PERSON.id, "id"), Literal(Channel.IN_PERSON.en, "en")}


GENERAL = (str(DCT), str(rdflib.RDFS), str(SKOS), str(RDF), str(PST))


def test_no_term_stands_where_its_profile_has_no_room_for_it(
    shapes: rdflib.Graph, example: Definition
) -> None:
    # The shapes are open: a term misspelt or of another class would conform.
    known = {
        (cls, shapes.value(part, SH.path))
        for shape, cls in shapes[: SH.targetClass]
        for part in shapes[shape : SH.property]
    }
    for definition in (example, read_data(FULL.encode()).definition):
        graph = graph_of(definition)
        strange = {
            (str(cls), str(term))
            for subject, term, _ in graph
            for cls in [set(graph[subject : RDF.type])]
            if not str(term).startswith(GENERAL) and not any((one, term) in known for one in cls)
        }
        assert strange == set()


SMALL = Definition(
    office=Office(code="3322", name="Kantor Contoh"),
    services=(
        Service(id="a", name=Text("Buku"), description=Text("Buku"), channels=(Channel.ONLINE,)),
    ),
    standards=(
        ServiceStandard(
            id="a",
            service="a",
            fee=Fee(kind=FeeKind.FREE),
            procedure=Procedure(steps=(Step(text=Text("Datang")),)),
            time_limit=TimeLimit(limits=(limit(30, TimeUnit.MINUTE),)),
        ),
    ),
)
HERE = "https://pst-standards.example/id/3322/"
SERVICE, OFFICE = URIRef(f"{HERE}service/a"), URIRef(f"{HERE}office")


def one(graph: rdflib.Graph, cls: URIRef) -> Any:
    return next(graph.subjects(RDF.type, cls))


def swapped(term: URIRef, cls: URIRef, *values: Any) -> Callable[[rdflib.Graph], None]:
    def mutate(graph: rdflib.Graph) -> None:
        node = one(graph, cls)
        graph.remove((node, term, None))
        for value in values:
            graph.add((node, term, value))

    return mutate


def untyped(node: URIRef) -> Callable[[rdflib.Graph], None]:
    def mutate(graph: rdflib.Graph) -> None:
        graph.remove((node, RDF.type, None))

    return mutate


SERVICES = CPSV.PublicService
MUTANTS: dict[str, tuple[Callable[[rdflib.Graph], None], str]] = {
    "no identifier": (swapped(DCT.identifier, SERVICES), "identifier"),
    "two identifiers": (
        swapped(DCT.identifier, SERVICES, Literal("a"), Literal("b")),
        "identifier",
    ),
    "title without a language": (swapped(DCT.title, SERVICES, Literal("Buku")), "title"),
    "no authority": (swapped(CV.hasCompetentAuthority, SERVICES), "hasCompetentAuthority"),
    "working days as text": (
        swapped(CV.processingTime, SERVICES, Literal("1 hari kerja")),
        "processingTime",
    ),
    "another duration": (
        swapped(CV.processingTime, SERVICES, Literal("PT30M", datatype=XSD.dayTimeDuration)),
        "processingTime",
    ),
    "two durations": (
        swapped(
            CV.processingTime,
            SERVICES,
            Literal("PT30M", datatype=XSD.duration),
            Literal("P1D", datatype=XSD.duration),
        ),
        "processingTime",
    ),
    "amount as integer": (swapped(CV.hasValue, CV.Cost, Literal(0)), "hasValue"),
    "rule without words": (swapped(DCT.description, CPSV.Rule), "description"),
    "term without a class": (untyped(PST["Channel.online"]), "type"),
    "place without a class": (untyped(URIRef(f"{HERE}place")), "spatial"),
    "office without a name": (swapped(SKOS.prefLabel, CV.PublicOrganisation), "prefLabel"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_the_shapes_reject_what_is_wrong(complaint: Check, name: str) -> None:
    graph = graph_of(SMALL)
    assert complaint(graph) == ""
    mutate, path = MUTANTS[name]
    mutate(graph)
    assert path in complaint(graph)


@pytest.mark.parametrize("unit", [TimeUnit.WORKING_DAY, TimeUnit.DAY, TimeUnit.MONTH])
def test_what_no_calendar_duration_means_is_written_in_own_terms(unit: TimeUnit) -> None:
    definition = with_limits(limit(3, unit))
    graph = graph_of(definition)
    assert not list(graph.objects(None, CV.processingTime))
    assert not [
        value for value in graph.objects() if getattr(value, "datatype", "") == XSD.duration
    ]
    assert Literal(f"3 {unit.id}", "id") in set(graph.objects(None, DCT.description))
    reasons = {loss.pointer: loss.reason for loss in export(definition, "cpsv-ttl").losses}
    expected = "time-unit" if unit is TimeUnit.MONTH else "working-days"
    assert reasons["/standards/0/time_limit/limits/0"] == expected


@given(st.lists(parts(Limit), max_size=4))
def test_a_duration_is_never_made_of_working_days(limits: list[Limit]) -> None:
    text = export(with_limits(*limits), "cpsv-ttl").text
    if all(one.unit in {TimeUnit.WORKING_DAY, TimeUnit.DAY, None} for one in limits):
        assert "xsd:duration" not in text


def test_two_limits_for_two_channels_stand_on_their_channels() -> None:
    graph = graph_of(
        with_limits(
            limit(30, TimeUnit.MINUTE, channels=(Channel.IN_PERSON,)),
            limit(2, TimeUnit.CALENDAR_DAY, channels=(Channel.ONLINE,)),
        )
    )
    found = {str(node).rpartition("/")[2]: str(time) for node, time in graph[: CV.processingTime]}
    assert found == {"in_person": "PT30M", "online": "P2D"}


def test_two_limits_for_one_thing_are_not_two_durations(complaint: Check) -> None:
    graph = graph_of(with_limits(limit(30, TimeUnit.MINUTE), limit(1, TimeUnit.HOUR)))
    assert not list(graph.objects(None, CV.processingTime))
    assert complaint(graph) == ""


def test_parts_with_the_same_id_are_two_nodes() -> None:
    twice = Definition(standards=(ServiceStandard(id="a"), ServiceStandard(id="a")))
    graph = graph_of(twice)
    assert len(list(graph.subjects(RDF.type, SERVICES))) == 2


def test_a_regulation_that_is_not_known_keeps_its_words() -> None:
    basis = export(
        Definition(
            standards=(
                ServiceStandard(
                    id="a",
                    legal_basis=_basis("UU 25/2009 Pasal 21", "Keputusan Camat tentang Buku"),
                ),
            )
        ),
        "cpsv-ttl",
    )
    assert '"/akn/id/act/uu/2009/25/ind/!main~art_21"' in basis.text
    assert '"Keputusan Camat tentang Buku"@id' in basis.text
    told = [loss for loss in basis.losses if loss.reason == "citation-unread"]
    assert [loss.pointer for loss in told] == ["/standards/0/legal_basis/regulations/1/citation"]


def _basis(*citations: str) -> LegalBasis:
    return LegalBasis(regulations=tuple(Reference(citation=one) for one in citations))


FULL = """
format: pst-definition/1
office:
  code: "3322"
  short_name: Kantor Contoh
  website: https://kantor.example
  address: {province: Provinsi Contoh, postal_code: "50000"}
  opening_hours:
    - {id: setiap-hari, days: [monday, friday], opens: "08:00", closes: "15:00"}
    - {id: kosong, days: [monday]}
services:
  - {id: a, name: Buku, channels: [in_person, online]}
standards:
  - id: a
    service: a
    decree: {number: 12 Tahun 2026}
    legal_basis: {regulations: [{title: Peraturan Desa}, {note: kosong}]}
    requirements: {note: Catatan, items: [{text: KTP, document: Kartu}, {kind: technical}]}
    fee:
      kind: pnbp
      instrument: PP 13/2024
      items:
        - {text: Peta, amount: 10000, channels: [online], instrument: PP 13/2024}
        - {text: Buku, amount: 5000, channels: [in_person, online]}
    time_limit: {note: Catatan, limits: [{id: kosong}]}
maklumat: {pledge: Kami sanggup, standards: [a], decree: {title: Maklumat}}
compensation:
  rules:
    - {id: telat, trigger: late, services: [a], text: Maaf tertulis}
    - {id: lain}
complaints:
  channels:
    - {id: laman, medium: web, value: "https://lapor.example/x", name: Laman}
    - {id: surel, medium: email, value: a@kantor.example}
    - {id: lama, medium: email, value: b@kantor.example, active: false}
    - {id: kotak, medium: box}
"""


def test_what_has_a_home_is_found_in_it(complaint: Check) -> None:
    definition = read_data(FULL.encode()).definition
    graph = graph_of(definition)
    assert complaint(graph) == ""
    costs = {
        (str(graph.value(one, CV.hasValue)), graph.value(one, CV.ifAccessedThrough))
        for one in graph.objects(SERVICE, CV.hasCost)
    }
    assert costs == {("10000.0", URIRef(f"{HERE}channel/a/online")), ("5000.0", None)}
    followed = {str(one).removeprefix(HERE) for one in graph.objects(SERVICE, CPSV.follows)}
    assert followed == {"rule/maklumat", "rule/compensation/telat"}
    contacts = {str(one).removeprefix(HERE) for one in graph.objects(SERVICE, CV.contactPoint)}
    assert contacts == {"complaints/laman", "complaints/surel"}
    evidence = graph.value(SERVICE, CV.hasInputType)
    assert graph.value(evidence, DCT.title) == Literal("Kartu", "id")
    hours = graph.value(URIRef(f"{HERE}hours/setiap-hari"), DCT.description)
    assert hours is not None
    keys = set(graph.objects(None, DCT.identifier))
    assert {
        Literal("/akn/id-3322/act/kepka/2026/12/ind"),
        Literal("/akn/id/act/pp/2024/13/ind"),
    } <= keys


def test_what_has_none_is_in_the_report() -> None:
    losses = export(read_data(FULL.encode()).definition, "cpsv-ttl").losses
    told = {one.pointer: one.reason for one in losses}
    assert told["/complaints/channels/2"] == "not-active"
    assert told["/complaints/channels/3"] == "no-home"
    assert told["/standards/0/fee/items/1/channels"] == "no-home"
    assert told["/standards/0/legal_basis/regulations/1"] == "no-home"
    assert told["/compensation/rules/1"] == "no-home"


def test_names_begin_with_the_address_that_is_given() -> None:
    text = export(SMALL, "cpsv-ttl", base="https://kantor.example/id/").text
    assert "<https://kantor.example/id/service/a>" in text
    assert HERE not in text


@pytest.mark.parametrize("base", ["https://a b>/", "javascript:1/", "https://kantor.example/id"])
def test_names_begin_with_nothing_but_an_address(base: str) -> None:
    with pytest.raises(ValueError, match="begin with"):
        export(SMALL, "cpsv-ttl", base=base)
