from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
FIELDS = ("responsible", "executors", "budget", "complaint_address", "phone", "email")
WHOLE = dict.fromkeys(FIELDS, "Contoh")


def adopted(**given: Any) -> dict[str, Any]:
    return {"stage": "adopted", **given}


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_of_the_profile_is_asked_for(field: str, report: Check) -> None:
    for profile in ({**WHOLE, field: "-"}, {k: v for k, v in WHOLE.items() if k != field}):
        (found,) = report(adopted(staff={"profile": profile})).of("EXE-006")
        assert (found.variant, found.pointer) == ("fields", ("staff", "profile"))
        assert dict(found.params) == {"missing": (field,)}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, FIELDS[1:]),
        ({"office": {"phone": "1"}}, ("executors", "budget", "complaint_address", "email")),
        ({"office": {"email": "a"}}, ("executors", "budget", "complaint_address", "phone")),
        (
            {"office": {"address": {"city": "Kota Contoh"}}},
            ("executors", "budget", "phone", "email"),
        ),
        ({"office": {"address": {"city": "-"}}}, FIELDS[1:]),
        (
            {"complaints": {"responsible": {"address": {"city": "Kota Contoh"}}}},
            ("executors", "budget", "phone", "email"),
        ),
        (
            {"complaints": {"channels": [{"id": "a", "medium": "phone"}]}},
            ("executors", "budget", "complaint_address", "email"),
        ),
        (
            {"complaints": {"channels": [{"id": "a", "medium": "email"}]}},
            ("executors", "budget", "complaint_address", "phone"),
        ),
    ],
)
def test_what_stands_elsewhere_need_not_be_written_twice(
    given: dict[str, Any], missing: tuple[str, ...], report: Check
) -> None:
    staff = {"profile": {"responsible": "Koordinator"}}
    (found,) = report(adopted(staff=staff, **given)).of("EXE-006")
    assert found.params["missing"] == missing


def test_groups_of_staff_are_the_executors(report: Check) -> None:
    staff = {"profile": {"responsible": "Koordinator"}, "groups": [{"id": "a"}]}
    (found,) = report(adopted(staff=staff)).of("EXE-006")
    assert found.params["missing"] == ("budget", "complaint_address", "phone", "email")


def test_a_profile_that_is_only_published_was_not_seen(report: Check) -> None:
    publications = [
        {"id": "a", "parts": ["standards"]},
        {"id": "b", "parts": ["maklumat", "executor_profile"]},
        {"id": "c", "parts": ["executor_profile"]},
    ]
    (found,) = report(adopted(publications=publications)).of("EXE-006")
    assert (found.variant, found.pointer) == ("unseen", ("publications", 1))
    whole = adopted(publications=publications, staff={"profile": WHOLE})
    assert report(whole).of("EXE-006") == ()


def test_a_profile_that_is_nowhere_is_left_to_another_rule(report: Check) -> None:
    found = report(adopted(staff={"guarantee": "x y"}, publications=[{"id": "a"}]))
    assert "EXE-006" in found.coverage.not_applicable
    assert "executor_profile" in str(found.of("PUB-001")[0].params["missing"])


def evaluation(*days: str, **other: Any) -> dict[str, Any]:
    return adopted(staff={"guarantee": "x y", "evaluated_on": list(days)}, **other)


def period(*months: int) -> dict[str, Any]:
    parts = [{"id": f"s{m}", "performance_evaluation": {"period_months": m}} for m in months]
    return {"standards": parts}


@pytest.mark.parametrize(
    ("given", "variant", "params"),
    [
        (evaluation("2024-11-22"), None, {}),
        (evaluation("2024-11-21"), "old", {"on": "2024-11-21", "limit": 24}),
        (evaluation("2020-01-05", "2026-01-05", "2021-01-05"), None, {}),
        (evaluation("2019-01-05", "2020-01-05"), "old", {"on": "2020-01-05", "limit": 24}),
        (evaluation("2026-11-22"), None, {}),
        (evaluation("2026-11-23"), "none", {"limit": 24}),
        (evaluation(), "none", {"limit": 24}),
        (evaluation(**period(12)), "none", {"limit": 12}),
        (evaluation("2025-11-21", **period(12)), "old", {"on": "2025-11-21", "limit": 12}),
        (evaluation("2025-11-22", **period(12)), None, {}),
        (evaluation("2025-11-21", **period(3, 24, 6)), None, {}),
        (evaluation("2024-11-21", **period(36)), "old", {"on": "2024-11-21", "limit": 24}),
        (evaluation("2024-11-21", **period(0)), "old", {"on": "2024-11-21", "limit": 24}),
        (evaluation("2026-08-21", **period(36, 3)), "old", {"on": "2026-08-21", "limit": 3}),
    ],
)
def test_executors_are_evaluated(
    given: dict[str, Any], variant: str | None, params: dict[str, Any], report: Check
) -> None:
    found = report(given).of("EXE-008")
    at = ("staff", "evaluated_on") if variant == "old" else ("staff",)
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, at, params)]
    )


