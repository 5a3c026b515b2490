"""KOMP-003 to KOMP-006: what is promised for lateness can be applied without argument."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.compensation import Trigger
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.tiers import joints, weakened

TIMED: Final = frozenset({None, Trigger.LATE, Trigger.WAITING_WITHOUT_INFORMATION})
"""Triggers that are measured in time; a promise without a trigger is taken as one."""


def has_promises(context: Context) -> bool:
    """Tell whether something is promised for a service below the standard."""
    return bool(context.promises)


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
        unit = promise.unit.value if promise.unit else ""
        for kind, place, start, stop in joints(promise.tiers):
            bounds = {"from": start} if stop is None else {"from": start, "to": stop}
            yield Hit((*pointer, "tiers", place), {**bounds, "unit": unit}, kind)


def _remedies_weaken(context: Context) -> Iterator[Hit]:
    for promise, pointer, _ in context.promises:
        for step in weakened(promise.tiers):
            yield Hit((*pointer, "tiers", step.place), {"from": step.lower})


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
