"""Money and one complaint: no fee, a claim that is described, damages that are decided."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from pst_standards.calendar import default_calendar
from pst_standards.cli import main
from pst_standards.complaints.cases import replay
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.money_checks import CHECKS
from pst_standards.complaints.records import events_of
from pst_standards.complaints.registers.lines import line_of
from pst_standards.complaints.registers.opening import open_register
from pst_standards.definitions.records import load_record
from pst_standards.findings import Pointer
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.rules import catalogue

OUR = {check.id for check in CHECKS}
AT = "2026-03-02T09:00+07:00"
PAID = Path(__file__).resolve().parents[2] / "examples/complaints/damages-paid.yaml"
CLAIM: dict[str, Any] = {"damages_claimed": True, "loss": "Ongkos", "damages_cause": "Antrean"}


def event(step: str, **data: Any) -> dict[str, Any]:
    return {"step": step, "at": AT, "by": "A1", "data": data}


def found(*events: dict[str, Any], **more: Any) -> list[tuple[str, Pointer]]:
    record = {"filed_at": AT, "events": list(events), **more}
    report = check_complaint(record, as_of=dt.date(2026, 3, 2))
    assert report.coverage.failed == ()
    return [(one.message_key, one.pointer) for one in report.findings if one.rule in OUR]


def test_the_three_are_found_by_the_ids_of_complaints() -> None:
    names = ("PGD-026", "PGD-027", "PGD-046")
    assert {catalogue()[name].id for name in names} == OUR
    assert all("complaint" in catalogue()[name].kinds for name in names)


def test_a_fee_is_found_and_none_is_not() -> None:
    assert found(fee=10_000) == [("KOMP-018.charged", ("fee",))]
    assert found(fee=0) == found() == []


@pytest.mark.parametrize(
    ("award", "expected"),
    [
        (None, ["passed_over"]),
        ({"amount": 150_000, "pay_by": "2026-05-06"}, []),
        ({"amount": 150_000}, ["award_pay_by"]),
        ({"pay_by": "2026-05-06"}, ["award_amount"]),
        ({"reason": "Belum dihitung"}, ["award_amount", "award_pay_by"]),
        ({"amount": 0, "reason": "Tidak ada kerugian"}, []),
        ({"amount": 0, "reason": " "}, ["award_reason"]),
    ],
)
def test_a_decision_on_a_claim_has_amount_and_limit(
    award: dict[str, Any] | None, expected: list[str]
) -> None:
    decided = event("decide", outcome="proven", **({} if award is None else {"award": award}))
    hits = [key for key, _ in found(decided, **CLAIM)]
    assert hits == [f"KOMP-019.{variant}" for variant in expected]


def test_where_nothing_is_claimed_nothing_need_be_decided() -> None:
    assert found(event("decide", outcome="proven")) == []
    given = event("decide", outcome="proven", award={"amount": 1})
    assert found(given) == [("KOMP-019.award_pay_by", ("events", 0, "data", "award"))]


@pytest.mark.parametrize(
    ("left_out", "key"), [("loss", "claimed_loss"), ("damages_cause", "claimed_cause")]
)
def test_a_claim_is_described_when_its_file_is_complete(left_out: str, key: str) -> None:
    claim = {name: value for name, value in CLAIM.items() if name != left_out}
    complete = event("declare_complete")
    assert found(complete, **claim) == [(f"KOMP-020.{key}", ("events", 0))]
    assert found(**claim) == []  # it may still be asked for
    later = event("complete", **{left_out: "Datang dua kali"})
    assert found(later, complete, **CLAIM | {left_out: ""}) == []
    assert found(complete, **{**claim, "damages_claimed": False}) == []


def test_a_register_is_checked_for_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Only a log that was written by something else than a desk holds what no guard lets through.
    record = attrs.evolve(load_record(PAID, ComplaintRecord), number="PGD-2026-1")
    filing, *later = events_of(record, reporter="pelapor-0")
    told: Any = filing.data
    filing = attrs.evolve(filing, data=attrs.evolve(told, fee=5_000, damages_cause=""))
    decided: Any = later[5].data
    later[5] = attrs.evolve(later[5], data=attrs.evolve(decided, award=None))
    log = (filing, *later[:6])
    file = tmp_path / "r.db"
    register = open_register(file)
    for length in range(1, len(log) + 1):
        line = line_of(replay(log[:length]), calendar=default_calendar())
        register.append("PGD-2026-1", log[length - 1], line)
    register.close()
    assert main(["check", str(file), "--as-of", "2026-03-16", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    found = [(one["rule"], one["pointer"]) for one in report["findings"] if one["rule"] in OUR]
    assert sorted(found) == [
        ("KOMP-018", "/PGD-2026-1/events/0/fee"),
        ("KOMP-019", "/PGD-2026-1/events/6"),
        ("KOMP-020", "/PGD-2026-1/events/4"),
    ]
