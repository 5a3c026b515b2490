"""Every step of the table against everybody who may not take it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from pst_standards.complaints import Case, Event, Step, TransitionError, advance
from pst_standards.complaints.impartial import Officer, is_off
from pst_standards.complaints.parts import Handler
from pst_standards.complaints.payloads import PAYLOADS, Recorded
from pst_standards.complaints.transitions import TRANSITIONS

Live = Callable[..., Case]
Make = Callable[..., Event]
REVIEWED = ("issue_receipt", "review")
WAITING = (*REVIEWED, "declare_incomplete")
CLASSIFIED = (*REVIEWED, "classify")
ASSIGNED = (*CLASSIFIED, "declare_complete")
EXAMINED = (*ASSIGNED, "begin_examination")
FOLLOWED = (*ASSIGNED, "begin_follow_up")
DECIDED = (*FOLLOWED, ("decide", {"outcome": "answered"}))
DELIVERED = (*DECIDED, "deliver")
REOPENED = (*DELIVERED, "object")
APART = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
OWED = {"outcome": "answered", "award": {"amount": 5, "pay_by": "2026-06-01"}}
DONE = {"outcome": "answered", "actions": [{"id": "a1", "text": "Loket dibuka"}]}

BEFORE: dict[Step, tuple[tuple[Any, ...], dict[str, Any]]] = {
    Step.ISSUE_RECEIPT: ((), {}),
    Step.REVIEW: (("issue_receipt",), {}),
    Step.CLASSIFY: (REVIEWED, {}),
    Step.DECLARE_INCOMPLETE: (REVIEWED, {}),
    Step.COMPLETE: (WAITING, {"text": "Tidak ada masalah"}),
    Step.LAPSE: (WAITING, {}),
    Step.DECLARE_COMPLETE: (CLASSIFIED, {}),
    Step.TRANSFER: ((), {}),
    Step.REFER: ((), {}),
    Step.ARCHIVE: (REVIEWED, {}),
    Step.BEGIN_FOLLOW_UP: (ASSIGNED, {}),
    Step.BEGIN_EXAMINATION: (ASSIGNED, {}),
    Step.HEAR_SEPARATELY: ((*EXAMINED, APART), {"request": "h1"}),
    Step.HAND_OVER: (("request",), {"request": "r1", "documents": ["standar.pdf"]}),
    Step.DECIDE: (FOLLOWED, {"outcome": "answered"}),
    Step.DELIVER: (DECIDED, {}),
    Step.ACCEPT: (DELIVERED, {}),
    Step.OBJECT: (DELIVERED, {}),
    Step.CLOSE_UNANSWERED: (DELIVERED, {}),
    Step.REWORK: (REOPENED, {}),
    Step.WITHDRAW: ((), {}),
    Step.ESCALATE: ((), {}),
    Step.OPEN_TRACK: ((), {}),
    Step.REQUEST: ((), {}),
    Step.HEAR: ((), {}),
    Step.TAKE_EVIDENCE: ((), {}),
    Step.CARRY_OUT: ((*FOLLOWED, ("decide", DONE), "deliver"), {"action": "a1"}),
    Step.PAY_DAMAGES: ((*FOLLOWED, ("decide", OWED), "deliver"), {"amount": 5}),
    Step.REPORT_CONFLICT: ((), {"officer": "A5"}),
    Step.REASSIGN: (REVIEWED, {}),
    Step.SET_LIMIT: (EXAMINED, {"until": "2026-04-01"}),
    Step.ANNOUNCE: ((), {}),
}
"""What leads to each step but the filing, and what it is told with."""
DAYS = {Step.LAPSE: 60, Step.CLOSE_UNANSWERED: 30}
ACCUSED, IN_CONFLICT = "B1", "B2"
TOLD_OF = ("report_conflict", {"officer": IN_CONFLICT})
OFF = {
    "accused": Officer(ACCUSED),
    "accused, in small letters": Officer("b1"),
    "below the accused": Officer("C7", (ACCUSED.lower(),)),
    "in conflict": Officer(IN_CONFLICT),
    "below somebody in conflict": Officer("C8", ("X1", IN_CONFLICT)),
}


def ready(step: Step, live: Live) -> Case:
    return live(TOLD_OF, *BEFORE[step][0], filed={"accused": [ACCUSED]})


def tried(
    case: Case, step: Step, event: Make, *, desk: Officer | None = None, by: str = "", **more: Any
) -> str:
    """Return why a step is refused, empty where it happens."""
    at = case.log[-1].at + dt.timedelta(days=DAYS.get(step, 0), minutes=1)
    named = {**BEFORE[step][1], **more}
    try:
        advance(case, event(step.value, at, named, by=by), desk=desk)
    except TransitionError as error:
        return error.key
    return ""


def doers(step: Step) -> tuple[str, ...]:
    """Return who may stand in ``by`` of a step: an officer, unless it is the complainant's."""
    officers = () if "by_citizen" in TRANSITIONS[step].guards else ("A1",)
    return (*officers, *sorted(TRANSITIONS[step].others))


