"""Every step of the table: what it asks, what it changes, what it refuses."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from pst_standards.calendar import CalendarError
from pst_standards.complaints import (
    Case,
    ComplaintError,
    Event,
    EventError,
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

Live = Callable[..., Case]
Make = Callable[..., Event]
TOLD = {"means": "letter"}
ASSIGNED = ("issue_receipt", "review", "classify", "declare_complete")
FOLLOWED = (*ASSIGNED, "begin_follow_up")
SUPERVISORY = ("classify", {"complaint_class": "supervisory"})
ASPIRATION = ("issue_receipt", "review", ("classify", {"complaint_class": "aspiration"}))
AT_THE_DESK = ("issue_receipt", ("review", {"handler": {"officer": "A2", "pst_desk": True}}))
EXAMINED = ("issue_receipt", "review", SUPERVISORY, "declare_complete", "begin_examination")
DELIVERED = (*FOLLOWED, "decide", "deliver")
ONE_ACTION = ("decide", {"actions": [{"id": "a1", "text": "Loket kedua dibuka"}]})
DAMAGES = {"damages_claimed": True, "damages_cause": "Dokumen terlambat"}
HEARING = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})

REACHED: dict[str, tuple[Any, ...]] = {
    "received": (),
    "reviewed": ("issue_receipt", "review"),
    "awaiting_completion": ("issue_receipt", "review", "declare_incomplete"),
    "assigned": ASSIGNED,
    "followed_up": FOLLOWED,
    "examined": EXAMINED,
    "decided": (*FOLLOWED, "decide"),
    "delivered": DELIVERED,
    "reopened": (*DELIVERED, "object"),
    "closed": (*DELIVERED, "accept"),
    "transferred": ("transfer",),
    "archived": ("issue_receipt", "review", "archive"),
    "withdrawn": ("withdraw",),
}


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


REFUSED: list[tuple[str, tuple[Any, ...], dict[str, Any], str, dict[str, Any]]] = [
    ("receipt.incomplete", (), {}, "issue_receipt", {"signed": False}),
    ("receipt.incomplete", (), {}, "issue_receipt", {"received_at": None}),
    ("receipt.time", (), {}, "issue_receipt", {"received_at": "2026-03-10T08:59+07:00"}),
    ("receipt.time", (), {}, "issue_receipt", {"received_at": "2027-03-10T08:59+07:00"}),
    ("receipt.twice", ("issue_receipt",), {}, "issue_receipt", {}),
    ("receipt.missing", (), {}, "review", {}),
    ("handler.conflict", ("issue_receipt",), {"accused": ["A2"]}, "review", {}),
    (
        "handler.conflict",
        ("issue_receipt",),
        {},
        "review",
        {"handler": {"officer": "A2", "conflict": "Saudara"}},
    ),
    (
        "handler.subordinate",
        ("issue_receipt",),
        {"accused": ["B1"]},
        "review",
        {"handler": {"officer": "A2", "superiors": ["B1"]}},
    ),
    ("handler.missing", ("issue_receipt",), {}, "review", {"handler": {"officer": " "}}),
    ("missing.none", REACHED["reviewed"], {}, "declare_incomplete", {"missing": []}),
    ("notice.missing", REACHED["reviewed"], {}, "declare_incomplete", {"notice": None}),
    ("class.missing", REACHED["reviewed"], {}, "declare_complete", {}),
    ("parts.missing", ASSIGNED[:3], {"request": ""}, "declare_complete", {}),
    ("parts.missing", ASSIGNED[:3], {"reporter": ""}, "declare_complete", {}),
    ("parts.missing", ASSIGNED[:3], {"signed": False}, "declare_complete", {}),
    ("parts.missing", ASSIGNED[:3], {"proxy": True}, "declare_complete", {}),
    ("parts.missing", ASSIGNED[:3], {"damages_claimed": True}, "declare_complete", {}),
    ("parts.missing-anonymous", ASSIGNED[:3], {"identity": "anonymous"}, "declare_complete", {}),
    ("level.wrong", ASSIGNED[:3], {}, "declare_complete", {"level": 1}),
    ("level.wrong", ASSIGNED[:3], {"addressee": "provider"}, "declare_complete", {}),
    ("level.wrong", ASSIGNED[:3], {"accused_level": 2}, "declare_complete", {}),
    ("level.wrong", ASSIGNED[:3], {}, "declare_complete", {"level": 5}),
    (
        "handler.conflict",
        ASSIGNED[:3],
        {},
        "declare_complete",
        {"accused": ["A2"], "accused_level": 0},
    ),
    ("accused.level", ASSIGNED[:3], {}, "declare_complete", {"accused": ["B1"]}),
    (
        "accused.level",
        ASSIGNED[:3],
        {"accused": ["B1"], "accused_level": None},
        "declare_complete",
        {"level": 4},
    ),
    (
        "level.wrong",
        ASSIGNED[:3],
        {"accused": ["B1"], "accused_level": None},
        "declare_complete",
        {"accused_level": 2},
    ),
    ("accused.level", ASSIGNED[:3], {"accused": ["B2"]}, "declare_complete", {"accused": ["B1"]}),
    (
        "level.wrong",
        ASSIGNED[:3],
        {},
        "declare_complete",
        {"accused": ["B1"], "accused_level": 2},
    ),
    (
        "handler.desk",
        ("issue_receipt", "review", SUPERVISORY),
        {},
        "declare_complete",
        {"handler": {"officer": "A2", "pst_desk": True}},
    ),
    ("target.missing", (), {}, "transfer", {"target": ""}),
    ("notice.missing", (), {}, "transfer", {"notice": None}),
    ("referral.accused", (), {}, "refer", {}),
    ("referral.ground", ASPIRATION, {"accused": ["A7"]}, "refer", {}),
    ("notice.missing", (), {"accused": ["A7"]}, "refer", {"notice": None}),
    ("notice.missing", (), {"accused": ["A7"]}, "refer", {"notice": {"means": "unreachable"}}),
    ("handler.desk", AT_THE_DESK, {}, "classify", {"complaint_class": "supervisory"}),
    ("referral.missing", (), {}, "refer", {"referral": ""}),
    ("referral.ground", (), {}, "refer", {"ground": None}),
    ("referral.ground", ASSIGNED[:3], {}, "refer", {"ground": "supervisory"}),
    ("duplicate.unlinked", REACHED["reviewed"], {}, "archive", {"reason": "duplicate"}),
    ("examination.needed", (*EXAMINED[:4],), {}, "begin_follow_up", {}),
    ("hearing.open", (*ASSIGNED, HEARING), {}, "begin_follow_up", {}),
    ("hearing.open", (*EXAMINED, HEARING), {}, "decide", {}),
    ("hearing.ground", EXAMINED, {}, "request", {"id": "h", "kind": "separate_hearing"}),
    (
        "hearing.no-examination",
        FOLLOWED,
        {},
        "request",
        {"id": "h", "kind": "separate_hearing", "ground": "Diancam"},
    ),
    ("hearing.forced", EXAMINED, {}, "hear", {"voluntary": False}),
    ("request.unknown", EXAMINED, {}, "hear_separately", {"request": "h1"}),
    ("request.unknown", EXAMINED, {}, "hand_over", {"request": "r1", "documents": ["d"]}),
    ("request.known", ("request",), {}, "request", {}),
    ("documents.none", ("request",), {}, "hand_over", {"request": "r1"}),
    ("documents.open", (*FOLLOWED, "request"), {}, "decide", {}),
    ("evidence.missing", FOLLOWED, {}, "take_evidence", {"evidence": " "}),
    ("reasons.missing", FOLLOWED, {}, "decide", {"reasons": " "}),
    ("actions.unclear", FOLLOWED, {}, "decide", {"actions": [{"id": "a", "text": ""}]}),
    ("actions.unclear", FOLLOWED, {}, "decide", {"actions": [{"id": "a", "text": "x"}] * 2}),
    ("reported.unheard", FOLLOWED, {"accused": ["B1"]}, "decide", {}),
    ("handler.missing", (*FOLLOWED, "report_conflict"), {}, "decide", {}),
    ("damages.undecided", FOLLOWED, DAMAGES, "decide", {}),
    ("damages.amount", FOLLOWED, DAMAGES, "decide", {"award": {}}),
    ("damages.amount", FOLLOWED, DAMAGES, "decide", {"award": {"amount": -1}}),
    ("damages.reason", FOLLOWED, DAMAGES, "decide", {"award": {"amount": 0}}),
    ("damages.pay-by", FOLLOWED, DAMAGES, "decide", {"award": {"amount": 1}}),
    ("copy.missing", (*FOLLOWED, "decide"), {}, "deliver", {"copy": ""}),
    ("tasks.open", (*FOLLOWED, ONE_ACTION, "deliver"), {}, "accept", {}),
    ("task.unknown", DELIVERED, {}, "carry_out", {"action": "a1"}),
    ("damages.not-owed", DELIVERED, {}, "pay_damages", {"amount": 1}),
    ("reaction.running", DELIVERED, {}, "close_unanswered", {}),
    ("handler.same", REACHED["reopened"], {}, "rework", {"handler": {"officer": "A2"}}),
    ("withdrawal.forced", (), {}, "withdraw", {"voluntary": False}),
    (
        "withdrawal.public-interest",
        (
            "issue_receipt",
            "review",
            ("classify", {"complaint_class": "supervisory", "public_interest": True}),
        ),
        {},
        "withdraw",
        {},
    ),
    ("level.not-up", ASSIGNED, {}, "escalate", {"level": 2}),
    ("level.not-up", (), {"accused_level": 3}, "escalate", {"level": 3}),
    ("level.not-up", (), {}, "escalate", {"level": 6}),
    ("track.unopened", (), {}, "open_track", {"stage": "recommended"}),
    ("limit.outside", EXAMINED, {}, "set_limit", {"until": "2026-05-10"}),
    ("limit.outside", EXAMINED, {}, "set_limit", {"until": "2026-03-09"}),
]


@pytest.mark.parametrize(("key", "steps", "filed", "step", "data"), REFUSED)
def test_what_the_law_asks_first_is_refused_and_changes_nothing(
    key: str,
    steps: tuple[Any, ...],
    filed: dict[str, Any],
    step: str,
    data: dict[str, Any],
    live: Live,
    after: Live,
) -> None:
    case = live(*steps, filed=filed)
    before = (case.state, case.log)
    with pytest.raises(TransitionError) as refused:
        after(case, step, data)
    assert refused.value.key == key
    assert (case.state, case.log) == before
    assert all(refused.value.message(lang) for lang in ("id", "en"))


@pytest.mark.parametrize(
    ("key", "filed"),
    [
        ("text.empty", {"text": "  "}),
        ("service.later", {"served_on": "2026-03-11"}),
        ("fee.charged", {"fee": 5000}),
    ],
)
def test_a_filing_is_looked_through(key: str, filed: dict[str, Any], live: Live) -> None:
    with pytest.raises(TransitionError) as refused:
        live(filed=filed)
    assert refused.value.key == key


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


def test_time_does_not_go_back(live: Live, event: Make) -> None:
    case = live("issue_receipt")
    with pytest.raises(TransitionError) as refused:
        advance(case, event("review", case.log[-1].at - dt.timedelta(seconds=1)))
    assert refused.value.key == "time.back"
    assert "2026-" in str(refused.value)


def test_a_log_that_cannot_be_is_refused(event: Make) -> None:
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    for key, log in (
        ("log.empty", []),
        ("step.before-filing", [event("review", at)]),
        ("step.wrong-state", [event("file", at), event("decide", at)]),
        ("step.wrong-state", [event("file", at), event("file", at)]),
        ("time.back", [event("file", at), event("issue_receipt", at - dt.timedelta(1))]),
    ):
        with pytest.raises(TransitionError) as refused:
            replay(log)
        assert refused.value.key == key
    with pytest.raises(TransitionError):
        advance(None, event("review", at))


def test_a_year_without_data_is_no_answer(live: Live, after: Live) -> None:
    start = dt.datetime.fromisoformat("2027-12-20T09:00+07:00")
    received = {"received_at": "2027-12-20T09:00+07:00"}
    case = live(
        ("issue_receipt", received), *DELIVERED[1:], start=start, filed={"served_on": "2027-12-20"}
    )
    with pytest.raises(CalendarError):
        after(case, "object")


BAD: list[tuple[str, dict[str, Any]]] = [
    ("field.missing", {"at": None}),
    ("field.unknown", {"more": 1}),
    ("step.unknown", {"step": "explode"}),
    ("field.type", {"at": "yesterday"}),
    ("field.type", {"data": []}),
    ("field.type", {"data": {"number": 1, "channel": "letter", "text": "x"}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "fee": True}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "accused": "A"}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "served_on": 1}}),
    ("field.missing", {"data": {"number": "1", "channel": "letter"}}),
    ("field.unknown", {"data": {"number": "1", "channel": "letter", "text": "x", "nik": "3"}}),
    ("choice.unknown", {"data": {"number": "1", "channel": "pigeon", "text": "x"}}),
    ("choice.unknown", {"data": {"number": "1", "channel": ["letter"], "text": "x"}}),
    ("text.too-long", {"data": {"number": "1", "channel": "letter", "text": "x" * 10_000_000}}),
]


@pytest.mark.parametrize(("key", "wrong"), BAD)
def test_what_is_no_event_is_named_without_its_value(key: str, wrong: dict[str, Any]) -> None:
    good = {
        "step": "file",
        "at": "2026-03-10T09:00:00+07:00",
        "by": "reporter",
        "data": {"number": "1", "channel": "letter", "text": "x"},
    }
    assert Event.from_dict(good).to_dict() == good
    with pytest.raises(EventError) as refused:
        Event.from_dict({**good, **wrong})
    assert refused.value.key == key
    assert len(str(refused.value)) < 1000
    # A key that is not known may be a name in the wrong place.
    assert not {"more", "nik"} & {*str(refused.value.params.get("field", "")).split(".")}
    assert pickle.loads(pickle.dumps(refused.value)).key == key  # noqa: S301 - our own bytes


@pytest.mark.parametrize("good", ["199003142014101001", "siti.contoh", "A-1_b", "a@b.example"])
@pytest.mark.parametrize("bad", ["Siti Contoh", "A1\n", "-", "x" * 65, "A;1", "\u0661"])
def test_an_officer_is_told_by_a_short_id(good: str, bad: str, live: Live, after: Live) -> None:
    case = live("issue_receipt")
    for officer, fits in ((good, True), (bad, False)):
        for step, data, by in (
            ("review", {"handler": {"officer": officer}}, ""),
            ("review", {"handler": {"officer": "A2", "superiors": [officer]}}, ""),
            ("report_conflict", {"officer": officer}, ""),
            ("escalate", {}, officer),
        ):
            if fits:
                assert after(case, step, data, by=by).log
                continue
            with pytest.raises(EventError) as refused:
                after(case, step, data, by=by)
            assert refused.value.key == "officer.form"
            assert officer not in f"{refused.value.params}"
        if not fits:
            with pytest.raises(EventError):
                live(filed={"accused": [officer]})


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "C:\\x", "a\\b", "..", " ", "~x", "a\0b", "a\nb"]
)
def test_an_attachment_stays_in_its_folder(name: str, live: Live) -> None:
    with pytest.raises(EventError) as refused:
        live(filed={"attachments": [name]})
    assert refused.value.key == "attachment.path"


def test_an_event_made_in_python_is_looked_through_too(live: Live, event: Make) -> None:
    case = live()
    at = case.log[-1].at
    good = event("issue_receipt", at)
    naive = dt.datetime(2026, 3, 10, 9)  # noqa: DTZ001 - the point
    for key, bad in (
        ("data.other-step", Event(step=Step.REVIEW, at=at, by="A1", data=good.data)),
        ("time.naive", Event(step=good.step, at=naive, by="A1", data=good.data)),
        ("field.missing", Event(step=good.step, at=at, by=" ", data=good.data)),
        ("time.naive", event("issue_receipt", at, {"received_at": "2026-03-10T09:00"})),
    ):
        with pytest.raises(EventError) as refused:
            advance(case, bad)
        assert refused.value.key == key
    with pytest.raises(EventError):
        live(filed={"number": " "})
    long = event("file", at)
    object.__setattr__(long.data, "text", "x" * 200_000)
    with pytest.raises(EventError) as refused:
        advance(None, long)
    assert refused.value.key == "text.too-long"


@pytest.mark.parametrize("text", ["'; DROP TABLE events; --", "<script>alert(1)</script>"])
def test_what_is_written_is_kept_as_it_is(text: str, live: Live) -> None:
    assert live(filed={"text": text, "loss": text}).text == text


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
