"""STD-018 to STD-021: the time limit is measurable, starts somewhere, covers the whole process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.findings import Param, Pointer
from pst_standards.model.channel import TimeUnit
from pst_standards.model.delivery import Limit, Step, TimeScope
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.time_scope import says_served, says_until_the_end, says_waiting
from pst_standards.rules.whole_process import limit_of_step, of_every_request, outlasted
from pst_standards.rules.wordings import (
    says,
    states_event,
    states_plain_days,
    states_time,
    words_of,
)


def _has_limits(context: Context) -> bool:
    return any(node.limits for node, _, _ in context.each("time_limit"))


def _limits(context: Context) -> Iterator[tuple[Limit, Pointer]]:
    for node, pointer, _ in context.each("time_limit"):
        for place, limit in enumerate(node.limits):
            yield limit, (*pointer, "limits", place)


def _not_measurable(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("time_limit"):
        if not node.limits and not states_time(node.note):
            yield Hit(pointer, variant="none")
    for limit, pointer in _limits(context):
        missing = tuple(name for name in ("value", "unit") if getattr(limit, name) is None)
        if missing and not states_time(limit.text):
            yield Hit(pointer, {"missing": missing})


def _no_start_event(context: Context) -> Iterator[Hit]:
    for limit, pointer in _limits(context):
        if not says(limit.start) and not states_event(limit.text):
            yield Hit(pointer)


def _scope_in_words(limit: Limit) -> TimeScope | None:
    """Return what a limit covers where only its words tell, as in published standards."""
    words = words_of(limit.text, limit.start)
    if says_waiting(words):
        return TimeScope.WAITING
    return TimeScope.WHOLE_PROCESS if says_until_the_end(words) else None


def _not_the_whole_process(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("time_limit"):
        scopes = {limit.scope or _scope_in_words(limit) for limit in node.limits}
        # Self-service is over when it begins: its limit is the whole process.
        if not scopes or TimeScope.WHOLE_PROCESS in scopes or scopes == {TimeScope.SELF_SERVICE}:
            continue
        if None in scopes:
            yield Hit(pointer, variant="unstated")
        else:
            stated = tuple(sorted(scope.value for scope in scopes if scope))
            yield Hit(pointer, {"scopes": stated})


def _whole_process(context: Context) -> Iterator[Hit]:
    yield from _not_the_whole_process(context)
    for node, pointer, placed in context.each("time_limit"):
        whole = of_every_request(node.limits)
        if whole:
            yield from _longer_limits(node.limits, (*pointer, "limits"), whole)
            steps = placed.standard.procedure.steps if placed.standard.procedure else ()
            yield from _longer_steps(steps, (*placed.pointer, "procedure", "steps"), whole)


def _longer_limits(
    limits: Sequence[Limit], pointer: Pointer, whole: Sequence[Limit]
) -> Iterator[Hit]:
    for place, limit in enumerate(limits):
        if limit.scope in {TimeScope.WHOLE_PROCESS, TimeScope.SELF_SERVICE}:
            continue
        unsaid = limit.case is not None or limit.scope is None
        other = outlasted(limit, _counted_with_the_wait(whole, limit))
        if other:
            yield _longer(limit, other, (*pointer, place), unsaid=unsaid)


def _counted_with_the_wait(whole: Sequence[Limit], limit: Limit) -> list[Limit]:
    """Return the whole processes that a part lies in; a wait may lie before them."""
    may_wait = (limit.scope or _scope_in_words(limit)) is TimeScope.WAITING
    return [one for one in whole if not (may_wait and says_served(words_of(one.start)))]


def _longer_steps(steps: Sequence[Step], here: Pointer, whole: Sequence[Limit]) -> Iterator[Hit]:
    for place, step in enumerate(steps):
        limit = limit_of_step(step)
        if limit and (other := outlasted(limit, whole)):
            yield _longer(limit, other, (*here, place, "time"), unsaid=bool(step.branches))


def _longer(limit: Limit, other: Limit, pointer: Pointer, *, unsaid: bool) -> Hit:
    params = {**_shown(limit), **{f"whole_{key}": one for key, one in _shown(other).items()}}
    return Hit(pointer, params, "outlasted_unsaid" if unsaid else "outlasted")


def _shown(limit: Limit) -> dict[str, Param]:
    return {"value": limit.value, "unit": limit.unit.value if limit.unit else ""}


def _kind_of_day_open(context: Context) -> Iterator[Hit]:
    for limit, pointer in _limits(context):
        plain = limit.unit is TimeUnit.DAY
        if plain or (limit.unit is None and states_plain_days(limit.text)):
            yield Hit(pointer, {"value": limit.value})


CHECKS: Final = (
    Check(id="STD-018", find=_not_measurable, applies=has_component("time_limit")),
    Check(id="STD-019", find=_no_start_event, applies=_has_limits),
    Check(id="STD-020", find=_whole_process, applies=_has_limits),
    Check(id="STD-021", find=_kind_of_day_open, applies=_has_limits),
)
