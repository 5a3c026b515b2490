from __future__ import annotations

from math import exp, lgamma, log1p, pi, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import StatisticsError
from pst_standards.surveys.statistics.quantiles import (
    _expanded,
    critical_correlation,
    normal_quantile,
    student_quantile,
    two_sided,
)

PRINTED = [
    (1, 0.95, 12.706),
    (2, 0.95, 4.303),
    (3, 0.95, 3.182),
    (4, 0.99, 4.604),
    (5, 0.90, 2.015),
    (10, 0.95, 2.228),
    (29, 0.95, 2.045),
    (30, 0.99, 2.750),
    (48, 0.95, 2.011),
    (60, 0.95, 2.000),
    (120, 0.95, 1.980),
    (200, 0.95, 1.972),
    (201, 0.95, 1.972),
    (500, 0.95, 1.965),
    (1000, 0.95, 1.962),
    (100_000_000, 0.95, 1.960),
]
"""Degrees of freedom, two-sided confidence and quantile as tables print them."""


@pytest.mark.parametrize(("freedom", "confidence", "printed"), PRINTED)
def test_quantiles_are_those_of_printed_tables(
    freedom: int, confidence: float, printed: float
) -> None:
    assert round(student_quantile(freedom, confidence), 3) == printed


def share_between(t: float, freedom: int, steps: int = 2000) -> float:
    """Integrate the density by Simpson's rule."""
    factor = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    width = t / steps
    total: float = sum(
        (1 if i in {0, steps} else 4 if i % 2 else 2)
        * exp(-(freedom + 1) / 2 * log1p((i * width) ** 2 / freedom))
        for i in range(steps + 1)
    )
    return 2 * factor * total * width / 3


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 8, 50, 199, 200, 201, 202, 600])
@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.99])
def test_the_share_within_a_quantile_is_the_confidence(freedom: int, confidence: float) -> None:
    if (freedom, confidence) == (1, 0.99):
        assert student_quantile(1, 0.99) == pytest.approx(63.6567, abs=1e-4)
    else:
        found = share_between(student_quantile(freedom, confidence), freedom)
        assert found == pytest.approx(confidence, abs=1e-7)


@pytest.mark.parametrize(("freedom", "near"), [(50, 1e-8), (100, 3e-10), (200, 1e-11)])
@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_the_expansion_goes_on_where_the_sum_ends(
    freedom: int, near: float, confidence: float
) -> None:
    found = _expanded(normal_quantile(confidence), freedom)
    assert found == pytest.approx(student_quantile(freedom, confidence), abs=near)


@given(st.integers(1, 2000), st.floats(0.01, 0.995))
def test_a_quantile_falls_towards_that_of_the_normal_law(freedom: int, confidence: float) -> None:
    here, next_one = (student_quantile(one, confidence) for one in (freedom, freedom + 1))
    assert here >= next_one - 1e-8
    assert here >= normal_quantile(confidence) - 1e-8


@given(st.floats(0.01, 0.995))
def test_the_normal_law_there_and_back(confidence: float) -> None:
    assert two_sided(normal_quantile(confidence)) == pytest.approx(1 - confidence)
    assert two_sided(-normal_quantile(confidence)) == pytest.approx(1 - confidence)


def test_critical_correlations_are_those_of_printed_tables() -> None:
    printed = {3: 0.997, 10: 0.632, 30: 0.361, 49: 0.282, 100: 0.197}
    assert {n: round(critical_correlation(n) or 0, 3) for n in printed} == printed
    assert critical_correlation(2) is None
    assert critical_correlation(0) is None


@pytest.mark.parametrize(("freedom", "confidence"), [(0, 0.95), (1.5, 0.95), (5, 1), (5, 0)])
def test_what_has_no_quantile_is_refused(freedom: Any, confidence: float) -> None:
    with pytest.raises(StatisticsError):
        student_quantile(freedom, confidence)
