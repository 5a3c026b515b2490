"""The decision on a claim for compensation: granted, refused with its reasons, or not yet to make.

What the record of the event does not hold - number, day, who signs, who carries it out - is left
as a line of dots; nothing is filled in for an office.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.compensation.claiming import asking
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.reasons import PENDING
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.cases import (
    due_text,
    owed_lines,
    touch_limits,
    unconfirmed,
    watched_rule,
)
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.decision_parts import (
    basis,
    handed_over,
    rights,
    signature,
    told,
)
from pst_standards.documents.compose.event_facts import event_facts
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import BLANK, bare, proper
from pst_standards.documents.outline import (
    Block,
    Heading,
    ItemList,
    KeyValues,
    Marker,
    Note,
    Paragraph,
    ParagraphStyle,
)
from pst_standards.model.standard import ServiceStandard


def decision_on(answer: Entitlement) -> Composer:
    """Return what composes the decision on one claim."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        touch_limits(answer, composition)
        outcome = _outcome(answer)
        title = composition.say(f"decision.title.{outcome}")
        number = composition.say("decision.number", number=BLANK)
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                Paragraph(text=number, style=ParagraphStyle.CENTERED),
                Heading(level=2, text=composition.say("decision.event")),
                KeyValues(pairs=tuple(event_facts(answer, composition))),
                *_reasons(answer, outcome, composition),
                *_decided(answer, outcome, composition),
                *rights(answer, composition),
                *basis(answer, composition),
                signature(answer, composition),
                *(handed_over(composition) if outcome == "granted" else ()),
            ),
            open_reason=_open_reason(answer, outcome, composition),
        )

    return compose


def _outcome(answer: Entitlement) -> str:
    if answer.eligible:
        return "granted"
    pending = bool(answer.causes) and {one.key for one in answer.causes} <= PENDING
    return "pending" if pending else "refused"


def _open_reason(answer: Entitlement, outcome: str, composition: Composition) -> str:
    if outcome == "pending":
        return composition.say("decision.pending-draft")
    return unconfirmed(answer.event, composition)


def _reasons(answer: Entitlement, outcome: str, composition: Composition) -> Iterator[Block]:
    say = composition.say
    steps = [one for one in answer.reasons if not one.against]
    yield Heading(level=2, text=say("decision.considering"))
    yield from listed(told(steps, composition), Marker.DECIMAL)
    if answer.causes:
        key = "causes-pending" if outcome == "pending" else "causes"
        yield Paragraph(text=say(f"decision.{key}"))
        yield ItemList(
            items=tuple(told(answer.causes, composition)),
            marker=Marker.DECIMAL,
            start=len(steps) + 1,
        )
    if answer.provisional:
        yield Note(text=say("decision.provisional"))


def _decided(answer: Entitlement, outcome: str, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("decision.decided"))
    if outcome != "granted" or answer.chosen is None:
        key = _awaited(answer) if outcome == "pending" else outcome
        yield Paragraph(text=say(f"decision.{key}"))
        yield from _who(answer.chosen, composition, granted=False)
        return
    yield Paragraph(text=say("decision.granted"))
    yield from _owed(answer.chosen, composition)
    for other in answer.also:
        yield Paragraph(text=say("decision.also"))
        yield from _owed(other, composition)
    for other in answer.alternatives:
        yield Paragraph(text=say("decision.instead"))
        yield from _owed(other, composition)
    yield Paragraph(text=say("decision.free"))


def _awaited(answer: Entitlement) -> str:
    """Return what is said while nothing can be decided: what was asked for need not be asked again.

    Of what nobody asked for it is said that somebody has to, where the promise is made so.
    """
    asked = asking(answer.event)
    needed = any(one.key == "complaint-needed" for one in answer.causes)
    return "pending-unasked" if needed else f"pending-{asked.value}"


def _owed(out: Outcome, composition: Composition) -> Iterator[Block]:
    lines = owed_lines(out, composition)
    yield from listed(lines, Marker.LETTER)
    if not lines:
        yield Paragraph(text=composition.gap(watched_rule(out.rule, composition), "tiers"))
    yield from _who(out, composition, granted=True)


def _who(out: Outcome | None, composition: Composition, *, granted: bool) -> Iterator[Block]:
    if out is None:
        return
    say, rule = composition.say, watched_rule(out.rule, composition)
    decided = {
        "decider": proper(composition.words(rule.decider)) or BLANK,
        "verifier": proper(composition.words(rule.verifier)),
    }
    given = {
        "carried-out-by": BLANK,
        "due": due_text(out, composition) or BLANK,
        "funding": rule.funding.term(composition.lang) if rule.funding else "",
        "funding-basis": bare(composition.words(rule.funding_basis)),
    }
    facts = {**decided, **(given if granted else {})}
    yield KeyValues(
        pairs=[(say(f"decision.{name}"), value) for name, value in facts.items() if value]
    )
