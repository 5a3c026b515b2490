from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Confidence, Report
from pst_standards.law import PartialDate, Regulation, RegulationKey, default_register
from pst_standards.model import (
    Decree,
    Definition,
    LegalBasis,
    LifeCycle,
    Reference,
    ServiceStandard,
)
from pst_standards.rules.checks.upkeep import CHECKS
from pst_standards.rules.context import Context

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
STANDARD = ("standards", 0)
LIFE = (*STANDARD, "life_cycle")
BOTH = ("LIFE-014", "LIFE-015")


def adopted(life: dict[str, Any] | None = None, **standard: Any) -> dict[str, Any]:
    made = {"id": "library", **standard}
    if life is not None:
        made["life_cycle"] = life
    return {"stage": "adopted", "standards": [made]}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("rule", "last", "due"),
    [
        ("LIFE-014", "2025-03-10", "2026-03-10"),
        ("LIFE-014", "2024-02-29", "2025-02-28"),
        ("LIFE-014", "2025-02-28", "2026-02-28"),
        ("LIFE-015", "2023-03-10", "2026-03-10"),
        ("LIFE-015", "2024-02-29", "2027-02-28"),
        ("LIFE-015", "2021-12-31", "2024-12-31"),
    ],
)
def test_a_look_is_due_to_the_day(rule: str, last: str, due: str, told: Told) -> None:
    params = {"standard": "library", "last": last, "due": due}
    key = "evaluated_on" if rule == "LIFE-014" else "reviewed_on"
    after = day(due) + dt.timedelta(days=1)
    for given_, variant, at in (
        (adopted(decree={"date": last}), "never", STANDARD),
        (adopted({"adopted_on": last}), "never", LIFE),
        (adopted({"adopted_on": "2013-01-07", key: [last]}), "overdue", (*LIFE, key)),
        (adopted({key: ["2013-01-07", last, "2014-01-06"]}), "overdue", (*LIFE, key)),
    ):
        assert told(given_, rule, as_of=day(due)) == []
        assert told(given_, rule, as_of=after) == [(f"{rule}.{variant}", at, params)]


def test_use_begins_with_the_later_of_setting_and_coming_into_force(told: Told) -> None:
    life = {"adopted_on": "2025-01-06", "in_force_from": "2025-02-03"}
    assert told(adopted(life), "LIFE-014", as_of=day("2026-02-03")) == []
    (found,) = told(adopted(life), "LIFE-014", as_of=day("2026-02-04"))
    assert found[2]["last"] == "2025-02-03"
    swapped = {"adopted_on": "2025-02-03", "in_force_from": "2025-01-06"}
    assert told(adopted(swapped), "LIFE-014", as_of=day("2026-02-03")) == []
    assert len(told(adopted({"in_force_from": "2025-01-06"}), "LIFE-014")) == 1


def test_a_look_of_an_older_version_does_not_shorten_the_time(told: Told) -> None:
    life = {
        "adopted_on": "2026-01-05",
        "evaluated_on": ["2024-01-08"],
        "reviewed_on": ["2022-01-03"],
    }
    assert told(adopted(life), *BOTH) == []
    life["adopted_on"] = "2022-11-21"
    assert [key for key, *_ in told(adopted(life), *BOTH)] == ["LIFE-014.overdue", "LIFE-015.never"]


def test_what_is_planned_for_later_is_not_done(told: Told) -> None:
    life = {
        "adopted_on": "2020-01-06",
        "evaluated_on": ["2026-11-23"],
        "reviewed_on": ["2026-11-23"],
    }
    assert [key for key, *_ in told(adopted(life), *BOTH)] == ["LIFE-014.never", "LIFE-015.never"]
    assert told(adopted(life), *BOTH, as_of=day("2026-11-23")) == []
    assert told(adopted({"adopted_on": "2027-01-04"}), *BOTH) == []


def test_a_review_is_an_evaluation_too_but_not_the_other_way(told: Told) -> None:
    life = {"adopted_on": "2020-01-06", "reviewed_on": ["2026-01-05"]}
    assert told(adopted(life), *BOTH) == []
    life = {"adopted_on": "2020-01-06", "evaluated_on": ["2026-01-05"]}
    assert [key for key, *_ in told(adopted(life), *BOTH)] == ["LIFE-015.never"]


def test_the_finding_points_at_what_is_there(told: Told) -> None:
    life = {"adopted_on": "2020-01-06", "reviewed_on": ["2021-01-04"]}
    assert [hit[1] for hit in told(adopted(life), *BOTH)] == [LIFE, (*LIFE, "reviewed_on")]
    assert [hit[0] for hit in told(adopted(life), *BOTH)] == [
        "LIFE-014.overdue",
        "LIFE-015.overdue",
    ]


