from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility, FacilityKind
from pst_standards.rules.anniversaries import YEAR, is_over
from pst_standards.rules.premises import of_kind, premises_of

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
DAY = dt.date(2026, 11, 22)
SIX = ("front_office", "waiting_room", "play_area", "toilet", "parking", "prayer_room")


def listed(*facilities: dict[str, Any], **other: Any) -> dict[str, Any]:
    named = [{"id": f"f{place}", **one} for place, one in enumerate(facilities)]
    return {"facilities": named, **other}


def test_a_facility_is_what_it_says_it_is() -> None:
    shown = Definition(
        facilities=(
            Facility(id="a", kind=FacilityKind.OTHER, name=Text("Toilet")),
            Facility(id="b", name=Text(None, "Parking"), description=Text("Luas"), count=2),
            Facility(id="ruang-tunggu", name=Text("Lantai satu")),
            Facility(id="c", name=Text("Toilet"), count=0),
            Facility(id="d", features=(Text("Kursi", "Chairs"), Text("AC"))),
        )
    )
    found = list(premises_of(shown))
    assert [one.kinds for one in found] == [
        {FacilityKind.OTHER},
        {FacilityKind.PARKING},
        {FacilityKind.WAITING_ROOM},
        set(),
    ]
    assert [one.pointer for one in found] == [
        ("facilities", 0),
        ("facilities", 1),
        ("facilities", 2),
        ("facilities", 4),
    ]
    assert [one.words for one in found] == [
        "Toilet",
        "Parking\nLuas",
        "Lantai satu",
        "\nKursi\nChairs\nAC",
    ]
    both = of_kind(found, FacilityKind.OTHER, FacilityKind.PARKING)
    assert [one.facility.id for one in both] == ["a", "b"]


@pytest.mark.parametrize(
    ("since", "months", "on", "over"),
    [
        (dt.date(2025, 11, 22), 12, dt.date(2026, 11, 22), False),
        (dt.date(2025, 11, 22), 12, dt.date(2026, 11, 23), True),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28), False),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 3, 1), True),
        (dt.date(2025, 12, 31), 6, dt.date(2026, 6, 30), False),
        (dt.date(2025, 12, 31), 6, dt.date(2026, 7, 1), True),
        (dt.date(2025, 1, 15), 11, dt.date(2025, 12, 15), False),
        (dt.date(2025, 1, 15), 11, dt.date(2025, 12, 16), True),
        (dt.date(9999, 12, 31), 24, dt.date(9999, 12, 31), False),
        (dt.date(1, 1, 1), 24, dt.date(2026, 1, 1), True),
    ],
)
def test_when_months_are_over(since: dt.date, months: int, on: dt.date, *, over: bool) -> None:
    assert is_over(since, months, on) is over


