from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.unit_codes import (
    is_unit_code,
    may_be_one_office,
    unit_codes,
)

Check = Callable[..., Report]
codes = st.integers(1000, 9999).map(str)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bps9901@bps.go.id", ("9901",)),
        ("BPS9901@BPS.GO.ID", ("9901",)),
        ("bps-9901@bps.go.id", ("9901",)),
        ("bps_9901@bps.go.id", ("9901",)),
        ("bps.9901@mail.example", ("9901",)),
        ("pengaduan9901@bps.go.id", ("9901",)),
        ("pst9901@bps.go.id", ("9901",)),
        ("ppid9901@bps.go.id", ("9901",)),
        ("aduan9901@bps.go.id", ("9901",)),
        ("humas9901@bps.go.id", ("9901",)),
        ("layanan9901@bps.go.id", ("9901",)),
        ("https://s.bps.go.id/pengaduan9901", ("9901",)),
        ("s.bps.go.id/Pengaduan_9901, bps9901@bps.go.id", ("9901",)),
        ("s.bps.go.id/lapor9901", ("9901",)),
        ("bps9901@bps.go.id atau bps9802@bps.go.id", ("9901", "9802")),
        ("pengaduan2024@bps.go.id", ()),
        ("s.bps.go.id/pengaduan2024", ()),
        ("s.bps.go.id/skd9901", ()),
        ("s.bps.go.id/pengaduan99012", ()),
        ("bps99@bps.go.id", ()),
        ("bps99012@bps.go.id", ()),
        ("pengaduan@bps.go.id", ()),
        ("nama9901@bps.go.id", ()),
        ("bps9901", ()),
        ("s.contoh.go.id/pengaduan9901", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_codes_are_read_from_addresses(words: str | None, found: tuple[str, ...]) -> None:
    assert unit_codes(words) == found


def test_a_text_without_end_is_read_at_its_beginning() -> None:
    assert unit_codes("x " * 10_000 + "bps9901@bps.go.id") == ()
    assert unit_codes("x " * 9_000 + "bps9901@bps.go.id") == ("9901",)


@pytest.mark.parametrize(
    ("code", "valid"),
    [("3322", True), ("332", False), ("33220", False), ("٣٣٢٢", False), ("", False), (None, False)],
)
def test_a_code_has_four_digits(code: str | None, *, valid: bool) -> None:
    assert is_unit_code(code) is valid


@pytest.mark.parametrize(
    ("code", "other", "together"),
    [
        ("3322", "3322", True),
        ("3322", "3300", True),
        ("3300", "3322", True),
        ("3322", "3374", False),
        ("3322", "3400", False),
        ("3300", "3400", False),
    ],
)
def test_an_office_goes_with_its_province(code: str, other: str, *, together: bool) -> None:
    assert may_be_one_office(code, other) is together


@given(codes, codes)
def test_going_together_is_mutual(code: str, other: str) -> None:
    assert may_be_one_office(code, code)
    assert may_be_one_office(code, other) == may_be_one_office(other, code)


FOREIGN = "bps9802@bps.go.id"


def test_every_contact_is_held_against_the_code_of_the_office(report: Check) -> None:
    channel = {"id": "email", "medium": "email", "value": FOREIGN}
    given = {
        "office": {"code": "9901", "email": FOREIGN, "website": f"mailto:{FOREIGN}"},
        "complaints": {
            "text": FOREIGN,
            "responsible": {"email": FOREIGN},
            "channels": [
                {**channel, "active": False},
                {**channel, "id": "b", "owner": "BPS Kabupaten Lain"},
                {**channel, "id": "c"},
            ],
        },
        "standards": [{"id": "x"}, {"id": "y", "complaint_handling": {"text": {"en": FOREIGN}}}],
    }
    found = report(given).of("STD-051")
    assert [hit.pointer for hit in found] == [
        ("complaints", "channels", 2, "value"),
        ("complaints", "responsible", "email"),
        ("complaints", "text"),
        ("office", "email"),
        ("office", "website"),
        ("standards", 1, "complaint_handling", "text"),
    ]
    assert all(hit.params == {"code": "9802", "own": "9901"} for hit in found)
    assert {hit.message_key for hit in found} == {"STD-051"}
    assert {hit.severity for hit in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("code", "email", "found"),
    [
        ("9901", "bps9901@bps.go.id", 0),
        ("9901", "bps9900@bps.go.id", 0),
        ("9900", "bps9901@bps.go.id", 0),
        ("9901", "bps9902@bps.go.id", 1),
        ("9901", "bps9800@bps.go.id", 1),
    ],
)
def test_the_code_of_the_province_is_no_contradiction(
    code: str, email: str, found: int, report: Check
) -> None:
    assert len(report({"office": {"code": code, "email": email}}).of("STD-051")) == found


def of_channels(*values: str, **office: str) -> dict[str, Any]:
    channels = [
        {"id": f"c{place}", "medium": "web", "value": value} for place, value in enumerate(values)
    ]
    return {"office": office, "complaints": {"channels": channels}}


def test_without_a_code_contacts_are_held_against_the_first(report: Check) -> None:
    given = of_channels(FOREIGN, "pst9800@bps.go.id", "s.bps.go.id/pengaduan9901", FOREIGN)
    (found,) = report(given).of("STD-051")
    assert found.pointer == ("complaints", "channels", 2, "value")
    assert found.params == {"code": "9901", "other": "9802"}
    assert found.message_key == "STD-051.each_other"


def test_contacts_are_compared_where_no_office_is_described(report: Check) -> None:
    given = of_channels(FOREIGN, "pst9901@bps.go.id")
    del given["office"]
    (found,) = report(given).of("STD-051")
    assert found.variant == "each_other"


def test_a_code_of_another_form_is_not_held_against(report: Check) -> None:
    assert report(of_channels(FOREIGN, code="PST-1")).of("STD-051") == ()
    (found,) = report(of_channels(FOREIGN, "pst9901@bps.go.id", code="PST-1")).of("STD-051")
    assert found.variant == "each_other"


def test_one_text_with_both_languages_is_one_finding(report: Check) -> None:
    text = {"id": f"Surel {FOREIGN}", "en": f"E-mail {FOREIGN}"}
    given = {"office": {"code": "9901"}, "complaints": {"text": text}}
    assert len(report(given).of("STD-051")) == 1


def test_without_codes_there_is_nothing_to_compare(report: Check) -> None:
    given = {"office": {"code": "9901", "email": "contoh@example.go.id"}}
    assert "STD-051" in report(given).coverage.not_applicable
