"""SRV-004: a request is only refused on a ground that the law gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.service import RefusalReason
from pst_standards.rules.binding import Check
from pst_standards.rules.citing import keys_in
from pst_standards.rules.context import Context, Flow, Hit
from pst_standards.rules.detectors.reading import all_words, either, first_words, places
from pst_standards.rules.detectors.refusal import is_lawful_ground, refuses_without_ground
from pst_standards.rules.wordings import says


def _may_refuse(context: Context) -> bool:
    return bool(context.flows) or any(one.refusals for one in context.definition.services)


def _refused_without_ground(context: Context) -> Iterator[Hit]:
    for place, service in enumerate(context.definition.services):
        for at, reason in enumerate(service.refusals):
            if not _is_lawful(reason):
                said = first_words(reason.text) or reason.id
                yield Hit(("services", place, "refusals", at), {"reason": said}, "reason")
    for flow in context.flows:
        service_of = context.services.get(flow.placed.standard.service or "")
        if service_of is None or not service_of.refusals:
            yield from _refusing_steps(flow)


def _is_lawful(reason: RefusalReason) -> bool:
    if says(reason.citation) or keys_in((reason.text,)):
        return True
    return either(is_lawful_ground, reason.text)


def _refusing_steps(flow: Flow) -> Iterator[Hit]:
    for place in places(refuses_without_ground, flow.words):
        step = flow.steps[place]
        if not step.branches:
            yield Hit((*flow.pointer, place), {"text": first_words(step.text)}, "step")
    for place, at, branch in flow.branches:
        if not says(branch.when) and refuses_without_ground(all_words(branch.then)):
            where = (*flow.pointer, place, "branches", at)
            yield Hit(where, {"text": first_words(branch.then)}, "step")


CHECKS: Final = (Check(id="SRV-004", find=_refused_without_ground, applies=_may_refuse),)
