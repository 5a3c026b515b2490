from __future__ import annotations

import copy
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator, Draft202012Validator

from pst_standards.definitions import complete_schema
from pst_standards.definitions.form_fields import shown_classes, shown_fields
from pst_standards.definitions.form_schema import form, form_schema
from pst_standards.definitions.form_words import RJSF_STRINGS, WORDS
from pst_standards.definitions.references import TARGETS
from pst_standards.definitions.structure import plain
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import shapes
from pst_standards.testing.factories import complete_data
from pst_standards.testing.strategies import definitions

ROOT = Path(__file__).resolve().parents[2]
FORM = form("id")
CLASSES = {cls.__name__: cls for cls in shown_classes()}


def parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Definition", schema
    yield from schema["$defs"].items()


def loose(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of the form for a draft, which may lack anything."""
    schema = copy.deepcopy(schema)
    for _, part in parts(schema):
        part.pop("required", None)
    return schema


def as_form_data(data: Any, schema: dict[str, Any]) -> Any:
    """Write each text in two languages, as the page does before it shows a definition."""
    here = {**FORM["schema"]["$defs"].get(schema.get("$ref", "").split("/")[-1], {}), **schema}
    if isinstance(data, list):
        return [as_form_data(one, here["items"]) for one in data]
    if isinstance(data, str) and here.get("type") == "object":
        return {"id": data}
    if not isinstance(data, dict):
        return data
    inner = here.get("properties", {})
    return {
        key: as_form_data(value, inner.get(key, here.get("additionalProperties", {})))
        for key, value in data.items()
    }


@pytest.mark.parametrize("validator", [Draft7Validator, Draft202012Validator])
def test_the_schema_is_valid_for_old_and_new_validators(validator: Any) -> None:
    validator.check_schema(FORM["schema"])


def test_the_components_stand_in_the_order_of_the_law() -> None:
    names = list(FORM["schema"]["$defs"]["ServiceStandard"]["properties"])
    components = [component.value for component in Component]
    assert names[: 3 + len(components)] == ["id", "service", "title", *components]
    for component in Component:
        told = FORM["schema"]["$defs"]["ServiceStandard"]["properties"][component.value]
        assert component.citation in told["description"]


def test_every_field_of_a_part_is_asked_for_but_its_provenance() -> None:
    hidden = {"source", "confidence", "marks", "confirmed"}
    for name, part in parts(FORM["schema"]):
        if name != "Text":
            assert part["properties"].keys() == shapes(CLASSES[name]).keys() - hidden, name


@pytest.mark.parametrize("lang", ["id", "en"])
def test_titles_and_choices_are_in_one_language(lang: str) -> None:
    for name, part in parts(form_schema(lang)):
        for key, field in part["properties"].items():
            told = [field["title"], field.get("description", "")]
            inner = field.get("items", field)
            told += [choice["title"] for choice in inner.get("oneOf", ())]
            assert all(told[:1] + told[2:]), (name, key)
            assert not [one for one in told if " · " in one], (name, key)
            assert "enum" not in inner, "a choice without words"


def test_what_a_complete_standard_must_have_is_starred() -> None:
    lawful = complete_schema()
    for name, part in parts(FORM["schema"]):
        wanted = lawful if name == "Definition" else lawful["$defs"][name]
        assert set(part.get("required", ())) == set(wanted.get("required", ())), name


def test_the_layout_names_nothing_that_the_schema_lacks() -> None:
    layout = FORM["uiSchema"]
    known = {f"#/$defs/{name}": part for name, part in parts(FORM["schema"])}
    for reference, fields in layout["ui:definitions"].items():
        assert fields.keys() <= known[reference]["properties"].keys(), reference
    own = {key for key in layout if not key.startswith("ui:")}
    assert own <= FORM["schema"]["properties"].keys()


def test_every_id_that_refers_to_a_list_says_to_which() -> None:
    for (owner, name), target in TARGETS.items():
        field = FORM["uiSchema"]["ui:definitions"][f"#/$defs/{owner}"][name]
        assert field.get("items", field)["ui:options"]["refersTo"] == target


def test_a_complete_definition_fits_the_form() -> None:
    data = as_form_data(complete_data(), FORM["schema"])
    assert not [error.message for error in Draft202012Validator(FORM["schema"]).iter_errors(data)]


@given(definitions())
@settings(max_examples=20)
def test_every_definition_fits_the_form(definition: Definition) -> None:
    data = as_form_data(plain(definition), FORM["schema"])
    faults = Draft202012Validator(loose(FORM["schema"])).iter_errors(data)
    assert not [fault.message for fault in faults if fault.validator != "uniqueItems"]


@pytest.mark.parametrize("key", ["requirements", "time_limit", "fee"])
def test_a_component_that_is_missing_is_a_fault(key: str) -> None:
    data = as_form_data(complete_data(), FORM["schema"])
    del data["standards"][0][key]
    assert not Draft202012Validator(FORM["schema"]).is_valid(data)


def test_both_languages_have_the_same_fields_and_words() -> None:
    english = form("en")
    assert english["words"].keys() == FORM["words"].keys() == set(WORDS)
    assert english["translations"].keys() == FORM["translations"].keys() == RJSF_STRINGS.keys()
    names = [(name, list(part["properties"])) for name, part in parts(english["schema"])]
    assert names == [(name, list(part["properties"])) for name, part in parts(FORM["schema"])]


def test_no_field_of_the_model_is_shown_twice() -> None:
    for cls in shown_classes():
        names = [name for name, _ in shown_fields(cls)]
        assert len(names) == len(set(names))


def test_the_committed_form_is_fresh() -> None:
    place = ROOT / "tools" / "schemas.py"
    spec = importlib.util.spec_from_file_location("tools_schemas_form", place)
    assert spec is not None
    assert spec.loader is not None
    schemas = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(schemas)
    for name, content in schemas.forms().items():
        assert content == (ROOT / "schemas" / name).read_bytes(), "run tools/schemas.py"
