"""STD-048: for whom the recommendation of statistical activities is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.base import Text
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.detectors.finding import flat
from pst_standards.rules.detectors.sales import names_government
from pst_standards.rules.selling import asked_by
from pst_standards.rules.services import ServiceKind


def _recommendations(context: Context) -> list[Placed]:
    return [
        placed
        for placed in context.standards
        if placed.kind is ServiceKind.RECOMMENDATION and placed.standard.requirements is not None
    ]


def _open_to_everybody(context: Context) -> Iterator[Hit]:
    for placed in _recommendations(context):
        if not names_government(flat(*_said_of_users(placed, context))):
            yield Hit((*placed.pointer, "requirements"), {"service": placed.standard.service})


def _said_of_users(placed: Placed, context: Context) -> Iterator[Text | None]:
    service = context.services.get(placed.standard.service or "")
    if service is not None:
        yield from (service.users, service.description)
    yield from asked_by(placed.standard)


CHECKS: Final = (
    Check(
        id="STD-048",
        find=_open_to_everybody,
        applies=lambda context: bool(_recommendations(context)),
    ),
)
