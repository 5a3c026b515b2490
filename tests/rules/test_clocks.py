from __future__ import annotations

from typing import Any

import pytest
import yaml

from pst_standards.definitions import read_data
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.model.definition import Definition
from pst_standards.rules.clocks import PromisedLimit, promised_limits

S = ClockStage
U = TimeUnit


def found(text: str) -> list[PromisedLimit]:
    return list(promised_limits(read_data(yaml.safe_load(text)).definition))


def test_promises_stand_under_clocks_and_in_standards() -> None:
    assert found("""
complaints:
  clocks:
    - {id: a, stage: decision, within: {value: 60, unit: day}}
    - {id: b, citation: UU 25/2009 Pasal 44 ayat (3), within: {value: 14, unit: working_day}}
    - {id: c, text: Keputusan disampaikan, within: {value: 2, unit: month}}
    - {id: d, text: Kasus ditutup bila 10 hari kerja tidak ditanggapi}
standards:
  - {id: a, complaint_handling: {time_limit: {value: 3, unit: hour}}}
  - {id: b}
  - {id: c, complaint_handling: {text: Ditanggapi, time_limit: {value: 5, unit: minute}}}
""") == [
        PromisedLimit(S.DECISION, 60, U.DAY, ("complaints", "clocks", 0, "within")),
        PromisedLimit(S.FIRST_ANSWER, 14, U.WORKING_DAY, ("complaints", "clocks", 1, "within")),
        PromisedLimit(S.DELIVERY, 2, U.MONTH, ("complaints", "clocks", 2, "within")),
        PromisedLimit(S.REACTION, 10, U.WORKING_DAY, ("complaints", "clocks", 3, "text")),
        PromisedLimit(
            S.FIRST_ANSWER, 3, U.HOUR, ("standards", 0, "complaint_handling", "time_limit")
        ),
        PromisedLimit(
            S.FIRST_ANSWER, 5, U.MINUTE, ("standards", 2, "complaint_handling", "time_limit")
        ),
    ]


@pytest.mark.parametrize(
    ("clock", "stage"),
    [
        ({"stage": "delivery", "citation": "UU 25/2009 Pasal 50 ayat (1)"}, S.DELIVERY),
        ({"citation": "UU 25/2009 Pasal 50 ayat (1)", "text": "Ditanggapi"}, S.DECISION),
        ({"citation": "PP 96/2012 Pasal 42", "text": "Ditanggapi"}, S.FIRST_ANSWER),
        ({"text": {"id": "Pengaduan", "en": "The answer"}}, S.FIRST_ANSWER),
        ({"text": {"en": "The answer"}}, S.FIRST_ANSWER),
        ({"text": "Pengaduan"}, None),
        ({"text": {"id": "Pengaduan", "en": "Complaint"}}, None),
        ({}, None),
    ],
)
def test_what_a_clock_measures(clock: dict[str, Any], stage: S | None) -> None:
    stated = {"id": "a", "within": {"value": 1, "unit": "day"}, **clock}
    definition = read_data({"complaints": {"clocks": [stated]}}).definition
    assert [one.stage for one in promised_limits(definition)] == ([stage] if stage else [])


@pytest.mark.parametrize(
    ("clock", "promised"),
    [
        ({"within": {"value": 0, "unit": "day"}}, [(0, U.DAY)]),
        ({"within": {"value": 5}}, []),
        ({"within": {"unit": "day"}}, []),
        ({"within": {}, "text": "5 hari"}, []),
        ({"text": "5 hari"}, [(5, U.DAY)]),
        ({"text": {"en": "within 5 days"}}, [(5, U.DAY)]),
        ({"text": "5 hari atau 3 jam"}, []),
        ({}, []),
    ],
)
def test_how_long_a_clock_runs(clock: dict[str, Any], promised: list[tuple[int, TimeUnit]]) -> None:
    stated = {"id": "a", "stage": "decision", **clock}
    definition = read_data({"complaints": {"clocks": [stated]}}).definition
    assert [(one.value, one.unit) for one in promised_limits(definition)] == promised


@pytest.mark.parametrize(
    "handling",
    [
        {"text": "Diselesaikan", "time_limit": {"value": 5, "unit": "day"}},
        {"text": {"en": "Settled"}, "time_limit": {"value": 5, "unit": "day"}},
        {"time_limit": {"value": 5}},
        {"text": "Ditanggapi dalam 5 hari"},
    ],
)
def test_a_time_to_settle_is_no_answer(handling: dict[str, Any]) -> None:
    given = {"standards": [{"id": "a", "complaint_handling": handling}]}
    assert list(promised_limits(read_data(given).definition)) == []


def test_an_empty_definition_promises_nothing() -> None:
    assert list(promised_limits(Definition())) == []
