"""What the desk shows to each, to the public and of a case that was referred."""

from __future__ import annotations

import pytest
from attrs import evolve

from pst_standards.complaints import Event, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.logs_as_records import record_of
from pst_standards.complaints.registers import MemoryRegister, RegisterError
from pst_standards.complaints.secrecy import Role, SecrecyError, SecretCode
from tests.complaints.desk.desk_forms import NAME, form, key_of


def test_a_case_that_was_referred_gives_out_nothing_of_the_report(desk: Desk) -> None:
    words = "Meminta uang di loket"
    told = {
        "accused": ["Petugas-1"],
        "text": words,
        "attachments": ["bukti.pdf"],
        "needs": ["companion"],
    }
    number = desk.file(form(**told)).number
    desk.issue_receipt(number)
    handler = {"officer": "A2", "superiors": ["Petugas-2"], "conflict": ""}
    desk.advance(number, "review", {"handler": handler})
    desk.advance(number, "report_conflict", {"officer": "Petugas-3"})
    desk.advance(number, "take_evidence", {"party": "reporter", "evidence": "rekaman"})
    desk.advance(number, "request", {"id": "r1", "kind": "documents", "ground": "alasan"})
    answer = {"request": "r1", "documents": ["salinan.pdf"], "reason": "sebab"}
    desk.advance(number, "hand_over", answer)
    before = desk.events(number)
    assert before == desk.register.events(number)
    assert key_of(lambda: evolve(desk, officer="Petugas-1").events(number)) == "by.excluded"
    notice = {"means": "in_person"}
    case = desk.advance(
        number, "refer", {"referral": "W-1", "ground": "own_superior", "notice": notice}
    )
    events = desk.events(number)
    seen = f"{case} {[one.to_dict() for one in events]} {record_of(desk.register.events(number))}"
    seen += f"{[desk.shown(number, role) for role in Role]} {desk.register.line(number)}"
    gone = (
        words,
        "bukti.pdf",
        "companion",
        "rekaman",
        "alasan",
        "salinan",
        "sebab",
        "Petugas-1",
        "Petugas-2",
        "Petugas-3",
        "Ongkos",
        "consult",
    )
    assert [one for one in gone if one in seen] == []
    assert [one.step for one in events] == [one.step for one in desk.register.events(number)]
    assert replay(events) == evolve(case, barred=frozenset())


def test_the_public_sees_the_stage_with_the_code_and_nothing_without(desk: Desk) -> None:
    taken = desk.file(form())
    code = taken.code.hand_over()
    assert desk.track(taken.number, code) == {"number": taken.number, "state": "received"}
    wrong = SecretCode.new().hand_over()
    said = []
    for number in (taken.number, "PGD-2026-00000000"):
        with pytest.raises(SecrecyError) as refused:
            desk.track(number, wrong)
        said.append((refused.value.key, refused.value.params))
    assert said[0] == said[1] == ("secrecy.wrong-code", {})


def test_many_wrong_codes_are_stopped(desk: Desk) -> None:
    taken = desk.file(form())
    for _ in range(5):
        assert key_of(lambda: desk.track(taken.number, "0")) == "secrecy.wrong-code"
    right = taken.code.hand_over()
    assert key_of(lambda: desk.track(taken.number, right)) == "secrecy.too-many-attempts"


def test_a_damaged_register_is_told_and_not_called_a_wrong_code() -> None:
    class Damaged(MemoryRegister):
        def events(self, number: str) -> tuple[Event, ...]:
            raise RegisterError("register.damaged", what=number)

    desk = Desk(Damaged(), None)
    assert key_of(lambda: desk.track("x", "0")) == "register.damaged"


def test_a_role_sees_its_own(desk: Desk) -> None:
    number = desk.file(form()).number
    assert desk.shown(number, Role.PUBLIC) == {"number": number, "state": "received"}
    assert "reporter" in desk.shown(number, "custodian")
    assert "reporter" not in desk.shown(number, "officer")
    assert key_of(lambda: desk.shown("K-9", "officer")) == "register.unknown"


def test_nothing_shows_who_complains(desk: Desk) -> None:
    taken = desk.file(form())
    shown = f"{desk!r} {desk} {vars(MemoryRegister)} {taken!r} {desk.case(taken.number)!r}"
    shown += str([desk.shown(taken.number, role) for role in Role])
    assert not any(part in shown for part in NAME.split())
