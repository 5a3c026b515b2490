"""References between parts: every id that is named must exist, and exist once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Pointer
from pst_standards.model.base import Confirmation, counts, remember
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import shapes

_MOST: Final = 200

TARGETS: Final[dict[tuple[str, str], str]] = {
    ("ServiceStandard", "service"): "services",
    ("StandardFacilities", "items"): "facilities",
    ("StaffGroup", "services"): "services",
    ("CompensationRule", "services"): "services",
    ("CompensationPolicy", "claim_channels"): "channels",
    ("CompensationPolicy", "publications"): "publications",
    ("ComplaintHandling", "channels"): "channels",
    ("Complaints", "reports"): "publications",
    ("SurveyPlan", "results"): "publications",
    ("Facility", "publications"): "publications",
    ("Maklumat", "publications"): "publications",
    ("Maklumat", "standards"): "standards",
    ("Outsourcing", "services"): "services",
    ("Repair", "channels"): "channels",
    ("Publication", "standards"): "standards",
}
"""Which list the ids of a field stand in."""


def _known(definition: Definition) -> dict[str, dict[str, None]]:
    channels = definition.complaints.channels if definition.complaints else ()
    lists: dict[str, Sequence[Any]] = {
        "services": definition.services,
        "standards": definition.standards,
        "facilities": definition.facilities,
        "publications": definition.publications,
        "channels": channels,
    }
    # Dicts for their quick look-up and their order; the ids of a hostile file may be very many.
    return {name: dict.fromkeys(item.id for item in items) for name, items in lists.items()}


@remember
def _plan(cls: type) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return the fields of a class that name ids, with their target, and its lists with ids."""
    owner = cls.__name__
    named = tuple((key, target) for (of, key), target in TARGETS.items() if of == owner)
    return named, tuple(name for name, shape in shapes(cls).items() if shape.keyed)


def reference_findings(
    definition: Definition, origin: Origin, found: Iterable[tuple[Pointer, Any]]
) -> list[Finding]:
    """Find ids that lead nowhere (DEF-023) or stand twice (DEF-020), and half confirmations.

    The first 200 of them are enough for a person, and keep a hostile file from taking forever.
    """
    return list(islice(_findings(_known(definition), origin, found), _MOST))


def _findings(
    known: dict[str, dict[str, None]], origin: Origin, found: Iterable[tuple[Pointer, Any]]
) -> Iterator[Finding]:
    for pointer, node in found:
        named, keyed = _plan(type(node))
        for name, target in named:
            value = getattr(node, name)
            if value:
                yield from _dangling(value, (*pointer, name), target, known[target], origin)
        for name in keyed:
            items = getattr(node, name)
            if len(items) > 1:
                yield from _doubles(items, (*pointer, name), origin)
        if node.confirmed is not None:
            yield from _unheard(node.confirmed, (*pointer, "confirmed"), origin)


def _unheard(confirmed: Confirmation, pointer: Pointer, origin: Origin) -> Iterator[Finding]:
    """Say why a confirmation does not count: half written, from before the base, or from later."""
    where, day = origin.locate(pointer), confirmed.on
    if not confirmed.by or day is None:
        missing = "on" if confirmed.by else "by"
        yield fault("DEF-031", pointer=pointer, location=where, missing=missing)
    elif not counts(confirmed, origin.released):
        yield fault(
            "DEF-031",
            variant="stale",
            pointer=pointer,
            location=where,
            found=day.isoformat(),
            expected=str(origin.released),
        )


def _dangling(
    value: Any, pointer: Pointer, target: str, known: dict[str, None], origin: Origin
) -> Iterator[Finding]:
    names = enumerate(value) if isinstance(value, tuple) else ((None, value),)
    for place, name in names:
        if name in known:
            continue
        at = pointer if place is None else (*pointer, place)
        meant = _near(str(name), known)
        yield fault(
            "DEF-023",
            variant="meant" if meant else "" if known else "none",
            meant=meant,
            pointer=at,
            location=origin.locate(at),
            key=str(pointer[-1]),
            found=str(name),
            where=target,
            known=", ".join(islice(known, 20)),
        )


def _near(name: str, known: dict[str, None]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(islice(known, 500)), n=1)
    return near[0] if near else ""


def _doubles(items: tuple[Any, ...], pointer: Pointer, origin: Origin) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item.id is not None and item.id in seen:
            at = (*pointer, place, "id")
            where = origin.locate(at)
            yield fault("DEF-020", variant="double", pointer=at, location=where, found=item.id)
        seen.add(item.id)
