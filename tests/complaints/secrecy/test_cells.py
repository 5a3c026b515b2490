from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.secrecy import PublishedTable, SecrecyError, published_table

Counts: TypeAlias = list[list[int]]


def tables(most: int, side: int) -> st.SearchStrategy[Counts]:
    return st.tuples(st.integers(1, side), st.integers(1, side)).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, most), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )


def cells(table: PublishedTable) -> Iterator[int | None]:
    for line in (*table.rows, table.row_totals, table.column_totals, (table.total,)):
        yield from line


def every_cell(counts: Counts) -> list[int]:
    rows = [*counts, [sum(column) for column in zip(*counts, strict=True)]]
    inner = [count for line in counts for count in line]
    return [*inner, *(sum(line) for line in counts), *rows[-1], sum(inner)]


def fits(counts: Counts, published: list[int | None]) -> bool:
    return all(
        shown is None or shown == count
        for count, shown in zip(every_cell(counts), published, strict=True)
    )


@given(tables(9, 5))
def test_no_cell_that_is_published_counts_one_or_two(counts: Counts) -> None:
    assert not {1, 2} & set(cells(published_table(counts)))


@given(tables(9, 5))
def test_what_is_published_is_true(counts: Counts) -> None:
    assert fits(counts, list(cells(published_table(counts))))


def possible(published: list[int | None], shape: tuple[int, int], most: int) -> Iterator[Counts]:
    """Yield every table that an onlooker could not tell from the real one, up to a count."""
    rows, columns = shape
    ranges = [
        range(most + 1) if shown is None else (shown,) for shown in published[: rows * columns]
    ]
    for flat in product(*ranges):
        counts = [list(flat[i * columns : (i + 1) * columns]) for i in range(rows)]
        if fits(counts, published):
            yield counts


@pytest.mark.unmeasured
@given(tables(4, 2))
def test_no_small_cell_can_be_worked_out_from_the_others(counts: Counts) -> None:
    published = list(cells(published_table(counts)))
    shape = (len(counts), len(counts[0]))
    others = [every_cell(one) for one in possible(published, shape, 9)]
    for place, count in enumerate(every_cell(counts)):
        if count in {1, 2}:
            assert len({other[place] for other in others}) > 1


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "counts",
    [
        [[1, 0, 0], [0, 5, 0]],
        [[1, 0], [0, 0], [0, 6]],
        [[2, 4, 0], [0, 0, 4]],
        [[1], [0], [7]],
        [[3, 1, 3], [3, 3, 3]],
    ],
)
def test_noughts_beside_a_small_cell_do_not_give_it_away(counts: Counts) -> None:
    published = list(cells(published_table(counts)))
    shape = (len(counts), len(counts[0]))
    others = [every_cell(one) for one in possible(published, shape, 7)]
    for place, count in enumerate(every_cell(counts)):
        if count in {1, 2}:
            assert len({other[place] for other in others}) > 1


@given(tables(4, 2))
def test_not_even_who_takes_every_star_for_one_at_least_works_a_small_cell_out(
    counts: Counts,
) -> None:
    published = list(cells(published_table(counts)))
    real, shape = every_cell(counts), (len(counts), len(counts[0]))
    others = [
        told
        for told in map(every_cell, possible(published, shape, 9))
        if all(one or not count for one, count in zip(told, real, strict=True))
    ]
    for place, count in enumerate(real):
        if count in {1, 2}:
            assert len({told[place] for told in others}) > 1


def test_stars_that_add_up_to_as_many_are_not_each_one() -> None:
    table = published_table([[1], [1], [1], [1]])
    assert (table.column_totals, table.total) == ((None,), None)
    assert published_table([[1], [1], [1], [4]]).total == 7


@given(tables(9, 5).map(lambda counts: [[count * 3 for count in line] for line in counts]))
def test_a_table_without_small_cells_is_published_whole(counts: Counts) -> None:
    table = published_table(counts)
    assert table.is_whole
    assert [list(line) for line in table.rows] == counts


def test_a_year_without_complaints_is_published_whole() -> None:
    table = published_table([[0, 0], [0, 0]])
    assert (table.is_whole, table.total, table.row_totals) == (True, 0, (0, 0))


def test_a_total_of_one_or_two_is_left_out_as_well() -> None:
    assert set(cells(published_table([[1, 0], [0, 0]]))) <= {None, 0}
    assert set(cells(published_table([[2]]))) == {None}


def test_one_small_cell_takes_only_the_few_that_hide_it() -> None:
    counts = [[1, 12, 30], [7, 40, 50], [60, 70, 80]]
    table = published_table(counts)
    assert sum(cell is None for cell in cells(table)) == 4
    assert (table.total, None in table.row_totals) == (350, False)


@pytest.mark.parametrize("counts", [[], [[]], [[], []]])
def test_an_empty_table_is_published(counts: Counts) -> None:
    assert published_table(counts).total == 0


@pytest.mark.parametrize("counts", [[[-1]], [[1, 2], [3]], [[True]], [[1.5]], [["1"]]])
def test_what_is_no_table_of_counts_is_refused(counts: Counts) -> None:
    with pytest.raises(SecrecyError) as caught:
        published_table(counts)
    assert caught.value.key == "secrecy.table"


def test_a_table_of_a_year_takes_no_time() -> None:
    counts = [[(i * j) % 5 for j in range(12)] for i in range(20)]
    assert not {1, 2} & set(cells(published_table(counts)))
