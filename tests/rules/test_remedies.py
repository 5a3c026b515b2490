"""KOMP-007, 013, 015, 022 to 024 and 026."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.model import Component

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
RULE = ("compensation", "rules", 0)
REMEDY = (*RULE, "tiers", 0, "remedies", 0)


def policy(*rules: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"compensation": {"rules": [{"id": "late"} | one for one in rules], **keys}}


def given(*remedies: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"tiers": [{"lower": 0, "remedies": list(remedies)}], **keys}


def told(report: Report, rule: str) -> list[Any]:
    assert report.coverage.failed == ()
    return [(hit.variant, hit.pointer, dict(hit.params)) for hit in report.of(rule)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (given({"kind": "drink"}), []),
        (given({"text": "Teh kotak"}), []),
        (given({"text": "Diskon 10%"}), []),
        (given({"text": "Kategori A"}), [("", REMEDY, {"text": "Kategori A"})]),
        (given({"kind": "drink", "text": "Kategori A"}), []),
        (given({"kind": "drink"}, {"text": "-"}), []),
        (given({"text": "-"}), [("none", RULE, {"rule": "late"})]),
        (given({}), [("none", RULE, {"rule": "late"})]),
        (given(), [("none", RULE, {"rule": "late"})]),
        (given(text="Mug"), []),
        ({}, []),
        ({"trigger": "late"}, []),
        ({"trigger": "conduct"}, [("none", RULE, {"rule": "late"})]),
        ({"trigger": "conduct", "text": "Permintaan maaf"}, []),
    ],
)
def test_a_remedy_is_clear(rule: dict[str, Any], expected: list[Any], report: Check) -> None:
    assert told(report(policy(rule)), "KOMP-007") == expected


@pytest.mark.parametrize(
    ("said", "clear"),
    [
        ({"id": "Pengembalian kelebihan biaya menurut ketentuan PNBP"}, True),
        ({"id": "Pengembalian kelebihan biaya", "en": "Refund"}, True),
        ({"id": "Kategori A", "en": "Refund of what was overcharged, and a souvenir"}, False),
        ({"id": "Tidak ada pengembalian biaya"}, False),
    ],
)
def test_what_is_promised_is_told_by_the_text_that_was_adopted(
    said: dict[str, str], clear: bool, report: Check
) -> None:
    tiers = [{"lower": 0, "remedies": [{"text": said}]}]
    assert (told(report(policy({"tiers": tiers})), "KOMP-007") == []) is clear


def test_each_unclear_remedy_is_told_in_its_place(report: Check) -> None:
    tiers = [
        {"lower": 0, "upper": 30, "remedies": [{"kind": "drink"}, {"text": "Kategori A"}]},
        {"lower": 30, "remedies": [{"text": "Kategori B"}]},
    ]
    found = told(report(policy({}, {"id": "other", "tiers": tiers})), "KOMP-007")
    at = ("compensation", "rules", 1, "tiers")
    assert found == [
        ("", (*at, 0, "remedies", 1), {"text": "Kategori A"}),
        ("", (*at, 1, "remedies", 0), {"text": "Kategori B"}),
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (given({"kind": "souvenir"}), "unnamed"),
        (given({"kind": "drink"}), "unnamed"),
        (given({"kind": "snack"}), "unnamed"),
        (given({"kind": "delivery"}), "unnamed"),
        (given({"text": "Gantungan kunci"}), "unnamed"),
        (given(text="Mug"), "unnamed"),
        (given({"kind": "souvenir"}, {"kind": "written_apology"}), "unnamed"),
        (given({"kind": "written_apology"}, text="Mug"), "unnamed"),
        (given({"kind": "souvenir"}, funding="none"), "unfunded"),
        (given({"kind": "souvenir"}, funding="operational"), ""),
        (given({"kind": "souvenir"}, funding="officer"), ""),
        (given({"kind": "written_apology"}), ""),
        (given({"kind": "written_apology"}, funding="none"), ""),
        (given({"kind": "replacement"}), ""),
        (given({"kind": "officer_evaluation", "text": "Mug"}), ""),
        ({}, ""),
    ],
)
def test_what_costs_something_is_paid_for(
    rule: dict[str, Any], expected: str, report: Check
) -> None:
    found = report(policy(rule)).of("KOMP-013")
    assert [(hit.variant, hit.pointer, hit.params) for hit in found] == (
        [(expected, RULE, {"rule": "late"})] if expected else []
    )
    assert {hit.severity for hit in found} <= {Severity.WARNING}
    assert {hit.citations for hit in found} <= {("UU 25/2009 Pasal 14 huruf c",)}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({}, True),
        ({"complaints": {}}, True),
        ({"complaints": {"damages_budget": "DIPA kantor"}}, False),
        ({"complaints": {"damages_budget": "-"}}, True),
        ({"complaints": {"damages_budget": "Tidak ada"}}, True),
        ({"complaints": {"damages_budget": "  belum dianggarkan"}}, True),
        ({"complaints": {"damages_budget": {"en": "Not yet"}}}, True),
        ({"complaints": {"damages_budget": {"en": "No budget line"}}}, True),
        ({"complaints": {"damages_budget": {"en": "None"}}}, True),
        ({"complaints": {"damages_budget": {"en": "Nonetheless"}}}, False),
        ({"complaints": {"damages_budget": "Tidak dianggarkan tersendiri"}}, False),
        ({"complaints": {"damages_budget": "Ada. Tidak besar"}}, False),
        ({"complaints": {"text": "Ganti rugi dibayar dari anggaran kantor"}}, False),
        ({"complaints": {"mechanism": {"delivery": "Ganti rugi dibayar dari DIPA"}}}, False),
        ({"office": {"budget": "DIPA, termasuk ganti rugi"}}, False),
        ({"office": {"budget": "DIPA kantor"}}, True),
        ({"compensation": {"announcement": "Belum ada anggaran ganti rugi"}}, True),
    ],
)
def test_damages_are_budgeted(data: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report({"stage": "adopted", **data}).of("KOMP-013")
    pointer = ("complaints",) if "complaints" in data else ()
    assert [(hit.variant, hit.pointer) for hit in hits] == ([("damages", pointer)] if found else [])
    assert {hit.citations for hit in hits} <= {("UU 25/2009 Pasal 50 ayat (4)",)}


@pytest.mark.parametrize("stage", ["draft", "discussed", None])
def test_a_draft_is_not_asked_for_the_budget_of_damages(stage: str | None, report: Check) -> None:
    found = report({"stage": stage, "complaints": {}})
    assert "KOMP-013" in found.coverage.not_applicable
    assert told(report({"stage": stage, **policy({})}), "KOMP-013") == []


PAID = {"id": "sales", "service": "sales", "fee": {"kind": "pnbp"}}
FREE = {"id": "library", "service": "library", "fee": {"kind": "free"}}
OPEN = {"id": "open", "service": "open"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (given({"text": "Diskon 10%"}), [("discount", (*REMEDY, "text"), {"text": "Diskon 10%"})]),
        (
            {"text": "Potongan tarif"},
            [("discount", (*RULE, "text"), {"text": "Potongan tarif"})],
        ),
        (
            given({"text": "Pengembalian biaya"}),
            [("refund", (*REMEDY, "text"), {"text": "Pengembalian biaya"})],
        ),
        (given({"text": "Pengembalian biaya"}, trigger="overcharged"), []),
        (
            given({"text": "Diskon 10%"}, trigger="overcharged"),
            [("discount", (*REMEDY, "text"), {"text": "Diskon 10%"})],
        ),
        (given({"text": "Pengembalian kelebihan biaya"}), []),
        (given({"text": "Uang tunai"}), []),
        (given({"kind": "souvenir"}), []),
    ],
)
def test_no_office_lowers_a_tariff(
    rule: dict[str, Any], expected: list[Any], report: Check
) -> None:
    assert told(report(policy(rule)), "KOMP-015") == expected


def test_the_announcement_lowers_no_tariff_either(report: Check) -> None:
    data = policy({}, announcement="Diskon 10%", basis=["Pengembalian biaya"])
    assert told(report(data), "KOMP-015") == [
        ("discount", ("compensation", "announcement"), {"text": "Diskon 10%"}),
        ("refund", ("compensation", "basis", 0), {"text": "Pengembalian biaya"}),
    ]


def test_the_threat_of_a_sanction_lowers_no_tariff(keys: Keys) -> None:
    sanctions = [{"id": "late", "text": "Diskon 10% batal"}]
    assert keys(policy({}, user_sanctions=sanctions), "KOMP-015") == []


@pytest.mark.parametrize(
    ("standards", "services", "money"),
    [
        ([FREE], ["library"], "KOMP-026"),
        ([FREE], [], "KOMP-026"),
        ([FREE, PAID], ["library"], "KOMP-026"),
        ([FREE, PAID], [], "KOMP-015.discount"),
        ([FREE, PAID], ["library", "sales"], "KOMP-015.discount"),
        ([PAID], ["sales"], "KOMP-015.discount"),
        ([OPEN], ["open"], "KOMP-015.discount"),
        ([FREE, OPEN], [], "KOMP-015.discount"),
        ([FREE], ["other"], "KOMP-015.discount"),
        ([], [], "KOMP-015.discount"),
    ],
)
def test_money_for_a_free_service_is_another_matter(
    standards: list[Any], services: list[str], money: str, keys: Keys
) -> None:
    data = {"standards": standards} | policy({"services": services, "text": "Diskon 10%"})
    assert keys(data, "KOMP-015", "KOMP-026") == [money]


@pytest.mark.parametrize("text", ["Diskon 10%", "Pengembalian biaya", "Uang tunai"])
def test_every_kind_of_money_is_idle_where_nothing_is_charged(text: str, report: Check) -> None:
    data = {"standards": [FREE]} | policy(given({"text": text}))
    assert told(report(data), "KOMP-026") == [("", (*REMEDY, "text"), {"text": text})]
    assert told(report({"standards": [FREE]} | policy(given({"text": "Mug"}))), "KOMP-026") == []


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({}, [("missing", RULE, {"rule": "late"})]),
        ({"trigger": "other_component"}, [("missing", RULE, {"rule": "late"})]),
        ({"trigger": "late"}, []),
        ({"trigger": "conduct"}, []),
        ({"component": "product"}, []),
        ({"component": " Time Limit "}, []),
        ({"component": "huruf d"}, []),
        ({"component": "D", "trigger": "late"}, []),
        (
            {"component": "o"},
            [("unknown", (*RULE, "component"), {"component": "o"})],
        ),
        (
            {"component": "ketepatan", "trigger": "late"},
            [("unknown", (*RULE, "component"), {"component": "ketepatan"})],
        ),
        (
            {"component": "b", "trigger": "late"},
            [
                (
                    "mismatch",
                    (*RULE, "component"),
                    {"component": "requirements", "trigger": "late"},
                )
            ],
        ),
    ],
)
def test_a_trigger_points_to_a_component(
    rule: dict[str, Any], expected: list[Any], report: Check
) -> None:
    assert told(report(policy(rule)), "KOMP-022") == expected


@pytest.mark.parametrize(
    ("trigger", "components"),
    [
        ("late", {"time_limit", "complaint_handling"}),
        ("waiting_without_information", {"time_limit", "procedure"}),
        ("wrong_product", {"product"}),
        ("facility_out_of_order", {"facilities", "safety_guarantee"}),
        ("overcharged", {"fee"}),
        ("conduct", {part.value for part in Component}),
        ("other_component", {part.value for part in Component}),
    ],
)
def test_a_trigger_breaks_what_it_can(trigger: str, components: set[str], keys: Keys) -> None:
    fitting = {
        part.value
        for part in Component
        if not keys(policy({"trigger": trigger, "component": part.value}), "KOMP-022")
    }
    assert fitting == components


def test_every_rule_is_looked_at(report: Check) -> None:
    data = policy(
        {"funding": "officer", "funding_basis": "Putusan pemeriksaan disiplin"},
        {"id": "b", "funding": "officer"},
    )
    assert told(report(data), "KOMP-024") == [("", ("compensation", "rules", 1), {"rule": "b"})]
    data = policy({}, {"id": "b", "component": "x"}, {"id": "c", "component": "y"})
    assert [hit[0] for hit in told(report(data), "KOMP-022")] == ["missing", "unknown", "unknown"]
    data = policy({"trigger": "late"}, {"id": "b", "trigger": "conduct"})
    assert told(report(data), "KOMP-007") == [("none", ("compensation", "rules", 1), {"rule": "b"})]


def test_a_sanction_rests_on_something(report: Check) -> None:
    sanctions = [
        {"id": "none"},
        {"id": "text", "text": "Akun diblokir"},
        {"id": "blank", "citation": "-"},
        {"id": "cited", "citation": "Peraturan BPS 5/2020"},
        {"id": "told", "text": "Akun diblokir menurut Peraturan BPS 5/2020"},
    ]
    found = told(report({"compensation": {"user_sanctions": sanctions}}), "KOMP-023")
    at = ("compensation", "user_sanctions")
    assert found == [
        ("", (*at, 0), {"sanction": "none"}),
        ("", (*at, 1), {"sanction": "text"}),
        ("", (*at, 2), {"sanction": "blank"}),
    ]


def test_a_sanction_without_words_is_judged(keys: Keys) -> None:
    assert keys({"compensation": {"user_sanctions": [{"id": "a"}]}}, "KOMP-023") == ["KOMP-023"]


def test_a_threat_told_rests_on_something(report: Check) -> None:
    threat = "Akun pengguna diblokir 3 bulan"
    data = policy(
        {"text": threat},
        {"id": "b", "text": f"{threat} menurut Peraturan BPS 5/2020"},
        announcement=threat,
    )
    assert told(report(data), "KOMP-023") == [
        ("told", ("compensation", "announcement"), {"text": threat}),
        ("told", (*RULE, "text"), {"text": threat}),
    ]
    assert "KOMP-023" in report({}).coverage.not_applicable


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ({"funding": "officer"}, True),
        ({"funding": "officer", "funding_basis": "-"}, True),
        ({"funding": "officer", "funding_basis": "Putusan pemeriksaan disiplin"}, False),
        ({"funding": "operational"}, False),
        ({"text": "Biaya kompensasi ditanggung oleh petugas yang lalai"}, True),
        (
            {
                "text": "Biaya kompensasi ditanggung oleh petugas yang lalai",
                "funding_basis": "Putusan",
            },
            False,
        ),
        ({"text": "Kompensasi diberikan oleh petugas"}, False),
        ({}, False),
    ],
)
def test_no_officer_pays_without_a_procedure(
    rule: dict[str, Any], *, found: bool, report: Check
) -> None:
    expected = [("", RULE, {"rule": "late"})] if found else []
    assert told(report(policy(rule)), "KOMP-024") == expected
