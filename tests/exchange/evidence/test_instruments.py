"""Instruments and their facts: what they name, how they weigh, and what is unconfirmed."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.exchange.evidence import assess, instrument
from pst_standards.exchange.evidence.assessing import Lacking, levelled
from pst_standards.exchange.evidence.facts import Fact, facts
from pst_standards.exchange.evidence.instruments import UNREAD, condition, editions
from pst_standards.exchange.evidence.wording import (
    fact_told,
    lacking_told,
    level_told,
    responsible,
    unconfirmed_told,
)
from pst_standards.model.definition import Definition
from pst_standards.rules.context import Context
from pst_standards.testing import a_definition
from pst_standards.testing.factories import complete_data

DAY: Final = dt.date(2026, 11, 27)
PEKPPP: Final = instrument("pekppp", 2026)
WHOLE: Final = complete_data()["maklumat"]["pledge"]
SIGNED: Final = {"date": "2026-01-05", "signer": {"position": "Kepala"}}


@given(st.data())
def test_more_facts_never_lower_a_level(data: st.DataObject) -> None:
    item = data.draw(st.sampled_from([one for one in PEKPPP.items if one.levels]))
    asked = {one.fact: one.sign for level in item.levels for one in level}
    few = {name: Fact(name=name, value=None) for name in item.facts}
    many = dict(few)
    for name, sign in asked.items():
        pair = sorted(data.draw(st.tuples(st.integers(0, 30), st.integers(0, 30))))
        less, more = reversed(pair) if sign == "<=" else pair
        few[name] = Fact(name=name, value=less)
        many[name] = Fact(name=name, value=more)
        if data.draw(st.booleans()):
            few[name] = Fact(name=name, value=None)
    lower, higher = levelled(item, few), levelled(item, many)
    assert (lower.level or 0) <= (higher.level or 0)
    assert (lower.level or 0) <= lower.most


@pytest.mark.parametrize("name", ["pekppp", "zi", "ombudsman"])
def test_instruments_name_only_what_there_is(name: str) -> None:
    from pst_standards.documents.every_kind import EVERY_KIND
    from pst_standards.law import default_register
    from pst_standards.rules.citing import keys_in
    from pst_standards.rules.rows import catalogue

    known = facts(Context(definition=Definition(), as_of=DAY), {})
    for edition in editions(name):
        for item in edition.items:
            assert all(catalogue().get(rule) for rule in item.rules)
            assert {one.fact for level in item.levels for one in level} <= set(known)
            for lang in ("id", "en"):
                for one in {one for level in item.levels for one in level} - {condition(UNREAD)}:
                    assert lacking_told(Lacking(one, known=True), lang)
                assert responsible(item.responsible, Definition(), lang)
            for piece in item.evidence:
                assert set(piece.documents) <= set(EVERY_KIND)
        cited = [*edition.regulation, *(cite for item in edition.items for cite in item.cite)]
        for cite in cited:
            assert all(default_register().get(key) for key in keys_in((cite,))), cite


def test_weights_of_an_aspect_are_a_hundred() -> None:
    for aspect in PEKPPP.aspects:
        weights = [one.weight for one in PEKPPP.items if one.aspect == aspect.id]
        assert sum(weights) == 100
    assert sum(aspect.weight for aspect in PEKPPP.aspects) == 100


def _pledging(**about: Any) -> Definition:
    maklumat = {"pledge": WHOLE, **SIGNED, **about}
    return a_definition(maklumat=maklumat)


@pytest.mark.parametrize(
    ("about", "unsure"),
    [
        ({}, False),
        ({"marks": {"date": {"confidence": "verified"}}}, False),
        ({"marks": {"place": {"confidence": "illustration"}}, "place": "Ungaran"}, False),
        ({"marks": {"date": {"confidence": "illustration"}}}, True),
        ({"marks": {"signer": {"confidence": "unverified"}}}, True),
    ],
)
def test_a_fact_without_its_unconfirmed_values_another_one_says_so_and_its_level_too(
    about: dict[str, Any], unsure: bool
) -> None:
    edition = instrument("pekppp", 2026)
    found = assess(_pledging(**about), edition, as_of=DAY)
    item = next(one for one in found.items if one.item.number == "5")
    fact = found.known["maklumat_set"]
    assert (fact.value, bool(fact.unconfirmed), item.unconfirmed) == (1, unsure, unsure)
    assert ("belum dikonfirmasi kantor: Maklumat" in fact_told(fact, "id")) is unsure
    assert ("belum dikonfirmasi" in level_told(item, "id")) is unsure
    assert unconfirmed_told(found, "id").startswith("1 fakta") is unsure


def test_a_confirmed_part_and_one_that_is_wholly_in_doubt_are_told_apart() -> None:
    by = {"by": "Kepala", "on": "2026-02-01"}
    edition = instrument("pekppp", 2026)
    doubtful = assess(_pledging(confidence="illustration"), edition, as_of=DAY)
    assert doubtful.known["maklumat"].unconfirmed[0][0] == "maklumat"
    confirmed = assess(_pledging(confidence="illustration", confirmed=by), edition, as_of=DAY)
    assert confirmed.unconfirmed == ()