@given_by(st.dates(), st.integers(0, 600), st.dates(), st.dates())
def test_what_is_over_stays_over(since: dt.date, months: int, one: dt.date, two: dt.date) -> None:
    earlier, later = sorted((one, two))
    assert is_over(since, months, later) or not is_over(since, months, earlier)
    assert not is_over(since, months, since)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (listed({"name": "Toilet"}, {"kind": "parking"}), SIX[:3] + SIX[5:]),
        (listed(*({"kind": kind} for kind in SIX)), None),
        (listed({"kind": "toilet", "count": 0}), SIX),
        (
            listed(
                {"name": "Front office dan ruang tunggu"},
                {"name": "Arena bermain anak"},
                standards=[{"id": "x", "facilities": {"note": "Tersedia toilet, parkir, musala"}}],
            ),
            None,
        ),
    ],
)
def test_six_facilities_are_listed(
    given: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report(given).of("FAC-001")
    assert [(hit.pointer, hit.params["missing"]) for hit in found] == (
        [(("facilities",), missing)] if missing else []
    )


def test_without_a_list_nothing_is_asked_about_it(report: Check) -> None:
    asked = {"FAC-001", "FAC-011", "FAC-012", "FAC-013", "FAC-014", "FAC-016", "FAC-018"}
    assert asked <= set(report({"stage": "adopted"}).coverage.not_applicable)


@pytest.mark.parametrize(
    ("facility", "missing"),
    [
        ({"name": "Ruang laktasi"}, "breastfeeding"),
        ({"kind": "lactation_room"}, "breastfeeding"),
        ({"kind": "play_area"}, "children"),
        ({"name": "Kursi roda"}, "disability"),
        ({"name": "Kursi bagi lansia", "groups": ["elderly"]}, "elderly"),
        ({"id": "x", "kind": "access", "description": "Bagi ibu hamil"}, "pregnant"),
    ],
)
def test_a_facility_serves_the_groups_of_its_kind_and_words(
    facility: dict[str, Any], missing: str, report: Check
) -> None:
    (found,) = report(listed(facility)).of("FAC-004")
    assert found.variant == "some"
    groups = found.params["groups"]
    assert isinstance(groups, tuple)
    assert missing not in groups
    assert len(groups) == 5


@pytest.mark.parametrize(
    ("facility", "variant"),
    [
        ({"name": "Ruang laktasi", "open_to_all": True}, ""),
        ({"groups": ["disability"], "open_to_all": True}, ""),
        ({"kind": "priority_counter", "open_to_all": True}, ""),
        ({"name": "Jalur landai", "open_to_all": True}, "shared"),
        ({"kind": "front_office", "groups": ["elderly"], "open_to_all": True}, "shared"),
        ({"kind": "waiting_room", "groups": ["elderly"], "open_to_all": True}, "shared"),
        ({"name": "Ruang laktasi", "description": "Terbuka untuk umum"}, "text"),
        (
            {"name": "Ruang laktasi", "description": "Terbuka untuk umum", "open_to_all": False},
            None,
        ),
        ({"name": "Jalur landai", "description": "Bagi semua pengunjung"}, None),
        ({"name": "Ruang laktasi", "open_to_all": False}, None),
        ({"name": "Ruang laktasi"}, None),
        ({"name": "Toilet", "open_to_all": True}, None),
    ],
)
def test_special_facilities_are_kept_for_those_they_serve(
    facility: dict[str, Any], variant: str | None, report: Check
) -> None:
    found = report(listed({"name": "Kursi roda"}, facility)).of("FAC-011")
    pointer = ("facilities", 1) if variant == "text" else ("facilities", 1, "open_to_all")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, pointer, {"facility": "f1"})]
    )


def test_a_special_facility_that_is_not_there_costs_nothing(keys: Keys) -> None:
    given = listed({"name": "Kursi roda", "fee": 5, "count": 0}, {"name": "Ruang laktasi"})
    assert keys(given, "FAC-012") == []


