"""EXE-001 to EXE-004: who serves, who takes complaints, and what they can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.manufacturing import CompetenceDimension
from pst_standards.model.staff import StaffGroup, StaffRole
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_services, may_be_of_bps
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import says

_DIMENSIONS: Final = (
    CompetenceDimension.KNOWLEDGE,
    CompetenceDimension.EXPERTISE,
    CompetenceDimension.SKILL,
    CompetenceDimension.EXPERIENCE,
)
"""Those of the elucidation of Pasal 21 huruf h; attitude is not one of them."""


def _groups(context: Context) -> tuple[StaffGroup, ...]:
    """Return the groups that have somebody in them, as far as they say."""
    staff = context.definition.staff
    return tuple(group for group in (staff.groups if staff else ()) if group.count != 0)


def _where(context: Context, key: str) -> Pointer:
    staff = context.definition.staff
    if staff is None:
        return ()
    return ("staff", key) if getattr(staff, key) else ("staff",)


def _groups_missing(context: Context) -> Iterator[Hit]:
    filled = {group.role for group in _groups(context)}
    missing = tuple(role.value for role in StaffRole if role not in filled)
    if missing:
        yield Hit(_where(context, "groups"), {"missing": missing})


def _service_without_executor(context: Context) -> Iterator[Hit]:
    groups = _groups(context)
    anyone = any(one.role is StaffRole.SERVICE and not one.services for one in groups)
    staffed = {name for group in groups for name in group.services}
    staffed |= {
        placed.standard.service
        for node, _, placed in context.each("staffing")
        if node.count and placed.standard.service
    }
    for place, service in enumerate(context.definition.services):
        if not anyone and service.id not in staffed:
            yield Hit(("services", place), {"service": service.id})


def _no_complaint_officer(context: Context) -> Iterator[Hit]:
    complaints = context.definition.complaints
    mechanism = complaints.mechanism if complaints else None
    assigned = (
        any(group.role is StaffRole.COMPLAINT for group in _groups(context))
        or (mechanism is not None and says(mechanism.handlers))
        or (complaints is not None and complaints.decree is not None)
    )
    if not assigned:
        yield Hit(_where(context, "groups"))


def _competence_not_covered(context: Context) -> Iterator[Hit]:
    staff = context.definition.staff
    items = list(staff.competences if staff else ())
    for node, _, _ in context.each("competence"):
        items.extend(node.items)
    covered = {item.dimension for item in items}
    missing = tuple(one.value for one in _DIMENSIONS if one not in covered)
    if missing:
        yield Hit(_where(context, "competences"), {"missing": missing})


CHECKS: Final = (
    Check(id="EXE-001", find=_groups_missing, applies=may_be_of_bps),
    Check(
        id="EXE-002",
        find=_service_without_executor,
        applies=has_services,
    ),
    Check(id="EXE-003", find=_no_complaint_officer),
    Check(id="EXE-004", find=_competence_not_covered),
)
