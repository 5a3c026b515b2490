"""How cases live: the states they reach, who works on them, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from pst_standards.calendar import CalendarError
from pst_standards.complaints import (
    ComplaintError,
    State,
    Step,
    TransitionError,
    advance,
    possible,
    replay,
)
from pst_standards.complaints.guards import GUARDS
from pst_standards.complaints.states import ComplaintChannelKind, IdentityMode
from pst_standards.complaints.transitions import TRANSITIONS
from tests.complaints.steps_so_far import (
    ASSIGNED,
    DELIVERED,
    EXAMINED,
    FOLLOWED,
    HEARING,
    REACHED,
    SUPERVISORY,
    Live,
    Make,
)


@pytest.mark.parametrize(("state", "steps"), REACHED.items())
def test_every_state_is_reached(state: str, steps: tuple[Any, ...], live: Live) -> None:
    assert live(*steps).state is State(state)


def test_what_is_not_completed_in_the_longest_time_is_deemed_withdrawn(
    live: Live, after: Live
) -> None:
    waiting = live("issue_receipt", "review", "declare_incomplete")
    with pytest.raises(TransitionError, match="belum habis"):
        after(waiting, "lapse", days=35)  # thirty calendar days have passed, thirty working not
    assert after(waiting, "lapse", days=60).state is State.DEEMED_WITHDRAWN


def test_a_late_completion_is_still_taken(live: Live, after: Live) -> None:
    waiting = live("issue_receipt", "review", "declare_incomplete", filed={"request": ""})
    done = after(waiting, "complete", {"request": "Data", "attachments": ["a.pdf"]}, days=70)
    assert (done.state, done.request, done.attachments) == (State.REVIEWED, "Data", ("a.pdf",))


@pytest.mark.parametrize("state", [one for one in State if one.is_terminal])
def test_a_case_that_ended_takes_another_road_or_what_outlasts_it_and_nothing_else(
    state: State, live: Live, after: Live
) -> None:
    if state is State.DEEMED_WITHDRAWN:
        case = after(live("issue_receipt", "review", "declare_incomplete"), "lapse", days=60)
    else:
        case = live(*REACHED[state.value])
    assert set(possible(case)) == {Step.OPEN_TRACK, Step.REQUEST}
    asked = after(case, "request", {"id": "r-1", "kind": "own_data"}, days=1)
    assert Step.HAND_OVER in possible(asked)
    assert after(case, "open_track").state is state
    with pytest.raises(TransitionError, match="tidak dapat dilakukan"):
        after(case, "withdraw")


def test_the_zone_is_that_of_the_office_or_of_the_filing(event: Make) -> None:
    abroad = dt.datetime.fromisoformat("2026-03-10T02:00+00:00")
    with pytest.raises(TransitionError) as refused:
        advance(None, event("file", abroad))
    assert refused.value.key == "zone.unknown"
    case = advance(None, event("file", abroad, {"zone": "WIT"}))
    assert case.day(dt.datetime.fromisoformat("2026-03-10T15:30+00:00")) == dt.date(2026, 3, 11)
    with pytest.raises(ComplaintError):
        replay([event("file", abroad)]).day(abroad)


@pytest.mark.parametrize("step", ["complete", "accept", "object", "withdraw", "request"])
def test_what_is_the_complainants_to_do_no_officer_does(step: str, live: Live, after: Live) -> None:
    waiting = live("issue_receipt", "review", "declare_incomplete")
    case = waiting if step == "complete" else live(*DELIVERED)
    with pytest.raises(TransitionError) as refused:
        after(case, step, by="A1")
    assert refused.value.key == "by.citizen"
    assert after(case, step, by="proxy").log[-1].by == "proxy"


def test_silence_closes_a_case_when_everything_is_done_and_paid(live: Live, after: Live) -> None:
    award = {"amount": 100, "pay_by": "2026-06-01"}
    action = [{"id": "a1", "text": "Loket kedua"}, {"id": "a2", "text": "Pelatihan"}]
    case = live(*FOLLOWED, ("decide", {"award": award, "actions": action}), "deliver")
    with pytest.raises(TransitionError) as refused:
        after(case, "close_unanswered", by="system", days=30)
    assert refused.value.key == "tasks.open"
    case = after(case, "carry_out", {"action": "a1"})
    case = after(case, "carry_out", {"action": "a2", "refused": "Anggaran belum ada"})
    with pytest.raises(TransitionError) as refused:
        after(case, "close_unanswered", by="system", days=30)
    assert refused.value.key == "damages.open"
    case = after(case, "pay_damages", {"amount": 60})
    assert case.damages_open
    case = after(after(case, "pay_damages", {"amount": 40}), "close_unanswered", days=30)
    assert (case.state, case.automatic, case.paid) == (State.CLOSED, True, 100)


def test_who_reacts_too_late_is_told_so(live: Live, after: Live) -> None:
    case = live(*DELIVERED)
    assert after(case, "object", days=20).state is State.REOPENED  # ten working days, over Lebaran
    with pytest.raises(TransitionError) as refused:
        after(case, "object", days=40)
    assert refused.value.key == "reaction.over"


def test_a_case_that_is_opened_again_goes_to_somebody_else(live: Live, after: Live) -> None:
    again = after(live(*DELIVERED, "object"), "rework")
    assert (again.state, again.reopened) == (State.FOLLOWED_UP, 1)
    examined = after(live(*DELIVERED, "object"), "rework", {"examination": True})
    assert examined.state is State.EXAMINED
    with pytest.raises(TransitionError) as same:
        after(again, "decide", {"outcome": "not_proven"})
    assert same.value.key == "handler.same"  # A1 wrote the first decision down
    decided = after(again, "decide", {"outcome": "not_proven"}, by="A9")
    assert [one.outcome.value for one in decided.decisions] == ["proven", "not_proven"]
    both = ("hear", ("hear", {"party": "reporter", "record": "BAP-P"}))
    supervisory = live(*EXAMINED, *both, "decide", "deliver", "object")
    with pytest.raises(TransitionError) as refused:
        after(supervisory, "rework")
    assert refused.value.key == "examination.needed"


def test_who_decided_does_not_come_back_by_way_of_somebody_else(live: Live, after: Live) -> None:
    back = {"handler": {"officer": "A2"}}
    reopened = live(*DELIVERED, "object")
    for case in (
        reopened,
        after(reopened, "reassign"),
        after(reopened, "rework"),
        after(after(reopened, "rework"), "reassign"),
    ):
        for step in ("reassign", "rework"):
            with pytest.raises(TransitionError) as refused:
                after(case, step, back)
            assert refused.value.key in {"handler.same", "step.wrong-state"}
    # Whoever only took the case over after the objection has decided nothing yet.
    assert after(after(reopened, "reassign"), "rework", {"handler": {"officer": "A5"}}).reopened
    assert after(live(*DELIVERED), "reassign", back).handler is not None


def test_who_is_in_conflict_leaves_the_case(live: Live, after: Live) -> None:
    case = live(*FOLLOWED, "report_conflict")
    assert case.handler is None
    assert case.excluded == {"A2"}
    with pytest.raises(TransitionError):
        after(case, "reassign", {"handler": {"officer": "A2"}})
    cleared = after(case, "report_conflict", {"stands": False})
    assert cleared.excluded == frozenset()
    assert cleared.conflicts[0].reported_at == case.conflicts[0].reported_at
    assert after(cleared, "reassign", {"handler": {"officer": "A2"}}).handler is not None


def test_a_level_that_the_filing_left_out_is_stated_when_the_file_is_complete(
    live: Live, after: Live
) -> None:
    case = live(*ASSIGNED[:3], filed={"accused": ["B1"], "accused_level": None})
    assert case.accused_level is None
    named = after(case, "declare_complete", {"accused_level": 2, "level": 3})
    assert (named.accused, named.accused_level, named.level) == (("B1",), 2, 3)
    assert after(case, "escalate", {"level": 1}).level == 1
    nobody = live(*ASSIGNED[:3], filed={"accused_level": None})
    assert after(nobody, "declare_complete").accused_level is None


def test_an_accused_who_is_named_late_has_a_level_too(live: Live, after: Live) -> None:
    case = live(*ASSIGNED[:3], filed={"accused": ["B1"]})
    head = {"accused": ["KEPALA"], "accused_level": 2, "level": 3}
    named = after(case, "declare_complete", head)
    assert (named.accused, named.accused_level, named.level) == (("B1", "KEPALA"), 2, 3)
    # The level of whoever was named before stays, and they are not asked for again.
    again = live(*ASSIGNED[:3], filed={"accused": ["B1"], "accused_level": 2})
    told = {"accused": ["b1"], "level": 3}
    assert after(again, "declare_complete", told).accused_level == 2
    with pytest.raises(TransitionError) as refused:
        after(again, "declare_complete", {"accused": ["B3"], "accused_level": 0, "level": 2})
    assert refused.value.key == "level.wrong"
    with pytest.raises(TransitionError):
        after(attrs.evolve(named, level=0), "escalate", {"level": 2})


def test_who_was_unknown_and_tells_a_name_is_known_in_secret(live: Live, after: Live) -> None:
    unknown = {"identity": "anonymous", "reporter": ""}
    case = live("issue_receipt", "review", "classify", "declare_incomplete", filed=unknown)
    silent = after(case, "complete", {"text": "Antrean lima jam"})
    assert silent.identity is IdentityMode.ANONYMOUS
    with pytest.raises(TransitionError) as refused:
        after(silent, "declare_complete")
    assert refused.value.key == "parts.missing-anonymous"
    named = after(case, "complete", {"reporter": "ref-2"})
    assert named.identity is IdentityMode.SECRET
    assert after(named, "declare_complete").state is State.ASSIGNED
    known = live("issue_receipt", "review", "declare_incomplete", filed={"identity": "open"})
    assert after(known, "complete", {"reporter": "ref-2"}).identity is IdentityMode.OPEN


def test_what_was_asked_for_and_given_no_longer_waits(live: Live, after: Live) -> None:
    case = live(*EXAMINED, HEARING, "request")
    heard = after(case, "hear_separately", {"request": "h1"})
    given = after(heard, "hand_over", {"request": "r1", "documents": ["standar.pdf"]})
    assert after(given, "decide").state is State.DECIDED


def test_a_limit_of_the_examiner_lies_inside_that_of_the_law(live: Live, after: Live) -> None:
    assert after(live(*EXAMINED), "set_limit", {"until": "2026-04-30"}).own_limit == dt.date(
        2026, 4, 30
    )


def test_nothing_of_a_report_is_left_in_a_case_that_was_referred(live: Live, after: Live) -> None:
    case = live(
        "issue_receipt", "review", SUPERVISORY, filed={"accused": ["B1"], "accused_level": 1}
    )
    case = after(case, "refer", {"ground": "supervisory"})
    assert (case.state, case.referral, case.sealed) == (State.TRANSFERRED, "WBS-1", True)
    assert (case.text, case.loss, case.accused, case.handler) == ("", "", (), None)
    assert "Antrean" not in repr(case)


def test_a_mandate_and_a_lawful_secret_complete_a_file(live: Live) -> None:
    proxy = {"proxy": True, "mandate": "surat-kuasa.pdf"}
    secret = {"identity": "anonymous", "reporter": "", "secrecy_ground": "Takut dibalas"}
    spoken = {"signed": False, "oral": True, "identity": "secret"}
    for filed in (proxy, secret, spoken):
        assert live(*ASSIGNED, filed=filed).state is State.ASSIGNED


def test_a_suggestion_needs_no_parts(live: Live) -> None:
    idea = ("classify", {"complaint_class": "aspiration"})
    bare = {"reporter": "", "request": "", "place": "", "signed": False}
    assert live("issue_receipt", "review", idea, "declare_complete", filed=bare).level == 2


def test_another_road_never_ends_the_case(live: Live, after: Live) -> None:
    case = after(live(*FOLLOWED), "open_track", {"track": "ptun"})
    assert after(case, "decide").state is State.DECIDED


def test_a_year_without_data_is_no_answer(live: Live, after: Live) -> None:
    start = dt.datetime.fromisoformat("2027-12-20T09:00+07:00")
    received = {"received_at": "2027-12-20T09:00+07:00"}
    case = live(
        ("issue_receipt", received), *DELIVERED[1:], start=start, filed={"served_on": "2027-12-20"}
    )
    with pytest.raises(CalendarError):
        after(case, "object")


def test_every_guard_is_used_and_every_step_numbered() -> None:
    used = {name for row in TRANSITIONS.values() for name in row.guards}
    assert used == GUARDS.keys()
    assert TRANSITIONS.keys() == set(Step)
    assert [one.number for one in Step if one.number[0] == "T"] == [
        f"T{number:02}" for number in range(1, 25)
    ]


def test_channels_make_a_tree() -> None:
    children = [one for branch in ComplaintChannelKind for one in branch.children]
    assert all(one.parent and one.parent.parent is None for one in children)
    assert len(children) == 6
