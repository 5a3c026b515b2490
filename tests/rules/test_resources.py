from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
GROUPS = ("disability", "elderly", "pregnant", "breastfeeding", "children", "disaster_victims")


def listed(facilities: dict[str, Any], *known: dict[str, Any]) -> dict[str, Any]:
    return {"standards": [{"id": "x", "facilities": facilities}], "facilities": list(known)}


@pytest.mark.parametrize(
    ("facilities", "known", "found"),
    [
        ({}, {"id": "ramp", "groups": ["elderly"]}, True),
        ({"items": ["ramp"]}, {"id": "ramp", "groups": ["elderly"]}, False),
        ({"items": ["room"]}, {"id": "room", "name": "Ruang laktasi"}, False),
        ({"items": ["room"]}, {"id": "room", "name": "Ruang tunggu"}, True),
        ({"items": ["room"]}, {"id": "ramp", "groups": ["elderly"]}, True),
        ({"note": "Tersedia kursi roda"}, {"id": "room"}, False),
    ],
)
def test_a_standard_lists_something_for_vulnerable_groups(
    facilities: dict[str, Any], known: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    assert keys(listed(facilities, known), "STD-031") == (["STD-031"] if found else [])


@pytest.mark.parametrize(
    ("staffing", "expected"),
    [
        ({}, ["STD-037.count", "STD-037.workload"]),
        ({"count": 0}, ["STD-037.count", "STD-037.workload"]),
        ({"count": 1, "workload_basis": "40 pengunjung sehari"}, []),
        ({"count": 1, "workload_basis": "-"}, ["STD-037.workload"]),
        ({"text": "2 (dua) orang petugas", "workload_basis": "x y"}, []),
        ({"text": "0 orang", "workload_basis": "x y"}, ["STD-037.count"]),
        ({"text": "Cukup", "workload_basis": "x y"}, ["STD-037.count"]),
        ({"count": 0, "text": "2 orang", "workload_basis": "x y"}, ["STD-037.count"]),
    ],
)
def test_a_standard_states_how_many_serve(
    staffing: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys({"standards": [{"id": "x", "staffing": staffing}]}, "STD-037") == expected


@pytest.mark.parametrize(
    ("facilities", "expected"),
    [
        ([], "FAC-004.none"),
        ([{"id": "room", "name": "Ruang tunggu"}], "FAC-004.none"),
        ([{"id": "room", "name": "Ruang laktasi"}], "FAC-004.some"),
        ([{"id": "room", "groups": ["elderly"]}], "FAC-004.some"),
        ([{"id": "room", "groups": list(GROUPS)}], None),
        ([{"id": "a", "groups": list(GROUPS[:3])}, {"id": "b", "groups": list(GROUPS[3:])}], None),
    ],
)
def test_an_office_serves_vulnerable_groups(
    facilities: list[dict[str, Any]], expected: str | None, keys: Keys
) -> None:
    assert keys({"facilities": facilities}, "FAC-004") == ([expected] if expected else [])


def test_the_groups_not_served_are_named(report: Check) -> None:
    (found,) = report({"facilities": [{"id": "a", "groups": list(GROUPS[:4])}]}).of("FAC-004")
    assert found.params["groups"] == ("children", "disaster_victims")
    assert found.pointer == ("facilities",)


@pytest.mark.parametrize(
    ("facility", "found"),
    [
        ({"groups": ["disability"], "fee": 5000}, True),
        ({"name": "Kursi roda", "fee": 5000}, True),
        ({"groups": ["disability"], "fee": 0}, False),
        ({"groups": ["disability"]}, False),
        ({"name": "Fotokopi", "fee": 500}, False),
    ],
)
def test_special_facilities_are_free(facility: dict[str, Any], *, found: bool, keys: Keys) -> None:
    given = {"facilities": [{"id": "x", **facility}]}
    assert keys(given, "FAC-012") == (["FAC-012"] if found else [])


def test_the_fee_is_named_where_it_stands(report: Check) -> None:
    given = {"facilities": [{"id": "a"}, {"id": "x", "groups": ["elderly"], "fee": 7}]}
    (found,) = report(given).of("FAC-012")
    assert (found.pointer, found.params) == (
        ("facilities", 1, "fee"),
        {"facility": "x", "fee": 7},
    )
