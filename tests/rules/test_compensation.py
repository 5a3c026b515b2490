from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
Bounds: TypeAlias = tuple[int | None, int | None] | tuple[int | None, int | None, bool]


def tier(bounds: Bounds, *kinds: str) -> dict[str, Any]:
    stated = dict(zip(("lower", "upper", "upper_included"), bounds, strict=False))
    given: dict[str, Any] = {name: end for name, end in stated.items() if end is not None}
    return given | {"remedies": [{"kind": kind} for kind in kinds]}


def policy(*tiers: dict[str, Any], **more: Any) -> dict[str, Any]:
    rule = {"id": "late", "unit": "minute", "tiers": list(tiers), **more}
    return {"compensation": {"rules": [rule]}}


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([(0, 30), (30, 60), (60, None)], []),
        ([(60, None), (0, 30), (30, 60)], []),
        ([(None, 30), (30, None)], []),
        ([(0, 60), (61, None)], [("gap", 60, 61, 1)]),
        ([(0, 60), (60, 90), (120, None)], [("gap", 90, 120, 2)]),
        ([(0, 90), (60, None)], [("overlap", 60, 90, 1)]),
        ([(0, 90), (60, 80), (90, None)], [("overlap", 60, 80, 1), ("gap", 80, 90, 2)]),
        ([(0, None), (30, 60)], [("overlap", 30, 60, 1)]),
        ([(0, None), (30, None)], [("overlap_open", 30, None, 1)]),
        ([(60, 30)], [("inverted", 60, 30, 0), ("start", 0, 60, 0), ("end", 30, None, 0)]),
        ([(30, 30)], [("inverted", 30, 30, 0), ("start", 0, 30, 0), ("end", 30, None, 0)]),
        ([(30, None)], [("start", 0, 30, 0)]),
        ([(0, 30)], [("end", 30, None, 0)]),
        (
            [(30, 60, True), (61, 120, True), (120, None)],
            [("start", 0, 30, 0), ("overlap", 120, 121, 2)],
        ),
        ([(0, 90, True), (90, 180, True), (181, None)], [("overlap", 90, 91, 1)]),
        ([(0, 30, True)], [("end", 31, None, 0)]),
        ([(0, 30, False), (30, None)], []),
        ([(0, 30), (30, 30, True), (31, None)], []),
        ([(30, 29, True)], [("inverted", 30, 29, 0), ("start", 0, 30, 0), ("end", 30, None, 0)]),
        ([(None, None)], []),
        ([], []),
    ],
)
def test_tiers_join(
    bounds: list[Bounds], expected: list[tuple[str, int, int | None, int]], report: Check
) -> None:
    found = report(policy(*map(tier, bounds))).of("KOMP-004")
    seen = [
        (hit.variant, hit.params["from"], hit.params.get("to"), hit.pointer[4]) for hit in found
    ]
    assert sorted(seen, key=str) == sorted(expected, key=str)
    assert {hit.params["unit"] for hit in found} <= {"minute"}


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        (["souvenir"], ["drink"], True),
        (["drink"], ["souvenir"], False),
        (["souvenir"], ["souvenir"], False),
        (["souvenir"], [], True),
        ([], ["drink"], False),
        (["drink", "souvenir"], ["souvenir"], True),
        (["drink"], ["drink", "souvenir"], False),
        (["souvenir"], ["no_queue"], False),
        (["no_queue"], ["priority_next_visit"], True),
        (["apology_of_head"], ["spoken_apology"], True),
        (["apology_of_head"], ["spoken_apology", "drink"], False),
        (["souvenir", "apology_of_head"], ["drink", "spoken_apology"], True),
        (["souvenir", "apology_of_head"], ["drink", "delivery"], False),
    ],
)
def test_remedies_do_not_weaken(
    earlier: list[str], later: list[str], *, found: bool, keys: Keys
) -> None:
    given = policy(tier((0, 30), *earlier), tier((30, None), *later))
    assert keys(given, "KOMP-005") == (["KOMP-005"] if found else [])


def test_a_remedy_told_in_words_only_is_not_judged(keys: Keys) -> None:
    later = {"lower": 30, "remedies": [{"text": "Hadiah utama"}]}
    assert keys(policy(tier((0, 30), "souvenir"), later), "KOMP-005") == []


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ({"trigger": "late", "unit": "minute", "tiers": [{"lower": 0}]}, None),
        ({"trigger": "late", "unit": "minute", "tiers": [{"upper": 30}]}, None),
        ({"trigger": "late", "tiers": [{"lower": 0}]}, ("unit",)),
        ({"trigger": "late", "unit": "minute"}, ("tiers",)),
        ({"trigger": "late", "unit": "minute", "tiers": [{"remedies": []}]}, ("tiers",)),
        ({"trigger": "waiting_without_information"}, ("tiers", "unit")),
        ({}, ("tiers", "unit")),
        ({"trigger": "conduct"}, None),
    ],
)
def test_a_promise_of_time_has_threshold_and_unit(
    rule: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report({"compensation": {"rules": [{"id": "r", **rule}]}}).of("KOMP-003")
    assert [hit.params["missing"] for hit in found] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ({"trigger": "late"}, True),
        ({}, True),
        ({"trigger": "late", "clock": "total_wait"}, False),
        ({"trigger": "wrong_product"}, False),
    ],
)
def test_a_promise_of_time_names_its_clock(
    rule: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    given = {"compensation": {"rules": [{"id": "r", **rule}]}}
    assert keys(given, "KOMP-006") == (["KOMP-006"] if found else [])


def test_without_promises_their_rules_do_not_apply(report: Check) -> None:
    found = report({"compensation": {"announcement": "Ada"}})
    assert {"KOMP-003", "KOMP-004", "KOMP-005", "KOMP-006"} <= set(found.coverage.not_applicable)