@pytest.mark.parametrize(
    ("facility", "reported"),
    [
        ({"condition_reported_on": "2026-11-22"}, True),
        ({"condition_reported_on": "2026-11-23"}, False),
        ({"condition_reported_on": "2026-11-23", "condition_reported_by": "Petugas"}, False),
        ({"condition_reported_by": "Petugas PST"}, True),
        ({"condition_reported_by": "-"}, False),
        ({"condition": "good"}, False),
    ],
)
def test_executors_report_the_condition(
    facility: dict[str, Any], *, reported: bool, report: Check
) -> None:
    (alone,) = report(listed(facility, stage="adopted")).of("FAC-013") or (None,)
    assert (alone is None) is reported
    if alone is not None:
        assert (alone.variant, alone.pointer) == ("none", ("facilities",))
    sound = {"condition_reported_on": "2026-01-05"}
    beside = report(listed(sound, facility, stage="adopted")).of("FAC-013")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in beside] == (
        [] if reported else [("some", ("facilities", 1), {"facility": "f1"})]
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (listed({"name": "Ruang laktasi"}), False),
        (listed({"kind": "lactation_room"}), False),
        (listed({"name": "Ruang kesehatan", "description": "Juga untuk menyusui"}), False),
        (listed({"name": "Ruang tunggu", "groups": ["breastfeeding"]}), True),
        (listed({"name": "Ruang laktasi", "count": 0}), True),
        (
            listed(
                {"name": "Toilet"},
                standards=[{"id": "x", "facilities": {"note": "Tersedia ruang laktasi"}}],
            ),
            False,
        ),
    ],
)
def test_there_is_a_lactation_room(given: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report(given).of("FAC-014")
    assert [hit.pointer for hit in hits] == ([("facilities",)] if found else [])


@pytest.mark.parametrize(
    ("facility", "pointer", "on"),
    [
        ({"photo": {"taken_on": "2025-11-21"}}, ("photo", "taken_on"), "2025-11-21"),
        ({"photo": {"taken_on": "2025-11-22"}}, None, ""),
        ({"condition_reported_on": "2025-11-21"}, ("condition_reported_on",), "2025-11-21"),
        ({"condition_reported_on": "2025-11-22"}, None, ""),
        (
            {"photo": {"taken_on": "2020-01-01"}, "condition_reported_on": "2021-01-01"},
            ("condition_reported_on",),
            "2021-01-01",
        ),
        ({"photo": {"taken_on": "2020-01-01"}, "condition_reported_on": "2026-01-01"}, None, ""),
        ({"photo": {"taken_on": "2027-01-01"}}, None, ""),
        ({"photo": {"file": "a.jpg"}}, None, ""),
        ({}, None, ""),
    ],
)
def test_evidence_is_of_the_last_year(
    facility: dict[str, Any], pointer: tuple[str, ...] | None, on: str, report: Check
) -> None:
    found = report(listed({}, facility)).of("FAC-016")
    assert [(hit.pointer, dict(hit.params)) for hit in found] == (
        [(("facilities", 1, *pointer), {"facility": "f1", "on": on})] if pointer else []
    )


def test_evidence_is_judged_on_the_day_of_the_check(report: Check) -> None:
    given = listed({"photo": {"taken_on": "2024-02-29"}})
    assert report(given, dt.date(2025, 2, 28)).of("FAC-016") == ()
    assert len(report(given, dt.date(2025, 3, 1)).of("FAC-016")) == 1


@pytest.mark.parametrize(
    ("facility", "variant"),
    [
        ({"other_use": "Disewakan"}, ""),
        ({"other_use": "Rapat di luar jam layanan"}, "after_hours"),
        ({"other_use": "Tidak ada"}, None),
        ({"other_use": "-"}, None),
        ({"other_use": "-", "description": "Dijadikan gudang"}, "text"),
        ({"other_use": "Tidak ada", "description": "Dijadikan gudang"}, None),
        ({"description": "Sementara dijadikan gudang"}, "text"),
        ({"description": "Tidak dijadikan gudang"}, None),
        ({"name": "Gudang"}, None),
    ],
)
def test_a_facility_keeps_its_purpose(
    facility: dict[str, Any], variant: str | None, report: Check
) -> None:
    found = report(listed({}, facility)).of("FAC-018")
    pointer = ("facilities", 1) if variant == "text" else ("facilities", 1, "other_use")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, pointer, {"facility": "f1"})]
    )


def test_a_year_has_twelve_months() -> None:
    assert YEAR == 12


@pytest.mark.parametrize(
    ("given", "pointer"), [({}, ()), (listed({"name": "Toilet"}), ("facilities",))]
)
def test_where_nothing_serves_vulnerable_groups(
    given: dict[str, Any], pointer: tuple[str, ...], report: Check
) -> None:
    (found,) = report(given).of("FAC-004")
    assert (found.variant, found.pointer) == ("none", pointer)
