"""The letter that tells a user which compensation is owed: what, by when, why, and what else.

It says of the decision what concerns the user. Who the user is stands in the claim alone, so name
and number are left to the hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.compensation.claiming import asking
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.outcome import Outcome
from pst_standards.documents.compose.blanks import SHORT
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.cases import (
    due_text,
    owed_lines,
    touch_limits,
    unconfirmed,
    watched_rule,
)
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.decision_parts import basis, rights, signature, told
from pst_standards.documents.compose.event_facts import happened
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.official_letter import letter_blocks, without_day
from pst_standards.documents.compose.phrases import BLANK, proper
from pst_standards.documents.outline import (
    Block,
    Heading,
    KeyValues,
    Marker,
    Note,
    Paragraph,
)
from pst_standards.model.channel import Official
from pst_standards.model.compensation import RemedyKind
from pst_standards.model.standard import ServiceStandard


def letter_on(answer: Entitlement) -> Composer:
    """Return what composes the letter on an answer that owes a compensation."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        touch_limits(answer, composition)
        say = composition.say
        title = say("letter.title")
        asked = asking(answer.event)
        signer = signature(answer, composition, signer=_signer(answer, composition), enacting=False)
        return Body(
            title=title,
            blocks=tuple(
                letter_blocks(
                    composition,
                    about=title,
                    to=say(f"letter.to.{asked.value}", name=BLANK, claim=SHORT),
                    signature=signer,
                    body=_told(answer, composition),
                )
            ),
            signature=without_day(signer),
            open_reason=unconfirmed(answer.event, composition),
        )

    return compose


def _told(answer: Entitlement, composition: Composition) -> Iterator[Block]:
    yield Paragraph(text=composition.say("letter.opening"))
    yield KeyValues(pairs=tuple(happened(answer, composition)))
    yield from _owed(answer, composition)
    yield from _reckoned(answer, composition)
    yield from rights(answer, composition, "letter")
    yield from basis(answer, composition)


def _owed(answer: Entitlement, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("letter.owed"))
    lots = [
        *(("letter.granted", one) for one in (answer.chosen,) if one is not None),
        *(("letter.also", one) for one in answer.also),
        *(("letter.instead", one) for one in answer.alternatives),
    ]
    for key, out in lots:
        yield Paragraph(text=say(key))
        yield from _lot(out, composition)
    if RemedyKind.WRITTEN_APOLOGY in _kinds(answer):
        yield Paragraph(text=say("letter.apology"))
    yield Paragraph(text=say("letter.free"))


def _lot(out: Outcome, composition: Composition) -> Iterator[Block]:
    """Yield what one rule owes, by when, and who decided it."""
    rule = watched_rule(out.rule, composition)
    lines = owed_lines(out, composition)
    yield from listed(lines, Marker.LETTER)
    if not lines:
        yield Paragraph(text=composition.gap(rule, "tiers"))
    facts = {
        "due": due_text(out, composition) or BLANK,
        "decider": proper(composition.words(rule.decider)),
    }
    yield KeyValues(
        pairs=[
            (composition.say(f"decision.{name}"), value) for name, value in facts.items() if value
        ]
    )


def _reckoned(answer: Entitlement, composition: Composition) -> Iterator[Block]:
    steps = [one for one in answer.reasons if not one.against]
    yield Heading(level=2, text=composition.say("letter.reckoned"))
    yield from listed(told(steps, composition), Marker.DECIMAL)
    if answer.provisional:
        yield Note(text=composition.say("letter.provisional"))


def _kinds(answer: Entitlement) -> set[RemedyKind | None]:
    """Return the kinds of what is owed for certain."""
    chosen = (answer.chosen,) if answer.chosen else ()
    return {one.kind for out in (*chosen, *answer.also) for one in out.remedies}


def _signer(answer: Entitlement, composition: Composition) -> Official | None:
    """Return the head of the office where the head apologises, else whoever the rule names."""
    office = composition.definition.office
    if RemedyKind.APOLOGY_OF_HEAD in _kinds(answer) and office:
        return office.head
    return None
