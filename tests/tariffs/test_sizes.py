from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.findings import Confidence
from pst_standards.model.sale import SaleKind, SaleLine, TabulationReading
from pst_standards.tariffs import Price, TariffError, price
from pst_standards.tariffs.rating import parts
from pst_standards.tariffs.sizes import bytes_of_megabytes
from pst_standards.tariffs.tariff import Rate, tariffs

DAY = dt.date(2020, 1, 2)
MB = 1_000_000
MICRODATA = ((50, 100), (100, 50), (500, 25), (1000, 15), (10**9, 5))
TABULATION = ((50, 10), (100, 5), (500, 3), (1000, 2), (10**9, 1))
BOUNDS = (50, 100, 500, 1000)
sizes = st.one_of(
    st.integers(1, 2000 * MB),
    st.builds(
        lambda bound, off: bound * MB + off, st.sampled_from(BOUNDS), st.integers(-3000, 3000)
    ),
)


def microdata(size: int) -> Price:
    return price(SaleLine(kind=SaleKind.MICRODATA, bytes=size), DAY)


def tabulation(size: int, reading: TabulationReading | None = None) -> Price:
    return price(SaleLine(kind=SaleKind.TABULATION, bytes=size, reading=reading), DAY)


def amount_of(found: Price) -> int:
    assert found.amount is not None
    return found.amount


def rate_of(unit: int, table: tuple[tuple[int, int], ...]) -> int:
    """The rate of the n-th unit of 1,000 bytes, counted from 1."""
    return next(rate for last, rate in table if unit <= last * 1000)


