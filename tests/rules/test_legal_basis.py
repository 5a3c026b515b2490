from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity

Check = Callable[..., Report]
Keys = Callable[..., list[str]]


def standard(*regulations: dict[str, Any], service: str = "library", **more: Any) -> dict[str, Any]:
    basis = {"regulations": list(regulations)}
    return {"standards": [{"id": "x", "service": service, "legal_basis": basis, **more}]}


@pytest.mark.parametrize(
    ("regulations", "expected"),
    [
        ([], ["STD-007"]),
        ([{"note": "Akan menyusul"}], ["STD-007"]),
        ([{"citation": "-"}], ["STD-007"]),
        ([{"title": "Undang-Undang Perpustakaan"}], []),
        ([{"citation": "Keputusan Bupati 1 Tahun 2020"}], []),
    ],
)
def test_a_legal_basis_names_a_regulation(
    regulations: list[dict[str, Any]], expected: list[str], keys: Keys
) -> None:
    assert keys(standard(*regulations), "STD-007") == expected


@pytest.mark.parametrize(
    ("service", "citation", "found"),
    [
        ("library", "UU 43/2007", False),
        ("library", "Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan", False),
        ("library", "UU 16/1997", True),
        ("consultation", "UU 16/1997", False),
        ("consultation", "UU 43/2007", True),
        ("recommendation", "PP 51/1999 Pasal 26", False),
        ("recommendation", "UU 16/1997", True),
        ("product-sales", "PP 13/2024", False),
        ("product-sales", "PP 7/2015", False),
        ("product-sales", "UU 9/2018", False),
        ("product-sales", "UU 20/1997", False),
        ("product-sales", "UU 16/1997", True),
        ("queue", "UU 25/2009", False),
    ],
)
def test_each_service_rests_on_its_own_law(
    service: str, citation: str, *, found: bool, keys: Keys
) -> None:
    expected = ["STD-008"] if found else []
    assert keys(standard({"citation": citation}, service=service), "STD-008") == expected


def test_a_law_may_be_known_by_its_title_alone(keys: Keys) -> None:
    given = standard({"title": "Undang-Undang tentang Perpustakaan"})
    assert keys(given, "STD-008") == []


def test_the_expected_laws_are_named(report: Check) -> None:
    (found,) = report(standard({"citation": "UU 25/2009"}, service="product-sales")).of("STD-008")
    assert found.params["expected"] == ("PP 13/2024", "UU 9/2018")
    assert found.params["service"] == "product-sales"


def test_the_expected_laws_are_those_of_the_day(report: Check) -> None:
    given = standard({"citation": "UU 25/2009"}, service="product-sales")
    (found,) = report(given, dt.date(2016, 1, 1)).of("STD-008")
    assert found.params["expected"] == ("PP 7/2015", "UU 20/1997")
    assert found.pointer == ("standards", 0, "legal_basis")


