"""Where and until when compensation is claimed, by the policy."""

from __future__ import annotations

from pst_standards.documents.compose.complaint_lines import channel_line, channels_named
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import bare, inner, joined, span
from pst_standards.documents.compose.tiers import rule_title
from pst_standards.documents.outline import Block
from pst_standards.model.compensation import CompensationPolicy


def claim_channels(policy: CompensationPolicy, composition: Composition) -> list[Block]:
    """Return the channels through which a claim is made, as a list; nothing where none is named."""
    channels = channels_named(policy.claim_channels, composition, all_when_empty=False)
    return listed(bare(channel_line(one, composition)) for one in channels)


def complaint_channels(composition: Composition) -> list[str]:
    """Return all active channels of the office, with address or number."""
    lines = (bare(channel_line(one, composition)) for one in channels_named((), composition))
    return [line for line in lines if line]


def claim_deadlines(policy: CompensationPolicy, composition: Composition) -> list[str]:
    """Return until when a claim is made, one line for each span of time that the rules state.

    A rule that states none sets no time; where only some do, the line names them.
    """
    by_span: dict[str, list[str]] = {}
    for rule in policy.rules:
        within = span(rule.claim_within, composition.lang)
        by_span.setdefault(within, []).append(inner(rule_title(rule, composition)))
    if len(by_span) == 1:
        return [composition.say("claim.within", span=one) for one in by_span if one]
    return [
        composition.say("claim.within-for", span=one, triggers=_names(triggers, composition))
        for one, triggers in by_span.items()
        if one
    ]


def _names(triggers: list[str], composition: Composition) -> str:
    return joined(dict.fromkeys(triggers), composition)
