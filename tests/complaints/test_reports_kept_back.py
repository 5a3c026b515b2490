"""The report of an examination is not given out, under whatever name it is called."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints import TransitionError
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.registers import MemoryRegister

AT = "2026-03-10T09:00:00+07:00"
NOTICE = {"means": "letter"}
NAMES = ("LHP-1", " LHP-1", "lhp-1", "LHP-1.pdf", "lhp-1.DOCX ")
FORM = {
    "channel": "letter",
    "text": "Antrean tiga jam tanpa kabar",
    "loss": "Ongkos",
    "request": "Data",
    "place": "Meja",
    "signed": True,
    "identity": "anonymous",
    "secrecy_ground": "Takut dipersulit",
    "filed_at": AT,
}


def decided() -> tuple[Desk, str]:
    now = dt.datetime.fromisoformat(AT)
    desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: now)
    number = desk.file(FORM).number
    desk.issue_receipt(number)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("review", {"handler": {"officer": "A2"}, "notice": NOTICE}),
        ("classify", {"complaint_class": "ordinary"}),
        ("declare_complete", {"handler": {"officer": "A3"}, "notice": NOTICE}),
        ("begin_follow_up", {"notice": NOTICE}),
        ("request", {"id": "r1", "kind": "documents"}),
        ("hand_over", {"request": "r1", "documents": ["LHP-2.pdf"]}),
        ("decide", {"outcome": "not_proven", "reasons": "x", "report": "LHP-1"}),
        ("request", {"id": "r2", "kind": "documents"}),
    ]
    for step, told in steps:
        desk.advance(number, step, told)
    return desk, number


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_not_handed_over_by_another_way_of_writing_it(name: str) -> None:
    desk, number = decided()
    tries: list[tuple[str, dict[str, Any]]] = [
        ("deliver", {"copy": name}),
        ("hand_over", {"request": "r2", "documents": ["lain.pdf", name]}),
    ]
    for step, told in tries:
        with pytest.raises(TransitionError) as refused:
            desk.advance(number, step, told)
        assert refused.value.key == "report.secret"


@pytest.mark.parametrize("name", ["LHP-1.2", "LHP-10", "petikan LHP-1.pdf"])
def test_another_paper_is(name: str) -> None:
    desk, number = decided()
    assert desk.advance(number, "deliver", {"copy": name}).copies == (name,)


@pytest.mark.parametrize("name", NAMES)
def test_a_log_that_gave_it_out_is_found(name: str) -> None:
    def found(copy: str) -> list[str]:
        told = [("decide", {"report": "LHP-1"}), ("deliver", {"copy": copy})]
        events = [{"step": step, "at": AT, "by": "A1", "data": data} for step, data in told]
        record = {"filed_at": AT, "events": events}
        report = check_complaint(record, as_of=dt.date(2026, 3, 10))
        return [one.rule for one in report.of("WBS-002")]

    assert found(name) == ["WBS-002"]
    assert found("petikan.pdf") == []
