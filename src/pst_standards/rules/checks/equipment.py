"""FAC-002, 003, 005 to 007 and 019: what the facilities that are listed are equipped with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pst_standards.findings import Param
from pst_standards.model.facility import FacilityKind
from pst_standards.model.staff import StaffRole
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.equipment import Equipment, equipment_in
from pst_standards.rules.detectors.measures import tight_in
from pst_standards.rules.detectors.plain import spoken
from pst_standards.rules.premises import of_kind

_WAITING_ROOM: Final = (Equipment.SEATS, Equipment.COOLING)
_TOILET: Final = (
    Equipment.MEN_AND_WOMEN,
    Equipment.BASIN,
    Equipment.TOILETRIES,
    Equipment.CLEAN_WATER,
    Equipment.CLEANING_LOG,
)
_PARKING: Final = (
    Equipment.WHEELS_APART,
    Equipment.ATTENDANT,
    Equipment.TICKET,
    Equipment.CCTV,
    Equipment.HELMETS,
    Equipment.COVER,
    Equipment.DRIVE_THRU,
)
_SAFETY: Final = (Equipment.EXTINGUISHER, Equipment.FIRST_AID, Equipment.EVACUATION)
_FRONT_OFFICE: Final = (
    Equipment.OFFICER,
    Equipment.DESK,
    Equipment.SCREEN,
    Equipment.PRINTED,
    Equipment.GUEST_REGISTER,
)
_ENOUGH_PARKING: Final = 5
"""The guide scores from 0 to 5 by the number of items."""
_SUPPORTING: Final = (FacilityKind.SAFETY, FacilityKind.SUPPORT)


def _is_listed(kinds: tuple[FacilityKind, ...], context: Context) -> bool:
    """Tell whether some facility of these kinds is listed."""
    return bool(of_kind(context.premises, *kinds))


def _equipment(context: Context, *kinds: FacilityKind) -> frozenset[Equipment]:
    """Return what the facilities of some kinds have together: two toilets are judged as one."""
    return equipment_in("\n".join(one.words for one in of_kind(context.premises, *kinds)))


def _missing(
    context: Context,
    kind: FacilityKind,
    asked: tuple[Equipment, ...],
    also: frozenset[Equipment] = frozenset(),
) -> Iterator[Hit]:
    stated = _equipment(context, kind) | also
    missing = tuple(item for item in asked if item not in stated)
    if missing:
        yield Hit(of_kind(context.premises, kind)[0].pointer, _spoken(missing))


def _spoken(items: tuple[Equipment, ...]) -> dict[str, Param]:
    return {
        "missing": tuple(item.id for item in items),
        "missing_en": tuple(item.en for item in items),
    }


def _waiting_room(context: Context) -> Iterator[Hit]:
    return _missing(context, FacilityKind.WAITING_ROOM, _WAITING_ROOM)


def _toilet(context: Context) -> Iterator[Hit]:
    return _missing(context, FacilityKind.TOILET, _TOILET)


def _parking(context: Context) -> Iterator[Hit]:
    stated = _equipment(context, FacilityKind.PARKING)
    missing = tuple(item for item in _PARKING if item not in stated)
    count = len(_PARKING) - len(missing)
    if count < _ENOUGH_PARKING:
        pointer = of_kind(context.premises, FacilityKind.PARKING)[0].pointer
        yield Hit(pointer, {"count": count, "enough": _ENOUGH_PARKING, **_spoken(missing)})


def _safety(context: Context) -> Iterator[Hit]:
    words = [one.words for one in context.premises]
    words.extend(spoken(*(node.note for node, _, _ in context.each("facilities"))))
    for node, _, _ in context.each("safety_guarantee"):
        words.extend(spoken(node.text, *(one.text for one in node.measures)))
    stated = frozenset[Equipment]().union(*map(equipment_in, words))
    missing = tuple(item for item in _SAFETY if item not in stated)
    if missing:
        yield Hit(of_kind(context.premises, *_SUPPORTING)[0].pointer, _spoken(missing))


def _front_office(context: Context) -> Iterator[Hit]:
    also = (
        (Equipment.OFFICER, _has_front_officer),
        (Equipment.GUEST_REGISTER, _asks_to_register),
    )
    known = frozenset(item for item, is_known in also if is_known(context))
    return _missing(context, FacilityKind.FRONT_OFFICE, _FRONT_OFFICE, known)


def _has_front_officer(context: Context) -> bool:
    staff = context.definition.staff
    groups = staff.groups if staff else ()
    return any(group.role is StaffRole.FRONT_OFFICE and group.count != 0 for group in groups)


def _asks_to_register(context: Context) -> bool:
    """Tell whether a standard has its users sign the guest book."""
    return any(Equipment.GUEST_REGISTER in equipment_in(words) for words in _asked(context))


def _asked(context: Context) -> Iterator[str]:
    for node, _, _ in context.each("requirements"):
        yield from spoken(*(item.text for item in node.items))
    for node, _, _ in context.each("procedure"):
        yield from spoken(*(step.text for step in node.steps))


def _figures(context: Context) -> Iterator[Hit]:
    for one in context.premises:
        for found in tight_in(one.words):
            yield Hit(one.pointer, {"stated": found.stated}, found.what)
    for node, pointer, _ in context.each("facilities"):
        for found in tight_in("\n".join(spoken(node.note))):
            yield Hit((*pointer, "note"), {"stated": found.stated}, found.what)


CHECKS: Final = (
    Check(
        id="FAC-002", find=_waiting_room, applies=partial(_is_listed, (FacilityKind.WAITING_ROOM,))
    ),
    Check(id="FAC-003", find=_toilet, applies=partial(_is_listed, (FacilityKind.TOILET,))),
    Check(id="FAC-005", find=_parking, applies=partial(_is_listed, (FacilityKind.PARKING,))),
    Check(id="FAC-006", find=_safety, applies=partial(_is_listed, _SUPPORTING)),
    Check(
        id="FAC-007", find=_front_office, applies=partial(_is_listed, (FacilityKind.FRONT_OFFICE,))
    ),
    Check(id="FAC-019", find=_figures, applies=has("facilities")),
)
