"""Policies as messy as they were published: they load, and what is wrong is found exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.compensation import CompensationError, Entitlement, PolicyError
from pst_standards.compensation.tiers import tier_at, untimed_tier
from pst_standards.definitions import loads
from pst_standards.model.channel import TimeUnit
from pst_standards.model.compensation import CompensationRule, Tier
from pst_standards.rules.tiers import joints, weakened

DATA = Path(__file__).resolve().parents[1] / "data"
Answer = Callable[..., Entitlement]


def read(name: str, key: str) -> list[Any]:
    cases = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))[key]
    return [pytest.param(case, id=case["id"]) for case in cases]


def tiers(bounds: list[list[Any]]) -> tuple[Tier, ...]:
    """Make tiers of bounds; a third part says that the upper one is included."""
    return tuple(
        Tier(lower=lower, upper=upper, upper_included=True if included else None)
        for lower, upper, *included in bounds
    )


def found(bounds: list[list[Any]]) -> list[list[Any]]:
    return [[one.kind, one.start, one.stop] for one in joints(tiers(bounds))]


def defect(kind: str, start: int, stop: int | None) -> str:
    """Name a place where tiers do not join as the collection of policies names it."""
    if kind == "start":
        return f"gap_below_{stop}"
    if kind == "end":
        return f"undefined_above_{start - 1}"
    assert stop == start + 1, "each published clash is of a single minute"
    return f"{kind}_{start}"


each_tier_set = pytest.mark.parametrize("case", read("compensation-tiers.yaml", "policies"))
each_policy = pytest.mark.parametrize("case", read("compensation-policies.yaml", "cases"))
each_reading = pytest.mark.parametrize(
    ("bounds", "answers"), [("tiers", "answers"), ("until", "answers_until")]
)


@each_tier_set
def test_tiers_as_they_are_written_show_their_published_defects_and_no_other(
    case: Mapping[str, Any],
) -> None:
    assert sorted(defect(*one) for one in found(case["tiers"])) == sorted(case["defects"])


@each_tier_set
def test_gaps_and_overlaps_are_found_exactly(case: Mapping[str, Any]) -> None:
    assert sorted(found(case["until"]), key=str) == sorted(case["joints"], key=str)


@each_tier_set
def test_an_upper_bound_that_is_included_is_the_next_number_not_included(
    case: Mapping[str, Any],
) -> None:
    plain = [[one[0], one[1] + 1 if len(one) == 3 else one[1]] for one in case["tiers"]]
    assert found(case["tiers"]) == found(plain)


@each_reading
@each_tier_set
def test_every_delay_earns_its_tier_or_is_refused(
    case: Mapping[str, Any], bounds: str, answers: str
) -> None:
    rule = CompensationRule(id="late", unit=TimeUnit.MINUTE, tiers=tiers(case[bounds]))
    for delay, expected in case[answers].items():
        try:
            tier = tier_at(rule, delay)
            seen: Any = "none" if tier is None else tier.place
        except PolicyError as error:
            seen = error.key
        assert (delay, seen) == (delay, expected)


@each_tier_set
def test_a_delay_is_refused_where_a_gap_or_an_overlap_is_found(case: Mapping[str, Any]) -> None:
    for reading in ("tiers", "until"):
        given = tiers(case[reading])
        rule = CompensationRule(id="late", unit=TimeUnit.MINUTE, tiers=given)
        clashes = [one for one in joints(given) if one.kind in {"gap", "overlap"}]
        for delay in range(200):
            clash = any(one.start <= delay < (one.stop or delay + 1) for one in clashes)
            try:
                tier_at(rule, delay)
                refused = False
            except PolicyError:
                refused = True
            assert (delay, refused) == (delay, clash)


def test_a_clash_tells_the_bounds_as_they_are_written() -> None:
    rule = CompensationRule(id="late", tiers=tiers([[0, 90, "included"], [90, None]]))
    with pytest.raises(PolicyError) as caught:
        tier_at(rule, 90)
    assert caught.value.params == {"rule": "late", "upper": 90, "lower": 90}
    rule = CompensationRule(id="late", tiers=tiers([[30, 20, "included"]]))
    with pytest.raises(PolicyError) as caught:
        tier_at(rule, 25)
    assert caught.value.params == {"rule": "late", "upper": 20, "lower": 30}


def test_a_tier_of_a_single_number_can_be_written() -> None:
    assert found([[0, 30], [30, 30, "included"], [31, None]]) == []
    assert ["inverted", 30, 30] in found([[0, 30], [30, 30], [31, None]])


@each_policy
def test_a_published_policy_loads(case: Mapping[str, Any]) -> None:
    policy = loads({"compensation": {**case.get("policy", {}), "rules": case["rules"]}})
    assert policy.compensation is not None
    assert len(policy.compensation.rules) == len(case["rules"])


@each_policy
def test_a_published_policy_answers_or_says_why_it_cannot(
    case: Mapping[str, Any], answer: Answer
) -> None:
    triggers = {rule.get("trigger", "late") for rule in case["rules"]} or {"late"}
    policy = {**case.get("policy", {}), "rules": case["rules"]}
    for minutes in (1, 30, 45, 60, 61, 119, 240):
        got, refused = asked(answer, policy, sorted(triggers), minutes)
        assert refused.partition(".")[0] in {"", "clock", "unit", "tiers", "limit"}
        if got is not None:
            assert got.eligible is not bool(got.causes)
            assert got.complaint_still_open


def asked(
    answer: Answer, policy: Mapping[str, Any], triggers: list[str], minutes: int
) -> tuple[Entitlement | None, str]:
    hours, rest = divmod(9 * 60 + 60 + minutes, 60)
    try:
        found = answer(
            office={"policy": policy},
            triggers=triggers,
            finished_at=f"2026-10-05T{hours:02}:{rest:02}+07:00",
            served_at=f"2026-10-05T09:{min(minutes, 59):02}+07:00",
            component="product",
        )
    except CompensationError as error:
        return None, error.key
    return found, ""


def test_what_is_weaker_than_any_shorter_delay_is_found() -> None:
    rule = loads(
        {
            "compensation": {
                "rules": [
                    {
                        "id": "late",
                        "tiers": [
                            {"lower": 0, "upper": 30, "remedies": [{"kind": "souvenir"}]},
                            {"lower": 30, "upper": 60, "remedies": [{"kind": "no_queue"}]},
                            {"lower": 60, "remedies": [{"kind": "drink"}]},
                        ],
                    }
                ]
            }
        }
    )
    assert rule.compensation is not None
    assert [step.lower for step in weakened(rule.compensation.rules[0].tiers)] == [60]


def test_a_trigger_other_than_time_earns_the_first_tier() -> None:
    graded = untimed_tier((Tier(lower=30), Tier(lower=5, upper=30)))
    plain = untimed_tier((Tier(),))
    assert graded is not None
    assert graded.place == 1
    assert plain is not None
    assert plain.place == 0
