from __future__ import annotations

import json
import pickle
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.surveys import (
    AnswerRules,
    ElementCounts,
    Mark,
    Scale,
    SurveyError,
    Tallies,
    Tally,
    instrument,
    tally_columns,
)
from pst_standards.surveys.tallying import Handling
from pst_standards.surveys.text_counts import count_texts

SKM = instrument("skm-2017")
some = settings(max_examples=40)
LENIENT = Handling(refused="leave_out")
CELLS = ("1", "2", "3", "4", "", "x", "0")
RULES = AnswerRules(scale=Scale(1, 4), mapping={"x": Mark.NOT_APPLICABLE})
Table = list[list[str]]
tables = st.lists(st.lists(st.sampled_from(CELLS), min_size=9, max_size=9), max_size=12)


def counted(rows: Table, *, groups: Sequence[str] = (), **options: Any) -> Tallies:
    table = {key: [row[place] for row in rows] for place, key in enumerate(SKM.keys)}
    if groups:
        table["service"] = list(groups)
        options["group_by"] = ["service"]
    return tally_columns(table, SKM, rules=RULES, handling=LENIENT, **options)


def total(rows: Table) -> Tally:
    return counted(rows).total()


def naive(rows: Table) -> dict[str, Any]:
    """Count cell by cell, as one would by hand."""
    found: dict[str, Any] = {key: [0, 0, 0, 0, 0, 0] for key in SKM.keys}
    respondents = empty = zeros = 0
    for row in rows:
        for key, cell in zip(SKM.keys, row, strict=True):
            if cell == "0":
                zeros += 1
            else:
                found[key]["1234".find(cell) if cell in "1234" and cell else 4 + (cell == "x")] += 1
        if any(cell in {"1", "2", "3", "4"} for cell in row):
            respondents += 1
        else:
            empty += 1
    return {"counts": found, "respondents": respondents, "empty": empty, "zeros": zeros}


@some
@given(tables)
def test_the_counts_are_those_counted_by_hand(rows: Table) -> None:
    tally, right = total(rows), naive(rows)
    assert {
        key: [*one.values, one.blank, one.not_applicable] for key, one in tally.elements.items()
    } == right["counts"]
    assert (tally.respondents, tally.empty_respondents) == (right["respondents"], right["empty"])
    assert dict(tally.left_out) == ({"answer.zero": right["zeros"]} if right["zeros"] else {})


@some
@given(tables, st.randoms(use_true_random=False))
def test_random_chunks_in_random_order_add_up_to_one_tally(
    rows: Table, dice: random.Random
) -> None:
    whole = total(rows)
    shuffled = dice.sample(rows, len(rows))
    cuts = sorted(dice.choices(range(len(rows) + 1), k=3))
    chunks = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
    parts = [total(chunk) for chunk in dice.sample(chunks, len(chunks))]
    assert sum(parts, Tally.empty(SKM.id)) == whole
    first, second, third, *_ = parts
    assert (first + second) + third == first + (second + third)
    assert first + second == second + first
    assert whole + Tally.empty(SKM.id) == whole == Tally.empty(SKM.id) + whole


@some
@given(
    tables.flatmap(
        lambda rows: st.tuples(
            st.just(rows),
            st.lists(st.sampled_from(["a", "b", "c"]), min_size=len(rows), max_size=len(rows)),
        )
    )
)
def test_groups_are_the_tallies_of_their_rows(case: tuple[Table, list[str]]) -> None:
    rows, names = case
    grouped = counted(rows, groups=names) if rows else Tallies.empty(SKM.id)
    for name in set(names):
        mine = [row for row, own in zip(rows, names, strict=True) if own == name]
        assert grouped.groups[(("service", name),)] == total(mine)
    assert len(grouped) == len(set(names))
    if rows:
        assert grouped.total() == total(rows) == grouped.by([]).groups[()]


@some
@given(tables)
def test_json_keeps_every_count(rows: Table) -> None:
    tally = total(rows)
    assert Tally.from_json(json.loads(json.dumps(tally.to_json()))) == tally
    grouped = counted(rows, groups=["a"] * len(rows)) if rows else counted(rows)
    assert Tallies.from_json(json.loads(json.dumps(grouped.to_json()))) == grouped


@some
@given(tables)
def test_the_tally_of_frequencies_is_that_of_the_rows(rows: Table) -> None:
    kept = [row for row in rows if set(row) & {"1", "2", "3", "4"} and not set(row) & {"0", "x"}]
    values = {
        key: tuple(sum(row[place] == str(value) for row in kept) for value in range(1, 5))
        for place, key in enumerate(SKM.keys)
    }
    assert Tally.from_frequencies(SKM, values, respondents=len(kept)) == total(kept)


