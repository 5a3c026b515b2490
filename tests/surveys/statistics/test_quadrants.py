from __future__ import annotations

from fractions import Fraction
from statistics import mean, median
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pst_standards.findings import Severity
from pst_standards.surveys.statistics import Quadrant, Quadrants, StatisticsError, quadrants_of

MEAN = st.integers(10, 100).map(lambda tenths: Fraction(tenths, 10))
PAIRS = st.lists(st.tuples(MEAN, MEAN), min_size=1, max_size=8)
Pairs = list[tuple[Fraction, Fraction]]
MIRROR = {"A": "D", "D": "A", "B": "B", "C": "C"}


def plane(pairs: Pairs, **options: Any) -> Quadrants:
    xs = {str(i): x for i, (x, _) in enumerate(pairs)}
    return quadrants_of(xs, {str(i): y for i, (_, y) in enumerate(pairs)}, **options)


def letters(found: Quadrants) -> list[str]:
    return [one.quadrant.value if one.quadrant else "-" for one in found.points]


@given(PAIRS, st.sampled_from([("mean", mean), ("median", median)]))
def test_each_attribute_lies_in_the_quadrant_of_one_who_compares(
    pairs: Pairs, way: tuple[Any, Any]
) -> None:
    lines, middle = way
    found = plane(pairs, lines=lines)
    x_line, y_line = (middle(axis) for axis in zip(*pairs, strict=True))
    assert (found.satisfaction_line, found.importance_line) == (x_line, y_line)
    assert [one.on_line for one in found.points] == [x == x_line or y == y_line for x, y in pairs]
    if all(len(set(axis)) > 1 for axis in zip(*pairs, strict=True)):
        assert letters(found) == ["CDAB"[2 * (y >= y_line) + (x >= x_line)] for x, y in pairs]
    else:
        assert letters(found) == ["-"] * len(pairs)


@given(PAIRS)
def test_quadrants_share_out_the_attributes(pairs: Pairs) -> None:
    found = plane(pairs)
    assume(not found.undetermined)
    parts = [found.within(one) for one in Quadrant]
    assert sorted(key for part in parts for key in part) == sorted(
        str(i) for i in range(len(pairs))
    )


@given(PAIRS)
def test_swapping_the_axes_mirrors_first_priority_and_excess(pairs: Pairs) -> None:
    found, swapped = plane(pairs), plane([(y, x) for x, y in pairs])
    assert letters(swapped) == [MIRROR.get(one, one) for one in letters(found)]


@given(st.lists(MEAN, min_size=1, max_size=8), MEAN)
def test_equal_importance_puts_nothing_into_a_quadrant(xs: list[Fraction], y: Fraction) -> None:
    found = plane([(x, y) for x in xs])
    assert "importance" in found.undetermined
    assert all(one.quadrant is None and one.on_line for one in found.points)


def test_where_all_are_equal_the_answer_is_undetermined() -> None:
    found = plane([(Fraction(8), Fraction(9))] * 3)
    assert found.undetermined == ("satisfaction", "importance")
    assert {one.to_dict()["quadrant"] for one in found.points} == {"undetermined"}
    assert [one.key for one in found.cautions] == ["undetermined"]
    # Of one attribute there is nothing to tell it apart from, and of none nothing at all.
    assert plane([(Fraction(8), Fraction(9))]).undetermined == ("satisfaction", "importance")
    nothing = plane([])
    assert (nothing.points, nothing.satisfaction_line, nothing.importance_line) == ((), None, None)


def test_a_tie_counts_as_high_and_is_told() -> None:
    found = plane([(Fraction(x), Fraction(y)) for x, y in [(6, 9), (7, 7), (8, 5)]])
    assert letters(found) == ["A", "B", "D"]
    assert [one.on_line for one in found.points] == [False, True, False]
    assert found.points[1].on_satisfaction_line
    assert found.points[1].on_importance_line
    data = found.to_dict()
    assert [one["key"] for one in data.pop("warnings")] == ["ties"]
    assert found.cautions[0].params == {"items": ("1",)}
    assert data == {
        "lines": "mean",
        "satisfaction_line": 7.0,
        "importance_line": 7.0,
        "undetermined": [],
        "points": [
            {
                "attribute": str(i),
                "satisfaction": float(x),
                "importance": float(y),
                "quadrant": quadrant,
                "on_line": i == 1,
            }
            for i, (x, y, quadrant) in enumerate([(6, 9, "A"), (7, 7, "B"), (8, 5, "D")])
        ],
        "left_out": [],
    }


def test_an_attribute_that_lacks_a_figure_is_left_out_and_named() -> None:
    found = quadrants_of(
        {"a": Fraction(8), "b": None, "c": Fraction(9), "d": Fraction(7), "f": Fraction(7)},
        {"a": Fraction(9), "b": Fraction(9), "d": Fraction(8), "e": Fraction(9), "f": None},
    )
    assert [one.key for one in found.points] == ["a", "d"]
    assert found.left_out == ("b", "c", "f", "e")
    assert [(one.key, one.severity, one.params) for one in found.cautions] == [
        ("left-out", Severity.WARNING, {"items": ("b", "c", "f", "e")})
    ]


def test_what_is_not_on_the_scale_is_refused() -> None:
    with pytest.raises(StatisticsError):
        plane([(Fraction(80), Fraction(9))])
    with pytest.raises(StatisticsError):
        plane([(Fraction(8), Fraction(90))])
    with pytest.raises(StatisticsError) as caught:
        plane([], lines="mode")
    assert caught.value.key == "choice"
