from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
OLD = "Menurut PermenPANRB 62/2018."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OLD, ["PGD-011"]),
        ("Menurut PermenPANRB 24/2014.", ["PGD-011"]),
        ("Peraturan Menteri PANRB Nomor 62 Tahun 2018", ["PGD-011"]),
        ("Menurut PermenPANRB 5/2025.", []),
        ("PermenPANRB 62/2018 yang diganti dengan PermenPANRB 5/2025", []),
        ("PermenPANRB 62/2018 dan PermenPANRB 5/2025", []),
        ("PermenPANRB 62/2018 yang sudah tidak berlaku lagi", []),
        ("Menurut PermenPANRB 14/2017.", []),
    ],
)
def test_an_old_guide_is_found(text: str, expected: list[str], keys: Keys) -> None:
    assert keys({"complaints": {"text": text}}, "PGD-011") == expected


def test_the_finding_names_the_successor(report: Check) -> None:
    (found,) = report({"complaints": {"text": OLD}}).of("PGD-011")
    assert found.pointer == ("complaints", "text")
    assert found.params == {
        "regulation": "PermenPANRB 62/2018",
        "until": "2025-05",
        "replaced_by": "PermenPANRB 5/2025",
    }


def test_both_old_guides_are_found(report: Check) -> None:
    given = {
        "complaints": {"text": "PermenPANRB 24/2014", "clocks": [{"id": "a", "citation": OLD}]}
    }
    found = {one.params["regulation"]: one.pointer for one in report(given).of("PGD-011")}
    assert found == {
        "PermenPANRB 24/2014": ("complaints", "text"),
        "PermenPANRB 62/2018": ("complaints", "clocks", 0, "citation"),
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-01-01", []),
        ("2025-05-30", []),
        ("2025-05-31", ["PGD-011"]),
        ("2026-01-01", ["PGD-011"]),
    ],
)
def test_a_text_without_a_date_is_judged_on_the_day_of_the_check(
    day: str, expected: list[str], keys: Keys
) -> None:
    given = {"complaints": {"text": OLD}}
    assert keys(given, "PGD-011", as_of=dt.date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ({}, ["PGD-011"]),
        ({"decree": {"date": "2024-03-01"}}, []),
        ({"decree": {"date": "2025-06-02"}}, ["PGD-011"]),
        ({"decree": {"number": "1"}, "life_cycle": {"adopted_on": "2024-03-01"}}, []),
        ({"life_cycle": {"in_force_from": "2024-03-01"}}, []),
        ({"life_cycle": {"adopted_on": "2025-06-02", "in_force_from": "2024-03-01"}}, ["PGD-011"]),
        ({"life_cycle": {}}, ["PGD-011"]),
    ],
)
def test_a_standard_is_judged_on_its_own_date(
    dated: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    standard = {"id": "a", "complaint_handling": {"text": OLD}, **dated}
    assert keys({"standards": [standard]}, "PGD-011") == expected


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ({}, ["PGD-011"]),
        ({"year": 2024}, []),
        ({"year": 2025}, ["PGD-011"]),
        ({"published_on": "2025-05-02"}, []),
        ({"published_on": "2025-06-02", "year": 2024}, ["PGD-011"]),
        ({"year": 0}, ["PGD-011"]),
        ({"year": 1}, []),
        ({"year": 99999}, ["PGD-011"]),
    ],
)
def test_a_publication_is_judged_on_its_own_date(
    dated: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys({"publications": [{"id": "a", "text": OLD, **dated}]}, "PGD-011") == expected


def test_the_law_of_the_day_decides_over_a_later_date(keys: Keys) -> None:
    standard = {"id": "a", "complaint_handling": {"text": OLD}, "decree": {"date": "2026-01-05"}}
    assert keys({"standards": [standard]}, "PGD-011", as_of=dt.date(2024, 1, 1)) == []


def test_a_legal_basis_is_left_to_the_rule_about_it(report: Check) -> None:
    basis = {"regulations": [{"citation": "PermenPANRB 62/2018"}]}
    given = {"standards": [{"id": "a", "legal_basis": basis}]}
    assert [found.rule for found in report(given).of("PGD-011", "STD-009")] == ["STD-009"]
    (found,) = report(given | {"complaints": {"text": OLD}}).of("PGD-011")
    assert found.pointer == ("complaints", "text")


def test_no_place_breaks_the_rule(report: Check) -> None:
    given = {"office": {"integrated_service": {"aims": [OLD]}}, "maklumat": {"pledge": OLD}}
    found = report(given)
    assert len(found.of("PGD-011")) == 2
    assert found.coverage.failed == ()
