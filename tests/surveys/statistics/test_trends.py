from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Severity
from pst_standards.surveys.statistics import StatisticsError, compare, trend
from pst_standards.surveys.statistics.trends import EXACT_UP_TO, _by_normal

SERIES = st.lists(st.integers(0, 6), max_size=6)


def score(values: tuple[int, ...]) -> int:
    return sum((later > one) - (later < one) for one, later in combinations(values, 2))


@given(SERIES)
def test_p_is_the_share_of_all_orders_that_go_as_far(values: list[int]) -> None:
    scores = [abs(score(order)) for order in permutations(values)]
    s = score(tuple(values))
    found = trend(values)
    assert (found.s, found.n, found.exact) == (s, len(values), True)
    assert found.p == pytest.approx(sum(one >= abs(s) for one in scores) / len(scores))
    assert found.smallest_p == pytest.approx(scores.count(max(scores)) / len(scores))


@given(st.lists(st.integers(0, 1000), max_size=25))
def test_a_series_backwards_has_the_opposite_trend(values: list[int]) -> None:
    one, other = trend(values), trend(values[::-1])
    assert one.s == -other.s
    assert one.p == pytest.approx(other.p)
    assert 0 < one.smallest_p <= one.p <= 1
    assert (one.direction == "up") == (other.direction == "down")
    assert not one.is_significant or one.can_be_significant


@pytest.mark.parametrize(
    ("periods", "smallest", "can"),
    [
        (1, 1.0, False),
        (2, 1.0, False),
        (3, 0.3333, False),
        (4, 0.0833, False),
        (5, 0.0167, True),
        (6, 0.0028, True),
    ],
)
def test_four_periods_can_never_show_a_trend_and_five_can(
    periods: int, smallest: float, can: bool
) -> None:
    found = trend(range(periods))
    assert round(found.p, 4) == round(found.smallest_p, 4) == smallest
    assert found.can_be_significant is found.is_significant is can
    told = [(one.key, one.params, one.severity) for one in found.cautions]
    assert told == ([] if can else [("trend", {"n": periods}, Severity.NOTE)])
    assert [one["key"] for one in found.to_dict()["warnings"]] == [key for key, *_ in told]


def test_ties_may_keep_five_periods_from_showing_a_trend() -> None:
    found = trend([80, 80, 80, 81, 81])
    assert (found.s, round(found.smallest_p, 4), found.can_be_significant) == (6, 0.2, False)


def test_a_period_without_an_index_is_passed_over_and_counted() -> None:
    found = trend([80.1, None, Decimal("82.5"), Fraction(83), None, 84, 85])
    assert found.to_dict() == {
        "n": 5,
        "missing": 2,
        "s": 10,
        "p": 0.016667,
        "exact": True,
        "smallest_p": 0.016667,
        "significance": 0.05,
        "can_be_significant": True,
        "significant": True,
        "direction": "up",
        "warnings": [],
    }


def test_of_no_period_and_of_equal_ones_nothing_is_shown() -> None:
    for values in ([], [None], [80], [80] * 12, [80] * (EXACT_UP_TO + 1)):
        found = trend(values)
        assert (found.s, found.p, found.smallest_p, found.direction) == (0, 1, 1, "same")


def test_the_normal_law_is_near_where_counting_ends() -> None:
    values = [(7 * i) % 41 + i for i in range(EXACT_UP_TO)]
    counted = trend(values)
    assert counted.exact
    assert _by_normal(counted.s, [1] * EXACT_UP_TO) == pytest.approx(counted.p, abs=0.003)
    assert not trend([*values, 3]).exact
    assert trend(range(EXACT_UP_TO + 1)).is_significant


def test_the_normal_law_gives_what_the_formula_does_with_ties() -> None:
    # Var = (10·9·25 - 3·2·11 - 2·1·9) / 18 = 2166 / 18; z = (20 - 1) / 10.9697
    assert _by_normal(20, [3, 2, 1, 1, 1, 1, 1]) == pytest.approx(0.08328, abs=1e-4)


@pytest.mark.parametrize("value", ["80", float("nan"), True])
def test_an_index_is_a_number(value: Any) -> None:
    with pytest.raises(StatisticsError) as caught:
        trend([80, value])
    assert caught.value.key == "number"


def test_two_periods_are_compared_by_their_errors() -> None:
    found = compare(80, 84, errors=(1.2, 1.6))
    data = found.to_dict()
    assert data == {
        "before": 80.0,
        "now": 84.0,
        "change": 4.0,
        "direction": "up",
        "z": 2.0,
        "p": 0.0455,
        "margin": 3.919928,
        "significance": 0.05,
        "significant": True,
    }


@given(
    st.integers(2500, 10_000),
    st.integers(2500, 10_000),
    st.tuples(st.floats(0.01, 5), st.floats(0.01, 5)),
)
def test_a_comparison_turned_round_changes_its_sign_alone(
    before: int, now: int, errors: tuple[float, float]
) -> None:
    one = compare(Fraction(before, 100), Fraction(now, 100), errors=errors)
    other = compare(Fraction(now, 100), Fraction(before, 100), errors=errors[::-1])
    assert one.change == -other.change
    assert one.p == pytest.approx(other.p)
    assert one.is_significant == (abs(float(one.change)) > one.margin) or one.p == pytest.approx(
        0.05
    )


def test_a_rise_told_as_a_fall_is_seen() -> None:
    found = compare(Decimal("84.96"), Decimal("85.76"))
    assert found.change == Fraction("0.8")
    assert (found.z, found.p, found.is_significant, found.margin) == (None, None, None, 0)
    assert [found.agrees_with(told) for told in ("up", "down", "same")] == [True, False, False]
    assert compare(80, 80).agrees_with("same")
    assert compare(81, 80).agrees_with("down")
    with pytest.raises(StatisticsError):
        found.agrees_with("better")  # type: ignore[arg-type]


@pytest.mark.parametrize("errors", [(-1.0, 1.0), (1.0, float("nan")), (float("inf"), 1.0)])
def test_a_standard_error_that_cannot_be_is_refused(errors: tuple[float, float]) -> None:
    with pytest.raises(StatisticsError) as raised:
        compare(80, 81, errors=errors)
    assert raised.value.key == "standard-error"
    assert raised.value.message("id") != raised.value.message("en")
