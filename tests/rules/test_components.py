from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.model.component import SERVICE_DELIVERY, Component

Check = Callable[..., Report]
Keys = Callable[..., list[str]]

FILLED: dict[str, Any] = {
    "requirements": {"items": [{"text": "Mengisi buku tamu"}]},
    "procedure": {"steps": [{"text": "Pengguna mengisi buku tamu"}]},
    "time_limit": {"limits": [{"value": 10, "unit": "minute"}]},
    "fee": {"kind": "free"},
    "product": {"items": [{"text": "PDF"}]},
    "complaint_handling": {"text": "Ditanggapi dalam 14 hari kerja"},
    "legal_basis": {"regulations": [{"citation": "UU 16/1997"}]},
    "facilities": {"note": "Kursi roda"},
    "competence": {"items": [{"text": "Menguasai prosedur"}]},
    "internal_supervision": {"supervisor": "Atasan langsung"},
    "staffing": {"count": 1},
    "service_guarantee": {"text": "Sesuai standar pelayanan"},
    "safety_guarantee": {"text": "Kamera pengawas"},
    "performance_evaluation": {"period_months": 12},
}


def standard(**changes: Any) -> dict[str, Any]:
    parts = FILLED | changes
    given = {name: part for name, part in parts.items() if part is not None}
    return {"standards": [{"id": "library", **given}]}


@pytest.mark.parametrize("component", Component, ids=lambda part: part.value)
def test_a_missing_component_is_named_with_its_letter(component: Component, report: Check) -> None:
    (found,) = report(standard(**{component.value: None})).of("STD-001")
    assert found.params == {"component": component.value, "letter": component.letter}
    assert found.pointer == ("standards", 0)
    assert found.citations == (component.citation, f"PP 96/2012 Pasal 25 huruf {component.letter}")


def test_a_full_standard_lacks_nothing(keys: Keys) -> None:
    assert keys(standard(), "STD-001", "STD-002") == []


@pytest.mark.parametrize("component", Component, ids=lambda part: part.value)
def test_a_component_without_content_is_empty(component: Component, keys: Keys) -> None:
    assert keys(standard(**{component.value: {}}), "STD-001", "STD-002") == ["STD-002.empty"]


@pytest.mark.parametrize(
    ("component", "content"),
    [
        ("requirements", {"items": [{"kind": "administrative", "channels": ["online"]}]}),
        ("procedure", {"steps": [{"number": 1, "actor": "user"}]}),
        ("time_limit", {"limits": [{"unit": "day", "scope": "waiting"}]}),
        ("competence", {"items": [{"dimension": "skill"}]}),
    ],
)
def test_labels_alone_are_no_content(component: str, content: Any, keys: Keys) -> None:
    assert keys(standard(**{component: content}), "STD-002") == ["STD-002.empty"]


@pytest.mark.parametrize(
    ("component", "content"),
    [
        ("fee", {"kind": "free"}),
        ("fee", {"items": [{"kind": "zero_rupiah"}]}),
        ("complaint_handling", {"channels": ["box"]}),
        ("staffing", {"count": 0}),
        ("requirements", {"note": "Tidak ada"}),
        ("time_limit", {"limits": [{"value": 0, "unit": "minute"}]}),
    ],
)
def test_little_content_is_content(component: str, content: Any, keys: Keys) -> None:
    assert keys(standard(**{component: content}), "STD-002") == []


@pytest.mark.parametrize(
    ("component", "content", "expected"),
    [
        ("service_guarantee", {"text": "sda"}, "STD-002.placeholder"),
        ("service_guarantee", {"text": {"id": "-", "en": "-"}}, "STD-002.placeholder"),
        ("legal_basis", {"regulations": [{"citation": "-"}]}, "STD-002.placeholder"),
        ("competence", {"items": [{"text": "Ramah"}, {"text": "…"}]}, "STD-002.placeholder"),
        ("fee", {"kind": "free", "text": "…"}, "STD-002.leftover"),
        ("staffing", {"count": 2, "text": "-"}, "STD-002.leftover"),
        ("competence", {"items": [{"text": "Ramah"}], "source": "-"}, None),
    ],
)
def test_a_placeholder_is_found_where_it_stands(
    component: str, content: Any, expected: str | None, report: Check
) -> None:
    found = report(standard(**{component: content})).of("STD-002")
    assert [hit.message_key for hit in found] == ([expected] if expected else [])
    for hit in found:
        assert hit.pointer[:3] == ("standards", 0, component)
        assert hit.params["component"] == component


def test_placeholders_outside_components_are_no_business_of_this_rule(keys: Keys) -> None:
    given = standard() | {"office": {"motto": "-"}}
    given["standards"][0]["title"] = "-"
    assert keys(given, "STD-002") == []


def adopted(*publications: dict[str, Any]) -> dict[str, Any]:
    numbered = [{"id": f"p{place}", **one} for place, one in enumerate(publications)]
    return standard() | {"stage": "adopted", "publications": numbered}


@pytest.mark.parametrize(
    ("publications", "expected"),
    [
        ([], ["STD-005.none"]),
        ([{"kind": "standard"}], []),
        ([{"kind": "standard", "standards": ["library"]}], []),
        ([{"kind": "standard", "standards": ["other"]}], ["STD-005.none"]),
        ([{"kind": "page", "standards": ["library"]}], ["STD-005.none"]),
        ([{"kind": "page", "standards": ["library"], "components": ["fee"]}], ["STD-005.some"]),
        ([{"kind": "standard", "components": ["legal_basis"]}], ["STD-005.none"]),
    ],
)
def test_publications_show_components(
    publications: list[dict[str, Any]], expected: list[str], keys: Keys
) -> None:
    assert keys(adopted(*publications), "STD-005") == expected


def test_publications_add_up_and_the_rest_is_named(report: Check) -> None:
    parts = [part.value for part in SERVICE_DELIVERY]
    shown = [
        {"kind": "standard", "components": parts[:2]},
        {"kind": "page", "standards": ["library"], "components": parts[2:4]},
    ]
    (found,) = report(adopted(*shown)).of("STD-005")
    assert found.params["components"] == ("product", "complaint_handling")


def test_a_service_without_standard_is_named(report: Check) -> None:
    given = {"services": [{"id": "a"}, {"id": "b"}], "standards": [{"id": "x", "service": "a"}]}
    (found,) = report(given).of("STD-006")
    assert (found.pointer, found.params) == (("services", 1), {"service": "b"})


def test_nothing_at_all_is_no_standard(keys: Keys) -> None:
    assert keys({}, "STD-006") == ["STD-006.none"]
    assert keys({"standards": [{"id": "x"}]}, "STD-006") == []


def test_without_standards_their_rules_do_not_apply(report: Check) -> None:
    skipped = report({"services": [{"id": "library"}]}).coverage.not_applicable
    assert {"STD-001", "STD-002", "STD-007", "STD-018", "STD-025", "PGD-007"} <= set(skipped)
