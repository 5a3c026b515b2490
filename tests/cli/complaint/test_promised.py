"""What a decision promised, told by the line of a case and, where that cannot, by the case."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.cli.complaint_due import promised_in
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.profiles import profiles
from pst_standards.complaints.registers import Line, MemoryRegister
from pst_standards.complaints.secrecy.codes import new_number

NOW = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
FORM: dict[str, Any] = {
    "channel": "letter",
    "filed_at": NOW.isoformat(),
    "identity": "anonymous",
    "secrecy_ground": "Takut dibalas",
    "service": "library",
    "text": "Antrean tiga jam",
    "loss": "Ongkos",
    "request": "Diganti",
    "place": "Meja",
    "signed": True,
    "damages_claimed": True,
    "damages_cause": "Ongkos dua kali datang",
}
DECISION: dict[str, Any] = {
    "outcome": "proven",
    "reasons": "Antrean tidak diatur",
    "actions": [{"id": "t1", "text": "Atur antrean"}],
}
STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("issue_receipt", {}),
    ("review", {"handler": {"officer": "A2"}}),
    ("classify", {"complaint_class": "ordinary"}),
    ("declare_complete", {"handler": {"officer": "A2"}}),
    ("begin_follow_up", {}),
)


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: NOW)


def decided(desk: Desk, pay_by: str, *, again: bool = False) -> Line:
    number = desk.file({**FORM, "number": new_number(2026)}).number
    desk.issue_receipt(number)
    for step, told in STEPS[1:]:
        desk.advance(number, step, dict(told))
    award = {"amount": 150000, "pay_by": pay_by}
    desk.advance(number, "decide", {**DECISION, "award": award})
    desk.advance(number, "deliver", {"copy": "petikan.pdf"})
    if again:
        desk.advance(number, "object", {"ground": "Belum diganti"})
        desk.advance(number, "rework", {"handler": {"officer": "A9"}})
        later = {**DECISION, "actions": [{"id": "t2", "text": "Atur"}], "award": award}
        other = Desk(desk.register, None, "A8", zone=Zone.WIB, now=lambda: NOW)
        other.advance(number, "decide", later)
        other.advance(number, "deliver", {"copy": "petikan.pdf"})
    line = desk.register.line(number)
    assert line is not None
    return line


@pytest.mark.parametrize("again", [False, True], ids=["once", "again"])
@pytest.mark.parametrize(
    ("pay_by", "promised"), [("2026-03-12", "damages"), ("2026-12-31", "actions")]
)
def test_the_first_of_damages_and_actions_is_named(
    desk: Desk, pay_by: str, promised: str, *, again: bool
) -> None:
    line = decided(desk, pay_by, again=again)
    assert line.reopened == int(again)
    assert promised_in(desk, desk.due(NOW.date())) == {line.number: promised}


def test_a_case_is_looked_at_only_where_its_line_cannot_tell(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [decided(desk, "2026-12-31"), decided(desk, "2026-03-12")]
    found = list(desk.due(NOW.date()))
    monkeypatch.setattr(MemoryRegister, "events", lambda *_: pytest.fail("replayed"))
    told = promised_in(desk, found)
    assert [told[line.number] for line in lines] == ["actions", "damages"]


def test_a_profile_of_an_application_is_asked_of_the_case(desk: Desk) -> None:
    line = decided(desk, "2026-12-31")
    foreign = line._replace(profile="OWN")
    assert foreign.profile not in {one.id for one in profiles()}
    desk.register.replace_lines([foreign])
    assert promised_in(desk, desk.due(NOW.date())) == {line.number: "actions"}
