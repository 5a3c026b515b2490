from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report, Severity
from pst_standards.rules import check
from pst_standards.rules.citing import MOST_READ

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
LONG_WAY_ROUND = (
    "Menurut Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25"
    " Tahun 2009 tentang Pelayanan Publik, pelayanan terpadu mempunyai lima tujuan, sebagaimana"
    " disebut pada Pasal 11."
)


def page(text: str | dict[str, str]) -> dict[str, Any]:
    return {"publications": [{"id": "page", "text": text}]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tujuan sistem pelayanan terpadu diatur pada PP 96/2012 Pasal 11.", True),
        ("PP No. 96 Tahun 2012 Pasal 11 ayat (1): pelayanan terpadu bertujuan mendekatkan.", True),
        (LONG_WAY_ROUND, True),
        ("Pada Pasal 11 disebut tujuan pelayanan terpadu.", True),
        ({"en": "The aims of integrated service: PP 96/2012 Article 11."}, True),
        ("Tujuan sistem pelayanan terpadu diatur pada PP 96/2012 Pasal 12.", False),
        ("PP 96/2012 Pasal 11 membolehkan sistem pelayanan terpadu.", False),
        ("PP 96/2012 Pasal 11 membolehkan; tujuan pelayanan terpadu di PP 96/2012 Pasal 12", False),
        ("Perpres 76/2013 Pasal 11 memuat tujuan pengelolaan terpadu.", False),
        ("PP 96/2012 Pasal 11 dan tujuan survei.", False),
        ("PP 96/2012 Pasal 112 memuat tujuan pelayanan terpadu.", False),
        (f"Tujuan pelayanan terpadu. {'x' * 400} PP 96/2012 Pasal 11 membolehkan.", False),
    ],
)
def test_aims_of_integrated_service_stand_in_article_12(
    text: str | dict[str, str], *, found: bool, keys: Keys
) -> None:
    assert keys(page(text), "CIT-001") == (["CIT-001"] if found else [])


def test_both_languages_of_a_text_are_one_finding(report: Check) -> None:
    text = {
        "id": "Tujuan pelayanan terpadu: PP 96/2012 Pasal 11.",
        "en": "The aims of integrated service: PP 96/2012 Pasal 11.",
    }
    (found,) = report(page(text)).of("CIT-001")
    assert found.pointer == ("publications", 0, "text")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("source", "found"),
    [("PP 96/2012 Pasal 11", True), ("PP 96/2012 Pasal 12", False), ("-", False)],
)
def test_the_source_of_the_aims_is_looked_at(source: str, *, found: bool, report: Check) -> None:
    marks = {"aims": {"source": source}}
    joined = {"aims": ["mendekatkan pelayanan menurut UU 25/2009"], "marks": marks}
    pointers = [
        hit.pointer for hit in report({"office": {"integrated_service": joined}}).of("CIT-001")
    ]
    assert pointers == ([("office", "integrated_service", "aims")] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pada Pasal 22 ditetapkan kewajiban menyusun standar.", True),
        ("Lihat Pasal 22 ayat (1).", True),
        ("UU 25/2009 dan PP 96/2012 mengatur standar. Kewajiban itu ada di Pasal 22.", True),
        ("PP 96/2012 mengatur standar. Kewajiban itu ada di Pasal 22.", False),
        ("PP 96/2012 Pasal 22 ayat (1)", False),
        ("Pasal 22 UU 25/2009", False),
        ("Pada Pasal 21 ditetapkan komponen.", False),
        ("Pada Pasal 220 ditetapkan sesuatu.", False),
    ],
)
def test_article_22_needs_its_law(text: str, *, found: bool, keys: Keys) -> None:
    assert keys(page(text), "CIT-002") == (["CIT-002"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pernyataan kesanggupan dan kewajiban (UU 25/2009 Pasal 22).", True),
        ("Pernyataan Kesanggupan dan Kewajiban menurut UU 25/2009.", True),
        ("Pernyataan kesanggupan dan kewajiban (UU 25/2009, PP 96/2012 Pasal 30).", False),
        ("Pernyataan kesanggupan (UU 25/2009 Pasal 22).", False),
        ("Pernyataan kesanggupan dan kewajiban.", False),
    ],
)
def test_capability_and_duty_is_the_wording_of_the_regulation(
    text: str, *, found: bool, keys: Keys
) -> None:
    assert keys(page(text), "CIT-003") == (["CIT-003"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kompensasi diberikan sejalan dengan UU 25/2009.", True),
        ({"en": "Compensation follows UU 25/2009."}, True),
        ("Kompensasi menurut PermenPANRB 15/2014 dan UU 25/2009.", False),
        ("UU 25/2009 tidak mengatur kompensasi.", False),
        ("UU 25/2009 mengatur ganti rugi, bukan kompensasi.", False),
        (f"Kompensasi diberikan. {'x' * 400} Standar disusun menurut UU 25/2009.", False),
        ("Standar disusun menurut UU 25/2009.", False),
    ],
)
def test_compensation_does_not_come_from_the_act(
    text: str | dict[str, str], *, found: bool, keys: Keys
) -> None:
    assert keys(page(text), "CIT-004") == (["CIT-004"] if found else [])


