"""What a frame gives, as whoever has one uses it: figures that add, score and serialise."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pyarrow as pa
import pytest

from pst_standards.surveys import (
    SurveyError,
    Tallies,
    Tally,
    instrument,
    score,
    tally_columns,
)
from pst_standards.surveys.answers import rules_for
from pst_standards.surveys.frames import Terms, count_text, tallies_of
from pst_standards.surveys.frames.labels import labelled
from pst_standards.surveys.tallying import Handling

SKM = instrument("skm-2017")
SKD = instrument("skd-2025")
Make = Callable[[pa.Table], Any]
COLUMNS: dict[str, list[Any]] = {
    "unit": ["b", "a", "b", "a"],
    "fee": [1, 9, 4, None],
    "conduct": [3, 4, None, 2],
}
TERMS = Terms(group_by=("unit",), handling=Handling(refused="leave_out"))


def test_a_tally_of_every_engine_adds_scores_and_serialises(make: Make) -> None:
    found = tallies_of(make(pa.table(COLUMNS)), SKM, TERMS)
    right = tally_columns(COLUMNS, SKM, group_by="unit", handling=TERMS.handling)
    assert found == right
    total = found.total()
    assert {type(one) for each in total.elements.values() for one in each.values} == {int}
    assert {type(one) for one in (total.respondents, *total.left_out.values())} == {int}
    assert score(total + right.total()).index_shown == score(right.total()).index_shown
    assert Tallies.from_json(json.loads(json.dumps(found.to_json()))) == right


def test_an_engine_gives_its_groups_in_the_order_of_their_names(make_lazy: Make) -> None:
    names = [f"u{n:02}" for n in range(40)]
    table = pa.table({"unit": names[::-1], "fee": [3] * 40})
    found = tallies_of(make_lazy(table), SKM, Terms(group_by="unit"))
    assert [dict(key)["unit"] for key, _ in found] == names


def test_satisfaction_is_told_from_importance_where_a_cell_is_refused(make: Make) -> None:
    heads = [f"{aspect}_{key}" for key in SKD.keys for aspect in ("kepuasan", "kepentingan")]
    columns = {head: [9, 10] for head in heads} | {"kepuasan_time_limit": [9, 11]}
    with pytest.raises(SurveyError) as raised:
        tallies_of(make(pa.table(columns)), SKD)
    assert raised.value.params["column"] == "kepuasan_time_limit"


def test_columns_of_arrow_may_be_labelled_twice() -> None:
    twice = pa.table([[1], [2], [3]], names=["unit", "unit", "fee"])
    assert tallies_of(twice, SKM).total().elements["fee"].sum == 3
    with pytest.raises(SurveyError) as raised:
        tallies_of(twice, SKM, Terms(group_by="unit"))
    assert raised.value.kind == "column.double"
    with pytest.raises(SurveyError) as raised:
        tallies_of(pa.table([[1], [2]], names=["fee", "biaya"]), SKM)
    assert raised.value.kind == "column.twice"


@pytest.mark.frames
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
def test_columns_of_pandas_and_dask_may_be_labelled_by_numbers_and_twice() -> None:
    frame = pa.table([["a", "b"], [3, 4], [4, 9]], names=["x", "fee", "y"]).to_pandas()
    frame.columns = [2024, "U4", "U4"]
    for one in (frame, import_module("dask.dataframe").from_pandas(frame, npartitions=1)):
        with pytest.raises(SurveyError) as raised:
            tallies_of(one, SKM)
        assert raised.value.kind == "column.twice"
    frame.columns = [2024, "U4", 2024]
    for one in (frame, import_module("dask.dataframe").from_pandas(frame, npartitions=1)):
        assert tallies_of(one, SKM).total().elements["fee"].sum == 7
    frame.columns = [2024, "U4", 1]
    with pytest.raises(SurveyError) as raised:
        tallies_of(frame, SKM)  # a bare 1 is an element, and its 9 no answer
    assert raised.value.params["column"] == "1"
    assert list(frame.columns) == [2024, "U4", 1]  # what is counted stays as it is
    found = tallies_of(frame.iloc[:1], SKM, Terms(group_by="2024"))
    assert [key for key, _ in found] == [(("2024", "a"),)]


def test_a_frame_that_is_no_frame_is_returned_as_it_is() -> None:
    assert labelled(3) == (3, ())


def test_columns_may_be_arrays_and_whole_numbers_name_groups_without_a_point() -> None:
    np = import_module("numpy")
    table = {"unit": np.array([1.0, 2.0]), "fee": np.array([3, 4])}
    found = tally_columns(table, SKM, group_by="unit")
    assert [dict(key)["unit"] for key, _ in found] == ["1", "2"]
    assert found.total().elements["fee"].values == (0, 0, 1, 1)


def test_tallies_are_added_by_sum_and_nothing_else_is_added_to_them() -> None:
    one = count_text("biaya\n4\n", SKM).tallies
    twice = sum([one, one])
    assert isinstance(twice, Tallies)
    assert twice.total() == sum([one.total(), one.total()])
    for wrong in (one, one.total(), one.total().elements["fee"]):
        with pytest.raises(TypeError):
            wrong + 1  # type: ignore[operator]
        with pytest.raises(TypeError):
            1 + wrong  # type: ignore[operator]


def test_a_text_names_one_column_to_group_by() -> None:
    assert Terms(group_by="layanan").group_by == ("layanan",)
    found = count_text("layanan,biaya\na,4\nb,3\n", SKM, Terms(group_by="layanan")).tallies
    assert [dict(key) for key, _ in found] == [{"layanan": "a"}, {"layanan": "b"}]
    assert isinstance(found.total(), Tally)


def test_words_of_an_option_are_refused_as_such_by_every_kind_of_table() -> None:
    table = {"procedure": ["Sangat mudah", "Kurang Mudah"], "fee": ["4. Gratis", "3 (Murah)"]}
    text = "procedure;fee\nSangat mudah;4. Gratis\nKurang Mudah;3 (Murah)\n"
    frame = pa.table(table)
    counts: list[Callable[[Terms], Tally]] = [
        lambda terms: tally_columns(table, SKM, rules=terms.rules).total(),
        lambda terms: count_text(text, SKM, terms).tallies.total(),
        lambda terms: tallies_of(frame, SKM, terms).total(),
        lambda terms: tallies_of(lazy(frame), SKM, terms).total(),
    ]
    for count in counts:
        with pytest.raises(SurveyError) as raised:
            count(Terms())
        assert (raised.value.kind, raised.value.params["found"]) == ("answer.words", "Sangat mudah")
        found = count(Terms(rules=rules_for(SKM, option_texts=True)))
        assert found.elements["fee"].values == (0, 0, 1, 1)


def lazy(table: pa.Table) -> Any:
    return import_module("narwhals.stable.v2").from_native(table).lazy()


def test_words_below_the_headings_are_headings_only_where_answers_follow() -> None:
    for text, kind in (
        ("biaya;waktu\nPuas;Puas\nSangat puas;Puas\n", "answer.text"),
        ("biaya;waktu\nTarif;Lama\n;\n4;3\n", "header.more"),
    ):
        with pytest.raises(SurveyError) as raised:
            count_text(text, SKM)
        assert (raised.value.kind, raised.value.params["row"]) == (kind, 2)
