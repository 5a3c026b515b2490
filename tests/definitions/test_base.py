from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest

from pst_standards.definitions import Bases, DefinitionError, loads
from pst_standards.definitions.base_finder import Base
from pst_standards.definitions.structure import plain
from pst_standards.findings import Confidence, parse_pointer
from pst_standards.law import Citation, default_register, exists
from pst_standards.model import Channel, Component, Definition, TimeScope
from pst_standards.model.base import Node, Text, field_names
from pst_standards.model.provenance import stated_values
from pst_standards.model.shapes import shapes

SERVICES: Final = ("library", "consultation", "product-sales", "recommendation")
CITING: Final = frozenset({"citation", "instrument", "basis"})


@pytest.fixture(scope="module")
def base() -> Base:
    found = Bases().find("bps/2020")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def definition() -> Definition:
    return loads({"extends": "bps/2020"})


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for name in field_names(type(node)):
        value = getattr(node, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Node):
                yield from nodes(part)


def test_every_value_has_a_source_and_a_confidence(definition: Definition) -> None:
    bare = [
        stated.pointer
        for stated in stated_values(definition)
        if not stated.source or stated.confidence is None
    ]
    assert bare == []


def test_nothing_in_the_base_is_made_up(definition: Definition) -> None:
    marks = {stated.confidence for stated in stated_values(definition)}
    assert marks == {Confidence.VERIFIED, Confidence.SECONDARY, Confidence.UNVERIFIED}


def test_what_is_verified_names_a_norm_or_its_owner(definition: Definition) -> None:
    norms = ("UU ", "PP ", "Perka BPS", "penjelasan UU ")
    loose = {
        stated.source
        for stated in stated_values(definition)
        if stated.confidence is Confidence.VERIFIED
        and stated.pointer[0] != "information_officer"
        and not any(norm in str(stated.source) for norm in norms)
    }
    assert loose == set()


def test_texts_stand_in_both_languages(definition: Definition) -> None:
    one_language = [
        (stated.pointer, text)
        for stated in stated_values(definition)
        for text in (stated.value if isinstance(stated.value, tuple) else (stated.value,))
        if isinstance(text, Text) and not (text.id and text.en)
    ]
    assert one_language == []


def test_items_can_be_overridden_one_by_one(definition: Definition) -> None:
    for node in nodes(definition):
        for name, shape in shapes(type(node)).items():
            items = getattr(node, name)
            if shape.keyed and items:
                ids = [item.id for item in items]
                assert None not in ids, (type(node).__name__, name)
                assert max(Counter(ids).values()) == 1, ids


def test_citations_are_known_and_their_places_exist(definition: Definition) -> None:
    register = default_register()
    cited = [
        stated.value
        for stated in stated_values(definition)
        if stated.pointer[-1] in CITING and isinstance(stated.value, str)
    ]
    assert len(cited) > 40
    for text in cited:
        citation = Citation.parse(text)
        assert register.get(citation.regulation) is not None, text
        assert exists(citation) is not False, text


def test_legal_bases_carry_the_titles_of_the_register(definition: Definition) -> None:
    register = default_register()
    for standard in definition.standards:
        assert standard.legal_basis is not None
        for reference in standard.legal_basis.regulations:
            regulation = register.get(Citation.parse(reference.citation or "").regulation)
            assert regulation is not None
            assert reference.title == Text(regulation.title, regulation.title_en)


def test_the_four_services_go_through_both_channels(definition: Definition) -> None:
    assert tuple(service.id for service in definition.services) == SERVICES
    assert tuple(standard.service for standard in definition.standards) == SERVICES
    for service in definition.services:
        assert service.channels == (Channel.IN_PERSON, Channel.ONLINE)


def test_steps_are_numbered_from_one_in_each_channel(definition: Definition) -> None:
    for standard in definition.standards:
        assert standard.procedure is not None
        for channel in Channel:
            steps = [step for step in standard.procedure.steps if channel in step.channels]
            numbers = [step.number for step in steps]
            assert numbers == list(range(1, len(steps) + 1)), (standard.id, channel)
            targets = {branch.to_step for step in steps for branch in step.branches}
            assert targets - {None} <= set(numbers), (standard.id, channel)


