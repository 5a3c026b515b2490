"""A year without days off takes no clock with it but those that reach it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve

from pst_standards.calendar import Zone
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.desk_due import Light
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.registers import MemoryRegister

FORM = {"channel": "letter", "text": "Antrean tiga jam tanpa kabar"}
RECEIPT: dict[str, Any] = {"place": "Meja"}


def desk_on(day: str) -> Desk:
    now = dt.datetime.fromisoformat(f"{day}T09:00+07:00")
    return Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: now)


def filed(desk: Desk, **told: Any) -> str:
    number = desk.file({**FORM, **told}).number
    desk.issue_receipt(number, **RECEIPT)
    desk.advance(number, "review", {"handler": {"officer": "A2"}})
    desk.advance(number, "classify", {"complaint_class": "supervisory"})
    return number


def read(desk: Desk, number: str) -> set[str]:
    return {one.id for one in desk.clocks(desk.case(number))}


def test_the_answer_is_due_where_the_settlement_cannot_be_counted() -> None:
    desk = desk_on("2027-11-19")
    number = filed(desk, served_on="2027-11-01")
    assert read(desk, number) == {"K1", "K2", "K2s", "K9"}
    (due,) = desk.due(dt.date(2027, 12, 20))
    assert (due.light, due.line.due_clock, due.line.undated) == (
        Light.RED,
        Clock.FIRST_ANSWER,
        True,
    )


def test_a_mistyped_year_of_the_service_switches_off_no_limit_of_the_office() -> None:
    desk = desk_on("2026-03-10")
    # A day before the act is refused at once; one before the calendar is not.
    number = filed(desk, served_on="2016-03-09")
    assert read(desk, number) == {"K2", "K2s", "K4p", "K9"}
    (due,) = desk.due(dt.date(2026, 3, 11))
    assert (due.light is Light.UNDATED, due.line.undated) == (False, False)


def test_what_has_no_day_at_all_is_not_counted() -> None:
    desk = desk_on("2030-03-11")
    number = filed(desk)
    assert read(desk, number) == set()
    (due,) = desk.due(dt.date(2030, 3, 12))
    assert due.light is Light.UNDATED


def test_no_limit_of_the_office_runs_while_a_file_waits_for_who_complains() -> None:
    desk = desk_on("2026-03-10")
    number = filed(desk, served_on="2026-03-09")
    notice = {"means": "letter"}
    desk.advance(number, "declare_incomplete", {"missing": ["request"], "notice": notice})
    still = {one.id: one for one in desk.clocks(desk.case(number))}["K4p"]
    assert not still.running
    (due,) = desk.due(dt.date(2026, 12, 1))
    assert due.light is Light.GREEN
    desk = evolve(desk, now=lambda: dt.datetime.fromisoformat("2026-04-20T09:00+07:00"))
    desk.advance(number, "complete", {"request": "Data"})
    found = {one.id: one for one in desk.clocks(desk.case(number))}
    assert found["K2"].started == dt.date(2026, 4, 20)
    assert found["K4p"].strict == desk.calendar.add_working_days(found["K2"].started, 60)
