"""The way of a complaint as a picture, with the time limits in it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import item, opened, span
from pst_standards.documents.compose.steps import branch_line, in_order
from pst_standards.documents.flow import FlowStep, flow_picture
from pst_standards.documents.outline import Block
from pst_standards.model.complaints import ComplaintClock, Complaints
from pst_standards.model.delivery import Step
from pst_standards.model.standard import ServiceStandard


def flow(complaints: Complaints, composition: Composition) -> list[Block]:
    """Return the picture; its steps are those that all standards state, else the time limits.

    Nothing is drawn where neither is known, or where one service handles complaints otherwise.
    """
    steps = _stated(composition) or tuple(_of_clocks(complaints, composition))
    return [flow_picture(composition.say("procedure.flow"), steps)] if steps else []


def _stated(composition: Composition) -> tuple[FlowStep, ...]:
    # Comparing is not printing: what is only compared need not be confirmed.
    aside = evolve(composition, seen=set(), gaps={}, dotted={}, unfilled={}, missing_files={})
    told = [tuple(_of_standard(one, aside)) for one in aside.definition.standards]
    first = next((place for place, steps in enumerate(told) if steps), None)
    if first is None or any(steps and steps != told[first] for steps in told):
        return ()
    return tuple(_of_standard(composition.definition.standards[first], composition))


def _of_standard(standard: ServiceStandard, composition: Composition) -> Iterator[FlowStep]:
    part = standard.complaint_handling
    for step in in_order(part.steps) if part else ():
        made = _of_step(step, composition)
        if made.text or made.branches:
            yield made


def _of_step(step: Step, composition: Composition) -> FlowStep:
    branches = (branch_line(one, step, composition) for one in step.branches)
    return FlowStep(
        actor=step.actor.term(composition.lang) if step.actor else "",
        text=item(composition.words(step.text)),
        time=_at_most(span(step.time, composition.lang), composition),
        branches=tuple(line for line in branches if line),
    )


def _of_clocks(complaints: Complaints, composition: Composition) -> Iterator[FlowStep]:
    for clock in complaints.clocks:
        if text := _name(clock, composition):
            time = _at_most(span(clock.within, composition.lang), composition)
            yield FlowStep(actor="", text=text, time=time)


def _name(clock: ComplaintClock, composition: Composition) -> str:
    if text := item(composition.words(clock.text)):
        return text
    return clock.stage.term(composition.lang) if clock.stage else ""


def _at_most(time: str, composition: Composition) -> str:
    return opened(composition.say("limit.at-most", span=time)) if time else ""
