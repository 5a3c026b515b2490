"""KOMP-001, 008 to 012, 016 and 017."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.rules import check

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
RULE = ("compensation", "rules", 0)


def policy(**keys: Any) -> dict[str, Any]:
    return {"compensation": keys}


def rule(**keys: Any) -> dict[str, Any]:
    return policy(rules=[{"id": "late", **keys}])


def remedies(*kinds: str) -> dict[str, Any]:
    return {"tiers": [{"lower": 0, "remedies": [{"kind": kind} for kind in kinds]}]}


DECREE = {"number": "3 Tahun 2026", "date": "2026-01-05", "signer": {"name": "Nama Contoh"}}


@pytest.mark.parametrize(
    ("keys", "missing", "pointer"),
    [
        ({"announcement": "Ada"}, ("number", "date", "signer"), ("compensation",)),
        ({"rules": [{"id": "late"}]}, ("number", "date", "signer"), ("compensation",)),
        (
            {"announcement": "Ada", "decree": {"number": "3/2026"}},
            ("date", "signer"),
            ("compensation", "decree"),
        ),
        ({"announcement": "Ada", "decree": DECREE}, None, None),
        ({"announcement": "Menurut SK Kepala Kantor Nomor 3/2026"}, None, None),
        ({"announcement": "Ada", "basis": ["SK Kepala Kantor Nomor 3/2026"]}, None, None),
        (
            {"announcement": "Menurut SK Nomor 3/2026", "decree": {"number": "3/2026"}},
            ("date", "signer"),
            ("compensation", "decree"),
        ),
        ({"announcement": "-"}, None, None),
        ({}, None, None),
    ],
)
def test_a_policy_is_decreed(
    keys: dict[str, Any], missing: tuple[str, ...] | None, pointer: Any, report: Check
) -> None:
    found = report({"stage": "adopted", **policy(**keys)}).of("KOMP-001")
    expected = [] if missing is None else [(missing, pointer)]
    assert [(hit.params["missing"], hit.pointer) for hit in found] == expected


def test_a_decree_is_asked_of_policies_only(report: Check) -> None:
    assert "KOMP-001" in report({"stage": "adopted"}).coverage.not_applicable
    assert "KOMP-001" in report({"stage": "adopted", "compensation": {}}).coverage.not_applicable


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({}, ("decider",)),
        ({"decider": "-"}, ("decider",)),
        ({"decider": "Kepala kantor"}, None),
        ({"decider": "Kepala kantor", "needs_complaint": False}, None),
        ({"decider": "Kepala kantor", "needs_complaint": True}, ("verifier",)),
        ({"decider": "Kepala kantor", "fault_required": True}, ("verifier",)),
        ({"needs_complaint": True}, ("decider", "verifier")),
        ({"verifier": "Tim", "needs_complaint": True}, ("decider",)),
        ({"decider": "Kepala kantor", "verifier": "Tim", "fault_required": True}, None),
        ({"text": "Diputuskan oleh kepala kantor", "needs_complaint": True}, ("verifier",)),
        (
            {
                "text": "Diverifikasi oleh tim dan diputuskan oleh kepala",
                "needs_complaint": True,
            },
            None,
        ),
    ],
)
def test_somebody_decides(
    keys: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report(rule(**keys)).of("KOMP-008")
    assert [(hit.pointer, hit.params) for hit in found] == (
        [] if missing is None else [(RULE, {"rule": "late", "missing": missing})]
    )


def test_the_announcement_speaks_for_every_rule(keys: Keys) -> None:
    rules = [{"id": "late"}, {"id": "later"}]
    assert keys(policy(rules=rules), "KOMP-008") == ["KOMP-008"] * 2
    told = policy(rules=rules, announcement="Kompensasi diputuskan oleh kepala kantor")
    assert keys(told, "KOMP-008") == []
    told = policy(rules=rules, basis=["Kompensasi diputuskan oleh kepala kantor"])
    assert keys(told, "KOMP-008") == []


BOX = {"id": "box", "medium": "box"}
SHUT = {"id": "shut", "medium": "phone", "active": False}


@pytest.mark.parametrize(
    ("named", "text", "expected"),
    [
        ([], None, [("none", ("compensation",), {})]),
        ([], "Klaim diajukan melalui kotak saran", []),
        (["box"], None, []),
        (["box", "shut"], None, []),
        (
            ["shut"],
            "Klaim diajukan melalui telepon",
            [("closed", ("compensation", "claim_channels"), {"channels": ("shut",)})],
        ),
        (["lost"], None, []),
        (["shut", "lost"], None, []),
    ],
)
def test_there_is_a_place_to_claim(
    named: list[str], text: str | None, expected: Any, report: Check
) -> None:
    one: dict[str, Any] = {"id": "late", "text": text} if text else {"id": "late"}
    given = policy(claim_channels=named, rules=[one]) | {"complaints": {"channels": [BOX, SHUT]}}
    found = report(given).of("KOMP-009")
    assert [(hit.variant, hit.pointer, hit.params) for hit in found] == expected


def test_a_channel_that_nobody_lists_is_the_reader_s_matter(keys: Keys) -> None:
    assert keys(policy(claim_channels=["box"], rules=[{"id": "late"}]), "KOMP-009") == []


def test_what_is_given_unasked_needs_no_claim(report: Check) -> None:
    found = report(rule(needs_complaint=False))
    assert {"KOMP-009", "KOMP-010"} <= set(found.coverage.not_applicable)
    mixed = [{"id": "late", "needs_complaint": False}, {"id": "other", "needs_complaint": True}]
    found = report(policy(rules=mixed))
    assert [hit.message_key for hit in found.of("KOMP-009")] == ["KOMP-009.none"]
    assert [(hit.pointer, hit.params) for hit in found.of("KOMP-010")] == [
        (("compensation", "rules", 1), {"rule": "other"})
    ]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({}, True),
        ({"claim_within": {"value": 30}}, True),
        ({"claim_within": {"unit": "day"}}, True),
        ({"claim_within": {"value": 0, "unit": "day"}}, False),
        ({"claim_within": {"value": 30, "unit": "day"}}, False),
        ({"needs_complaint": True}, True),
        ({"text": "Klaim diajukan paling lambat 30 hari"}, False),
    ],
)
def test_a_claim_has_its_time(keys: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report(rule(**keys)).of("KOMP-010")
    assert [(hit.pointer, hit.params) for hit in hits] == (
        [(RULE, {"rule": "late"})] if found else []
    )


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({}, True),
        (remedies("written_apology"), True),
        (remedies("spoken_apology"), False),
        (remedies("spoken_apology", "drink", "snack", "no_queue"), False),
        (remedies("spoken_apology", "souvenir"), True),
        ({"text": "Permintaan maaf"}, False),
        ({"text": "Suvenir"}, True),
        ({"text": "Suvenir diberikan paling lambat 1 hari"}, False),
        ({**remedies("souvenir"), "fulfil_within": {"value": 1, "unit": "day"}}, False),
        ({**remedies("souvenir"), "fulfil_within": {"value": 1}}, True),
    ],
)
def test_a_promise_is_kept_in_time(keys: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report(rule(**keys)).of("KOMP-011")
    assert [(hit.pointer, hit.params) for hit in hits] == (
        [(RULE, {"rule": "late"})] if found else []
    )


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({}, True),
        ({"trigger": "late"}, True),
        ({"trigger": "waiting_without_information"}, True),
        ({"trigger": "facility_out_of_order"}, True),
        ({"trigger": "other_component"}, True),
        ({"trigger": "conduct"}, False),
        ({"trigger": "wrong_product"}, False),
        ({"trigger": "overcharged"}, False),
        ({"fault_required": True}, False),
        ({"fault_required": False}, True),
        ({"exclusions": ["late_claim"]}, False),
        ({"text": "Kecuali dalam keadaan kahar"}, False),
    ],
)
def test_exclusions_are_stated(keys: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report(rule(**keys)).of("KOMP-012")
    expected = [("none", RULE, {"rule": "late"})] if found else []
    assert [(hit.variant, hit.pointer, hit.params) for hit in hits] == expected


def test_a_cause_of_the_office_is_no_exclusion(report: Check) -> None:
    text = "Tidak berlaku bila antrean panjang"
    found = report(policy(announcement=text, rules=[{"id": "late", "text": text}])).of("KOMP-012")
    assert [(hit.variant, hit.pointer, hit.params) for hit in found] == [
        ("own_cause", ("compensation", "announcement"), {"text": text}),
        ("own_cause", (*RULE, "text"), {"text": text}),
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (rule(), True),
        (policy(rules=[{"id": "late"}], register="-"), True),
        (policy(rules=[{"id": "late"}], register="Buku di meja pengaduan"), False),
        (rule(text="Setiap kompensasi dicatat"), False),
        (policy(rules=[{"id": "late"}], announcement="Kompensasi dicatat"), False),
    ],
)
def test_compensations_are_recorded(given: dict[str, Any], *, found: bool, report: Check) -> None:
    hits = report(given).of("KOMP-016")
    assert [(hit.pointer, hit.params) for hit in hits] == (
        [(("compensation",), {})] if found else []
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (rule(**remedies("souvenir")), [RULE]),
        (rule(text="Mug"), [RULE]),
        (rule(**remedies("written_apology")), []),
        (policy(once_per_event=True, rules=[{"id": "late", **remedies("drink")}]), []),
        (policy(once_per_event=False, rules=[{"id": "late", **remedies("drink")}]), []),
        (rule(text="Satu suvenir untuk setiap keterlambatan"), []),
        (
            policy(
                rules=[
                    {"id": "sorry", **remedies("spoken_apology")},
                    {"id": "drink", **remedies("drink")},
                    {"id": "mug", **remedies("souvenir")},
                ]
            ),
            [("compensation", "rules", 1)],
        ),
    ],
)
def test_it_is_said_how_often(given: dict[str, Any], expected: list[Any], report: Check) -> None:
    assert [hit.pointer for hit in report(given).of("KOMP-017")] == expected


def test_how_often_is_not_asked_of_an_apology(report: Check) -> None:
    found = report(rule(**remedies("spoken_apology")))
    assert "KOMP-017" in found.coverage.not_applicable


def test_every_rule_is_looked_at(report: Check) -> None:
    first = {"id": "first", "trigger": "conduct", **remedies("spoken_apology")}
    found = report(policy(rules=[first, {"id": "late", **remedies("souvenir")}]))
    assert found.coverage.failed == ()
    at = ("compensation", "rules", 1)
    assert [(hit.rule, hit.pointer) for hit in found.of("KOMP-011", "KOMP-012")] == [
        ("KOMP-011", at),
        ("KOMP-012", at),
    ]


def test_claims_without_complaints_break_nothing(report: Check) -> None:
    found = report(policy(rules=[{"id": "late"}], claim_channels=["box"]))
    assert found.coverage.failed == ()


STATED: dict[str, Any] = {
    "decider": "Kepala kantor",
    "verifier": "Tim",
    "claim_within": {"value": 30, "unit": "day"},
    "fulfil_within": {"value": 5, "unit": "day"},
    "exclusions": ["force_majeure"],
}
ASKED = ("KOMP-008", "KOMP-010", "KOMP-011", "KOMP-012")


@given(st.sets(st.sampled_from(sorted(STATED))), st.sets(st.sampled_from(sorted(STATED))))
def test_saying_more_never_brings_a_finding(said: set[str], more: set[str]) -> None:
    def found(keys: set[str]) -> set[str]:
        stated = {key: STATED[key] for key in keys}
        data = rule(needs_complaint=True, trigger="late", **stated)
        return {hit.rule for hit in check(data, as_of=dt.date(2026, 11, 22)).of(*ASKED)}

    assert found(said | more) <= found(said)
