from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
CLOCK_RULES = ("PGD-010", "PGD-024", "PGD-040", "PGD-043", "PGD-044", "PGD-052", "PGD-055")


def clock(stage: str | None, value: int | None, unit: str | None = "day", **more: Any) -> Any:
    within = {"value": value, "unit": unit}
    stated = {"stage": stage, "within": {k: v for k, v in within.items() if v is not None}}
    return {"id": "c", **{k: v for k, v in stated.items() if v}, **more}


def with_clocks(*clocks: Any) -> dict[str, Any]:
    return {"complaints": {"clocks": [one | {"id": f"c{n}"} for n, one in enumerate(clocks)]}}


@pytest.mark.parametrize(
    ("rule", "stage", "kept", "broken"),
    [
        ("PGD-024", "complain", (30, "day"), (29, "day")),
        ("PGD-024", "complain", (21, "working_day"), (20, "working_day")),
        ("PGD-040", "first_answer", (14, "working_day"), (15, "working_day")),
        ("PGD-040", "first_answer", (20, "calendar_day"), (21, "calendar_day")),
        ("PGD-043", "decision", (60, "day"), (61, "day")),
        ("PGD-043", "decision", (84, "calendar_day"), (85, "calendar_day")),
        ("PGD-044", "delivery", (14, "day"), (15, "day")),
        ("PGD-044", "delivery", (480, "hour"), (481, "hour")),
        ("PGD-052", "completion", (30, "calendar_day"), (29, "calendar_day")),
        ("PGD-052", "completion", (1, "month"), (0, "month")),
        ("PGD-055", "reaction", (10, "working_day"), (9, "working_day")),
        ("PGD-055", "reaction", (10, "day"), (9, "day")),
        ("PGD-055", "reaction", (10, "calendar_day"), (9, "calendar_day")),
        ("PGD-055", "reaction", (240, "hour"), (239, "hour")),
        ("PGD-055", "reaction", (1, "month"), (0, "month")),
        ("PGD-010", "verification", (3, "working_day"), (4, "working_day")),
        ("PGD-010", "information", (5, "day"), (6, "day")),
        ("PGD-010", "aspiration", (5, "day"), (6, "day")),
        ("PGD-010", "without_examination", (14, "working_day"), (15, "working_day")),
        ("PGD-010", "with_examination", (60, "working_day"), (61, "working_day")),
    ],
)
def test_each_limit_is_held_against_its_own(
    rule: str, stage: str, kept: tuple[int, str], broken: tuple[int, str], keys: Keys
) -> None:
    assert keys(with_clocks(clock(stage, *kept)), *CLOCK_RULES) == []
    assert keys(with_clocks(clock(stage, *broken)), *CLOCK_RULES) == [rule]


@pytest.mark.parametrize(
    ("rule", "stage", "value", "days"),
    [
        ("PGD-024", "complain", 7, 30),
        ("PGD-040", "first_answer", 30, 14),
        ("PGD-043", "decision", 90, 60),
        ("PGD-044", "delivery", 30, 14),
        ("PGD-052", "completion", 7, 30),
        ("PGD-055", "reaction", 3, 10),
    ],
)
def test_a_finding_names_promise_and_limit(
    rule: str, stage: str, value: int, days: int, report: Check
) -> None:
    (found,) = report(with_clocks(clock("verification", 1), clock(stage, value))).of(rule)
    assert found.pointer == ("complaints", "clocks", 1, "within")
    assert found.params == {"value": value, "unit": "day", "days": days}


def test_practice_is_cited_by_the_regulation_of_the_day(report: Check) -> None:
    given = with_clocks(clock("without_examination", 20), clock("reaction", 3))
    for day, regulation in (("2024-01-31", "62/2018"), ("2026-01-31", "5/2025")):
        found = report(given, dt.date.fromisoformat(day)).of("PGD-010", "PGD-055")
        assert {one.citations for one in found} == {(f"PermenPANRB {regulation}",)}
        assert len(found) == 2
    (longer,) = report(given).of("PGD-010")
    assert longer.params == {
        "value": 20,
        "unit": "day",
        "days": 14,
        "stage": "Pengaduan tidak berkadar pengawasan",
        "stage_en": "Settlement without examination",
    }


def test_before_there_was_a_guide_practice_is_not_asked_for(keys: Keys) -> None:
    given = with_clocks(clock("with_examination", 90), clock("reaction", 3))
    assert keys(given, "PGD-010", "PGD-055", as_of=dt.date(2018, 6, 30)) == []
    assert keys(given, "PGD-010", "PGD-055", as_of=dt.date(2018, 12, 31)) == ["PGD-010", "PGD-055"]


def test_the_act_keeps_its_own_citation(report: Check) -> None:
    (found,) = report(with_clocks(clock("first_answer", 30))).of("PGD-040")
    assert found.citations == ("UU 25/2009 Pasal 44 ayat (3)",)


