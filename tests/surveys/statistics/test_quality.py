from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Severity
from pst_standards.model.base import Text
from pst_standards.surveys.statistics import (
    Caution,
    Joint,
    Quality,
    StatisticsError,
    Told,
    may_rank,
    quality_of,
    without_small_cells,
)
from pst_standards.surveys.statistics.cautions import size_cautions

ITEMS = ("a", "b", "c")


def quality(rows: list[Any], **options: Any) -> Quality:
    return quality_of(Joint.of(ITEMS, rows, scale=(1, 4)), **options)


def told(found: Quality) -> dict[str, Caution]:
    return {one.key: one for one in found.cautions}


def mixed(n: int) -> list[tuple[int, int, int]]:
    """Return rows that go well together, none of them of one answer."""
    return [((1, 1, 2), (2, 3, 3), (4, 3, 4))[i % 3] for i in range(n)]


def test_the_figures_of_real_answers_are_those_reckoned_elsewhere(
    joint: Joint, expected: dict[str, Any]
) -> None:
    data = quality_of(joint).to_dict()
    assert data["n"] == expected["n"]
    assert data["alpha"] == expected["alpha"]
    assert data["straight_liners"] == expected["straightliners"]
    for key in ("item_total", "corrected_item_total", "alpha_if_deleted"):
        assert [round(one, 4) for one in data[key]] == expected[key]
    assert round(data["margin"]["value"], 3) == expected["ikm_moe95_z"]
    assert (data["margin"]["method"], data["margin"]["fpc"]) == ("z", False)
    assert [one["key"] for one in data["warnings"]] == ["straight", "weak-items"]
    assert data["warnings"][1]["params"] == {"items": ["u1", "u2"]}
    assert "butir lainnya: u1, u2." in data["warnings"][1]["text"]["id"]


def test_elements_are_called_by_their_terms_where_these_are_known(joint: Joint) -> None:
    names = {"u1": Text(id="Persyaratan", en="Requirements"), "u2": Text(id="Prosedur")}
    told_ = quality_of(joint).to_dict(names)["warnings"][1]["text"]
    assert "butir lainnya: Persyaratan, Prosedur." in told_["id"]
    assert "with the others: Requirements, " in told_["en"]


def test_a_survey_without_faults_gives_no_caution() -> None:
    assert quality(mixed(30), told=Told(population=200, needed=30, declared=30)).cautions == ()


@pytest.mark.parametrize(
    ("n", "keys"),
    [
        (0, ["nobody"]),
        (1, ["few", "no-ranking"]),
        (9, ["few", "no-ranking"]),
        (10, ["few"]),
        (29, ["few"]),
        (30, []),
    ],
)
def test_small_numbers_are_told(n: int, keys: list[str]) -> None:
    assert [one.key for one in size_cautions(n)] == keys
    more = ["no-figures"] if 0 < n < 10 else []
    assert [one.key for one in quality(mixed(n)).cautions] == [*keys, *more]
    assert may_rank(n) == (n >= 10)


@pytest.mark.parametrize("n", [2, 9])
def test_of_fewer_than_ten_there_is_neither_margin_nor_alpha_nor_letters(n: int) -> None:
    found = quality(mixed(n), index=Fraction(77), grade=grade)
    assert (found.margin, found.letters, found.reliability.alpha) == (None, None, None)
    data = found.to_dict()
    assert set(data["item_total"]) == set(data["alpha_if_deleted"]) == {None}
    assert told(found)["no-figures"].params == {"n": n, "least": 10}
    ten = quality(mixed(10), index=Fraction(77), grade=grade)
    assert None not in {ten.margin, ten.letters, ten.reliability.alpha}


def test_of_few_complete_rows_among_many_there_is_no_alpha_and_a_caution() -> None:
    found = quality([*mixed(9), *[(None, 2, 3)] * 31])
    assert found.margin is not None
    assert (found.reliability.alpha, found.reliability.n) == (None, 9)
    caution = told(found)["no-reliability"]
    assert caution.params == {"complete": 9, "n": 40, "least": 10}
    assert caution.message("id") != caution.message("en")


def test_a_number_that_was_not_counted_is_an_error() -> None:
    found = told(quality(mixed(284), told=Told(declared=295)))["declared"]
    assert found.severity is Severity.ERROR
    assert found.params == {"declared": 295, "counted": 284}
    assert told(quality(mixed(40), told=Told(declared=0)))["declared"].params["declared"] == 0


def test_a_population_smaller_than_its_sample_is_told_and_not_reckoned_with() -> None:
    found = quality(mixed(40), told=Told(population=39))
    assert told(found)["population"].severity is Severity.ERROR
    assert told(found)["population"].params == {"population": 39, "n": 40}
    assert found.margin is not None
    assert not found.margin.fpc
    known = quality(mixed(40), told=Told(population=40))
    assert known.margin is not None
    assert known.margin.value == 0
    assert known.cautions == ()


def test_too_few_answers_are_told_and_never_refused() -> None:
    found = quality(mixed(187), told=Told(needed=385))
    assert told(found)["sample"].params == {"n": 187, "needed": 385}
    assert told(quality(mixed(40), told=Told(needed=40))) == {}


def test_blanks_are_told_by_item_and_nobody_is_left_out() -> None:
    rows = [*mixed(36), (None, 2, 3), (None, None, 3), (None, None, None)]
    found = quality(rows)
    assert told(found)["blanks"].params == {"items": ("a", "b"), "complete": 36, "n": 38}
    assert told(found)["empty"].params == {"empty": 1}
    assert (found.counted, found.respondents, found.complete) == (39, 38, 36)
    assert found.answered == {"a": 36, "b": 37, "c": 38}
    assert found.share_complete == Fraction(18, 19)
    assert found.margin is not None
    assert found.margin.n == 38


