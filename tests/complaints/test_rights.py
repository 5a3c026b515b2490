"""Each of the 25 rights, by trying to break it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from pst_standards.complaints import Case, Step
from pst_standards.complaints.guards import GUARDS
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.rights import RIGHTS, Holder, rights_of
from pst_standards.law import Citation
from pst_standards.messages import has_text
from pst_standards.rules.rulebook import standard_rulebook
from tests.complaints.rights_steps import (
    DELIVERED,
    EXAMINED,
    HEARING,
    READY,
    REPORTER,
    Live,
    asked,
    refusal_of,
)

REPORT = ("decide", {"outcome": "not_proven", "report": "LHP-1"})
NOT_PROVEN = {"outcome": "not_proven"}
# Steps up to the attempt, what was filed, the attempt, and the error that it meets.
Attempt = tuple[str, tuple[Any, ...], dict[str, Any], str, dict[str, Any], str]
BROKEN: list[Attempt] = [
    ("H-P1", (), {}, "file", {"name": "Nama Contoh"}, "field.unknown"),
    ("H-P2", (), {}, "withdraw", {"voluntary": False}, "withdrawal.forced"),
    ("H-P2", EXAMINED, {}, "hear", {"party": "reporter", "voluntary": False}, "hearing.forced"),
    ("H-P3", (), {}, "transfer", {"notice": None}, "notice.missing"),
    ("H-P3", READY[:2], {}, "declare_incomplete", {"notice": None}, "notice.missing"),
    ("H-P3", READY[:2], {}, "archive", {"notice": None}, "notice.missing"),
    ("H-P4", (*EXAMINED, "hear"), {}, "decide", NOT_PROVEN, "reporter.unheard"),
    ("H-P4", (*EXAMINED, "hear"), {}, "decide", {}, "reporter.unheard"),
    ("H-P4", (*EXAMINED, "take_evidence"), {}, "decide", NOT_PROVEN, "reporter.unheard"),
    ("H-P5", (), {}, "review", {}, "receipt.missing"),
    ("H-P5", (), {}, "issue_receipt", {"signed": False}, "receipt.incomplete"),
    ("H-P7", (*EXAMINED, "request"), {}, "decide", {}, "documents.open"),
    ("H-P8", (*EXAMINED, HEARING), {}, "decide", {}, "hearing.open"),
    ("H-P9", (), {"fee": 1}, "", {}, "fee.charged"),
    ("H-P10", (*EXAMINED, "decide"), {}, "deliver", {"copy": ""}, "copy.missing"),
    (
        "H-P11",
        EXAMINED,
        {"damages_claimed": True, "damages_cause": "Terlambat"},
        "decide",
        {},
        "damages.undecided",
    ),
    ("H-P12", READY[:3], {"proxy": True}, "declare_complete", {}, "parts.missing"),
    ("H-P14", (*DELIVERED[:5], asked("protection")), {}, "hand_over", {}, "documents.none"),
    ("H-P14", (*DELIVERED, asked("protection")), {}, "accept", {}, "requests.open"),
    ("H-T1", EXAMINED, {}, "take_evidence", {"evidence": ""}, "evidence.missing"),
    ("H-T2", EXAMINED, {}, "hear", {"record": " "}, "record.missing"),
    ("H-T2", (*EXAMINED, REPORTER), {}, "hear", {"record": "BAP-P"}, "record.shared"),
    ("H-T3", EXAMINED, {"accused": ["B1"]}, "decide", {}, "reported.unheard"),
    (
        "H-T3",
        (*EXAMINED, REPORTER, ("hear", {"declined": "Sakit"})),
        {"accused": ["B1"]},
        "decide",
        {},
        "reported.unheard",
    ),
    ("H-T4", (), {}, "file", {"accused_name": "Nama Contoh"}, "field.unknown"),
    (
        "H-T4",
        READY,
        {"accused": ["B17"]},
        "announce",
        {"report": "laporan_b17"},
        "announcement.names",
    ),
    ("H-X1", EXAMINED, {}, "decide", {"conclusion": "Terbukti"}, "field.unknown"),
    ("H-X1", (*EXAMINED, REPORT), {}, "deliver", {"copy": "LHP-1"}, "report.secret"),
    (
        "H-X1",
        (*EXAMINED, REPORT, "request"),
        {},
        "hand_over",
        {"request": "r1", "documents": ["LHP-1"]},
        "report.secret",
    ),
    ("H-X2", EXAMINED, {}, "set_limit", {"until": "2026-12-31"}, "limit.outside"),
    (
        "H-X3",
        EXAMINED,
        {"accused": ["B1"]},
        "reassign",
        {"handler": {"officer": "A7", "superiors": ["B1"]}},
        "handler.subordinate",
    ),
    ("H-M1", READY, {}, "announce", {"report": " "}, "announcement.missing"),
    ("H-M1", READY, {}, "announce", {"report": "K-7Q2M"}, "announcement.names"),
    ("H-S1", (*DELIVERED, asked("own_data")), {}, "accept", {}, "requests.open"),
    (
        "H-I1",
        (*READY, asked("information")),
        {},
        "hand_over",
        {"request": "r9", "reason": "Tidak ada waktu"},
        "information.refused",
    ),
    ("H-R1", (), {"assisted": True, "needs": ["sign_language"], "fee": 5}, "", {}, "fee.charged"),
]


@pytest.mark.parametrize("attempt", BROKEN, ids=lambda one: f"{one[0]}-{one[-1]}")
def test_a_right_cannot_be_broken(attempt: Attempt, live: Live, after: Live) -> None:
    _, steps, filed, step, data, key = attempt
    more = {"request": "r9"} if step == "hand_over" else {}

    def attempted() -> object:
        # Without a step it is the filing that is tried.
        case = live(*steps, filed=filed)
        return after(case, step, {**more, **data}) if step else case

    assert refusal_of(attempted) == key


ELSEWHERE = {"H-P6", "H-P13"}


def test_every_right_has_its_attempt() -> None:
    assert {one[0] for one in BROKEN} | ELSEWHERE == {one.id for one in RIGHTS}
    assert len(RIGHTS) == 25


def in_payload(name: str) -> bool:
    step, _, member = name.partition(".")
    return member in attrs.fields_dict(PAYLOADS[Step(step)])


THERE: dict[str, Callable[[str], bool]] = {
    "guard": lambda name: name in GUARDS,
    "step": lambda name: name in {one.value for one in Step},
    "clock": lambda name: name in {one.value for one in Clock},
    "case": lambda name: name in attrs.fields_dict(Case),
    "field": in_payload,
    "rule": lambda name: name in {row.id for row in standard_rulebook().rows},
    "text": lambda name: has_text("complaints", name),
    "module": lambda name: importlib.util.find_spec(name) is not None,
}
VAULT = "pst_standards.complaints.secrecy"


@pytest.mark.parametrize("right", RIGHTS, ids=lambda one: one.id)
def test_what_enforces_a_right_is_there(right: Any) -> None:
    vault = importlib.util.find_spec(VAULT) is not None
    places = [one for one in right.enforced if vault or not one.name.startswith(VAULT)]
    assert places
    assert [one for one in places if not THERE[one.kind](one.name)] == []
    assert all(right.text(lang) for lang in ("id", "en"))
    assert right.citations
    assert [str(Citation.parse(one)) for one in right.citations] == list(right.citations)


def test_the_page_of_an_office_shows_four_and_two_and_two() -> None:
    shown = [len(rights_of(one, on_page=True)) for one in Holder]
    assert shown == [4, 2, 2, 0, 0, 0, 0]
    assert sum(len(rights_of(one)) for one in Holder) == 25
