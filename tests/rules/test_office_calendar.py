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


NEW_YEAR = {"date": "2028-01-01", "name": "Tahun Baru"}
LEAVE = {"date": "2028-02-28", "name": "Idulfitri"}
YEAR = {"year": 2028, "national_holidays": [NEW_YEAR], "collective_leave": [LEAVE]}


def adding(*years: dict[str, Any]) -> dict[str, Any]:
    return {"office": {"code": "3322", "calendar": {"as_of": "2027-10-01", "years": [*years]}}}


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([YEAR], ["KAL-005.year"]),
        ([{**YEAR, "decree": {"number": "1 Tahun 2027"}}], []),
        ([{**YEAR, "decree": {"date": "2027-09-01"}}], ["KAL-005.year"]),
        ([{**YEAR, "estimated": True}], []),
        ([{**YEAR, "national_holidays": []}], ["KAL-005.year_unfit"]),
        ([{**YEAR, "collective_leave": [{"name": "Idulfitri"}]}], ["KAL-005.year_unfit"]),
        ([{**YEAR, "collective_leave": [{"date": "2027-02-28"}]}], ["KAL-005.year_unfit"]),
        ([{"national_holidays": [NEW_YEAR]}], ["KAL-005.year_unfit"]),
        ([YEAR, YEAR], ["KAL-005.year_unfit"] * 2),
        (
            [{"year": 2030, "national_holidays": [{"date": "2030-01-01"}], "estimated": True}],
            ["KAL-005.year_unfit"],
        ),
    ],
)
def test_a_year_that_the_office_adds_is_whole_and_names_its_decree(
    years: list[dict[str, Any]], expected: list[str], keys: Keys
) -> None:
    assert keys(adding(*years), "KAL-005") == expected


def test_the_years_are_named_by_their_place(told: Told) -> None:
    early = {"year": 2023, "national_holidays": [{"date": "2023-01-01"}]}
    found = told(adding({**YEAR, "decree": {"number": "1"}}, early), "KAL-005")
    at = ("office", "calendar", "years", 1)
    assert found == [("KAL-005.year", at, {"year": "2023"})]


def test_the_rules_count_with_a_year_that_the_office_adds(keys: Keys) -> None:
    life = {"minutes_signed_on": "2027-12-27", "draft_published_on": "2028-01-17"}
    later = {"stage": "adopted", "standards": [{"id": "library", "life_cycle": life}]}
    rules = ("LIFE-007", "KAL-001", "KAL-002")
    assert keys(later, *rules) == ["KAL-001"]
    decreed = {**YEAR, "decree": {"number": "1 Tahun 2027"}}
    assert keys(later | adding(decreed), *rules) == ["LIFE-007"]
    assert keys(later | adding({**YEAR, "estimated": True}), *rules) == ["KAL-002", "LIFE-007"]
    # A year that is not whole is told by KAL-005, and is no data.
    assert keys(later | adding({"year": 2028}), *rules) == ["KAL-001"]


def test_a_calendar_tells_its_day(keys: Keys, report: Callable[..., Report]) -> None:
    assert keys({"office": {"calendar": {"collective_leave_worked": False}}}, "KAL-006") == [
        "KAL-006"
    ]
    assert keys({"office": CALENDAR}, "KAL-006") == []
    found = report({"office": {"name": "BPS"}})
    assert {"KAL-003", "KAL-005", "KAL-006"} <= set(found.coverage.not_applicable)
