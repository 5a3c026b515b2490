"""PGD-047: the accused, those in conflict, and those below them do nothing in a complaint."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints.checks import check_complaint

Hit = tuple[str, int]


def event(step: str, by: str = "A1", **data: Any) -> dict[str, Any]:
    return {"step": step, "at": "2026-03-10T09:00+07:00", "by": by, "data": data}


def conflict(officer: str, stands: bool | None = None, by: str = "A1") -> dict[str, Any]:
    told = {} if stands is None else {"stands": stands}
    return event("report_conflict", by, officer=officer, **told)


def review(officer: str, *superiors: str) -> dict[str, Any]:
    return event("review", handler={"officer": officer, "superiors": list(superiors)})


def found(*events: dict[str, Any], accused: tuple[str, ...] = ()) -> list[Hit]:
    record = {
        "filed_at": "2026-03-10T08:00+07:00",
        "accused": list(accused),
        "events": list(events),
    }
    report = check_complaint(record, as_of=dt.date(2026, 3, 10))
    assert report.coverage.failed == ()
    return [(one.variant, int(one.pointer[1])) for one in report.of("PGD-047")]


@pytest.mark.parametrize(
    "taken",
    [
        event("review", "A7"),
        event("open_track", "a7 ", track="ombudsman"),
        event("withdraw", "reporter", voluntary=True, recorded_by="A7"),
        event("lapse", "system", recorded_by="A7"),
        event("complete", "proxy", text="Tidak ada masalah", recorded_by="A7"),
    ],
)
def test_a_step_that_the_accused_took_or_wrote_down_is_found(taken: dict[str, Any]) -> None:
    assert found(taken, accused=("A7",)) == [("step", 0)]
    assert found(taken, accused=("A8",)) == []


@pytest.mark.parametrize("who", ["reporter", "proxy", "system"])
def test_who_is_no_officer_is_no_accused_officer(who: str) -> None:
    assert found(event("object", who), accused=("reporter", "proxy", "system")) == []


@pytest.mark.parametrize("stands", [None, True])
def test_who_is_in_conflict_is_neither_handler_nor_at_work(stands: bool | None) -> None:
    assert found(conflict("B1", stands), review("B1")) == [("conflict", 1)]
    assert found(conflict("B1", stands), event("decide", "b1")) == [("step", 1)]


def test_a_conflict_that_does_not_stand_holds_nobody_back() -> None:
    freed = conflict("B1", stands=False)
    assert found(conflict("B1"), freed, review("b1"), event("decide", "B1")) == []
    again = [conflict("b1", stands=True), review("B1")]
    assert found(freed, *again) == [("conflict", 2)]


def test_a_conflict_is_reported_but_not_dismissed_by_whose_it_is() -> None:
    assert found(conflict("B1", by="B1")) == []
    assert found(conflict("B1", stands=False, by="B1")) == [("step", 0)]
    assert found(conflict("", stands=False, by="B1")) == []


def test_what_was_done_before_somebody_was_named_is_no_fault() -> None:
    named = event("declare_complete", accused=["B1"], handler={"officer": "A2"})
    assert found(review("B1"), event("classify", "B1"), named) == []
    assert found(named, event("begin_follow_up", "B1")) == [("step", 1)]


def test_who_is_named_is_not_given_the_case_by_the_same_event() -> None:
    named = event("declare_complete", accused=["B1"], handler={"officer": "b1"})
    assert found(named) == [("accused", 0)]


def test_who_is_below_such_a_one_is_as_far_off() -> None:
    assert found(review("C1", "B1"), accused=("B1",)) == [("subordinate", 0)]
    assert found(conflict("B1"), review("C1", "b1")) == [("subordinate", 1)]
    given = review("C1", "B1")
    late = event("begin_follow_up", "C1")
    assert found(given, conflict("B1", stands=True), late) == [("step", 2)]
    assert found(given, conflict("B1", stands=False, by="C1")) == [("step", 1)]
    assert found(given, conflict("B1", stands=False), late) == []
