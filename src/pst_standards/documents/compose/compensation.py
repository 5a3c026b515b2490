"""The kind ``compensation-announcement``: what the office promises when it misses its standard.

It says nothing of tiers, channels or exclusions that the definition does not say. Only one thing
is added, because the law says it whatever the office writes: that compensation takes away neither
the right to complain nor the claim to damages.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.claiming import claim_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import item, proper, sentence
from pst_standards.documents.compose.signing import decree_line, signed_by_decree
from pst_standards.documents.compose.tiers import rule_blocks
from pst_standards.documents.outline import Block, Heading, Paragraph, ParagraphStyle
from pst_standards.model.compensation import CompensationPolicy
from pst_standards.model.standard import ServiceStandard


def compose_compensation(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the announcement of compensation."""
    policy = composition.definition.compensation or CompensationPolicy()
    title = composition.say("compensation.title")
    return Body(
        title=title,
        blocks=(Heading(level=1, text=title), *_blocks(policy, composition)),
        dated=policy.decree.date if policy.decree else None,
        number=proper((policy.decree.number if policy.decree else None) or ""),
    )


def _blocks(policy: CompensationPolicy, composition: Composition) -> Iterator[Block]:
    say = composition.say
    if announcement := sentence(composition.words(policy.announcement)):
        yield Paragraph(text=announcement, style=ParagraphStyle.LEAD)
    basis = [item(composition.words(one)) for one in policy.basis]
    if decree := decree_line(composition, policy.decree):
        basis.append(decree)
    if any(basis):
        yield Heading(level=2, text=say("compensation.basis"))
        yield from listed(basis)
    yield Heading(level=2, text=say("compensation.tiers"))
    if not policy.rules:
        yield Paragraph(text=sentence(composition.gap(policy, "rules")))
    for number, rule in enumerate(policy.rules, start=1):
        yield from rule_blocks(rule, number, composition)
    yield from _claiming(policy, composition)
    yield Heading(level=2, text=say("compensation.rights"))
    yield Paragraph(text=say("compensation.not-damages"))
    if any(rule.exclusions for rule in policy.rules):
        yield Paragraph(text=say("compensation.excluded-may-complain"))
    yield signed_by_decree(composition, policy.decree, ("compensation", "decree"))


def _claiming(policy: CompensationPolicy, composition: Composition) -> Iterator[Block]:
    lines = claim_channels(policy, composition)
    if not lines and not policy.rules:
        return
    yield Heading(level=2, text=composition.say("compensation.claiming"))
    if lines:
        yield Paragraph(text=composition.say("compensation.claim-through"))
        yield from lines
    else:
        yield Paragraph(text=sentence(composition.gap(policy, "claim_channels")))
