"""When a claim comes too late, when a policy holds, and by when an office fulfils."""

from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.model.compensation import Exclusion
from tests.compensation.answers_told import Answer, Data, causes, circumstance, keys


@pytest.mark.parametrize(
    ("unit", "claimed", "too_late"),
    [
        ("calendar_day", "2026-11-04T23:00+07:00", False),
        ("calendar_day", "2026-11-05T08:00+07:00", True),
        ("day", "2026-11-16T15:00+07:00", False),  # late by one reading only
        ("day", "2026-11-17T08:00+07:00", True),
        ("hour", "2026-10-08T15:30+07:00", False),
        ("hour", "2026-10-12T08:00+07:00", True),
    ],
)
def test_a_claim_is_late_by_both_readings_only(
    unit: str, claimed: str, *, too_late: bool, excused: Answer
) -> None:
    found = excused(rule={"claim_within": {"value": 30, "unit": unit}}, claimed_at=claimed)
    assert causes(found) == (["late-claim"] if too_late else [])
    assert found.excluded == ((Exclusion.LATE_CLAIM,) if too_late else ())
    assert found.complaint_still_open


@pytest.mark.parametrize(
    ("unit", "on", "told"),
    [
        ("calendar_day", "2026-11-04", None),
        ("calendar_day", "2026-11-05", "late-claim"),
        ("calendar_day", "2027-06-01", "late-claim"),
        ("day", "2026-11-04", None),
        ("day", "2026-11-05", "claim-disputable"),
        ("day", "2026-11-16", "claim-disputable"),
        ("day", "2026-11-17", "late-claim"),
        ("hour", "2026-10-09", None),  # it ends in the course of that day
        ("hour", "2026-10-10", "late-claim"),
    ],
)
def test_a_claim_of_the_day_of_the_question_may_come_too_late(
    unit: str, on: str, told: str | None, excused: Answer
) -> None:
    day = dt.date.fromisoformat(on)
    found = excused(rule={"claim_within": {"value": 30, "unit": unit}}, on=day)
    keys = [one.key for one in found.reasons if "claim" in one.key]
    assert keys == ([told] if told else [])
    assert found.eligible is (told != "late-claim")
    assert found.excluded == ((Exclusion.LATE_CLAIM,) if told == "late-claim" else ())
    assert bool(found.remedies) is found.eligible


def test_a_moment_of_the_question_is_taken_as_it_is(excused: Answer) -> None:
    rule = {"claim_within": {"value": 30, "unit": "hour"}}
    chosen = excused(rule=rule).chosen
    assert chosen is not None
    assert chosen.claim is not None
    ends = chosen.claim.due_at
    assert ends is not None
    minute = dt.timedelta(minutes=1)
    assert excused(rule=rule, on=ends).eligible
    late = excused(rule=rule, on=ends + minute)
    assert causes(late) == ["late-claim"]
    assert late.causes[0].params["until"] == ends


@pytest.mark.parametrize(
    ("more", "eligible"),
    [
        ({}, False),
        ({"claimed_at": "2026-10-20T09:00+07:00"}, True),
        ({"claimed_at": "2026-11-10T09:00+07:00"}, False),
        ({"complained_at": "2026-10-20T09:00+07:00"}, True),
        ({"complained_at": "2026-11-10T09:00+07:00"}, False),
        ({"verified_at": "2026-10-20T09:00+07:00"}, True),
        ({"compensated": "KOMP-04/2026"}, True),
    ],
)
def test_who_claimed_in_time_is_not_late_months_later(
    more: Data, *, eligible: bool, excused: Answer
) -> None:
    rule = {"claim_within": {"value": 30, "unit": "calendar_day"}}
    assert excused(rule=rule, on=dt.date(2027, 6, 1), **more).eligible is eligible


def test_without_a_day_of_the_question_the_last_day_is_told_and_nothing_is_late(
    excused: Answer,
) -> None:
    rule = {"claim_within": {"value": 30, "unit": "calendar_day"}}
    for more in ({}, {"complained_at": "2026-11-10T09:00+07:00"}):
        found = excused(rule=rule, **more)
        assert found.eligible
        assert found.to_dict()["claim_until"] == "2026-11-04"


