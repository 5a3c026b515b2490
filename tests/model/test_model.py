from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import attrs
import pytest

from pst_standards import model
from pst_standards.findings import Confidence
from pst_standards.model.base import Choice, Confirmation, Mark, Node, Text
from pst_standards.model.component import MANUFACTURING, SERVICE_DELIVERY, Component, Group
from pst_standards.model.definition import Definition
from pst_standards.model.delivery import Fee, FeeItem, FeeKind
from pst_standards.model.office import Office
from pst_standards.model.provenance import open_values, stated_values
from pst_standards.model.publication import PublicationMedium
from pst_standards.model.shapes import node_classes, nodes, shapes
from pst_standards.model.vocabulary import vocabulary
from pst_standards.testing.factories import a_definition

DOUBT, MADE_UP = Confidence.UNVERIFIED, Confidence.ILLUSTRATION
PUBLIC = sorted(model.__all__)


def test_the_letters_are_those_of_the_law_and_no_order_of_a_page() -> None:
    assert "".join(component.letter for component in Component) == "abcdefghijklmn"
    assert [c.letter for c in SERVICE_DELIVERY] == ["b", "c", "d", "e", "f", "j"]
    assert [c.letter for c in MANUFACTURING] == ["a", "g", "h", "i", "k", "l", "m", "n"]
    assert {c.group for c in MANUFACTURING} == {Group.MANUFACTURING}


def test_each_component_is_a_field_of_a_standard_that_cites_its_letter() -> None:
    fields = attrs.fields_dict(type(a_definition().standards[0]))
    for component in Component:
        assert fields[component.value].metadata["cite"] == component.citation


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_is_typed(name: str) -> None:
    assert getattr(model, name) is not None
    assert name in dir(model)


def test_the_types_for_checkers_are_the_public_names() -> None:
    stub = Path(str(model.__file__)).with_suffix(".pyi").read_text(encoding="utf-8")
    exported = {
        alias.asname
        for statement in ast.walk(ast.parse(stub))
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }

    assert exported == set(PUBLIC)


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="Feee"):
        getattr(model, "Fe" + "ee")


def test_every_term_is_given_in_both_languages() -> None:
    for term in vocabulary():
        assert term.id, term
        assert term.en, term


def test_every_class_says_what_it_is_and_every_choice_is_a_key() -> None:
    for cls in node_classes(Definition):
        assert cls.__doc__, cls
        for shape in shapes(cls).values():
            inner = shape.item or shape
            if inner.kind == "choice" and issubclass(inner.type, Choice):
                keys = [member.value for member in inner.type]
                assert all(
                    str(key).replace("_", "").replace("-", "").replace("/", "").isalnum()
                    for key in keys
                )


def test_a_text_falls_back_to_the_other_language() -> None:
    assert Text(en="only").get("id") == "only"
    assert str(Text("satu", "one")) == "satu"
    assert Text("  ") or not Text("  ")
    assert not Text("  ")
    assert not Text()


def test_media_are_electronic_or_not() -> None:
    assert {m.value for m in PublicationMedium if not m.electronic} == {"print", "board"}


def test_nodes_are_walked_with_their_pointers() -> None:
    fee = Fee(items=(FeeItem(), FeeItem(text=Text("x"))))

    assert {pointer for pointer, _ in nodes(fee, ("a",))} == {
        ("a",),
        ("a", "items", 0),
        ("a", "items", 1),
    }


def test_what_is_said_of_a_part_holds_below_it_until_something_else_is_said() -> None:
    fee = Fee(
        confidence=DOUBT,
        source="s",
        kind=FeeKind.PNBP,
        instrument="PP 13/2024",
        marks={"instrument": Mark(confidence=Confidence.VERIFIED), "items": Mark()},
        items=(FeeItem(instrument="x"), FeeItem(instrument="y", confidence=MADE_UP)),
    )

    said = {value.pointer: (value.source, value.confidence) for value in stated_values(fee)}

    assert said[("kind",)] == ("s", DOUBT)
    assert said[("instrument",)] == (None, Confidence.VERIFIED)
    assert said[("items", 0, "instrument")] == (None, None)
    assert said[("items", 1, "instrument")] == (None, MADE_UP)


@pytest.mark.parametrize(
    ("confirmed", "still_open"),
    [
        (None, True),
        (Confirmation(by="Kepala"), True),
        (Confirmation(on=dt.date(2026, 11, 22)), True),
        (Confirmation(by="Kepala", on=dt.date(2026, 1, 1)), True),
        (Confirmation(by="Kepala", on=dt.date(2026, 11, 22)), False),
    ],
)
def test_a_value_is_open_until_somebody_confirms_it_after_the_release(
    confirmed: Confirmation | None, *, still_open: bool
) -> None:
    office = Office(name="Kantor", confidence=MADE_UP, confirmed=confirmed)

    values = open_values(office, released=dt.date(2026, 6, 1))

    assert bool(values) is still_open


def test_ids_and_what_is_said_about_values_are_no_values() -> None:
    item = FeeItem(confidence=DOUBT, source="s")

    assert list(stated_values(item)) == []
    assert open_values(a_definition()) == ()


def test_nodes_of_different_classes_are_never_equal() -> None:
    class Other(Node):
        pass

    assert Fee() != FeeItem()
    assert Fee() != "fee"
    assert Other() == Other()
