"""LIFE-023 and LIFE-024: a one-door service works by delegation and answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.channel import Decree
from pst_standards.model.office import IntegratedService, IntegrationForm
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import says

_PLACE: Final = ("office", "integrated_service")


def _one_door(context: Context) -> IntegratedService | None:
    office = context.definition.office
    joined = office.integrated_service if office else None
    return joined if joined and joined.form is IntegrationForm.ONE_DOOR else None


def _is_one_door(context: Context) -> bool:
    return _one_door(context) is not None


def _no_delegation(context: Context) -> Iterator[Hit]:
    joined = _one_door(context)
    if joined is not None and not _is_named(joined.delegation or Decree()):
        yield Hit((*_PLACE, "delegation") if joined.delegation else _PLACE)


def _is_named(decree: Decree) -> bool:
    return says(decree.number) or says(decree.title)


def _no_report(context: Context) -> Iterator[Hit]:
    joined = _one_door(context)
    if joined is not None and not says(joined.reporting):
        yield Hit(_PLACE)


CHECKS: Final = (
    Check(id="LIFE-023", find=_no_delegation, applies=_is_one_door),
    Check(id="LIFE-024", find=_no_report, applies=_is_one_door),
)
