from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import Joint, StatisticsError

ITEMS = ("a", "b", "c")
ANSWERS = st.one_of(st.none(), st.integers(1, 4))
ROWS = st.lists(st.tuples(ANSWERS, ANSWERS, ANSWERS), max_size=12)
Row = tuple[int | None, ...]


def joint_of(rows: list[Row]) -> Joint:
    return Joint.of(ITEMS, rows, scale=(1, 4))


@given(ROWS)
def test_the_sums_are_those_of_one_who_counts_row_by_row(rows: list[Row]) -> None:
    joint = joint_of(rows)
    whole = [[one for one in row if one is not None] for row in rows if None not in row]
    given_ = [[one for one in row if one is not None] for row in rows]
    assert joint.complete == len(whole)
    assert joint.empty == sum(not row for row in given_)
    assert joint.respondents == len(rows) - joint.empty
    assert joint.answered == tuple(sum(row[i] is not None for row in rows) for i in range(3))
    assert joint.totals == tuple(sum(row[i] or 0 for row in rows) for i in range(3))
    assert joint.sums == tuple(sum(row[i] for row in whole) for i in range(3))
    for i in range(3):
        for j in range(3):
            assert joint.product(i, j) == sum(row[i] * row[j] for row in whole)
    assert joint.histogram == Counter((len(row), sum(row)) for row in given_ if row)
    assert joint.straight == Counter(row[0] for row in whole if len(set(row)) == 1)
    assert joint.straight_liners == sum(len(set(row)) == 1 for row in whole)


@given(ROWS, ROWS, ROWS)
def test_joints_of_parts_add_up_to_the_joint_of_the_whole(
    one: list[Row], two: list[Row], three: list[Row]
) -> None:
    first, second, third = joint_of(one), joint_of(two), joint_of(three)
    assert (first + second) + third == first + (second + third) == joint_of([*one, *two, *three])
    assert first + second == second + first
    assert first + Joint.none(ITEMS, scale=(1, 4)) == first


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_respondents_does_not_matter(rows: list[Row], random: Any) -> None:
    shuffled = random.sample(rows, len(rows))
    assert joint_of(shuffled) == joint_of(rows)
    assert json.dumps(joint_of(shuffled).to_json()) == json.dumps(joint_of(rows).to_json())
    assert Joint.of_counted(ITEMS, Counter(rows), scale=(1, 4)) == joint_of(rows)


@given(ROWS)
def test_a_joint_comes_back_from_a_file_as_it_was(rows: list[Row]) -> None:
    joint = joint_of(rows)
    assert Joint.from_json(json.loads(json.dumps(joint.to_json()))) == joint


@given(ROWS)
def test_leaving_straight_liners_out_is_as_if_they_had_not_answered(rows: list[Row]) -> None:
    rest = [row for row in rows if None in row or len(set(row)) > 1]
    assert joint_of(rows).without_straight_liners() == joint_of(rest)


def test_means_are_over_those_who_answered() -> None:
    joint = joint_of([(1, None, None), (2, 3, None)])
    assert joint.means == {"a": Fraction(3, 2), "b": Fraction(3), "c": None}


def test_two_equal_answers_to_two_items_are_a_straight_line() -> None:
    assert Joint.of("ab", [(4, 4), (3, 4)], scale=(1, 4)).straight == {4: 1}


@given(ROWS)
def test_the_spread_is_that_of_the_means_of_the_respondents(rows: list[Row]) -> None:
    answered = [[one for one in row if one is not None] for row in rows]
    means = [Fraction(sum(row), len(row)) for row in answered if row]
    n = len(means)
    if n < 2:
        assert joint_of(rows).spread is None
    else:
        middle = sum(means, Fraction(0)) / n
        squares = sum(((mean - middle) ** 2 for mean in means), Fraction(0))
        assert joint_of(rows).spread == squares / (n - 1)


@pytest.mark.parametrize(
    ("row", "runs"),
    [
        ((1, 2, 3), {1: 1}),
        ((1, 1, 3), {2: 1}),
        ((2, 2, 2), {3: 1}),
        ((1, None, 1), {1: 1}),
        ((None, None, 1), {1: 1}),
        ((None, None, None), {}),
    ],
)
def test_a_run_is_of_equal_answers_beside_each_other(row: Row, runs: dict[int, int]) -> None:
    assert joint_of([row]).runs == runs


def test_one_item_alone_makes_nobody_a_straight_liner() -> None:
    joint = Joint.of(["a"], [(4,), (3,)], scale=(1, 4))
    assert joint.straight == {}
    assert joint.complete == 2


def test_rows_that_nobody_gave_leave_no_trace() -> None:
    joint = Joint.of_counted(ITEMS, {(4, 4, 4): 0, (1, 2, 3): 2}, scale=(1, 4))
    assert joint == joint_of([(1, 2, 3)] * 2)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ((1, 2), "width"),
        ((1, 2, 3, 4), "width"),
        ((0, 2, 3), "answer"),
        ((1, 5, 3), "answer"),
        ((1, 2.5, 3), "answer"),
        ((1, "4", 3), "answer"),
        ((1, True, 3), "answer"),
    ],
)
def test_rows_that_do_not_fit_are_refused(row: Any, key: str) -> None:
    with pytest.raises(StatisticsError) as caught:
        joint_of([row])
    assert caught.value.key == key


@pytest.mark.parametrize("times", [-1, 1.0, True, None])
def test_a_number_of_respondents_is_a_whole_one(times: Any) -> None:
    with pytest.raises(StatisticsError):
        Joint.of_counted(ITEMS, {(1, 2, 3): times}, scale=(1, 4))


@pytest.mark.parametrize("items", [(), ("a", "a")])
def test_items_are_there_and_differ(items: tuple[str, ...]) -> None:
    with pytest.raises(StatisticsError) as caught:
        Joint.none(items, scale=(1, 4))
    assert caught.value.key == "items"


@pytest.mark.parametrize("scale", [(4, 1), (1, 1), (-1, 4), (1.0, 4), (True, 4)])
def test_a_scale_has_two_ends(scale: Any) -> None:
    with pytest.raises(StatisticsError) as caught:
        Joint.none(ITEMS, scale=scale)
    assert caught.value.key == "scale"


def test_what_differs_does_not_add_up() -> None:
    one = joint_of([])
    for other in (Joint.none("abd", scale=(1, 4)), Joint.none(ITEMS, scale=(1, 5))):
        with pytest.raises(StatisticsError) as caught:
            _ = one + other
        assert caught.value.key == "joints"


@pytest.mark.parametrize(
    "change",
    [
        {"format": "pst-survey-joint/2"},
        {"complete": -1},
        {"complete": 1.0},
        {"sums": [1, 2]},
        {"totals": [1, 2]},
        {"answered": [1, 1, 1, 1]},
        {"products": [[1, 2, 3], [1, 2], [1, 2]]},
        {"products": [[1, 2, 3], [1, 2]]},
        {"histogram": [[1, 2]]},
        {"runs": None},
        {"scale": [1]},
        {"scale": [4, 1]},
        {"items": None},
    ],
)
def test_a_damaged_file_is_refused(change: dict[str, Any]) -> None:
    data = joint_of([(1, 2, 3)]).to_json() | change
    with pytest.raises(StatisticsError):
        Joint.from_json(data)


def test_a_file_that_lacks_a_part_is_refused() -> None:
    data = joint_of([(1, 2, 3)]).to_json()
    for key in data:
        with pytest.raises(StatisticsError):
            Joint.from_json({name: value for name, value in data.items() if name != key})
