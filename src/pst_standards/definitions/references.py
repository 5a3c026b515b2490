"""References between parts: every id that is named must exist, and exist once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Pointer
from pst_standards.model.base import counts, remember
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import shapes

_TARGETS: Final[dict[tuple[str, str], str]] = {
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
    ("Publication", "standards"): "standards",
}
"""Which list the ids of a field stand in."""


def _known(definition: Definition) -> dict[str, tuple[str, ...]]:
    channels = definition.complaints.channels if definition.complaints else ()
    lists: dict[str, Sequence[Any]] = {
        "services": definition.services,
        "standards": definition.standards,
        "facilities": definition.facilities,
        "publications": definition.publications,
        "channels": channels,
    }
    return {name: tuple(item.id for item in items) for name, items in lists.items()}


@remember
def _plan(cls: type) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return the fields of a class that name ids, with their target, and its lists with ids."""
    owner = cls.__name__
    named = tuple((key, target) for (of, key), target in _TARGETS.items() if of == owner)
    return named, tuple(name for name, shape in shapes(cls).items() if shape.keyed)


def reference_findings(
    definition: Definition, origin: Origin, found: Iterable[tuple[Pointer, Any]]
) -> list[Finding]:
    """Find ids that lead nowhere (DEF-023) or stand twice (DEF-020), and half confirmations."""
    known = _known(definition)
    findings: list[Finding] = []
    for pointer, node in found:
        named, keyed = _plan(type(node))
        for name, target in named:
            value = getattr(node, name)
            if value:
                findings += _dangling(value, (*pointer, name), target, known[target], origin)
        for name in keyed:
            items = getattr(node, name)
            if len(items) > 1:
                findings += _doubles(items, (*pointer, name), origin)
        if node.confirmed is not None and not counts(node.confirmed):
            missing = "on" if node.confirmed.by else "by"
            at = (*pointer, "confirmed")
            findings.append(
                fault("DEF-031", pointer=at, location=origin.locate(at), missing=missing)
            )
    return findings


def _dangling(
    value: Any, pointer: Pointer, target: str, known: tuple[str, ...], origin: Origin
) -> Iterator[Finding]:
    names = enumerate(value) if isinstance(value, tuple) else ((None, value),)
    for place, name in names:
        if name in known:
            continue
        at = pointer if place is None else (*pointer, place)
        yield fault(
            "DEF-023",
            pointer=at,
            location=origin.locate(at),
            key=str(pointer[-1]),
            found=str(name),
            where=target,
            known=", ".join(known[:20]),
        )


def _doubles(items: tuple[Any, ...], pointer: Pointer, origin: Origin) -> Iterator[Finding]:
    ids = [item.id for item in items if item.id is not None]
    if len(set(ids)) == len(ids):
        return
    many = {name for name, count in Counter(ids).items() if count > 1}
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item.id in seen & many:
            at = (*pointer, place, "id")
            yield fault(
                "DEF-020", variant="double", pointer=at, location=origin.locate(at), found=item.id
            )
        if item.id is not None:
            seen.add(item.id)
