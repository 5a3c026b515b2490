"""The times of one complaint: late by one reading, by both, and where nothing can be said."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import default_calendar
from pst_standards.complaints import time_checks
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.profiles import Anchor, profile_on
from pst_standards.complaints.time_checks import CHECKS
from pst_standards.findings import Pointer, Report, Severity

OUR = {check.id for check in CHECKS}
FILED = "2026-03-02"
Hit = tuple[str, Pointer, Any]


def moment(day: str) -> str:
    return f"{day}T09:00+07:00"


def event(step: str, day: str, **data: Any) -> dict[str, Any]:
    return {"step": step, "at": moment(day), "by": "A1", "data": data}


def check(*events: dict[str, Any], on: str = FILED, **more: Any) -> Report:
    record = {"filed_at": moment(FILED), "events": list(events), **more}
    report = check_complaint(record, as_of=dt.date.fromisoformat(on))
    assert report.coverage.failed == ()
    return report


def found(*events: dict[str, Any], on: str = FILED, **more: Any) -> list[Hit]:
    report = check(*events, on=on, **more)
    return [
        (one.message_key, one.pointer, one.params.get("due"))
        for one in report.findings
        if one.rule in OUR
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-16", []),
        ("2026-03-17", [("PGD-040.late", ("filed_at",), "2026-03-16")]),
        ("2026-03-27", [("PGD-040.late", ("filed_at",), "2026-03-16")]),
        ("2026-03-28", [("PGD-040.very_late", ("filed_at",), "2026-03-27")]),
    ],
)
def test_a_first_answer_that_is_still_owed(on: str, expected: list[Hit]) -> None:
    assert found(on=on) == expected


def test_late_by_calendar_days_alone_is_an_error_of_the_office() -> None:
    complete, decided = event("declare_complete", FILED), event("decide", FILED)
    late = [
        *check(on="2026-03-17").of("PGD-040"),
        *check(complete, on="2026-05-02").of("PGD-043"),
        *check(complete, decided, on="2026-03-17").of("PGD-044"),
    ]
    graves = [(one.message_key, one.severity) for one in late]
    names = ("PGD-040.late", "PGD-043.late", "PGD-044.late")
    assert graves == [(name, Severity.ERROR) for name in names]


@pytest.mark.parametrize("step", ["declare_incomplete", "transfer", "refer", "withdraw", "archive"])
def test_an_answer_or_the_end_of_a_case_stops_the_first_time(step: str) -> None:
    assert found(event(step, "2026-03-16"), on="2026-09-01") == []
    late = [("PGD-040.late", ("events", 0), "2026-03-16")]
    assert found(event(step, "2026-03-17"), on="2026-09-01") == late


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2026-02-04", []),
        ("2026-02-05", [("PGD-024.disputable", ("filed_at",), "2026-02-04")]),
        ("2026-02-19", [("PGD-024.disputable", ("filed_at",), "2026-02-04")]),
        ("2026-02-20", [("PGD-024.late", ("filed_at",), "2026-02-19")]),
    ],
)
def test_doubt_about_the_time_to_complain_goes_to_the_citizen(
    filed: str, expected: list[Hit]
) -> None:
    assert found(filed_at=moment(filed), served_on="2026-01-05", on=filed) == expected


def test_between_the_readings_both_dates_are_told() -> None:
    report = check(filed_at=moment("2026-02-10"), served_on="2026-01-05", on="2026-02-10")
    assert report.of("PGD-024")[0].params == {"due": "2026-02-04", "lenient": "2026-02-19"}


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2026-05-02", []),
        ("2026-05-04", [("PGD-043.late", ("events", 1), "2026-05-02")]),
        ("2026-06-11", [("PGD-043.late", ("events", 1), "2026-05-02")]),
        ("2026-06-12", [("PGD-043.very_late", ("events", 1), "2026-06-11")]),
    ],
)
def test_a_decision_is_judged_by_both_readings(decided: str, expected: list[Hit]) -> None:
    complete = event("declare_complete", "2026-03-03")
    told = event("decide", decided, outcome="proven")
    hits = found(complete, told, event("deliver", decided), on="2026-12-01")
    assert [hit for hit in hits if hit[0].startswith("PGD-043")] == expected


def test_a_decision_that_is_still_owed_points_at_the_complete_file() -> None:
    hits = found(event("declare_complete", "2026-03-03"), on="2026-05-03")
    assert hits == [("PGD-043.late", ("events", 0), "2026-05-02")]


def test_each_decision_has_its_own_delivery() -> None:
    first, second = event("decide", "2026-03-02"), event("decide", "2026-04-20")
    times = [event("deliver", "2026-03-31"), second, event("deliver", "2026-04-21")]
    hits = found(event("declare_complete", FILED), first, *times, on="2026-12-01")
    assert hits == [("PGD-044.very_late", ("events", 2), "2026-03-27")]
    open_still = found(event("declare_complete", FILED), first, on="2026-03-17")
    assert open_still == [("PGD-044.late", ("events", 1), "2026-03-16")]


@pytest.mark.parametrize(
    ("complaint_class", "last"),
    [("information", "2026-03-09"), ("aspiration", "2026-03-09"), ("ordinary", "2026-03-27")],
)
def test_each_class_has_the_limit_that_is_practised(complaint_class: str, last: str) -> None:
    classified = event("classify", FILED, complaint_class=complaint_class)
    answered = event("declare_complete", FILED)
    in_time = found(classified, answered, event("deliver", last), on="2026-12-01")
    assert [hit for hit in in_time if hit[0] == "PGD-042"] == []
    after = (dt.date.fromisoformat(last) + dt.timedelta(days=1)).isoformat()
    late = found(classified, answered, event("deliver", after), on="2026-12-01")
    assert ("PGD-042", ("events", 2), last) in late
    owed = found(classified, answered, on=after)
    assert ("PGD-042", ("filed_at",), last) in owed


def test_a_limit_names_its_class_its_days_and_its_regulation() -> None:
    told = event("classify", FILED, complaint_class="information")
    (hit,) = check(told, on="2026-03-10").of("PGD-042")
    assert hit.params["days"] == 5
    assert (hit.params["class"], hit.params["class_en"]) == (
        "Permintaan informasi",
        "Request for information",
    )
    assert hit.citations == ("PermenPANRB 5/2025",)


def test_a_profile_may_count_from_the_complete_file(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = attrs.evolve(profile_on(dt.date(2026, 3, 2)), anchor=Anchor.COMPLETE)
    monkeypatch.setattr(time_checks, "profile_on", lambda _: kept)
    told = event("classify", FILED, complaint_class="information")
    complete = event("declare_complete", "2026-03-09")
    assert ("PGD-042", ("events", 1), "2026-03-16") in found(told, complete, on="2026-03-17")
    assert found(told, complete, on="2026-03-16") == []
    assert ("PGD-042", ("filed_at",), "2026-03-09") in found(told, on="2026-03-10")


@pytest.mark.parametrize(
    ("lapsed", "variant"),
    [
        ("2026-02-04", "too_early"),
        ("2026-02-05", "early"),
        ("2026-02-19", "early"),
        ("2026-02-20", None),
    ],
)
def test_a_complaint_is_given_up_only_after_both_readings(lapsed: str, variant: str | None) -> None:
    asked = event("declare_incomplete", "2026-01-05", missing=["request"])
    hits = found(asked, event("lapse", lapsed), filed_at=moment("2026-01-02"), on="2026-12-01")
    named = {"too_early": "2026-02-19", "early": "2026-02-19"}
    expected = [(f"PGD-052.{variant}", ("events", 1), named[variant])] if variant else []
    assert hits == expected


def test_what_was_completed_is_not_given_up() -> None:
    asked = event("declare_incomplete", "2026-01-05", missing=["request"])
    done = event("complete", "2026-01-06", request="Loket dibuka")
    hits = found(asked, done, event("lapse", "2026-06-02"), filed_at=moment("2026-01-02"))
    assert hits[1:] == [("PGD-052.unasked", ("events", 2), None)]
    assert hits[0][:2] == ("PGD-040.very_late", ("events", 2))


def test_a_window_to_react_is_left_open_to_its_last_day() -> None:
    first = (event("declare_complete", FILED), event("decide", FILED), event("deliver", FILED))
    closed = [("PGD-055.closed", ("events", 3), "2026-03-16")]
    assert found(*first, event("close_unanswered", "2026-03-16"), on="2026-12-01") == closed
    assert found(*first, event("close_unanswered", "2026-03-17"), on="2026-12-01") == []
    (hit,) = check(*first, event("close_unanswered", "2026-03-16"), on="2026-12-01").of("PGD-055")
    assert hit.params == {"due": "2026-03-16", "days": 10}
    undelivered = event("close_unanswered", "2026-03-03")
    assert found(undelivered, on="2026-03-03") == []


def test_a_year_without_days_off_and_a_time_without_zone_say_nothing() -> None:
    assert found(filed_at="2026-03-02T09:00", on="2026-12-01") == []
    far = moment("2031-03-02")
    told = [event("classify", "2031-03-02", complaint_class="ordinary")]
    told += [event(step, "2031-03-02") for step in ("declare_complete", "decide", "deliver")]
    assert (
        found(*told, event("close_unanswered", "2031-03-03"), filed_at=far, on="2032-03-02") == []
    )
    naive = {"step": "declare_complete", "at": "2026-03-02T09:00", "by": "A1"}
    assert found(naive, on="2026-12-01") == []
    loose = {"step": "lapse", "at": "2026-03-02T09:00", "by": "A1"}
    assert found(event("declare_incomplete", FILED), loose, on="2026-03-02") == []
    assert found(event("deliver", FILED), {**loose, "step": "close_unanswered"}) == []


@given(st.dates(dt.date(2026, 1, 2), dt.date(2026, 6, 30)), st.integers(0, 120))
def test_what_is_late_stays_late_and_grows_no_milder(start: dt.date, days: int) -> None:
    weight = {(): 0, ("PGD-040.late",): 1, ("PGD-040.very_late",): 2}

    def seen(on: dt.date) -> int:
        hits = found(filed_at=moment(start.isoformat()), on=on.isoformat())
        return weight[tuple(key for key, _, _ in hits)]

    day = start + dt.timedelta(days=days)
    assert seen(day) <= seen(day + dt.timedelta(days=1))
    lenient = default_calendar().add_working_days(start, 14)
    assert (seen(day) == 2) == (day > lenient)
