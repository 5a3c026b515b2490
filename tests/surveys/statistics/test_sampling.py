from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys.statistics import StatisticsError, sample_size
from pst_standards.surveys.statistics.sampling import TABLE_ROWS

POPULATIONS = st.one_of(st.integers(0, 500), st.integers(0, 3_000_000))


def naive(population: int) -> float:
    return 3.841 * population * 0.25 / (0.0025 * (population - 1) + 3.841 * 0.25)


def test_every_row_of_the_printed_table_is_reproduced(table: list[tuple[int, int]]) -> None:
    assert len(table) == 90
    assert tuple(population for population, _ in table) == TABLE_ROWS
    assert [(n, sample_size(n).n) for n, _ in table] == table
    assert [(n, sample_size(n, rounding="table_up").n) for n, _ in table] == table


def test_rounding_up_differs_in_half_of_the_rows(table: list[tuple[int, int]]) -> None:
    more = [sample_size(n, rounding="ceil").n - size for n, size in table]
    assert sorted(set(more)) == [0, 1]
    assert sum(more) == 45


@pytest.mark.parametrize(
    ("population", "unrounded", "nearest", "ceil"),
    [
        (67, 57.176, 57, 58),
        (1000, 277.709, 278, 278),
        (4384, 353.232, 353, 354),
        (23_857_000, 384.094, 384, 385),
        (None, 384.1, 384, 385),
    ],
)
def test_sizes_seen_in_reports(
    population: int | None, unrounded: float, nearest: int, ceil: int
) -> None:
    found = sample_size(population).to_dict()
    assert float(found.pop("unrounded")) == pytest.approx(unrounded, abs=6e-4)
    assert found == {
        "n": nearest,
        "method": "krejcie_morgan",
        "rounding": "nearest",
        "population": population,
        "margin": "0.0500",
    }
    assert sample_size(population, rounding="ceil").n == ceil


@pytest.mark.parametrize(
    ("population", "size"),
    [
        (0, 0),
        (1, 1),
        (9, 9),
        (12, 12),
        (16, 16),
        (4384, 354),
        (4500, 354),
        (4501, 357),
        (75_001, 384),
        (1_000_000, 384),
        (1_000_001, 384),
        (None, 384),
    ],
)
def test_the_next_row_of_the_table_is_taken(population: int | None, size: int) -> None:
    assert sample_size(population, rounding="table_up").n == size


@given(POPULATIONS)
def test_a_sample_is_part_of_its_population_and_grows_with_it(population: int) -> None:
    for method in ("krejcie_morgan", "slovin", "cochran"):
        for rounding in ("nearest", "ceil"):
            size = sample_size(population, method=method, rounding=rounding)
            larger = sample_size(population + 1, method=method, rounding=rounding)
            assert 0 <= size.n <= population
            assert size.n <= larger.n
            assert 2 * abs(size.n - size.exact) <= 2


@given(POPULATIONS)
def test_roundings_stand_in_order(population: int) -> None:
    nearest = sample_size(population).n
    up = sample_size(population, rounding="ceil").n
    row = sample_size(population, rounding="table_up").n
    assert nearest <= up <= nearest + 1
    assert nearest <= row <= sample_size(population + 1, rounding="table_up").n
    assert up <= 385
    assert row <= 384
    assert abs(float(sample_size(population).exact) - naive(population)) < 1e-6


def test_other_formulas_give_what_their_textbooks_say() -> None:
    assert sample_size(1000, method="slovin").n == 286
    assert sample_size(1000, method="slovin", rounding="nearest").n == 286
    assert sample_size(None, method="slovin").n == 400
    assert sample_size(None, method="slovin", margin=Decimal("0.1")).n == 100
    assert sample_size(None, method="cochran").exact == Fraction("384.16")
    assert sample_size(None, method="cochran").n == 385
    assert sample_size(1000, method="cochran").n == 278
    assert sample_size(1000, method="cochran").rounding == "ceil"
    # 90 % and 99 %, a margin of a tenth, and a share known before.
    assert sample_size(500, quantile=2.706, rounding="ceil").n == 176
    assert sample_size(None, method="cochran", quantile=2.576).n == 664
    assert sample_size(500, margin=0.1).n == 81
    assert sample_size(None, share=0.1).n == 138


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"population": -1}, "count"),
        ({"population": 10.0}, "count"),
        ({"population": True}, "count"),
        ({"method": "yamane"}, "choice"),
        ({"rounding": "down"}, "choice"),
        ({"margin": 0}, "share"),
        ({"margin": 5}, "share"),
        ({"margin": "5%"}, "number"),
        ({"margin": float("nan")}, "number"),
        ({"margin": Decimal("Infinity")}, "number"),
        ({"margin": True}, "number"),
        ({"share": 1}, "share"),
        ({"quantile": 0}, "positive"),
        ({"method": "slovin", "quantile": 1.96}, "slovin"),
        ({"method": "slovin", "rounding": "table_up"}, "table"),
        ({"method": "cochran", "rounding": "table_up"}, "table"),
        ({"margin": 0.1, "rounding": "table_up"}, "table"),
        ({"share": 0.3, "rounding": "table_up"}, "table"),
        ({"quantile": 2.706, "rounding": "table_up"}, "table"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: dict[str, Any], key: str) -> None:
    with pytest.raises(StatisticsError) as caught:
        sample_size(**{"population": 500, **options})
    assert caught.value.key == key
