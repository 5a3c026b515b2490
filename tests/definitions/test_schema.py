from __future__ import annotations

import copy
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pst_standards.definitions.merging import clean
from pst_standards.definitions.schema import complete_schema, definition_schema
from pst_standards.definitions.shape_check import _validator
from pst_standards.definitions.structure import ShapeError, plain, structure
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.testing.factories import complete_data
from pst_standards.testing.strategies import definitions

ROOT = Path(__file__).resolve().parents[2]
SHAPE = Draft202012Validator(definition_schema())
WHOLE = Draft202012Validator(complete_schema())


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from subschemas(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from subschemas(part)


def structures(data: Any) -> bool:
    try:
        structure(clean(data))
    except (ShapeError, TypeError):
        return False
    return True


@pytest.mark.parametrize("schema", [definition_schema(), complete_schema()])
def test_a_schema_is_valid_and_branches_only_by_if_and_then(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)

    assert not [part for part in subschemas(schema) if {"oneOf", "anyOf"} & part.keys()]


@pytest.mark.unmeasured
def test_every_example_in_the_schema_is_valid() -> None:
    for part in subschemas(definition_schema()):
        for example in part.get("examples", ()):
            inner = {**part, "$defs": definition_schema()["$defs"]}
            assert Draft202012Validator(inner).is_valid(example), part["title"]


def test_every_field_has_a_title_in_both_languages() -> None:
    schema = definition_schema()
    for owner in (schema, *schema["$defs"].values()):
        for name, part in owner.get("properties", {}).items():
            indonesian, _, english = part["title"].partition(" · ")
            assert indonesian, name
            assert english, name


def test_every_part_is_titled_by_its_terms_and_not_by_its_class() -> None:
    schema = definition_schema()
    for name, part in schema["$defs"].items():
        assert " · " in part["title"], name
        assert "`" not in part["description"], name
    assert schema["$defs"]["CompensationPolicy"]["title"] == "Kompensasi · Compensation"
    assert '"services" names the services' in schema["$defs"]["StaffGroup"]["description"]


def test_every_key_is_described() -> None:
    schema = definition_schema()
    for owner in (schema, *schema["$defs"].values()):
        for name, part in owner.get("properties", {}).items():
            assert part["description"], name
    fee = schema["$defs"]["Fee"]["properties"]
    assert "Dasar: UU 25/2009 Pasal 31 ayat (4) · Basis: " in fee["instrument"]["description"]


def test_every_choice_is_explained_on_a_line_of_its_own() -> None:
    for owner in definition_schema()["$defs"].values():
        for name, part in owner.get("properties", {}).items():
            for key in filter(None, part.get("enum", part.get("items", {}).get("enum", ()))):
                (line,) = [
                    one for one in part["description"].splitlines() if one.startswith(f"{key}: ")
                ]
                indonesian, _, english = line.removeprefix(f"{key}: ").partition(" · ")
                assert indonesian not in {"", key}, name
                assert english, name


@pytest.mark.unmeasured
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(definitions())
def test_what_structures_is_valid(definition: Definition) -> None:
    assert SHAPE.is_valid(plain(definition))


SPOILED: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, -1, 101, 2.5, 2.0, "", "x", "<", "UPPER case", "free"),
        *("2024-02-31", "2024-01-31", "25:00", "08:00"),
        *([], [None], ["x"], [{}], [{"id": "a"}]),
        *({}, {"id": "x"}, {"id": None}, {"x": 1}),
    ]
)


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """Draw the data of a definition with one value somewhere replaced by an odd one."""
    data = plain(draw(definitions()))
    node, steps = data, draw(st.integers(1, 5))
    for _ in range(steps):
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = draw(st.sampled_from(keys)) if keys else None
        if key is None:
            break
        below = node[key]
        if not isinstance(below, dict | list) or draw(st.booleans()):
            node[key] = draw(SPOILED)
            break
        node = below
    return data


@pytest.mark.unmeasured
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(spoiled())
def test_valid_and_structured_are_the_same_but_for_what_null_means(data: Any) -> None:
    """The one exception: ``null`` is valid, as it removes in a layer, and is cleaned away first."""
    valid = not list(_validator(Definition).iter_errors(data))
    whole = not list(_validator(Definition).iter_errors(clean(data)))

    assert structures(data) == whole
    assert whole or not valid or data != clean(data)


def test_a_whole_number_written_as_a_fraction_is_found_by_the_check_not_the_schema() -> None:
    """JSON Schema counts 150.0 as an integer; here it may be a misread 150.000."""
    data: Any = {"facilities": [{"id": "a", "fee": 150.0}]}

    assert SHAPE.is_valid(data)
    assert not _validator(Definition).is_valid(data)
    assert not structures(data)


def test_a_date_that_does_not_exist_is_found_by_the_format_not_the_pattern() -> None:
    data = {"maklumat": {"date": "2024-02-31"}}

    assert SHAPE.is_valid(data)
    assert not _validator(Definition).is_valid(data)
    assert not structures(data)


def test_a_complete_definition_is_valid() -> None:
    assert WHOLE.is_valid(complete_data())


@pytest.mark.parametrize("component", list(Component))
def test_a_missing_component_is_invalid(component: Component) -> None:
    data = complete_data()
    del data["standards"][0][component.value]

    assert SHAPE.is_valid(data)
    assert not WHOLE.is_valid(data)


@pytest.mark.parametrize("component", list(Component))
def test_a_component_that_is_null_is_invalid(component: Component) -> None:
    data = complete_data()
    data["standards"][0][component.value] = None

    assert not WHOLE.is_valid(data)


@pytest.mark.parametrize("key", complete_schema()["required"])
def test_a_missing_part_is_invalid(key: str) -> None:
    data = complete_data()
    del data[key]

    assert not WHOLE.is_valid(data)


def test_a_layer_is_no_complete_definition() -> None:
    assert not WHOLE.is_valid({**complete_data(), "extends": "bps/2020"})


@pytest.mark.parametrize("folder", [0, 1])
def test_the_committed_schemas_are_fresh(folder: int) -> None:
    schemas = tool("schemas")
    for name, content in schemas.files().items():
        assert content == (schemas.FOLDERS[folder] / name).read_bytes(), "run tools/schemas.py"


def test_generating_does_not_share_state() -> None:
    first = definition_schema()
    before = copy.deepcopy(first)
    complete_schema()

    assert before == first == json.loads(json.dumps(definition_schema()))


@pytest.mark.parametrize("value", [{}, [], 0, False, {"a": 1}, 5])
def test_what_stands_for_a_text_in_one_language_is_a_text(value: Any) -> None:
    data: Any = {"services": [{"id": "a", "name": {"id": value, "en": "library"}}]}

    assert not _validator(Definition).is_valid(data)
    assert not structures(data)
