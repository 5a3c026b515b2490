from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.findings import Confidence
from pst_standards.surveys import Scale, SurveyError, grade_of, grade_table
from pst_standards.surveys.figures import exact, half_up, places, read_figure, shown
from pst_standards.surveys.grades import CATEGORIES, grade_of_ni

some = settings(max_examples=60)
TABLE = grade_table("skm-2017")
indices = st.fractions(25, 100, max_denominator=10**6)
# Answers of nine elements whose index falls into a hole of the table.
HOLES = [
    (19, 524, "B", "C"),
    (26, 717, "C", "C"),
    (19, 604, "B", "B"),
    (43, 1367, "A", "B"),
    (58, 1357, "D", "D"),
    (113, 2644, "C", "D"),
]


@pytest.mark.parametrize(("n", "total", "rounded", "strict"), HOLES)
def test_an_index_in_a_hole_has_its_letter(n: int, total: int, rounded: str, strict: str) -> None:
    index = Fraction(25 * total, 9 * n)
    assert not any(grade.low <= index <= grade.high for grade in TABLE.grades)
    letters = [grade_of(index, TABLE, categories=one).letter for one in CATEGORIES]
    assert letters == [rounded, strict]


def by_hand(index: Fraction) -> str:
    cents = Decimal(index.numerator) / Decimal(index.denominator)
    value = cents.quantize(Decimal("0.01"), ROUND_HALF_UP)
    bounds = {"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}
    return next(letter for letter, bound in bounds.items() if value >= Decimal(bound))


@some
@given(indices)
def test_every_index_has_the_letter_of_its_rounded_value(index: Fraction) -> None:
    grade = grade_of(index, TABLE)
    assert grade.letter == by_hand(index)
    assert grade_of(half_up(index, 2), TABLE) == grade
    assert grade.low <= half_up(index, 2) <= grade.high


@some
@given(indices, indices)
def test_a_higher_index_never_has_a_lower_grade(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    for categories in CATEGORIES:
        letters = [grade_of(value, TABLE, categories=categories).letter for value in (low, high)]
        assert letters == sorted(letters, reverse=True)


@pytest.mark.parametrize("name", ["skm-2017", "skm-2004", "skm-2014"])
def test_the_letters_change_three_times_and_agree_with_the_printed_bounds(name: str) -> None:
    table = grade_table(name)
    letters = [grade_of(Fraction(cents, 100), table).letter for cents in range(2500, 10001)]
    assert sum(before != after for before, after in pairwise(letters)) == 3
    for grade in table.grades:
        for bound in (grade.low, grade.high):
            assert grade_of(bound, table) == grade
        for bound in (grade.ni_low, grade.ni_high):
            assert grade_of_ni(bound, table) == grade


def test_the_bounds_of_both_scales_of_2017_are_the_same() -> None:
    for grade in TABLE.grades:
        assert (25 * grade.ni_low, 25 * grade.ni_high) == (grade.low, grade.high)


def test_the_old_tables_have_their_own_bounds() -> None:
    index = Fraction("81.50")
    letters = {name: grade_of(index, grade_table(name)).letter for name in ("skm-2004", "skm-2017")}
    assert letters == {"skm-2004": "A", "skm-2017": "B"}
    assert grade_table("skm-2014").grades == grade_table("skm-2004").grades
    assert grade_table("skm-2014").confidence is Confidence.UNVERIFIED


def test_another_scale_has_another_lowest_index() -> None:
    assert grade_of(Fraction(10), TABLE, scale=Scale(1, 10)).letter == "D"
    assert grade_of(Fraction(50, 3), TABLE, scale=Scale(1, 6)).letter == "D"
    for index, scale in ((Fraction(9), Scale(1, 10)), (Fraction(24), Scale(1, 4))):
        with pytest.raises(SurveyError) as raised:
            grade_of(index, TABLE, scale=scale)
        assert raised.value.kind == "index.outside"


@pytest.mark.parametrize("categories", CATEGORIES)
def test_an_index_beyond_a_hundred_is_refused(categories: str) -> None:
    with pytest.raises(SurveyError):
        grade_of(Fraction("100.01"), TABLE, categories=categories)


def test_what_is_not_in_the_table_is_told() -> None:
    assert TABLE.grade("B").label.id == "Baik"
    with pytest.raises(SurveyError) as raised:
        TABLE.grade("E")
    assert "D, C, B, A" in str(raised.value)
    with pytest.raises(SurveyError) as raised:
        grade_of(Fraction(50), TABLE, categories="by_feeling")
    assert raised.value.kind == "categories"


@some
@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_figures_are_rounded_once_and_half_up(value: Fraction, decimals: int) -> None:
    rounded = half_up(value, decimals)
    assert half_up(rounded, decimals) == rounded == Fraction(shown(value, decimals))
    assert abs(rounded - value) <= Fraction(1, 2 * 10**decimals)
    exactly = Decimal(value.numerator * 10**12 // value.denominator).scaleb(-12)
    if value == Fraction(exactly):
        step = Decimal(1).scaleb(-decimals)
        assert rounded == Fraction(exactly.quantize(step, ROUND_HALF_UP))
    assert Fraction(exact(value)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("3,45", "3.45"), (" 3.45 ", "3.45"), (3.45, "3.45"), (3, "3"), ("-1", "-1")),
        *((Decimal("3.450"), "3.45"), (Fraction(1, 4), "0.25"), ("100", "100")),
    ],
)
def test_a_figure_is_read_with_point_or_comma(written: object, value: str) -> None:
    assert read_figure(written) == Fraction(value)


@pytest.mark.parametrize(
    "written",
    ["1.234,5", "1,234.5", "3 45", "", "A", "1e3", "nan", None, True, float("inf"), "3,", "\uff13"],
)
def test_what_is_no_figure_is_refused(written: object) -> None:
    with pytest.raises(SurveyError) as raised:
        read_figure(written)
    assert raised.value.kind == "figure"


def test_the_decimals_of_a_figure_are_counted_as_written() -> None:
    assert [places(one) for one in ("3,50", "3.5", "3", 3.25, 7)] == [2, 1, 0, 2, 0]
