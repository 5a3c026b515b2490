"""Which limits of a standard last longer than the one that it sets for the whole process.

A summary that only tells the limit of the whole would promise what the standard does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pst_standards.model.channel import Channel, Duration
from pst_standards.model.delivery import Actor, Limit, Step, TimeScope
from pst_standards.rules.detectors.spoken_time import Measure
from pst_standards.rules.spans import surely_longer, surely_within


def of_every_request(limits: Iterable[Limit]) -> list[Limit]:
    """Return the limits for the whole process that hold for every kind of request.

    >>> of_every_request([Limit(scope=TimeScope.WAITING)])
    []
    """
    return [one for one in limits if one.scope is TimeScope.WHOLE_PROCESS and one.case is None]


def measure_of(stated: Limit | Duration | None) -> Measure | None:
    """Return the number and unit of a limit, ``None`` where one is missing.

    >>> measure_of(Limit(value=3)) is None
    True
    """
    if stated is None or stated.value is None or stated.unit is None:
        return None
    return Measure(stated.value, stated.unit)


def outlasted(limit: Limit, whole: Sequence[Limit]) -> Limit | None:
    """Return the whole process that a limit of the same channel surely outlasts, if any.

    >>> from pst_standards.model.channel import TimeUnit
    >>> day, whole = TimeUnit.WORKING_DAY, TimeScope.WHOLE_PROCESS
    >>> outlasted(Limit(value=30, unit=day), [Limit(value=3, unit=day, scope=whole)]).value
    3
    """
    own = measure_of(limit)
    for one in whole if own else ():
        other = measure_of(one)
        if own and other and _on(one) & _on(limit) and surely_longer(own, other):
            return one
    return None


def limit_of_step(step: Step) -> Limit | None:
    """Return the time of a step as a limit, ``None`` where it has none or is the user's own.

    >>> limit_of_step(Step(actor=Actor.USER, time=Duration(value=7))) is None
    True
    """
    time = step.time
    if time is None or step.actor is Actor.USER:
        return None
    return Limit(value=time.value, unit=time.unit, channels=step.channels, case=step.text)


def is_within(limit: Limit, whole: Sequence[Limit]) -> bool:
    """Tell whether on each of its channels a limit ends by that of the whole process.

    >>> is_within(Limit(), [])
    False
    """
    own = measure_of(limit)
    bounds = [(_on(one), found) for one in whole if (found := measure_of(one))]
    return own is not None and all(
        any(channel in on and surely_within(own, found) for on, found in bounds)
        for channel in _on(limit)
    )


def _on(limit: Limit) -> set[Channel]:
    return set(limit.channels or Channel)
