"""What holds for every set of answers, against a reckoning as one would do it by hand."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pst_standards.surveys import (
    Mark,
    Score,
    SurveyError,
    Tally,
    Weighting,
    instrument,
    score,
    tally_columns,
)
from pst_standards.surveys.answers import rules_for
from pst_standards.surveys.grades import grade_of, grade_of_ni, grade_table

SKM = instrument("skm-2017")
OLD = instrument("skm-2004")
LETTERS = "DCBA"
# Each case has dozens of answers, and the shrinking of a failure finds the small ones.
some = settings(max_examples=30)
Rows = list[list[int | None]]
ANSWER = st.integers(1, 4)
GAPPY = st.one_of(ANSWER, st.none())


def matrix(cell: st.SearchStrategy[int | None], width: int = 9) -> st.SearchStrategy[Rows]:
    return st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=8)


gappy, complete = matrix(GAPPY), matrix(ANSWER)


def counted(rows: Rows, keys: tuple[str, ...] = SKM.keys) -> Tally:
    of = SKM if keys != OLD.keys else OLD
    table = {key: [row[place] for row in rows] for place, key in enumerate(keys)}
    return tally_columns(table, of).total()


def told(rows: Rows, weights: str | Weighting = "exact") -> Score:
    return score(counted(rows), weights=weights, compat=True)


def index_of(rows: Rows, weights: str | Weighting = "exact") -> Fraction | None:
    return told(rows, weights).index


def by_hand(rows: Rows, weights: list[Fraction] | None = None) -> Fraction | None:
    """The index, from the definition: what nobody answered is left out."""
    means, shares = [], []
    for place in range(len(rows[0])):
        given_answers = [row[place] for row in rows if row[place] is not None]
        if given_answers:
            means.append(Fraction(sum(a or 0 for a in given_answers), len(given_answers)))
            shares.append(weights[place] if weights else Fraction(1))
    if not means:
        return None
    parts = (mean * share for mean, share in zip(means, shares, strict=True))
    return 25 * sum(parts, Fraction()) / sum(shares, Fraction())


@some
@given(gappy)
def test_the_index_is_the_one_reckoned_by_hand(rows: Rows) -> None:
    assert index_of(rows) == by_hand(rows)


@some
@given(gappy)
def test_1_the_index_keeps_within_its_bounds(rows: Rows) -> None:
    found = told(rows)
    if found.ni is None or found.index is None:
        assert found.grade is None
        assert found.status == "no_data"
        return
    assert 1 <= found.ni <= 4
    assert 25 <= found.index <= 100
    assert min(found.means.values()) <= found.ni <= max(found.means.values())


@some
@given(gappy, st.data())
def test_2_a_better_answer_never_lowers_the_index(rows: Rows, data: st.DataObject) -> None:
    spots = [
        (r, c)
        for r, row in enumerate(rows)
        for c, answer in enumerate(row)
        if answer is not None and answer < 4
    ]
    assume(spots)
    row, column = data.draw(st.sampled_from(spots))
    better = [list(one) for one in rows]
    better[row][column] = (better[row][column] or 0) + 1
    before, after = told(rows), told(better)
    one = before.elements[column]
    assert before.index is not None
    assert after.index is not None
    assert one.weight is not None
    assert after.index - before.index == 25 * one.weight / one.n
    assert before.grade is not None
    assert after.grade is not None
    assert LETTERS.index(after.grade.letter) >= LETTERS.index(before.grade.letter)


@some
@given(gappy, st.randoms(use_true_random=False))
def test_3_the_order_and_the_doubling_of_respondents_mean_nothing(
    rows: Rows, dice: random.Random
) -> None:
    assert index_of(dice.sample(rows, len(rows))) == index_of(rows) == index_of(rows + rows)


@some
@given(gappy, st.permutations(range(9)), st.lists(st.integers(1, 20), min_size=9, max_size=9))
def test_4_the_order_of_elements_means_nothing(
    rows: Rows, order: list[int], parts: list[int]
) -> None:
    moved = [[row[place] for place in order] for row in rows]
    assert index_of(moved) == index_of(rows)

    def weighted(of: list[int]) -> Weighting:
        return Weighting(given=dict(zip(SKM.keys, of, strict=True)), normalise=True)

    along = [parts[place] for place in order]
    assert index_of(moved, weighted(along)) == index_of(rows, weighted(parts))
    assert index_of(rows, weighted(parts)) == by_hand(rows, [Fraction(one) for one in parts])


@some
@given(gappy, gappy)
def test_5_the_score_of_a_sum_is_that_of_all_answers(one: Rows, other: Rows) -> None:
    merged = score(counted(one) + counted(other))
    assert merged == told(one + other)


@some
@given(complete, complete)
def test_6_together_complete_parts_lie_between_them(one: Rows, other: Rows) -> None:
    first, second = index_of(one), index_of(other)
    both = index_of(one + other)
    assert first is not None
    assert second is not None
    assert both == (len(one) * first + len(other) * second) / (len(one) + len(other))


@some
@given(gappy)
def test_7_answers_turned_round_turn_the_index_round(rows: Rows) -> None:
    turned = [[None if answer is None else 5 - answer for answer in row] for row in rows]
    found = index_of(rows)
    assert index_of(turned) == (None if found is None else 125 - found)


@some
@given(complete, matrix(ANSWER, 14))
def test_8_rounded_weights_scale_the_index(rows: Rows, old: Rows) -> None:
    exact = index_of(rows)
    assert exact is not None
    assert index_of(rows, "2dp") == Fraction(99, 100) * exact
    assert index_of(rows, "3dp") == Fraction(999, 1000) * exact
    assert index_of(rows, "4dp") == Fraction(9999, 10000) * exact
    first = counted(old, OLD.keys)
    whole = score(first).index
    assert whole is not None
    assert score(first, weights="3dp", compat=True).index == Fraction(994, 1000) * whole


@some
@given(gappy, st.integers(0, 8))
def test_9_who_answers_nothing_changes_nothing(rows: Rows, place: int) -> None:
    blank: list[int | None] = [None] * 9
    assert index_of([*rows[:place], blank, *rows[place:]]) == index_of(rows)
    # A blank is neither a 1 nor a 0: an answer that vanishes leaves the mean of the others.
    assume(any(row[0] is not None for row in rows))
    vanished = [*rows, [None, *rows[0][1:]]]
    assert told(vanished).elements[0].mean == told(rows).elements[0].mean


@some
@given(st.lists(st.sampled_from(["1", "2", "3", "4", "", "-", "TB"]), min_size=1), st.data())
def test_9_the_order_of_blanks_and_how_they_are_written_mean_nothing(
    cells: list[str], data: st.DataObject
) -> None:
    rules = rules_for(SKM, mapping={"-": Mark.BLANK, "TB": Mark.BLANK})
    plain = ["" if cell in {"-", "TB"} else cell for cell in cells]
    again = data.draw(st.permutations(cells))
    found = [
        tally_columns({"fee": column}, SKM, rules=rules).total() for column in (cells, plain, again)
    ]
    assert found[0] == found[1] == found[2]


@some
@given(matrix(ANSWER, 8))
def test_10_an_added_element_of_the_same_value_leaves_the_value(rows: Rows) -> None:
    eight = [[*row, None] for row in rows]
    ni = told(eight).ni
    assert ni is not None
    one = Tally.from_frequencies(SKM, {"facilities": _frequencies(ni)})
    nine = counted(eight) + one
    assert score(nine).ni == ni


def _frequencies(mean: Fraction) -> tuple[int, int, int, int]:
    """Return counts whose mean is exactly a value from 1 to 4."""
    fours, n = mean.numerator - mean.denominator, 3 * mean.denominator
    return (n - fours, 0, 0, fours)


NI_TABLE = {
    "D": ("1", "2.5996"),
    "C": ("2.6", "3.064"),
    "B": ("3.0644", "3.532"),
    "A": ("3.5324", "4"),
}
"""The column of NI in the table of PermenPANRB 14/2017, between whose lines there are gaps."""


@some
@given(st.sampled_from(sorted(NI_TABLE)), st.fractions(0, 1))
def test_12_the_table_of_ni_and_that_of_nik_give_the_same_letter(
    letter: str, part: Fraction
) -> None:
    low, high = map(Fraction, NI_TABLE[letter])
    ni = low + (high - low) * part
    table = grade_table("skm-2017")
    assert grade_of_ni(ni, table).letter == letter
    assert grade_of(SKM.scale.index_of(ni), table).letter == letter


@some
@given(gappy)
def test_13_figures_are_rounded_at_the_end_only(rows: Rows) -> None:
    found = told(rows)
    if found.index is None or found.ni is None:
        assert found.index_shown == ""
        return
    assert abs(Fraction(found.index_shown) - found.index) <= Fraction(5, 1000)
    assert found.index == 25 * found.ni
    parts = [one.weighted_mean for one in found.elements if one.weighted_mean is not None]
    assert sum(parts) == found.ni


@some
@given(gappy)
def test_14_frequencies_score_like_the_answers(rows: Rows) -> None:
    kept = [row for row in rows if any(answer is not None for answer in row)]
    values = {
        key: tuple(sum(row[place] == value for row in kept) for value in range(1, 5))
        for place, key in enumerate(SKM.keys)
    }
    table = Tally.from_frequencies(SKM, values, respondents=len(kept))
    assert score(table).index == index_of(rows)


@some
@given(gappy)
def test_22_json_keeps_the_exact_score(rows: Rows) -> None:
    tally = counted(rows)
    assert score(Tally.from_json(tally.to_json())) == score(tally)


@some
@given(gappy, st.sampled_from(["2dp", "3dp", "4dp"]))
def test_rounded_weights_that_lead_out_of_the_scale_are_refused(rows: Rows, rounding: str) -> None:
    found = index_of(rows, rounding)
    if found is None or 25 <= found <= 100:
        assert score(counted(rows), weights=rounding).index == found
        return
    with pytest.raises(SurveyError) as raised:
        score(counted(rows), weights=rounding)
    assert raised.value.kind == "index.outside"
