"""No complaint is lost to the figures, and every answer that is due has its day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Status
from pst_standards.complaints import Case, State, profile_on
from pst_standards.complaints.clocks import ClockReading, clock, loose_clock
from pst_standards.complaints.desk_due import Light, due_of
from pst_standards.complaints.information import (
    InformationEvent,
    advance_request,
    information_clocks,
)
from pst_standards.complaints.information_terms import InformationStep
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.registers.lines import line_of
from tests.complaints.rights_steps import CALENDAR, DELIVERED, FOLLOWED, READY, Live, asked


def reading(case: Case, which: Clock, on: dt.date) -> ClockReading:
    held = profile_on(dt.date(2026, 3, 10))
    found = clock(case, which, calendar=CALENDAR, profile=held, on=on)
    assert found is not None
    return found


def test_no_complaint_is_lost_to_the_figures_whatever_becomes_of_it(live: Live) -> None:  # H-M1
    ways: tuple[tuple[Any, ...], ...] = (
        ("refer",),
        ("transfer",),
        ("withdraw",),
        (*READY[:2], "archive"),
        DELIVERED,
        (*DELIVERED, "accept"),
    )
    about = {"accused": ["B1"]}
    lines = [
        line_of(live(*way, filed=about if way == ("refer",) else {}), calendar=CALENDAR)
        for way in ways
    ]
    recap = recap_of(lines, year=2026)
    assert recap.total == len(ways)
    assert sum(count for _, count in recap.ends) == len(ways) - 1
    told = live(
        *READY, "announce", ("announce", {"report": "rekap_b170"}), filed={"accused": ["B17"]}
    )
    assert told.announced == ("laporan-2026", "rekap_b170")


@pytest.mark.parametrize(
    ("which", "steps", "due"),
    [
        (Clock.FIRST_ANSWER, (), "2026-03-24"),
        (Clock.DECISION, READY, "2026-05-09"),
        (Clock.DELIVERY, (*FOLLOWED, "decide"), "2026-03-24"),
    ],
)
def test_an_answer_in_time_is_reckoned(  # H-P6
    which: Clock, steps: tuple[Any, ...], due: str, live: Live
) -> None:
    case, last = live(*steps), dt.date.fromisoformat(due)
    assert reading(case, which, last).status is Status.ON_TIME
    assert reading(case, which, last + dt.timedelta(days=1)).status is Status.LATE
    assert reading(case, which, last + dt.timedelta(days=60)).status is Status.VERY_LATE


def test_other_roads_do_not_end_the_one_of_the_office(live: Live, after: Live) -> None:  # H-P13
    for track in ("ombudsman", "dpr", "dprd", "ptun", "court", "police"):
        case = after(live(*READY), "open_track", {"track": track})
        assert case.state is State.ASSIGNED
        assert reading(case, Clock.DECISION, dt.date(2026, 5, 10)).status is Status.LATE


def test_a_data_subject_is_told_in_three_days(live: Live, after: Live) -> None:  # H-S1
    at = dt.datetime.fromisoformat("2026-03-20T10:00+07:00")
    for which in (Clock.BREACH, Clock.DATA_SUBJECT):
        assert loose_clock(which, at, at + dt.timedelta(hours=72)).status is Status.ON_TIME
        assert loose_clock(which, at, at + dt.timedelta(hours=73)).status is Status.LATE
    case = live(*READY, asked("own_data"))
    begun = case.log[-1].at.date()
    for days, status in ((3, Status.ON_TIME), (4, Status.LATE)):
        on = begun + dt.timedelta(days=days)
        assert reading(case, Clock.DATA_SUBJECT, on).status is status
    answer = {"request": "r9", "documents": ["data.pdf"]}
    late = after(case, "hand_over", answer, days=3)  # a minute too late
    assert reading(late, Clock.DATA_SUBJECT, begun).status is Status.LATE
    given = after(case, "hand_over", answer, days=2)
    found = reading(given, Clock.DATA_SUBJECT, begun + dt.timedelta(days=9))
    assert (found.status, found.running) == (Status.ON_TIME, False)


def test_what_is_asked_for_by_an_act_is_on_the_due_list(live: Live) -> None:  # H-S1, H-I1
    for kind, which, days in (
        ("own_data", Clock.DATA_SUBJECT, 3),
        ("information", Clock.INFORMATION, 14),
    ):
        # Everything else that the desk keeps ends later, or is told apart by its name.
        case = live(*DELIVERED, asked(kind))
        line = line_of(case, calendar=CALENDAR)
        assert line.due_clock is which
        assert line.due_strict is not None
        begun = line.due_strict - dt.timedelta(days=days)
        assert due_of(line, begun).percent == 0
        assert due_of(line, begun + dt.timedelta(days=1)).percent == 100 // days
        assert due_of(line, line.due_strict).percent == 100
        assert due_of(line, line.due_strict + dt.timedelta(days=1)).light is Light.RED


def test_silence_on_a_request_for_information_is_late(live: Live, after: Live) -> None:  # H-I1
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    sent = advance_request(
        None,
        InformationEvent(step=InformationStep.SUBMIT, at=at, by="reporter"),
        calendar=CALENDAR,
    )
    found = information_clocks(sent, calendar=CALENDAR, on=dt.date(2026, 4, 1))
    assert found[0].status is Status.LATE
    case = live(*READY, asked("information"))
    last = CALENDAR.add_working_days(case.log[-1].at.date(), 10)
    assert reading(case, Clock.INFORMATION, last).status is Status.ON_TIME
    assert reading(case, Clock.INFORMATION, last + dt.timedelta(days=1)).status is Status.LATE
    given = after(case, "hand_over", {"request": "r9", "documents": ["data.csv"]})
    assert not reading(given, Clock.INFORMATION, last).running
    # A question that was one from the start is as old as the complaint.
    idea = (*READY[:2], ("classify", {"complaint_class": "information"}))
    case = after(live(*idea), "request", {"id": "r9", "kind": "information"}, days=9)
    assert reading(case, Clock.INFORMATION, last).started == case.filed_at.date()
