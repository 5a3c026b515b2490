from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.model import Decree, Definition, LifeCycle, ServiceStandard
from pst_standards.rules.checks.sequence import CHECKS
from pst_standards.rules.context import Context

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
STEPS = (
    "discussed_on",
    "minutes_signed_on",
    "draft_published_on",
    "comments_until",
    "revised_on",
    "adopted_on",
    "in_force_from",
)
IN_ORDER = {key: f"2026-07-{place + 1:02}" for place, key in enumerate(STEPS)}
LIFE = ("standards", 0, "life_cycle")


def definition(life: dict[str, Any], stage: str = "draft", **standard: Any) -> dict[str, Any]:
    return {"stage": stage, "standards": [{"id": "library", "life_cycle": life, **standard}]}


@pytest.mark.parametrize("stage", ["draft", "discussed", "adopted"])
def test_steps_in_order_are_right_at_any_stage(stage: str, told: Told) -> None:
    assert told(definition(IN_ORDER, stage), "LIFE-010") == []
    assert told(definition(dict.fromkeys(STEPS, "2026-07-01"), stage), "LIFE-010") == []


@pytest.mark.parametrize("place", range(1, len(STEPS)))
@pytest.mark.parametrize("stage", ["draft", "adopted"])
def test_each_step_comes_after_the_one_before(place: int, stage: str, told: Told) -> None:
    before, step = STEPS[place - 1], STEPS[place]
    life = {before: "2026-07-02", step: "2026-07-01"}
    params = {"step": step, "on": "2026-07-01", "before": before, "before_on": "2026-07-02"}
    assert told(definition(life, stage), "LIFE-010") == [("LIFE-010", (*LIFE, step), params)]


def test_a_step_that_is_not_dated_is_passed_over(told: Told) -> None:
    life = {"discussed_on": "2026-07-05", "in_force_from": "2026-07-04"}
    (found,) = told(definition(life), "LIFE-010")
    assert found[1:] == (
        (*LIFE, "in_force_from"),
        {
            "step": "in_force_from",
            "on": "2026-07-04",
            "before": "discussed_on",
            "before_on": "2026-07-05",
        },
    )


def test_one_wrong_date_is_told_once(told: Told) -> None:
    life = {**IN_ORDER, "comments_until": "2027-07-04"}
    assert [hit[1][-1] for hit in told(definition(life), "LIFE-010")] == ["revised_on"]


def test_the_decree_stands_in_for_the_day_of_setting(told: Told) -> None:
    decree = {"date": "2026-07-01"}
    life = {"revised_on": "2026-07-02", "in_force_from": "2026-07-01"}
    assert told(definition(life, decree=decree), "LIFE-010") == [
        (
            "LIFE-010",
            ("standards", 0, "decree", "date"),
            {
                "step": "decree",
                "on": "2026-07-01",
                "before": "revised_on",
                "before_on": "2026-07-02",
            },
        )
    ]
    life["adopted_on"] = "2026-07-02"
    assert [hit[1][-1] for hit in told(definition(life, decree=decree), "LIFE-010")] == [
        "in_force_from"
    ]
    assert told(definition({"revised_on": "2026-07-02"}, decree={"number": "1"}), "LIFE-010") == []


@pytest.mark.parametrize(("set_on", "count"), [("2012-10-29", 0), ("2012-10-30", 1)])
def test_what_was_set_before_the_regulation_went_another_way(
    set_on: str, count: int, told: Told
) -> None:
    life = {"revised_on": "2012-12-01", "adopted_on": set_on}
    assert len(told(definition(life), "LIFE-010")) == count


def test_without_a_life_cycle_there_is_no_order(report: Callable[..., Report]) -> None:
    found = report({"standards": [{"id": "library"}]})
    assert {"LIFE-010", "LIFE-017"} <= set(found.coverage.not_applicable)


days = st.none() | st.dates(min_value=date(2013, 1, 1), max_value=date(2030, 1, 1))


