from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
JOINED = ("office", "integrated_service")
BOTH = ("LIFE-023", "LIFE-024")


def one_door(**parts: Any) -> dict[str, Any]:
    return {"stage": "adopted", "office": {"integrated_service": {"form": "one_door", **parts}}}


@pytest.mark.parametrize(
    ("delegation", "at"),
    [
        ({"number": "05/CONTOH/2026"}, None),
        ({"title": "Pelimpahan wewenang PST"}, None),
        ({"number": "-", "title": "…"}, (*JOINED, "delegation")),
        ({"date": "2026-01-05"}, (*JOINED, "delegation")),
        (None, JOINED),
    ],
)
def test_the_delegation_is_named(
    delegation: dict[str, str] | None, at: tuple[str, ...] | None, told: Told
) -> None:
    given = one_door(**({} if delegation is None else {"delegation": delegation}))
    assert told(given, "LIFE-023") == ([] if at is None else [("LIFE-023", at, {})])


@pytest.mark.parametrize(
    ("reporting", "found"),
    [("Laporan triwulanan kepada kepala kantor", False), ("-", True), (None, True)],
)
def test_the_service_reports(reporting: str | None, *, found: bool, told: Told) -> None:
    given = one_door(reporting=reporting)
    assert told(given, "LIFE-024") == ([("LIFE-024", JOINED, {})] if found else [])


@pytest.mark.parametrize(
    "office",
    [
        {},
        {"integrated_service": {}},
        {"integrated_service": {"form": "one_roof"}},
        {"integrated_service": {"form": "virtual"}},
        None,
    ],
)
def test_only_one_door_services_are_asked(
    office: dict[str, Any] | None, report: Callable[..., Report]
) -> None:
    given = {"stage": "adopted"} | ({} if office is None else {"office": office})
    found = report(given)
    assert found.of(*BOTH) == ()
    assert set(BOTH) <= set(found.coverage.not_applicable)


def test_a_draft_is_not_asked(told: Told) -> None:
    assert told({**one_door(), "stage": "discussed"}, *BOTH) == []
