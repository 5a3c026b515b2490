from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pst_standards.compensation import Entitlement, entitlement
from pst_standards.definitions import loads
from pst_standards.documents import KINDS, DocumentError, Inputs, build, document, render
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.kinds import FORMATS, RENDERERS
from pst_standards.documents.outline import Document
from pst_standards.documents.targets import targets
from pst_standards.model.base import (
    ComponentName,
    Count,
    FrozenMap,
    Ident,
    Node,
    OfficeCode,
    Percent,
    Rupiah,
    Text,
)
from pst_standards.model.compensation import CompensationPolicy, Trigger
from pst_standards.model.complaints import Complaints
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.office import Office
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.model.service import Service
from pst_standards.model.service_event import ServiceEvent
from pst_standards.model.shapes import Shape, shapes
from pst_standards.model.staff import Staff
from pst_standards.model.standard import ServiceStandard
from pst_standards.model.survey import SurveyPlan

pytestmark = pytest.mark.unmeasured
WIB = dt.timezone(dt.timedelta(hours=7))
WHEN = dt.datetime(2026, 10, 5, 9, tzinfo=WIB)

WORDS = st.one_of(
    st.sampled_from(["", " ", ".", "Layanan. Data", "<script>alert(1)</script>", "UU 25/2009"]),
    st.text(st.characters(exclude_categories=()), max_size=12),
)
NUMBERS = st.one_of(st.integers(-2, 40), st.just(10**30))
IDS = st.sampled_from(["library", "a", "A", "con", "../x", "\ud800", ""]).map(Ident)
SCALARS: Mapping[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: NUMBERS,
    bool: st.booleans(),
    Count: NUMBERS,
    Rupiah: NUMBERS,
    Percent: NUMBERS,
    Ident: IDS,
    OfficeCode: IDS,
    ComponentName: WORDS | st.sampled_from(list("aehn")),
    dt.date: st.dates(),
    dt.datetime: st.integers(0, 40_000).map(lambda hours: WHEN + dt.timedelta(hours=hours)),
    dt.time: st.times(),
}


@cache
def nodes(cls: type[Node]) -> st.SearchStrategy[Any]:
    """Make any node that the model allows, though no file could say it."""
    parts = {
        name: filled(shape) if name == "id" else st.none() | filled(shape)
        for name, shape in shapes(cls).items()
        if name not in {"marks", "extras", "format"}
    }
    return st.fixed_dictionaries(parts).map(lambda fields: cls(**with_lists(cls, fields)))


