"""STD-049, STD-050: what the sale of statistics asks of its buyers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.channel import Channel
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.finding import flat
from pst_standards.rules.detectors.sales import (
    asks_abstraction,
    asks_agreement,
    asks_tax_number,
    names_government,
    names_private,
    sells_restricted,
)
from pst_standards.rules.selling import Sale


def _with_requirements(context: Context) -> list[Sale]:
    return [sale for sale in context.sales if sale.standard.requirements is not None]


def _sells(context: Context) -> bool:
    return bool(_with_requirements(context))


def _no_tax_number(context: Context) -> Iterator[Hit]:
    for sale in _with_requirements(context):
        if _is_private_trade(sale, context) and not asks_tax_number(sale.asked):
            yield Hit((*sale.pointer, "requirements"), {"service": sale.standard.service})


def _is_private_trade(sale: Sale, context: Context) -> bool:
    """Tell whether private buyers pay online; a fee that is not stated may be charged."""
    charged = sale.paid or sale.standard.fee is None
    return charged and _is_online(sale, context) and _is_for_private_buyers(sale, context)


def _is_online(sale: Sale, context: Context) -> bool:
    standard = sale.standard
    items = standard.requirements.items if standard.requirements else ()
    steps = standard.procedure.steps if standard.procedure else ()
    named = {channel for item in items for channel in item.channels}
    named |= {channel for step in steps for channel in step.channels}
    service = context.services.get(standard.service or "")
    if not named and service is not None:
        named = set(service.channels)
    return Channel.ONLINE in named


def _is_for_private_buyers(sale: Sale, context: Context) -> bool:
    """Tell whether private buyers are served: nobody says that only government bodies are."""
    service = context.services.get(sale.standard.service or "")
    users = flat(service.users) if service is not None else ""
    return names_private(users) or not names_government(users)


def _no_agreement_on_use(context: Context) -> Iterator[Hit]:
    for sale in _with_requirements(context):
        if not sells_restricted(f"{sale.goods} {sale.priced} {sale.asked}"):
            continue
        said = f"{sale.asked} {sale.steps}"
        if not asks_agreement(said):
            yield Hit((*sale.pointer, "requirements"), variant="agreement")
        if not asks_abstraction(said):
            yield Hit((*sale.pointer, "requirements"), variant="abstraction")


CHECKS: Final = (
    Check(id="STD-049", find=_no_tax_number, applies=_sells),
    Check(id="STD-050", find=_no_agreement_on_use, applies=_sells),
)