def test_every_limit_of_practice_that_is_too_long_is_named(report: Check) -> None:
    given = with_clocks(clock("with_examination", 90), clock("verification", 9))
    found = report(given).of("PGD-010")
    named = {one.params["stage_en"] for one in found}
    assert named == {"Verification", "Settlement with examination"}


@pytest.mark.parametrize(
    "one",
    [
        clock("first_answer", None),
        clock("first_answer", 30, None),
        {"id": "c", "stage": "first_answer"},
        {"id": "c", "within": {"value": 90, "unit": "day"}},
        clock(None, 90, text="Tanggapan dan penyelesaian pengaduan"),
        clock(None, 90, citation="UU 25/2009 Pasal 50"),
        {"id": "c", "stage": "first_answer", "text": "Ditanggapi segera"},
        # Half a duration is no reason to read the sentence instead.
        clock("first_answer", 7, None, text="Ditanggapi dalam 30 hari"),
    ],
)
def test_what_is_not_certain_is_left_alone(one: dict[str, Any], report: Check) -> None:
    found = report(with_clocks(one))
    assert found.of(*CLOCK_RULES) == ()
    assert found.coverage.failed == ()


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (clock(None, 30, citation="UU 25/2009 Pasal 44 ayat (3)"), "PGD-040"),
        (clock(None, 90, citation="Pasal 50 ayat (1) UU 25/2009"), "PGD-043"),
        (clock(None, 30, text="Pengaduan ditanggapi sejak diterima"), "PGD-040"),
        (clock(None, 30, text={"en": "The complaint is answered after receipt"}), "PGD-040"),
        (clock(None, 7, text="Pengaduan disampaikan sejak menerima pelayanan"), "PGD-024"),
        ({"text": "Pengaduan ditanggapi paling lambat 30 hari kerja"}, "PGD-040"),
        ({"stage": "decision", "text": "Paling lama 90 (sembilan puluh) hari"}, "PGD-043"),
    ],
)
def test_a_limit_is_known_by_its_article_or_its_words(
    one: dict[str, Any], expected: str, keys: Keys
) -> None:
    assert keys(with_clocks(one), *CLOCK_RULES) == [expected]


def test_the_stated_stage_comes_before_citation_and_words(keys: Keys) -> None:
    one = clock(
        "decision", 30, citation="UU 25/2009 Pasal 44 ayat (3)", text="Pengaduan ditanggapi"
    )
    assert keys(with_clocks(one), *CLOCK_RULES) == []
    other = clock(None, 30, citation="UU 25/2009 Pasal 50 ayat (1)", text="Pengaduan ditanggapi")
    assert keys(with_clocks(other), *CLOCK_RULES) == []


def test_a_limit_in_words_points_at_them(report: Check) -> None:
    given = with_clocks({"text": "Pengaduan ditanggapi paling lambat 30 hari kerja"})
    (found,) = report(given).of("PGD-040")
    assert found.pointer == ("complaints", "clocks", 0, "text")
    assert found.params == {"value": 30, "unit": "working_day", "days": 14}


@pytest.mark.parametrize(
    ("handling", "expected"),
    [
        ({"time_limit": {"value": 30, "unit": "day"}}, ["PGD-040"]),
        ({"time_limit": {"value": 14, "unit": "working_day"}}, []),
        ({"text": "Ditanggapi", "time_limit": {"value": 30, "unit": "day"}}, ["PGD-040"]),
        ({"text": "Diselesaikan", "time_limit": {"value": 30, "unit": "day"}}, []),
        ({"text": "Ditanggapi dalam 30 hari"}, []),
        ({"time_limit": {"value": 30}}, []),
    ],
)
def test_the_answer_of_a_standard_is_a_promise_too(
    handling: dict[str, Any], expected: list[str], keys: Keys, report: Check
) -> None:
    given = {"standards": [{"id": "a"}, {"id": "b", "complaint_handling": handling}]}
    assert keys(given, *CLOCK_RULES) == expected
    for found in report(given).of("PGD-040"):
        assert found.pointer == ("standards", 1, "complaint_handling", "time_limit")


def test_without_the_clock_a_rule_does_not_apply(report: Check) -> None:
    asked = report(with_clocks(clock("decision", 60))).coverage
    assert "PGD-043" in asked.checked
    assert {"PGD-010", "PGD-024", "PGD-040", "PGD-044", "PGD-052", "PGD-055"} <= set(
        asked.not_applicable
    )


@pytest.mark.parametrize("stage", ["verification", "aspiration", "with_examination"])
def test_any_limit_of_practice_makes_its_rule_apply(stage: str, report: Check) -> None:
    assert "PGD-010" in report(with_clocks(clock(stage, 1))).coverage.checked
