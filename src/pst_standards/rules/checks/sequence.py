"""LIFE-010 and LIFE-017: the steps come in their order, and a change goes through them anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.standard import LifeCycle
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.lives import PROCESS_FROM, lives, tells_of_life

_STEPS: Final = (
    "discussed_on",
    "minutes_signed_on",
    "draft_published_on",
    "comments_until",
    "revised_on",
    "adopted_on",
    "in_force_from",
)


class _Step(NamedTuple):
    """A step that is dated: its key, its day, and where the date stands."""

    key: str
    day: date
    pointer: Pointer


def _steps_out_of_order(context: Context) -> Iterator[Hit]:
    for placed, life, _ in lives(PROCESS_FROM, context):
        for first, second in pairwise(_dated(placed, life)):
            if second.day < first.day:
                yield Hit(
                    second.pointer,
                    {
                        "step": second.key,
                        "on": second.day.isoformat(),
                        "before": first.key,
                        "before_on": first.day.isoformat(),
                    },
                )


def _dated(placed: Placed, life: LifeCycle) -> Iterator[_Step]:
    decree = placed.standard.decree
    for key in _STEPS:
        day = getattr(life, key)
        if day is not None:
            yield _Step(key, day, (*placed.pointer, "life_cycle", key))
        elif key == "adopted_on" and decree is not None and decree.date is not None:
            yield _Step("decree", decree.date, (*placed.pointer, "decree", "date"))


def _change_not_discussed_anew(context: Context) -> Iterator[Hit]:
    for placed, life, pointer in lives(PROCESS_FROM, context):
        replaced = placed.standard.replaces
        if replaced is None:
            continue
        if life.draft_published_on is None:
            yield Hit(pointer, variant="unpublished")
        for step in _steps_before(replaced.date, life):
            params = {"step": step[0], "on": step[1].isoformat(), "replaced_on": str(replaced.date)}
            yield Hit((*pointer, step[0]), params, "earlier")


def _steps_before(replaced: date | None, life: LifeCycle) -> Iterator[tuple[str, date]]:
    """Yield the discussion and the publication that belong to the standard that was replaced."""
    discussion = "discussed_on" if life.discussed_on else "minutes_signed_on"
    for key in (discussion, "draft_published_on"):
        day = getattr(life, key)
        if replaced is not None and day is not None and day < replaced:
            yield key, day


def _is_a_change(context: Context) -> bool:
    return any(one.replaces and one.life_cycle for one in context.definition.standards)


CHECKS: Final = (
    Check(id="LIFE-010", find=_steps_out_of_order, applies=tells_of_life),
    Check(id="LIFE-017", find=_change_not_discussed_anew, applies=_is_a_change),
)
