from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from pst_standards.surveys import OfficialResult, SurveyError, instrument, official, published_from

SKD = instrument("skd-2025")
GIVEN: Mapping[str, Any] = {
    "instrument": "skd-2025",
    "source": "Tabel dari pusat, Triwulan I",
    "periode": "TW I 2025",
    "n": 31,
    "elements": {"U1": "9,10", "biaya": {"nrr": "9.50", "bobot": "0.0625"}, "U16": {"sum": 290}},
    "ikm": "93,00",
    "mutu": "A",
}


def taken(**changes: object) -> OfficialResult:
    return official(published_from({**GIVEN, **changes}))


def test_official_figures_are_reported_as_they_were_written() -> None:
    found = json.loads(json.dumps(taken().to_dict()))
    assert (found["index"], found["grade"], found["n"]) == ("93,00", "A", 31)
    assert found["source"] == "Tabel dari pusat, Triwulan I"
    assert found["period"] == "TW I 2025"
    first, fee, last = found["elements"]
    assert (first["element"], first["mean"]) == ("information", "9,10")
    assert (fee["mean"], fee["weight"]) == ("9.50", "0.0625")
    assert last["mean"] is None
    assert (last["derived_mean"], last["derived_mean_exact"]) == ("9.355", "290/31")
    assert "derived_mean" not in fee


def test_the_audit_stands_beside_them_and_changes_nothing() -> None:
    means = dict.fromkeys(SKD.keys, "9.00")
    found = taken(elements=means, ikm="95.00")
    assert found.audit.status == "inconsistent"
    told = found.to_dict()
    assert told["index"] == "95.00"
    assert told["grade"] == "A"
    assert [note["key"] for note in told["warnings"]] == ["official", "audit-none-above"]
    right = taken(elements=means, ikm="90.00")
    assert "exact" in right.audit.reproduces


def test_questions_of_an_element_are_averaged_first() -> None:
    elements = {"biaya.1": "4.00", "biaya.2": "3.00", "waktu": "3.00"}
    table = {"instrument": "skm-2017", "source": "x", "elements": elements, "ikm": "81.25"}
    found = official(published_from(table))
    assert "exact" in found.audit.reproduces
    assert [one["element"] for one in found.to_dict()["elements"]] == [*_items(), "time_limit"]
    assert found.to_dict()["elements"][0]["term"]["id"] == "Biaya/tarif"


def _items() -> list[str]:
    return ["fee.1", "fee.2"]


def test_a_grade_that_was_not_given_is_derived_and_called_so() -> None:
    found = taken(mutu="")
    assert found.derived_grade == "A"
    told = found.to_dict()
    assert told["grade"] is None
    assert told["derived_grade"] == "A"
    assert [note.key for note in found.notes][:2] == ["official", "official-derived-grade"]
    assert taken().derived_grade == ""


def test_an_index_of_another_scale_has_its_lowest_bound() -> None:
    assert taken(mutu="", ikm="12,00", elements={}).derived_grade == "D"
    assert taken(mutu="", ikm="9,00", elements={}).derived_grade == ""


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"source": " "}, "official.source"),
        ({"ikm": "", "elements": {}, "mutu": ""}, "official.nothing"),
    ],
)
def test_figures_without_a_source_are_not_taken(changes: dict[str, object], kind: str) -> None:
    with pytest.raises(SurveyError) as raised:
        taken(**changes)
    assert raised.value.kind == kind


def test_ni_alone_is_a_result_too() -> None:
    found = taken(ikm="", ni="9,30", mutu="", elements={})
    assert found.derived_grade == "A"
    assert found.to_dict()["ni"] == "9,30"
