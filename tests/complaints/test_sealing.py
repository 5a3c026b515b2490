"""What a referral to the whistleblowing system leaves, and who stays off the case after it."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest
from attrs import asdict, evolve

from pst_standards.calendar import Zone
from pst_standards.complaints import ComplaintError, Step, TransitionError, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.logs_as_records import record_of
from pst_standards.complaints.officers import mark_of
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy.views import Role
from pst_standards.documents.complaint_papers import receipt_document

AT = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
WORDS = ("Ruang Kepala", "K-2025/7", "OMB/77", "laporan-rahasia", "minta-itu", "Pindah ke")
FORM: dict[str, Any] = {
    "channel": "letter",
    "filed_at": AT.isoformat(),
    "text": "Meminta uang di loket",
    "place": "Ruang Kepala",
    "previous": "K-2025/7",
    "accused": ["Kepala-X"],
}
REFER = {
    "referral": "W-1",
    "ground": "own_superior",
    "notice": {"means": "unreachable", "reason": "Pindah ke rumah Kepala-X"},
}


@pytest.fixture
def desk() -> Desk:
    now = AT + dt.timedelta(hours=1)
    return Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: now)


@pytest.fixture
def number(desk: Desk) -> str:
    number = desk.file(dict(FORM)).number
    desk.issue_receipt(number)
    desk.advance(
        number, "review", {"handler": {"officer": "C3", "superiors": ["Atasan-Z", "Wakil-Y"]}}
    )
    desk.advance(number, "report_conflict", {"officer": "wakil-y"})
    desk.advance(number, "reassign", {"handler": {"officer": "A2"}})
    desk.advance(number, "report_conflict", {"officer": "B4", "stands": False})
    desk.advance(number, "open_track", {"track": "ombudsman", "reference": "OMB/77"})
    desk.advance(number, "request", {"id": "minta-itu", "kind": "documents"})
    desk.advance(number, "announce", {"report": "laporan-rahasia"})
    desk.advance(number, "refer", REFER)
    return number


def test_no_word_of_the_report_is_given_out(desk: Desk, number: str) -> None:
    desk.advance(number, "open_track", {"track": "ombudsman", "reference": "OMB/77-2"})
    case, log = desk.case(number), desk.events(number)
    seen = [
        repr(case),
        str(asdict(case)),
        *(str(desk.shown(number, role)) for role in Role),
        *(str(one.to_dict()) for one in log),
        repr(record_of(desk.register.events(number))),
        repr(receipt_document(case)),
        repr(desk.register.line(number)),
    ]
    for word in (*WORDS, "Kepala-X", "kepala-x", "Wakil-Y", "Atasan-Z", "own_superior"):
        assert [one for one in seen if word in one] == []
    assert (case.receipt and case.receipt.officer, case.referral) == ("A1", "W-1")
    assert replay(log[:-1]).log == case.log[:-1]
    assert [one.step for one in log][-2:] == [Step.REFER, Step.OPEN_TRACK]


OFF = ("Kepala-X", " kepala-x", "Wakil-Y", "C3")


@pytest.mark.parametrize("seat", OFF)
def test_who_was_off_the_case_does_nothing_in_it(desk: Desk, number: str, seat: str) -> None:
    theirs = evolve(desk, officer=seat.strip())
    for by in ("", "reporter"):
        with pytest.raises(TransitionError) as refused:
            theirs.advance(number, "open_track", {"track": "ombudsman", "stage": "ended"}, by=by)
        assert refused.value.key == "by.excluded"


def test_whoever_is_below_the_accused_does_nothing_either(desk: Desk, number: str) -> None:
    below = evolve(desk, officer="D9", superiors=("X1", "Kepala-X"))
    with pytest.raises(TransitionError):
        below.advance(number, "open_track", {"track": "ombudsman", "stage": "ended"})


def test_a_refusal_to_look_does_not_tell_whom_a_report_was_about(desk: Desk, number: str) -> None:
    def looked_at(seat: str) -> list[str]:
        theirs = evolve(desk, officer=seat.strip())
        shown = [theirs.shown(number, role) for role in Role]
        return [str(one) for one in (theirs.case(number), theirs.events(number), shown)]

    assert {str(looked_at(seat)) for seat in OFF} == {str(looked_at("A1"))}
    with pytest.raises(ComplaintError):
        evolve(desk, officer="Siti Contoh").case(number)


def test_a_step_that_cannot_be_does_not_tell_whom_a_report_was_about(
    desk: Desk, number: str
) -> None:
    def key_of(seat: str, at: dt.datetime) -> str:
        told = {"track": "court", "stage": "reported"}
        with pytest.raises(ComplaintError) as refused:
            evolve(desk, officer=seat.strip()).advance(number, "open_track", told, at=at)
        return refused.value.key

    for at in (AT, AT + dt.timedelta(hours=1)):
        assert {key_of(seat, at) for seat in (*OFF, "A1")} == {key_of("A2", at)}


def test_nothing_that_a_desk_gives_out_can_be_matched_with_an_officer(
    desk: Desk, number: str
) -> None:
    marks = {mark_of(number, seat) for seat in OFF}
    assert replay(desk.register.events(number)).barred >= marks
    told = {"track": "ombudsman", "stage": "ended"}
    taken = desk.file({**FORM, "number": "K-9", "events": [*_steps_to_referral()]})
    for case in (desk.case(number), desk.advance(number, "open_track", told), taken.case):
        assert case.barred == frozenset()
        seen = f"{case!r} {asdict(case)} {pickle.dumps(case)!r}"
        assert [mark for mark in marks if mark in seen] == []
    assert replay(desk.register.events("K-9")).barred == {mark_of("K-9", "Kepala-X")}


def _steps_to_referral() -> list[dict[str, Any]]:
    receipt = {"identity": True, "description": True, "place": "Meja", "officer": "A1"}
    told: list[tuple[str, dict[str, Any]]] = [
        ("issue_receipt", {**receipt, "received_at": AT.isoformat(), "signed": True}),
        ("review", {"handler": {"officer": "A2"}}),
        ("refer", REFER),
    ]
    return [{"step": step, "at": AT.isoformat(), "by": "A1", "data": data} for step, data in told]


@pytest.mark.parametrize("seat", ["A1", "A2", "B4"])
def test_others_still_see_that_it_was_referred(desk: Desk, number: str, seat: str) -> None:
    told = evolve(desk, officer=seat).shown(number, "officer")
    assert told["log"][-1]["step"] == "refer"
    after = evolve(desk, officer=seat).advance(
        number, "open_track", {"track": "ombudsman", "stage": "ended"}
    )
    assert after.tracks[-1].stage.value == "ended"
