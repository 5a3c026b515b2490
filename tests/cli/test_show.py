from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.definitions import load, loads
from pst_standards.findings import parse_pointer

Pst = Callable[..., Any]
LETTERS = {
    "legal_basis": "a",
    "requirements": "b",
    "procedure": "c",
    "time_limit": "d",
    "fee": "e",
    "product": "f",
    "facilities": "g",
    "competence": "h",
    "internal_supervision": "i",
    "complaint_handling": "j",
    "staffing": "k",
    "service_guarantee": "l",
    "safety_guarantee": "m",
    "performance_evaluation": "n",
}


@pytest.fixture
def semarang(examples: Path) -> Path:
    return examples / "kabupaten-semarang"


def test_the_resolved_definition_is_shown_as_json(pst: Pst, semarang: Path) -> None:
    ended = pst("show", semarang, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    shown = json.loads(ended.out)
    assert "extends" not in shown
    assert [service["id"] for service in shown["services"]] == [
        *("library", "consultation", "product-sales", "recommendation")
    ]
    assert loads(ended.out) == load(semarang)


def test_json_is_what_is_shown_unasked_and_yaml_says_the_same(pst: Pst, semarang: Path) -> None:
    plain, as_yaml = pst("show", semarang), pst("show", semarang, "--format", "yaml")
    assert plain == pst("show", semarang, "--format", "json")
    assert yaml.safe_load(as_yaml.out) == json.loads(plain.out)


def test_what_is_shown_checks_like_the_folder_it_came_from(pst: Pst, semarang: Path) -> None:
    def rules(ended: Any) -> list[str]:
        return sorted(found["rule"] for found in json.loads(ended.out)["findings"])

    shown = pst("show", semarang).out.encode()
    folder = pst("check", semarang, "--format", "json")
    assert rules(pst("check", "-", "--format", "json", stdin=shown)) == rules(folder)


@pytest.mark.parametrize("component", LETTERS)
def test_a_component_taken_from_what_is_shown_is_missed(
    pst: Pst, semarang: Path, tmp_path: Path, component: str
) -> None:
    shown = json.loads(pst("show", semarang).out)
    del shown["standards"][1][component]
    file = tmp_path / "shown.json"
    file.write_text(json.dumps(shown, indent=2), encoding="utf-8")
    ended = pst("check", file, "--format", "json")
    assert ended.code == 1
    (found,) = (one for one in json.loads(ended.out)["findings"] if one["rule"] == "STD-001")
    assert found["params"] == {"component": component, "letter": LETTERS[component]}
    lines = file.read_text(encoding="utf-8").splitlines()
    assert found["pointer"] == "/standards/1"
    assert lines[found["line"] - 1].strip() == "{"
    assert lines[found["line"]].strip() == '"id": "consultation",'


@pytest.mark.parametrize("component", LETTERS)
def test_a_component_that_the_office_sets_to_null_is_missed_on_the_line_of_the_standard(
    pst: Pst, tmp_path: Path, component: str
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(
        f"extends: bps/2020\nstandards:\n  - id: library\n    {component}: null\n",
        encoding="utf-8",
    )
    ended = pst("check", file, "--format", "json")
    assert ended.code == 1
    found = [
        one
        for one in json.loads(ended.out)["findings"]
        if one["rule"] == "STD-001" and one["params"]["component"] == component
    ]
    own = [one for one in found if one["pointer"] == "/standards/0"]
    assert [one["params"] for one in own] == [
        {"component": component, "letter": LETTERS[component]}
    ]
    assert own[0]["file"].endswith("kantor.yaml")
    assert own[0]["line"] == 3


def test_the_origin_of_every_value_is_shown(pst: Pst, semarang: Path) -> None:
    ended = pst("show", semarang, "--provenance")
    origins, shown = json.loads(ended.out), json.loads(pst("show", semarang).out)
    keys = {"file", "line", "column", "layer", "source", "confidence"}
    assert all(set(origin) == keys for origin in origins.values())
    for pointer in origins:
        value = shown
        for step in parse_pointer(pointer):
            value = value[step]
    assert origins["/office/email"]["file"].endswith("kabupaten-semarang/kantor.yaml")
    assert origins["/standards/0/fee/kind"]["layer"] == "bps/2020"


@pytest.mark.parametrize(("lang", "sentence"), [("id", "bukan salah satu"), ("en", "not one of")])
def test_a_definition_of_wrong_shape_is_not_shown(
    pst: Pst, tmp_path: Path, lang: str, sentence: str
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(f"lang: {lang}\nstage: selesai\n", encoding="utf-8")
    ended = pst("show", file)
    assert (ended.code, ended.out) == (1, "")
    assert "kantor.yaml:2:8  DEF-017: " in ended.err
    assert sentence in ended.err
