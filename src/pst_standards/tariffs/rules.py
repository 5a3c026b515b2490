"""TRF-001 to TRF-005: whether a sale was billed by the tariff of its day, and at its prices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Set
from functools import cached_property
from typing import Final, NamedTuple

from attrs import field, frozen

from pst_standards.findings import Param, Pointer
from pst_standards.law import Register, default_register
from pst_standards.model.sale import Sale, SaleKind, SaleLine
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

    @cached_property
    def cited(self) -> Set[object]:
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
        right = sorted(_right(one))
        if one.line.amount not in right:
            pointer = (*one.pointer, "amount")
            if one.price.amount is None:
                params = {**found, "low": right[0], "high": right[-1]}
                yield Hit(pointer, params, "off")
            else:
                yield Hit(pointer, {**found, "expected": one.price.amount}, "one")
        elif one.price.amount is None:
            yield Hit(one.pointer, found, "unstated")


def _right(one: Billed) -> frozenset[int]:
    """Return what a tabulation may cost: by the reading that is stated, else by either.

    Whether the last, begun unit counts is left open by the annex in any case.
    """
    if one.price.amount is None:
        return one.accepted
    return frozenset((one.price.amount, one.price.readings.get("full", one.price.amount)))


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
