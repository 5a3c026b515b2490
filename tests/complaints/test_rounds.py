"""What comes a second time, after a completion or an objection, is judged like the first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints.checks import check_complaint
from pst_standards.findings import Pointer, Severity

Hit = tuple[str, Pointer]
FILED = "2026-03-10"
LATER = "2026-12-20"
DESK: dict[str, Any] = {"handler": {"officer": "A2", "pst_desk": True}}
OTHER: dict[str, Any] = {"handler": {"officer": "A3"}}


def event(step: str, day: str = FILED, **data: Any) -> dict[str, Any]:
    return {"step": step, "at": f"{day}T09:00+07:00", "by": "A1", "data": data}


def found(rule: str, *events: dict[str, Any], on: str = LATER) -> list[Hit]:
    told = {"filed_at": f"{FILED}T09:00+07:00", "channel": "letter", "events": list(events)}
    report = check_complaint(told, as_of=dt.date.fromisoformat(on))
    assert report.coverage.failed == ()
    return [(one.message_key, one.pointer) for one in report.of(rule)]


FIRST = (
    event("classify", complaint_class="ordinary"),
    event("declare_complete"),
    event("decide", outcome="proven"),
    event("deliver", copy="salinan.pdf"),
    event("object", "2026-03-12"),
    event("rework", "2026-03-12", **OTHER),
)


def test_what_was_completed_waits_for_an_answer_of_its_own() -> None:
    turns = (event("declare_incomplete"), event("complete", "2026-03-12"))
    assert found("PGD-040", *turns, on="2026-03-26") == []
    assert found("PGD-040", *turns, on="2026-03-27") == [("PGD-040.late", ("events", 1))]
    assert found("PGD-040", *turns) == [("PGD-040.very_late", ("events", 1))]
    answered = event("declare_complete", "2026-03-26")
    assert found("PGD-040", *turns, answered) == []
    late = event("declare_complete", "2026-03-27")
    assert found("PGD-040", *turns, late) == [("PGD-040.late", ("events", 2))]


def test_both_answers_can_be_late() -> None:
    turns = (
        event("declare_incomplete", "2026-03-25"),
        event("complete", "2026-03-26"),
        event("declare_incomplete", "2026-12-01"),
        event("declare_complete", "2026-12-02"),
    )
    late = [("PGD-040.late", ("events", 0)), ("PGD-040.very_late", ("events", 2))]
    assert found("PGD-040", *turns) == late


def test_a_complaint_that_was_opened_again_and_never_decided_is_late() -> None:
    for rule in ("PGD-042", "PGD-043", "PGD-059"):
        assert found(rule, *FIRST, on="2026-03-13") == []
        assert found(rule, *FIRST[:4]) == []
    assert found("PGD-042", *FIRST) == [("PGD-042", ("filed_at",))]
    assert found("PGD-043", *FIRST) == [("PGD-043.very_late", ("events", 1))]
    assert found("PGD-059", *FIRST) == [("PGD-059", ("events", 1))]


def test_a_second_decision_that_comes_late_is_late() -> None:
    second = (event("decide", "2026-12-01", outcome="proven"), event("deliver", "2026-12-02"))
    assert found("PGD-042", *FIRST, *second) == [("PGD-042", ("events", 7))]
    assert found("PGD-043", *FIRST, *second) == [("PGD-043.very_late", ("events", 6))]
    assert found("PGD-059", *FIRST, *second) == [("PGD-059", ("events", 1))]
    told = event("escalate", "2026-06-01", level=4, ombudsman_told=True)
    assert found("PGD-059", *FIRST, told, *second) == []
    in_time = (event("decide", "2026-03-16", outcome="proven"), event("deliver", "2026-03-17"))
    for rule in ("PGD-042", "PGD-043", "PGD-059"):
        assert found(rule, *FIRST, *in_time) == []


def test_an_objection_after_the_sixty_days_is_no_fault_of_the_office() -> None:
    turns = (
        event("declare_complete"),
        event("decide", "2026-05-08", outcome="proven"),
        event("deliver", "2026-05-09"),
        event("object", "2026-05-11"),
        event("decide", "2026-12-01", outcome="proven"),
    )
    assert found("PGD-043", *turns) == [("PGD-043.reopened", ("events", 4))]
    report = check_complaint(
        {"filed_at": f"{FILED}T09:00+07:00", "events": list(turns)}, as_of=dt.date(2026, 12, 20)
    )
    assert [one.severity for one in report.of("PGD-043")] == [Severity.WARNING]


def test_an_objection_that_another_cut_short_is_no_round() -> None:
    again = event("object", "2026-03-13")
    assert found("PGD-043", *FIRST, again) == [("PGD-043.very_late", ("events", 1))]


@pytest.mark.parametrize("step", ["transfer", "refer", "archive", "withdraw"])
def test_what_ended_needs_no_word_of_the_ombudsman(step: str) -> None:
    assert found("PGD-059", event("declare_complete"), event(step, "2026-03-12")) == []


def test_what_is_called_supervisory_later_is_not_for_the_desk_either() -> None:
    ordinary = event("classify", complaint_class="ordinary")
    grave = event("classify", complaint_class="supervisory")
    complete = event("declare_complete", **DESK)
    assert found("PGD-032", ordinary, grave, complete) == [("PGD-032", ("events", 2))]
    assert found("PGD-032", grave, ordinary, complete) == []
    assert found("PGD-032", ordinary, grave, event("declare_complete", **OTHER)) == []


def test_the_desk_does_not_keep_what_turns_out_to_be_supervisory() -> None:
    kept = (event("review", **DESK), event("classify", complaint_class="supervisory"))
    assert found("PGD-032", *kept, on=FILED) == []
    assert found("PGD-032", *kept) == [("PGD-032", ("events", 1))]
    assert found("PGD-032", *kept, event("declare_incomplete")) == [("PGD-032", ("events", 1))]
    for end in ("refer", "transfer"):
        assert found("PGD-032", *kept, event(end)) == []
    assert found("PGD-032", *kept, event("reassign", **OTHER)) == []
    ordinary = event("classify", complaint_class="ordinary")
    assert found("PGD-032", *kept, ordinary) == []


def test_a_file_that_waits_for_who_complains_is_not_settled_late() -> None:
    asked = (event("classify", complaint_class="ordinary"), event("declare_incomplete"))
    assert found("PGD-042", *asked, on="2026-04-20") == []
    assert found("PGD-042", *asked, event("lapse", "2026-04-30")) == []
    done = (*asked, event("complete", "2026-04-20"))
    assert found("PGD-042", *done, on="2026-05-08") == []
    assert found("PGD-042", *done) == [("PGD-042", ("filed_at",))]
    assert found("PGD-042", *done, event("deliver", "2026-05-08")) == []
