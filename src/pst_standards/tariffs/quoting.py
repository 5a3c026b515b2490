"""``quotation``: all lines of a sale with their prices, what stands apart, and how to pay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from pst_standards.law import Register
from pst_standards.model.base import Text
from pst_standards.model.sale import Buyer, Sale
from pst_standards.tariffs.errors import TariffError
from pst_standards.tariffs.holding import tariff_on
from pst_standards.tariffs.prices import Cost, Price
from pst_standards.tariffs.pricing import at_zero, price
from pst_standards.tariffs.said import Said
from pst_standards.tariffs.tariff import Tariff
from pst_standards.tariffs.zero import ZeroAnswer, zero_answer

_TREASURY: Final = "UU 9/2018 Pasal 29"
_OWN_COSTS: Final = ("shipping", "bank_fee")


@frozen(kw_only=True)
class Quotation:
    """An offer: ``lines`` with their prices, their ``subtotal``, ``total`` with what stands apart.

    ``subtotal`` and ``total`` are ``None`` when the price of any line is not known.
    ``not_included`` are costs that no number here covers; ``shipping`` and ``bank_fee`` are those
    that were stated. ``payment`` says how to pay, ``treasury`` where the money goes. ``to_dict``
    is the JSON of ``pst price quotation``.
    """

    on: dt.date
    lines: tuple[Price, ...]
    treasury: Cost
    buyer: Buyer | None = None
    purpose: Text | None = None
    shipping: int | None = None
    bank_fee: int | None = None
    not_included: tuple[Cost, ...] = ()
    payment: tuple[Said, ...] = ()
    zero_rupiah: ZeroAnswer | None = None
    requested_on: dt.date | None = None
    id: str = ""

    @property
    def subtotal(self) -> int | None:
        """The sum of the lines, which is the revenue of the state."""
        amounts = [line.amount for line in self.lines if line.amount is not None]
        return sum(amounts) if len(amounts) == len(self.lines) else None

    @property
    def total(self) -> int | None:
        """The sum of the lines and of the costs apart that were stated."""
        lines = self.subtotal
        return None if lines is None else lines + (self.shipping or 0) + (self.bank_fee or 0)

    @property
    def reason(self) -> Said | None:
        """Why there is no total: the lines without a price."""
        numbers = [place for place, line in enumerate(self.lines, 1) if line.amount is None]
        return Said("reason.total", {"lines": tuple(numbers)}) if numbers else None

    @property
    def instruments(self) -> tuple[str, ...]:
        """The tariffs by which the lines are priced."""
        return tuple(dict.fromkeys(line.instrument for line in self.lines if line.instrument))

    @property
    def citations(self) -> tuple[str, ...]:
        """All articles that the quotation rests on, each once."""
        return tuple(dict.fromkeys(self._cited()))

    def _cited(self) -> Iterator[str]:
        for line in self.lines:
            yield from line.citations
        yield from (cost.cite for cost in self.not_included)
        yield self.treasury.cite
        if self.zero_rupiah is not None and self.zero_rupiah.cite:
            yield self.zero_rupiah.cite

    def to_dict(self) -> dict[str, Any]:
        """Return the quotation as plain data; keys that say nothing are left out, sums never."""
        reason, zero = self.reason, self.zero_rupiah
        requested = self.requested_on
        said: dict[str, Any] = {
            "id": self.id or None,
            "on": self.on.isoformat(),
            "requested_on": None if requested is None else requested.isoformat(),
            "instruments": list(self.instruments),
            "lines": [line.to_dict() for line in self.lines],
            "subtotal": self.subtotal,
            "shipping": self.shipping,
            "bank_fee": self.bank_fee,
            "total": self.total,
            "reason": None if reason is None else reason.to_dict(),
            "not_included": [cost.to_dict() for cost in self.not_included],
            "payment": [one.to_dict() for one in self.payment],
            "treasury": self.treasury.to_dict(),
            "zero_rupiah": None if zero is None else zero.to_dict(),
            "citations": list(self.citations),
        }
        sums = {"subtotal", "total"}
        return {key: value for key, value in said.items() if value is not None or key in sums}


def quotation(sale: Sale, *, on: dt.date | None = None, law: Register | None = None) -> Quotation:
    """Price every line of a sale, on its own day or on ``on``.

    Raises ``TariffError`` for a sale without a day or lines, and for a line that cannot be priced;
    ``params["line"]`` then counts it from 1.

    >>> from pst_standards.model.sale import SaleKind, SaleLine
    >>> book = SaleLine(kind=SaleKind.PUBLICATION, pages=66, quantity=2)
    >>> offer = quotation(Sale(date=dt.date(2020, 1, 2), lines=(book,), shipping=18000))
    >>> offer.subtotal, offer.total, [cost.said.key for cost in offer.not_included]
    (40000, 58000, ['cost.bank_fee'])
    """
    day = on or sale.date
    if day is None:
        raise TariffError("date-missing")
    if not sale.lines:
        raise TariffError("lines-missing")
    tariff = tariff_on(day, requested=sale.requested_on, law=law).tariff
    zero = zero_answer(sale, tariff)
    priced = tuple(_lines(sale, day, law))
    return Quotation(
        id=sale.id or "",
        on=day,
        requested_on=sale.requested_on,
        buyer=sale.buyer,
        purpose=sale.purpose,
        lines=_at_zero(priced, zero),
        shipping=sale.shipping,
        bank_fee=sale.bank_fee,
        not_included=_apart(priced, sale),
        payment=_payment(sale),
        treasury=_treasury(tariff),
        zero_rupiah=zero,
    )


def _lines(sale: Sale, on: dt.date, law: Register | None) -> Iterator[Price]:
    for place, line in enumerate(sale.lines, 1):
        try:
            yield price(line, on, requested=sale.requested_on, law=law)
        except TariffError as error:
            raise TariffError(error.key, **{**error.params, "line": place}) from error


def _at_zero(lines: tuple[Price, ...], zero: ZeroAnswer | None) -> tuple[Price, ...]:
    if zero is None or not zero.applies:
        return lines
    return tuple(at_zero(line, zero.cite) for line in lines)


def _apart(lines: tuple[Price, ...], sale: Sale) -> tuple[Cost, ...]:
    """Return the costs that no line includes, each once, without those that the sale states."""
    stated = {f"cost.{name}" for name in _OWN_COSTS if getattr(sale, name) is not None}
    found = {cost.said.key: cost for line in lines for cost in line.not_included}
    return tuple(cost for key, cost in found.items() if key not in stated)


def _payment(sale: Sale) -> tuple[Said, ...]:
    """Say how to pay: as stated, else by where the buyer is; both ways where nobody knows."""
    if sale.payment is not None:
        return (Said(f"payment.{sale.payment.value}"),)
    abroad = None if sale.buyer is None else sale.buyer.abroad
    ways = {False: ("billing_code",), True: ("transfer_abroad",)}
    both = ("billing_code", "transfer_abroad")
    return tuple(Said(f"payment.{way}") for way in (both if abroad is None else ways[abroad]))


def _treasury(tariff: Tariff | None) -> Cost:
    cite = tariff.treasury if tariff is not None and tariff.treasury else _TREASURY
    return Cost(said=Said("treasury"), cite=cite)
