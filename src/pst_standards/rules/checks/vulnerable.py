"""FAC-015, RNT-002, RNT-003 and RNT-006: those to whom special treatment is owed get it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from pst_standards.model.base import own_names
from pst_standards.model.channel import VulnerableGroup
from pst_standards.model.complaints import ComplaintMechanism, Complaints, Medium
from pst_standards.model.facility import Condition, Facility, FacilityKind
from pst_standards.model.publication import PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.plain import spoken
from pst_standards.rules.detectors.vulnerable_words import (
    gives_priority,
    groups_named,
    guides,
    lets_represent,
    lets_speak,
)
from pst_standards.rules.wordings import says

_PARTS: Final = own_names(ComplaintMechanism)
_DAMAGED: Final = frozenset({Condition.LIGHT_DAMAGE, Condition.HEAVY_DAMAGE})
_NOT_GOOD: Final = _DAMAGED | {Condition.UNDER_REPAIR}
_TALKING: Final = frozenset({Medium.DESK, Medium.PHONE})
"""Means by which a complaint is spoken, not written."""


def _no_guide(context: Context) -> Iterator[Hit]:
    publications = context.definition.publications
    if any(one.kind is PublicationKind.ACCESSIBLE_GUIDE for one in publications):
        return
    titles = ("\n".join(spoken(one.title, one.text)) for one in publications)
    if not any(map(guides, chain((one.words for one in context.premises), titles))):
        yield Hit(("publications",) if publications else ())


def _no_priority(context: Context) -> Iterator[Hit]:
    named: frozenset[VulnerableGroup] | None = None
    for groups in _favoured(context):
        named = groups | (named or frozenset())
        if len(named) == len(VulnerableGroup):
            return
    if named is None:
        yield Hit(("facilities",), variant="none")
        return
    missing = tuple(group.value for group in VulnerableGroup if group not in named)
    yield Hit(("facilities",), {"groups": missing}, "some")


def _favoured(context: Context) -> Iterator[frozenset[VulnerableGroup]]:
    """Yield the groups that each priority counter, and each text about going first, names."""
    for one in context.premises:
        if FacilityKind.PRIORITY_COUNTER in one.kinds or gives_priority(one.words):
            yield groups_named(one.words) | frozenset(one.facility.groups)
    yield from map(groups_named, filter(gives_priority, _in_standards(context)))


def _in_standards(context: Context) -> Iterator[str]:
    for node, _, _ in context.each("facilities"):
        yield from spoken(node.note)
    for node, _, _ in context.each("procedure"):
        yield from spoken(*(step.text for step in node.steps))


def _complaint_only_written(context: Context) -> Iterator[Hit]:
    complaints = context.complaints
    if says(complaints.assisted):
        return
    words = list(_said(complaints))
    media = {channel.medium for channel in context.channels.values()}
    speaks = not media.isdisjoint(_TALKING) or any(map(lets_speak, words))
    by_proxy = any(map(lets_represent, words))
    if not speaks or not by_proxy:
        variant = "proxy" if speaks else "spoken" if by_proxy else ""
        yield Hit(("complaints",), variant=variant)


def _said(complaints: Complaints) -> Iterator[str]:
    mechanism = complaints.mechanism or ComplaintMechanism()
    yield from spoken(complaints.text)
    yield from spoken(*(getattr(mechanism, name) for name in _PARTS))
    yield from spoken(*(right.text for right in complaints.rights))
    yield from spoken(*(channel.name for channel in complaints.channels))


def _state_not_shown(context: Context) -> Iterator[Hit]:
    undated = tuple(
        name
        for name, facility in context.special_facilities.items()
        if not _is_pictured(facility, context)
    )
    if undated:
        yield Hit(("facilities",), {"facilities": undated}, "photo")
    for one in context.premises:
        params = {"facility": one.facility.id}
        repair = one.facility.repair
        ends = repair.ends_on if repair else None
        planned = repair is not None and (repair.starts_on is not None or ends is not None)
        if one.facility.condition in _DAMAGED and not planned:
            yield Hit((*one.pointer, "condition"), params, "broken")
        elif one.facility.condition in _NOT_GOOD and ends is not None and ends < context.as_of:
            overdue = {**params, "on": ends.isoformat()}
            yield Hit((*one.pointer, "repair", "ends_on"), overdue, "overdue")


def _is_pictured(facility: Facility, context: Context) -> bool:
    """Tell whether a dated picture or a dated document shows a facility."""
    if facility.photo is not None and facility.photo.taken_on is not None:
        return True
    shown = (context.publications.get(name) for name in facility.publications)
    return any(one is not None and (one.year or one.published_on) for one in shown)


CHECKS: Final = (
    Check(id="FAC-015", find=_no_guide),
    Check(
        id="RNT-002",
        find=_no_priority,
        applies=lambda context: bool(context.special_facilities),
    ),
    Check(id="RNT-003", find=_complaint_only_written, applies=has("complaints")),
    Check(id="RNT-006", find=_state_not_shown, applies=has("facilities")),
)
