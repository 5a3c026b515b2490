"""TRF-010, TRF-012 to TRF-014: where the money goes, seals, and requests at zero rupiah."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.finding import line_of
from pst_standards.rules.detectors.payments import (
    asks_letter,
    asks_official_mail,
    asks_to_pay,
    names_billing_code,
    names_buyers_abroad,
    names_cash,
    names_private_account,
    names_seal,
    names_transfer,
    old_seal,
    pays_privately,
    sends_agreement,
    sends_uncounted_originals,
)
from pst_standards.rules.selling import Sale


def _any_paid(context: Context) -> bool:
    return any(sale.paid for sale in context.sold)


def _any_sale(context: Context) -> bool:
    return bool(context.sales)


def _any_zero_request(context: Context) -> bool:
    return any(True for _ in _zero_requests(context))


def _zero_requests(context: Context) -> Iterator[Sale]:
    return (
        sale
        for sale in context.sales
        if sale.zero is not None and sale.standard.requirements is not None
    )


def _told_to_buyers(sale: Sale) -> Iterator[tuple[Pointer, Text | None]]:
    """Yield the texts of a standard that can say how to pay, with their places."""
    standard, pointer = sale.standard, sale.pointer
    if standard.fee is not None:
        yield (*pointer, "fee", "text"), standard.fee.text
        for place, item in enumerate(standard.fee.items):
            yield (*pointer, "fee", "items", place), item.text
    requirements = standard.requirements
    for place, one in enumerate(requirements.items if requirements else ()):
        yield (*pointer, "requirements", "items", place), one.text
    yield from _texts_of_steps(standard, pointer)


def _texts_of_steps(
    standard: ServiceStandard, pointer: Pointer
) -> Iterator[tuple[Pointer, Text | None]]:
    procedure = standard.procedure
    for place, step in enumerate(procedure.steps if procedure else ()):
        at = (*pointer, "procedure", "steps", place)
        yield at, step.text
        for branch_place, branch in enumerate(step.branches):
            yield (*at, "branches", branch_place), branch.then


def _says(sale: Sale, detect: Callable[[str], bool]) -> bool:
    """Tell whether it pays to look for something in the single texts of a standard."""
    return any(map(detect, (sale.steps, sale.priced, sale.asked)))


def _money_goes_elsewhere(context: Context) -> Iterator[Hit]:
    for sale in context.sold:
        if sale.paid and _says(sale, names_private_account):
            for pointer, text in _told_to_buyers(sale):
                if pays_privately(line_of(text)):
                    yield Hit(pointer, {"text": str(text)})


def _how_to_pay_left_open(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        if not sale.paid or not asks_to_pay(sale.steps):
            continue
        by_billing, by_transfer = _says(sale, names_billing_code), _says(sale, names_transfer)
        only_cash = _says(sale, names_cash) and not by_transfer
        payments = list(_payments(sale))
        if payments and not by_billing and not only_cash:
            yield Hit(payments[0][0], {"text": payments[0][1]}, "domestic")
        if not by_transfer:
            yield from (
                Hit(pointer, {"text": text}, "abroad")
                for pointer, text in payments
                if names_buyers_abroad(text)
            )


def _payments(sale: Sale) -> Iterator[tuple[Pointer, str]]:
    for pointer, text in _texts_of_steps(sale.standard, sale.pointer):
        if asks_to_pay(line_of(text)):
            yield pointer, str(text)


def _seal_or_originals(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        if _says(sale, names_seal) or _says(sale, sends_agreement):
            for pointer, text in _told_to_buyers(sale):
                yield from _seal_in(line_of(text), pointer)


def _seal_in(words: str, pointer: Pointer) -> Iterator[Hit]:
    value = old_seal(words)
    if value:
        yield Hit(pointer, {"value": value}, "value")
    if sends_uncounted_originals(words):
        yield Hit(pointer, {"text": words}, "originals")


def _zero_request_not_complete(context: Context) -> Iterator[Hit]:
    for sale in _zero_requests(context):
        pointer = (*sale.pointer, "requirements")
        if not asks_letter(sale.asked):
            yield Hit(pointer, variant="letter")
        if not asks_official_mail(sale.asked):
            yield Hit(pointer, variant="mail")


CHECKS: Final = (
    Check(id="TRF-010", find=_money_goes_elsewhere, applies=_any_paid),
    Check(id="TRF-012", find=_how_to_pay_left_open, applies=_any_sale),
    Check(id="TRF-013", find=_seal_or_originals, applies=_any_sale),
    Check(id="TRF-014", find=_zero_request_not_complete, applies=_any_zero_request),
)