def test_an_empty_basis_is_not_asked_for_more(keys: Keys) -> None:
    assert keys(standard(), "STD-008") == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"decree": {"date": "2019-01-01"}}, False),
        ({"decree": {"date": "2025-01-01"}}, True),
        ({"life_cycle": {"adopted_on": "2019-01-01"}}, False),
        ({"life_cycle": {"in_force_from": "2019-01-01"}}, False),
        ({"decree": {"number": "1"}, "life_cycle": {"adopted_on": "2019-01-01"}}, False),
        ({}, True),
    ],
)
def test_a_regulation_must_hold_on_the_day_of_the_decree(
    more: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    given = standard({"citation": "PP 7/2015"}, **more)
    assert keys(given, "STD-009") == (["STD-009"] if found else [])


@pytest.mark.parametrize(
    ("decree", "as_of", "found"),
    [
        ("2026-07-27", "2016-01-01", []),
        ("2026-07-27", "2026-11-22", ["STD-009"]),
        ("2014-01-01", "2016-01-01", ["STD-009.not_yet"]),
        ("2015-03-25", "2026-11-22", ["STD-009.not_yet"]),
        ("2015-03-26", "2026-11-22", []),
        ("2014-01-01", "2014-06-01", []),
    ],
)
def test_the_day_of_the_decree_is_at_most_that_of_the_check(
    decree: str, as_of: str, found: list[str], keys: Keys
) -> None:
    given = standard({"citation": "PP 7/2015"}, decree={"date": decree})
    assert keys(given, "STD-009", as_of=dt.date.fromisoformat(as_of)) == found


def test_a_regulation_that_came_after_the_decree_is_told(report: Check) -> None:
    given = standard({"citation": "PP 13/2024"}, decree={"date": "2019-03-04"})
    (found,) = report(given).of("STD-009")
    assert found.message_key == "STD-009.not_yet"
    assert found.severity is Severity.WARNING
    assert found.pointer == ("standards", 0, "legal_basis", "regulations", 0)
    assert found.params == {
        "regulation": "PP 13/2024",
        "since": "2024-03-14",
        "on": "2019-03-04",
    }


def test_a_later_regulation_beside_the_one_it_replaced_tells_history(keys: Keys) -> None:
    cited = {"citation": "PP 7/2015", "note": "sekarang PP 13/2024"}
    assert keys(standard(cited, decree={"date": "2019-03-04"}), "STD-009") == []


def test_a_start_known_to_the_year_is_no_start_after_that_year(keys: Keys) -> None:
    cited = {"citation": "PermenPANRB 14/2017"}
    assert keys(standard(cited, decree={"date": "2016-12-31"}), "STD-009") == ["STD-009.not_yet"]
    assert keys(standard(cited, decree={"date": "2017-01-01"}), "STD-009") == []


def test_several_regulations_of_one_reference_are_each_looked_at(report: Check) -> None:
    cited = {"citation": "PP 54/2009", "note": "UU 20/1997"}
    found = report(standard(cited)).of("STD-009")
    assert [hit.params["regulation"] for hit in found] == ["UU 20/1997", "PP 54/2009"]


def test_an_end_known_to_the_year_is_no_end_within_that_year(keys: Keys) -> None:
    cited = {"citation": "PermenPANRB 36/2012"}
    during = standard(cited, decree={"date": "2014-06-01"})
    after = standard(cited, decree={"date": "2015-01-01"})
    assert keys(during, "STD-009") == []
    assert keys(after, "STD-009") == ["STD-009"]


def test_a_reference_that_names_the_successor_too_tells_history(keys: Keys) -> None:
    cited = {"citation": "PP 7/2015", "note": "diganti PP 13/2024"}
    assert keys(standard(cited), "STD-009") == []


def test_the_instrument_of_a_fee_is_held_against_the_day_too(report: Check) -> None:
    given = standard({"citation": "UU 9/2018"}, fee={"kind": "pnbp", "instrument": "PP 54/2009"})
    (found,) = report(given).of("STD-009")
    assert found.pointer == ("standards", 0, "fee", "instrument")
    assert found.params["regulation"] == "PP 54/2009"
    assert found.params["replaced_by"] == "PP 7/2015"
    assert found.params["on"] == "2026-11-22"


def test_an_instrument_alone_is_looked_at(keys: Keys) -> None:
    given = {"standards": [{"id": "x", "fee": {"kind": "pnbp", "instrument": "PP 7/2015"}}]}
    assert keys(given, "STD-009") == ["STD-009"]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ({"citation": "UU 25/2009", "title": "Pelayanan Publik"}, False),
        ({"citation": "UU 25/2009", "title": "pelayanan publlk"}, False),
        ({"citation": "UU 25/2009", "title": "tentang Pelayanan Publik"}, False),
        ({"citation": "UU 25/2009", "title": "Statistik"}, True),
        ({"citation": "UU 25/2009 tentang Statistik"}, True),
        ({"citation": "UU 25/2009", "title": "-"}, False),
        ({"citation": "UU 25/2009", "title": {"en": "Statistics"}}, False),
        ({"citation": "PP 999/2011", "title": "Statistik"}, False),
        ({"citation": "Keputusan Kepala Dinas", "title": "Statistik"}, False),
        ({"title": "Statistik"}, False),
    ],
)
def test_number_and_title_go_together(
    reference: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    assert keys(standard(reference), "STD-010") == (["STD-010"] if found else [])


def test_the_regulation_meant_is_named(report: Check) -> None:
    (found,) = report(standard({"citation": "UU 25/2009", "title": "Statistik"})).of("STD-010")
    assert found.params["known"] == "Pelayanan Publik"
    assert found.params["stated"] == "Statistik"
    assert "UU 16/1997" in str(found.params["meant"])
