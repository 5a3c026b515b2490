"""KOMP-014, KOMP-018 and KOMP-025."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Pointer, Report, Severity

Check = Callable[..., Report]

RULES = ("KOMP-014", "KOMP-018", "KOMP-025")
WAIVER = "Penerima kompensasi tidak dapat menuntut ganti rugi."
CHARGE = "Pengadu wajib membayar biaya administrasi."
ONE_THING = "Kompensasi/ganti rugi berupa suvenir."
WRONG = {"KOMP-014": WAIVER, "KOMP-018.told": CHARGE, "KOMP-025": ONE_THING}
PLACES: list[Pointer] = [
    ("compensation", "announcement"),
    ("compensation", "basis", 0),
    ("compensation", "rules", 0, "text"),
    ("compensation", "rules", 0, "tiers", 0, "remedies", 0, "text"),
    ("compensation", "user_sanctions", 0, "text"),
    ("complaints", "text"),
    ("complaints", "mechanism", "procedure"),
    ("complaints", "mechanism", "contact"),
    ("complaints", "rights", 0, "text"),
    ("maklumat", "pledge"),
    ("maklumat", "elements", "compensation"),
    ("standards", 0, "complaint_handling", "text"),
    ("standards", 0, "complaint_handling", "steps", 0, "text"),
]


def at(pointer: Pointer, text: Any) -> Any:
    """Return the smallest data that holds a text at a pointer."""
    for step in reversed(pointer):
        text = (
            [{"id": "a", **text} if isinstance(text, dict) else text] if step == 0 else {step: text}
        )
    return text


@pytest.mark.parametrize("key", WRONG)
@pytest.mark.parametrize("pointer", PLACES, ids=lambda pointer: "/".join(map(str, pointer)))
def test_it_is_found_wherever_it_is_told(pointer: Pointer, key: str, report: Check) -> None:
    found = report(at(pointer, WRONG[key])).of(*RULES)
    assert [(hit.message_key, hit.pointer, hit.params) for hit in found] == [
        (key, pointer, {"text": WRONG[key]})
    ]


@pytest.mark.parametrize("key", WRONG)
def test_both_languages_are_one_finding(key: str, report: Check) -> None:
    text = {"id": WRONG[key], "en": WRONG[key]}
    assert len(report({"compensation": {"announcement": text}}).of(*RULES)) == 1
    english = {"id": "Ada.", "en": WRONG[key]}
    assert len(report({"compensation": {"announcement": english}}).of(*RULES)) == 1


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [
        ({"fee": 10000}, [("fee", ("complaints", "fee"), {"fee": 10000})]),
        ({"fee": 1}, [("fee", ("complaints", "fee"), {"fee": 1})]),
        ({"fee": 0}, []),
        ({}, []),
        (
            {"fee": 5, "text": CHARGE},
            [
                ("fee", ("complaints", "fee"), {"fee": 5}),
                ("told", ("complaints", "text"), {"text": CHARGE}),
            ],
        ),
    ],
)
def test_a_complaint_costs_nothing(
    complaints: dict[str, Any], expected: list[Any], report: Check
) -> None:
    found = report({"complaints": complaints}).of("KOMP-018")
    assert [(hit.variant, hit.pointer, hit.params) for hit in found] == expected
    assert {hit.severity for hit in found} <= {Severity.ERROR}


def test_they_apply_where_there_is_something_to_read(report: Check) -> None:
    assert set(RULES) <= set(report({}).coverage.not_applicable)
    found = report({"complaints": {}}).coverage
    assert "KOMP-018" in found.checked
    assert {"KOMP-014", "KOMP-025"} <= set(found.not_applicable)
    assert set(RULES) <= set(report({"maklumat": {"pledge": "Kami sanggup"}}).coverage.checked)


def test_the_national_base_takes_no_right(report: Check) -> None:
    assert report({"extends": "bps/2020"}).of(*RULES) == ()
