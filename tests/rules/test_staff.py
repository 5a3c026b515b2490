from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]


def groups(*given: dict[str, Any]) -> dict[str, Any]:
    return {"groups": [{"id": f"g{place}", **one} for place, one in enumerate(given)]}


@pytest.mark.parametrize(
    ("roles", "missing"),
    [
        (["front_office", "service", "complaint"], None),
        (["front_office", "service"], ("complaint",)),
        ([], ("front_office", "service", "complaint")),
    ],
)
def test_three_groups_are_filled(
    roles: list[str], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report({"staff": groups(*({"role": role} for role in roles))}).of("EXE-001")
    assert [hit.params["missing"] for hit in found] == ([missing] if missing else [])


def test_a_group_of_nobody_is_not_filled(report: Check) -> None:
    (found,) = report({"staff": groups({"role": "service", "count": 0})}).of("EXE-001")
    assert "service" in str(found.params["missing"])


@pytest.mark.parametrize(
    ("staff", "found"),
    [
        (groups({"role": "service", "services": ["library"]}), False),
        (groups({"role": "front_office", "services": ["library"]}), False),
        (groups({"role": "service"}), False),
        (groups({"role": "front_office"}), True),
        (groups({"role": "service", "services": ["other"]}), True),
        (groups({"role": "service", "services": ["library"], "count": 0}), True),
        ({}, True),
    ],
)
def test_a_service_has_somebody(staff: dict[str, Any], *, found: bool, keys: Keys) -> None:
    given = {"services": [{"id": "library"}], "staff": staff}
    assert keys(given, "EXE-002") == (["EXE-002"] if found else [])


@pytest.mark.parametrize(("count", "found"), [(1, False), (0, True), (None, True)])
def test_the_number_in_a_standard_counts(count: int | None, *, found: bool, keys: Keys) -> None:
    staffing = {} if count is None else {"count": count}
    standards = [{"id": "x", "service": "library", "staffing": staffing}]
    given = {"services": [{"id": "library"}], "standards": standards}
    assert keys(given, "EXE-002") == (["EXE-002"] if found else [])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, True),
        ({"staff": groups({"role": "complaint"})}, False),
        ({"staff": groups({"role": "complaint", "count": 0})}, True),
        ({"complaints": {"mechanism": {"handlers": "Petugas pengaduan"}}}, False),
        ({"complaints": {"mechanism": {"handlers": "-"}}}, True),
        ({"complaints": {"decree": {"number": "1"}}}, False),
        ({"complaints": {"responsible": {"name": "Nama Contoh"}}}, True),
    ],
)
def test_somebody_handles_complaints(given: dict[str, Any], *, found: bool, keys: Keys) -> None:
    assert keys(given, "EXE-003") == (["EXE-003"] if found else [])


def competences(*dimensions: str | None) -> list[dict[str, Any]]:
    return [{"text": "Mampu"} | ({} if one is None else {"dimension": one}) for one in dimensions]


@pytest.mark.parametrize(
    ("own", "in_standard", "missing"),
    [
        (["knowledge", "expertise", "skill", "experience"], [], None),
        (["knowledge", "expertise", "skill"], ["experience"], None),
        (["knowledge", "expertise", "skill", "attitude"], [], ("experience",)),
        ([None], [], ("knowledge", "expertise", "skill", "experience")),
        ([], [], ("knowledge", "expertise", "skill", "experience")),
    ],
)
def test_competences_cover_four_dimensions(
    own: list[str | None],
    in_standard: list[str | None],
    missing: tuple[str, ...] | None,
    report: Check,
) -> None:
    standards = [{"id": "x", "competence": {"items": competences(*in_standard)}}]
    given = {"staff": {"competences": competences(*own)}, "standards": standards}
    found = report(given).of("EXE-004")
    assert [hit.params["missing"] for hit in found] == ([missing] if missing else [])


def test_where_staff_is_missing(report: Check) -> None:
    for given, pointer in (({}, ()), ({"staff": {}}, ("staff",))):
        for found in report(given).of("EXE-001", "EXE-003", "EXE-004"):
            assert found.pointer == pointer


PARTS = (
    "provider_profile",
    "executor_profile",
    "standards",
    "maklumat",
    "complaint_management",
    "performance",
)


@pytest.mark.parametrize(
    ("publication", "shown"),
    [
        ({"kind": "standard"}, "standards"),
        ({"kind": "maklumat"}, "maklumat"),
        ({"kind": "complaint_report"}, "complaint_management"),
        ({"kind": "complaint_procedure"}, "complaint_management"),
        ({"kind": "survey_result"}, "performance"),
        ({"kind": "profile"}, "provider_profile"),
        ({"kind": "page", "parts": ["executor_profile"]}, "executor_profile"),
        ({"kind": "page"}, None),
        ({}, None),
    ],
)
def test_a_publication_is_a_part_of_the_information_system(
    publication: dict[str, Any], shown: str | None, report: Check
) -> None:
    given = {"stage": "adopted", "publications": [{"id": "p", **publication}]}
    (found,) = report(given).of("PUB-001")
    assert found.params["missing"] == tuple(part for part in PARTS if part != shown)


def test_all_six_parts_are_enough(keys: Keys) -> None:
    given = {"stage": "adopted", "publications": [{"id": "p", "parts": list(PARTS)}]}
    assert keys(given, "PUB-001") == []
