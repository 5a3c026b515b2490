from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import default_calendar
from pst_standards.findings import Report
from pst_standards.model import (
    ClockStage,
    ComplaintClock,
    Complaints,
    Definition,
    Duration,
    TimeUnit,
)
from pst_standards.rules.checks.working_days import CHECKS
from pst_standards.rules.context import Context

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Keys = Callable[..., list[str]]
BOTH_READINGS = next(check for check in CHECKS if check.id == "KAL-004")
LIFE = ("standards", 0, "life_cycle")
OLD = {"minutes_signed_on": "2019-05-20", "draft_published_on": "2019-05-29"}


def made(*lives: dict[str, Any], stage: str = "adopted", **others: Any) -> dict[str, Any]:
    standards = [{"id": f"s{place}", "life_cycle": life} for place, life in enumerate(lives)]
    return {"stage": stage, "standards": standards, **others}


def test_each_year_without_data_is_told_once_with_the_rules_that_did_not_judge(told: Told) -> None:
    life = {**OLD, "adopted_on": "2019-06-03"}
    assert told(made(life, OLD), "KAL-001") == [
        (
            "KAL-001",
            (*LIFE, "draft_published_on"),
            {"year": 2019, "rules": ("LIFE-007", "LIFE-008")},
        )
    ]
    found = told(made(OLD, {"minutes_signed_on": "2018-05-21"}), "KAL-001")
    assert [hit[2]["year"] for hit in found] == [2019, 2018]
    assert told(made(life, stage="discussed"), "KAL-001")[0][2]["rules"] == ("LIFE-007",)
    assert told(made(life, stage="draft"), "KAL-001") == []


def test_a_date_in_a_year_without_data_is_judged_by_no_rule(keys: Keys) -> None:
    assert keys(made(OLD), "LIFE-007", "LIFE-008", "LIFE-009", "MKL-009") == []


def test_a_maklumat_of_a_year_without_data_is_told(keys: Keys) -> None:
    data = {
        "stage": "adopted",
        "standards": [{"id": "library", "decree": {"date": "2019-04-02"}}],
        "publications": [{"id": "charter", "kind": "maklumat", "published_on": "2019-05-20"}],
    }
    assert keys(data, "KAL-001", "MKL-009") == ["KAL-001"]


def test_an_estimate_on_the_way_is_told(told: Told, keys: Keys) -> None:
    life = {"minutes_signed_on": "2026-11-13", "draft_published_on": "2026-11-20"}

    def with_change(**change: Any) -> dict[str, Any]:
        return made(life, office={"calendar": {"changes": [{"kind": "closed", **change}]}})

    passed = with_change(date="2026-11-18", estimated=True)
    assert told(passed, "KAL-002") == [
        (
            "KAL-002",
            (*LIFE, "draft_published_on"),
            {"due": "2026-11-23", "rules": ("LIFE-007",)},
        )
    ]
    assert keys(with_change(date="2026-11-18"), "KAL-002") == []
    assert keys(with_change(date="2026-11-13", estimated=True), "KAL-002") == []
    assert keys(with_change(date="2026-11-24", estimated=True), "KAL-002") == []


def test_without_a_standard_that_is_dated_nothing_is_counted(
    report: Callable[..., Report],
) -> None:
    found = report({"stage": "adopted", "standards": [{"id": "library"}]})
    assert {"KAL-001", "KAL-002", "KAL-004"} <= set(found.coverage.not_applicable)


def clocks(*clocks: tuple[str, int, str]) -> dict[str, Any]:
    listed = [
        {"id": f"c{place}", "stage": stage, "within": {"value": value, "unit": unit}}
        for place, (stage, value, unit) in enumerate(clocks)
    ]
    return {"complaints": {"clocks": listed}}


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        # The act's own number in the act's own word.
        (("first_answer", 14, "day"), []),
        (("complain", 30, "day"), []),
        # The office's own number.
        (("first_answer", 10, "day"), ["KAL-004"]),
        (("complain", 45, "day"), ["KAL-004"]),
        (("complain", 600, "day"), ["KAL-004.undated"]),
        # Longer than the act: another rule.
        (("first_answer", 15, "day"), []),
        (("complain", 29, "day"), []),
        (("first_answer", 0, "day"), []),
        # By the kind of days that favours the office.
        (("decision", 60, "working_day"), ["KAL-004.one_kind"]),
        (("decision", 61, "working_day"), []),
        (("first_answer", 5, "working_day"), []),
        (("first_answer", 14, "calendar_day"), []),
        (("complain", 30, "calendar_day"), ["KAL-004.one_kind"]),
        (("complain", 60, "calendar_day"), []),
        (("complain", 30, "working_day"), []),
        (("completion", 1, "month"), []),
        # No limit of the act.
        (("verification", 3, "day"), []),
    ],
)
def test_a_limit_of_the_act_is_told_in_both_readings(
    clock: tuple[str, int, str], expected: list[str], keys: Keys
) -> None:
    assert keys(clocks(clock), "KAL-004") == expected


def test_both_dates_are_worked_out_for_a_receipt_on_the_day(report: Callable[..., Report]) -> None:
    (found,) = report(clocks(("decision", 60, "working_day")), dt.date(2026, 2, 12)).of("KAL-004")
    assert found.pointer == ("complaints", "clocks", 0, "within")
    assert found.citations == ("UU 25/2009 Pasal 50 ayat (1)",)
    assert found.params == {
        "value": 60,
        "unit": "working_day",
        "days": 60,
        "received": "2026-02-12",
        "strict": "2026-04-13",
        "lenient": "2026-05-22",
    }
    (found,) = report(clocks(("first_answer", 10, "day")), dt.date(2026, 2, 12)).of("KAL-004")
    assert found.params == {
        "value": 10,
        "received": "2026-02-12",
        "strict": "2026-02-22",
        "lenient": "2026-03-02",
    }
    assert found.citations == ("UU 25/2009 Pasal 44 ayat (3)",)


def test_on_a_day_without_data_no_dates_are_told(keys: Keys) -> None:
    data = clocks(("first_answer", 10, "day"), ("decision", 60, "working_day"))
    assert keys(data, "KAL-004", as_of=dt.date(2028, 3, 1)) == ["KAL-004.undated"]
    # Two months reach into the year without data, ten days do not.
    assert keys(data, "KAL-004", as_of=dt.date(2027, 12, 1)) == ["KAL-004"]


@given(
    st.sampled_from(ClockStage),
    st.sampled_from(TimeUnit),
    st.integers(min_value=0, max_value=10**30),
    st.dates(),
)
def test_any_limit_can_be_read(stage: ClockStage, unit: TimeUnit, value: int, on: dt.date) -> None:
    clock = ComplaintClock(id="clock", stage=stage, within=Duration(value=value, unit=unit))
    definition = Definition(complaints=Complaints(clocks=(clock,)))
    for hit in BOTH_READINGS.find(Context(definition=definition, as_of=on)):
        if "strict" in hit.params:
            assert str(hit.params["strict"]) <= str(hit.params["lenient"])
            assert on.year in default_calendar().years
