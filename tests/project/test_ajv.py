from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

pytestmark = pytest.mark.ajv

Json = dict[str, Any]
SHOW = "import sys; from pst_standards.cli import main; sys.exit(main(sys.argv[1:]))"
COMPONENTS = (
    *("legal_basis", "requirements", "procedure", "time_limit", "fee", "product", "facilities"),
    *("competence", "internal_supervision", "complaint_handling", "staffing"),
    *("service_guarantee", "safety_guarantee", "performance_evaluation"),
)


@pytest.fixture(scope="module")
def shown(root: Path) -> Json:
    command = [
        sys.executable,
        "-c",
        SHOW,
        "show",
        "examples/kabupaten-semarang",
        "--format",
        "json",
    ]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, encoding="utf-8")
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def schemas(root: Path) -> Mapping[str, Json]:
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in (root / "schemas").glob("*.schema.json")
    }


@pytest.fixture(scope="module")
def ajv_accepts() -> Callable[..., list[bool]]:
    """Whether Ajv accepts each instance; tools/test.py says where Node.js and Ajv stand."""
    node, folder = os.environ["PST_NODE"], os.environ["PST_AJV"]

    def accepts(schema: Json, *instances: Json) -> list[bool]:
        done = subprocess.run(
            [node, "check.mjs"],
            cwd=folder,
            check=False,
            input=json.dumps([schema, *instances]),
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return [bool(verdict) for verdict in json.loads(done.stdout)]

    return accepts


def without_each_component(shown: Json) -> list[Json]:
    """The definition once for each component, the first standard lacking it."""
    lacking = [copy.deepcopy(shown) for _ in COMPONENTS]
    for definition, component in zip(lacking, COMPONENTS, strict=True):
        del definition["standards"][0][component]
    return lacking


def damaged(shown: Json) -> list[Json]:
    """The definition with one value at a time replaced by what cannot stand there."""
    wrong: tuple[object, ...] = (17, [[]], {"no-such-key": {"x": []}})
    return [{**shown, key: value} for key in shown for value in wrong]


def test_ajv_accepts_the_example_and_misses_each_component(
    ajv_accepts: Callable[..., list[bool]], schemas: Mapping[str, Json], shown: Json
) -> None:
    verdicts = ajv_accepts(schemas["complete-definition"], shown, *without_each_component(shown))
    assert verdicts == [True] + [False] * len(COMPONENTS)


def test_a_fragment_passes_the_schema_of_the_shape(
    ajv_accepts: Callable[..., list[bool]], schemas: Mapping[str, Json], shown: Json
) -> None:
    fragments = [{key: value} for key, value in shown.items()]
    assert all(ajv_accepts(schemas["definition"], {}, shown, *fragments))


def test_ajv_accepts_a_report_and_no_damaged_one(
    ajv_accepts: Callable[..., list[bool]], schemas: Mapping[str, Json], root: Path
) -> None:
    command = [sys.executable, "-c", SHOW, "check", "examples/kabupaten-semarang"]
    done = subprocess.run(
        [*command, "--format", "json"], cwd=root, check=True, capture_output=True, encoding="utf-8"
    )
    report = json.loads(done.stdout)
    lacking = [{key: part for key, part in report.items() if key != gone} for gone in report]
    verdicts = ajv_accepts(schemas["report"], report, *lacking)
    assert verdicts == [True] + [False] * len(lacking)


@pytest.mark.parametrize("name", ["definition", "complete-definition"])
def test_ajv_and_jsonschema_agree(
    ajv_accepts: Callable[..., list[bool]], schemas: Mapping[str, Json], shown: Json, name: str
) -> None:
    instances = [shown, *without_each_component(shown), *damaged(shown)]
    python = [Draft202012Validator(schemas[name]).is_valid(instance) for instance in instances]
    assert ajv_accepts(schemas[name], *instances) == python
    assert len(set(python)) == len({True, False})


def test_the_examples_in_the_schema_are_accepted(
    ajv_accepts: Callable[..., list[bool]], schemas: Mapping[str, Json]
) -> None:
    examples = schemas["definition"].get("examples", [])
    assert examples
    assert all(ajv_accepts(schemas["definition"], *examples))
