from __future__ import annotations

from fractions import Fraction
from statistics import correlation, variance
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import Joint, alpha, reliability_of

ROWS = st.integers(2, 5).flatmap(
    lambda k: st.lists(st.tuples(*[st.integers(1, 4)] * k), min_size=2, max_size=15)
)
Row = tuple[int, ...]


def joint_of(rows: list[Row], *, scale: tuple[int, int] = (1, 4)) -> Joint:
    return Joint.of([f"u{i}" for i in range(len(rows[0]))], rows, scale=scale)


def naive(rows: list[Row]) -> Fraction | None:
    k = len(rows[0])
    columns = [[Fraction(row[i]) for row in rows] for i in range(k)]
    total = variance([Fraction(sum(row)) for row in rows])
    own = sum((variance(column) for column in columns), Fraction(0))
    return Fraction(k, k - 1) * (1 - own / total) if total else None


def test_the_figures_of_real_answers_are_those_reckoned_elsewhere(
    joint: Joint, expected: dict[str, Any]
) -> None:
    found = reliability_of(joint).to_dict()
    items = found["items"]
    assert found["alpha"] == expected["alpha"]
    assert [round(one["item_total"], 4) for one in items] == expected["item_total"]
    assert [round(one["corrected"], 4) for one in items] == expected["corrected_item_total"]
    assert [round(one["alpha_if_deleted"], 4) for one in items] == expected["alpha_if_deleted"]
    assert list(joint.sums) == expected["sums"]
    assert (found["n"], found["left_out"], found["policy"]) == (49, 0, "listwise")


def test_an_item_that_goes_against_the_others_does_not_reach_the_critical_value(
    joint: Joint,
) -> None:
    found = reliability_of(joint)
    assert found.critical == pytest.approx(0.2816, abs=1e-4)
    assert [one.item for one in found.items if not one.reaches_critical] == ["u1", "u2"]


@given(ROWS)
def test_alpha_is_exact_and_at_most_one(rows: list[Row]) -> None:
    found = alpha(joint_of(rows))
    assert found == naive(rows)
    assert found is None or found <= 1


@given(ROWS)
def test_correlations_are_those_of_the_columns(rows: list[Row]) -> None:
    for i, one in enumerate(reliability_of(joint_of(rows)).items):
        own = [row[i] for row in rows]
        for found, other in (
            (one.item_total, [sum(row) for row in rows]),
            (one.corrected, [sum(row) - row[i] for row in rows]),
        ):
            if len(set(own)) == 1 or len(set(other)) == 1:
                assert found is None
            else:
                assert found == pytest.approx(correlation(own, other), abs=1e-9)
        rest = [row[:i] + row[i + 1 :] for row in rows]
        assert one.alpha_if_deleted == (naive(rest) if len(rows[0]) > 2 else None)


@given(ROWS, st.integers(1, 6))
def test_a_constant_added_to_one_item_changes_nothing(rows: list[Row], more: int) -> None:
    moved = [(row[0] + more, *row[1:]) for row in rows]
    before = reliability_of(joint_of(rows, scale=(1, 10)))
    assert reliability_of(joint_of(moved, scale=(1, 10))) == before


@given(st.lists(st.integers(1, 4), min_size=2, max_size=15), st.lists(st.integers(0, 6)))
def test_items_that_are_equal_up_to_constants_have_an_alpha_of_one(
    column: list[int], constants: list[int]
) -> None:
    assume(len(set(column)) > 1)
    rows = [(one, one, *(one + more for more in constants)) for one in column]
    assert alpha(joint_of(rows, scale=(1, 10))) == 1


@pytest.mark.parametrize(
    "rows", [[(1, 2)], [(3, 3), (3, 3)], [(1,), (2,)], [(1, 4), (4, 1)], [(1, None), (None, 2)]]
)
def test_where_nothing_varies_there_is_no_alpha(rows: list[Any]) -> None:
    assert alpha(joint_of(rows)) is None


def test_of_nobody_there_is_nothing() -> None:
    found = reliability_of(Joint.none(["a", "b"], scale=(1, 4)))
    assert found.to_dict() == {
        "policy": "listwise",
        "n": 0,
        "left_out": 0,
        "alpha": None,
        "critical": None,
        "items": [
            {
                "item": item,
                "item_total": None,
                "corrected": None,
                "alpha_if_deleted": None,
                "reaches_critical": None,
            }
            for item in "ab"
        ],
    }


def test_whoever_left_a_blank_is_left_out_and_counted() -> None:
    whole: list[Any] = [(1, 2, 2), (3, 4, 3), (4, 4, 4)]
    blanks: list[Any] = [(None, 1, 4), (None, None, None)]
    found = reliability_of(joint_of([*whole, *blanks]))
    assert found.alpha == alpha(joint_of(whole))
    assert (found.n, found.left_out) == (3, 1)