@pytest.mark.parametrize(
    ("standard", "found"),
    [
        ({"decree": {"date": "2024-11-22"}}, False),
        ({"decree": {"date": "2024-11-21"}}, True),
        ({"life_cycle": {"adopted_on": "2024-11-22"}}, False),
        ({"life_cycle": {"adopted_on": "2024-11-21"}}, True),
        ({"life_cycle": {"in_force_from": "2024-11-22"}}, False),
        ({"life_cycle": {"in_force_from": "2024-11-21"}}, True),
        ({"decree": {"date": "2026-01-05"}, "life_cycle": {"adopted_on": "2020-01-05"}}, True),
        ({"decree": {"number": "1"}}, True),
        ({}, True),
    ],
)
def test_a_new_standard_has_time_for_its_first_evaluation(
    standard: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    given = evaluation(standards=[{"id": "x", **standard}])
    assert keys(given, "EXE-008") == (["EXE-008.none"] if found else [])


def test_an_evaluation_is_judged_on_the_day_of_the_check(report: Check) -> None:
    given = evaluation("2020-02-29")
    assert report(given, dt.date(2022, 2, 28)).of("EXE-008") == ()
    assert len(report(given, dt.date(2022, 3, 1)).of("EXE-008")) == 1


def test_without_staff_an_evaluation_is_not_asked_for(report: Check) -> None:
    assert "EXE-008" in report(adopted()).coverage.not_applicable


@pytest.mark.parametrize(
    ("staffing", "params"),
    [
        ({"count": 1, "posts": 2}, {"standard": "y", "posts": 2, "count": 1}),
        ({"count": 0, "posts": 1}, {"standard": "y", "posts": 1, "count": 0}),
        ({"count": 2, "posts": 2}, None),
        ({"posts": 2}, None),
        ({"count": 2}, None),
    ],
)
def test_no_more_posts_than_executors(
    staffing: dict[str, Any], params: dict[str, Any] | None, report: Check
) -> None:
    standards = [{"id": "x"}, {"id": "y", "staffing": staffing}]
    found = report(adopted(standards=standards)).of("EXE-010")
    pointer = ("standards", 1, "staffing", "posts")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [("posts", pointer, params)] if params else []
    )


@pytest.mark.parametrize(
    ("group", "variant"),
    [
        ({"count": 1}, "alone"),
        ({"count": 1, "cover": "-"}, "alone"),
        ({"count": 1, "cover": "Petugas front office"}, None),
        ({"count": 1, "cover": "Tidak ada"}, "uncovered"),
        ({"count": 2, "cover": "Tidak ada"}, None),
        ({"count": 2}, None),
        ({"count": 0}, None),
        ({}, None),
    ],
)
def test_one_person_needs_somebody_to_stand_in(
    group: dict[str, Any], variant: str | None, report: Check
) -> None:
    given = adopted(staff={"groups": [{"id": "a", "count": 2}, {"id": "b", **group}]})
    found = report(given).of("EXE-010")
    pointer = ("staff", "groups", 1, *(("cover",) if variant == "uncovered" else ()))
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, pointer, {"group": "b"})]
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"services": ["library"]}, False),
        ({"services": ["library"], "count": 1}, False),
        ({"services": ["library"], "count": 0}, True),
        ({"services": ["consultation"]}, True),
        ({}, True),
    ],
)
def test_a_group_with_the_same_service_stands_in(
    other: dict[str, Any], *, found: bool, report: Check
) -> None:
    groups = [{"id": "a", "services": ["library"], "count": 1}, {"id": "b", **other}]
    hits = report(adopted(staff={"groups": groups})).of("EXE-010")
    assert ("a" in [hit.params["group"] for hit in hits]) is found


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"staff": {"guarantee": "x y"}}, True),
        ({"standards": [{"id": "x", "staffing": {"count": 1}}]}, True),
        ({"standards": [{"id": "x"}]}, False),
    ],
)
def test_when_posts_are_asked_about(given: dict[str, Any], *, asked: bool, report: Check) -> None:
    assert ("EXE-010" in report(adopted(**given)).coverage.checked) is asked
