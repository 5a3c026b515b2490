from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.findings import Report

Check = Callable[..., Report]
WORDINGS = Path(__file__).resolve().parents[1] / "data" / "maklumat-wordings.yaml"
CASES: list[Mapping[str, Any]] = yaml.safe_load(WORDINGS.read_text(encoding="utf-8"))["cases"]

each_wording = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def worded(case: Mapping[str, Any]) -> dict[str, Any]:
    pledge = {case.get("lang", "id"): case["text"]}
    if "english" in case:
        pledge["en"] = case["english"]
    return {"maklumat": {"pledge": pledge}}


def test_every_family_is_there() -> None:
    assert {case["family"] for case in CASES} == {"A", "B", "C", "C'", "D", "E", "F", "G", "H"}


@each_wording
def test_what_is_misspelt_is_found_and_nothing_else(case: Mapping[str, Any], report: Check) -> None:
    written = [hit.params["written"] for hit in report(worded(case)).of("MKL-013")]
    assert sorted(map(str, written)) == sorted(case.get("misspelt", ()))


@each_wording
def test_a_charter_of_public_information_is_told_apart(
    case: Mapping[str, Any], report: Check
) -> None:
    assert bool(report(worded(case)).of("MKL-016")) == case.get("ppid", False)


@each_wording
def test_what_a_translation_leaves_out_is_found(case: Mapping[str, Any], report: Check) -> None:
    found = report(worded(case)).of("MKL-014")
    left_out = tuple(case.get("untranslated", ()))
    told = [(hit.variant, hit.params["missing"]) for hit in found]
    assert told == ([("en", left_out)] if left_out else [])
