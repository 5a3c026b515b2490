from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pst_standards.definitions import dumps, load, loads
from pst_standards.definitions.provenance import provenance
from pst_standards.findings import parse_pointer
from pst_standards.model.definition import Definition, Stage

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kabupaten-semarang"


def at(data: Any, pointer: str) -> Any:
    for step in parse_pointer(pointer):
        data = data[step]
    return data


def leaves(data: Any, pointer: str = "") -> list[str]:
    if isinstance(data, dict):
        return [leaf for key, part in data.items() for leaf in leaves(part, f"{pointer}/{key}")]
    if isinstance(data, list):
        return [leaf for key, part in enumerate(data) for leaf in leaves(part, f"{pointer}/{key}")]
    return [pointer]


def test_every_value_of_the_shown_definition_has_its_origin() -> None:
    definition = load(EXAMPLE)
    shown, origins = json.loads(dumps(definition, format="json")), provenance(definition)
    assert set(leaves(shown)) - set(origins) == set()
    assert [pointer for pointer in origins if at(shown, pointer) is None] == []


def test_each_origin_points_at_a_line_that_holds_the_value() -> None:
    definition = load(EXAMPLE)
    shown, origins = json.loads(dumps(definition, format="json")), provenance(definition)
    checked = 0
    for pointer in leaves(shown):
        origin, value = origins[pointer], at(shown, pointer)
        file = EXAMPLE.parents[1] / str(origin["file"])
        said = {"marks", "source", "confidence"} & set(pointer.split("/"))
        if not file.is_file() or not isinstance(value, str) or said:
            continue
        line = file.read_text(encoding="utf-8").splitlines()[int(str(origin["line"])) - 1]
        assert value[:20] in line, pointer
        checked += 1
    assert checked > 200


def test_an_origin_names_the_layer_the_source_and_how_sure_it_is() -> None:
    origins = provenance(load(EXAMPLE))
    name = origins["/office/name"]
    assert list(name) == ["file", "line", "column", "layer", "source", "confidence"]
    assert str(name["file"]).endswith("kantor.yaml")
    assert name["confidence"] == "verified"
    assert {origin["layer"] for origin in origins.values()} == {
        "kabupaten-semarang",
        "provinsi-jawa-tengah",
        "bps/2020",
    }


def test_what_is_said_about_a_value_has_the_origin_of_the_value() -> None:
    origins = provenance(load(EXAMPLE))
    assert origins["/office/marks/phone/source"] == origins["/office/phone"]
    assert origins["/office/head/confidence"] == origins["/office/head"]


def test_a_key_with_a_slash_is_escaped() -> None:
    assert "/a~1b" in provenance(loads({"a/b": 1}))


def test_a_definition_built_in_python_has_no_origins() -> None:
    origins = provenance(Definition(stage=Stage.DRAFT))
    assert set(origins) == {"/format", "/stage"}
    assert set(origins["/stage"].values()) == {None}
