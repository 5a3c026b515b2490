from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Status, YearError
from pst_standards.compensation import (
    Entitlement,
    EventError,
    check_damages,
    damages_standing,
)
from pst_standards.compensation.damages import DamagesStanding, DamagesState, DamagesStep
from pst_standards.definitions.records import load_record
from pst_standards.findings import Severity
from pst_standards.model.damages import DamagesCase

DAY = dt.date(2026, 11, 22)
Data = dict[str, Any]


def a_case(**changes: Any) -> DamagesCase:
    return load_record({"id": "case-1", **changes}, DamagesCase)


SOUND: Data = {
    "service": "consultation",
    "received_on": "2026-03-02",
    "claimed_on": "2026-03-10",
    "losses": [
        {"kind": "material", "text": "Ongkos dua kali perjalanan", "amount": 150000},
        {"kind": "immaterial", "text": "Waktu yang terbuang"},
    ],
    "cause": "Data yang dijanjikan belum ada pada hari itu",
    "answered_on": "2026-03-20",
    "complete_on": "2026-03-25",
    "decision": {
        "decided_on": "2026-05-20",
        "delivered_on": "2026-05-28",
        "amount": 150000,
        "pay_by": "2026-07-01",
    },
    "proof_accepted_on": "2026-05-18",
    "paid_on": "2026-06-15",
    "paid": 150000,
    "closed_on": "2026-06-15",
}


def found(**changes: Any) -> list[str]:
    given = {key: value for key, value in {**SOUND, **changes}.items() if value is not None}
    report = check_damages({"id": "case-1", **given}, as_of=DAY)
    assert report.coverage.failed == ()
    return [one.message_key for one in report.findings]


