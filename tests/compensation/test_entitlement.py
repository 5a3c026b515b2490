"""What follows of a trigger: complaints, fees, waiting, and the answer as data."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.compensation import EventError, PolicyError
from pst_standards.compensation.telling import told
from tests.compensation.answers_told import Answer, Data, causes, keys, kinds

RUDE = {"id": "manners", "trigger": "conduct", "tiers": [{"remedies": [{"kind": "drink"}]}]}


@pytest.mark.parametrize(
    ("day", "more", "expected"),
    [
        ("2026-11-04", {}, []),
        ("2026-11-05", {}, ["complaint-doubtful"]),
        ("2026-11-16", {}, ["complaint-doubtful"]),
        ("2026-11-17", {}, ["late-complaint"]),
        ("2026-11-17", {"claim_within": {"value": 90, "unit": "calendar_day"}}, []),
        ("2026-11-17", {"claim_within": {"value": 9, "unit": "calendar_day"}}, ["late-complaint"]),
        ("2026-11-17", {"needs_complaint": False}, []),
    ],
)
def test_a_complaint_that_a_rule_needs_is_late_after_every_time_for_it(
    day: str, more: dict[str, Any], expected: list[str], answer: Answer
) -> None:
    found = answer(
        {**RUDE, "needs_complaint": True, **more},
        triggers=["conduct"],
        complained_at=f"{day}T09:00+07:00",
    )
    of_time = {"complaint-doubtful", "late-complaint"}
    assert [one for one in keys(found) if one in of_time] == expected
    assert found.eligible is ("late-complaint" not in expected)


def test_a_claim_in_time_does_as_well_as_a_complaint(answer: Answer) -> None:
    found = answer(
        {**RUDE, "needs_complaint": True},
        triggers=["conduct"],
        claimed_at="2026-10-06T09:00+07:00",
        complained_at="2027-01-12T09:00+07:00",
    )
    assert found.eligible


@pytest.mark.parametrize(
    ("trigger", "more"),
    [
        ("wrong_product", {}),
        ("conduct", {}),
        ("facility_out_of_order", {}),
        ("overcharged", {"amount_due": 1000, "amount_charged": 1500}),
        ("other_component", {"component": "huruf b"}),
    ],
)
def test_other_triggers_need_no_time(trigger: str, more: Data, answer: Answer) -> None:
    rule = {
        "id": "other",
        "trigger": trigger,
        "component": "requirements" if trigger == "other_component" else None,
        "tiers": [{"remedies": [{"kind": "written_apology"}]}],
    }
    given = {key: value for key, value in rule.items() if value is not None}
    found = answer(given, triggers=[trigger], finished_at=None, **more)
    assert kinds(found) == ["written_apology"]
    assert f"trigger.{trigger}" in keys(found)
    assert found.chosen is not None
    assert found.chosen.delay is None


def test_a_component_that_is_not_meant_is_no_promise(answer: Answer) -> None:
    rule = {"id": "other", "trigger": "other_component", "component": "requirements"}
    found = answer(rule, triggers=["other_component"], component="procedure")
    assert causes(found) == ["no-promise"]
    assert found.rule is None


def test_a_fee_that_was_right_is_no_overcharge(answer: Answer) -> None:
    rule = {"id": "fee", "trigger": "overcharged"}
    found = answer(rule, triggers=["overcharged"], amount_due=1000, amount_charged=1000)
    assert causes(found) == ["not-overcharged"]


@pytest.mark.parametrize("field", ["amount_due", "amount_charged"])
def test_an_overcharge_needs_both_amounts(field: str, answer: Answer) -> None:
    amounts = {"amount_due": 1000, "amount_charged": 1500, field: None}
    with pytest.raises(EventError) as caught:
        answer({"id": "fee", "trigger": "overcharged"}, triggers=["overcharged"], **amounts)
    assert (caught.value.key, caught.value.params) == ("amount.missing", {"field": field})


def test_a_promise_in_words_alone_is_told_as_it_is_written(answer: Answer) -> None:
    rule = {"id": "words", "trigger": "conduct", "text": "Diberikan menurut penilaian tim"}
    found = answer(rule, triggers=["conduct"])
    assert found.eligible
    assert str(found.wording) == "Diberikan menurut penilaian tim"
    assert found.tier is None


def test_a_promise_without_a_trigger_is_for_lateness(answer: Answer, late: Data) -> None:
    rule = {key: value for key, value in late.items() if key != "trigger"}
    assert answer(rule).eligible


@pytest.mark.parametrize(
    ("waited", "more", "delay"),
    [
        ("09:12", {}, 2),
        ("09:40", {"informed_at": "2026-10-05T09:25+07:00"}, 15),
        ("09:40", {"informed_at": "2026-10-05T09:05+07:00"}, None),
        (None, {}, 80),
    ],
)
def test_waiting_ends_with_being_told_or_served(
    waited: str | None, more: Data, delay: int | None, answer: Answer, late: Data
) -> None:
    rule = {**late, "id": "wait", "trigger": "waiting_without_information"}
    limit = {"id": "queue", "value": 10, "unit": "minute", "scope": "waiting"}
    served = f"2026-10-05T{waited}+07:00" if waited else None
    found = answer(
        rule,
        office={"limits": (limit,)},
        triggers=["waiting_without_information"],
        served_at=served,
        **more,
    )
    assert found.chosen is not None
    assert found.chosen.delay == delay
    assert causes(found) == ([] if delay is not None else ["not-late-waiting"])


def test_a_total_wait_without_information_has_its_own_threshold(answer: Answer, late: Data) -> None:
    rule = {**late, "trigger": "waiting_without_information", "clock": "total_wait"}
    tiers = [{"lower": 10, "remedies": [{"kind": "drink"}]}]
    found = answer(
        {**rule, "tiers": tiers},
        triggers=["waiting_without_information"],
        served_at="2026-10-05T09:10+07:00",
    )
    assert kinds(found) == ["drink"]


def test_an_event_may_name_the_wait_as_its_limit(answer: Answer, late: Data) -> None:
    queue = {"id": "queue", "value": 10, "unit": "minute", "scope": "waiting"}
    found = answer(
        late, office={"limits": (queue,)}, limit="queue", served_at="2026-10-05T09:25+07:00"
    )
    assert found.chosen is not None
    assert found.chosen.delay == 15


def test_the_complaint_has_both_readings_and_the_ombudsman_two_years(answer: Answer) -> None:
    found = answer().to_dict()
    assert found["complaint_until"] == {"strict": "2026-11-04", "lenient": "2026-11-16"}
    assert found["ombudsman_until"] == "2028-10-05"
    assert "UU 25/2009 Pasal 42 ayat (2)" in found["citations"]


@pytest.mark.parametrize(
    ("on", "is_open"), [("2026-11-04", True), ("2026-11-16", True), ("2026-11-17", False)]
)
def test_only_its_own_time_closes_the_complaint(on: str, *, is_open: bool, answer: Answer) -> None:
    found = answer(on=dt.date.fromisoformat(on))
    assert found.complaint_still_open is is_open
    assert found.damages_still_open
    passed = next(iter(found.rights.steps())).key == "right.complaint-passed"
    assert passed is not is_open


def test_the_answer_as_data_has_the_keys_that_are_promised(answer: Answer, late: Data) -> None:
    rule = {**late, "fulfil_within": {"value": 5, "unit": "working_day"}}
    data = answer(rule).to_dict()
    assert data["eligible"] is True
    assert data["rule"] == "late"
    assert data["tier"] == {"place": 1, "lower": 30, "upper": 60, "unit": "minute"}
    assert data["delay"] == {"value": 30, "unit": "minute"}
    assert [one["kind"] for one in data["remedies"]] == ["written_apology"]
    assert data["due"] == "2026-10-12"
    assert data["complaint_still_open"] is True
    assert data["damages_still_open"] is True
    assert data["reasons"][0]["text"]["id"].startswith("Permintaan diajukan pada Senin")
    assert not any(one["against"] for one in data["reasons"])


def test_an_answer_of_no_has_the_same_keys(answer: Answer) -> None:
    yes, no = answer().to_dict(), answer(triggers=["conduct"]).to_dict()
    assert yes.keys() == no.keys()
    assert (no["eligible"], no["rule"], no["tier"], no["remedies"]) == (False, None, None, [])
    assert no["complaint_still_open"] is no["damages_still_open"] is True


def test_without_a_policy_nothing_is_promised_and_all_stays_open() -> None:
    from pst_standards.compensation import entitlement
    from pst_standards.definitions import loads
    from pst_standards.definitions.records import load_record
    from pst_standards.model.service_event import ServiceEvent

    visit = {
        "id": "visit",
        "service": "library",
        "triggers": ["conduct"],
        "requested_at": "2026-10-05T09:00+07:00",
    }
    found = entitlement(loads({"services": [{"id": "library"}]}), load_record(visit, ServiceEvent))
    assert causes(found) == ["no-policy"]
    assert "belum dapat diputuskan" in told(found, "id")
    assert "isi compensation" in told(found, "id")
    assert found.excluded == ()
    assert found.due is None
    assert found.wording is None
    assert found.complaint_still_open
    assert not found.provisional


def test_a_policy_that_cannot_be_reckoned_with_is_refused(answer: Answer, late: Data) -> None:
    for name, key in (("clock", "clock.missing"), ("unit", "unit.missing")):
        with pytest.raises(PolicyError) as caught:
            answer({part: value for part, value in late.items() if part != name})
        assert caught.value.key == key


@pytest.mark.parametrize(
    ("complained", "key"),
    [
        ("2027-12-30T09:00+07:00", None),
        ("2028-01-03T09:00+07:00", "complaint-uncounted"),
    ],
)
def test_a_complaint_whose_working_days_nobody_can_count_yet_is_not_late(
    complained: str, key: str | None, answer: Answer
) -> None:
    found = answer(
        {**RUDE, "needs_complaint": True},
        triggers=["conduct"],
        requested_at="2027-12-01T09:00+07:00",
        finished_at="2027-12-01T10:00+07:00",
        complained_at=complained,
    )
    assert found.eligible
    told = {one for one in keys(found) if one.startswith("complaint-")}
    assert told == ({key} if key else set())