@pytest.mark.parametrize(
    ("basis", "found"),
    [
        (["UU 25/2009 tentang Pelayanan Publik"], True),
        (["UU 25/2009", "PermenPANRB 15/2014"], False),
        (["PermenPANRB 15/2014"], False),
        (["UU 25/2009 Pasal 50 tentang ganti rugi"], False),
    ],
)
def test_the_basis_of_a_policy_is_looked_at(basis: list[str], *, found: bool, keys: Keys) -> None:
    assert keys({"compensation": {"basis": basis}}, "CIT-004") == (["CIT-004"] if found else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UU 25/2009 tentang Pelayanan Publik", []),
        ("PP 86/2021 tentang tarif PNBP BPS", ["CIT-005.mismatch"]),
        ("UU 25/2009 Pasal 21 huruf n", []),
        ("UU 25/2009 Pasal 21 huruf o", ["CIT-005.place"]),
        ("PP 96/2012 Pasal 99", ["CIT-005.place"]),
        ("UU 16/1997 Pasal 99", []),
        ("PP 999/2011", ["CIT-005.unknown"]),
        ("Peraturan Bupati Contoh Nomor 7 Tahun 2020", []),
        ("Tidak ada kutipan di sini.", []),
    ],
)
def test_citations_fit_the_register(text: str, expected: list[str], keys: Keys) -> None:
    assert keys(page(text), "CIT-005") == expected


def test_a_text_without_end_is_read_in_part_and_that_is_said(report: Check) -> None:
    for text in ("PP 86/2021 tentang tarif PNBP BPS. " * 20_000, "Pasal 11 " * 100_000):
        began = time.process_time()
        found = report(page(text)).of("CIT-005")
        assert time.process_time() - began < 20
        (cut,) = (hit for hit in found if hit.variant == "too_long")
        assert 199_000 < cast("int", cut.params["read"]) <= MOST_READ


def test_an_unknown_regulation_is_named_once(report: Check) -> None:
    given = page("Lihat PP 999/2011.") | {"office": {"motto": "PP 999/2011"}}
    (found,) = report(given).of("CIT-005")
    assert found.params == {"regulation": "PP 999/2011"}
    assert found.pointer == ("office", "motto")
    assert found.severity is Severity.NOTE


def basis_of(**reference: str) -> dict[str, Any]:
    return {"standards": [{"id": "x", "legal_basis": {"regulations": [reference]}}]}


def test_a_wrong_title_in_a_legal_basis_is_told_once(keys: Keys) -> None:
    given = basis_of(citation="UU 25/2009 tentang Statistik")
    assert keys(given, "CIT-005", "STD-010") == ["STD-010"]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("Undang-Undang Pelayanan Publik", ["CIT-005.unreadable"]),
        ("SK Kepala BPS Kabupaten Contoh Nomor 3", []),
        ("-", []),
        ("UU 25/2009", []),
        ("Peraturan Kepala Badan Pusat Statistik Nomor 65 Ta", ["CIT-005.unreadable"]),
        ("Peraturan Kepala BPS Nomor 65 Tahun", ["CIT-005.unreadable"]),
        ("UU 25/2009 Pasal 21 dan", []),
        ("kata " * 300 + "25 dan", ["CIT-005.unreadable"]),
    ],
)
def test_a_key_for_a_regulation_holds_one(citation: str, expected: list[str], keys: Keys) -> None:
    assert keys(basis_of(citation=citation), "CIT-005") == expected


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("PP 13/2024", "2016-01-01", ["CIT-005.not_yet"]),
        ("PP 13/2024", "2024-03-13", ["CIT-005.not_yet"]),
        ("PP 13/2024", "2024-03-14", []),
        ("PermenPANRB 14/2017", "2016-12-31", ["CIT-005.not_yet"]),
        ("PermenPANRB 14/2017", "2017-01-01", []),
        ("UU 25/2009 dan PP 96/2012", "2016-01-01", []),
        ("PP 7/2015 dan PP 13/2024", "2016-01-01", ["CIT-005.not_yet"]),
        ("Perka BPS 78/2020", "2016-01-01", ["CIT-005.not_yet"]),
        ("PP 999/2031", "2016-01-01", ["CIT-005.unknown"]),
    ],
)
def test_a_regulation_of_a_later_day_is_told(
    text: str, as_of: str, expected: list[str], keys: Keys
) -> None:
    assert keys(page(text), "CIT-005", as_of=dt.date.fromisoformat(as_of)) == expected


@given(st.dates(dt.date(2001, 1, 1), dt.date(2040, 12, 31)))
def test_on_every_day_a_regulation_is_to_come_in_force_or_gone(on: dt.date) -> None:
    found = check(page("PP 7/2015"), as_of=on).of("CIT-005", "CIT-008")
    if on < dt.date(2015, 3, 26):
        expected = ["CIT-005.not_yet"]
    else:
        expected = [] if on < dt.date(2024, 3, 14) else ["CIT-008"]
    assert [hit.message_key for hit in found] == expected