def test_requirements_and_time_are_given_for_each_channel(definition: Definition) -> None:
    for standard in definition.standards:
        assert standard.requirements is not None
        assert standard.time_limit is not None
        for items in (standard.requirements.items, standard.time_limit.limits):
            assert {channel for item in items for channel in item.channels} == set(Channel)


def test_what_no_source_says_stays_open(definition: Definition) -> None:
    for standard in definition.standards:
        missing = {component for component, value in standard.components() if value is None}
        assert missing == {Component.FACILITIES, Component.STAFFING}
        assert standard.decree is None
        assert standard.life_cycle is None
        assert standard.time_limit is not None
        scopes = {limit.scope for limit in standard.time_limit.limits}
        assert TimeScope.WHOLE_PROCESS not in scopes
        assert standard.performance_evaluation is not None
        assert standard.performance_evaluation.period_months is None
        assert standard.fee is not None
        assert {item.amount for item in standard.fee.items} <= {None}
    assert definition.compensation is not None
    assert definition.compensation.rules == ()
    assert definition.complaints is not None
    assert definition.complaints.channels == ()
    assert definition.complaints.responsible is None
    assert definition.maklumat is not None
    assert definition.maklumat.signer is None


def test_the_clocks_are_those_of_the_act(definition: Definition) -> None:
    assert definition.complaints is not None
    clocks = [
        (clock.id, clock.within.value, clock.within.unit.value)
        for clock in definition.complaints.clocks
        if clock.within is not None and clock.within.unit is not None
    ]
    assert clocks == [
        ("complain", 30, "day"),
        ("respond", 14, "day"),
        ("complete", 30, "day"),
        ("decide", 60, "day"),
        ("deliver", 14, "day"),
    ]


def test_the_checksum_is_fresh(base: Base) -> None:
    assert base.sha256 == base.actual_sha256(), "run tools/bases.py"


def reached(value: Any, pattern: tuple[str | int, ...]) -> bool:
    if not pattern:
        return value is not None
    step, rest = pattern[0], pattern[1:]
    if isinstance(value, list):
        return any(reached(item, rest) for item in value if step in {"*", item["id"]})
    return isinstance(value, dict) and step in value and reached(value[step], rest)


def test_every_lock_holds_something(base: Base, definition: Definition) -> None:
    data = plain(definition)
    for pointer in base.locked:
        assert reached(data, parse_pointer(pointer)), pointer


def test_an_office_changes_one_step_and_keeps_the_rest(definition: Definition) -> None:
    change = {"id": "in-person-consult", "text": {"id": "Berkonsultasi", "en": "Consult"}}
    layer = {
        "extends": "bps/2020",
        "standards": [{"id": "consultation", "procedure": {"steps": [change]}}],
    }
    before, after = definition.standard_of("consultation"), loads(layer).standard_of("consultation")
    assert before is not None
    assert after is not None
    assert before.procedure is not None
    assert after.procedure is not None
    assert [step.id for step in after.procedure.steps] == [s.id for s in before.procedure.steps]
    assert after.procedure.steps[2].text == Text("Berkonsultasi", "Consult")
    assert after.procedure.steps[2].actor is before.procedure.steps[2].actor


@pytest.mark.parametrize(
    "layer",
    [
        {"complaints": {"rights": [{"id": "reporter-receipt", "remove": True}]}},
        {"complaints": {"clocks": [{"id": "decide", "within": {"value": 90}}]}},
        {"services": [{"id": "library", "name": {"id": "Taman Bacaan", "en": "Reading room"}}]},
    ],
    ids=["a right", "a clock", "a name"],
)
def test_an_office_cannot_change_what_the_law_fixes(layer: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError) as caught:
        loads({"extends": "bps/2020", **layer})
    assert {finding.rule for finding in caught.value.findings} == {"DEF-022"}


def test_an_office_may_use_the_new_name_of_the_sale() -> None:
    name = {"id": "Produk Statistik Berbayar", "en": "Paid statistical products"}
    named = loads({"extends": "bps/2020", "services": [{"id": "product-sales", "name": name}]})
    assert named.services[2].name == Text(name["id"], name["en"])
