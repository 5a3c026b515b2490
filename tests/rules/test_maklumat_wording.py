from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
PLEDGE = "Kami sanggup melayani sesuai standar pelayanan."
AT = ("maklumat", "pledge")


def worded(pledge: Any, *publications: dict[str, Any], **maklumat: Any) -> dict[str, Any]:
    shown = [{"id": f"p{n}", "kind": "maklumat", **one} for n, one in enumerate(publications)]
    return {"maklumat": {"pledge": pledge, **maklumat}, "publications": shown}


def test_misspellings_are_found_wherever_the_maklumat_is_worded(told: Told) -> None:
    given = worded(
        {"id": "Kami sangup menerima sangsi, sangsi", "en": "In complience with standards"},
        {"text": "Yang telah di tetapkan"},
        {"kind": "page", "text": "Yang telah di tetapkan"},
        {"kind": "page", "text": {"en": "recieve"}},
        elements={"capability": "menyelenggaran", "compensation": {"en": "kompensation"}},
        publications=["p2"],
    )
    expected = [
        (AT, "sangup", "sanggup"),
        (AT, "sangsi", "sanksi"),
        (AT, "complience", "compliance"),
        (("maklumat", "elements", "capability"), "menyelenggaran", "menyelenggarakan"),
        (("maklumat", "elements", "compensation"), "kompensation", "compensation"),
        (("publications", 0, "text"), "di tetapkan", "ditetapkan"),
        (("publications", 2, "text"), "recieve", "receive"),
    ]
    found = told(given, "MKL-013")
    assert sorted((at, hit["written"], hit["meant"]) for _, at, hit in found) == sorted(expected)


def test_a_language_is_read_by_its_own_table(told: Told) -> None:
    assert told(worded({"id": PLEDGE, "en": "menyelenggaran"}), "MKL-013") == []
    assert told(worded({"id": "complience"}), "MKL-013") == []


def test_publications_alone_word_no_maklumat(report: Check) -> None:
    given = worded(None, {"text": "di tetapkan"})
    skipped = report(given).coverage.not_applicable
    assert {"MKL-013", "MKL-014", "MKL-016", "MKL-017"} <= set(skipped)


WHOLE_ID = (
    "Kami sanggup melayani sesuai standar pelayanan, melakukan perbaikan terus-menerus, dan"
    " bersedia menerima sanksi dan/atau memberikan kompensasi."
)
WHOLE_EN = (
    "We pledge to serve according to the service standards, to improve continuously, and to accept"
    " sanctions and/or give compensation."
)


@pytest.mark.parametrize(
    ("pledge", "expected"),
    [
        ({"id": WHOLE_ID, "en": WHOLE_EN}, []),
        ({"id": PLEDGE, "en": "We pledge to serve to the standards."}, []),
        (
            {"id": WHOLE_ID, "en": "We pledge to serve to the standards."},
            [("en", ("improvement", "sanction", "compensation"))],
        ),
        (
            {"id": PLEDGE, "en": WHOLE_EN},
            [("id", ("improvement", "sanction", "compensation"))],
        ),
        (
            {"id": WHOLE_ID, "en": "We serve."},
            [("en", ("capability", "improvement", "sanction", "compensation"))],
        ),
        (
            {"id": PLEDGE + " Sanksi.", "en": "We pledge to the standards; compensation."},
            [("id", ("compensation",)), ("en", ("sanction",))],
        ),
        ({"id": "Perbaikan terus\n menerus", "en": "continuous improvement"}, []),
    ],
)
def test_a_translation_holds_the_same_elements(
    pledge: dict[str, str], expected: list[tuple[str, tuple[str, ...]]], told: Told
) -> None:
    full = [(f"MKL-014.{lang}", AT, {"missing": missing}) for lang, missing in expected]
    assert told(worded(pledge), "MKL-014") == full


@pytest.mark.parametrize(
    "pledge", [WHOLE_ID, {"en": WHOLE_EN}, {"id": WHOLE_ID, "en": "-"}, {"id": "…", "en": WHOLE_EN}]
)
def test_one_language_has_no_translation(pledge: Any, report: Check) -> None:
    found = report(worded(pledge))
    assert found.of("MKL-014") == ()
    assert "MKL-014" in found.coverage.not_applicable


