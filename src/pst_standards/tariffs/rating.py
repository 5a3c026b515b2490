"""Pricing a size by the rates of the annex: each part at its own rate, or all at one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pst_standards.model.sale import TabulationReading
from pst_standards.tariffs.sizes import UNIT, units, units_to
from pst_standards.tariffs.tariff import Rate


class Part(NamedTuple):
    """A part of a size: the megabytes it lies between, its units, their rate and their price.

    ``last`` is ``None`` where the rate has no bound.
    """

    first: int
    last: int | None
    units: int
    rate: int

    @property
    def amount(self) -> int:
        """Rupiah for this part."""
        return self.units * self.rate


def parts(
    size: int, rates: tuple[Rate, ...], reading: TabulationReading = TabulationReading.MARGINAL
) -> tuple[Part, ...]:
    """Cut a size in bytes into the parts that are priced, the cheapest rate last.

    The price is the sum of units times rate over the parts; by the reading ``slab`` there is one
    part, at the rate of the group in which the whole size lies.

    >>> rates = (Rate(amount=100, last_megabyte=50), Rate(amount=50))
    >>> [(part.units, part.amount) for part in parts(60_000_000, rates)]
    [(50000, 5000000), (10000, 500000)]
    >>> [(part.units, part.amount) for part in parts(60_000_000, rates, TabulationReading.SLAB)]
    [(60000, 3000000)]
    """
    cut = tuple(_cut(units(size), rates))
    if reading is TabulationReading.MARGINAL:
        return cut
    return (cut[-1]._replace(units=units(size)),)


def _cut(total: int, rates: tuple[Rate, ...]) -> Iterator[Part]:
    first = 0
    for rate in rates:
        last = rate.last_megabyte
        upper = total if last is None else min(total, units_to(last))
        if upper > units_to(first):
            yield Part(first, last, upper - units_to(first), rate.amount)
        first = last or 0


def in_full_units(size: int, amount: int, priced: tuple[Part, ...]) -> int:
    """Return the price by full units alone, that is without one that was only begun.

    >>> rates = (Rate(amount=100),)
    >>> in_full_units(1500, 200, parts(1500, rates))
    100
    """
    return amount if size % UNIT == 0 else amount - priced[-1].rate
