"""Times while the complainant is waited for, years without data, and what an objection opens."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints import TransitionError
from pst_standards.complaints.clocks import ClockReading
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.register_checks import check_register
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.registers.lines import Line

NOTICE = {"means": "letter"}
FORM: dict[str, Any] = {
    "channel": "letter",
    "text": "Antrean tiga jam tanpa kabar",
    "loss": "Ongkos",
    "request": "Data diserahkan",
    "place": "Meja",
    "signed": True,
    "identity": "anonymous",
    "secrecy_ground": "Takut",
}


class Office:
    """A desk whose clock is set by hand."""

    def __init__(self, at: str = "2026-03-10T09:00+07:00", kind: str = "ordinary") -> None:
        self.at = dt.datetime.fromisoformat(at)
        self.desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: self.at)
        self.number = self.desk.file(dict(FORM)).number
        self.desk.issue_receipt(self.number)
        self.step("review", handler={"officer": "A2"}, notice=NOTICE)
        self.step("classify", complaint_class=kind)

    def step(self, name: str, **data: Any) -> None:
        self.desk.advance(self.number, name, data)

    def on(self, day: str) -> None:
        self.at = dt.datetime.fromisoformat(f"{day}T09:00+07:00")

    def decided(self, day: str, officer: str = "A3") -> None:
        desk = Desk(self.desk.register, None, officer, zone=Zone.WIB, now=lambda: self.at)
        self.on(day)
        desk.advance(self.number, "decide", {"outcome": "not_proven", "reasons": "x"})
        desk.advance(self.number, "deliver", {"copy": "petikan.pdf", "notice": NOTICE})

    def complete(self) -> None:
        self.step("declare_complete", handler={"officer": "A3"}, level=2, notice=NOTICE)
        self.step("begin_follow_up", notice=NOTICE)

    def clock(self, which: str, on: str = "2026-12-01") -> ClockReading:
        case = self.desk.case(self.number)
        found = self.desk.clocks(case, dt.date.fromisoformat(on))
        return next(one for one in found if one.id == which)

    def due(self, on: str) -> list[str]:
        return [one.light.value for one in self.desk.due(dt.date.fromisoformat(on))]

    def told(self, on: str) -> set[str]:
        found = check_register(self.desk.register, on=dt.date.fromisoformat(on)).findings
        return {one.rule for one in found}

    def line(self) -> Line:
        return next(iter(self.desk.register.lines()))

    def judged(self, on: str) -> list[tuple[int, int]]:
        lines = self.desk.register.lines()
        recap = recap_of(lines, year=2026, on=dt.date.fromisoformat(on))
        return [(one.judged, one.on_time) for one in recap.timeliness]


def test_the_time_of_sp4n_stands_still_while_the_complainant_is_waited_for() -> None:
    office = Office()
    office.step("declare_incomplete", missing=["request"], notice=NOTICE)
    assert office.due("2026-04-20") == ["green"]
    assert "PGD-042" not in office.told("2026-04-20")
    reading = office.clock("K4p")
    assert (reading.running, reading.status.value) == (False, "on_time")
    office.on("2026-04-30")
    office.step("lapse", notice=NOTICE)
    assert "PGD-042" not in office.told("2026-06-01")
    assert office.judged("2026-06-01") == [(0, 0)]


def test_it_goes_on_by_what_is_left_of_it_when_the_file_comes_back() -> None:
    office = Office()
    before = office.clock("K4p").strict
    office.on("2026-03-12")
    office.step("declare_incomplete", missing=["request"], notice=NOTICE)
    office.on("2026-03-16")
    office.step("complete", request="Data")
    days = office.desk.calendar.count_working_days(before, office.clock("K4p").strict)
    assert days == 2
    assert office.line().settle_by == office.clock("K4p").strict
    office.complete()
    late = office.clock("K4p").strict + dt.timedelta(days=1)
    assert "PGD-042" not in office.told(office.clock("K4p").strict.isoformat())
    assert "PGD-042" in office.told(late.isoformat())


def test_a_time_that_was_over_when_the_complainant_was_asked_stays_over() -> None:
    office = Office()
    office.on("2026-04-20")
    office.step("declare_incomplete", missing=["request"], notice=NOTICE)
    assert office.clock("K4p").strict == dt.date(2026, 4, 7)
    assert office.clock("K4p").status.value == "late"
    assert office.line().settle_by == dt.date(2026, 4, 7)
    assert "PGD-042" in office.told("2026-04-20")


def test_what_an_objection_opened_and_nobody_did_anew_is_not_on_time() -> None:
    office = Office()
    office.complete()
    office.decided("2026-03-11")
    assert office.judged("2026-11-30") == [(1, 1), (1, 1)]
    office.on("2026-03-12")
    office.step("object", ground="Belum tuntas")
    assert office.judged("2026-11-30") == [(1, 0), (1, 0)]
    office.step("rework", handler={"officer": "A9"}, notice=NOTICE)
    office.decided("2026-03-16", "A9")
    assert office.judged("2026-11-30") == [(1, 1), (1, 1)]


def test_an_objection_after_the_limit_makes_nothing_late_that_was_in_time() -> None:
    office = Office()
    office.complete()
    office.decided("2026-04-06")
    office.on("2026-04-10")
    office.step("object", ground="Belum tuntas")
    office.step("rework", handler={"officer": "A9"}, notice=NOTICE)
    office.decided("2026-04-13", "A9")
    assert office.line().settled_on == dt.date(2026, 4, 6)
    assert office.line().decided_on == dt.date(2026, 4, 13)


def test_one_clock_without_data_takes_no_other_away() -> None:
    office = Office("2027-11-22T09:00+07:00", "supervisory")
    known = {one.id for one in office.desk.clocks(office.desk.case(office.number))}
    assert known == {"K2", "K2s"}
    assert office.due("2027-12-20") == ["red"]
    assert office.line().undated


@pytest.mark.parametrize("day", ["0001-01-01", "1926-03-09", "2009-07-17"])
def test_a_year_of_service_that_was_mistyped_is_refused(day: str) -> None:
    office = Office()
    with pytest.raises(TransitionError) as refused:
        office.desk.file({**FORM, "served_on": day})
    assert refused.value.key == "service.too-old"
    assert office.desk.file({**FORM, "served_on": "2009-07-18"}).clocks
