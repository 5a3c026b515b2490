"""TRF-001 to TRF-005: whether a sale was billed by the tariff of its day, and at its prices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from attrs import evolve, field, frozen

from pst_standards.findings import Param, Pointer
from pst_standards.law import Register, RegulationKey, default_register
from pst_standards.model.sale import Sale, SaleKind, SaleLine, TabulationReading
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.citing import keys_in
from pst_standards.rules.context import Hit
from pst_standards.tariffs.errors import TariffError
from pst_standards.tariffs.holding import tariff_on
from pst_standards.tariffs.prices import Price
from pst_standards.tariffs.pricing import price


class Billed(NamedTuple):
    """A line that was charged, where it stands, and its price by the tariff."""

    pointer: Pointer
    line: SaleLine
    price: Price

    @property
    def accepted(self) -> frozenset[int]:
        """The amounts that some reading of the annex gives; empty when the price is not known."""
        known = () if self.price.amount is None else (self.price.amount,)
        return frozenset((*known, *self.price.readings.values()))


@frozen(kw_only=True)
class SaleContext:
    """What the rules about a sale look at: the sale on its day, with the prices of its lines."""

    sale: Sale
    law: Register = field(factory=default_register)

    @cached_property
    def billed(self) -> tuple[Billed, ...]:
        """The lines that were charged and can be priced; one at zero rupiah is not judged here."""
        on = self.sale.date
        return () if on is None else tuple(self._billed(on))

    def _billed(self, on: dt.date) -> Iterator[Billed]:
        for place, line in enumerate(self.sale.lines):
            if not line.amount:
                continue
            try:
                found = price(line, on, requested=self.sale.requested_on, law=self.law)
            except TariffError:
                continue  # a quotation says what is wrong; here there is nothing to compare with
            yield Billed(("lines", place), line, found)

    def of(self, *kinds: SaleKind) -> Iterator[Billed]:
        """Yield the charged lines of some kinds whose price is known."""
        return (one for one in self.billed if one.line.kind in kinds and one.accepted)

    def rights(self, one: Billed) -> frozenset[int]:
        """Return what a tabulation may cost: by the reading that is stated, else by either.

        The annex leaves open whether the last, begun unit counts, so both ways are right.
        """
        stated = one.line.reading
        found: set[int] = set()
        for reading in TabulationReading if stated is None else (stated,):
            line = evolve(one.line, reading=reading)
            by_it = price(line, one.price.on, requested=self.sale.requested_on, law=self.law)
            if by_it.amount is not None:
                found |= {by_it.amount, by_it.readings.get("full", by_it.amount)}
        return frozenset(found)

    @cached_property
    def cited(self) -> frozenset[RegulationKey]:
        """The regulations that the bill names as its tariff."""
        return keys_in((self.sale.instrument,))


def _names_tariff(context: SaleContext) -> bool:
    return context.sale.date is not None and bool(context.cited)


def _other_tariff(context: SaleContext) -> Iterator[Hit]:
    sale = context.sale
    if sale.date is None or (sale.requested_on is not None and sale.requested_on > sale.date):
        return
    kinds = [line.kind for line in sale.lines] or [None]
    held = [
        tariff_on(sale.date, kind=kind, requested=sale.requested_on, law=context.law).tariff
        for kind in kinds
    ]
    # Where one line may follow another tariff, or nobody can tell, the bill may well be right.
    names = {str(tariff.instrument) for tariff in held if tariff is not None}
    if None not in held and not names.intersection(map(str, context.cited)):
        params = {"found": str(sale.instrument), "expected": ", ".join(sorted(names))}
        yield Hit(("instrument",), params)


def _charged(*kinds: SaleKind) -> Callable[[SaleContext], bool]:
    """Return what tells whether a sale has charged lines of some kinds at known prices."""

    def applies(context: SaleContext) -> bool:
        return any(context.of(*kinds))

    return applies


def _off_price(*kinds: SaleKind) -> Callable[[SaleContext], Iterator[Hit]]:
    """Return what finds the lines of some kinds that are charged at another price."""

    def find(context: SaleContext) -> Iterator[Hit]:
        for one in context.of(*kinds):
            if one.line.amount not in one.accepted:
                params = {"found": one.line.amount, "expected": one.price.amount}
                yield Hit((*one.pointer, "amount"), params)

    return find


def _tabulation(context: SaleContext) -> Iterator[Hit]:
    for one in context.of(SaleKind.TABULATION):
        found: dict[str, Param] = {"found": one.line.amount}
        expected = one.price.amount
        if one.line.amount in context.rights(one):
            if expected is None:
                yield Hit(one.pointer, found, "unstated")
        elif expected is None:
            amounts = one.price.readings.values()
            bounds = {"low": min(amounts), "high": max(amounts)}
            yield Hit((*one.pointer, "amount"), {**found, **bounds}, "off")
        else:
            yield Hit((*one.pointer, "amount"), {**found, "expected": expected}, "one")


def _publications(context: SaleContext) -> Iterator[Hit]:
    yield from _off_price(SaleKind.PUBLICATION)(context)
    for one in context.of(SaleKind.WEBSITE_PUBLICATION):
        params = {"found": one.line.amount}
        yield Hit((*one.pointer, "amount"), params, "website", one.price.citations)


_PUBLICATIONS: Final = (SaleKind.PUBLICATION, SaleKind.WEBSITE_PUBLICATION)

CHECKS: Final = (
    CaseCheck(id="TRF-001", find=_other_tariff, applies=_names_tariff),
    CaseCheck(id="TRF-002", find=_publications, applies=_charged(*_PUBLICATIONS)),
    CaseCheck(
        id="TRF-003", find=_off_price(SaleKind.MICRODATA), applies=_charged(SaleKind.MICRODATA)
    ),
    CaseCheck(id="TRF-004", find=_tabulation, applies=_charged(SaleKind.TABULATION)),
    CaseCheck(id="TRF-005", find=_off_price(SaleKind.MAP), applies=_charged(SaleKind.MAP)),
)