def test_the_duty_began_with_the_regulation(told: Told) -> None:
    old = adopted(decree={"date": "2009-01-05"})
    assert told(old, "LIFE-014", as_of=day("2013-10-30")) == []
    assert told(old, "LIFE-014", as_of=day("2013-10-31")) == [
        (
            "LIFE-014.never",
            STANDARD,
            {"standard": "library", "last": "2009-01-05", "due": "2013-10-30"},
        )
    ]
    assert told(old, "LIFE-015", as_of=day("2015-10-30")) == []
    assert len(told(old, "LIFE-015", as_of=day("2015-10-31"))) == 1


def test_a_standard_of_no_day_is_not_judged(told: Told, report: Check) -> None:
    assert told(adopted({}), *BOTH, "LIFE-022") == []
    assert told(adopted(), *BOTH, "LIFE-022") == []
    assert {*BOTH, "LIFE-022"} <= set(report(adopted()).coverage.not_applicable)
    assert {*BOTH, "LIFE-022"} <= set(report(adopted({})).coverage.checked)
    assert set(BOTH) <= set(report(adopted(decree={"date": "2026-01-05"})).coverage.checked)


def test_each_standard_is_judged(told: Told) -> None:
    data = adopted({"evaluated_on": ["2026-01-05"]}, decree={"date": "2025-01-06"})
    data["standards"] += [{"id": "b"}, {"id": "c", "decree": {"date": "2020-01-06"}}]
    assert [(hit[0], hit[1]) for hit in told(data, *BOTH)] == [
        ("LIFE-014.never", ("standards", 2)),
        ("LIFE-015.never", ("standards", 2)),
    ]


days = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2060, 1, 1))


@given(st.lists(days, max_size=4), st.lists(days, max_size=4), days, days, days)
def test_one_more_look_never_adds_a_finding(
    evaluated: list[dt.date], reviewed: list[dt.date], more: dt.date, set_on: dt.date, on: dt.date
) -> None:
    def overdue(life: LifeCycle) -> list[int]:
        standard = ServiceStandard(id="a", life_cycle=life, decree=Decree(date=set_on))
        context = Context(definition=Definition(standards=(standard,)), as_of=on)
        return [len(list(check.find(context))) for check in CHECKS[:2]]

    before = overdue(LifeCycle(evaluated_on=tuple(evaluated), reviewed_on=tuple(reviewed)))
    after = overdue(LifeCycle(evaluated_on=tuple(evaluated), reviewed_on=(*reviewed, more)))
    assert all(later <= earlier for earlier, later in zip(before, after, strict=True))
    if more == on:
        assert after == [0, 0]


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"reviewed_on": ["2025-11-22"]}, []),
        ({"reviewed_on": ["2025-11-21"]}, ["seldom"]),
        ({"reviewed_on": ["2023-11-22"]}, ["seldom"]),
        ({"reviewed_on": ["2023-11-21"]}, []),
        ({"reviewed_on": ["2025-11-21", "2026-01-05", "2024-01-08"]}, []),
        ({"reviewed_on": ["2025-11-21", "2026-12-07"]}, ["seldom"]),
        ({"reviewed_on": ["2026-12-07"]}, []),
        ({"reviewed_on": ["2026-12-07"], "review_scope": "part"}, []),
        ({"reviewed_on": ["2026-01-05"], "review_scope": "part"}, ["part"]),
        ({"reviewed_on": ["2025-01-06"], "review_scope": "part"}, ["part", "seldom"]),
        ({"reviewed_on": ["2026-01-05"], "review_scope": "whole"}, []),
        ({"reviewed_on": ["2025-01-06"], "adopted_on": "2026-01-05"}, []),
        ({"reviewed_on": ["2025-01-06"], "adopted_on": "2024-01-08"}, ["seldom"]),
        ({"review_scope": "part"}, []),
        ({}, []),
    ],
)
def test_a_yearly_review_of_all_scores_highest(
    life: dict[str, Any], expected: list[str], told: Told
) -> None:
    last = max((d for d in life.get("reviewed_on", []) if d <= "2026-11-22"), default="")
    full = {
        "part": ("LIFE-016.part", (*LIFE, "review_scope"), {}),
        "seldom": ("LIFE-016.seldom", (*LIFE, "reviewed_on"), {"last": last}),
    }
    assert told(adopted(life), "LIFE-016") == [full[name] for name in expected]


def rests_on(*citations: str, set_on: str = "2023-02-06", **life: Any) -> dict[str, Any]:
    regulations = [{"citation": citation} for citation in citations]
    return adopted(life, decree={"date": set_on}, legal_basis={"regulations": regulations})


REPLACED = {"regulation": "PP 7/2015", "until": "2024-03-14", "replaced_by": "PP 13/2024"}
FIRST = (*STANDARD, "legal_basis", "regulations", 0)


def test_a_basis_replaced_since_asks_for_a_review(told: Told) -> None:
    found = told(rests_on("PP 7/2015", "UU 25/2009"), "LIFE-022")
    assert found == [("LIFE-022", FIRST, {**REPLACED, "looked": "2023-02-06"})]
    second = told(rests_on("UU 25/2009", "PP 7/2015"), "LIFE-022")
    assert [hit[1][-1] for hit in second] == [1]


