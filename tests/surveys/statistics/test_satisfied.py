from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import (
    Joint,
    StatisticsError,
    people_satisfied,
    percent_satisfied,
)


@given(
    st.lists(st.integers(1, 4), max_size=30),
    st.integers(11, 40).map(lambda tenths: Fraction(tenths, 10)),
)
def test_answers_from_the_cutoff_on_are_counted(answers: list[int], cutoff: Fraction) -> None:
    counts = [answers.count(one) for one in range(1, 5)]
    found = percent_satisfied(counts, cutoff=cutoff, scale=(1, 4))
    assert found.satisfied == sum(one >= cutoff for one in answers)
    assert found.of == len(answers)
    assert found.percent == (100 * Fraction(found.satisfied, len(answers)) if answers else None)


@given(
    st.lists(st.tuples(*[st.one_of(st.none(), st.integers(1, 4))] * 3), max_size=12),
    st.integers(11, 40).map(lambda tenths: Fraction(tenths, 10)),
)
def test_people_count_by_the_mean_of_what_they_answered(rows: list[Any], cutoff: Fraction) -> None:
    known = [[one for one in row if one is not None] for row in rows]
    means = [Fraction(sum(row), len(row)) for row in known if row]
    found = people_satisfied(Joint.of("abc", rows, scale=(1, 4)), cutoff=cutoff)
    assert found.satisfied == sum(mean >= cutoff for mean in means)
    assert found.of == len(means)


def test_the_share_says_what_it_is_a_share_of() -> None:
    found = percent_satisfied([1, 2, 20, 27], cutoff=3, scale=(1, 4))
    assert found.to_dict() == {
        "satisfied": 47,
        "of": 50,
        "percent": "94.00",
        "cutoff": "3.00",
        "unit": "answer",
    }
    nobody = people_satisfied(Joint.none("a", scale=(1, 4)), cutoff=3)
    assert nobody.to_dict() == {
        "satisfied": 0,
        "of": 0,
        "percent": None,
        "cutoff": "3.00",
        "unit": "person",
    }


def test_there_is_no_cutoff_unless_it_is_given() -> None:
    with pytest.raises(TypeError):
        percent_satisfied([1, 2], scale=(1, 2))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("counts", "cutoff", "key"),
    [
        ([1, 2, 3, 4], 1, "cutoff"),
        ([1, 2, 3, 4], 4.1, "cutoff"),
        ([1, 2, 3, 4], "3", "number"),
        ([1, 2, 3], 3, "width"),
        ([1, 2, 3, 4, 5], 3, "width"),
        ([1, 2, 3, -4], 3, "count"),
        ([1, 2, 3, 4.0], 3, "count"),
    ],
)
def test_what_cannot_be_meant_is_refused(counts: Any, cutoff: Any, key: str) -> None:
    with pytest.raises(StatisticsError) as caught:
        percent_satisfied(counts, cutoff=cutoff, scale=(1, 4))
    assert caught.value.key == key
    if key == "width":
        assert caught.value.params == {"found": len(counts), "expected": 4}
