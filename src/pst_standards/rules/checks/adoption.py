"""LIFE-011, LIFE-012, LIFE-018: who set a standard, its use, and the first one of a new office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pst_standards.model.channel import Decree
from pst_standards.model.definition import Stage
from pst_standards.model.office import Office
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.positions import is_below_leader, is_leader
from pst_standards.rules.lives import (
    LAW_FROM,
    PROCESS_FROM,
    lives,
    made_since,
    set_on,
    tells_of_life,
)
from pst_standards.rules.months import months_after
from pst_standards.rules.wordings import says

_NEW_OFFICE: Final = 6
_FORMED: Final = ("office", "formed_on")


def _not_set_by_leader(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    for placed in made_since(LAW_FROM, context):
        decree = placed.standard.decree
        if decree is None or _is_delegated(decree, office) or _is_by_head(decree, office):
            continue
        positions = tuple(_positions(decree))
        if positions and not any(map(is_leader, positions)):
            surely = any(map(is_below_leader, positions))
            variant = "" if surely else "unclear"
            yield Hit((*placed.pointer, "decree"), {"position": positions[0]}, variant)


def _is_delegated(decree: Decree, office: Office | None) -> bool:
    """Tell whether the setting of standards was handed down, as to a one-door service."""
    joined = office.integrated_service if office else None
    return says(decree.delegated_by) or (joined is not None and joined.delegation is not None)


def _is_by_head(decree: Decree, office: Office | None) -> bool:
    head, signer = office.head if office else None, decree.signer
    if head is None:
        return False
    same_person = signer is not None and says(head.name) and signer.name == head.name
    return same_person or (says(head.position) and decree.issuer == head.position)


def _positions(decree: Decree) -> Iterator[str]:
    """Yield the positions by which somebody set a standard."""
    signer = decree.signer
    for text in (signer.position if signer else None, decree.issuer):
        if text is not None and says(text):
            yield str(text)


def _has_decree(context: Context) -> bool:
    return any(one.decree is not None for one in context.definition.standards)


def _not_applied(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(LAW_FROM, context):
        if life.in_force_from is None and not life.evaluated_on and not says(life.applied):
            yield Hit(pointer)


def _new_office_late(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    formed = office.formed_on if office else None
    if formed is None or not _is_under_duty(formed, context):
        return
    due = months_after(formed, _NEW_OFFICE)
    params = {"formed": formed.isoformat(), "due": due.isoformat()}
    known = sorted(_days_set(context))
    if known and known[0] <= context.as_of:
        if known[0] > due:
            yield Hit(_FORMED, {**params, "first": known[0].isoformat()}, "late")
    elif due < context.as_of and (known or context.stage is not Stage.ADOPTED):
        yield Hit(_FORMED, params)


def _is_under_duty(formed: date, context: Context) -> bool:
    """Tell whether the six months ran for an office, and nothing hides when they were kept.

    A standard that replaces one of an unknown day says only that there was one before.
    """
    replaced = (one.replaces for one in context.definition.standards if one.replaces)
    return formed > PROCESS_FROM and all(decree.date for decree in replaced)


def _days_set(context: Context) -> Iterator[date]:
    for standard in context.definition.standards:
        replaced = standard.replaces.date if standard.replaces else None
        yield from filter(None, (set_on(standard), replaced))


def _tells_when_formed(context: Context) -> bool:
    office = context.definition.office
    return office is not None and office.formed_on is not None


CHECKS: Final = (
    Check(id="LIFE-011", find=_not_set_by_leader, applies=_has_decree),
    Check(id="LIFE-012", find=_not_applied, applies=tells_of_life),
    Check(id="LIFE-018", find=_new_office_late, applies=_tells_when_formed),
)
