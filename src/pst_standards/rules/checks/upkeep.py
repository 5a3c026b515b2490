"""LIFE-014, LIFE-015, LIFE-016, LIFE-022: a standard in use is evaluated and reviewed in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.law import Regulation
from pst_standards.model.standard import LifeCycle, ReviewScope, ServiceStandard
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.lives import PROCESS_FROM, lives, set_on, tells_of_life
from pst_standards.rules.months import months_after

_EVALUATION: Final = 12
_REVIEW: Final = 36


def _evaluation_overdue(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        life = placed.standard.life_cycle or LifeCycle()
        # A review looks at all that an evaluation does, and more.
        done = _until(context.as_of, (*life.evaluated_on, *life.reviewed_on))
        yield from _overdue(placed, done, _EVALUATION, "evaluated_on", context)


def _review_overdue(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        life = placed.standard.life_cycle or LifeCycle()
        done = _until(context.as_of, life.reviewed_on)
        yield from _overdue(placed, done, _REVIEW, "reviewed_on", context)


def _until(on: date, days: Sequence[date]) -> list[date]:
    return sorted(day for day in days if day <= on)


def _overdue(
    placed: Placed, done: list[date], months: int, key: str, context: Context
) -> Iterator[Hit]:
    """Find a standard whose last look, or first day of use, lies further back than it may."""
    begun = _in_use_from(placed.standard)
    last = max(filter(None, (begun, *done[-1:])), default=None)
    if last is None or (due := _due(last, months)) >= context.as_of:
        return
    params = {"standard": placed.standard.id, "last": last.isoformat(), "due": due.isoformat()}
    yield Hit(_place(placed, key), params, "overdue" if last in done else "never")


def _due(last: date, months: int) -> date:
    """Return the last day for the next look; the duty began with PP 96/2012."""
    return months_after(max(last, PROCESS_FROM), months)


def _in_use_from(standard: ServiceStandard) -> date | None:
    """Return the day on which a standard came into use: what is not yet used cannot be judged."""
    life = standard.life_cycle
    days = (set_on(standard), life.in_force_from if life else None)
    return max(filter(None, days), default=None)


def _place(placed: Placed, key: str) -> Pointer:
    life = placed.standard.life_cycle
    if life is None:
        return placed.pointer
    at = (*placed.pointer, "life_cycle")
    return (*at, key) if getattr(life, key) else at


def _review_not_yearly_or_whole(context: Context) -> Iterator[Hit]:
    for placed, life, pointer in lives(PROCESS_FROM, context):
        done = _until(context.as_of, life.reviewed_on)
        if not done:
            continue
        if life.review_scope is ReviewScope.PART:
            yield Hit((*pointer, "review_scope"), variant="part")
        last = max(done[-1], _in_use_from(placed.standard) or done[-1])
        # A review older than three years is reported by LIFE-015.
        if _due(last, _EVALUATION) < context.as_of <= _due(last, _REVIEW):
            yield Hit((*pointer, "reviewed_on"), {"last": done[-1].isoformat()}, "seldom")


def _basis_replaced_since(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        begun = set_on(placed.standard)
        if begun is None:
            continue
        life = placed.standard.life_cycle or LifeCycle()
        looked = _until(context.as_of, (begun, *life.reviewed_on))
        for pointer, known in _replaced(placed, context):
            if looked and known.superseded(looked[-1]) is False:
                yield Hit(
                    pointer,
                    {
                        "regulation": str(known.key),
                        "until": str(known.in_force_until),
                        "replaced_by": ", ".join(map(str, known.replaced_by)) or "-",
                        "looked": looked[-1].isoformat(),
                    },
                )


def _replaced(placed: Placed, context: Context) -> Iterator[tuple[Pointer, Regulation]]:
    """Yield the regulations of a legal basis that surely no longer hold, but for the successor."""
    for one in context.legal_bases.get((*placed.pointer, "legal_basis"), ()):
        for key in sorted(one.keys & context.law.ended):
            known = context.law.get(key)
            if known is None or one.keys.intersection(known.replaced_by):
                continue
            if known.superseded(context.as_of):
                yield one.pointer, known


def _is_dated(context: Context) -> bool:
    return any(_in_use_from(one) or one.life_cycle for one in context.definition.standards)


CHECKS: Final = (
    Check(id="LIFE-014", find=_evaluation_overdue, applies=_is_dated),
    Check(id="LIFE-015", find=_review_overdue, applies=_is_dated),
    Check(id="LIFE-016", find=_review_not_yearly_or_whole, applies=tells_of_life),
    Check(id="LIFE-022", find=_basis_replaced_since, applies=_is_dated),
)
