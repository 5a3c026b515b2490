"""The due list of the desk and its lights."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from pst_standards.complaints import State
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.desk_due import Light, due_of
from pst_standards.complaints.ladder import TOP, Rung
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.logs_as_records import record_of
from pst_standards.complaints.registers import Line
from pst_standards.complaints.states import ComplaintChannelKind, IdentityMode
from tests.complaints.desk.desk_forms import AT, NAME, form, ready

RECEIPT: dict[str, Any] = {
    "identity": True,
    "description": True,
    "place": "Meja",
    "received_at": AT.isoformat(),
    "officer": "A1",
    "signed": True,
}


def test_the_due_list_has_the_most_urgent_first(desk: Desk) -> None:
    late = desk.file(form(filed_at="2026-03-02T09:00+07:00", served_on="2026-03-01")).number
    soon = desk.file(form()).number
    desk.advance(desk.file(form()).number, "withdraw", {"voluntary": True})
    found = list(desk.due(dt.date(2026, 3, 12)))
    assert [one.line.number for one in found] == [late, soon]
    assert [one.light for one in found] == [Light.RED, Light.GREEN]
    assert [one.line.number for one in desk.due()] == [late, soon]
    told = found[0].to_dict()
    assert (told["clock"], told["days_left"], told["next_rung"]) == ("K2s", -7, "team")
    assert NAME not in str(told)


def promised(desk: Desk, *steps: tuple[str, dict[str, Any]]) -> str:
    """Take a complaint to the delivery of a decision that promises something."""
    number = ready(desk, damages_claimed=True, damages_cause="Telat")
    award = {"amount": 100, "pay_by": "2026-03-20"}
    actions = [{"id": "a1", "text": "Loket kedua"}]
    way: list[tuple[str, dict[str, Any]]] = [
        ("declare_complete", {"handler": {"officer": "A3"}}),
        ("begin_follow_up", {}),
        ("decide", {"outcome": "proven", "reasons": "x", "award": award, "actions": actions}),
        ("deliver", {"copy": "petikan.pdf"}),
    ]
    for step, data in (*way, *steps):
        desk.advance(number, step, data)
    return number


def lights(desk: Desk, *days: str) -> list[tuple[Light, int | None]]:
    found = [next(desk.due(dt.date.fromisoformat(day))) for day in days]
    return [(one.light, one.days_left) for one in found]


def test_damages_and_actions_that_are_late_are_red(desk: Desk) -> None:
    number = promised(desk)
    seen = lights(desk, "2026-03-11", "2026-03-20", "2026-03-21")
    assert seen == [(Light.GREEN, 9), (Light.AMBER, 0), (Light.RED, -1)]
    desk.advance(number, "pay_damages", {"amount": 100})
    line = desk.register.line(number)
    assert line is not None
    # Ten working days to react, over Lebaran; then only the action keeps the complaint open.
    assert (line.due_clock, line.due_strict) == (None, dt.date(2026, 3, 31))
    assert lights(desk, "2026-03-31", "2026-04-01") == [(Light.AMBER, 0), (Light.RED, -1)]
    desk.advance(number, "carry_out", {"action": "a1"})
    assert lights(desk, "2026-06-01") == [(Light.GREEN, None)]


def test_the_ombudsman_is_owed_an_answer_after_the_end_too(desk: Desk) -> None:
    done = ("carry_out", {"action": "a1"})
    number = promised(desk, ("pay_damages", {"amount": 100}), done, ("accept", {}))
    assert list(desk.due()) == []
    road = {"track": "ombudsman"}
    desk.advance(number, "open_track", road)
    desk.advance(number, "open_track", {**road, "stage": "explanation_asked"})
    (found,) = desk.due(dt.date(2026, 3, 30))
    assert (found.line.due_clock, found.light) == (Clock.EXPLANATION, Light.RED)
    desk.advance(number, "open_track", {**road, "stage": "explained"})
    assert list(desk.due(dt.date(2026, 3, 30))) == []


def test_what_is_owed_apart_from_the_complaint_stays_due_after_it(desk: Desk) -> None:
    number = ready(desk)
    desk.advance(number, "request", {"id": "d1", "kind": "own_data"})
    assert [one.line.due_clock for one in desk.due()] == [Clock.DATA_SUBJECT]
    desk.advance(number, "withdraw", {"voluntary": True})
    assert [one.line.due_clock for one in desk.due()] == [Clock.DATA_SUBJECT]
    desk.advance(number, "hand_over", {"request": "d1", "documents": ["data.pdf"]})
    assert list(desk.due()) == []


def test_a_line_and_the_rules_judge_the_same_decision_of_a_reopened_case(
    desk: Desk,
) -> None:
    start = AT + dt.timedelta(hours=1)
    desk = evolve(desk, now=lambda: AT + dt.timedelta(days=500))
    events: list[tuple[str, dict[str, Any], int]] = [
        ("issue_receipt", RECEIPT, 0),
        ("review", {"handler": {"officer": "A2"}}, 0),
        ("classify", {"complaint_class": "ordinary"}, 0),
        ("declare_complete", {"handler": {"officer": "A2"}}, 0),
        ("begin_follow_up", {}, 1),
        ("decide", {"outcome": "proven", "reasons": "x"}, 2),
        ("deliver", {"copy": "petikan.pdf", "notice": {"means": "letter"}}, 3),
        ("object", {"ground": "x"}, 5),
        ("rework", {"handler": {"officer": "A9"}}, 6),
        ("decide", {"outcome": "proven", "reasons": "x"}, 200),
        ("deliver", {"copy": "petikan.pdf", "notice": {"means": "letter"}}, 201),
    ]
    told = [
        {
            "step": step,
            "at": (start + dt.timedelta(days=days)).isoformat(),
            "by": "reporter" if step == "object" else "A9" if days == 200 else "A1",
            "data": data,
        }
        for step, data, days in events
    ]
    number = desk.file(form(events=told)).number
    line = desk.register.line(number)
    assert line is not None
    assert line.decided_on is not None
    assert line.decide_by is not None
    assert line.settled_on is not None
    assert line.settle_by is not None
    found = check_complaint(record_of(desk.register.events(number)), as_of=dt.date(2027, 3, 1))
    late = {one.rule for one in found.findings}
    assert line.decided_on > line.decide_by
    assert line.settled_on > line.settle_by
    assert late >= {"PGD-042", "PGD-043"}


LINE = Line(
    number="K-1",
    events=1,
    state=State.RECEIVED,
    channel=ComplaintChannelKind.LETTER,
    identity=IdentityMode.OPEN,
    filed_on=dt.date(2026, 3, 10),
    last_at=AT,
    due_clock=Clock.DECISION,
    due_strict=dt.date(2026, 5, 9),
    due_lenient=dt.date(2026, 6, 19),
)


@pytest.mark.parametrize(
    ("days", "light", "notice"),
    [
        (0, Light.GREEN, None),
        (44, Light.GREEN, None),
        (45, Light.AMBER, 75),
        (53, Light.AMBER, 75),
        (54, Light.AMBER, 90),
        (60, Light.AMBER, 90),
        (61, Light.RED, None),
        (-5, Light.GREEN, None),
    ],
)
def test_the_lights_of_sixty_days(days: int, light: Light, notice: int | None) -> None:
    found = due_of(LINE, dt.date(2026, 3, 10) + dt.timedelta(days=days))
    assert (found.light, found.notice) == (light, notice)
    assert found.tell_ombudsman is (light is Light.RED)


def test_the_light_of_what_is_nobodys_turn_or_cannot_be_counted() -> None:
    on = dt.date(2026, 12, 1)
    assert due_of(LINE._replace(due_clock=None, due_strict=None), on).light is Light.GREEN
    undated = LINE._replace(undated=True)
    assert due_of(undated, on).light is Light.RED
    unknown = undated._replace(due_clock=None, due_strict=None)
    assert due_of(unknown, on).light is Light.UNDATED
    assert due_of(LINE._replace(level=TOP), on).next_rung is Rung.OMBUDSMAN
    week = LINE._replace(due_clock=Clock.CONFLICT, due_strict=dt.date(2026, 3, 17))
    assert due_of(week, dt.date(2026, 3, 16)).percent == 85
