"""PGD-010, 024, 040, 043, 044, 052, 055: time limits of complaint handling that are promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.binding import Check
from pst_standards.rules.clocks import PromisedLimit
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.sp4n import practice_on
from pst_standards.rules.spans import exceeds, falls_short

_PRACTICE: Final = (
    ClockStage.VERIFICATION,
    ClockStage.INFORMATION,
    ClockStage.ASPIRATION,
    ClockStage.WITHOUT_EXAMINATION,
    ClockStage.WITH_EXAMINATION,
)


def _hit(promise: PromisedLimit, days: int, *citations: str) -> Hit:
    params = {"value": promise.value, "unit": promise.unit.value, "days": days}
    return Hit(promise.pointer, params, citations=citations)


def _too_long(stage: ClockStage, days: int, context: Context) -> Iterator[Hit]:
    """Yield the duties of the office of one kind that take longer than the law lets them."""
    for promise in context.clocks.get(stage, ()):
        if exceeds(promise.value, promise.unit, days):
            yield _hit(promise, days)


def _too_short(stage: ClockStage, days: int, context: Context) -> Iterator[Hit]:
    """Yield the windows of the complainant of one kind that are shorter than the law's."""
    for promise in context.clocks.get(stage, ()):
        if falls_short(promise.value, promise.unit, days):
            yield _hit(promise, days)


def _promised(stages: Iterable[ClockStage], context: Context) -> bool:
    return any(stage in context.clocks for stage in stages)


def _longer_than_practice(context: Context) -> Iterator[Hit]:
    practice = practice_on(context.as_of)
    if practice is None:
        return
    for stage in _PRACTICE:
        days = practice.days[stage]
        for promise in context.clocks.get(stage, ()):
            if exceeds(promise.value, promise.unit, days):
                hit = _hit(promise, days, str(practice.regulation))
                named = {"stage": stage.id, "stage_en": stage.en}
                yield hit._replace(params={**hit.params, **named})


def _closed_too_soon(context: Context) -> Iterator[Hit]:
    practice = practice_on(context.as_of)
    if practice is None:
        return
    days = practice.days[ClockStage.REACTION]
    for promise in context.clocks.get(ClockStage.REACTION, ()):
        # Unlike the act, practice itself counts in working days.
        in_kind = promise.unit is TimeUnit.WORKING_DAY
        if promise.value < days if in_kind else falls_short(promise.value, promise.unit, days):
            yield _hit(promise, days, str(practice.regulation))


CHECKS: Final = (
    Check(id="PGD-010", find=_longer_than_practice, applies=partial(_promised, _PRACTICE)),
    Check(
        id="PGD-024",
        find=partial(_too_short, ClockStage.COMPLAIN, 30),
        applies=partial(_promised, (ClockStage.COMPLAIN,)),
    ),
    Check(
        id="PGD-040",
        find=partial(_too_long, ClockStage.FIRST_ANSWER, 14),
        applies=partial(_promised, (ClockStage.FIRST_ANSWER,)),
    ),
    Check(
        id="PGD-043",
        find=partial(_too_long, ClockStage.DECISION, 60),
        applies=partial(_promised, (ClockStage.DECISION,)),
    ),
    Check(
        id="PGD-044",
        find=partial(_too_long, ClockStage.DELIVERY, 14),
        applies=partial(_promised, (ClockStage.DELIVERY,)),
    ),
    Check(
        id="PGD-052",
        find=partial(_too_short, ClockStage.COMPLETION, 30),
        applies=partial(_promised, (ClockStage.COMPLETION,)),
    ),
    Check(id="PGD-055", find=_closed_too_soon, applies=partial(_promised, (ClockStage.REACTION,))),
)
