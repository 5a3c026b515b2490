"""STD-047: a procedure that a user can follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pst_standards.findings import Param
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Step
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit

MOST_STEPS: Final = 15
"""Steps that a user can keep in view on one channel."""


def _too_many_steps(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("procedure"):
        if len(node.steps) <= MOST_STEPS:
            continue
        for channel in _channels(node.steps):
            count = _longest_list([step for step in node.steps if _is_of(step, channel)])
            if count > MOST_STEPS:
                params: dict[str, Param] = {"count": count, "limit": MOST_STEPS}
                if channel is None:
                    yield Hit((*pointer, "steps"), params)
                else:
                    params["channel"] = channel.value
                    yield Hit((*pointer, "steps"), params, "channel")


def _channels(steps: Sequence[Step]) -> Sequence[Channel | None]:
    """Return the channels that steps tell apart; steps that name none are the same on each."""
    named = {channel for step in steps for channel in step.channels}
    return [channel for channel in Channel if channel in named] or [None]


def _is_of(step: Step, channel: Channel | None) -> bool:
    return not step.channels or channel in step.channels


def _longest_list(steps: Sequence[Step]) -> int:
    """Return the length of the longest list: where numbers begin again, another one begins."""
    begins = [0, *(place for place, step in enumerate(steps) if place and step.number == 1)]
    return max(end - start for start, end in pairwise((*begins, len(steps))))


CHECKS: Final = (Check(id="STD-047", find=_too_many_steps, applies=has_component("procedure")),)