def test_a_regulation_of_a_later_day_is_named_once_with_all_places(report: Check) -> None:
    fee = {"kind": "pnbp", "instrument": "PP 13/2024"}
    given = {"standards": [{"id": "a", "fee": fee}, {"id": "b", "fee": fee}]}
    (found,) = report(given, dt.date(2016, 1, 1)).of("CIT-005")
    assert found.pointer == ("standards", 0, "fee", "instrument")
    assert found.severity is Severity.WARNING
    assert found.params == {
        "regulation": "PP 13/2024",
        "since": "2024-03-14",
        "on": "2016-01-01",
        "count": 2,
    }


def test_both_languages_of_a_later_regulation_are_one_place(report: Check) -> None:
    (found,) = report(page({"id": "PP 13/2024", "en": "PP 13/2024"}), dt.date(2016, 1, 1)).of(
        "CIT-005"
    )
    assert found.params["count"] == 1


@pytest.mark.parametrize(
    ("as_of", "successors"),
    [
        ("2019-12-31", None),
        ("2020-06-01", "Perka BPS 65/…"),
        ("2021-12-31", "Perka BPS 65/…"),
        ("2022-01-01", "Perka BPS 65/…, Kepka BPS 444/2022"),
    ],
)
def test_a_newer_standard_is_not_asked_for_before_its_time(
    as_of: str, successors: str | None, report: Check
) -> None:
    found = report(page("Perka BPS 78/2020"), dt.date.fromisoformat(as_of)).of("CIT-006")
    assert [hit.params["successor"] for hit in found] == ([successors] if successors else [])


@pytest.mark.parametrize(("as_of", "found"), [("2024-03-13", 0), ("2024-03-14", 1)])
def test_the_old_procedure_was_right_under_the_old_tariff(
    as_of: str, found: int, report: Check
) -> None:
    day = dt.date.fromisoformat(as_of)
    assert len(report(page("Peraturan BPS 2/2019"), day).of("CIT-009")) == found


def test_the_national_standard_is_noted_once_with_all_places(report: Check) -> None:
    given = page({"id": "Perka BPS 78/2020", "en": "Perka BPS 78/2020"})
    given["office"] = {"motto": "Perka BPS Nomor 78 Tahun 2020"}
    (found,) = report(given).of("CIT-006")
    assert found.pointer == ("office", "motto")
    assert found.params["count"] == 2
    assert "Perka BPS 65/" in str(found.params["successor"])


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("PermenPANRB 36/2012", "2026-11-22", ["CIT-007"]),
        ("PermenPANRB 36/2012", "2014-06-01", []),
        ("PermenPANRB 36/2012", "2013-06-01", []),
        ("PermenPANRB 17/2017", "2023-01-01", ["CIT-007"]),
        ("PermenPANRB 17/2017", "2021-01-01", []),
        ("PermenPANRB 36/2012 diganti PermenPANRB 15/2014", "2026-11-22", []),
        ("PermenPANRB 36/2012 sudah dicabut", "2026-11-22", []),
        ("PermenPANRB 36/2012, PermenPANRB 15/2014", "2026-11-22", []),
        ("PP 7/2015", "2026-11-22", ["CIT-008"]),
        ("PP 7/2015", "2016-01-01", []),
        ("PP 54/2009", "2016-01-01", ["CIT-008"]),
        ("PP 54/2009", "2014-01-01", []),
        ("PP 13/2024", "2026-11-22", []),
        ("Tarif semula menurut PP 7/2015", "2026-11-22", []),
        ("Peraturan BPS 2/2019", "2026-11-22", ["CIT-009"]),
        ("Perka BPS 1/2012 dan Peraturan BPS 2/2019", "2026-11-22", ["CIT-009", "CIT-009"]),
    ],
)
def test_old_regulations_are_judged_by_the_day(
    text: str, as_of: str, expected: list[str], keys: Keys
) -> None:
    day = dt.date.fromisoformat(as_of)
    assert keys(page(text), "CIT-007", "CIT-008", "CIT-009", as_of=day) == expected


def test_every_place_of_an_old_tariff_is_named(report: Check) -> None:
    fee = {"kind": "pnbp", "instrument": "PP 7/2015"}
    given = {"standards": [{"id": "a", "fee": fee}, {"id": "b", "fee": fee}]}
    pointers = [hit.pointer for hit in report(given).of("CIT-008")]
    assert pointers == [("standards", place, "fee", "instrument") for place in (0, 1)]


def test_sources_of_values_are_no_citations(report: Check) -> None:
    given = {"office": {"source": "PP 7/2015", "marks": {"name": {"source": "PP 999/2011"}}}}
    found = report(given)
    assert {"CIT-001", "CIT-008"} <= set(found.coverage.not_applicable)
    assert found.of("CIT-005", "CIT-008") == ()
