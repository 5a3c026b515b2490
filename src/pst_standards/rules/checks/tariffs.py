"""TRF-006 to TRF-009, TRF-011: what the tariff of BPS includes, and what costs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.law import RegulationKey, RegulationKind
from pst_standards.model.base import Text
from pst_standards.model.delivery import FeeItem
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.legal_basis import day_of
from pst_standards.rules.citing import keys_in
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.finding import line_of
from pst_standards.rules.detectors.tariffs import (
    bars_commerce,
    includes_extras,
    names_party,
    names_printed,
    names_public_purpose,
    prices_web_publication,
    says_once,
)
from pst_standards.rules.selling import Sale, is_charged

_READ: Final = RegulationKey.parse("PP 7/2015")
"""The tariff whose text was read; it held until 2024."""
_NOW: Final = RegulationKey.parse("PP 13/2024")
_OF_BPS: Final = frozenset({RegulationKind.BPS_REGULATION, RegulationKind.BPS_HEAD_REGULATION})


def _age(sale: Sale, context: Context) -> str:
    """Return under which tariff a standard was set: ``then`` as read, ``now``, or neither."""
    on = day_of(sale.standard, context)
    if context.law.in_force(_READ, on):
        return "then"
    return "now" if context.law.in_force(_NOW, on) else ""


def _has_fee(context: Context) -> bool:
    return any(sale.standard.fee is not None for sale in context.sales)


def _has_zero(context: Context) -> bool:
    return any(sale.zero is not None for sale in context.sales)


def _lines(sale: Sale) -> Iterator[tuple[Pointer, Text, FeeItem | None]]:
    """Yield what a fee and its lines say, with their places."""
    fee = sale.standard.fee
    if fee is None:
        return
    pointer = (*sale.pointer, "fee")
    if fee.text is not None:
        yield (*pointer, "text"), fee.text, None
    for place, item in enumerate(fee.items):
        if item.text is not None:
            yield (*pointer, "items", place), item.text, item


def _extras_in_the_price(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        age = _age(sale, context)
        for pointer, text, item in _lines(sale):
            priced = item is not None and bool(item.amount)
            if age and includes_extras(line_of(text), priced=priced):
                yield Hit(pointer, {"text": str(text)}, age)


def _zero_for_anybody(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        if sale.zero is not None:
            said = f"{sale.asked} {sale.priced} {sale.steps}"
            for variant in _conditions_left_out(said, _age(sale, context)):
                yield Hit(sale.zero, variant=variant)


def _conditions_left_out(said: str, age: str) -> Iterator[str]:
    if age == "then":
        if not names_party(said):
            yield "then_party"
        if not bars_commerce(said):
            yield "then_commerce"
        if not says_once(said):
            yield "then_once"
    elif age and not names_party(said) and not names_public_purpose(said):
        yield "now"


def _zero_without_instrument(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        if sale.zero is not None and not _cites_bps(sale, context):
            yield Hit(sale.zero)


def _cites_bps(sale: Sale, context: Context) -> bool:
    fee = sale.standard.fee
    lines = fee.items if fee is not None else ()
    said = [fee.instrument, fee.text] if fee is not None else []
    said += [text for item in lines for text in (item.instrument, item.text, item.case)]
    bases = context.legal_bases.get((*sale.pointer, "legal_basis"), ())
    cited = keys_in(said).union(*(basis.keys for basis in bases))
    return any(key.kind in _OF_BPS and key != _STANDARD for key in cited)


_STANDARD: Final = RegulationKey.parse("Perka BPS 78/2020")


def _website_priced(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        age = _age(sale, context)
        for pointer, text, item in _lines(sale):
            charged = item is not None and is_charged(item)
            if age and charged and prices_web_publication(line_of(text)):
                yield Hit(pointer, {"text": str(text)}, age)


def _print_priced(context: Context) -> Iterator[Hit]:
    for sale in context.sales:
        if not sale.paid or _rests_on_old_tariff(sale):
            continue
        for pointer, text, item in _lines(sale):
            charged = item is None or is_charged(item)
            if charged and names_printed(line_of(text)):
                yield Hit(pointer, {"text": str(text)})


def _rests_on_old_tariff(sale: Sale) -> bool:
    """Tell whether a fee is by an older tariff alone, which CIT-008 reports."""
    fee = sale.standard.fee
    cited = keys_in((fee.instrument, fee.text) if fee is not None else ())
    return _READ in cited and _NOW not in cited


CHECKS: Final = (
    Check(id="TRF-006", find=_extras_in_the_price, applies=_has_fee),
    Check(id="TRF-007", find=_zero_for_anybody, applies=_has_zero),
    Check(id="TRF-008", find=_zero_without_instrument, applies=_has_zero),
    Check(id="TRF-009", find=_website_priced, applies=_has_fee),
    Check(id="TRF-011", find=_print_priced, applies=_has_fee),
)
