from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.rules import check

DATA = Path(__file__).resolve().parents[1] / "data"
DAY = dt.date(2026, 11, 23)
ELEMENT_RULES = {
    "capability": "MKL-002",
    "improvement": "MKL-003",
}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in read(DATA / name)["cases"]]


def rules_found(data: Mapping[str, Any]) -> set[str]:
    return {finding.rule for finding in check(data, as_of=DAY).findings}


@pytest.mark.parametrize("path", sorted((DATA / "standards").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_published_standard_shows_its_defects(path: Path) -> None:
    case = read(path)
    found = rules_found(case["definition"])
    assert set(case["expected"]) <= found
    assert found.isdisjoint(case["absent"])


@pytest.mark.parametrize("path", sorted((DATA / "standards").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_published_standard_fits_the_format(path: Path) -> None:
    found = rules_found(read(path)["definition"])
    assert {rule for rule in found if rule.startswith("DEF-")} == set()


@pytest.mark.parametrize("case", cases("compensation-policies.yaml"))
def test_a_published_policy_shows_its_defects(case: Mapping[str, Any]) -> None:
    found = rules_found({"compensation": {**case.get("policy", {}), "rules": case["rules"]}})
    assert set(case["expected"]) <= found
    assert found.isdisjoint(case["absent"])


@pytest.mark.parametrize("case", cases("maklumat-wordings.yaml"))
def test_the_elements_of_a_published_maklumat_are_found(case: Mapping[str, Any]) -> None:
    pledge = {case.get("lang", "id"): case["text"]}
    found = rules_found({"maklumat": {"pledge": pledge}})
    elements = set(case["elements"])
    missing = {rule for name, rule in ELEMENT_RULES.items() if name not in elements}
    if not elements & {"sanction", "compensation"}:
        missing.add("MKL-004")
    if not case["standard"]:
        missing.add("MKL-005")
    assert found & {"MKL-002", "MKL-003", "MKL-004", "MKL-005"} == missing
    assert ("MKL-006" in found) == ("compensation" in elements)
