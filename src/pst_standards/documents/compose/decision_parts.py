"""The end of a decision: who signs it, and the proof that the compensation was handed over."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.compensation.entitlements import Entitlement
from pst_standards.documents.compose.blanks import SHORT, blank_rows
from pst_standards.documents.compose.cases import watched_rule
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.signing import signed
from pst_standards.documents.outline import Block, Heading, Signature
from pst_standards.model.channel import Official


def signature(answer: Entitlement, composition: Composition) -> Signature:
    """Return room for whoever decides to sign; the record names no day and no person."""
    rule = watched_rule(answer.rule, composition) if answer.rule else None
    policy = composition.definition.compensation
    decree = policy.decree if policy else None
    return signed(
        composition,
        place=decree.place if decree else None,
        date=None,
        signer=Official(position=rule.decider) if rule and rule.decider else None,
        enacting=True,
    )


def handed_over(composition: Composition) -> Iterator[Block]:
    """Yield what is filled in when the compensation is given."""
    say = composition.say
    yield Heading(level=2, text=say("decision.handed-over"))
    yield blank_rows(
        (
            (say("decision.given-on"), say("claim.moment", blank=SHORT)),
            (say("decision.given-by"), "\n"),
            (say("decision.received-by"), "\n"),
        ),
        composition,
    )
