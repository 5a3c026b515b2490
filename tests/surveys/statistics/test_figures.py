from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import StatisticsError
from pst_standards.surveys.statistics.figures import (
    decimals,
    exact,
    half_up,
    must_be_on_scale,
    must_be_scale,
    shown,
)


@given(st.integers(-(10**7), 10**7), st.integers(0, 4), st.integers(0, 6))
def test_decimals_are_rounded_as_by_hand(units: int, digits: int, places: int) -> None:
    value = Decimal(units).scaleb(-places)
    by_hand = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    found = decimals(Fraction(value), digits)
    assert Decimal(found) == by_hand
    assert found == f"{abs(by_hand) if by_hand == 0 else by_hand:f}"


@given(st.builds(Fraction, st.integers(-99, 99), st.integers(1, 12)))
def test_half_up_is_never_further_than_a_half(value: Fraction) -> None:
    assert -Fraction(1, 2) <= value - half_up(value) < Fraction(1, 2)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (0.05, Fraction(1, 20)),
        (78.74, Fraction(7874, 100)),
        (3, Fraction(3)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Fraction(1, 3), Fraction(1, 3)),
    ],
)
def test_a_number_is_what_is_written(
    given_: float | Decimal | Fraction, expected: Fraction
) -> None:
    assert exact(given_) == expected


def test_a_figure_for_a_file_has_six_decimals_and_no_sign_on_nought() -> None:
    assert shown(Fraction(1, 3)) == 0.333333
    assert str(shown(-1e-9)) == "0.0"
    assert shown(None) is None


@pytest.mark.parametrize("value", ["4", True, None, float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(StatisticsError) as caught:
        exact(value, field="margin")
    assert (caught.value.key, caught.value.params["field"]) == ("number", "margin")


def test_a_mean_lies_on_its_scale_or_is_missing() -> None:
    must_be_scale((0, 1))
    must_be_on_scale({"a": Fraction(1), "b": Fraction(4), "c": None}, (1, 4))
    for mean in (Fraction(99, 100), Fraction(401, 100)):
        with pytest.raises(StatisticsError) as caught:
            must_be_on_scale({"a": Fraction(2), "b": mean}, (1, 4))
        assert caught.value.params["element"] == "b"
        assert caught.value.params["found"] == decimals(mean, 4)
