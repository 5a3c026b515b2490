"""Times of the user that reach into a year without data: what is known of them is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.calendar import YearError
from pst_standards.compensation import Entitlement
from pst_standards.compensation.telling import told

Answer = Callable[..., Entitlement]
Data = dict[str, Any]
AT = {"requested_at": "2027-12-01T09:00+07:00", "finished_at": "2027-12-01T10:30+07:00"}


def test_an_event_near_the_end_of_the_data_is_answered(answer: Answer) -> None:
    found = answer(**AT)
    assert found.eligible
    assert found.rights.complaint is not None
    assert found.rights.complaint_uncounted_year == 2028
    assert found.to_dict()["complaint_until"] == {"strict": "2027-12-31", "lenient": None}
    assert found.rights.steps()[0].key == "right.complaint-uncounted"


def test_the_reading_that_is_missing_is_told(answer: Answer) -> None:
    shown = told(answer(**AT), "id", 999)
    assert "sampai Jumat, 31 Desember 2027 (30 hari kalender); menurut hari kerja belum" in shown
    assert "karena SKB hari libur 2028 belum ada" in shown
    shown = told(answer(**AT), "en", 999)
    assert "by Friday, 31 December 2027 (30 calendar days); by working days it cannot" in shown


def test_what_cannot_be_counted_never_closes_the_complaint(answer: Answer) -> None:
    for on in (dt.date(2027, 12, 31), dt.date(2028, 1, 3)):
        assert answer(**AT, on=on).complaint_still_open


def test_an_event_whose_times_end_in_the_data_has_both_readings(answer: Answer) -> None:
    found = answer(requested_at="2027-11-01T09:00+07:00", finished_at="2027-11-01T10:30+07:00")
    assert found.rights.complaint_uncounted_year is None
    assert None not in found.to_dict()["complaint_until"].values()


def test_a_claim_has_the_reading_that_is_known(answer: Answer, late: Data) -> None:
    rule = {**late, "claim_within": {"value": 30, "unit": "day"}}
    found = answer(rule, **AT)
    assert found.to_dict()["claim_until"] == "2027-12-31"
    assert "31 Desember 2027 (hari kalender); menurut hari kerja belum" in told(found, "id", 999)
    later = answer(rule, **AT, on=dt.date(2028, 1, 3))
    assert later.eligible
    assert "claim-uncounted" in [one.key for one in later.reasons]
    assert "SKB hari libur 2028 belum ada" in told(later, "id", 999)


def test_a_claim_in_working_days_needs_the_year(answer: Answer, late: Data) -> None:
    with pytest.raises(YearError):
        answer({**late, "claim_within": {"value": 30, "unit": "working_day"}}, **AT)
