from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Severity
from pst_standards.surveys.statistics import (
    StatisticsError,
    expectations,
    importance_index,
    on_scale,
    perception_index,
)

MEAN = st.integers(60, 600).map(lambda sixtieths: Fraction(sixtieths, 60))
PAIRS = st.lists(st.tuples(MEAN, MEAN), min_size=1, max_size=8)
Pairs = list[tuple[Fraction, Fraction]]
X = {"1": Fraction("8.6"), "2": Fraction("9.1"), "3": Fraction(8), "4": Fraction("9.4")}
Y = {"1": Fraction("9.2"), "2": Fraction(9), "3": Fraction("8.8"), "4": Fraction("9.5")}


def split(pairs: Pairs) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    xs = {str(i): x for i, (x, _) in enumerate(pairs)}
    return xs, {str(i): y for i, (_, y) in enumerate(pairs)}


def value(found: Any) -> Fraction:
    assert found.value is not None
    return Fraction(found.value)


def test_the_index_of_four_attributes_is_that_reckoned_elsewhere() -> None:
    found = importance_index(X, Y)
    assert round(float(value(found)), 6) == 87.868493
    assert value(importance_index(X, Y, weighting="equal")) == Fraction("87.75")
    assert [one.gap for one in expectations(X, Y)] == [
        Fraction("-0.6"),
        Fraction("0.1"),
        Fraction("-0.8"),
        Fraction("-0.1"),
    ]
    assert found.to_dict() == {
        "index": "87.87",
        "index_exact": "32072/365",
        "weighting": "importance",
        "asked": "importance",
        "weights": {"1": "92/365", "2": "18/73", "3": "88/365", "4": "19/73"},
        "left_out": [],
        "scale": [1, 10],
        "warnings": [],
    }


@given(PAIRS)
def test_the_index_lies_between_the_lowest_and_the_highest_mean(pairs: Pairs) -> None:
    xs, ys = split(pairs)
    for weighting in ("importance", "equal"):
        found = importance_index(xs, ys, weighting=weighting)
        assert 10 * min(xs.values()) <= value(found) <= 10 * max(xs.values())
        assert found.lowest <= value(found) <= found.highest
        assert sum(found.weights.values()) == 1


@given(PAIRS, st.integers(5, 20).map(lambda tenths: Fraction(tenths, 10)))
def test_importance_counts_by_its_ratios_alone(pairs: Pairs, factor: Fraction) -> None:
    xs, ys = split([(x, 2 + (y - 1) / 3) for x, y in pairs])
    scaled = {key: y * factor for key, y in ys.items()}
    assert importance_index(xs, scaled).value == importance_index(xs, ys).value


@given(PAIRS, MEAN)
def test_equal_importance_gives_the_plain_mean(pairs: Pairs, importance: Fraction) -> None:
    xs, _ = split(pairs)
    plain = 10 * sum(xs.values(), Fraction(0)) / len(xs)
    assert importance_index(xs, dict.fromkeys(xs, importance)).value == plain
    assert importance_index(xs, weighting="equal").value == plain
    assert perception_index(xs, xs).value == plain


@given(PAIRS)
def test_the_index_is_the_csi_by_its_own_formula(pairs: Pairs) -> None:
    xs, ys = split(pairs)
    factors = {key: y / sum(ys.values()) for key, y in ys.items()}
    csi = sum((factors[key] * xs[key] for key in xs), Fraction(0)) / 10 * 100
    assert importance_index(xs, ys).value == csi


@given(PAIRS)
def test_gaps_add_up_and_a_conformity_of_100_is_no_gap(pairs: Pairs) -> None:
    xs, ys = split(pairs)
    found = expectations(xs, ys)
    gaps = [one.gap for one in found if one.gap is not None]
    assert sum(gaps) == sum(xs.values()) - sum(ys.values())
    assert all((one.conformity == 100) == (one.gap == 0) for one in found)


def test_where_importance_was_not_asked_the_result_says_so() -> None:
    nothing: list[Any] = [None, {}, {"1": None, "2": None}]
    for importance in nothing:
        found = importance_index(X, importance)
        assert (found.weighting, found.asked) == ("equal", "importance")
        assert found.value == Fraction("87.75")
        assert [(one.key, one.severity) for one in found.cautions] == [
            ("importance", Severity.NOTE)
        ]
    assert importance_index(X, weighting="equal").cautions == ()


