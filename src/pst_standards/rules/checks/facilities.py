"""FAC-004 and FAC-012: facilities for vulnerable groups are there, and cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.channel import VulnerableGroup
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit


def _groups_not_served(context: Context) -> Iterator[Hit]:
    facilities = context.definition.facilities
    pointer = ("facilities",) if facilities else ()
    if not context.special_facilities:
        yield Hit(pointer, variant="none")
        return
    served = {group for facility in facilities for group in facility.groups}
    missing = tuple(group.value for group in VulnerableGroup if group not in served)
    if missing:
        yield Hit(pointer, {"groups": missing}, "some")


def _special_facility_charged(context: Context) -> Iterator[Hit]:
    for place, facility in enumerate(context.definition.facilities):
        if facility.fee and facility.id in context.special_facilities:
            yield Hit(("facilities", place, "fee"), {"facility": facility.id, "fee": facility.fee})


CHECKS: Final = (
    Check(id="FAC-004", find=_groups_not_served),
    Check(
        id="FAC-012",
        find=_special_facility_charged,
        applies=lambda context: bool(context.special_facilities),
    ),
)
