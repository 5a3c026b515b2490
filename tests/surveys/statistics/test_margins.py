from __future__ import annotations

from fractions import Fraction
from statistics import stdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import (
    Joint,
    Margin,
    StatisticsError,
    margin_of,
    stability,
)
from pst_standards.surveys.statistics.margins import standard_error

ROWS = st.lists(st.tuples(*[st.integers(1, 4)] * 3), min_size=2, max_size=15)
ITEMS = ("a", "b", "c")
Row = tuple[int, ...]


def joint_of(rows: list[Row]) -> Joint:
    return Joint.of(ITEMS, rows, scale=(1, 4))


def margin(rows: list[Row], **options: Any) -> Margin:
    found = margin_of(joint_of(rows), **options)
    assert found is not None
    return found


def test_the_margin_of_real_answers_is_that_reckoned_elsewhere(
    joint: Joint, expected: dict[str, Any]
) -> None:
    found = margin_of(joint)
    assert found is not None
    assert round(found.value, 3) == expected["ikm_moe95_z"]
    assert round(found.standard_error / 25, 5) == expected["se_resp_mean"]
    corrected = margin_of(joint, population=200)
    assert corrected is not None
    data = corrected.to_dict()
    assert round(data.pop("value"), 3) == 2.104
    assert round(data.pop("standard_error") / 25, 4) == 0.0429
    assert data == {
        "method": "z",
        "fpc": True,
        "confidence": 0.95,
        "n": 49,
        "population": 200,
        "basis": "respondent_means",
    }


@given(ROWS, st.sampled_from([("z", 1.959964), ("t", None)]))
def test_the_margin_is_reckoned_from_the_means_of_the_respondents(
    rows: list[Row], way: tuple[Any, float | None]
) -> None:
    printed = {2: 12.7062, 3: 4.3027, 4: 3.1824, 5: 2.7764, 10: 2.2622, 15: 2.1448}
    method, quantile = way
    found = margin(rows, method=method)
    error = 25 * stdev(sum(row) / 3 for row in rows) / len(rows) ** 0.5
    assert found.standard_error == pytest.approx(error, abs=1e-9)
    if quantile or len(rows) in printed:
        assert found.value == pytest.approx((quantile or printed[len(rows)]) * error, rel=1e-4)
    assert (found.method, found.n, found.fpc, found.population) == (method, len(rows), False, None)


@given(ROWS, st.integers(0, 40), st.sampled_from(["z", "t"]))
def test_knowing_the_population_never_widens_a_margin(
    rows: list[Row], more: int, method: Any
) -> None:
    plain, known = (
        margin(rows, method=method, **options) for options in ({}, {"population": len(rows) + more})
    )
    assert known.fpc
    assert known.value <= plain.value
    assert known.value == pytest.approx(plain.value * (more / (len(rows) + more)) ** 0.5)
    assert margin(rows, method=method, population=len(rows)).value == 0
    assert margin(rows, method="t").value >= margin(rows, method="z").value


@given(ROWS)
def test_answers_given_twice_narrow_a_margin(rows: list[Row]) -> None:
    assert margin(rows * 2).value <= margin(rows).value


@given(ROWS)
def test_equal_weights_are_as_none_where_nobody_left_a_blank(rows: list[Row]) -> None:
    weighted = margin(rows, weights=dict.fromkeys(ITEMS, Fraction(1, 3)))
    assert weighted.value == pytest.approx(margin(rows).value)
    assert weighted.basis == "complete_rows"


def test_a_weight_counts_and_a_blank_leaves_its_row_out() -> None:
    rows: list[Any] = [(1, 2, 3), (2, 4, 4), (4, 4, 1), (None, 4, 4)]
    weights = {"a": Fraction(1, 2), "b": Fraction(1, 2), "c": Fraction(0), "d": Fraction(9)}
    found = margin(rows, weights=weights)
    assert found.standard_error == pytest.approx(25 * stdev([1.5, 3, 4]) / 3**0.5)
    assert found.n == 3
    with pytest.raises(StatisticsError) as caught:
        margin(rows, weights={"a": Fraction(1)})
    assert (caught.value.key, caught.value.params["items"]) == ("weights", ("b", "c"))


def test_a_blank_leaves_the_rest_of_a_row_in() -> None:
    found = margin([(1, 2, 3), (4, None, 3)])  # type: ignore[list-item]
    assert found.standard_error == pytest.approx(25 * stdev([2, 3.5]) / 2**0.5)


def test_the_points_follow_the_highest_answer() -> None:
    found = margin_of(Joint.of(["a"], [(1,), (10,), (10,)], scale=(1, 10)))
    assert found is not None
    assert found.standard_error == pytest.approx(10 * stdev([1, 10, 10]) / 3**0.5)


@pytest.mark.parametrize("rows", [[], [(1, 2, 3)], [(1, 2, 3), (None, None, None)]])
def test_fewer_than_two_people_have_no_margin(rows: list[Any]) -> None:
    assert margin_of(joint_of(rows)) is None
    assert margin_of(joint_of(rows), weights=dict.fromkeys(ITEMS, Fraction(1, 3))) is None


def test_a_population_that_is_too_small_and_an_unknown_method_are_refused() -> None:
    rows: list[Row] = [(1, 2, 3), (3, 2, 1), (4, 4, 4)]
    faults: list[tuple[dict[str, Any], str]] = [
        ({"population": 2}, "population"),
        ({"population": 2.5}, "count"),
        ({"method": "bootstrap"}, "choice"),
        ({"confidence": 95}, "share"),
    ]
    for options, key in faults:
        with pytest.raises(StatisticsError) as caught:
            margin(rows, **options)
        assert caught.value.key == key
    with pytest.raises(StatisticsError):
        standard_error(Fraction(1), 0)
    assert standard_error(Fraction(4), 1) == 2


def grade(index: Fraction) -> str:
    if not 25 <= index <= 100:
        raise AssertionError(index)
    cuts = (("A", "88.31"), ("B", "76.61"), ("C", "65"))
    return next((letter for letter, cut in cuts if index >= Fraction(cut)), "D")


def wide(value: float) -> Margin:
    return Margin(value=value, standard_error=value / 1.96, method="z", fpc=False, n=30)


@pytest.mark.parametrize(
    ("index", "reach", "told", "stable"),
    [
        (80, 2.0, "B", True),
        (87, 2.0, "B (A\N{EN DASH}B)", False),
        (78, 2.0, "B (B\N{EN DASH}C)", False),
        (80, 15.5, "B (A\N{EN DASH}D)", False),
        (100, 30.0, "A (A\N{EN DASH}C)", False),
        (25, 3.0, "D", True),
        (90, 0.0, "A", True),
    ],
)
def test_the_letters_within_a_margin_are_told(
    index: int, reach: float, told: str, stable: bool
) -> None:
    found = stability(Fraction(index), wide(reach), grade)
    assert str(found) == told
    assert found.is_stable is stable
    assert found.to_dict() == {
        "grade": told[0],
        "best": found.best,
        "worst": found.worst,
        "stable": stable,
        "shown": told,
    }


def test_the_interval_ends_where_the_scale_of_the_survey_does() -> None:
    asked: list[Fraction] = []

    def letter(index: Fraction) -> str:
        asked.append(index)
        return "D"

    stability(Fraction(20), wide(90.0), letter, scale=(1, 10))
    assert asked == [20, 100, 10]
