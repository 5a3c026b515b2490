"""KOMP-003 to KOMP-006: what is promised for lateness can be applied without argument."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.compensation import CompensationRule, RemedyKind, Tier, Trigger
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit

TIMED: Final = frozenset({None, Trigger.LATE, Trigger.WAITING_WITHOUT_INFORMATION})
"""Triggers that are measured in time; a promise without a trigger is taken as one."""
_SCALES: Final = (
    (RemedyKind.SPOKEN_APOLOGY, RemedyKind.WRITTEN_APOLOGY, RemedyKind.APOLOGY_OF_HEAD),
    (RemedyKind.DRINK, RemedyKind.SNACK, RemedyKind.SOUVENIR),
    (RemedyKind.PRIORITY_NEXT_VISIT, RemedyKind.NO_QUEUE),
)
"""Remedies that compare, each scale from the weakest up; across scales nothing is said."""


class _Step(NamedTuple):
    """A tier with its pointer and its bounds as numbers; an open end is ``None``."""

    pointer: Pointer
    tier: Tier
    lower: int
    upper: int | None


def has_promises(context: Context) -> bool:
    """Tell whether something is promised for a service below the standard."""
    return bool(context.promises)


def _steps(promise: CompensationRule, pointer: Pointer) -> list[_Step]:
    """Return the tiers in order of time; a first tier without a lower bound begins at nought."""
    steps = [
        _Step((*pointer, "tiers", place), tier, tier.lower or 0, tier.upper)
        for place, tier in enumerate(promise.tiers)
        if tier.lower is not None or tier.upper is not None
    ]
    return sorted(steps, key=lambda step: step.lower)


def _no_threshold(context: Context) -> Iterator[Hit]:
    for promise, pointer, _ in context.promises:
        if promise.trigger not in TIMED:
            continue
        bounded = all(one.lower is not None or one.upper is not None for one in promise.tiers)
        parts = {"tiers": bool(promise.tiers) and bounded, "unit": promise.unit is not None}
        missing = tuple(name for name, stated in parts.items() if not stated)
        if missing:
            yield Hit(pointer, {"rule": promise.id, "missing": missing})


def _tiers_do_not_join(context: Context) -> Iterator[Hit]:
    for promise, pointer, _ in context.promises:
        steps = _steps(promise, pointer)
        unit = promise.unit.value if promise.unit else ""
        for found in _joints(steps):
            yield found._replace(params={**found.params, "unit": unit})


def _joints(steps: list[_Step]) -> Iterator[Hit]:
    for step in steps:
        if step.upper is not None and step.upper <= step.lower:
            yield Hit(step.pointer, {"from": step.lower, "to": step.upper}, "inverted")
    for before, after in pairwise(steps):
        if before.upper is not None and before.upper < after.lower:
            yield Hit(after.pointer, {"from": before.upper, "to": after.lower}, "gap")
        elif before.upper is None or before.upper > after.lower:
            yield _overlap(before, after)
    yield from _ends(steps)


def _overlap(before: _Step, after: _Step) -> Hit:
    ends = [end for end in (before.upper, after.upper) if end is not None]
    if not ends:
        return Hit(after.pointer, {"from": after.lower}, "overlap_open")
    return Hit(after.pointer, {"from": after.lower, "to": min(ends)}, "overlap")


def _ends(steps: list[_Step]) -> Iterator[Hit]:
    """Say where the tiers begin late or stop; both may be meant."""
    if steps and steps[0].lower > 0:
        yield Hit(steps[0].pointer, {"from": 0, "to": steps[0].lower}, "start")
    if steps and all(step.upper is not None for step in steps):
        last = max(steps, key=lambda step: step.upper or 0)
        yield Hit(last.pointer, {"from": last.upper}, "end")


def _remedies_weaken(context: Context) -> Iterator[Hit]:
    for promise, pointer, _ in context.promises:
        for before, after in pairwise(_steps(promise, pointer)):
            if _is_weaker(after.tier, before.tier):
                yield Hit(after.pointer, {"from": after.lower})


def _is_weaker(later: Tier, earlier: Tier) -> bool:
    """Whether a longer delay surely earns less: the earlier tier tops all that it holds."""
    mine = {one.kind for one in later.remedies if one.kind}
    before = {one.kind for one in earlier.remedies if one.kind}
    unnamed = any(one.kind is None for one in later.remedies)
    if unnamed or mine >= before:
        return False
    return all(any(_tops(other, one) for other in before) for one in mine)


def _tops(other: RemedyKind, one: RemedyKind) -> bool:
    """Whether ``other`` is the same remedy or a stronger one of its scale."""
    if other is one:
        return True
    return any(
        one in scale and other in scale and scale.index(other) > scale.index(one)
        for scale in _SCALES
    )


def _clock_not_stated(context: Context) -> Iterator[Hit]:
    for promise, pointer, _ in context.promises:
        if promise.trigger in TIMED and promise.clock is None:
            yield Hit(pointer, {"rule": promise.id})


CHECKS: Final = (
    Check(id="KOMP-003", find=_no_threshold, applies=has_promises),
    Check(id="KOMP-004", find=_tiers_do_not_join, applies=has_promises),
    Check(id="KOMP-005", find=_remedies_weaken, applies=has_promises),
    Check(id="KOMP-006", find=_clock_not_stated, applies=has_promises),
)
