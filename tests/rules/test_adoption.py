from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
LIFE = ("standards", 0, "life_cycle")
DECREE = ("standards", 0, "decree")
AIDE = {"signer": {"position": "Kepala Subbagian Umum"}}


def adopted(office: dict[str, Any] | None = None, **standard: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"stage": "adopted", "standards": [{"id": "library", **standard}]}
    return data if office is None else {**data, "office": office}


@pytest.mark.parametrize(
    ("decree", "variant", "position"),
    [
        ({"signer": {"position": "Kepala BPS Kabupaten Contoh"}}, None, ""),
        ({"issuer": "Kepala BPS Kabupaten Contoh"}, None, ""),
        ({"issuer": {"en": "Head of BPS Kabupaten Contoh"}}, None, ""),
        ({**AIDE, "issuer": "Kepala BPS Kabupaten Contoh"}, None, ""),
        (AIDE, "LIFE-011", "Kepala Subbagian Umum"),
        ({"issuer": "Kepala Seksi Pelayanan"}, "LIFE-011", "Kepala Seksi Pelayanan"),
        ({**AIDE, "issuer": "Unit PST"}, "LIFE-011", "Kepala Subbagian Umum"),
        ({"signer": {"position": "Koordinator"}}, "LIFE-011.unclear", "Koordinator"),
        ({"issuer": "Unit PST"}, "LIFE-011.unclear", "Unit PST"),
        ({**AIDE, "delegated_by": "Keputusan Kepala 5/2026"}, None, ""),
        ({**AIDE, "delegated_by": "-"}, "LIFE-011", "Kepala Subbagian Umum"),
        ({"number": "1"}, None, ""),
        ({"signer": {"name": "Nama Contoh"}}, None, ""),
        ({"signer": {"position": "-"}, "issuer": "…"}, None, ""),
    ],
)
def test_the_leader_sets_the_standard(
    decree: dict[str, Any], variant: str | None, position: str, told: Told
) -> None:
    expected = [] if variant is None else [(variant, DECREE, {"position": position})]
    assert told(adopted(decree=decree), "LIFE-011") == expected
    assert told(adopted({"name": "BPS"}, decree=decree), "LIFE-011") == expected


@pytest.mark.parametrize(
    ("office", "found"),
    [
        ({"integrated_service": {"delegation": {"number": "05/CONTOH/2026"}}}, False),
        ({"integrated_service": {"form": "one_door"}}, True),
        ({"head": {"name": "Nama Contoh"}}, False),
        ({"head": {"name": "Nama Lain"}}, True),
        ({"head": {"position": "Unit PST"}}, False),
        ({"head": {"position": "Unit Lain"}}, True),
        ({"head": {"rank": "Pembina"}}, True),
        ({}, True),
    ],
)
def test_the_office_may_show_who_leads_it(
    office: dict[str, Any], *, found: bool, told: Told
) -> None:
    decree = {"signer": {"name": "Nama Contoh", "position": "Koordinator"}, "issuer": "Unit PST"}
    keys = [key for key, *_ in told(adopted(office, decree=decree), "LIFE-011")]
    assert keys == (["LIFE-011.unclear"] if found else [])


def test_a_name_that_holds_a_place_is_nobody(told: Told) -> None:
    decree = {"signer": {"name": "-", "position": "Staf"}}
    office = {"head": {"name": "-", "position": "-"}}
    assert [key for key, *_ in told(adopted(office, decree=decree), "LIFE-011")] == ["LIFE-011"]


def test_every_decree_is_looked_at(told: Told, report: Check) -> None:
    data = adopted(decree={"signer": {"position": "Kepala"}})
    data["standards"] += [{"id": "b"}, {"id": "c", "decree": AIDE}]
    assert [hit[1] for hit in told(data, "LIFE-011")] == [("standards", 2, "decree")]
    assert "LIFE-011" in report(adopted()).coverage.not_applicable
    old = adopted(decree={**AIDE, "date": "2009-07-17"})
    assert told(old, "LIFE-011") == []
    assert len(told(adopted(decree={**AIDE, "date": "2009-07-18"}), "LIFE-011")) == 1


