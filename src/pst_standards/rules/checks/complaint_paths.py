"""STD-016 and STD-017: the standard tells how to complain, and each block holds what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.base import Text
from pst_standards.model.delivery import ComplaintHandling, Procedure
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component, has_standards
from pst_standards.rules.context import Context, Flow, Hit, Placed
from pst_standards.rules.detectors.charts import chart_named, names_chart, shows_chart
from pst_standards.rules.detectors.complaint_path import (
    gives_complaint_step,
    holds_service_steps,
    names_means,
    speaks_of_complaints,
)
from pst_standards.rules.detectors.reading import all_words, comparable, either, places
from pst_standards.rules.services import kinds_in
from pst_standards.rules.wordings import says

_SEVERAL: Final = 2


def _no_complaint_path(context: Context) -> Iterator[Hit]:
    if context.channels or _office_tells(context):
        return
    for node, pointer, placed in context.each("complaint_handling"):
        if _states_something(node) and not _standard_tells(node, placed):
            yield Hit(pointer, {"standard": placed.standard.id})


def _states_something(handling: ComplaintHandling) -> bool:
    """Whether there is something to judge; STD-002 reports a block that is empty."""
    return says(handling.text) or handling.time_limit is not None


def _office_tells(context: Context) -> bool:
    """Whether the complaint mechanism of the office says how to complain."""
    complaints = context.definition.complaints
    if complaints is None:
        return False
    mechanism = complaints.mechanism
    return (mechanism is not None and says(mechanism.procedure)) or _tells(complaints.text)


def _standard_tells(handling: ComplaintHandling, placed: Placed) -> bool:
    if handling.channels or _tells(handling.text):
        return True
    if any(says(step.text) for step in handling.steps):
        return True
    procedure = placed.standard.procedure
    return procedure is not None and _procedure_tells(procedure)


def _tells(text: Text | None) -> bool:
    return text is not None and names_means(all_words(text))


def _procedure_tells(procedure: Procedure) -> bool:
    return either(gives_complaint_step, procedure.note, *(step.text for step in procedure.steps))


def _block_under_wrong_title(context: Context) -> Iterator[Hit]:
    served = {flow.placed.pointer: flow for flow in context.flows}
    told = {flow.placed.pointer: flow.words for flow in context.complaint_flows}
    for node, pointer, placed in context.each("complaint_handling"):
        if _holds_service(node, told.get(placed.pointer, ()), served.get(placed.pointer)):
            yield Hit(pointer, {"standard": placed.standard.id}, "complaint")
    for flow in context.flows:
        if _only_complaints(flow, context):
            yield Hit(flow.pointer[:-1], {"standard": flow.placed.standard.id}, "procedure")
    for placed in context.standards:
        yield from _other_title(placed)
    for flow in context.flows:
        yield from _chart_not_here(flow, context)


def _chart_not_here(flow: Flow, context: Context) -> Iterator[Hit]:
    """Find the first step that refers to a chart, unless a publication may be that chart."""
    for place in places(names_chart, flow.words):
        if not any(map(shows_chart, context.published_words)):
            yield Hit((*flow.pointer, place), {"chart": chart_named(flow.words[place])}, "chart")
        return


def _holds_service(
    handling: ComplaintHandling, steps: tuple[str, ...], served: Flow | None
) -> bool:
    if holds_service_steps("\n".join((all_words(handling.text), *steps))):
        return True
    if served is None or len(steps) < _SEVERAL:
        return False
    known = set(map(comparable, served.words))
    return all(comparable(words) in known for words in steps)


def _only_complaints(flow: Flow, context: Context) -> bool:
    if len(flow.steps) < _SEVERAL:
        return False
    if len(places(speaks_of_complaints, flow.words)) < len(flow.steps):
        return False
    service = context.services.get(flow.placed.standard.service or "")
    names = (flow.placed.standard.title, service.name if service else None)
    ids = (flow.placed.standard.id, flow.placed.standard.service or "")
    return not either(speaks_of_complaints, *names, *ids)


def _other_title(placed: Placed) -> Iterator[Hit]:
    title = placed.standard.title
    if title is None or placed.kind is None:
        return
    named = kinds_in(all_words(title))
    if named and placed.kind not in named:
        params = {"title": str(title), "service": placed.standard.service or placed.standard.id}
        yield Hit((*placed.pointer, "title"), params, "title")


CHECKS: Final = (
    Check(id="STD-016", find=_no_complaint_path, applies=has_component("complaint_handling")),
    Check(id="STD-017", find=_block_under_wrong_title, applies=has_standards),
)
