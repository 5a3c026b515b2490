"""A day is one of the office, whatever clock a time was written with."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.errors import EventError
from pst_standards.complaints.information_checks import check_information_request
from pst_standards.complaints.office_days import day_at
from pst_standards.complaints.register_checks import check_register
from pst_standards.complaints.registers import MemoryRegister

NOTICE = {"means": "letter"}
FORM = {
    "channel": "letter",
    "text": "Antrean tiga jam tanpa kabar",
    "loss": "Ongkos",
    "request": "Data",
    "place": "Meja",
    "signed": True,
    "service": "consultation",
    "identity": "anonymous",
    "secrecy_ground": "Takut dipersulit",
}
LATER = dt.date(2026, 3, 25)


def moment(told: str) -> dt.datetime:
    return dt.datetime.fromisoformat(told)


def answered(filed_at: str, answered_at: str) -> tuple[str, list[str]]:
    """Return how the first answer stands at an office in WIT by its clock, and by a check."""
    desk = Desk(
        MemoryRegister(), None, "A1", zone=Zone.WIT, now=lambda: moment("2026-03-25T12:00+09:00")
    )
    number = desk.file({**FORM, "filed_at": filed_at}).number
    desk.issue_receipt(number, at=moment(filed_at))
    steps: list[tuple[str, str, dict[str, Any]]] = [
        ("review", "2026-03-11T09:00+09:00", {"handler": {"officer": "A2"}, "notice": NOTICE}),
        ("classify", "2026-03-11T09:00+09:00", {"complaint_class": "ordinary"}),
        ("declare_complete", answered_at, {"handler": {"officer": "A3"}, "notice": NOTICE}),
    ]
    for step, at, told in steps:
        desk.advance(number, step, told, at=moment(at))
    (clock,) = (one for one in desk.clocks(desk.case(number)) if one.id == "K2")
    report = check_register(desk.register, on=LATER)
    return clock.status.value, [one.message_key for one in report.of("PGD-040")]


@pytest.mark.parametrize(
    "filed_at",
    ["2026-03-09T15:30+00:00", "2026-03-09T22:30+07:00", "2026-03-10T00:30+09:00"],
)
def test_clock_and_check_count_the_days_of_the_office(filed_at: str) -> None:
    assert answered(filed_at, "2026-03-24T10:00+09:00") == ("on_time", [])
    assert answered(filed_at, "2026-03-24T14:30+00:00") == ("on_time", [])
    assert answered(filed_at, "2026-03-24T15:30+00:00") == ("late", ["PGD-040.late"])


def test_the_times_of_a_file_are_read_on_the_clock_of_its_filing() -> None:
    receipt = {"step": "issue_receipt", "at": "2026-03-10T00:30+09:00", "by": "A1", "data": {}}
    answer = {"step": "declare_incomplete", "at": "2026-03-24T15:30+00:00", "by": "A1", "data": {}}
    told = {"filed_at": "2026-03-10T00:30+09:00", "events": [receipt, answer]}
    found = check_complaint(told, as_of=LATER)
    assert [one.message_key for one in found.of("PGD-040")] == ["PGD-040.late"]
    answer["at"] = "2026-03-24T14:30+00:00"
    assert check_complaint(told, as_of=LATER).of("PGD-040") == ()


def test_a_time_of_no_zone_of_the_country_has_the_day_that_it_tells() -> None:
    found = check_complaint({"filed_at": "2026-03-09T20:00+00:00"}, as_of=dt.date(2026, 3, 24))
    assert [one.params["due"] for one in found.of("PGD-040")] == ["2026-03-23"]


def test_a_request_for_information_is_answered_on_days_of_the_office() -> None:
    def found(at: str) -> list[str]:
        event = {"step": "refuse", "at": at, "by": "A1", "letter": "a", "consequence_test": "ada"}
        told = {"received_at": "2026-02-12T09:00+09:00", "channel": "letter", "events": [event]}
        report = check_information_request(told, as_of=dt.date(2026, 3, 10))
        return [one.message_key for one in report.of("PPI-002")]

    assert found("2026-03-02T14:30+00:00") == []
    assert found("2026-03-02T15:30+00:00") == ["PPI-002.late"]


def test_the_first_day_of_the_calendar_has_none_before_it() -> None:
    first = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    assert day_at(first, Zone.WIB) == dt.date(1, 1, 1)


@pytest.mark.parametrize("filed_at", ["0001-01-01T00:00+14:00", "0001-01-01T00:00+07:00"])
def test_a_time_outside_the_calendar_is_refused_by_key(filed_at: str) -> None:
    desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB)
    with pytest.raises(EventError) as refused:
        desk.file({**FORM, "filed_at": filed_at})
    assert (refused.value.key, refused.value.params) == ("time.range", {"field": "filed_at"})
    assert list(desk.register.logs()) == []
    receipt = {"received_at": filed_at}
    number = desk.file(FORM).number
    with pytest.raises(EventError) as refused:
        desk.advance(number, "issue_receipt", receipt)
    assert refused.value.params == {"field": "data.received_at"}


def test_the_clock_of_a_computer_tells_fractions_of_a_second() -> None:
    now = moment("2026-03-09T15:30:00.000123+00:00")
    desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB, now=lambda: now)
    for filed_at in (now, now.isoformat()):
        assert desk.file({**FORM, "filed_at": filed_at}).case.filed_at == now