@pytest.mark.parametrize(
    ("life", "looked"),
    [
        ({"reviewed_on": ["2024-03-13"]}, "2024-03-13"),
        ({"reviewed_on": ["2024-03-14"]}, None),
        ({"reviewed_on": ["2024-05-06", "2023-05-08"]}, None),
        ({"reviewed_on": ["2027-01-04"]}, "2023-02-06"),
        ({"evaluated_on": ["2025-01-06"]}, "2023-02-06"),
    ],
)
def test_a_review_since_answers_it(life: dict[str, Any], looked: str | None, told: Told) -> None:
    found = told(rests_on("PP 7/2015", **life), "LIFE-022")
    assert [hit[2]["looked"] for hit in found] == ([] if looked is None else [looked])


@pytest.mark.parametrize(
    ("citation", "set_on", "on", "count"),
    [
        ("PP 7/2015", "2023-02-06", "2024-03-13", 0),
        ("PP 7/2015", "2023-02-06", "2024-03-14", 1),
        ("PP 7/2015", "2024-03-13", "2026-11-22", 1),
        ("PP 7/2015", "2024-03-14", "2026-11-22", 0),  # STD-009 tells of this one
        ("PP 7/2015 dan PP 13/2024", "2023-02-06", "2026-11-22", 0),
        ("PermenPANRB 16/2014", "2017-06-05", "2026-11-22", 0),  # within the year of the change
        ("PermenPANRB 16/2014", "2016-06-06", "2026-11-22", 1),
        ("Perka BPS 78/2020", "2021-02-01", "2026-11-22", 0),  # its end is not certain
        ("UU 1/1945", "2021-02-01", "2026-11-22", 0),
        ("PP 7/2015", "2027-02-01", "2026-11-22", 0),
    ],
)
def test_only_what_surely_ended_between_counts(
    citation: str, set_on: str, on: str, count: int, told: Told
) -> None:
    given_ = rests_on(citation, set_on=set_on)
    assert len(told(given_, "LIFE-022", as_of=day(on))) == count


def test_a_basis_without_a_day_of_setting_is_not_judged(told: Told) -> None:
    data = rests_on("PP 7/2015")
    del data["standards"][0]["decree"]
    data["standards"].append({**rests_on("PP 7/2015")["standards"][0], "id": "second"})
    assert [hit[1][1] for hit in told(data, "LIFE-022")] == [1]


def test_a_basis_ended_twice_is_named_in_order(told: Told) -> None:
    found = told(rests_on("PP 7/2015, PermenPANRB 17/2017", set_on="2018-01-08"), "LIFE-022")
    assert [hit[2]["regulation"] for hit in found] == ["PP 7/2015", "PermenPANRB 17/2017"]


def test_each_review_is_looked_at(told: Told) -> None:
    data = adopted({})
    data["standards"] += [
        {"id": "b", "life_cycle": {"reviewed_on": ["2026-12-07"]}},
        {"id": "c", "life_cycle": {"reviewed_on": ["2025-01-06"]}},
    ]
    assert [hit[1][1] for hit in told(data, "LIFE-016")] == [2]


def test_a_standard_without_a_legal_basis_has_none_that_ended(told: Told) -> None:
    data = adopted(decree={"date": "2023-02-06"})
    data["standards"].append({**rests_on("PP 7/2015")["standards"][0], "id": "b"})
    assert [hit[1][1] for hit in told(data, "LIFE-022")] == [1]


def test_a_successor_beside_one_does_not_excuse_the_others(told: Told) -> None:
    cited = "PP 7/2015, PP 13/2024, PermenPANRB 17/2017"
    found = told(rests_on(cited, set_on="2018-01-08"), "LIFE-022")
    assert [hit[2]["regulation"] for hit in found] == ["PermenPANRB 17/2017"]


@pytest.mark.parametrize(
    ("successors", "named"),
    [((), "-"), (("UU 2/2024", "UU 3/2024"), "UU 2/2024, UU 3/2024")],
)
def test_successors_are_named(successors: tuple[str, ...], named: str) -> None:
    key = RegulationKey.parse("UU 1/2000")
    ended = Regulation(
        key=key,
        title="Contoh",
        title_en="Example",
        confidence=Confidence.VERIFIED,
        source="made up",
        in_force_until=PartialDate(year=2024),
        replaced_by=tuple(map(RegulationKey.parse, successors)),
    )
    standard = ServiceStandard(
        id="a",
        decree=Decree(date=day("2023-02-06")),
        legal_basis=LegalBasis(regulations=(Reference(citation="UU 1/2000"),)),
    )
    context = Context(
        definition=Definition(standards=(standard,)),
        as_of=day("2026-11-22"),
        law=default_register().with_regulations(ended),
    )
    (hit,) = CHECKS[3].find(context)
    assert hit.params["replaced_by"] == named
