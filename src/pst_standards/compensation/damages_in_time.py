"""KOMP-027 to KOMP-031: whether each step of a claim for damages came in its time.

The act does not say which days its limits mean. What is late by both readings is late; what is
late by the strict one only is a doubt that goes to the citizen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pst_standards.calendar.errors import CalendarError
from pst_standards.compensation.damages import DamagesClock, DamagesStep, damages_standing
from pst_standards.compensation.errors import EventError
from pst_standards.findings import Pointer
from pst_standards.model.damages import DamagesCase
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit


def _clock(case: DamagesCase, step: DamagesStep) -> DamagesClock | None:
    """Return a limit that began and was kept or missed; none where its days cannot be counted."""
    try:
        clock = damages_standing(case).clock(step)
    except (EventError, CalendarError):
        return None  # dates out of order are told as such, and nobody knows the days of the year
    return None if clock is None or clock.done_on is None else clock


def _began(step: DamagesStep) -> Callable[[DamagesCase], bool]:
    def applies(case: DamagesCase) -> bool:
        return _clock(case, step) is not None

    return applies


def _late(
    step: DamagesStep, at: Pointer, *, doubt: bool = True
) -> Callable[[DamagesCase], Iterator[Hit]]:
    """Return what finds a step that came late; ``doubt`` tells of the strict reading too."""

    def find(case: DamagesCase) -> Iterator[Hit]:
        clock = _clock(case, step)
        if clock is None or clock.done_on is None:
            return
        days = (clock.strict, clock.lenient)
        params = {
            "done": clock.done_on.isoformat(),
            "strict": clock.strict.isoformat(),
            "lenient": clock.lenient.isoformat(),
        }
        if clock.done_on > max(days):
            yield Hit(at, params, "late" if doubt else "")
        elif doubt and clock.done_on > min(days):
            yield Hit(at, params, "strict")

    return find


def _check(
    name: str, step: DamagesStep, at: Pointer, *, doubt: bool = True
) -> CaseCheck[DamagesCase]:
    return CaseCheck(id=name, find=_late(step, at, doubt=doubt), applies=_began(step))


IN_TIME: Final = (
    _check("KOMP-027", DamagesStep.CLAIM, ("claimed_on",), doubt=False),
    _check("KOMP-028", DamagesStep.ANSWER, ("answered_on",)),
    _check("KOMP-029", DamagesStep.DECISION, ("decision", "decided_on")),
    _check("KOMP-030", DamagesStep.DELIVERY, ("decision", "delivered_on")),
    _check("KOMP-031", DamagesStep.PAYMENT, ("paid_on",), doubt=False),
)