def test_a_sound_case_has_no_findings() -> None:
    assert found() == []
    assert check_damages(a_case(**SOUND)).ok()


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ({"amount": 150000}, ["KOMP-019.pay_by"]),
        ({"pay_by": "2026-07-01"}, ["KOMP-019.amount"]),
        ({}, ["KOMP-019.amount", "KOMP-019.pay_by"]),
        ({"amount": 0}, ["KOMP-019.reason"]),
        ({"amount": 0, "reason": "Tidak ada kerugian yang terbukti"}, []),
        (None, []),
    ],
)
def test_a_decision_has_an_amount_and_a_time(decision: Data | None, expected: list[str]) -> None:
    assert found(decision=decision) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"losses": []}, ["KOMP-020.loss"]),
        ({"losses": [{"amount": 1}]}, ["KOMP-020.loss"]),
        ({"cause": None}, ["KOMP-020.cause"]),
        ({"cause": " "}, ["KOMP-020.cause"]),
        ({"losses": [], "claimed_on": None, "cause": None}, []),
    ],
)
def test_a_claim_describes_loss_and_cause(changes: Data, expected: list[str]) -> None:
    assert found(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"proof_accepted_on": None}, ["KOMP-021.unproven"]),
        ({"proof_accepted_on": "2026-06-16"}, ["KOMP-021.early"]),
        ({"proof_accepted_on": "2026-06-15"}, []),
        ({"closed_on": None}, ["KOMP-021.open"]),
        ({"closed_on": None, "paid": 50000}, []),
        ({"closed_on": None, "paid_on": None, "paid": None}, []),
        ({"paid_on": None, "proof_accepted_on": None}, ["KOMP-021.unproven"]),
    ],
)
def test_damages_are_paid_once_proven_and_close_the_complaint(
    changes: Data, expected: list[str]
) -> None:
    assert found(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"claimed_on": "2026-03-01"}, ["DEF-036"]),
        ({"received_on": None, "complete_on": "2026-03-09"}, ["DEF-036"]),
        ({"answered_on": "2026-03-09"}, ["DEF-036"]),
        ({"answered_on": "2026-03-26"}, []),
        ({"closed_on": "2026-03-09"}, ["DEF-036"]),
        ({"paid_on": "2026-05-19", "proof_accepted_on": "2026-05-18"}, ["DEF-036"]),
        ({"decision": {**SOUND["decision"], "pay_by": "2026-05-19"}}, ["DEF-036", "KOMP-031"]),
        ({"decision": {**SOUND["decision"], "delivered_on": "2026-05-19"}}, ["DEF-036"]),
    ],
)
def test_dates_out_of_order_are_told(changes: Data, expected: list[str]) -> None:
    assert [key for key in found(**changes) if not key.endswith("strict")] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # 30 days of 2 March: 1 April, or 21 April in working days.
        ({"claimed_on": "2026-04-21", "answered_on": None, "complete_on": None}, []),
        ({"claimed_on": "2026-04-22", "answered_on": None, "complete_on": None}, ["KOMP-027"]),
        # 14 days of 10 March: 24 March, or 6 April.
        ({"answered_on": "2026-03-24"}, []),
        ({"answered_on": "2026-03-25"}, ["KOMP-028.strict"]),
        ({"answered_on": "2026-05-19"}, ["KOMP-028.late"]),
        # 60 days of 2 March: 1 May, or weeks later.
        ({"complete_on": "2026-03-21"}, []),
        ({"complete_on": "2026-03-20"}, ["KOMP-029.strict"]),
        ({"claimed_on": None, "received_on": None, "complete_on": "2026-01-05"}, ["KOMP-029.late"]),
        ({"decision": {**SOUND["decision"], "delivered_on": "2026-06-03"}}, []),
        (
            {"decision": {**SOUND["decision"], "delivered_on": "2026-06-04"}},
            ["KOMP-030.strict"],
        ),
        ({"decision": {**SOUND["decision"], "delivered_on": "2026-07-30"}}, ["KOMP-030.late"]),
        ({"paid_on": "2026-07-01"}, []),
        ({"paid_on": "2026-07-02"}, ["KOMP-031"]),
        # Nobody knows the working days of 2019.
        ({"received_on": "2019-03-02", "claimed_on": "2019-12-10", "answered_on": None}, []),
    ],
)
def test_each_step_has_its_time_and_doubt_is_the_citizens(
    changes: Data, expected: list[str]
) -> None:
    told = found(**changes)
    assert [key for key in told if key.startswith(("KOMP-02", "KOMP-03"))] == expected


def test_an_error_of_time_is_late_by_both_readings() -> None:
    for day, severity in (("2026-03-25", Severity.WARNING), ("2026-05-19", Severity.ERROR)):
        report = check_damages({**SOUND, "answered_on": day}, as_of=DAY)
        assert [one.severity for one in report.of("KOMP-028")] == [severity]


def test_a_record_that_says_nothing_is_told() -> None:
    report = check_damages({"format": "pst-damages/1", "id": "case-1"}, as_of=DAY)
    assert [one.message_key for one in report.findings] == ["DEF-037.empty"]


def test_what_is_wrong_with_the_shape_is_told_with_the_rest() -> None:
    report = check_damages({"id": "case-1", "claimed_on": "kemarin"}, as_of=DAY)
    assert [one.rule for one in report.findings] == ["DEF-018"]


def test_a_definition_says_that_it_holds_no_claims() -> None:
    from pst_standards.rules import check

    assert {"KOMP-019", "KOMP-020", "KOMP-021"} <= set(check({}).coverage.uncheckable)


# -- the time limits ----------------------------------------------------------------------------


def standing(on: dt.date | None = None, **changes: Any) -> DamagesStanding:
    return damages_standing(a_case(**changes), on=on)