def with_lists(cls: type[Node], fields: dict[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {"list": (), "map": FrozenMap()}
    shaped = shapes(cls)
    return {
        name: empty.get(shaped[name].kind) if value is None else value
        for name, value in fields.items()
    }


def filled(shape: Shape) -> st.SearchStrategy[Any]:
    made = SCALARS.get(shape.type)
    if shape.kind == "node":
        part = shape.type
        made = st.deferred(lambda: nodes(part)) if issubclass(part, Node) else st.just(part())
    elif shape.kind == "text":
        made = st.builds(Text, st.none() | WORDS, st.none() | WORDS)
    elif shape.kind == "list" and shape.item is not None:
        made = st.lists(filled(shape.item), min_size=1, max_size=2).map(tuple)
    elif shape.kind == "map" and shape.item is not None:
        made = st.dictionaries(WORDS, filled(shape.item), max_size=1).map(FrozenMap)
    elif shape.kind == "choice":
        made = st.sampled_from(list(shape.type))
    assert made is not None, shape
    return made


@st.composite
def focused(draw: st.DrawFn) -> Definition:
    """Make a definition with one part filled deeply, as a whole one never is."""
    services = tuple(draw(st.lists(nodes(Service), min_size=1, max_size=2)))
    facilities = tuple(draw(st.lists(nodes(Facility), max_size=2)))
    base = Definition(services=services, facilities=facilities)
    name, cls = draw(st.sampled_from(PARTS))
    if cls is not ServiceStandard:
        value: Any = draw(nodes(cls))
        value = (value,) if shapes(Definition)[name].kind == "list" else value
        standards = (ServiceStandard(id=Ident("a")),)
        return evolve(base, standards=standards, **{name: value})
    part = draw(nodes(shapes(ServiceStandard)[name].type))
    standard = ServiceStandard(id=Ident("a"), service=draw(IDS), **{name: part})
    return evolve(base, standards=(standard,))


PARTS = [
    *((component.value, ServiceStandard) for component in Component),
    ("office", Office),
    ("maklumat", Maklumat),
    ("compensation", CompensationPolicy),
    ("complaints", Complaints),
    ("staff", Staff),
    ("publications", Publication),
]


@settings(max_examples=120)
@given(definition=focused(), lang=st.sampled_from(["id", "en"]))
def test_any_single_part_can_be_printed(definition: Definition, lang: str) -> None:
    printed(definition, lang)


@settings(max_examples=10)
@given(definition=nodes(Definition), lang=st.sampled_from(["id", "en"]))
def test_anything_the_model_allows_can_be_printed(definition: Definition, lang: str) -> None:
    printed(definition, lang)


SHOWN: set[Document] = set()
"""What was rendered before: most kinds say nothing of the part that an example is about."""


def printed(definition: Definition, lang: str) -> None:
    for kind in KINDS:
        # What is made on several sheets is asked for on one.
        for service in dict.fromkeys(target.service for target in targets(definition, kind)):
            composed = document(definition, kind, service, lang=lang)
            if (shown := evolve(composed, identity=None)) in SHOWN:
                continue
            forms = [form for form in EVERY_KIND[kind].formats if form in RENDERERS]
            made = {form: RENDERERS[form](composed) for form in forms}
            assert b"<script" not in made["html"]
            made["html"].decode("utf-8")
            if "docx" not in made:
                continue
            with zipfile.ZipFile(io.BytesIO(made["docx"])) as archive:
                for name in archive.namelist():
                    if name.endswith(".xml"):
                        etree.fromstring(archive.read(name))
            SHOWN.add(shown)


@settings(max_examples=15)
@given(definition=nodes(Definition))
def test_anything_the_model_allows_can_be_built(
    definition: Definition, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = build(definition, tmp_path_factory.mktemp("keluaran"), formats=["html"])
    assert {one.kind for one in made.documents} | {one.kind for one in made.skipped} == set(KINDS)
    assert len({one.path.lower() for one in made.documents}) == len(made.documents)


@settings(max_examples=8)
@given(definition=nodes(Definition), rude=nodes(ServiceEvent), lang=st.sampled_from(["id", "en"]))
def test_letters_and_registers_of_anything_can_be_printed(
    definition: Definition, rude: ServiceEvent, lang: str
) -> None:
    # What is owed is settled by the policy of the answer; who prints it may have any other.
    found = evolve(answer(), event=evolve(rude, requested_at=WHEN, triggers=(Trigger.CONDUCT,)))
    for place, kind in enumerate(("compensation-letter", "compensation-register")):
        policy = definition.compensation or CompensationPolicy()
        printing = evolve(definition, compensation=policy)
        made = render(printing, kind, FORMATS[place], lang=lang, inputs=Inputs(events=[found]))
        assert made


@settings(max_examples=12)
@given(plan=nodes(SurveyPlan), first=nodes(Publication), second=nodes(Publication))
def test_any_recorded_result_can_be_printed(
    plan: SurveyPlan, first: Publication, second: Publication
) -> None:
    told: dict[str, Any] = {"kind": PublicationKind.SURVEY_RESULT, "text": Text("Nilai 80", None)}
    results = tuple(evolve(one, **told) for one in (first, second))
    named = tuple(one.id for one in results)
    definition = Definition(survey=evolve(plan, results=named), publications=results)
    for form in FORMATS:
        assert render(definition, "survey-sheet", form)


@cache
def answer() -> Entitlement:
    """What is owed for the conduct of an officer."""
    rule = {"id": "c", "trigger": "conduct", "tiers": [{"remedies": [{"kind": "written_apology"}]}]}
    data = {"services": [{"id": "library"}], "compensation": {"rules": [rule]}}
    event = ServiceEvent(service=Ident("library"), triggers=(Trigger.CONDUCT,), requested_at=WHEN)
    return entitlement(loads(data), event)


@settings(max_examples=15)
@given(definition=nodes(Definition))
def test_final_is_made_or_refused_in_words(definition: Definition) -> None:
    for kind in KINDS:
        for target in targets(definition, kind):
            try:
                words = str(len(render(definition, kind, "html", target.service, final=True)))
            except DocumentError as refusal:
                words = refusal.message("id")
            assert words


def test_a_huge_text_is_printed_whole() -> None:
    pledge = "Kami sanggup melayani. " * 40_000
    definition = Definition(maklumat=Maklumat(pledge=Text(pledge)))
    assert render(definition, "maklumat", "html").count(b"Kami sanggup") == 40_000
    assert render(definition, "maklumat", "docx")
