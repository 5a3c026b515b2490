from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Keys = Callable[..., list[str]]
CALENDAR = {"calendar": {"as_of": "2026-11-20"}}


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ({"code": "3322", "time_zone": "WIB"}, []),
        ({"code": "3322", "time_zone": "asia/jakarta"}, []),
        ({"code": "3322", "time_zone": "Asia/Makassar"}, ["KAL-003.other"]),
        ({"code": "9471", "time_zone": "WIT"}, []),
        ({"code": "PST", "time_zone": "WIT"}, []),
        ({"time_zone": "WITA"}, []),
        ({"time_zone": "WIB (UTC+8)"}, ["KAL-003.unknown"]),
        ({"email": "bps7371@bps.go.id", "time_zone": "WIB"}, ["KAL-003.other"]),
        ({"code": "3322"}, []),
        ({"name": "BPS Kabupaten Contoh"}, []),
        ({"code": "3322", **CALENDAR}, []),
        ({"email": "bps3322@bps.go.id", **CALENDAR}, []),
        ({"code": "0000", **CALENDAR}, ["KAL-003.missing"]),
        ({"time_zone": "-", **CALENDAR}, ["KAL-003.missing"]),
        (CALENDAR, ["KAL-003.missing"]),
    ],
)
def test_the_zone_is_one_of_three_and_goes_with_the_code(
    office: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys({"office": office}, "KAL-003") == expected


def test_the_zone_by_the_code_is_named(told: Told) -> None:
    found = told({"office": {"code": "3322", "time_zone": "Asia/Makassar"}}, "KAL-003")
    params = {"zone": "WITA", "code": "3322", "by_code": "WIB"}
    assert found == [("KAL-003.other", ("office", "time_zone"), params)]


def own(*changes: dict[str, Any]) -> dict[str, Any]:
    return {"office": {"code": "3322", "calendar": {"as_of": "2026-11-20", "changes": [*changes]}}}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["KAL-005"]),
        ({"decree": {"number": "12 Tahun 2026"}}, []),
        ({"decree": {"title": "Hari pelayanan"}}, []),
        ({"decree": {"date": "2026-11-02"}}, ["KAL-005"]),
        ({"decree": {"number": "-"}}, ["KAL-005"]),
        ({"estimated": True}, []),
        ({"estimated": False}, ["KAL-005"]),
        ({"date": None, "decree": {"number": "12"}}, ["KAL-005.undated"]),
        ({"kind": None, "decree": {"number": "12"}}, ["KAL-005.undated"]),
    ],
)
def test_an_own_day_names_its_decree(
    change: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    stated = {"date": "2026-10-05", "kind": "closed", **change}
    stated = {key: value for key, value in stated.items() if value is not None}
    assert keys(own(stated), "KAL-005") == expected


def test_what_a_day_lacks_is_named(told: Told) -> None:
    at = ("office", "calendar", "changes", 1)
    decreed = {"date": "2026-10-05", "kind": "closed", "decree": {"number": "12"}}
    assert told(own(decreed, {"name": "Libur"}), "KAL-005") == [
        ("KAL-005.undated", at, {"missing": ("date", "kind")})
    ]
    assert told(own(decreed, {"date": "2026-10-06", "kind": "opened"}), "KAL-005") == [
        ("KAL-005", at, {"date": "2026-10-06"})
    ]


def test_a_calendar_tells_its_day(keys: Keys, report: Callable[..., Report]) -> None:
    assert keys({"office": {"calendar": {"collective_leave_worked": False}}}, "KAL-006") == [
        "KAL-006"
    ]
    assert keys({"office": CALENDAR}, "KAL-006") == []
    found = report({"office": {"name": "BPS"}})
    assert {"KAL-003", "KAL-005", "KAL-006"} <= set(found.coverage.not_applicable)
