"""No record makes a rule raise, whatever stands in it; nor does a finding repeat what was told."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.breach_checks import check_data_breach
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.information_checks import check_information_request
from pst_standards.complaints.information_terms import InformationStep
from pst_standards.complaints.states import ArchiveReason, ComplaintClass, Outcome, Step
from pst_standards.model.complaint_case import ComplaintRecord, EventDetails
from pst_standards.model.data_breach import BreachNotice
from pst_standards.model.information_case import InformationRecord, RequestEvent

ON: Final = dt.date(2026, 6, 30)
WORDS: Final = "rahasia-yang-ditulis-pengadu"
TIMES: Final = st.sampled_from(
    [
        *("2026-03-02T09:00+07:00", "2026-03-20T23:59+09:00", "2026-06-01T00:00+08:00"),
        *("2026-03-02T09:00", "9999-12-31T23:59+07:00", "0001-01-01T00:00+07:00", "kemarin"),
    ]
)
KEYS: Final = [one.value for kind in (ArchiveReason, ComplaintClass, Outcome) for one in kind]
VALUES: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 10**12),
    TIMES,
    st.sampled_from(["2026-03-02", "9999-12-31", "", " ", WORDS, "wbs", "anonymous", "c", *KEYS]),
    st.lists(st.sampled_from([WORDS, "a", ""]), max_size=3),
    st.fixed_dictionaries({}, optional={"officer": st.just("A1"), "means": st.just("letter")}),
)


def told(kind: Any, *more: str) -> st.SearchStrategy[dict[str, Any]]:
    names = [one.name for one in attrs.fields(kind)]
    left_out = {"format", "events", "notices", "source", "extras", "marks", "confirmed", *more}
    return st.dictionaries(
        st.sampled_from([n for n in names if n not in left_out]), VALUES, max_size=8
    )


def steps(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([one.value for one in kind])


EVENTS: Final = st.lists(
    st.fixed_dictionaries(
        {"step": steps(Step), "at": TIMES, "by": st.just("A1")},
        optional={"data": told(EventDetails)},
    ),
    max_size=6,
)


@given(told(ComplaintRecord, "reporter"), EVENTS)
def test_any_complaint_is_judged(record: dict[str, Any], events: list[dict[str, Any]]) -> None:
    report = check_complaint({**record, "events": events}, as_of=ON)
    assert report.coverage.failed == ()
    ours = [one for one in report.findings if not one.rule.startswith("DEF")]
    assert WORDS not in repr([one.params for one in ours])


@given(
    told(InformationRecord),
    st.lists(
        st.builds(
            lambda step, at, more: {**more, "step": step, "at": at},
            steps(InformationStep),
            TIMES,
            told(RequestEvent),
        ),
        max_size=6,
    ),
)
def test_any_request_is_judged(record: dict[str, Any], events: list[dict[str, Any]]) -> None:
    report = check_information_request({**record, "events": events}, as_of=ON)
    assert report.coverage.failed == ()


@given(TIMES, st.lists(told(BreachNotice), max_size=4))
def test_any_breach_is_judged(known: str, notices: list[dict[str, Any]]) -> None:
    report = check_data_breach({"known_at": known, "notices": notices}, as_of=ON)
    assert report.coverage.failed == ()
