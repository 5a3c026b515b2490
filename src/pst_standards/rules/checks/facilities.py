"""FAC-001, 004, 011 to 014, 016 and 018: what is there, for whom, and in what state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from pst_standards.model.channel import VulnerableGroup
from pst_standards.model.facility import Facility, FacilityKind
from pst_standards.rules.anniversaries import YEAR, is_over
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.facility_kinds import kinds_in
from pst_standards.rules.detectors.facility_use import after_hours, for_all, turned_into_store
from pst_standards.rules.detectors.plain import denies, spoken
from pst_standards.rules.detectors.vulnerable_words import groups_named
from pst_standards.rules.premises import Premise, of_kind
from pst_standards.rules.wordings import says, words_of

_SEEN: Final = (
    FacilityKind.FRONT_OFFICE,
    FacilityKind.WAITING_ROOM,
    FacilityKind.PLAY_AREA,
    FacilityKind.TOILET,
    FacilityKind.PARKING,
    FacilityKind.PRAYER_ROOM,
)
_GROUPS_OF: Final = {
    FacilityKind.LACTATION_ROOM: VulnerableGroup.BREASTFEEDING,
    FacilityKind.PLAY_AREA: VulnerableGroup.CHILDREN,
}
# Everybody passes these; that others use them too takes nothing from those whom they serve.
_SHARED: Final = frozenset({FacilityKind.FRONT_OFFICE, FacilityKind.WAITING_ROOM})


def _special(context: Context) -> Iterator[Premise]:
    special = context.special_facilities
    return (one for one in context.premises if one.facility.id in special)


def _has_special(context: Context) -> bool:
    return bool(context.special_facilities)


def _kinds_missing(context: Context) -> Iterator[Hit]:
    shown = {kind for one in context.premises for kind in one.kinds}
    for node, _, _ in context.each("facilities"):
        shown = shown.union(*map(kinds_in, spoken(node.note)))
    missing = tuple(kind.value for kind in _SEEN if kind not in shown)
    if missing:
        yield Hit(("facilities",), {"missing": missing})


def _groups_not_served(context: Context) -> Iterator[Hit]:
    pointer = ("facilities",) if context.definition.facilities else ()
    if not context.special_facilities:
        yield Hit(pointer, variant="none")
        return
    served = {group for one in context.premises for group in _served(one)}
    missing = tuple(group.value for group in VulnerableGroup if group not in served)
    if missing:
        yield Hit(pointer, {"groups": missing}, "some")


def _served(one: Premise) -> Iterator[VulnerableGroup]:
    yield from one.facility.groups
    yield from groups_named(one.words)
    yield from (group for kind, group in _GROUPS_OF.items() if kind in one.kinds)


def _open_to_others(context: Context) -> Iterator[Hit]:
    for one in _special(context):
        params = {"facility": one.facility.id}
        if one.facility.open_to_all:
            variant = "shared" if _is_shared(one) else ""
            yield Hit((*one.pointer, "open_to_all"), params, variant)
        elif one.facility.open_to_all is None and not _is_shared(one) and for_all(one.words):
            yield Hit(one.pointer, params, "text")


def _is_shared(one: Premise) -> bool:
    return FacilityKind.ACCESS in one.kinds or not one.kinds.isdisjoint(_SHARED)


def _special_facility_charged(context: Context) -> Iterator[Hit]:
    for one in _special(context):
        if one.facility.fee:
            fee = one.facility.fee
            yield Hit((*one.pointer, "fee"), {"facility": one.facility.id, "fee": fee})


def _condition_not_reported(context: Context) -> Iterator[Hit]:
    open_ones = [one for one in context.premises if not _is_reported(one.facility, context)]
    if open_ones and len(open_ones) == len(context.premises):
        yield Hit(("facilities",), variant="none")
        return
    for one in open_ones:
        yield Hit(one.pointer, {"facility": one.facility.id}, "some")


def _is_reported(facility: Facility, context: Context) -> bool:
    on = facility.condition_reported_on
    return says(facility.condition_reported_by) if on is None else on <= context.as_of


def _no_lactation_room(context: Context) -> Iterator[Hit]:
    room = FacilityKind.LACTATION_ROOM
    notes = spoken(*(node.note for node, _, _ in context.each("facilities")))
    words = chain((one.words for one in context.premises), notes)
    named = any(room in kinds_in(text) for text in words)
    if not named and not of_kind(context.premises, room):
        yield Hit(("facilities",))


def _evidence_too_old(context: Context) -> Iterator[Hit]:
    for one in context.premises:
        photo = one.facility.photo
        dated = (
            (photo.taken_on if photo else None, ("photo", "taken_on")),
            (one.facility.condition_reported_on, ("condition_reported_on",)),
        )
        known = [(on, steps) for on, steps in dated if on is not None]
        if not known:
            continue
        newest, steps = max(known)
        if is_over(newest, YEAR, context.as_of):
            params = {"facility": one.facility.id, "on": newest.isoformat()}
            yield Hit((*one.pointer, *steps), params)


def _turned_to_other_use(context: Context) -> Iterator[Hit]:
    for one in context.premises:
        params = {"facility": one.facility.id}
        use = words_of(one.facility.other_use)
        if says(one.facility.other_use):
            if not denies(use):
                variant = "after_hours" if after_hours(use) else ""
                yield Hit((*one.pointer, "other_use"), params, variant)
        elif turned_into_store(one.words):
            yield Hit(one.pointer, params, "text")


CHECKS: Final = (
    Check(id="FAC-001", find=_kinds_missing, applies=has("facilities")),
    Check(id="FAC-004", find=_groups_not_served),
    Check(id="FAC-011", find=_open_to_others, applies=_has_special),
    Check(id="FAC-012", find=_special_facility_charged, applies=_has_special),
    Check(id="FAC-013", find=_condition_not_reported, applies=has("facilities")),
    Check(id="FAC-014", find=_no_lactation_room, applies=has("facilities")),
    Check(id="FAC-016", find=_evidence_too_old, applies=has("facilities")),
    Check(id="FAC-018", find=_turned_to_other_use, applies=has("facilities")),
)
