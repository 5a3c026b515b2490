"""SRV-001 to SRV-003, SRV-006: the services, their channels and names, and tiered classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.model.channel import Channel
from pst_standards.model.service import Service, ServiceClass
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_services, may_be_of_bps
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.channel_words import given_in
from pst_standards.rules.detectors.reading import all_words
from pst_standards.rules.services import ServiceKind
from pst_standards.rules.wordings import says

_MOST: Final = 25
_WHOLE: Final = 100
_NEW_NAME: Final = re.compile(
    r"produk statistik berbayar|paid statistical products?", re.IGNORECASE
)
_OLD_NAME: Final = re.compile(r"penjualan|pembelian|\bsales?\b", re.IGNORECASE)


def _services_missing(context: Context) -> Iterator[Hit]:
    declared = set(context.kinds.values())
    missing = tuple(kind.value for kind in ServiceKind if kind not in declared)
    if missing:
        pointer = ("services",) if context.definition.services else ()
        yield Hit(pointer, {"services": missing})


def _has_services_of_bps(context: Context) -> bool:
    return has_services(context) and may_be_of_bps(context)


def _channels_missing(context: Context) -> Iterator[Hit]:
    for place, service in enumerate(context.definition.services):
        missing = tuple(
            channel.value
            for channel in Channel
            if channel not in (service.channels or _told_in_words(service, context))
            and not says(service.missing_channels.get(channel.value))
        )
        if missing:
            yield Hit(("services", place), {"service": service.id, "channels": missing})


def _told_in_words(service: Service, context: Context) -> frozenset[Channel]:
    """Return the channels that the standards of a service are given in, as their words say."""
    found = set(given_in(all_words(service.name)))
    for placed, spreads in zip(context.standards, context.spreads, strict=True):
        if placed.standard.service == service.id:
            found.update(*(spread.told for spread in spreads.values()))
            for pointer, texts in context.told_to_users:
                if pointer[: len(placed.pointer)] == placed.pointer:
                    found.update(*map(given_in, texts))
            limits = placed.standard.time_limit.limits if placed.standard.time_limit else ()
            found.update(*(given_in(all_words(limit.text)) for limit in limits))
    return frozenset(found)


def _sells(context: Context) -> bool:
    return any(
        context.kinds[service.id] is ServiceKind.SALES for service in context.definition.services
    )


def _new_name_not_linked(context: Context) -> Iterator[Hit]:
    titles = [(placed.standard.service, placed.standard.title) for placed in context.standards]
    for place, service in enumerate(context.definition.services):
        if context.kinds[service.id] is not ServiceKind.SALES:
            continue
        names = "\n".join(map(all_words, (service.name, *service.aliases)))
        titled = "\n".join(all_words(title) for of, title in titles if of == service.id)
        if not _NEW_NAME.search(f"{names}\n{titled}"):
            continue
        known = {"new": _NEW_NAME.search(names), "old": _OLD_NAME.search(names)}
        for missing in (name for name, found in known.items() if found is None):
            yield Hit(("services", place), {"service": service.id}, missing)


def _tiered_class_too_large(context: Context) -> Iterator[Hit]:
    for place, service in enumerate(context.definition.services):
        for pointer, found in _tiers(service, place):
            if (found.capacity or 0) > _MOST:
                yield Hit(pointer, {"capacity": found.capacity, "limit": _MOST})
        total = sum(found.capacity or 0 for _, found in _tiers(service, place))
        if total > _MOST and all((one.capacity or 0) <= _MOST for _, one in _tiers(service, place)):
            yield Hit(("services", place, "classes"), {"capacity": total, "limit": _MOST}, "sum")


def _tiers(service: Service, place: int) -> list[tuple[tuple[str | int, ...], ServiceClass]]:
    """Return the tiered classes of a service.

    Shares that add up to all of the capacity include the general public: the largest is its.
    """
    classes = list(enumerate(service.classes))
    if len(classes) > 1 and sum(one.capacity or 0 for _, one in classes) == _WHOLE:
        classes.remove(max(classes, key=lambda pair: pair[1].capacity or 0))
    return [(("services", place, "classes", at, "capacity"), one) for at, one in classes]


CHECKS: Final = (
    Check(id="SRV-001", find=_services_missing, applies=may_be_of_bps),
    Check(id="SRV-002", find=_channels_missing, applies=_has_services_of_bps),
    Check(id="SRV-003", find=_new_name_not_linked, applies=_sells),
    Check(
        id="SRV-006",
        find=_tiered_class_too_large,
        applies=lambda context: any(service.classes for service in context.definition.services),
    ),
)