@some
@given(tables, st.permutations(["", "x"]))
def test_a_respondent_without_answers_is_only_counted_as_such(
    rows: Table, marks: list[str]
) -> None:
    blank = [marks[0]] * 4 + [marks[1]] * 5
    tally, more = total(rows), total([*rows, blank])
    assert more.respondents == tally.respondents
    assert more.empty_respondents == tally.empty_respondents + 1
    assert [one.values for one in more.elements.values()] == [
        one.values for one in tally.elements.values()
    ]


def test_the_real_answers_have_the_known_sums(
    answers: Mapping[str, Sequence[str]], expected: Mapping[str, Any]
) -> None:
    tally = tally_columns(answers, SKM, numbering="list").total()
    assert [one.sum for one in tally.elements.values()] == expected["sums"]
    assert [one.n for one in tally.elements.values()] == [expected["n"]] * expected["k"]
    assert [round(float(one.mean or 0), 6) for one in tally.elements.values()] == expected["nrr"]


def refusal(table: Mapping[str, Sequence[object]], **options: Any) -> SurveyError:
    with pytest.raises(SurveyError) as raised:
        tally_columns(table, SKM, **options)
    assert raised.value.message("id") != raised.value.message("en")
    return raised.value


def test_the_first_cell_that_is_no_answer_is_named_with_its_place() -> None:
    error = refusal({"no": ["a", "b", "c"], "biaya": ["4", "3", "5"], "U1": ["4", "0", "TS"]})
    assert error.kind == "answer.zero"
    assert error.position == {"row": 3, "column": "U1", "element": "requirements"}
    assert error.params["more"] == 2
    assert str(error).startswith("Baris 3, kolom \u201cU1\u201d: 0 bukan jawaban")
    assert str(error).endswith("Selain itu ada 2 sel lain yang ditolak.")
    assert error.to_dict()["found"] == "0"
    assert "more" not in refusal({"U1": ["5"]}).message("en")


def test_a_copy_of_an_error_says_the_same() -> None:
    error = refusal({"U1": ["5"]})
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


def test_cells_left_out_are_counted_by_reason_and_never_as_zero() -> None:
    table = {"U1": ["4", "0", "5", "TS", "2.5", "3 "], "U2": ["3"] * 6}
    tally = tally_columns(table, SKM, handling=LENIENT).total()
    assert tally.elements["requirements"] == ElementCounts((0, 0, 0, 1))
    assert tally.elements["procedure"].n == 6
    assert dict(tally.left_out) == dict.fromkeys(
        [f"answer.{reason}" for reason in ("zero", "outside", "text", "fraction", "spaces")], 1
    )


def test_typed_cells_are_counted_like_texts_and_truth_is_no_number() -> None:
    cells: list[object] = [1, 4.0, None, float("nan"), "3", 2]
    tally = tally_columns({"U1": cells}, SKM).total()
    assert tally.elements["requirements"] == ElementCounts((1, 1, 1, 1), blank=2)
    assert tally.empty_respondents == 2
    for odd in (True, [4], {"answer": 4}, b"4"):
        error = refusal({"U1": [1, odd]})
        assert (error.kind, error.params["row"]) == ("answer.kind", 3)


