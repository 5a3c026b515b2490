from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
ELEMENTS = ("MKL-002", "MKL-003", "MKL-004", "MKL-005")
FULL = (
    "Kami sanggup melayani sesuai standar pelayanan, melakukan perbaikan terus-menerus, dan"
    " bersedia menerima sanksi dan/atau memberikan kompensasi."
)


@pytest.mark.parametrize(
    ("maklumat", "found"),
    [
        ({"pledge": FULL}, False),
        ({"pledge": {"en": "We pledge to serve to the standard."}}, False),
        ({"elements": {"capability": "Kami sanggup"}}, False),
        ({"place": "Contoh"}, True),
        ({"pledge": "…"}, True),
        ({"elements": {"capability": "-"}}, True),
    ],
)
def test_a_maklumat_has_a_wording(maklumat: dict[str, Any], *, found: bool, keys: Keys) -> None:
    assert keys({"maklumat": maklumat}, "MKL-001") == (["MKL-001"] if found else [])


def test_where_the_maklumat_is_missing(report: Check) -> None:
    assert [hit.pointer for hit in report({}).of("MKL-001")] == [()]
    assert [hit.pointer for hit in report({"maklumat": {}}).of("MKL-001")] == [("maklumat",)]


def test_without_wording_the_other_rules_do_not_apply(report: Check) -> None:
    skipped = report({"stage": "adopted"}).coverage.not_applicable
    assert {*ELEMENTS, "MKL-006", "MKL-007", "MKL-008", "MKL-010"} <= set(skipped)


@pytest.mark.parametrize(
    ("pledge", "lacking"),
    [
        (FULL, ""),
        ("Kami SANGGUP melayani sesuai STANDAR PELAYANAN dan menerima sanksi.", "MKL-003"),
        ("Kami sangup untukmelaksanakan pelayanan sesuai standar, terus menerus, sanksi.", ""),
        ("Kami siap memberikan pelayanan sesuai standar, sanksi, perbaikan berkelanjutan.", ""),
        ("Kami siap menerima sanksi menurut standar; perbaikan berkelanjutan.", "MKL-002"),
        ("Kami sanggup melayani; perbaikan berkelanjutan; sanksi.", "MKL-002 MKL-005"),
        ("Kami sanggup menurut standar operasional; terus-menerus; sanksi.", "MKL-002 MKL-005"),
        ("Kami berjanji sesuai standar pelayanan; penyempurnaan pelayanan.", "MKL-004"),
        ("Kami sanggup sesuai standar;\nterus\nmenerus; memberi kompensasi.", ""),
    ],
)
def test_elements_are_found_in_real_wordings(pledge: str, lacking: str, keys: Keys) -> None:
    assert keys({"maklumat": {"pledge": pledge}}, *ELEMENTS) == lacking.split()


def test_elements_are_found_in_english(keys: Keys) -> None:
    pledge = (
        "We declare ourselves able to serve according to the service standards, to improve"
        " continuously, and to accept sanctions or give compensation."
    )
    assert keys({"maklumat": {"pledge": {"en": pledge}}}, *ELEMENTS) == []


def test_structured_elements_stand_for_wording(keys: Keys) -> None:
    elements = {
        "capability": "Kami melayani menurut standar pelayanan",
        "improvement": "Kami memperbaiki diri",
        "compensation": "Kami mengganti waktu Anda",
    }
    given = {"maklumat": {"elements": elements}, "compensation": {"announcement": "Ada"}}
    assert keys(given, *ELEMENTS, "MKL-006") == []


@pytest.mark.parametrize(
    ("pledge", "compensation", "expected"),
    [
        (FULL, None, ["MKL-006.no_policy"]),
        (FULL, {}, ["MKL-006.no_policy"]),
        (FULL, {"announcement": "-"}, ["MKL-006.no_policy"]),
        (FULL, {"announcement": "Didahulukan"}, []),
        (FULL, {"rules": [{"id": "late"}]}, []),
        (FULL, {"decree": {"number": "1"}}, []),
        ("Kami sanggup sesuai standar.", {"announcement": "Ada"}, ["MKL-006.not_mentioned"]),
        ("Kami sanggup sesuai standar.", None, []),
    ],
)
def test_pledge_and_policy_agree(
    pledge: str, compensation: dict[str, Any] | None, expected: list[str], keys: Keys
) -> None:
    given: dict[str, Any] = {"maklumat": {"pledge": pledge}}
    if compensation is not None:
        given["compensation"] = compensation
    assert keys(given, "MKL-006") == expected


