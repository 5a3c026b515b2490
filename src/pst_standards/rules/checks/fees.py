"""STD-025 to STD-028: what a service costs, by which instrument, and that free means free."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.delivery import Fee, FeeItem, FeeKind
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.legal_basis import TARIFF
from pst_standards.rules.citing import keys_in
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import NO_PARAMS, Context, Hit, Placed
from pst_standards.rules.detectors.reading import all_words, first_words
from pst_standards.rules.detectors.tariffs import is_amount_torn
from pst_standards.rules.selling import is_charged, is_paid
from pst_standards.rules.wordings import (
    asks_payment,
    says,
    states_amount,
    states_fee_unit,
    states_free,
    states_free_for_some,
)


def is_free(fee: Fee) -> bool:
    """Tell whether a fee says that the service costs nothing.

    >>> is_free(Fee(kind=FeeKind.FREE)), is_free(Fee(kind=FeeKind.PNBP))
    (True, False)
    """
    if fee.kind is None:
        return not fee.items and states_free(fee.text)
    return fee.kind is FeeKind.FREE


def _any_paid(context: Context) -> bool:
    return any(is_paid(fee) for fee, _, _ in context.each("fee"))


def _any_free(context: Context) -> bool:
    return any(is_free(fee) for fee, _, _ in context.each("fee"))


def _any_amounts(context: Context) -> bool:
    return any(fee.items or says(fee.text) for fee, _, _ in context.each("fee"))


def _says_no_fee(context: Context) -> Iterator[Hit]:
    for fee, pointer, _ in context.each("fee"):
        if not (_settles(fee) or any(map(_settles, fee.items))):
            yield Hit(pointer)


def _settles(part: Fee | FeeItem) -> bool:
    """Whether a fee or a line of it says an amount, that it is free, or by which tariff."""
    if part.kind in {FeeKind.FREE, FeeKind.ZERO_RUPIAH} or says(part.instrument):
        return True
    if isinstance(part, FeeItem) and part.amount is not None:
        return True
    return (
        states_free_for_some(part.text) or states_amount(part.text) or bool(keys_in((part.text,)))
    )


def _free_and_paid(context: Context) -> Iterator[Hit]:
    for fee, pointer, placed in context.each("fee"):
        if is_free(fee):
            yield from _charged_lines(fee, pointer)
            if not _excepts(fee):
                yield from _payment_steps(placed)


def _excepts(fee: Fee) -> bool:
    """Whether a fee says who or what is charged all the same: a payment step is theirs then."""
    if any(item.case and is_charged(item) for item in fee.items):
        return True
    return states_free_for_some(fee.text) and not states_free(fee.text)


def _charged_lines(fee: Fee, pointer: Pointer) -> Iterator[Hit]:
    for place, item in enumerate(fee.items):
        # A line "for private companies" is an exception that the standard itself explains.
        if is_charged(item) and not item.case:
            yield Hit((*pointer, "items", place), variant="items")


def _payment_steps(placed: Placed) -> Iterator[Hit]:
    procedure = placed.standard.procedure
    for place, step in enumerate(procedure.steps if procedure else ()):
        if asks_payment(step.text):
            pointer = (*placed.pointer, "procedure", "steps", place)
            yield Hit(pointer, {"text": str(step.text)})


def _no_tariff_instrument(context: Context) -> Iterator[Hit]:
    for fee, pointer, placed in context.each("fee"):
        if not is_paid(fee) or _cites_instrument(fee) or _rests_on_tariff(placed, context):
            continue
        yield Hit(pointer, {"service": placed.standard.service or placed.standard.id})


def _cites_instrument(fee: Fee) -> bool:
    if says(fee.instrument) or keys_in((fee.text,)):
        return True
    charged = [item for item in fee.items if is_charged(item)]
    return bool(charged) and all(says(item.instrument) for item in charged)


def _rests_on_tariff(placed: Placed, context: Context) -> bool:
    tariffs = {known.key for known in context.law.about(TARIFF)}
    bases = context.legal_bases.get((*placed.pointer, "legal_basis"), ())
    return any(one.keys & tariffs for one in bases)


def _amount_not_complete(context: Context) -> Iterator[Hit]:
    for fee, pointer, _ in context.each("fee"):
        if is_amount_torn(all_words(fee.text)):
            yield Hit((*pointer, "text"), {"text": first_words(fee.text)}, "torn")
        for place, item in enumerate(fee.items):
            variant = _amount_fault(item, fee)
            if variant:
                said = {"text": first_words(item.text)} if variant == "torn" else NO_PARAMS
                yield Hit((*pointer, "items", place), said, variant)


def _amount_fault(item: FeeItem, fee: Fee) -> str:
    if item.amount is None:
        if is_amount_torn(all_words(item.text)):
            return "torn"
        priced = says(item.instrument) or says(fee.instrument) or states_amount(item.text)
        kind = item.kind or fee.kind
        return "amount" if kind is FeeKind.PNBP and not priced and not keys_in((item.text,)) else ""
    if item.amount < 0:
        return "negative"
    named = says(item.unit) or states_fee_unit(item.text)
    return "unit" if item.amount > 0 and not named else ""


CHECKS: Final = (
    Check(id="STD-025", find=_says_no_fee, applies=has_component("fee")),
    Check(id="STD-026", find=_free_and_paid, applies=_any_free),
    Check(id="STD-027", find=_no_tariff_instrument, applies=_any_paid),
    Check(id="STD-028", find=_amount_not_complete, applies=_any_amounts),
)
