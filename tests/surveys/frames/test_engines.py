"""Lazy frames and frames of other libraries: all engines give the same tallies.

Two hundred random tables are one frame with the number of the table beside each row, so that each
engine is started once. pyarrow stands for the engines where they are not installed.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
import pytest

from pst_standards.surveys import SurveyError, instrument, tally_columns
from pst_standards.surveys.frames import Terms, tallies_of
from pst_standards.surveys.frames.engines import EngineCounter
from pst_standards.surveys.frames.terms import planned
from pst_standards.surveys.tallying import Handling

SKM = instrument("skm-2017")
LENIENT = Handling(refused="leave_out")
Make = Callable[[pa.Table], Any]
frames = pytest.mark.frames
# Of Dask narwhals says that its support moves to a package of its own.
quiet = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")


def test_every_engine_gives_the_tallies_of_the_columns(make: Make, case: Any) -> None:
    assert tallies_of(make(pa.table(case.columns)), SKM, case.terms) == case.right


def test_without_groups_there_is_one_tally(make_lazy: Make) -> None:
    columns = {"fee": [1, 2, None, 4, 4], "procedure": [None, 1, None, 3, 3]}
    assert tallies_of(make_lazy(pa.table(columns)), SKM) == tally_columns(columns, SKM)
    none = pa.table({"fee": pa.array([], pa.int64())})
    assert tallies_of(make_lazy(none), SKM) == tally_columns({"fee": []}, SKM)


def test_groups_without_a_name_are_one_group(make_lazy: Make) -> None:
    table = pa.table({"unit": ["a", None, "", "a"], "year": [1, 2, 2, 1], "fee": [1, 2, 3, 4]})
    found = tallies_of(make_lazy(table), SKM, Terms(group_by=("unit", "year")))
    assert {tuple(dict(key).values()): t.elements["fee"].sum for key, t in found} == {
        ("a", "1"): 5,
        ("", "2"): 5,
    }


@pytest.mark.parametrize(
    ("cells", "kind", "shown"),
    [
        (["3", "4 ", "9"], "answer.spaces", "4 "),
        ([3, 4, 0], "answer.zero", "0"),
        ([3.0, 2.5, None], "answer.fraction", "2.5"),
        ([True, None, False], "answer.kind", None),
        ([dt.date(2024, 5, 1), None, None], "answer.kind", "2024-05-01"),
        ([Decimal("2.5"), None, Decimal("3.0")], "answer.fraction", "2.5"),
    ],
)
def test_a_cell_that_is_no_answer_is_told_with_its_column(
    make_lazy: Make, cells: list[Any], kind: str, shown: str | None
) -> None:
    table = pa.table({"procedure": ["1", "2", "3"], "fee": cells})
    with pytest.raises(SurveyError) as raised:
        tallies_of(make_lazy(table), SKM)
    error = raised.value
    assert (error.kind, error.position) == (kind, {"column": "fee", "element": "fee"})
    assert error.message("id") != error.message("en")
    if shown is not None and kind not in {"answer.spaces", "answer.zero"}:
        assert error.params["found"] == shown
    left_out = tallies_of(make_lazy(table), SKM, Terms(handling=LENIENT)).total().left_out
    assert left_out == tally_columns({"fee": cells}, SKM, handling=LENIENT).total().left_out


def test_importance_on_ten_steps_is_counted_beside_satisfaction(make_lazy: Make) -> None:
    skd = instrument("skd-2025")
    dice = random.Random(1)  # noqa: S311 - no secret
    heads = [f"{aspect}_{key}" for aspect in ("kepuasan", "kepentingan") for key in skd.keys]
    columns = {head: [dice.choice([*range(1, 11), None]) for _ in range(40)] for head in heads}
    assert tallies_of(make_lazy(pa.table(columns)), skd) == tally_columns(columns, skd)


def test_respondents_who_are_there_twice_stop_the_count(make_lazy: Make) -> None:
    table = pa.table({"id": ["a", "b", "a", None, "", "a"], "fee": [1, 2, 3, 4, 4, 4]})
    strict = Terms(handling=Handling(respondent="id"))
    with pytest.raises(SurveyError) as raised:
        tallies_of(make_lazy(table), SKM, strict)
    assert (raised.value.kind, raised.value.params["found"]) == ("respondent.duplicates", 2)
    assert tallies_of(make_lazy(table[3:5]), SKM, strict).total().respondents == 2
    options: dict[str, Any] = {"respondent": "id", "duplicates": "leave_out"}
    with pytest.raises(SurveyError) as raised:
        tallies_of(make_lazy(table), SKM, Terms(handling=Handling(**options)))
    assert raised.value.kind == "respondent.unordered"


def test_rows_that_are_alike_are_counted_by_the_engine(make_lazy: Make) -> None:
    table = pa.table(
        {"unit": ["a", "a", "b", "a"], "fee": [1, 1, 2, None], "conduct": [4, 4, 4, 9]}
    )
    frame = nw.from_native(make_lazy(table)).lazy()
    plan = planned(table.column_names, SKM, Terms(group_by=("unit",)))
    assert EngineCounter(frame, plan).patterns() == {
        (("unit", "a"),): Counter({(1, 4): 2, (None, None): 1}),
        (("unit", "b"),): Counter({(2, 4): 1}),
    }


@frames
@quiet
@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ([1, "2", 3.0, None, "", float("nan")], (1, 1, 1, 0)),
        ([True, "4", 4, 0, [1]], (0, 0, 0, 2)),
        ([Decimal(1), 1, "TS", b"1"], (2, 0, 0, 0)),
    ],
)
def test_a_column_of_pandas_with_several_kinds_is_read_cell_by_cell(
    cells: list[Any], right: tuple[int, ...]
) -> None:
    pandas = import_module("pandas")
    mixed = pandas.Series(cells, dtype="object")
    found = tallies_of(pandas.DataFrame({"fee": mixed}), SKM, Terms(handling=LENIENT)).total()
    assert found.elements["fee"].values == right
    assert found.left_out == tally_columns({"fee": cells}, SKM, handling=LENIENT).total().left_out
    by = tallies_of(
        pandas.DataFrame({"x": mixed, "fee": [1] * len(cells)}), SKM, Terms(group_by=("x",))
    )
    assert by.total().respondents == len(cells)


@frames
def test_categories_of_pandas_and_polars_are_texts() -> None:
    table = pa.table({"fee": ["1", "4", None, "4"], "x": ["a", "b", "a", None]})
    right = tally_columns(dict(table.to_pydict()), SKM, group_by=["x"])
    terms = Terms(group_by=("x",))
    polars = import_module("polars")
    kinds = polars.from_arrow(table).cast({"fee": polars.Categorical, "x": polars.Categorical})
    assert tallies_of(kinds, SKM, terms) == right == tallies_of(kinds.lazy(), SKM, terms)
    assert tallies_of(table.to_pandas().astype("category"), SKM, terms) == right
