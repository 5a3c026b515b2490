from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pst_standards.surveys import (
    Score,
    SurveyError,
    Tally,
    Weighting,
    combine_forms,
    combine_services,
    instrument,
    merge_periods,
    score,
    series_breaks,
)

SKM = instrument("skm-2017")


def of(*counts: int, name: str = "skm-2017", drop: str = "", **options: object) -> Score:
    used = instrument(name)
    keys = [key for key in used.keys if key != drop]
    tally = Tally.from_frequencies(used, dict.fromkeys(keys, counts))
    return score(tally, **options)  # type: ignore[arg-type]


NOBODY = score(Tally.empty(SKM.id))
LIBRARY, SALE = of(0, 0, 0, 30), of(0, 0, 10, 0)


def test_the_three_ways_differ_and_all_are_told() -> None:
    parts = {"library": LIBRARY, "sale": SALE}
    found = combine_services(parts, populations={"library": 100, "sale": 300})
    assert dict(found.indices) == {
        "pooled": Fraction(375, 4),
        "simple": Fraction(175, 2),
        "population": Fraction(325, 4),
    }
    assert found.index == Fraction(375, 4)
    assert found.grade is not None
    assert found.grade.letter == "A"
    assert [note.key for note in found.notes] == ["combined-pooled", "combined-differs"]
    assert "rata-rata sederhana 87,50" in found.notes[1].text("id")
    simple = combine_services(parts, unit="simple")
    assert simple.index == Fraction(175, 2)
    assert set(simple.indices) == {"pooled", "simple"}
    assert simple.grade is not None
    assert simple.grade.letter == "B"


def test_a_service_without_answers_is_told_and_no_zero() -> None:
    found = combine_services({"library": LIBRARY, "visit": NOBODY}, unit="simple")
    assert found.index == 100
    assert found.without_data == ("visit",)
    assert "visit" in next(n for n in found.notes if n.key == "combined-without").text("id")
    nothing = combine_services({"visit": NOBODY}, populations={"visit": 5})
    assert nothing.index is None
    assert nothing.grade is None
    assert dict(nothing.indices) == {}


def test_parts_with_other_elements_are_told() -> None:
    found = combine_services({"a": of(0, 0, 0, 30), "b": of(0, 0, 0, 30, drop="fee")})
    assert "combined-elements" in [note.key for note in found.notes]
    without = {name: of(0, 0, 5, 30) for name in "ab"}
    dropped = {name: score(one.tally, drop=["fee"]) for name, one in without.items()}
    assert "combined-elements" not in [note.key for note in combine_services(dropped).notes]


def test_the_whole_is_told_to_be_small_too() -> None:
    found = combine_services({"a": of(0, 0, 0, 3), "b": of(0, 0, 0, 4)})
    assert [note.key for note in found.notes] == ["combined-pooled", "few"]


def test_rounded_weights_and_no_grades_stay_as_they_are() -> None:
    parts = {name: of(0, 0, 0, 30, weights="2dp", grades="") for name in "ab"}
    found = combine_services(parts)
    assert found.index == 99
    assert found.grade is None


def test_what_rounded_weights_do_is_told_of_the_whole_too() -> None:
    keys = SKM.keys[:8]
    parts = {
        name: score(Tally.from_frequencies(SKM, dict.fromkeys(keys, (0, 0, n, 0))), weights="2dp")
        for name, n in (("a", 30), ("b", 40))
    }
    assert "weights-above" in [note.key for note in combine_services(parts).notes]
    simple = combine_services(parts, unit="simple")
    assert "weights-above" not in [note.key for note in simple.notes]


@pytest.mark.parametrize(
    ("parts", "options", "kind"),
    [
        ({}, {}, "combine.nothing"),
        ({"a": LIBRARY}, {"unit": "median"}, "combine.unit"),
        ({"a": LIBRARY}, {"unit": "population"}, "combine.population"),
        ({"a": LIBRARY}, {"populations": {"a": 0}}, "combine.population"),
        ({"a": LIBRARY, "b": of(0, 0, 0, 1, weights="2dp")}, {}, "combine.unlike"),
        ({"a": LIBRARY, "b": of(0, 0, 0, 1, name="skm-2014")}, {}, "combine.unlike"),
    ],
)
def test_what_cannot_be_combined_is_refused(
    parts: dict[str, Score], options: dict[str, object], kind: str
) -> None:
    with pytest.raises(SurveyError) as raised:
        combine_services(parts, **options)  # type: ignore[arg-type]
    assert raised.value.kind == kind
    assert raised.value.message("id") != raised.value.message("en")