@given(st.fixed_dictionaries(dict.fromkeys(STEPS, days)), days)
def test_only_dates_out_of_order_are_found(life: dict[str, Any], decree: date | None) -> None:
    standard = ServiceStandard(
        id="library", life_cycle=LifeCycle(**life), decree=Decree(date=decree)
    )
    context = Context(definition=Definition(standards=(standard,)), as_of=date(2026, 11, 22))
    dated = [life[key] or (decree if key == "adopted_on" else None) for key in STEPS]
    stated = [day for day in dated if day is not None]
    assert bool(list(CHECKS[0].find(context))) == (stated != sorted(stated))


REPLACED = {"number": "04/CONTOH/2023", "date": "2023-02-06"}
ANEW = {"discussed_on": "2026-07-02", "draft_published_on": "2026-07-06"}


def change(life: dict[str, Any], replaces: dict[str, Any] | None = None) -> dict[str, Any]:
    return definition(life, "adopted", replaces=REPLACED if replaces is None else replaces)


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (ANEW, []),
        ({**ANEW, "discussed_on": "2023-02-06"}, []),
        ({**ANEW, "discussed_on": "2023-02-05"}, [("earlier", "discussed_on", "2023-02-05")]),
        (
            {"minutes_signed_on": "2023-01-12", "draft_published_on": "2026-07-06"},
            [("earlier", "minutes_signed_on", "2023-01-12")],
        ),
        (
            {**ANEW, "minutes_signed_on": "2023-01-12"},
            [],
        ),
        (
            {"discussed_on": "2023-01-12", "draft_published_on": "2023-01-16"},
            [
                ("earlier", "discussed_on", "2023-01-12"),
                ("earlier", "draft_published_on", "2023-01-16"),
            ],
        ),
        ({"draft_published_on": "2023-02-06"}, []),
        ({"discussed_on": "2026-07-02"}, [("unpublished", "", "")]),
        (
            {"discussed_on": "2023-01-12"},
            [("unpublished", "", ""), ("earlier", "discussed_on", "2023-01-12")],
        ),
    ],
)
def test_a_change_is_discussed_and_published_anew(
    life: dict[str, Any], expected: list[tuple[str, str, str]], told: Told
) -> None:
    full = [
        ("LIFE-017.unpublished", LIFE, {})
        if variant == "unpublished"
        else (
            "LIFE-017.earlier",
            (*LIFE, step),
            {"step": step, "on": on, "replaced_on": "2023-02-06"},
        )
        for variant, step, on in expected
    ]
    assert told(change(life), "LIFE-017") == full


def test_what_replaces_nothing_is_no_change(told: Told, report: Callable[..., Report]) -> None:
    first = definition({"discussed_on": "2020-01-06"}, "adopted")
    assert told(first, "LIFE-017") == []
    assert "LIFE-017" in report(first).coverage.not_applicable
    undated = change({"discussed_on": "1999-01-04"}, {"number": "04/CONTOH/2023"})
    assert [key for key, *_ in told(undated, "LIFE-017")] == ["LIFE-017.unpublished"]


def test_other_standards_are_looked_at_too(told: Told) -> None:
    data = change(ANEW)
    data["standards"].insert(0, {"id": "first", "life_cycle": {"discussed_on": "2020-01-06"}})
    data["standards"].append(
        {"id": "last", "replaces": REPLACED, "life_cycle": {"draft_published_on": "2023-01-02"}}
    )
    assert [hit[1] for hit in told(data, "LIFE-017")] == [
        ("standards", 2, "life_cycle", "draft_published_on")
    ]


@pytest.mark.parametrize(("set_on", "count"), [("2012-10-29", 0), ("2012-10-30", 1)])
def test_a_change_of_before_the_regulation_went_another_way(
    set_on: str, count: int, told: Told
) -> None:
    life = {"discussed_on": "2026-07-02", "adopted_on": set_on}
    assert len(told(change(life), "LIFE-017")) == count