def test_importance_that_adds_up_to_nought_gives_no_index() -> None:
    found = importance_index(X, dict.fromkeys(X, Fraction(0)))
    assert found.value is None
    assert found.to_dict()["index"] is None
    assert found.to_dict()["index_exact"] is None
    assert found.left_out == ("1", "2", "3", "4")
    assert importance_index({}).value is None
    assert importance_index({"1": None}).left_out == ("1",)


def test_an_attribute_that_lacks_a_figure_is_left_out_and_named() -> None:
    found = importance_index({**X, "5": None, "6": Fraction(1)}, {**Y, "5": Fraction(9)})
    assert found.left_out == ("5", "6")
    assert found.value == importance_index(X, Y).value
    assert [(one.key, one.params) for one in found.cautions] == [
        ("left-out", {"items": ("5", "6")})
    ]
    assert [one["key"] for one in found.to_dict()["warnings"]] == ["left-out"]


def test_a_set_of_attributes_has_an_index_of_its_own() -> None:
    found = perception_index(X, ["3", "4", "3", "9"])
    assert found.value == 87
    assert (found.weighting, found.left_out) == ("equal", ("9",))
    weighted = perception_index(X, ["3", "4"], Y, weighting="importance")
    assert weighted.value == 10 * (Fraction(8) * 88 + Fraction("9.4") * 95) / 183
    with pytest.raises(StatisticsError) as caught:
        perception_index(X, [])
    assert caught.value.key == "attributes"


def test_each_attribute_stands_against_what_is_expected() -> None:
    found = expectations({"1": Fraction(9), "2": None, "3": Fraction(5)}, {"1": Fraction(6)})
    assert [one.to_dict() for one in found] == [
        {
            "attribute": "1",
            "satisfaction": 9.0,
            "importance": 6.0,
            "gap": 3.0,
            "conformity": 150.0,
        },
        {
            "attribute": "2",
            "satisfaction": None,
            "importance": None,
            "gap": None,
            "conformity": None,
        },
        {
            "attribute": "3",
            "satisfaction": 5.0,
            "importance": None,
            "gap": None,
            "conformity": None,
        },
    ]
    (alone,) = expectations({}, {"4": Fraction(6)})
    assert (alone.key, alone.gap, alone.conformity) == ("4", None, None)
    (nought,) = expectations({"4": Fraction(6)}, {"4": Fraction(0)})
    assert (nought.gap, nought.conformity) == (Fraction(6), None)


@pytest.mark.parametrize(
    ("satisfaction", "importance", "key"),
    [
        (Fraction(87), Fraction(9), "mean"),
        (Fraction(1, 2), Fraction(9), "mean"),
        (Fraction(8), Fraction(95), "mean"),
        (Fraction(8), Fraction(-1), "mean"),
    ],
)
def test_a_share_or_percentage_for_a_mean_is_refused(
    satisfaction: Fraction, importance: Fraction, key: str
) -> None:
    for way in (importance_index, expectations):
        with pytest.raises(StatisticsError) as caught:
            way({"fee": satisfaction}, {"fee": importance})
        assert caught.value.key == key
        assert caught.value.params["element"] == "fee"


def test_an_unknown_weighting_is_refused() -> None:
    with pytest.raises(StatisticsError) as caught:
        importance_index(X, Y, weighting="rank")  # type: ignore[arg-type]
    assert caught.value.key == "choice"


@given(MEAN)
def test_a_mean_on_another_scale_keeps_both_ends_and_is_marked(mean: Fraction) -> None:
    found = on_scale(mean)
    assert found.value == 1 + 3 * (mean - 1) / 9
    assert on_scale(found.value, measured_on=(1, 4), scale=(1, 10)).value == mean
    assert on_scale(mean, scale=(1, 10)).value == mean


def test_a_derived_mean_says_from_where() -> None:
    assert on_scale(Fraction("5.5")).to_dict() == {
        "mean": 2.5,
        "derived": True,
        "measured": 5.5,
        "measured_on": [1, 10],
        "scale": [1, 4],
    }
    with pytest.raises(StatisticsError):
        on_scale(Fraction(11))
    with pytest.raises(StatisticsError):
        on_scale(Fraction(5), scale=(4, 1))


def test_the_lowest_index_is_that_of_the_scale() -> None:
    assert importance_index({"a": Fraction(1)}).lowest == 10
    assert importance_index({"a": Fraction(1)}, scale=(1, 4)).lowest == 25
