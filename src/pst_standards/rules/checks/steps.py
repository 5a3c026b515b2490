"""STD-014 and STD-015: steps are numbered through, differ, and say who acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from pst_standards.findings import Param
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Actor, Step
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Flow, Hit
from pst_standards.rules.detectors.actors import (
    OFFICE,
    USER,
    acting,
    needs_no_actor,
    occurring,
)
from pst_standards.rules.detectors.complaint_path import holds_service_steps
from pst_standards.rules.detectors.numbering import leading_numbers, steps_in_one
from pst_standards.rules.detectors.reading import comparable, first_words, repeats
from pst_standards.rules.step_numbers import Numbered, breaks
from pst_standards.rules.wordings import says

_FEW_STEPS: Final = 2
_MANY_IN_ONE: Final = 3
_LONG: Final = 3
_BOTH: Final = frozenset({USER, OFFICE})
_SIDES: Final = {
    actor: {Actor.USER: frozenset({USER}), Actor.BOTH: _BOTH}.get(actor, frozenset({OFFICE}))
    for actor in Actor
}


def _has_any_steps(context: Context) -> bool:
    return bool(context.flows or context.complaint_flows)


def _has_service_steps(context: Context) -> bool:
    return any(True for _ in _service_flows(context))


def _steps_out_of_order(context: Context) -> Iterator[Hit]:
    for flow in (*context.flows, *context.complaint_flows):
        yield from _numbers(flow)
        yield from _texts(flow)


def _begin_with(texts: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(leading_numbers, texts))


# Offices share whole procedures: what was found in one is remembered by its texts.
_begin_with_remembered = lru_cache(maxsize=1024)(_begin_with)


def _numbers(flow: Flow) -> Iterator[Hit]:
    written = _begin_with_remembered(flow.words)
    if any(written):
        yield from _numbered_twice(flow, written)
    if len(flow.steps) <= _FEW_STEPS:
        yield from _steps_in_one(flow)
    if not _plainly_in_order(flow.steps):
        yield from _sequence(flow, written)


def _numbered_twice(flow: Flow, written: Sequence[tuple[int, ...]]) -> Iterator[Hit]:
    for place, (step, found) in enumerate(zip(flow.steps, written, strict=True)):
        said = found if step.number is None else (step.number, *found)
        if len(found) > 1 or len(set(said)) > 1 or _lists_anew(step, said):
            yield Hit((*flow.pointer, place), {"first": said[0], "second": said[1]}, "numbering")


def _lists_anew(step: Step, said: Sequence[int]) -> bool:
    """Whether the number in the text of a numbered step opens a list of its own."""
    return len(said) > 1 and steps_in_one(first_words(step.text)) >= _MANY_IN_ONE


def _steps_in_one(flow: Flow) -> Iterator[Hit]:
    for place, step in enumerate(flow.steps):
        count = steps_in_one(first_words(step.text))
        if count >= _MANY_IN_ONE:
            yield Hit((*flow.pointer, place), {"count": count}, "joined")


def _plainly_in_order(steps: tuple[Step, ...]) -> bool:
    """Tell whether steps of each channel stand together, numbered from 1 or through."""
    before = 0
    channels: tuple[Channel, ...] | None = None
    seen: list[tuple[Channel, ...]] = []
    for step in steps:
        starts = step.channels != channels
        if starts and step.channels in seen:
            return False
        if step.number != before + 1 and not (starts and step.number == 1):
            return False
        if starts:
            seen.append(step.channels)
        before, channels = step.number, step.channels
    return True


def _sequence(flow: Flow, written: Sequence[tuple[int, ...]]) -> Iterator[Hit]:
    numbers = [
        step.number if step.number is not None else next(iter(found), None)
        for step, found in zip(flow.steps, written, strict=True)
    ]
    bare = _without_number(flow.steps, numbers)
    if bare:
        params = {"count": len(bare), "total": len(flow.steps)}
        yield Hit((*flow.pointer, bare[0]), params, "unnumbered")
        return
    for fault in breaks(_numbered(flow.steps, numbers)):
        where = {"number": fault.number, "other": fault.other}
        yield Hit((*flow.pointer, fault.place), where, fault.fault)


def _numbered(steps: tuple[Step, ...], numbers: Sequence[int | None]) -> list[Numbered]:
    found: list[Numbered] = []
    for place, (step, number) in enumerate(zip(steps, numbers, strict=True)):
        if number is not None:
            before = found[-1].number if found else 0
            found.append(Numbered(place, number, step.channels, before))
    return found


def _without_number(steps: tuple[Step, ...], numbers: Sequence[int | None]) -> list[int]:
    """Return the steps without number that stand among steps of their channel with one."""
    pairs = list(zip(steps, numbers, strict=True))
    numbered = {step.channels for step, number in pairs if number is not None}
    return [
        place
        for place, (step, number) in enumerate(pairs)
        if number is None and step.channels in numbered and says(step.text)
    ]


def _texts(flow: Flow) -> Iterator[Hit]:
    for place, earlier in repeats(flow.words):
        same = next((one for one in earlier if _alike(flow.steps, one, place)), None)
        words = first_words(flow.steps[place].text)
        if same is None or not says(words):
            continue
        params: dict[str, Param] = {"text": words, "first": same + 1, "second": place + 1}
        if same == place - 1:
            yield Hit((*flow.pointer, place), params, "text")
        elif len(words.split()) >= _LONG:
            yield Hit((*flow.pointer, place), params, "repeated")


def _alike(steps: tuple[Step, ...], one: int, other: int) -> bool:
    """Whether two steps are the same: the words, who acts, the channel, what follows."""
    first, second = steps[one], steps[other]
    return (
        _meet(first.channels, second.channels)
        and (first.actor is second.actor or first.actor is None or second.actor is None)
        and first.branches == second.branches
        and comparable(first_words(first.text)) == comparable(first_words(second.text))
    )


def _meet(first: tuple[Channel, ...], second: tuple[Channel, ...]) -> bool:
    return not first or not second or not set(first).isdisjoint(second)


def _service_flows(context: Context) -> Iterator[Flow]:
    """Yield the procedures, and one that stands where complaints should (STD-017)."""
    yield from context.flows
    for flow in context.complaint_flows:
        if flow.placed.standard.procedure is None and holds_service_steps("\n".join(flow.words)):
            yield flow


def _actor_missing(context: Context) -> Iterator[Hit]:
    for flow in _service_flows(context):
        silent = sum(
            1
            for step, words in zip(flow.steps, flow.words, strict=True)
            if step.actor is None and _lacks_actor(step, words)
        )
        if silent:
            yield Hit(flow.pointer, {"count": silent, "total": len(flow.steps)}, "actor")
        elif any(words.strip() for words in flow.words):
            for side in _sides_missing(flow):
                yield Hit(flow.pointer, variant=side)


def _lacks_actor(step: Step, words: str) -> bool:
    return says(step.text) and not acting(words) and not needs_no_actor(words)


def _sides_missing(flow: Flow) -> tuple[str, ...]:
    sides: set[str] = set()
    for step in flow.steps:
        if step.actor is not None:
            sides |= _SIDES[step.actor]
        if sides == _BOTH:
            return ()
    for words in flow.words:
        sides |= occurring(words)
    return tuple(side for side in (USER, OFFICE) if side not in sides)


CHECKS: Final = (
    Check(id="STD-014", find=_steps_out_of_order, applies=_has_any_steps),
    Check(id="STD-015", find=_actor_missing, applies=_has_service_steps),
)