@pytest.mark.parametrize(
    ("life", "found"),
    [
        ({"in_force_from": "2026-08-03"}, False),
        ({"in_force_from": "2027-08-03"}, False),
        ({"applied": "Dipakai sejak Agustus"}, False),
        ({"evaluated_on": ["2026-10-01"]}, False),
        ({"applied": "-"}, True),
        ({"adopted_on": "2026-07-27"}, True),
        ({}, True),
    ],
)
def test_a_standard_is_applied(life: dict[str, Any], *, found: bool, told: Told) -> None:
    keys = [hit[:2] for hit in told(adopted(life_cycle=life), "LIFE-012")]
    assert keys == ([("LIFE-012", LIFE)] if found else [])


@pytest.mark.parametrize(("set_on", "count"), [("2009-07-17", 0), ("2009-07-18", 1)])
def test_before_the_act_nobody_had_to_apply_one(set_on: str, count: int, told: Told) -> None:
    assert len(told(adopted(life_cycle={"adopted_on": set_on}), "LIFE-012")) == count


FORMED = ("office", "formed_on")
NEW = {"formed": "2026-01-05", "due": "2026-07-05"}


def office(formed: str, stage: str | None, *decrees: str, **standard: Any) -> dict[str, Any]:
    standards = [{"id": f"s{n}", "decree": {"date": day}} for n, day in enumerate(decrees)]
    if standard:
        standards.append({"id": "more", **standard})
    data = {"office": {"formed_on": formed}, "standards": standards}
    return data if stage is None else {**data, "stage": stage}


@pytest.mark.parametrize("stage", [None, "draft", "discussed"])
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-07-05", []),
        ("2026-07-06", [("LIFE-018", FORMED, NEW)]),
        ("2030-01-01", [("LIFE-018", FORMED, NEW)]),
    ],
)
def test_a_new_office_has_six_months(
    stage: str | None, on: str, expected: list[Any], told: Told
) -> None:
    given = office("2026-01-05", stage, id="more")
    assert told(given, "LIFE-018", as_of=dt.date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("first", "late"), [("2026-07-05", False), ("2026-07-06", True), ("2026-11-22", True)]
)
@pytest.mark.parametrize("stage", ["draft", "adopted"])
def test_the_first_standard_counts(first: str, stage: str, *, late: bool, told: Told) -> None:
    expected = [("LIFE-018.late", FORMED, {**NEW, "first": first})] if late else []
    assert told(office("2026-01-05", stage, "2026-11-22", first), "LIFE-018") == expected
    assert told(office("2026-01-05", stage, first, "2026-11-22"), "LIFE-018") == expected


def test_a_standard_of_a_later_day_is_not_there_yet(told: Told) -> None:
    given = office("2026-01-05", "adopted", "2026-08-03")
    before = dt.date(2026, 8, 2)
    assert told(given, "LIFE-018", as_of=before) == [("LIFE-018", FORMED, NEW)]
    late = [("LIFE-018.late", FORMED, {**NEW, "first": "2026-08-03"})]
    assert told(given, "LIFE-018", as_of=dt.date(2026, 8, 3)) == late
    assert told(given, "LIFE-018", as_of=dt.date(2026, 7, 5)) == []


def test_the_decree_that_is_replaced_was_the_first(told: Told) -> None:
    dated = office("2020-01-06", "adopted", "2026-02-02", replaces={"date": "2020-05-04"})
    assert told(dated, "LIFE-018") == []
    undated = office("2020-01-06", "adopted", "2026-02-02", replaces={"number": "1/CONTOH"})
    assert told(undated, "LIFE-018") == []
    assert told(office("2020-01-06", "draft", replaces={"number": "1"}), "LIFE-018") == []


def test_an_adopted_standard_of_no_day_is_left_to_its_decree(told: Told) -> None:
    assert told(office("2020-01-06", "adopted", service="library"), "LIFE-018") == []


@pytest.mark.parametrize(("formed", "count"), [("2012-10-30", 0), ("2012-10-31", 1)])
def test_only_offices_formed_after_the_regulation(formed: str, count: int, told: Told) -> None:
    assert len(told(office(formed, "draft"), "LIFE-018")) == count


def test_without_the_day_of_forming_nothing_is_asked(report: Check) -> None:
    for given in ({}, {"office": {"name": "BPS"}}):
        assert "LIFE-018" in report(given).coverage.not_applicable
    assert "LIFE-018" in report(office("2026-10-01", None)).coverage.checked
