"""Standards by which something is sold: what is paid for, what is at zero rupiah, what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.delivery import Fee, FeeItem, FeeKind
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.detectors.finding import finder, flat, line_of
from pst_standards.rules.detectors.tariffs import names_zero_tariff
from pst_standards.rules.services import ServiceKind
from pst_standards.rules.wordings import states_amount, states_free

_PRICE: Final = finder(r"\bpnbp\b|berbayar|dikenakan tarif|dikenai tarif")


class Sale(NamedTuple):
    """A standard by which something is sold, with its words, each part on one line.

    ``zero`` is the place of a tariff of zero rupiah, ``None`` where there is none.
    """

    standard: ServiceStandard
    pointer: Pointer
    kind: ServiceKind | None
    paid: bool
    zero: Pointer | None
    asked: str
    steps: str
    priced: str
    goods: str


def is_charged(item: FeeItem) -> bool:
    """Tell whether a line of a fee takes money.

    >>> is_charged(FeeItem(amount=500)), is_charged(FeeItem(amount=0))
    (True, False)
    """
    return item.kind is FeeKind.PNBP or (item.kind is None and bool(item.amount))


def is_paid(fee: Fee) -> bool:
    """Tell whether a fee takes money as a whole or in some line; where no key tells, in words.

    >>> is_paid(Fee(kind=FeeKind.PNBP)), is_paid(Fee(kind=FeeKind.FREE))
    (True, False)
    >>> is_paid(Fee(text=Text("Rp 15.000 per buku"))), is_paid(Fee(text=Text("Rp 0")))
    (True, False)
    """
    if fee.kind is FeeKind.PNBP or any(map(is_charged, fee.items)):
        return True
    said = fee.kind is None and not fee.items
    return said and states_amount(fee.text) and not states_free(fee.text)


def is_sold(standard: ServiceStandard, kind: ServiceKind | None) -> bool:
    """Tell whether a standard is one of sales or takes money.

    >>> is_sold(ServiceStandard(id="s", fee=Fee(kind=FeeKind.PNBP)), None)
    True
    """
    fee = standard.fee
    return kind is ServiceKind.SALES or (fee is not None and is_paid(fee))


def sale_of(standard: ServiceStandard, pointer: Pointer, kind: ServiceKind | None) -> Sale:
    """Gather what a standard says to those who pay.

    >>> free = ServiceStandard(id="s", fee=Fee(kind=FeeKind.ZERO_RUPIAH))
    >>> sale = sale_of(free, ("standards", 0), ServiceKind.SALES)
    >>> sale.paid, sale.zero
    (False, ('standards', 0, 'fee'))
    """
    fee = standard.fee
    return Sale(
        standard=standard,
        pointer=pointer,
        kind=kind,
        paid=fee is not None and (is_paid(fee) or _names_price(fee)),
        zero=None if fee is None else _zero(fee, (*pointer, "fee")),
        asked=flat(*asked_by(standard)),
        steps=flat(*_steps(standard)),
        priced=flat(*_priced(standard)),
        goods=flat(*_goods(standard)),
    )


def _names_price(fee: Fee) -> bool:
    if fee.kind is not None:
        return False
    return states_amount(fee.text) or _PRICE(line_of(fee.text))


def asked_by(standard: ServiceStandard) -> Iterator[Text | None]:
    """Yield the texts of the requirements of a standard.

    >>> list(asked_by(ServiceStandard(id="s")))
    []
    """
    requirements = standard.requirements
    if requirements is not None:
        yield requirements.note
        for one in requirements.items:
            yield from (one.text, one.document, one.case)


def _priced(standard: ServiceStandard) -> Iterator[Text | None]:
    if standard.fee is not None:
        yield standard.fee.text
        for one in standard.fee.items:
            yield from (one.text, one.case)


def _goods(standard: ServiceStandard) -> Iterator[Text | None]:
    yield standard.title
    if standard.product is not None:
        yield standard.product.note
        yield from (one.text for one in standard.product.items)


def _steps(standard: ServiceStandard) -> Iterator[Text | None]:
    procedure = standard.procedure
    if procedure is not None:
        yield procedure.note
        for step in procedure.steps:
            yield step.text
            for branch in step.branches:
                yield from (branch.when, branch.then)


def _zero(fee: Fee, pointer: Pointer) -> Pointer | None:
    if _is_zero(fee):
        return pointer
    places = (place for place, item in enumerate(fee.items) if _is_zero(item))
    return next(((*pointer, "items", place) for place in places), None)


def _is_zero(part: Fee | FeeItem) -> bool:
    if part.kind is FeeKind.ZERO_RUPIAH:
        return True
    return part.kind is not FeeKind.FREE and names_zero_tariff(line_of(part.text))
