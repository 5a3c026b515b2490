"""What a complainant is owed whatever became of the complaint: own data and information."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints import TransitionError
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.register_checks import check_register
from pst_standards.complaints.registers import MemoryRegister

NOTICE = {"means": "letter"}
FORM = {
    "channel": "letter",
    "text": "Antrean tiga jam tanpa kabar",
    "identity": "anonymous",
    "accused": ["B7"],
    "accused_level": 0,
}
ENDS: dict[str, dict[str, Any]] = {
    "archive": {"reason": "spam", "notice": NOTICE},
    "transfer": {"target": "Dinas Kependudukan", "notice": NOTICE},
    "refer": {"referral": "W-1", "ground": "own_superior", "notice": NOTICE},
    "withdraw": {"voluntary": True},
}


class Office:
    """A desk whose clock is set by hand."""

    def __init__(self) -> None:
        self.at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
        self.desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: self.at)
        self.number = self.desk.file(dict(FORM)).number
        self.desk.issue_receipt(self.number, place="Meja")
        self.step("review", handler={"officer": "A2"}, notice=NOTICE)

    def step(self, name: str, **data: Any) -> None:
        self.desk.advance(self.number, name, data)

    def days_later(self, days: int) -> None:
        self.at += dt.timedelta(days=days)

    def due(self) -> list[tuple[str, str | None]]:
        listed = self.desk.due(self.at.date())
        clocks = ((one.light.value, one.line.due_clock) for one in listed)
        return [(light, clock.value if clock else None) for light, clock in clocks]

    def told(self) -> list[tuple[str, object]]:
        found = check_register(self.desk.register, on=self.at.date()).findings
        return [(one.message_key, one.params["due"]) for one in found if one.rule == "PGD-049"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("kind", "clock"), [("own_data", "K13"), ("information", "I1")])
def test_no_end_of_a_complaint_ends_what_is_owed_apart_from_it(
    end: str, kind: str, clock: str
) -> None:
    office = Office()
    office.step("request", id="r1", kind=kind, ground="Alamat saya salah")
    office.step(end, **ENDS[end])
    office.days_later(30)
    assert office.due() == [("red", clock)]
    due = {"own_data": "2026-03-13", "information": "2026-03-31"}[kind]
    assert office.told() == [(f"PGD-049.{kind}", due)]
    office.step("hand_over", request="r1", documents=["jawaban.pdf"])
    assert office.due() == []
    case = office.desk.case(office.number)
    assert case.state.is_terminal
    assert case.requests[0].answered
    line = next(iter(office.desk.register.lines()))
    assert line.ended_on == dt.date(2026, 3, 10)


def test_what_is_asked_for_after_the_end_is_counted_from_then() -> None:
    office = Office()
    office.step("classify", complaint_class="information")
    office.step("transfer", **ENDS["transfer"])
    office.days_later(60)
    office.step("request", id="r1", kind="information")
    office.step("request", id="r2", kind="protection")
    assert office.due() == [("green", "I1")]
    assert office.told() == []
    office.step("hand_over", request="r2", reason="Disampaikan kepada LPSK")
    office.step("hand_over", request="r1", documents=["jawaban.pdf"])
    office.days_later(60)
    assert office.due() == []
    assert office.told() == []


def test_what_was_asked_as_a_question_is_not_younger_for_the_act() -> None:
    office = Office()
    office.step("classify", complaint_class="information")
    office.days_later(9)
    office.step("request", id="r1", kind="information")
    office.days_later(15)
    assert ("PGD-049.information", "2026-03-31") in office.told()


@pytest.mark.parametrize("kind", ["documents", "separate_hearing"])
def test_what_only_serves_a_complaint_is_not_asked_for_after_it(kind: str) -> None:
    office = Office()
    office.step("archive", **ENDS["archive"])
    with pytest.raises(TransitionError) as refused:
        office.step("request", id="r1", kind=kind, ground="Diancam")
    assert refused.value.key == "request.ended"


def test_a_referral_leaves_no_words_of_what_was_asked_for() -> None:
    office = Office()
    office.step("request", id="r1", kind="own_data", ground="Nama saya salah tulis")
    office.step("request", id="r2", kind="documents", ground="Rekaman antrean")
    office.step("refer", **ENDS["refer"])
    office.step("request", id="r3", kind="own_data", ground="Alamat saya salah")
    kept = office.desk.case(office.number).requests
    assert [(one.id, one.ground) for one in kept] == [("r1", ""), ("r3", "")]
    told = repr(office.desk.events(office.number))
    assert not any(word in told for word in ("salah", "Rekaman", "'r2'"))
