"""What the law asks first is refused, and changes nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints import TransitionError, advance, replay
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

ASPIRATION = ("issue_receipt", "review", ("classify", {"complaint_class": "aspiration"}))
AT_THE_DESK = ("issue_receipt", ("review", {"handler": {"officer": "A2", "pst_desk": True}}))
ONE_ACTION = ("decide", {"actions": [{"id": "a1", "text": "Loket kedua dibuka"}]})
DAMAGES = {"damages_claimed": True, "damages_cause": "Dokumen terlambat"}
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
