"""By how much a service was late, in which unit, and up to which day."""

from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.compensation import EventError
from tests.compensation.answers_told import Answer, Data, causes, keys, kinds


@pytest.mark.parametrize(
    ("finished", "delay", "kind"),
    [
        ("10:00", None, None),
        ("10:01", 1, "spoken_apology"),
        ("10:29", 29, "spoken_apology"),
        ("10:30", 30, "written_apology"),
        ("10:59", 59, "written_apology"),
        ("11:00", 60, "apology_of_head"),
        ("15:00", 240, "apology_of_head"),  # the break of an hour is not counted
    ],
)
def test_the_tier_follows_the_delay_beyond_the_standard(
    finished: str, delay: int | None, kind: str | None, answer: Answer
) -> None:
    found = answer(finished_at=f"2026-10-05T{finished}+07:00")
    assert found.chosen is not None
    assert found.chosen.delay == delay
    assert kinds(found) == ([kind] if kind else [])
    assert found.eligible is (kind is not None)
    assert causes(found) == ([] if kind else ["not-late"])


def test_half_a_minute_is_late_already(answer: Answer) -> None:
    found = answer(finished_at="2026-10-05T10:00:30+07:00")
    assert found.eligible
    assert found.chosen is not None
    assert found.chosen.delay == 0


def test_a_total_wait_is_measured_from_the_request(answer: Answer, late: Data) -> None:
    rule = {**late, "clock": "total_wait"}
    found = answer(rule)
    assert found.chosen is not None
    assert found.chosen.delay == 90
    assert kinds(found) == ["apology_of_head"]


def test_a_total_wait_within_the_standard_is_not_late(answer: Answer, late: Data) -> None:
    found = answer({**late, "clock": "total_wait"}, finished_at="2026-10-05T09:50+07:00")
    assert causes(found) == ["not-late"]


def test_a_total_wait_needs_no_standard(answer: Answer, late: Data) -> None:
    found = answer({**late, "clock": "total_wait"}, office={"limits": ()})
    assert found.eligible


def test_below_the_first_tier_nothing_is_owed(answer: Answer, late: Data) -> None:
    rule = {**late, "tiers": [{"lower": 45, "remedies": [{"kind": "drink"}]}]}
    assert causes(answer(rule)) == ["below-threshold"]


@pytest.mark.parametrize(
    ("unit", "finished", "delay"),
    [
        ("working_day", "2026-10-12T16:30+07:00", None),
        ("working_day", "2026-10-13T08:00+07:00", 1),
        ("working_day", "2026-10-17T08:00+07:00", 4),
        ("calendar_day", "2026-10-10T23:59+07:00", None),
        ("calendar_day", "2026-10-17T08:00+07:00", 7),
        ("day", "2026-10-11T08:00+07:00", 1),
        ("month", "2027-03-05T08:00+07:00", None),
        ("month", "2027-03-06T08:00+07:00", 0),
        ("month", "2027-04-05T08:00+07:00", 1),
        ("hour", "2026-10-05T15:00+07:00", None),
        ("hour", "2026-10-06T10:00+07:00", 3),
    ],
)
def test_a_delay_is_measured_in_the_unit_of_the_rule(
    unit: str, finished: str, delay: int | None, answer: Answer, late: Data
) -> None:
    limit = {"id": "whole", "value": 5, "unit": unit, "scope": "whole_process"}
    tiers = [{"lower": 0, "remedies": [{"kind": "drink"}]}]
    found = answer(
        {**late, "unit": unit, "tiers": tiers}, office={"limits": (limit,)}, finished_at=finished
    )
    assert found.chosen is not None
    assert found.chosen.delay == delay


def test_a_delay_in_days_is_measured_from_a_limit_in_minutes(answer: Answer, late: Data) -> None:
    found = answer({**late, "unit": "working_day"}, finished_at="2026-10-07T09:00+07:00")
    assert found.chosen is not None
    assert found.chosen.delay == 2


def test_a_delay_in_minutes_is_measured_from_the_end_of_a_day(answer: Answer, late: Data) -> None:
    limit = {"id": "whole", "value": 1, "unit": "working_day"}
    found = answer(late, office={"limits": (limit,)}, finished_at="2026-10-07T08:45+07:00")
    assert found.chosen is not None
    assert found.chosen.delay == 45


def test_what_ends_after_hours_says_that_only_open_hours_count(answer: Answer) -> None:
    found = answer(requested_at="2026-10-05T15:30+07:00", finished_at="2026-10-05T17:30+07:00")
    assert causes(found) == ["not-late"]
    assert "outside-hours" in keys(found)


def test_a_service_that_has_not_ended_is_counted_up_to_the_day_of_asking(answer: Answer) -> None:
    found = answer(finished_at=None, on=dt.date(2026, 10, 5))
    assert found.chosen is not None
    assert found.chosen.delay == 300
    assert "until.on" in keys(found)
    assert found.due is None
    assert found.rights.complaint is None
    assert found.complaint_still_open


def test_without_a_day_of_asking_a_service_must_have_ended(answer: Answer) -> None:
    with pytest.raises(EventError, match="finished_at") as caught:
        answer(finished_at=None)
    assert caught.value.key == "time.unfinished"
    assert "--on" in caught.value.message("en")


@pytest.mark.parametrize(
    ("seconds", "key", "words"),
    [(30, "delay-less", "lewat kurang dari 1 menit"), (60, "delay", "lewat 1 menit")],
)
def test_a_delay_below_one_unit_is_told_as_such(
    seconds: int, key: str, words: str, answer: Answer
) -> None:
    due = dt.datetime.fromisoformat("2026-10-05T10:00+07:00")
    found = answer(finished_at=(due + dt.timedelta(seconds=seconds)).isoformat())
    assert found.eligible
    (late,) = [one for one in found.reasons if one.key.startswith("delay")]
    assert (late.key, words in late.text("id")) == (key, True)


def test_a_date_on_an_estimated_calendar_is_provisional(answer: Answer) -> None:
    from attrs import evolve

    from pst_standards.calendar import default_calendar

    calendar = default_calendar()
    year = evolve(calendar.years[2026], estimated=True)
    assert answer(calendar=calendar.with_year(year)).provisional
    assert not answer().provisional
