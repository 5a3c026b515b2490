"""The clocks of a complaint, against days counted by hand from the decrees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import Side, Status, default_calendar
from pst_standards.complaints import Case, Clock, ClockReading, ComplaintError, advance
from pst_standards.complaints.clocks import clocks, loose_clock
from pst_standards.complaints.lengths import LENGTHS
from pst_standards.complaints.profiles import Anchor, Profile, profile_on, profiles
from pst_standards.complaints.readings import readings_of
from pst_standards.complaints.registers import line_of
from pst_standards.model.channel import TimeUnit

Live = Callable[..., Case]
CALENDAR = default_calendar()
PROFILE = profile_on(dt.date(2026, 3, 10))
READY = ("issue_receipt", "review", "classify", "declare_complete", "begin_follow_up")
TOLD = {"means": "letter"}


def read(case: Case, on: str = "2026-03-10", profile: Profile = PROFILE) -> dict[str, ClockReading]:
    day = dt.date.fromisoformat(on)
    return {one.id: one for one in clocks(case, calendar=CALENDAR, profile=profile, on=day)}


def ends(reading: ClockReading) -> tuple[str, str]:
    return reading.strict.isoformat(), reading.lenient.isoformat()


def test_a_filing_starts_its_clocks(live: Live) -> None:
    found = read(live())
    assert {name: ends(one) for name, one in found.items()} == {
        "K1": ("2026-04-08", "2026-04-28"),
        "K2": ("2026-03-24", "2026-04-07"),
        "K2s": ("2026-03-13", "2026-03-13"),
        "K9": ("2028-03-09", "2028-03-09"),
    }
    assert found["K1"].direction is Side.CITIZEN
    assert not found["K1"].running
    assert found["K2"].running


# Start and ends by hand: fourteen, thirty and sixty days, of the calendar and of work.
GOLDEN = [
    "2024-04-01 2024-04-15 2024-04-29 2024-05-01 2024-05-28 2024-05-31 2024-07-11",
    "2025-03-21 2025-04-04 2025-04-22 2025-04-20 2025-05-19 2025-05-20 2025-07-07",
    "2025-08-11 2025-08-25 2025-09-01 2025-09-10 2025-09-24 2025-10-10 2025-11-05",
    "2026-02-12 2026-02-26 2026-03-06 2026-03-14 2026-04-07 2026-04-13 2026-05-22",
    "2026-03-10 2026-03-24 2026-04-07 2026-04-09 2026-04-29 2026-05-09 2026-06-19",
    "2026-05-12 2026-05-26 2026-06-08 2026-06-11 2026-07-01 2026-07-11 2026-08-12",
    "2026-12-18 2027-01-01 2027-01-13 2027-01-17 2027-02-04 2027-02-16 2027-03-31",
    "2027-03-01 2027-03-15 2027-03-31 2027-03-31 2027-04-22 2027-04-30 2027-06-11",
]


@pytest.mark.parametrize("row", GOLDEN)
def test_the_clocks_of_the_act_have_two_readings(row: str, live: Live) -> None:
    start, *days = row.split()
    at = dt.datetime.fromisoformat(f"{start}T09:00+07:00")
    filed = {"served_on": start}
    receipt = ("issue_receipt", {"received_at": at.isoformat()})
    waiting = live(receipt, "review", "declare_incomplete", filed=filed, start=at)
    decided = live(receipt, *READY[1:], "decide", filed=filed, start=at)
    assert ends(read(waiting, start)["K2"]) == tuple(days[:2])
    assert ends(read(waiting, start)["K3"]) == tuple(days[2:4])
    assert ends(read(decided, start)["K5"]) == tuple(days[4:])
    assert ends(read(decided, start)["K7"]) == tuple(days[:2])


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("information", "2026-03-17"),
        ("aspiration", "2026-03-17"),
        ("ordinary", "2026-04-07"),
        ("supervisory", "2026-06-19"),
    ],
)
def test_the_class_decides_the_limit_of_sp4n_and_none_of_the_act(
    kind: str, due: str, live: Live
) -> None:
    before = live("issue_receipt", "review")
    case = live("issue_receipt", "review", ("classify", {"complaint_class": kind}))
    now, was = read(case), read(before)
    assert ends(now.pop("K4p")) == (due, due)
    assert now == was


def test_how_late_an_office_is(live: Live) -> None:
    case = live()
    status = {
        day: read(case, day)["K2"].status for day in ("2026-03-24", "2026-03-25", "2026-04-08")
    }
    assert list(status.values()) == [Status.ON_TIME, Status.LATE, Status.VERY_LATE]


def test_a_citizen_is_late_by_the_longer_reading_only(live: Live) -> None:
    start = dt.datetime.fromisoformat("2026-04-20T09:00+07:00")
    early = read(live(filed={"served_on": "2026-03-09"}, start=start))["K1"]
    later = start + dt.timedelta(days=20)
    late = read(live(filed={"served_on": "2026-03-09"}, start=later))["K1"]
    assert (early.status, late.status) == (Status.DISPUTABLE, Status.LATE)


def test_a_moment_is_a_day_of_the_office(live: Live) -> None:
    case = live()
    on = dt.datetime.fromisoformat("2026-03-24T17:30+00:00")  # the 25th in Jakarta
    found = clocks(case, calendar=CALENDAR, profile=PROFILE, on=on)
    assert next(one for one in found if one.id == "K2").status is Status.LATE


def test_equal_local_days_have_equal_deadlines(live: Live) -> None:
    east = dt.datetime.fromisoformat("2026-03-10T09:00+09:00")
    received = ("issue_receipt", {"received_at": east.isoformat()})
    assert read(live(received, start=east)) == read(live("issue_receipt"))


def test_what_was_done_ends_its_clock(live: Live, after: Live) -> None:
    done = read(live(*READY, "decide", "deliver", "accept"), "2027-03-10")
    assert {name for name, one in done.items() if one.running} == {"K9"}
    assert {one.status for name, one in done.items() if name != "K9"} == {Status.ON_TIME}
    gone = read(after(live(), "withdraw", days=30), "2027-03-10")
    assert gone["K2"].ended == dt.date(2026, 4, 9)
    assert gone["K2"].status is Status.VERY_LATE


def test_what_was_answered_stays_answered_after_an_objection(live: Live, after: Live) -> None:
    again = read(after(after(live(*READY, "decide", "deliver"), "object", days=8), "rework"))
    assert {name for name, one in again.items() if one.running} == {"K4p", "K5", "K9"}


def test_a_file_that_was_completed_waits_for_its_own_answer(live: Live, after: Live) -> None:
    asked = live("issue_receipt", "review", "declare_incomplete")
    assert not read(asked)["K2"].running
    completed = after(asked, "complete", {"request": "Data diserahkan"}, days=20)
    waiting = read(completed)["K2"]
    assert (waiting.started, waiting.running) == (dt.date(2026, 3, 30), True)
    assert waiting.strict == dt.date(2026, 4, 13)
    gone = read(after(completed, "withdraw", {"voluntary": True}, days=1))["K2"]
    assert gone.ended == dt.date(2026, 3, 31)
    answered = after(after(completed, "classify"), "declare_complete", days=1)
    assert read(answered)["K2"].ended == dt.date(2026, 3, 10)


def test_a_late_second_answer_stays_late(live: Live, after: Live) -> None:
    asked = live("issue_receipt", "review", "declare_incomplete")
    waiting = after(asked, "complete", {"request": "Data diserahkan"}, days=5)
    answered = after(after(waiting, "classify"), "declare_complete", days=60)
    k2 = read(answered, "2027-03-10")["K2"]
    assert (k2.started, k2.ended) == (dt.date(2026, 3, 15), dt.date(2026, 5, 14))
    assert k2.status is Status.VERY_LATE
    early = after(after(waiting, "classify"), "declare_incomplete", days=3)
    again = after(early, "complete", {"text": "Antrean empat jam"}, days=5)
    assert (read(again)["K2"].started, read(again)["K2"].running) == (dt.date(2026, 3, 23), True)


def test_a_late_first_answer_is_not_made_good_by_a_quick_second(live: Live, after: Live) -> None:
    asked = after(live("issue_receipt", "review"), "declare_incomplete", days=90)
    waiting = after(asked, "complete", {"request": "Data diserahkan"}, days=1)
    k2 = read(after(after(waiting, "classify"), "declare_complete"), "2027-03-10")["K2"]
    assert (k2.started, k2.status) == (dt.date(2026, 3, 10), Status.VERY_LATE)


def test_what_happens_at_one_moment_happens_one_after_the_other(live: Live, event: Any) -> None:
    case = live(*READY, "decide")
    at = case.log[-1].at
    for step in ("deliver", "object", "rework"):
        case = advance(case, event(step, at))
        if step != "deliver":
            running = {name for name, one in read(case).items() if one.running}
            assert {"K4p", "K5"} <= running
            assert line_of(case, calendar=CALENDAR, profile=PROFILE).due_clock is not None
    again = advance(advance(case, event("decide", at, by="A9")), event("deliver", at))
    assert {name for name, one in read(again).items() if one.running} == {"K8", "K9"}


def test_an_explanation_that_is_asked_again_at_once_is_still_owed(live: Live, event: Any) -> None:
    case = live()
    for stage in ("opened", "explanation_asked", "explained", "reminded"):
        case = advance(case, event("open_track", case.filed_at, {"stage": stage}))
        assert "K10" not in read(case) or read(case)["K10"].running is (stage != "explained")


def test_a_conflict_of_a_case_that_ended_is_no_longer_to_be_decided(
    live: Live, after: Live
) -> None:
    case = after(live("issue_receipt", "review", "report_conflict"), "withdraw")
    assert not read(case)["K14"].running


def test_opening_again_moves_no_limit_of_the_file(live: Live, after: Live) -> None:
    first = live(*READY, "decide", "deliver")
    again = after(after(first, "object", days=8), "rework")
    assert ends(read(again)["K5"]) == ends(read(first)["K5"])
    assert read(again)["K5"].running
    second = after(again, "decide", {"outcome": "not_proven"}, days=3, by="A9")
    second = after(second, "deliver")
    assert ends(read(second)["K5"]) == ends(read(first)["K5"])
    decided = [read(case)["K5"].ended for case in (first, second)]
    assert decided == sorted(filter(None, decided))
    assert decided[0] != decided[1]
    assert read(second)["K7"].started > read(first)["K7"].started
    assert read(second)["K8"].running


def test_a_completed_file_has_an_ended_clock(live: Live, after: Live) -> None:
    waiting = live("issue_receipt", "review", "declare_incomplete")
    assert read(waiting)["K3"].running
    assert read(after(waiting, "complete", days=2))["K3"].ended == dt.date(2026, 3, 12)


def test_the_ombudsman_has_times_of_its_own(live: Live, after: Live) -> None:
    case = after(live(), "open_track")
    assert read(case)["K9"].ended == dt.date(2026, 3, 10)
    asked = after(case, "open_track", {"stage": "explanation_asked"}, days=1)
    assert ends(read(asked)["K10"]) == ("2026-03-25", "2026-04-08")
    again = after(asked, "open_track", {"stage": "reminded"}, days=20)
    assert read(again)["K10"].started == dt.date(2026, 3, 31)
    told = after(again, "open_track", {"stage": "explained"})
    assert not read(told)["K10"].running
    advised = after(told, "open_track", {"stage": "recommended"})
    assert ends(read(advised)["K11"])[0] == "2026-05-30"
    other = after(live(), "open_track", {"track": "ptun"})
    assert read(other)["K9"].running


def test_a_conflict_is_decided_in_five_working_days(live: Live, after: Live) -> None:
    case = live("report_conflict")
    assert ends(read(case)["K14"]) == ("2026-03-17", "2026-03-17")
    assert not read(after(case, "report_conflict", {"stands": True}))["K14"].running


def test_the_profile_chooses_its_anchor_and_days(live: Live) -> None:
    case = live(*READY[:3])
    start = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    later = live(*READY, start=start)
    complete = evolve(PROFILE, anchor=Anchor.COMPLETE)
    assert read(case, profile=complete)["K4p"].started == dt.date(2026, 3, 10)
    assert read(later, profile=complete)["K4p"].started == dt.date(2026, 3, 10)
    days = evolve(PROFILE, reaction_unit=TimeUnit.CALENDAR_DAY)
    delivered = live(*READY, "decide", "deliver")
    assert ends(read(delivered)["K8"]) == ("2026-03-31", "2026-03-31")
    assert ends(read(delivered, profile=days)["K8"]) == ("2026-03-20", "2026-03-20")


def test_the_numbers_of_2025_are_inherited_and_not_verified() -> None:
    old, new = profiles()
    assert (new.id, new.confidence.value, old.confidence.value) == (
        "SP4N_2025",
        "unverified",
        "secondary",
    )
    assert dict(new.settlement) == dict(old.settlement)
    assert profile_on(dt.date(2019, 1, 1)) is old
    assert profile_on(dt.date(1999, 1, 1)) is old


def test_seventy_two_hours_run_round_the_clock() -> None:
    at = dt.datetime.fromisoformat("2026-03-20T10:00+07:00")
    late = loose_clock(Clock.DATA_SUBJECT, at, at + dt.timedelta(hours=73))
    assert (late.status, late.to_dict()["strict"]) == (Status.LATE, "2026-03-23T10:00:00+07:00")
    with pytest.raises(ComplaintError):
        loose_clock(Clock.BREACH, at.replace(tzinfo=None), at)


def test_a_reading_says_where_its_length_stands(live: Live) -> None:
    told: dict[str, Any] = read(live())["K2s"].to_dict()
    assert told["citations"] == ["PermenPANRB 5/2025"]
    assert (told["confidence"], told["direction"], told["ended"]) == ("unverified", "office", None)


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))
OF_DAYS = [one for one in LENGTHS.values() if one.unit is not TimeUnit.HOUR]


@given(DAYS, st.sampled_from(OF_DAYS), st.integers(0, 400))
def test_the_strict_end_is_never_the_later(start: dt.date, length: Any, later: int) -> None:
    both, _ = readings_of(start, length, CALENDAR)
    assert start < both.strict <= both.lenient
    on = start + dt.timedelta(days=later)
    if both.status(on, Side.CITIZEN) is Status.LATE:
        assert both.status(on, Side.OFFICE) is Status.VERY_LATE
        assert on > both.lenient
    if on <= both.strict:
        assert both.status(on, Side.CITIZEN) is Status.ON_TIME