def unit_by_unit(size: int, table: tuple[tuple[int, int], ...]) -> int:
    return sum(rate_of(unit, table) for unit in range(1, -(-size // 1000) + 1))


def part_by_part(size: int, table: tuple[tuple[int, int], ...]) -> int:
    """As the elucidation reckons: what lies between two bounds, each at its own rate."""
    units, amount, reached = -(-size // 1000), 0, 0
    for last, rate in table:
        amount += rate * max(0, min(units, last * 1000) - reached)
        reached = last * 1000
    return amount


@pytest.mark.parametrize(
    ("megabytes", "amount"),
    [
        *((50, 5_000_000), (100, 7_500_000), (500, 17_500_000), (1000, 25_000_000)),
        (1520, 27_600_000),
    ],
)
def test_the_official_example_and_the_bounds(megabytes: int, amount: int) -> None:
    found = price(SaleLine(kind=SaleKind.MICRODATA, megabytes=megabytes), DAY)
    assert found.amount == amount
    assert sum(step.amount or 0 for step in found.steps) == amount


def test_the_official_example_is_told_step_by_step() -> None:
    found = price(SaleLine(kind=SaleKind.MICRODATA, megabytes=1520), DAY)
    assert [step.amount for step in found.steps] == [
        *(5_000_000, 2_500_000, 10_000_000, 7_500_000, 2_600_000)
    ]
    assert found.steps[-1].said.text("id") == (
        "Di atas 1.000 MB: 520.000 \u00d7 1.000 byte \u00d7 Rp5 = Rp2.600.000."
    )


def test_the_price_is_the_sum_of_the_parts_in_ten_thousand_cases() -> None:
    dice = random.Random(7)  # noqa: S311 - the same cases each time, no secret
    for _ in range(10_000):
        size = dice.randint(1, 10 ** dice.randint(1, 12))
        assert microdata(size).amount == part_by_part(size, MICRODATA)


@settings(max_examples=300, deadline=None)
@given(sizes)
def test_the_price_is_the_sum_of_the_parts(size: int) -> None:
    assert microdata(size).amount == part_by_part(size, MICRODATA)
    assert tabulation(size).readings["marginal"] == part_by_part(size, TABULATION)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 200_000))
def test_a_small_size_is_the_sum_of_its_units(size: int) -> None:
    assert microdata(size).amount == unit_by_unit(size, MICRODATA)


small = ((1, 7), (3, 5), (4, 2), (10**6, 1))
SMALL = tuple(Rate(amount=rate, last_megabyte=last) for last, rate in small[:-1])


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 6 * MB))
def test_units_and_parts_agree_across_all_bounds(size: int) -> None:
    rates = (*SMALL, Rate(amount=1))
    assert sum(part.amount for part in parts(size, rates)) == unit_by_unit(size, small)
    assert sum(part.units for part in parts(size, rates)) == -(-size // 1000)


@settings(max_examples=300, deadline=None)
@given(sizes, st.integers(0, 300 * MB))
def test_more_data_never_cost_less(size: int, more: int) -> None:
    for reckon in (microdata, lambda size: tabulation(size, TabulationReading.MARGINAL)):
        assert amount_of(reckon(size)) <= amount_of(reckon(size + more))


@pytest.mark.parametrize("bound", BOUNDS)
def test_there_is_no_jump_at_a_bound(bound: int) -> None:
    at, beyond = (amount_of(microdata(bound * MB + off)) for off in (0, 1000))
    before = amount_of(microdata(bound * MB - 1000))
    assert 0 < beyond - at < at - before <= 100


def test_a_begun_unit_counts_and_is_told() -> None:
    found = microdata(1500)
    assert found.amount == 200
    assert dict(found.readings) == {"begun": 200, "full": 100}
    assert [note.key for note in found.notes] == ["note.begun"]
    assert microdata(2000).readings == {}
    assert microdata(2000).notes == ()


def test_of_several_copies_each_has_its_begun_unit() -> None:
    found = price(SaleLine(kind=SaleKind.MICRODATA, bytes=1500, quantity=3), DAY)
    assert found.amount == 600
    assert found.readings["full"] == 300


def test_tabulation_within_the_first_bound_has_one_price() -> None:
    found = tabulation(50 * MB)
    assert found.amount == 500_000
    assert found.readings == {"marginal": 500_000, "slab": 500_000}
    assert found.reason is None


def test_where_the_readings_differ_the_price_is_open() -> None:
    found = tabulation(60 * MB)
    assert found.amount is None
    assert found.reason is not None
    assert found.reason.key == "reason.readings"
    assert "Rp550.000" in found.reason.text("id")
    assert found.readings == {"marginal": 550_000, "slab": 300_000}
    assert found.steps == ()


@pytest.mark.parametrize(
    ("reading", "amount"),
    [(TabulationReading.MARGINAL, 550_000), (TabulationReading.SLAB, 300_000)],
)
def test_a_chosen_reading_is_used_and_told(reading: TabulationReading, amount: int) -> None:
    found = tabulation(60 * MB, reading)
    assert found.amount == amount
    assert [note.key for note in found.notes] == ["note.reading"]
    assert found.confidence is Confidence.SECONDARY
    assert reading.id in found.notes[0].text("id")
    assert sum(step.amount or 0 for step in found.steps) == amount


def test_tables_are_counted() -> None:
    line = SaleLine(kind=SaleKind.TABULATION, megabytes=60, quantity=4)
    assert price(line, DAY).readings == {"marginal": 2_200_000, "slab": 1_200_000}


def test_the_slab_is_that_of_the_whole_size() -> None:
    annex = tariffs()[1].annex
    assert annex is not None
    for size, rate in ((50 * MB, 10), (50 * MB + 1, 5), (1000 * MB, 2), (1000 * MB + 1, 1)):
        (part,) = parts(size, annex.tabulation.rates, TabulationReading.SLAB)
        assert (part.rate, part.units) == (rate, -(-size // 1000))


@pytest.mark.parametrize(
    ("written", "size"),
    [
        *(("1520", 1520 * MB), ("0,5", 500_000), ("0.5", 500_000), ("1.5", 1_500_000)),
        *(("0.000001", 1), ("12,3456", 12_345_600), ("0.125", 125_000), ("0", 0)),
    ],
)
def test_megabytes_are_read_as_people_write_them(written: str, size: int) -> None:
    assert bytes_of_megabytes(written) == size


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *(("1.520", "size-ambiguous"), ("1,520", "size-ambiguous"), ("-3", "size")),
        *(("", "size-number"), ("MB", "size-number"), ("1e9", "size-number")),
        *(("1.0000001", "size-number"), ("9" * 30, "size-number"), ("nan", "size-number")),
        *(("-1.520", "size-ambiguous"), ("\uff11", "size-number"), ("1 520", "size-number")),
    ],
)
def test_what_is_no_size_or_two_is_refused(written: str, key: str) -> None:
    with pytest.raises(TariffError) as raised:
        bytes_of_megabytes(written)
    assert raised.value.key == key
