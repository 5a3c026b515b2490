from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from pst_standards.definitions.assembling import read_data
from pst_standards.definitions.structure import ShapeError, make_converter, plain, structure
from pst_standards.model.base import EMPTY, FrozenMap, Mark, Text
from pst_standards.model.definition import Definition
from pst_standards.model.delivery import Fee, FeeItem
from pst_standards.model.office import Office
from pst_standards.testing.factories import a_definition, complete_data
from pst_standards.testing.strategies import definitions

EASY = settings(suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.unmeasured
@EASY
@given(definitions())
def test_structuring_what_was_made_plain_is_the_identity(definition: Definition) -> None:
    assert definition == structure(plain(definition))


@pytest.mark.unmeasured
@EASY
@given(definitions())
def test_a_definition_can_be_copied_pickled_and_hashed(definition: Definition) -> None:
    twins = (copy.deepcopy(definition), pickle.loads(pickle.dumps(definition)))  # noqa: S301

    assert [definition, definition] == list(twins)
    assert {hash(definition)} == {hash(twin) for twin in twins}


@pytest.mark.unmeasured
@EASY
@given(definitions())
def test_cattrs_structures_as_loading_does(definition: Definition) -> None:
    converter = make_converter()
    data = plain(definition)

    assert definition == converter.structure(data, Definition)
    assert data == converter.unstructure(definition)


def test_an_embedder_can_hold_parts_of_the_model_in_classes_of_its_own() -> None:
    @attrs.frozen
    class Ticket:
        number: int
        office: Office

    converter = make_converter()
    data = {"number": 1, "office": {"name": "Kantor", "x": 1}}
    ticket = converter.structure(data, Ticket)

    assert ticket.office.extras == {"x": 1}
    assert data == converter.unstructure(ticket)


@pytest.mark.parametrize(
    "data",
    [
        {"office": {"name": 1}},
        {"office": "x"},
        {"office": {"opening_hours": {"id": "a"}}},
        {"office": {"opening_hours": [{"id": "a", "opens": "8:00"}]}},
        {"services": "library"},
        {"services": [{"name": "x"}]},
        {"services": [{"id": "With Space"}]},
        {"services": [{"id": "a", "channels": "online"}]},
        {"services": [{"id": "a", "channels": ["ONLINE"]}]},
        {"services": [{"id": "a", "missing_channels": ["x"]}]},
        {"services": [{"id": "a", "name": {"jv": "x"}}]},
        {"services": [{"id": "a", "name": {}}]},
        {"services": [{"id": "a", "name": {"id": 3}}]},
        {"services": [{"id": "a", "classes": [{"id": "b", "capacity": 101}]}]},
        {"maklumat": {"date": "2024-02-31"}},
        {"maklumat": {"marks": {"date": {"x": 1}}}},
        {"compensation": {"rules": [{"id": "a", "needs_complaint": "tidak"}]}},
        {"publications": [{"id": "a", "year": "2024"}]},
        {"publications": [{"id": "a", "year": True}]},
        {"standards": [{"id": "a", "fee": {"items": [{"amount": -1}]}}]},
        {"standards": [{"id": "a", "fee": {"items": [{"amount": 2.0}]}}]},
        [],
        None,
    ],
)
def test_nothing_is_guessed(data: Any) -> None:
    with pytest.raises((ShapeError, TypeError)):
        structure(data)


def test_an_unknown_key_survives_at_every_depth() -> None:
    data = {**complete_data(), "x": {"y": [1, None]}}
    data["standards"][0]["fee"]["z"] = "kept"

    assert data == plain(structure(data))


def test_a_field_that_does_not_exist_is_refused_in_python_too() -> None:
    wrong: Any = {"kinds": "free"}
    with pytest.raises(TypeError, match="kinds"):
        Fee(**wrong)
    with pytest.raises(TypeError, match="missing fields"):
        structure({"services": [{}]})


def test_parts_are_frozen_and_equal_by_value() -> None:
    fee = Fee(items=(FeeItem(text=Text("a")),))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        fee.kind = None  # type: ignore[misc]

    assert fee == attrs.evolve(Fee(), items=fee.items)
    assert fee != Fee()
    assert fee != FeeItem()
    assert "items=(FeeItem(text=Text(id='a', en=None)),)" in repr(fee)
    assert Mark() == Mark()


@pytest.mark.parametrize(
    "change",
    [
        lambda empty: empty.update(a=1),
        lambda empty: empty.__setitem__("a", 1),
        lambda empty: empty.pop("a"),
        lambda empty: empty.clear(),
        lambda empty: empty.setdefault("a", 1),
    ],
)
def test_a_frozen_map_cannot_be_changed(change: Any) -> None:
    with pytest.raises(TypeError, match="cannot be changed"):
        change(FrozenMap(a=2))

    assert EMPTY == {}


def test_the_factory_is_whole() -> None:
    assert [part for _, part in a_definition().standards[0].components() if part is None] == []


@pytest.mark.parametrize("code", ["33/02", "33.02", "3302 ", "BPS", "3302\n"])
def test_the_code_of_an_office_is_of_digits(code: str) -> None:
    reading = read_data({"office": {"code": code, "name": "BPS Contoh"}})
    assert [found.message_key for found in reading.findings] == ["DEF-018.code"]
    assert reading.definition.office == Office(name="BPS Contoh")


def test_an_id_that_ends_with_a_line_feed_is_refused_in_words() -> None:
    reading = read_data({"services": [{"id": "library\n"}]})
    assert [found.message_key for found in reading.findings] == ["DEF-018.ident"]


@pytest.mark.parametrize("code", ["3302", "33", ""])
def test_a_code_of_digits_is_taken_as_it_is(code: str) -> None:
    reading = read_data({"office": {"code": code}})
    assert (reading.findings, reading.definition.office) == ((), Office(code=code))