def test_equal_answers_to_everything_are_flagged_and_stay() -> None:
    found = quality([*mixed(37), (4, 4, 4), (4, 4, 4), (3, 3, 3)])
    assert told(found)["straight"].params == {"straight": 3, "complete": 40}
    assert found.straight == {3: 1, 4: 2}
    assert found.straight_liners == 3
    assert found.reliability.n == 40
    data = found.to_dict()["both_ways"]
    assert (data["with"]["n"], data["without"]["n"]) == (40, 37)
    assert data["with"]["alpha"] == found.to_dict()["alpha"]
    assert data["without"]["alpha"] == quality(mixed(37)).to_dict()["alpha"]
    assert found.longest_runs == {1: 12, 2: 25, 3: 3}


def test_an_item_against_the_others_is_named_where_ten_answered_at_least() -> None:
    rows = [(row[0], row[1], 5 - row[0]) for row in mixed(12)]
    assert told(quality(rows))["weak-items"].params["items"] == ("a", "c")
    assert "weak-items" not in told(quality(rows[:9]))
    assert "weak-items" in told(quality(rows[:10]))


def grade(index: Fraction) -> str:
    return "B" if index >= Fraction("76.61") else "C"


def test_the_letters_within_the_margin_are_told() -> None:
    shaky = quality(mixed(40), index=Fraction(77), grade=grade)
    assert told(shaky)["letter"].params == {"letters": "B (B\N{EN DASH}C)"}
    assert shaky.letters is not None
    assert not shaky.letters.is_stable
    sure = quality(mixed(40), index=Fraction(95), grade=grade)
    assert sure.letters is not None
    assert sure.letters.is_stable
    assert told(sure) == {}
    assert quality(mixed(40), index=Fraction(77)).letters is None
    assert quality(mixed(40), grade=grade).letters is None
    assert quality(mixed(1), index=Fraction(77), grade=grade).letters is None


def test_the_way_of_the_margin_is_chosen() -> None:
    weights = {"a": Fraction(1), "b": Fraction(0), "c": Fraction(0)}
    found = quality(mixed(40), method="t", confidence=0.9, weights=weights).margin
    assert found is not None
    assert (found.method, found.confidence, found.basis) == ("t", 0.9, "complete_rows")


def test_of_nobody_there_is_a_result_all_the_same() -> None:
    data = quality([], index=Fraction(77), grade=grade).to_dict()
    assert [one["key"] for one in data.pop("warnings")] == ["nobody"]
    nothing = [None, None, None]
    assert data == {
        "n": 0,
        "complete": 0,
        "share_complete": None,
        "empty_respondents": 0,
        "answered": {"a": 0, "b": 0, "c": 0},
        "policy": "listwise",
        "alpha": None,
        "item_total": nothing,
        "corrected_item_total": nothing,
        "alpha_if_deleted": nothing,
        "critical_correlation": None,
        "straight_liners": 0,
        "straight_by_answer": {},
        "both_ways": None,
        "longest_runs": {},
        "margin": None,
        "grade_stability": None,
    }


def test_every_caution_can_be_read() -> None:
    rows: list[Any] = [*[(row[0], row[1], 5 - row[0]) for row in mixed(12)], (4, 4, 4)]
    found = quality(
        [*rows, (None, 1, 1), (None, None, None)],
        told=Told(population=5, needed=99, declared=50),
        index=Fraction(77),
        grade=grade,
    )
    keys = {"few", "declared", "population", "sample", "empty", "blanks", "straight"}
    assert told(found).keys() == keys | {"weak-items", "letter"}
    json.dumps(found.to_dict())
    for caution in (*found.cautions, *size_cautions(0), *size_cautions(3)):
        for lang in ("id", "en"):
            assert "{" not in caution.message(lang)


@given(st.lists(st.integers(0, 20), max_size=6), st.integers(2, 6))
def test_no_part_that_is_hidden_can_be_worked_out(counts: list[int], least: int) -> None:
    cells = dict(enumerate(counts))
    found = without_small_cells(cells, smallest=least)
    hidden = [key for key, count in found.items() if count is None]
    assert found.keys() == cells.keys()
    assert all(found[key] in {None, count} for key, count in cells.items())
    assert all(found[key] is None for key, count in cells.items() if 0 < count < least)
    assert all(found[key] == 0 for key, count in cells.items() if not count)
    filled = [key for key, count in cells.items() if count]
    together = sum(cells[key] for key in hidden)
    assert not hidden or hidden == filled or (len(hidden) > 1 and together >= least)


def test_no_more_is_hidden_than_must_be() -> None:
    assert without_small_cells({"a": 26, "b": 3, "c": 12}) == {"a": 26, "b": None, "c": None}
    assert without_small_cells({"a": 26, "b": 3, "c": 4}) == {"a": 26, "b": None, "c": None}
    assert without_small_cells({"a": 26, "b": 1, "c": 1}) == dict.fromkeys("abc")
    assert without_small_cells({"a": 26, "b": 5, "c": 0}) == {"a": 26, "b": 5, "c": 0}
    assert without_small_cells({"a": 9, "b": 2, "c": 3, "d": 8})["d"] == 8
    assert without_small_cells({"a": 3}) == {"a": None}
    assert without_small_cells({}) == {}
    with pytest.raises(StatisticsError):
        without_small_cells({"a": -1})
