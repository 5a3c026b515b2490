"""STD-024 and SRV-005: what holds for which channel, and that both channels end alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Fee, FeeItem, FeeKind
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.detectors.channel_words import channels_in
from pst_standards.rules.detectors.reading import all_words, comparable, first_words
from pst_standards.rules.spreading import BOTH, NO_CHANNELS, Spread

# What it costs to send a product or to pay for it is borne by the user and is no tariff.
_DELIVERY: Final = re.compile(
    r"kirim|kurir|\bpos\b|\bbank|transfer|meterai|materai|deliver|shipping|postage|courier|stamp",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """A standard, and how its components are spread."""

    placed: Placed
    spreads: Mapping[str, Spread]


def _in_two_channels(context: Context) -> Iterator[tuple[_Told, Sequence[_Told]]]:
    """Yield the standards that hold for two channels, each with all standards of its service."""
    known = [_Told(*pair) for pair in zip(context.standards, context.spreads, strict=True)]
    for one in known:
        if _offered(one, context) == BOTH:
            service = one.placed.standard.service
            yield one, [other for other in known if other.placed.standard.service == service]


def _offered(one: _Told, context: Context) -> frozenset[Channel]:
    """Return the channels of a standard: by its title, by its service, or by its own items."""
    standard = one.placed.standard
    titled = channels_in(all_words(standard.title)) if standard.title else NO_CHANNELS
    if len(titled) == 1:
        return titled
    service = context.services.get(standard.service or "")
    if service is not None and service.channels:
        return frozenset(service.channels)
    return NO_CHANNELS.union(*(spread.told for spread in one.spreads.values()))


def _channels_not_told_apart(context: Context) -> Iterator[Hit]:
    for one, siblings in _in_two_channels(context):
        for name, spread in one.spreads.items():
            where = (*one.placed.pointer, name)
            if spread.fault:
                yield Hit(where, {"component": name}, spread.fault)
            elif not spread.unmarked and len(spread.told) < len(BOTH):
                missing = _missing(name, siblings)
                if missing:
                    yield Hit(where, {"component": name, "channels": missing}, "missing")


def _missing(name: str, siblings: Sequence[_Told]) -> tuple[str, ...]:
    covered = NO_CHANNELS.union(
        *(one.spreads[name].covered for one in siblings if name in one.spreads)
    )
    return tuple(channel.value for channel in Channel if channel not in covered)


def _outcomes_differ(context: Context) -> Iterator[Hit]:
    for one, siblings in _in_two_channels(context):
        placed = one.placed
        without = _without_product(one, siblings)
        if without:
            yield Hit((*placed.pointer, "product"), {"channels": without}, "product")
        fee = placed.standard.fee
        if fee is not None:
            for place, variant in _uneven_lines(fee):
                text = first_words(fee.items[place].text)
                yield Hit((*placed.pointer, "fee", "items", place), {"text": text}, variant)


def _without_product(one: _Told, siblings: Sequence[_Told]) -> tuple[str, ...]:
    """Return the channels that the standard describes and that end in no product."""
    product = one.placed.standard.product
    if product is None or not product.items or not all(item.channels for item in product.items):
        return ()
    reached = NO_CHANNELS.union(*map(_products, siblings))
    described = NO_CHANNELS.union(*(spread.told for spread in one.spreads.values()))
    return tuple(
        channel.value for channel in Channel if channel in described and channel not in reached
    )


def _products(one: _Told) -> frozenset[Channel]:
    product = one.placed.standard.product
    items = product.items if product else ()
    return NO_CHANNELS.union(*(frozenset(item.channels) or BOTH for item in items))


def _uneven_lines(fee: Fee) -> Iterator[tuple[int, str]]:
    """Yield the first line whose kind the other channel has not, and those at another amount."""
    if fee.kind is FeeKind.FREE:
        return
    kinds: dict[Channel, set[bool]] = {channel: set() for channel in Channel}
    for item in fee.items:
        for channel in item.channels or Channel:
            kinds[channel].add(_is_charged(item, fee))
    alone = [
        place
        for place, item in _of_one_channel(fee)
        if _is_charged(item, fee) not in kinds[_other(item)] | _kind_of_all(fee)
    ]
    yield from ((place, "fee") for place in alone[:1])
    yield from ((place, "amount") for place in _at_other_amounts(fee))


def _kind_of_all(fee: Fee) -> set[bool]:
    return set() if fee.kind is None else {fee.kind is FeeKind.PNBP}


def _of_one_channel(fee: Fee) -> Iterator[tuple[int, FeeItem]]:
    for place, item in enumerate(fee.items):
        if len(item.channels) == 1 and not _DELIVERY.search(all_words(item.text)):
            yield place, item


def _other(item: FeeItem) -> Channel:
    return next(channel for channel in Channel if channel not in item.channels)


def _is_charged(item: FeeItem, fee: Fee) -> bool:
    kind = item.kind or fee.kind
    return kind is FeeKind.PNBP or (kind is None and bool(item.amount))


def _at_other_amounts(fee: Fee) -> Iterator[int]:
    """Yield the lines of one channel that stood before at no equal amount in the other."""
    known: dict[tuple[Channel, tuple[str, ...]], set[int]] = {}
    for place, item in enumerate(fee.items):
        if not item.amount:
            continue
        key = _charged_for(item)
        if len(item.channels) == 1 and not _DELIVERY.search(all_words(item.text)):
            before = known.get((_other(item), key), {item.amount})
            if item.amount not in before:
                yield place
        for channel in item.channels or Channel:
            known.setdefault((channel, key), set()).add(item.amount)


def _charged_for(item: FeeItem) -> tuple[str, ...]:
    """Return what makes two lines the same: the words, the case, the unit."""
    return tuple(comparable(first_words(part)) for part in (item.text, item.case, item.unit))


CHECKS: Final = (
    Check(id="STD-024", find=_channels_not_told_apart, applies=has_standards),
    Check(id="SRV-005", find=_outcomes_differ, applies=has_standards),
)