def test_the_table_here_has_every_step() -> None:
    assert set(BEFORE) == set(Step) - {Step.FILE}


@pytest.mark.parametrize("step", BEFORE, ids=lambda step: step.value)
def test_who_is_free_takes_a_step(step: Step, live: Live, event: Make) -> None:
    case = ready(step, live)
    for by in doers(step):
        assert tried(case, step, event, by=by, desk=Officer("A1", ("A0",))) == ""


@pytest.mark.parametrize("who", OFF.values(), ids=OFF)
@pytest.mark.parametrize("step", BEFORE, ids=lambda step: step.value)
def test_who_is_off_a_case_takes_no_step_by_any_door(
    step: Step, who: Officer, live: Live, event: Make
) -> None:
    case = ready(step, live)
    assert is_off(case, who)
    # At the desk, whoever is said to have done it.
    for by in doers(step):
        assert tried(case, step, event, by=by, desk=who) == "by.excluded"
    if who.superiors:
        return  # of somebody who only signs nobody is known above, see the next test
    assert tried(case, step, event, by=who.id) in {"by.excluded", "by.citizen"}
    if issubclass(PAYLOADS[step], Recorded):
        for by in doers(step):
            assert tried(case, step, event, by=by, recorded_by=who.id) == "by.excluded"


@pytest.mark.parametrize("step", BEFORE, ids=lambda step: step.value)
def test_who_was_given_the_case_below_the_accused_signs_no_step(
    step: Step, live: Live, event: Make
) -> None:
    case = ready(step, live)
    handler = Handler(officer="C7", superiors=("b1",))
    case = attrs.evolve(case, past_handlers=(*case.past_handlers, handler))
    assert tried(case, step, event, by="c7") == "by.excluded"
    if issubclass(PAYLOADS[step], Recorded):
        for by in doers(step):
            assert tried(case, step, event, by=by, recorded_by="C7") == "by.excluded"


@pytest.mark.parametrize("who", ["reporter", "proxy", "system"])
@pytest.mark.parametrize("step", BEFORE, ids=lambda step: step.value)
def test_nobody_but_an_officer_does_what_the_table_leaves_to_officers(
    step: Step, who: str, live: Live, event: Make
) -> None:
    expected = "" if who in TRANSITIONS[step].others else "by.step"
    assert tried(ready(step, live), step, event, by=who) == expected
    if expected:
        assert tried(ready(step, live), step, event, by=who.upper()) == expected


def test_where_somebody_else_may_do_a_step_who_wrote_it_down_is_told() -> None:
    # A filing names who received it on its receipt.
    told = {step for step, kind in PAYLOADS.items() if issubclass(kind, Recorded)}
    assert told == {step for step, row in TRANSITIONS.items() if row.others} - {Step.FILE}


def test_a_complaint_is_taken_in_by_anybody_whom_it_is_not_about(event: Make) -> None:
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    told = event("file", at, {"accused": [ACCUSED]}, by="reporter")
    for desk in (None, Officer("A1"), Officer("A1", ("X1", " "))):
        assert advance(None, told, desk=desk).accused == (ACCUSED,)
    for desk in (Officer(ACCUSED.lower()), Officer("C7", ("X1", ACCUSED))):
        with pytest.raises(TransitionError) as barred:
            advance(None, told, desk=desk)
        assert barred.value.key == "by.accused-files"
    with pytest.raises(TransitionError) as refused:
        advance(None, event("file", at, by="system"))
    assert refused.value.key == "by.step"


GIVEN = [
    step for step, kind in PAYLOADS.items() if {"handler", "examiner"} & {*attrs.fields_dict(kind)}
]


@pytest.mark.parametrize(
    ("handler", "key"),
    [
        ({"officer": "b1"}, "handler.conflict"),
        ({"officer": IN_CONFLICT}, "handler.conflict"),
        ({"officer": "C7", "superiors": ["b1"]}, "handler.subordinate"),
        ({"officer": "C8", "superiors": [IN_CONFLICT]}, "handler.subordinate"),
        ({"officer": "A4", "conflict": "Saudara"}, "handler.conflict"),
    ],
)
@pytest.mark.parametrize("step", GIVEN, ids=lambda step: step.value)
def test_nobody_who_is_off_is_given_a_case(
    step: Step, handler: dict[str, Any], key: str, live: Live, event: Make
) -> None:
    place = "handler" if hasattr(PAYLOADS[step], "handler") else "examiner"
    told: dict[str, Any] = {place: handler}
    assert tried(ready(step, live), step, event, **told) == key


