"""The standards with what is told of their making, and the day on which each was set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.standard import LifeCycle, ServiceStandard
from pst_standards.rules.context import Context, Placed
from pst_standards.rules.wordings import says

LAW_FROM: Final = date(2009, 7, 18)
"""First day of UU 25/2009, which asks for the public and for standards that are applied."""
PROCESS_FROM: Final = date(2012, 10, 30)
"""First day of PP 96/2012, which orders the steps; what was set before went another way."""


class Lived(NamedTuple):
    """A standard with its life cycle and the pointer of that."""

    placed: Placed
    life: LifeCycle
    pointer: Pointer


def set_on(standard: ServiceStandard) -> date | None:
    """Return the day on which a standard was set, by its life cycle or by its decree."""
    life, decree = standard.life_cycle, standard.decree
    return (life.adopted_on if life else None) or (decree.date if decree else None)


def made_since(day: date, context: Context) -> Iterator[Placed]:
    """Yield the standards that are not known to have been set before a day."""
    for placed in context.standards:
        adopted = set_on(placed.standard)
        if adopted is None or adopted >= day:
            yield placed


def lives(since: date, context: Context) -> Iterator[Lived]:
    """Yield the standards that tell of their making and were not set before a day."""
    for placed in made_since(since, context):
        life = placed.standard.life_cycle
        if life is not None:
            yield Lived(placed, life, (*placed.pointer, "life_cycle"))


def tells_of_life(context: Context) -> bool:
    """Tell whether some standard has a life cycle."""
    # A loop, as a generator would take twice as long, and many rules ask.
    for one in context.definition.standards:  # noqa: SIM110
        if one.life_cycle is not None:
            return True
    return False


def has_minutes(life: LifeCycle) -> bool:
    """Tell whether there are minutes of the discussion, signed or not."""
    return life.minutes_signed_on is not None or life.minutes is not None


def was_discussed(life: LifeCycle) -> bool:
    """Tell whether anything shows that the draft was discussed with the public."""
    present = any(map(says, life.participants)) or bool(life.participant_count)
    return life.discussed_on is not None or has_minutes(life) or present


def discussed_on(life: LifeCycle) -> date | None:
    """Return the day of the discussion; that of its minutes where only they are dated."""
    return life.discussed_on or life.minutes_signed_on