INFORMATION = "Kami, PPID, memberikan informasi publik yang akurat."


@pytest.mark.parametrize(
    ("pledge", "signer", "found"),
    [
        (INFORMATION, None, True),
        ({"en": "We answer requests for public information."}, None, True),
        ("Kami memberikan informasi yang akurat.", None, False),
        ("Kami memberikan informasi yang akurat.", "PPID", True),
        ("Kami memberikan informasi yang akurat.", "Kepala", False),
        (INFORMATION + " Pelayanan sesuai standar pelayanan.", "PPID", False),
        (PLEDGE, "PPID", False),
    ],
)
def test_a_charter_of_the_ppid_is_no_maklumat(
    pledge: Any, signer: str | None, *, found: bool, told: Told
) -> None:
    more = {} if signer is None else {"signer": {"position": signer}}
    hit: tuple[str, tuple[str, ...], dict[str, str]] = ("MKL-016", ("maklumat",), {})
    assert told(worded(pledge, **more), "MKL-016") == ([hit] if found else [])


def test_a_signer_without_position_says_nothing(told: Told) -> None:
    assert told(worded(PLEDGE, signer={"name": "PPID"}), "MKL-016") == []


@pytest.mark.parametrize(
    ("publication", "found"),
    [
        ({"title": "Maklumat Pelayanan Informasi Publik"}, True),
        ({"title": {"en": "Pledge of public information"}}, True),
        ({"text": INFORMATION}, True),
        ({"title": "Maklumat PPID", "text": PLEDGE}, False),
        ({"title": "Maklumat pelayanan"}, False),
        ({"kind": "page", "text": INFORMATION}, False),
        ({}, False),
    ],
)
def test_a_publication_may_be_the_wrong_charter(
    publication: dict[str, Any], *, found: bool, told: Told
) -> None:
    given = worded(PLEDGE, {"title": "Maklumat pelayanan"}, publication)
    expected = [("MKL-016.publication", ("publications", 1), {"publication": "p1"})]
    assert told(given, "MKL-016") == (expected if found else [])


PARKING = {"id": "parking", "party": "PT Contoh Jaya", "work": "Pengelolaan parkir"}


@pytest.mark.parametrize(
    ("told_in", "outsourcing", "found"),
    [
        (PLEDGE, PARKING, True),
        (PLEDGE + " Parkir dikelola PT. CONTOH  JAYA.", PARKING, False),
        (PLEDGE + " Parkir dikelola Contoh Jaya Tbk.", PARKING, False),
        (PLEDGE + " Pengelolaan\nparkir dilakukan pihak lain.", PARKING, False),
        (PLEDGE + " Parkir dikelola Contoh.", PARKING, True),
        (PLEDGE, {"id": "parking"}, True),
        (PLEDGE, {"id": "parking", "party": "PT"}, True),
        (PLEDGE, {"id": "parking", "work": {"en": "Parking"}}, True),
        (PLEDGE + " Parking is outsourced.", {"id": "parking", "work": {"en": "Parking"}}, False),
    ],
)
def test_outsourced_work_is_told(
    told_in: str, outsourcing: dict[str, Any], *, found: bool, told: Told
) -> None:
    given = {**worded(told_in), "office": {"outsourcing": [outsourcing]}}
    expected = [("MKL-017", ("office", "outsourcing", 0), {"work": "parking"})]
    assert told(given, "MKL-017") == (expected if found else [])


def test_outsourced_work_may_be_told_in_the_publication(told: Told, report: Check) -> None:
    cleaning = {"id": "cleaning", "party": "CV Rekaan", "work": "Layanan kebersihan"}
    given = worded(PLEDGE, {"text": "Pengelolaan parkir: PT Contoh Jaya."}, {"title": "Rekaan"})
    given["office"] = {"outsourcing": [PARKING, cleaning, PARKING | {"id": "again"}]}
    assert [hit[1] for hit in told(given, "MKL-017")] == [("office", "outsourcing", 1)]
    for nothing in ({}, {"office": {"name": "BPS"}}, {"office": {"outsourcing": [PARKING]}}):
        assert "MKL-017" in report(nothing).coverage.not_applicable
    assert "MKL-017" in report({**worded(PLEDGE), "office": {}}).coverage.not_applicable