AFTER_AN_OBJECTION: dict[Step, tuple[tuple[Any, ...], str]] = {
    Step.DECIDE: ((*REOPENED, "rework"), "handler.same"),
    Step.REWORK: (REOPENED, ""),
    Step.REASSIGN: (REOPENED, ""),
    Step.HEAR_SEPARATELY: ((*REOPENED, APART, ("rework", {"examination": True})), ""),
    Step.DELIVER: ((*REOPENED, "rework", "A9 decides"), ""),
}
"""Where whoever decided before may stand in ``by``, beside all that an open case takes."""
ANY_TIME = [
    *(Step.HAND_OVER, Step.WITHDRAW, Step.ESCALATE, Step.OPEN_TRACK, Step.REQUEST, Step.HEAR),
    *(Step.TAKE_EVIDENCE, Step.REPORT_CONFLICT, Step.ANNOUNCE, Step.CARRY_OUT, Step.PAY_DAMAGES),
]


def again(steps: tuple[Any, ...], live: Live, event: Make) -> Case:
    other = steps[-1] == "A9 decides"
    case = live(*(steps[:-1] if other else steps))
    if not other:
        return case
    at = case.log[-1].at + dt.timedelta(minutes=1)
    return advance(case, event("decide", at, {"outcome": "answered"}, by="A9"))


@pytest.mark.parametrize("step", AFTER_AN_OBJECTION, ids=lambda step: step.value)
def test_who_decided_before_does_not_decide_again(step: Step, live: Live, event: Make) -> None:
    steps, key = AFTER_AN_OBJECTION[step]
    case = again(steps, live, event)
    assert {"A1", "A2"} <= set(case.objected_to)  # who wrote it down, and who handled it
    for who in ("A1", "a1", "A2"):
        assert tried(case, step, event, by=who) == key
    assert tried(case, step, event, by="A9") == ""


@pytest.mark.parametrize("step", ANY_TIME, ids=lambda step: step.value)
def test_what_else_an_open_case_takes_is_open_to_who_decided(
    step: Step, live: Live, event: Make
) -> None:
    before = [one for one in BEFORE[step][0] if one not in FOLLOWED]
    decided = next((one for one in before if isinstance(one, tuple)), DECIDED[-1])
    asked = [one for one in before if one == "request"]
    case = live(*FOLLOWED, decided, "deliver", "object", *asked)
    for by in doers(step):
        assert tried(case, step, event, by=by, desk=Officer("A1")) == ""


def test_what_comes_before_a_decision_never_meets_who_decided() -> None:
    # So these have nobody to refuse for it.
    known = {*AFTER_AN_OBJECTION, *ANY_TIME, Step.FILE}
    for step in set(Step) - known:
        sources = {one.value for one in TRANSITIONS[step].sources}
        early = {"received", "reviewed", "awaiting_completion", "assigned"}
        assert sources <= early or sources == {"delivered"} or step is Step.SET_LIMIT


@pytest.mark.parametrize("step", [Step.REWORK, Step.REASSIGN], ids=lambda step: step.value)
def test_who_decided_before_is_not_given_the_case(step: Step, live: Live, event: Make) -> None:
    case = live(*REOPENED)
    for who in ("A1", "a2", "A2"):
        assert tried(case, step, event, handler={"officer": who}) == "handler.same"


def test_a_handler_who_decided_before_is_not_decided_for_by_somebody_else(
    live: Live, event: Make
) -> None:
    case = live(*REOPENED, "rework")
    case = attrs.evolve(case, handler=Handler(officer="a2"))
    assert tried(case, Step.DECIDE, event, by="A9") == "handler.same"


@pytest.mark.parametrize("stands", [True, False])
def test_whether_a_conflict_stands_is_not_for_whoever_is_in_it(
    live: Live, event: Make, *, stands: bool
) -> None:
    case, below = live(), Officer("C7", ("A5",))
    assert tried(case, Step.REPORT_CONFLICT, event, officer="A5", by="A5") == ""
    assert tried(case, Step.REPORT_CONFLICT, event, officer="A5", by="A1", stands=stands) == ""
    for who in (Officer("a5"), below):
        key = tried(case, Step.REPORT_CONFLICT, event, officer="A5", stands=stands, desk=who)
        assert key == "conflict.own"


def test_who_is_below_somebody_in_conflict_leaves_the_case(live: Live, after: Live) -> None:
    below = ("reassign", {"handler": {"officer": "B3", "superiors": ["S1"]}})
    case = live(*ASSIGNED, below, ("report_conflict", {"officer": "s1", "stands": True}))
    assert case.handler is None
    with pytest.raises(TransitionError) as refused:
        after(case, "begin_follow_up", by="B3")
    assert refused.value.key == "by.excluded"
    # Also where the superior was told of at another time.
    plain = ("reassign", {"handler": {"officer": "b3"}})
    told = ("report_conflict", {"officer": "S1"})
    assert live(*ASSIGNED, below, "reassign", plain, told).handler is None
    assert live(*ASSIGNED, below, ("report_conflict", {"officer": "S2"})).handler is not None
    cleared = live(*ASSIGNED, below, told, ("report_conflict", {"officer": "s1", "stands": False}))
    assert [(one.officer, one.stands) for one in cleared.conflicts] == [("s1", False)]
    assert not is_off(cleared, Officer("B3"))