def test_quarters_are_merged_by_their_counts() -> None:
    quarters = {"I": LIBRARY.tally, "II": SALE.tally}
    merged = merge_periods(quarters)
    assert merged.respondents == 40
    assert score(merged).index == Fraction(375, 4)
    with pytest.raises(SurveyError):
        merge_periods({})
    with pytest.raises(SurveyError):
        merge_periods({"I": LIBRARY.tally, "II": Tally.empty("skm-2014")})


counts = st.tuples(*[st.integers(0, 9)] * 4).filter(any)


@settings(max_examples=30)
@given(st.lists(st.tuples(counts, st.integers(1, 500)), min_size=1, max_size=5))
def test_6_every_way_lies_between_the_parts(found: list[tuple[tuple[int, ...], int]]) -> None:
    parts = {str(place): of(*one) for place, (one, _) in enumerate(found)}
    served = {str(place): size for place, (_, size) in enumerate(found)}
    indices = [part.index for part in parts.values() if part.index is not None]
    whole = combine_services(parts, populations=served)
    assert set(whole.indices) == {"pooled", "simple", "population"}
    assert all(min(indices) <= index <= max(indices) for index in whole.indices.values())
    n = [part.tally.respondents for part in parts.values()]
    pooled = sum(index * times for index, times in zip(indices, n, strict=True)) / sum(n)
    assert whole.index == pooled


def test_two_forms_are_combined_by_element() -> None:
    new = instrument("skm-16-online-a")
    form = score(
        Tally.from_frequencies(new, {"q1": (0, 0, 20, 0), "q2": (20, 0, 0, 0), "q7": (0, 0, 20, 0)})
    )
    old = score(
        Tally.from_frequencies(SKM, {"requirements": (0, 0, 0, 20), "conduct": (0, 0, 0, 20)})
    )
    found = combine_forms({"old": old, "new": form})
    # requirements: (4 * 20 + 2 * 20) / 40 = 3; conduct 4; fee 3.
    assert found.index == Fraction(25 * 10, 3)
    assert found.grade is not None
    assert [note.key for note in found.notes] == ["combined-forms"]
    assert combine_forms({"old": NOBODY}).index is None


def test_forms_on_other_scales_are_never_turned_into_each_other() -> None:
    with pytest.raises(SurveyError) as raised:
        combine_forms({"skm": LIBRARY, "skd": of(*[0] * 9, 5, name="skd-2025")})
    assert raised.value.kind == "combine.scale"
    with pytest.raises(SurveyError):
        combine_forms({})


def test_a_series_breaks_where_rules_change() -> None:
    def keys(before: Score, after: Score) -> list[str]:
        return [note.key for note in series_breaks(before, after)]

    assert keys(LIBRARY, SALE) == []
    assert keys(of(0, 0, 1, 1, name="skm-2014"), LIBRARY) == ["break-regime", "break-elements"]
    assert keys(LIBRARY, of(0, 0, 1, 1, weights="2dp")) == ["break-weights"]
    given = Weighting(given=dict.fromkeys(SKM.keys, Fraction(1, 9)))
    assert keys(LIBRARY, of(0, 0, 1, 1, weights=given)) == ["break-weights"]
    form = instrument("skm-16-online-a")
    new = score(Tally.from_frequencies(form, {item.key: (0, 0, 1, 1) for item in form.items}))
    assert keys(LIBRARY, new) == ["break-form"]
    assert keys(LIBRARY, score(LIBRARY.tally, drop=["fee"])) == ["break-elements"]
    assert keys(LIBRARY, score(LIBRARY.tally, grades="")) == ["break-regime"]
    notes = series_breaks(of(0, 0, 1, 1, name="skm-2014"), LIBRARY)
    assert "PermenPANRB 16/2014, lalu PermenPANRB 14/2017" in notes[0].text("id")


@settings(max_examples=20)
@given(counts, counts)
def test_one_form_alone_or_twice_is_that_form(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    assume(one)
    first, second = of(*one), of(*other)
    assert combine_forms({"a": first}).index == first.index
    both = combine_forms({"a": first, "b": second})
    assert both.index == combine_services({"a": first, "b": second}).index