@pytest.mark.parametrize(
    ("step", "given", "strict", "lenient"),
    [
        (DamagesStep.CLAIM, {"received_on": "2026-03-02"}, "2026-04-01", "2026-04-21"),
        (DamagesStep.ANSWER, {"claimed_on": "2026-03-02"}, "2026-03-16", "2026-03-27"),
        (DamagesStep.DECISION, {"complete_on": "2026-08-03"}, "2026-10-02", "2026-10-28"),
        (
            DamagesStep.DELIVERY,
            {"decision": {"decided_on": "2026-08-03"}},
            "2026-08-17",
            "2026-08-24",
        ),
        (DamagesStep.PAYMENT, {"decision": {"pay_by": "2026-09-30"}}, "2026-09-30", "2026-09-30"),
    ],
)
def test_each_limit_has_both_readings(
    step: DamagesStep, given: Data, strict: str, lenient: str
) -> None:
    clock = standing(**given).clock(step)
    assert clock is not None
    assert (clock.strict.isoformat(), clock.lenient.isoformat()) == (strict, lenient)
    assert clock.status is None
    assert clock.citation.startswith("UU 25/2009 Pasal")


@pytest.mark.parametrize(
    ("claimed", "status"),
    [
        ("2026-04-01", Status.ON_TIME),
        ("2026-04-21", Status.DISPUTABLE),
        ("2026-04-22", Status.LATE),
    ],
)
def test_doubt_about_the_day_goes_to_the_citizen(claimed: str, status: Status) -> None:
    clock = standing(received_on="2026-03-02", claimed_on=claimed).clock(DamagesStep.CLAIM)
    assert clock is not None
    assert clock.status is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-10-02", Status.ON_TIME),
        ("2026-10-03", Status.LATE),
        ("2026-10-28", Status.LATE),
        ("2026-10-29", Status.VERY_LATE),
    ],
)
def test_an_office_that_has_not_decided_is_late_on_the_day_of_looking(
    day: str, status: Status
) -> None:
    found = standing(dt.date.fromisoformat(day), complete_on="2026-08-03")
    clock = found.clock(DamagesStep.DECISION)
    assert clock is not None
    assert clock.status is status


@pytest.mark.parametrize(("paid", "late"), [("2026-07-01", False), ("2026-07-02", True)])
def test_a_payment_is_late_after_its_day(paid: str, *, late: bool) -> None:
    clock = standing(**{**SOUND, "paid_on": paid}).clock(DamagesStep.PAYMENT)
    assert clock is not None
    assert (clock.status is Status.LATE) is late


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "open"),
        ({"claimed_on": "2026-03-10"}, "claimed"),
        ({"claimed_on": "2026-03-10", "complete_on": "2026-03-12"}, "complete"),
        ({"decision": {"decided_on": "2026-05-20", "amount": 1}}, "granted"),
        ({"decision": {"decided_on": "2026-05-20", "amount": 0}}, "refused"),
        ({"paid_on": "2026-05-20"}, "paid"),
        ({"closed_on": "2026-05-20"}, "closed"),
    ],
)
def test_a_case_tells_how_far_it_has_come(changes: Data, state: str) -> None:
    assert standing(**changes).state is DamagesState(state)


def test_the_standing_as_data() -> None:
    data = standing(**SOUND).to_dict()
    assert (data["state"], data["claimed"], data["awarded"]) == ("closed", 150000, 150000)
    assert [one["step"] for one in data["clocks"]] == [one.value for one in DamagesStep]
    assert data["clocks"][0]["status"] == "on_time"
    bare = standing().to_dict()
    assert (bare["claimed"], bare["awarded"], bare["clocks"]) == (None, None, [])
    assert standing().clock(DamagesStep.CLAIM) is None


def test_days_out_of_order_and_years_without_data_are_refused() -> None:
    with pytest.raises(EventError) as caught:
        standing(received_on="2026-03-10", claimed_on="2026-03-09")
    assert caught.value.key == "time.order"
    with pytest.raises(YearError):
        standing(received_on="2028-03-10")


def test_damages_are_a_type_of_their_own() -> None:
    assert not issubclass(DamagesStanding, Entitlement)
    assert not {"remedies", "tier", "rule"} & set(dir(DamagesStanding))
    assert not hasattr(standing(), "eligible")
