"""Tables of arrow: the loop over their cells, columns of any kind, and frames."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys import Tally, instrument, tally_columns
from pst_standards.surveys.frames import Terms, count_frame, eager, kernel, tallies_of
from pst_standards.surveys.frames.ahead import read_ahead
from pst_standards.surveys.frames.groups import Groups
from pst_standards.surveys.frames.kernel import CountTable
from pst_standards.surveys.tallying import Handling
from tests.surveys.frames.refusals import LENIENT, SKM, refusal


@given(
    st.sampled_from([5, 11, 17]),
    st.integers(1, 4),
    st.sampled_from([1, 3, 700, 20_000]),
    st.integers(0, 2**32 - 1),
)
def test_the_loop_counts_as_one_does_by_hand(base: int, items: int, groups: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    table = CountTable(items=items, base=base)
    right: dict[tuple[int, int, int], int] = {}
    for part in (1, groups):
        ids = draw.integers(0, part, 40)
        codes = [draw.integers(0, base, 40).astype(np.uint8) for _ in range(items)]
        table.add(ids, codes, part)
        for item, column in enumerate(codes):
            for group, code in zip(ids.tolist(), column.tolist(), strict=True):
                right[item, group, code] = right.get((item, group, code), 0) + 1
    found = table.counts(groups)
    assert found.shape == (items, groups, base)
    assert {tuple(at): int(found[tuple(at)]) for at in np.argwhere(found).tolist()} == right


def test_the_loop_counts_long_tables_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "PART", 10)
    table = CountTable(items=1, base=5)
    table.add(np.arange(95) % 2, [np.full(95, 3, np.uint8)], 2)
    assert table.counts(2).tolist() == [[[0, 0, 0, 48, 0], [0, 0, 0, 47, 0]]]


@pytest.mark.parametrize("dense", [1 << 22, 3])
def test_groups_are_numbered_as_they_come(dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pst_standards.surveys.frames.groups._DENSE", dense)
    groups = Groups(2)
    first = groups.numbers([pa.array(["b", None, "b"]), pa.array([1, 1, 1])], 3)
    again = groups.numbers([pa.array(["b", "a"]).dictionary_encode(), pa.array([2.0, None])], 2)
    found = [groups.keys[number] for number in (*first, *again)]
    assert found == [("b", "1"), ("", "1"), ("b", "1"), ("b", "2"), ("a", "")]
    assert first[0] == 0
    assert Groups(0).numbers([], 2).tolist() == [0, 0]


_CELL = st.sampled_from(["a", "b", "c", "", None])
_ROWS = st.lists(st.tuples(_CELL, _CELL, _CELL), max_size=30)


@given(st.lists(_ROWS, max_size=4), st.sampled_from([1 << 22, 20, 1]), st.sampled_from([3, 99]))
def test_each_row_is_in_the_group_of_its_names(
    parts: list[list[tuple[str | None, ...]]], dense: int, largest: int
) -> None:
    groups, told = Groups(3), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pst_standards.surveys.frames.groups._DENSE", dense)
        patch.setattr("pst_standards.surveys.frames.groups._LARGEST", largest)
        for rows in parts:
            columns = [pa.array([row[at] for row in rows], pa.string()) for at in range(3)]
            told += groups.numbers(columns, len(rows)).tolist()
    names = [tuple(cell or "" for cell in row) for rows in parts for row in rows]
    keys = groups.keys
    assert [keys[number] for number in told] == names
    assert len(keys) == len(groups) == len(set(names))
    assert told[:1] in ([], [0])


@pytest.mark.parametrize(
    "parts",
    [
        [[7, 5, 7], [5, 6], [-300, 40_000]],
        [[7, 5], [5, None], [7, 9]],
        [[7, 5], [10**9, 7], [5]],
        [[2**63 + 1, 5], [5]],
        [[3.0, 2.5], [3.0]],
    ],
)
def test_groups_of_numbers_are_the_same_however_they_are_looked_up(parts: list[Any]) -> None:
    groups, told = Groups(1), []
    cells = [one for part in parts for one in part]
    kind = pa.uint64() if max(one or 0 for one in cells) > 2**63 else pa.array(cells).type
    for part in parts:
        told += groups.numbers([pa.array(part, kind)], len(part)).tolist()
    keys = groups.keys
    named = ["" if one is None else f"{one:g}" if kind == "double" else str(one) for one in cells]
    assert [keys[number] for number in told] == [(name,) for name in named]
    assert len(groups) == len(set(keys)) == len(set(named))
    assert told[0] == 0


def test_cells_of_several_kinds_are_not_mixed_up() -> None:
    from pst_standards.surveys import AnswerRules, Refused, Scale
    from pst_standards.surveys.frames.codes import Coder

    cells: list[object] = [1, True, "1", 1.0, None, [1], [1], 2.5, Decimal(1), ("x", [2])]
    found = Coder(AnswerRules(scale=Scale(1, 4))).coded(cells, "fee")
    assert found.codes.tolist() == [1, 0, 1, 1, 0, 0, 0, 0, 1, 0]
    assert {reason: sorted(rows) for reason, rows in found.refused.items()} == {
        "kind": [1, 5, 6, 9],
        "fraction": [7],
    }
    assert found.first == (1, Refused("kind", "True"))


def test_what_goes_wrong_ahead_goes_wrong_here_and_stopping_stops() -> None:
    def broken() -> Any:
        yield 1
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        list(read_ahead(broken()))
    endless: Any = read_ahead(iter(int, 1))
    assert next(endless) == 0
    endless.close()


def test_a_table_of_arrow_gives_the_tallies_of_its_columns(case: Any) -> None:
    assert tallies_of(pa.table(case.columns), SKM, case.terms) == case.right


def test_parts_of_a_frame_add_up(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eager, "_ROWS", 11)
    assert tallies_of(pa.table(case.columns), SKM, case.terms) == case.right


COLUMNS: list[list[Any]] = [
    [1, 4, None, 3],
    ["1", "4", "", None],
    [1.0, 4.0, None, float("nan")],
    [True, None, False, True],
    [Decimal("1.0"), None, Decimal("2.5"), Decimal(3)],
    [dt.date(2024, 1, 1), None, None, None],
    [b"1", None, b"x", b""],
    [[1], None, [2], []],
    [None, None, None, None],
    ["Sesuai", "sesuai", "", "4"],
]


@pytest.mark.parametrize("cells", COLUMNS)
def test_a_column_of_any_kind_is_read_like_its_cells(cells: list[Any]) -> None:
    column = pa.array(cells)
    kinds = [column, pa.chunked_array([column[:1], column[1:]])]
    if not pa.types.is_nested(column.type) and not pa.types.is_null(column.type):
        kinds.append(column.dictionary_encode())
    if pa.types.is_string(column.type):
        kinds += [column.cast(pa.large_string()), column.cast(pa.string_view())]
    if pa.types.is_integer(column.type):
        kinds += [column.cast(kind) for kind in (pa.int8(), pa.uint16(), pa.float32())]
    terms = Terms(handling=LENIENT)
    right = tally_columns({"fee": cells}, SKM, handling=LENIENT)
    for one in kinds:
        table = pa.table({"fee": one})
        assert tallies_of(table, SKM, terms) == right
        # And the second half alone, which begins within the memory of the whole.
        half = tally_columns({"fee": cells[2:]}, SKM, handling=LENIENT)
        assert tallies_of(table[2:], SKM, terms) == half


def test_a_scale_that_begins_elsewhere_is_counted_as_well() -> None:
    from pst_standards.surveys import Scale, adapted

    own = adapted(SKM, scale=Scale(0, 5))
    for cells in ([0, 5, None, 6], ["0", "5", "", "6"], [0.0, 5.0, None, 6.0]):
        right = tally_columns({"fee": cells}, own, handling=LENIENT)
        assert tallies_of(pa.table({"fee": cells}), own, Terms(handling=LENIENT)) == right


def test_importance_on_ten_steps_is_counted_beside_satisfaction() -> None:
    skd = instrument("skd-2025")
    dice = random.Random(1)  # noqa: S311 - no secret
    heads = [f"{aspect}_{key}" for aspect in ("kepuasan", "kepentingan") for key in skd.keys]
    columns = {head: [dice.choice([*range(1, 11), None]) for _ in range(99)] for head in heads}
    texts = {h: ["" if c is None else str(c) for c in cells] for h, cells in columns.items()}
    right = tally_columns(columns, skd)
    assert tallies_of(pa.table(columns), skd) == right == tallies_of(pa.table(texts), skd)


def test_an_empty_table_is_nobody() -> None:
    table = pa.table({"fee": pa.array([], pa.int8()), "x": pa.array([], pa.string())})
    assert tallies_of(table, SKM) == tally_columns({"fee": []}, SKM)
    assert len(tallies_of(table, SKM, Terms(group_by=("x",)))) == 0


def test_the_first_cell_that_is_no_answer_is_named_with_its_place() -> None:
    table = pa.table({"fee": ["3", "4", "9"], "x": ["a"] * 3, "procedure": ["1", "TS", "0"]})
    error = refusal(lambda: tallies_of(table, SKM))
    assert error.kind == "answer.text"
    assert error.position == {"row": 3, "column": "procedure", "element": "procedure"}
    assert (error.params["found"], error.params["more"]) == ("TS", 2)
    terms = Terms(handling=Handling(first_row=1))
    assert refusal(lambda: tallies_of(table, SKM, terms)).params["row"] == 2


def test_a_respondent_who_is_there_twice_is_told_or_left_out() -> None:
    table = pa.table({"id": ["a", "b", None, "a", ""], "fee": [1, 2, 3, 9, 3]})
    error = refusal(lambda: tallies_of(table, SKM, Terms(handling=Handling(respondent="id"))))
    assert (error.kind, error.params["row"], error.params["before"]) == (
        "respondent.duplicate",
        5,
        2,
    )
    options: dict[str, Any] = {"respondent": "id", "duplicates": "leave_out"}
    found = tallies_of(table, SKM, Terms(group_by=("id",), handling=Handling(**options)))
    assert found == tally_columns(
        dict(table.to_pydict()), SKM, group_by=["id"], handling=Handling(**options)
    )
    # A row that is left out is told no more of, but the rows after it keep their numbers.
    table = pa.table({"id": ["a", "a", "b"], "fee": [1, 9, 0]})
    terms = Terms(handling=Handling(**options))
    assert refusal(lambda: tallies_of(table, SKM, terms)).params["row"] == 4


def test_what_is_no_frame_is_told() -> None:
    error = refusal(lambda: tallies_of([1, 2], SKM))
    assert (error.kind, error.params["found"]) == ("frame.unknown", "builtins.list")


def test_many_groups_are_made_when_they_are_looked_at(case: Any) -> None:
    found = tallies_of(pa.table(case.columns), SKM, case.terms)
    assert len(found) == 200
    assert isinstance(found.groups[("table", "t7"),], Tally)
    assert found.total() == case.right.total()
    assert found.to_json() == case.right.to_json()
    assert (found + found).total() == (case.right + case.right).total()


def test_counting_a_frame_tells_its_columns() -> None:
    found = count_frame(pa.table({"x": [1], "fee": [3]}), SKM)
    assert (found.columns.others, found.header, found.joints) == ((0,), ("x", "fee"), {})