def adopted(*publications: dict[str, Any], **maklumat: Any) -> dict[str, Any]:
    return {
        "stage": "adopted",
        "maklumat": {"pledge": FULL, **maklumat},
        "publications": [{"id": f"p{place}", **one} for place, one in enumerate(publications)],
    }


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        (None, ["MKL-007"]),
        ({"rank": "Pembina"}, ["MKL-007"]),
        ({"name": "Nama Contoh"}, ["MKL-007.position"]),
        ({"position": "Kepala"}, ["MKL-007.name"]),
        ({"name": "Nama Contoh", "position": "Kepala"}, []),
    ],
)
def test_the_head_signs(signer: dict[str, str] | None, expected: list[str], keys: Keys) -> None:
    given = adopted(**({} if signer is None else {"signer": signer}))
    assert keys(given, "MKL-007") == expected


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        ({}, ("place", "date")),
        ({"place": "Contoh"}, ("date",)),
        ({"date": "2026-01-12"}, ("place",)),
        ({"place": "Contoh", "date": "2026-01-12"}, None),
    ],
)
def test_place_and_date_are_there(
    parts: dict[str, str], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report(adopted(**parts)).of("MKL-008")
    assert [hit.params["missing"] for hit in found] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("publications", "named", "expected"),
    [
        ([], [], ["MKL-010.none"]),
        ([{"kind": "page", "media": ["website"]}], [], ["MKL-010.none"]),
        ([{"kind": "page", "media": ["website", "board"]}], ["p0"], []),
        ([{"kind": "maklumat", "media": ["website", "board"]}], [], []),
        ([{"kind": "maklumat", "media": ["website"]}], [], ["MKL-010.only_electronic"]),
        ([{"kind": "maklumat", "media": ["print"]}], [], ["MKL-010.only_print"]),
        ([{"kind": "maklumat", "media": ["print"], "url": "https://contoh.go.id"}], [], []),
        ([{"kind": "maklumat"}], [], []),
        ([{"kind": "maklumat", "media": ["print"]}, {"media": ["sippn"]}], ["p1"], []),
    ],
)
def test_the_maklumat_is_published(
    publications: list[dict[str, Any]], named: list[str], expected: list[str], keys: Keys
) -> None:
    assert keys(adopted(*publications, publications=named), "MKL-010") == expected


AT = ("maklumat",)


@pytest.mark.parametrize(
    ("given", "rule", "pointer"),
    [
        ({"maklumat": {"pledge": FULL}}, "MKL-006", AT),
        (
            {"maklumat": {"pledge": "Standar."}, "compensation": {"announcement": "Ada"}},
            "MKL-006",
            AT,
        ),
        (adopted(), "MKL-007", AT),
        (adopted(signer={"rank": "Pembina"}), "MKL-007", (*AT, "signer")),
        (adopted(signer={"position": "Kepala"}), "MKL-007", (*AT, "signer")),
        (adopted(), "MKL-008", AT),
        (adopted(), "MKL-010", AT),
        (adopted({"kind": "maklumat", "media": ["website"]}), "MKL-010", AT),
        (adopted({"kind": "maklumat", "media": ["print"]}), "MKL-010", AT),
        ({"maklumat": {"pledge": "Kami"}}, "MKL-002", AT),
        ({"maklumat": {"pledge": "Kami"}}, "MKL-004", AT),
    ],
)
def test_where_a_finding_stands(
    given: dict[str, Any], rule: str, pointer: tuple[str, ...], report: Check
) -> None:
    assert [hit.pointer for hit in report(given).of(rule)] == [pointer]


@pytest.mark.parametrize(
    ("signer", "missing"),
    [
        (None, ("position", "name")),
        ({"name": "Nama Contoh"}, ("position",)),
        ({"position": "Kepala"}, ("name",)),
    ],
)
def test_what_of_the_signer_is_missing(
    signer: dict[str, str] | None, missing: tuple[str, ...], report: Check
) -> None:
    given = adopted(**({} if signer is None else {"signer": signer}))
    assert [hit.params for hit in report(given).of("MKL-007")] == [{"missing": missing}]


@pytest.mark.parametrize(
    ("pledge", "elements", "lacking"),
    [
        ("Kami sanggup menurut standar; berkelanjutan.", {"sanction": "Siap"}, []),
        ("Kami sanggup menurut standar; sanksi.", {"improvement": "Ya"}, []),
        ("Menurut standar; berkelanjutan; sanksi.", {"capability": "Ya"}, []),
        ("Menurut standar; berkelanjutan.", {"sanction": "-"}, ["MKL-002", "MKL-004"]),
        ("Menurut standar; sanksi.", {"capability": "-"}, ["MKL-002", "MKL-003"]),
    ],
)
def test_words_and_elements_complete_each_other(
    pledge: str, elements: dict[str, str], lacking: list[str], keys: Keys
) -> None:
    given = {"maklumat": {"pledge": pledge, "elements": elements}}
    assert keys(given, *ELEMENTS) == lacking


SERVES = "Kami sanggup melayani sesuai standar pelayanan"


@pytest.mark.parametrize(
    ("pledge", "found"),
    [
        (
            "Kami tidak sanggup melayani sesuai standar, tidak bersedia menerima sanksi.",
            ["MKL-002", "MKL-003", "MKL-004", "MKL-005"],
        ),
        (f"{SERVES}, tidak akan melakukan perbaikan terus-menerus.", ["MKL-003", "MKL-004"]),
        (f"{SERVES}, tidak bersedia menerima sanksi apa pun.", ["MKL-003", "MKL-004"]),
        (f"{SERVES}; apabila tidak menepati janji ini kami siap menerima sanksi.", ["MKL-003"]),
    ],
)
def test_what_is_denied_is_not_pledged(
    pledge: str, found: list[str], keys: Callable[..., list[str]]
) -> None:
    rules = ("MKL-002", "MKL-003", "MKL-004", "MKL-005")
    assert keys({"maklumat": {"pledge": pledge}}, *rules) == found