def test_importance_is_counted_beside_satisfaction() -> None:
    skd = instrument("skd-2025")
    table = {"kepuasan_biaya": ["10", "1", ""], "kepentingan_biaya": ["9", "", "8"]}
    tally = tally_columns(table, skd).total()
    assert tally.elements["fee"].values == (1, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert tally.importance["fee"].sum == 17
    # Who tells only how important something is has given no answer about the service.
    assert tally.empty_respondents == 1
    assert (tally + tally).importance["fee"].n == 4
    assert Tally.from_json(tally.to_json()) == tally


def test_a_respondent_who_is_there_twice_is_told() -> None:
    table = {"id": ["a", "b", "", "a", ""], "U1": ["1", "2", "3", "4", "3"]}
    error = refusal(table, handling=Handling(respondent="id"))
    assert error.kind == "respondent.duplicate"
    assert (error.params["row"], error.params["before"]) == (5, 2)
    out = tally_columns(
        table, SKM, handling=Handling(respondent="id", duplicates="leave_out")
    ).total()
    assert out.elements["requirements"].values == (1, 1, 2, 0)
    assert dict(out.left_out) == {"respondent.duplicate": 1}
    kept = tally_columns(table, SKM, handling=Handling(respondent="id", duplicates="keep"))
    assert kept.total().respondents == 5
    assert refusal({"U1": ["1"]}, handling=Handling(respondent="id")).kind == "column.unknown"


def test_an_empty_table_is_nobody() -> None:
    tally = tally_columns({"U1": [], "U2": []}, SKM).total()
    assert (tally.respondents, tally.empty_respondents) == (0, 0)
    assert tally.elements["requirements"].mean is None
    assert len(tally_columns({"U1": [], "x": []}, SKM, group_by=["x"])) == 0


def test_a_group_without_a_name_is_a_group() -> None:
    found = tally_columns({"U1": ["1", "2"], "x": [None, 7]}, SKM, group_by=["x"])
    assert [dict(key) for key, _ in found] == [{"x": ""}, {"x": "7"}]


@pytest.mark.parametrize(
    ("table", "options", "kind"),
    [
        ({"U1": ["1"], "U2": []}, {}, "table.ragged"),
        ({"U1": ["1"]}, {"group_by": ["service"]}, "column.unknown"),
    ],
)
def test_a_table_that_cannot_be_counted_is_told(
    table: dict[str, list[str]], options: dict[str, Any], kind: str
) -> None:
    assert refusal(table, **options).kind == kind


@pytest.mark.parametrize(
    "other", [Tally.empty("skm-2014"), Tally(SKM.id, {"fee": ElementCounts((1, 2))})]
)
def test_what_does_not_belong_together_is_not_added(other: Tally) -> None:
    one = Tally.from_frequencies(SKM, {"fee": (0, 0, 0, 1)})
    with pytest.raises(SurveyError):
        _ = one + other
    if other.instrument_id != SKM.id:
        with pytest.raises(SurveyError):
            _ = Tallies(SKM.id) + Tallies(other.instrument_id)


@pytest.mark.parametrize(
    ("values", "options", "kind"),
    [
        ((1, 2, 3), {}, "tally.row"),
        ((1, 2, 3, -1), {}, "tally.row"),
        ((1, 2, 3, 4), {"respondents": 9}, "tally.respondents"),
    ],
)
def test_frequencies_that_cannot_be_are_refused(
    values: tuple[int, ...], options: dict[str, int], kind: str
) -> None:
    with pytest.raises(SurveyError) as raised:
        Tally.from_frequencies(SKM, {"fee": values}, **options)
    assert raised.value.kind == kind
    assert raised.value.message("id")


GOOD = Tally.from_frequencies(SKM, {"fee": (0, 0, 1, 2)}).to_json()


@pytest.mark.parametrize("key", list(GOOD))
@pytest.mark.parametrize("wrong", [None, -1, True, "x", {"fee": {"values": []}}, {"fee": 3.5}])
def test_a_file_that_is_no_tally_is_refused(key: str, wrong: object) -> None:
    # Any text may name an instrument: what the counts are of shows when they are scored.
    found = {} if key == "instrument" else {**GOOD, key: wrong}
    with pytest.raises(SurveyError) as raised:
        Tally.from_json(found)
    assert raised.value.kind == "tally.json"


@pytest.mark.parametrize(
    "counts",
    [
        {"low": 1, "values": [], "blank": 0, "not_applicable": 0},
        {"low": "1", "values": [1], "blank": 0, "not_applicable": 0},
        {"low": 1, "values": [1.5], "blank": 0, "not_applicable": 0},
    ],
)
def test_counts_that_are_none_are_refused(counts: dict[str, Any]) -> None:
    with pytest.raises(SurveyError):
        ElementCounts.from_json(counts)
    with pytest.raises(SurveyError):
        Tallies.from_json({"instrument": "skm-2017", "groups": [{"key": 3}]})


@some
@given(st.tuples(*[st.integers(0, 10**30)] * 4))
def test_a_mean_is_exact_at_any_size(values: tuple[int, int, int, int]) -> None:
    one, two, three, four = values
    counts = ElementCounts(values)
    if sum(values):
        right = Fraction(one + 2 * two + 3 * three + 4 * four, one + two + three + four)
        assert counts.mean == right


def test_the_row_of_a_refused_cell_is_that_of_the_whole_table() -> None:
    table = {"x": ["a", "b", "a", "b"], "U1": ["1", "2", "3", "9"]}
    assert refusal(table, group_by=["x"]).params["row"] == 5
    assert refusal(table, handling=Handling(first_row=1)).params["row"] == 4


def test_many_groups_are_gathered_at_once() -> None:
    one = Tally.from_frequencies(SKM, {"fee": (0, 0, 0, 1)})
    keys = [(("office", str(number % 500)),) for number in range(2000)]
    found = Tallies.of(SKM.id, ((key, one) for key in keys))
    assert len(found) == 500
    assert found.total().respondents == 2000
    assert Tallies.from_json(found.to_json()) == found


odd_cells = st.sampled_from(
    ["1", "4", "", "12", "1><2", "<", ">", "><", "<3>", "x", "10", "1>", "<1"]
)


@some
@given(st.lists(odd_cells, max_size=8))
def test_counting_all_texts_at_once_is_exact_or_declines(cells: list[str]) -> None:
    for scale in (Scale(1, 4), Scale(1, 10)):
        found = count_texts(cells, scale)
        plain = {"", *map(str, scale.values)}
        assert (found is not None) == (set(cells) <= plain and bool(cells))
        if found is not None:
            assert found.values == tuple(cells.count(str(value)) for value in scale.values)
            assert found.blank == cells.count("")


def test_counting_texts_declines_other_cells() -> None:
    assert count_texts([1, 2], Scale(1, 4)) is None
    assert count_texts(["1", None], Scale(1, 4)) is None