def test_without_a_limit_no_claim_is_late(excused: Answer) -> None:
    assert excused(claimed_at="2027-06-01T09:00+07:00").eligible
    assert excused(on=dt.date(2027, 6, 1)).eligible


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ({}, ["complaint-needed"]),
        ({"complained_at": "2026-10-06T09:00+07:00"}, []),
        ({"claimed_at": "2026-10-06T09:00+07:00", "claim_channel": "box"}, []),
        ({"verified_at": "2026-10-06T09:00+07:00"}, []),
        ({"compensated": "KOMP-1/2026"}, []),
    ],
)
def test_what_is_given_on_a_complaint_needs_one(
    more: Data, cause: list[str], excused: Answer
) -> None:
    assert causes(excused(rule={"needs_complaint": True}, **more)) == cause


@pytest.mark.parametrize(
    ("fault", "cause"), [(None, ["fault-unknown"]), (False, ["no-fault"]), (True, [])]
)
def test_a_fault_that_is_asked_for_must_be_established(
    fault: bool | None, cause: list[str], excused: Answer
) -> None:
    assert causes(excused(rule={"fault_required": True}, fault_established=fault)) == cause


@pytest.mark.parametrize(
    ("once", "cause"), [(True, ["already-compensated"]), (False, []), (None, [])]
)
def test_one_event_is_compensated_once_where_the_policy_says_so(
    once: bool | None, cause: list[str], excused: Answer
) -> None:
    policy = {} if once is None else {"once_per_event": once}
    assert causes(excused(compensated="KOMP-1/2026", office={"policy": policy})) == cause


@pytest.mark.parametrize(
    ("decree", "cause"),
    [
        ({"date": "2026-10-06"}, ["policy-not-yet"]),
        ({"date": "2026-10-05"}, []),
        ({"valid_until": "2026-10-04"}, ["policy-ended"]),
        ({"valid_until": "2026-10-05"}, []),
    ],
)
def test_a_policy_holds_in_its_own_time(decree: Data, cause: list[str], excused: Answer) -> None:
    assert causes(excused(office={"policy": {"decree": decree}})) == cause


@pytest.mark.parametrize(
    ("since", "cause"), [("2026-10-06", ["standard-not-yet"]), ("2026-10-05", [])]
)
def test_a_standard_is_held_against_what_came_after_it(
    since: str, cause: list[str], excused: Answer
) -> None:
    standard = {
        "id": "library",
        "service": "library",
        "life_cycle": {"in_force_from": since},
        "time_limit": {"limits": [{"id": "whole", "value": 60, "unit": "minute"}]},
    }
    assert causes(excused(office={"standards": [standard]})) == cause


def test_every_cause_is_told(excused: Answer) -> None:
    found = excused(
        circumstance("unlawful_request"),
        rule={"fault_required": True},
        compensated="KOMP-1/2026",
        office={"policy": {"once_per_event": True}},
    )
    assert causes(found) == [
        "excluded.unlawful_request",
        "already-compensated",
        "fault-unknown",
    ]


@pytest.mark.parametrize(
    ("more", "key", "due"),
    [
        ({}, "fulfil.ended", "2026-10-12"),
        ({"complained_at": "2026-10-06T09:00+07:00"}, "fulfil.complained_at", "2026-10-13"),
        ({"claimed_at": "2026-10-07T09:00+07:00"}, "fulfil.claimed_at", "2026-10-14"),
        (
            {"claimed_at": "2026-10-07T09:00+07:00", "verified_at": "2026-10-09T17:00+07:00"},
            "fulfil.verified_at",
            "2026-10-19",  # after hours on a Friday: received on Monday
        ),
    ],
)
def test_the_office_has_its_time_from_the_last_thing_asked_of_the_user(
    more: Data, key: str, due: str, excused: Answer
) -> None:
    found = excused(rule={"fulfil_within": {"value": 5, "unit": "working_day"}}, **more)
    assert found.due is not None
    assert found.due.isoformat() == due
    assert key in keys(found)


def test_hours_to_fulfil_give_a_moment(excused: Answer) -> None:
    data = excused(rule={"fulfil_within": {"value": 2, "unit": "hour"}}).to_dict()
    assert data["due_at"] == "2026-10-05T13:30:00+07:00"
    assert data["due"] == "2026-10-05"


def test_a_time_to_fulfil_begins_when_the_service_has_ended(excused: Answer) -> None:
    rule = {"fulfil_within": {"value": 5, "unit": "working_day"}}
    found = excused(rule=rule, finished_at=None, on=dt.date(2026, 10, 5))
    assert found.eligible
    assert found.due is None
    assert "fulfil-open" in keys(found)


def test_a_rule_without_a_time_to_fulfil_says_so(excused: Answer) -> None:
    found = excused()
    assert found.due is None
    assert "fulfil-not-stated" in keys(found)
