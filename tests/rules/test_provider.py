"""PUB-003, PUB-009 and PUB-011: the profile, the functions, and headings left empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]

OFFICE: dict[str, Any] = {
    "name": "BPS Kabupaten Contoh",
    "head": {"position": "Kepala"},
    "structure": "Kepala kantor dan kelompok jabatan fungsional",
    "budget": "DIPA kantor",
    "phone": "(000) 000000",
    "email": "bps3399@bps.go.id",
}
WHOLE: dict[str, Any] = {
    "stage": "adopted",
    "office": OFFICE,
    "staff": {"groups": [{"id": "front"}]},
    "complaints": {"channels": [{"id": "box", "medium": "box"}]},
}
PARTS = ("name", "head", "staff", "structure", "budget", "complaints", "phone", "email")


def told(report: Report, rule: str) -> list[Any]:
    assert report.coverage.failed == ()
    return [(hit.variant, hit.pointer, dict(hit.params)) for hit in report.of(rule)]


def missing(report: Report, rule: str) -> tuple[str, ...]:
    (found,) = report.of(rule)
    names = found.params["missing"]
    assert isinstance(names, tuple)
    return tuple(map(str, names))


def test_a_complete_profile_is_let_pass(report: Check) -> None:
    assert told(report(WHOLE), "PUB-003") == []


def test_everything_missing_is_named_in_order(report: Check) -> None:
    found = told(report({"stage": "adopted", "office": {"code": "3399"}}), "PUB-003")
    assert found == [("", ("office",), {"missing": PARTS})]


@pytest.mark.parametrize("key", sorted(OFFICE))
def test_each_key_of_the_office_is_asked_for(key: str, report: Check) -> None:
    office = {name: value for name, value in OFFICE.items() if name != key}
    assert missing(report(WHOLE | {"office": office}), "PUB-003") == (key,)
    blank = {"position": "-"} if key == "head" else "-"
    assert missing(report(WHOLE | {"office": office | {key: blank}}), "PUB-003") == (key,)


@pytest.mark.parametrize(
    ("office", "others"),
    [
        ({"name": None, "short_name": "BPS Contoh"}, {}),
        ({"phone": None, "whatsapp": "0800-0000-0000"}, {}),
        ({"head": {"name": "Nama Contoh"}}, {}),
        ({"structure": None}, {"publications": [{"id": "a", "title": "Struktur Organisasi"}]}),
        ({"budget": None}, {"publications": [{"id": "a", "text": "DIPA tahun 2026"}]}),
        ({}, {"staff": {"profile": {"executors": "Dua petugas"}}}),
        ({}, {"complaints": {"responsible": {"address": {"city": "Kota Contoh"}}}}),
        ({}, {"complaints": {"mechanism": {"contact": "Nama Contoh, Jalan Contoh"}}}),
    ],
)
def test_a_profile_may_be_told_otherwise(
    office: dict[str, Any], others: dict[str, Any], report: Check
) -> None:
    kept = {key: value for key, value in (OFFICE | office).items() if value is not None}
    assert told(report(WHOLE | others | {"office": kept}), "PUB-003") == []


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ({"staff": {}}, "staff"),
        ({"staff": {"profile": {}}}, "staff"),
        ({"staff": {"guarantee": "Dijamin"}}, "staff"),
        ({"complaints": {}}, "complaints"),
        ({"complaints": {"channels": [{"id": "a", "active": False}]}}, "complaints"),
        ({"complaints": {"responsible": {"name": "Nama Contoh"}}}, "complaints"),
        ({"complaints": {"mechanism": {"contact": "-"}}}, "complaints"),
    ],
)
def test_executors_and_complaint_address_are_asked_for(
    others: dict[str, Any], name: str, report: Check
) -> None:
    assert missing(report(WHOLE | others), "PUB-003") == (name,)


def test_a_profile_needs_an_office(report: Check) -> None:
    assert "PUB-003" in report({"stage": "adopted"}).coverage.not_applicable


FUNCTIONS = ("service", "complaints", "information", "supervision", "education", "consultation")


def test_all_functions_are_asked_for(report: Check) -> None:
    found = told(report({"stage": "adopted"}), "PUB-009")
    assert found == [("", (), {"missing": FUNCTIONS})]
    found = told(report({"stage": "adopted", "office": {}}), "PUB-009")
    assert found == [("", ("office",), {"missing": FUNCTIONS})]


def test_functions_that_are_stated_count(report: Check) -> None:
    assert (
        report({"stage": "adopted", "office": {"functions": list(FUNCTIONS)}}).of("PUB-009") == ()
    )
    for function in FUNCTIONS:
        data = {"stage": "adopted", "office": {"functions": [function]}}
        assert missing(report(data), "PUB-009") == tuple(f for f in FUNCTIONS if f != function)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"services": [{"id": "library"}]}, {"service"}),
        ({"standards": [{"id": "library"}]}, {"service"}),
        ({"complaints": {}}, {"complaints"}),
        ({"information_officer": {"name": "PPID"}}, {"information"}),
        ({"publications": [{"id": "page", "kind": "page"}]}, {"information"}),
        ({"publications": [{"id": "page", "kind": "rights"}]}, {"information", "education"}),
        (
            {"publications": [{"id": "page", "kind": "accessible_guide"}]},
            {"information", "education"},
        ),
        (
            {"publications": [{"id": "page", "title": "Sosialisasi sensus"}]},
            {"information", "education"},
        ),
        (
            {"publications": [{"id": "page", "text": "Jadwal konsultasi"}]},
            {"information", "consultation"},
        ),
        (
            {"standards": [{"id": "a", "internal_supervision": {"supervisor": "Atasan"}}]},
            {"service", "supervision"},
        ),
        ({"services": [{"id": "consultation"}]}, {"service", "consultation"}),
        ({"services": [{"id": "a", "name": "Konsultasi"}]}, {"service", "consultation"}),
        ({"services": [{"id": "a", "aliases": ["Konsultasi"]}]}, {"service", "consultation"}),
        ({"services": [{"id": "a", "description": "Konsultasi"}]}, {"service", "consultation"}),
        ({"services": [{"id": "a", "name": "Pojok Statistik"}]}, {"service", "education"}),
        ({"standards": [{"id": "a", "title": "Konsultasi"}]}, {"service", "consultation"}),
        ({"standards": [{"id": "a", "service": "consultation"}]}, {"service", "consultation"}),
    ],
)
def test_functions_show_in_the_content(
    data: dict[str, Any], shown: set[str], report: Check
) -> None:
    found = missing(report({"stage": "adopted", **data}), "PUB-009")
    assert found == tuple(one for one in FUNCTIONS if one not in shown)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"office": {"motto": "…"}}, [("placeholder", ("office", "motto"), {"text": "…"})]),
        ({"office": {"fax": "-"}}, [("placeholder", ("office", "fax"), {"text": "-"})]),
        (
            {"office": {"address": {"street": "[jalan]"}}},
            [("placeholder", ("office", "address", "street"), {"text": "[jalan]"})],
        ),
        (
            {"information_officer": {"phone": "-", "address": {"city": "xxx"}}},
            [
                ("placeholder", ("information_officer", "address", "city"), {"text": "xxx"}),
                ("placeholder", ("information_officer", "phone"), {"text": "-"}),
            ],
        ),
        (
            {"services": [{"id": "a", "description": "-"}]},
            [("placeholder", ("services", 0, "description"), {"text": "-"})],
        ),
        (
            {"publications": [{"id": "a", "title": "-"}]},
            [("placeholder", ("publications", 0, "title"), {"text": "-"})],
        ),
        (
            {"office": {"awards": [{"id": "a", "title": "-"}]}},
            [("placeholder", ("office", "awards", 0, "title"), {"text": "-"})],
        ),
        (
            {"compensation": {"announcement": "-"}},
            [("placeholder", ("compensation", "announcement"), {"text": "-"})],
        ),
        (
            {"office": {"awards": [{"id": "a"}, {"id": "b", "year": 2025}]}},
            [("empty", ("office", "awards", 0), {"heading": "a"})],
        ),
        (
            {"publications": [{"id": "a"}, {"id": "b", "kind": "page"}, {"id": "c", "year": 2025}]},
            [("empty", ("publications", 0), {"heading": "a"})],
        ),
        (
            {"office": {"awards": [{"id": "a", "source": "Halaman kantor"}]}},
            [("empty", ("office", "awards", 0), {"heading": "a"})],
        ),
        # Others ask for these.
        ({"office": {"name": "-", "phone": "-", "email": "-", "structure": "-"}}, []),
        ({"office": {"budget": "-"}}, []),
        ({"standards": [{"id": "a", "fee": {"text": "-"}}]}, []),
        ({"maklumat": {"pledge": "-"}}, []),
        ({"complaints": {"text": "-"}}, []),
        ({"office": {"motto": "Melayani"}}, []),
        ({"office": {}}, []),
    ],
)
def test_a_heading_has_content(data: dict[str, Any], expected: list[Any], report: Check) -> None:
    assert sorted(told(report(data), "PUB-011"), key=str) == expected


def test_headings_are_asked_for_where_there_are_some(report: Check) -> None:
    assert "PUB-011" in report({}).coverage.not_applicable
    assert "PUB-011" in report({"maklumat": {"pledge": "-"}}).coverage.not_applicable
    for name, value in (
        ("compensation", {}),
        ("information_officer", {}),
        ("services", [{"id": "a"}]),
    ):
        assert "PUB-011" in report({name: value}).coverage.checked
