"""FAC-004 and FAC-012: facilities for vulnerable groups are there, and cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.model.channel import VulnerableGroup
from pst_standards.rules.binding import rule
from pst_standards.rules.checks.resources import serves_vulnerable
from pst_standards.rules.context import Context, Hit


@rule("FAC-004")
def groups_not_served(context: Context) -> Iterator[Hit]:
    facilities = context.definition.facilities
    pointer = ("facilities",) if facilities else ()
    if not any(map(serves_vulnerable, facilities)):
        yield Hit(pointer, variant="none")
        return
    served = {group for facility in facilities for group in facility.groups}
    missing = tuple(group.value for group in VulnerableGroup if group not in served)
    if missing:
        yield Hit(pointer, {"groups": missing}, "some")


@rule(
    "FAC-012",
    applies=lambda context: any(map(serves_vulnerable, context.definition.facilities)),
)
def special_facility_charged(context: Context) -> Iterator[Hit]:
    for place, facility in enumerate(context.definition.facilities):
        if serves_vulnerable(facility) and facility.fee:
            yield Hit(("facilities", place, "fee"), {"facility": facility.id, "fee": facility.fee})
