"""What people write in another way than expected: references, times, telephone numbers, years."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints import TransitionError
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy.masking import masked

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
NOW = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")


def desk(officer: str = "A1", register: MemoryRegister | None = None) -> Desk:
    return Desk(register or MemoryRegister(), None, officer, zone=Zone.WIB, now=lambda: NOW)


def examined(office: Desk) -> str:
    number = office.file(dict(FORM)).number
    office.issue_receipt(number)
    office.advance(number, "review", {"handler": {"officer": "A2"}, "notice": NOTICE})
    office.advance(number, "classify", {"complaint_class": "supervisory", "public_interest": True})
    given = {"handler": {"officer": "A3"}, "level": 2, "notice": NOTICE}
    office.advance(number, "declare_complete", given)
    office.advance(number, "begin_examination", {"examiner": {"officer": "C1"}, "notice": NOTICE})
    return number


def decided(office: Desk, **more: Any) -> str:
    number = examined(office)
    told = {"outcome": "proven", "reasons": "x", "report": "LHP-1", **more}
    office.advance(number, "decide", told)
    return number


@pytest.mark.parametrize("copy", ["LHP-1", " LHP-1", "lhp-1", "LHP-1.pdf", "LHP_1.PDF", "lhp 1"])
def test_a_report_is_kept_back_however_its_reference_is_written(copy: str) -> None:
    office = desk()
    number = decided(office)
    with pytest.raises(TransitionError) as refused:
        office.advance(number, "deliver", {"copy": copy, "notice": NOTICE})
    assert refused.value.key == "report.secret"
    office.advance(number, "request", {"id": "r1", "kind": "documents"})
    with pytest.raises(TransitionError) as refused:
        office.advance(number, "hand_over", {"request": "r1", "documents": [copy]})
    assert refused.value.key == "report.secret"
    office.advance(number, "deliver", {"copy": "LHP-11.pdf", "notice": NOTICE})
    at = "2026-03-10T09:00+07:00"
    record = {
        "filed_at": at,
        "events": [
            {"step": "decide", "at": at, "by": "A1", "data": {"report": "LHP-1"}},
            {"step": "deliver", "at": at, "by": "A1", "data": {"copy": copy}},
        ],
    }
    assert check_complaint(record, as_of=NOW.date()).of("WBS-002")


@pytest.mark.parametrize(
    "filed_at",
    [
        dt.datetime(2026, 3, 9, 15, 30, 0, 123, tzinfo=dt.UTC),
        "2026-03-09T15:30:00.5+00:00",
        "2026-03-09T15:30:00.123456Z",
        dt.datetime(2026, 3, 9, 22, 30, 0, 123),  # noqa: DTZ001 - that of the office
    ],
)
def test_a_time_may_be_told_as_a_program_tells_it(filed_at: object) -> None:
    taken = desk().file({**FORM, "filed_at": filed_at})
    assert taken.case.filed_at.astimezone(dt.UTC).hour == 15
    assert taken.case.day(taken.case.filed_at) == dt.date(2026, 3, 9)


@pytest.mark.parametrize("filed_at", ["1850-01-01T00:00+07:00", "2009-07-17T09:00+07:00"])
def test_a_year_of_filing_that_was_mistyped_is_refused_by_key(filed_at: str) -> None:
    with pytest.raises(TransitionError) as refused:
        desk().file({**FORM, "filed_at": filed_at})
    assert refused.value.key == "time.too-old"


@pytest.mark.parametrize(
    "written",
    [
        "+62 (812) 3456-7890",
        "(0812) 3456 7890",
        "08\u200b1234567890",
        "081\u00ad234567890",
        "siti[at]contoh[dot]id",
        "siti(at)contoh(titik)id",
        "siti@contoh\u2024id",
    ],
)
def test_a_contact_is_masked_however_it_is_written(written: str) -> None:
    found = masked(f"Hubungi {written}, ya")
    assert found in {
        "Hubungi [nomor telepon disamarkan], ya",
        "Hubungi [surel disamarkan], ya",
    }


@pytest.mark.parametrize("written", ["08 (10) 2026", "tanggal 08) 12345678", "butir [dot] dua"])
def test_what_only_looks_like_a_contact_stays(written: str) -> None:
    assert masked(written) == written


def test_damages_are_not_due_before_they_are_decided() -> None:
    with pytest.raises(TransitionError) as refused:
        decided(desk(), award={"amount": 100_000, "pay_by": "2026-03-09"})
    assert refused.value.key == "damages.pay-by"
    assert decided(desk(), award={"amount": 100_000, "pay_by": "2026-03-10"})


def test_a_later_decision_that_says_nothing_of_damages_takes_none_away() -> None:
    office = desk()
    number = decided(office, award={"amount": 100_000, "pay_by": "2026-04-10"})
    office.advance(number, "deliver", {"copy": "petikan.pdf", "notice": NOTICE})
    office.advance(number, "object", {"ground": "Belum tuntas"})
    told = {"handler": {"officer": "A9"}, "examination": True, "notice": NOTICE}
    office.advance(number, "rework", told)
    other = desk("A9", office.register)  # type: ignore[arg-type]
    case = other.advance(number, "decide", {"outcome": "proven", "reasons": "y"})
    assert case.damages_open
    other.advance(number, "pay_damages", {"amount": 100_000})
    assert not other.case(number).damages_open


def test_the_public_interest_is_not_let_go_of_without_a_word() -> None:
    office = desk()
    number = office.file(dict(FORM)).number
    office.issue_receipt(number)
    office.advance(number, "review", {"handler": {"officer": "A2"}, "notice": NOTICE})
    office.advance(number, "classify", {"complaint_class": "supervisory", "public_interest": True})
    with pytest.raises(TransitionError) as refused:
        office.advance(number, "classify", {"complaint_class": "ordinary"})
    assert refused.value.key == "class.public-interest"
    ground = {"complaint_class": "ordinary", "ground": "Hanya menyangkut pelapor sendiri"}
    office.advance(number, "classify", ground)
    assert office.advance(number, "withdraw", {"voluntary": True}).state.is_terminal
