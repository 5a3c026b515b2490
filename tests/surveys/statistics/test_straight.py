from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from pst_standards.surveys.statistics import Joint, StatisticsError, both_ways
from pst_standards.surveys.statistics.straight import index_of


def joint_of(rows: list[Any]) -> Joint:
    return Joint.of("ab", rows, scale=(1, 4))


def test_the_index_of_real_answers_is_that_reckoned_elsewhere(
    joint: Joint, expected: dict[str, Any]
) -> None:
    data = both_ways(joint).to_dict()
    assert data["with"] == {
        "n": 49,
        "index": f"{expected['IKM_exact']:.2f}",
        "alpha": expected["alpha"],
    }
    # The one straight-liner gave 3 to everything: 9 sums less 27 in all, over 48.
    assert data["without"]["n"] == 48
    without = 25 * Fraction(sum(expected["sums"]) - 27, 9 * 48)
    assert both_ways(joint).index[1] == without


def test_weights_count_and_an_item_without_answers_leaves_its_weight_to_the_others() -> None:
    weights = {"a": Fraction(3, 4), "b": Fraction(1, 4)}
    joint = joint_of([(4, 2), (2, 2)])
    assert index_of(joint, weights) == 25 * Fraction(11, 4)
    assert both_ways(joint, weights).index == (Fraction(275, 4), Fraction(175, 2))
    assert index_of(joint_of([(4, None), (3, None)]), weights) == Fraction(175, 2)
    assert index_of(joint, {"a": Fraction(0), "b": Fraction(0)}) is None
    with pytest.raises(StatisticsError) as caught:
        index_of(joint, {"a": Fraction(1)})
    assert (caught.value.key, caught.value.params) == ("weights", {"items": ("b",)})


def test_where_all_give_one_answer_nothing_is_left() -> None:
    data = both_ways(joint_of([(4, 4)] * 3)).to_dict()
    assert data == {
        "with": {"n": 3, "index": "100.00", "alpha": None},
        "without": {"n": 0, "index": None, "alpha": None},
    }
