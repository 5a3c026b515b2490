"""The kind ``compensation-claim-form``: a sheet with which a user claims compensation.

It asks for no more of the user than a complaint may (UU 25/2009 Pasal 42 ayat (3)): name and
address. The strip at its end is the receipt of Pasal 44 ayat (2), with its four parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.blanks import SHORT, blank_rows, boxes, small
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.claiming import claim_channels, claim_deadlines
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.phrases import (
    BLANK,
    bare,
    inner,
    joined,
    opened,
    sentence,
    span,
)
from pst_standards.documents.compose.tiers import (
    is_graded,
    remedy_line,
    rule_title,
    service_names,
    tier_range,
)
from pst_standards.documents.outline import (
    Block,
    Column,
    Content,
    Heading,
    Note,
    Paragraph,
    ParagraphStyle,
    Signature,
    Table,
)
from pst_standards.documents.passages import strung
from pst_standards.model.channel import Channel
from pst_standards.model.compensation import (
    CompensationPolicy,
    CompensationRule,
    Tier,
    Trigger,
)
from pst_standards.model.standard import ServiceStandard


def compose_claim_form(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the form from the policy of the office."""
    policy = composition.definition.compensation or CompensationPolicy()
    title = composition.say("claim.title")
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            Note(text=composition.say("claim.free")),
            *_claiming(policy, composition),
            *_promises(policy, composition),
            *_filled_in(policy, composition),
            *_receipt(composition),
        ),
    )


def _claiming(policy: CompensationPolicy, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("claim.when-and-where"))
    deadlines = claim_deadlines(policy, composition)
    for line in deadlines:
        yield Paragraph(text=line)
    if not deadlines:
        key = "no-deadline" if policy.rules else "deadline-open"
        yield Paragraph(text=say(f"claim.{key}"))
    channels = claim_channels(policy, composition)
    yield Paragraph(text=say("claim.hand-in"))
    yield from channels or [Paragraph(text=sentence(composition.gap(policy, "claim_channels")))]


def _filled_in(policy: CompensationPolicy, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("claim.fill-in"))
    yield Heading(level=3, text=say("claim.identity"))
    yield blank_rows(_identity(composition), composition)
    yield small(say("claim.identity-basis"))
    yield Heading(level=3, text=say("claim.service"))
    yield blank_rows(_service(composition), composition)
    yield Heading(level=3, text=say("claim.wrong"))
    yield blank_rows(_wrong(policy, composition), composition)
    yield Heading(level=3, text=say("claim.wish"))
    yield blank_rows(_wish(policy, composition), composition)
    yield small(say("claim.attachments-optional"))
    yield Signature(
        place=SHORT, date=SHORT, title=f"{say('claim.claimant')},", name=BLANK, identity=""
    )


def _identity(composition: Composition) -> list[tuple[str, Content]]:
    say = composition.say
    secret = boxes((say("claim.secret"),), composition, other=False)
    return [
        (say("person.full-name"), ""),
        (say("person.full-address"), "\n"),
        (say("claim.secrecy"), (secret,)),
    ]


def _wrong(policy: CompensationPolicy, composition: Composition) -> list[tuple[str, Content]]:
    say = composition.say
    return [
        (say("claim.what"), (boxes(_triggers(policy, composition), composition),)),
        (say("claim.account"), "\n\n\n"),
        (say("claim.loss"), "\n"),
    ]


def _wish(policy: CompensationPolicy, composition: Composition) -> list[tuple[str, Content]]:
    say = composition.say
    return [
        (say("column.remedy"), (boxes((say("claim.as-promised"),), composition),)),
        (say("claim.attachments"), (boxes(_attachments(policy, composition), composition),)),
    ]


def _service(composition: Composition) -> list[tuple[str, Content]]:
    say, definition = composition.say, composition.definition
    names = [bare(composition.words(one.name)) for one in by_id(definition.services).values()]
    ways = (one.term(composition.lang) for one in Channel)
    return [
        (say("column.service"), (boxes(names, composition, other=not any(names)),)),
        (say("column.channel"), (boxes(ways, composition, other=False),)),
        (say("claim.asked"), say("claim.moment", blank=SHORT)),
        (say("claim.received"), say("claim.moment", blank=SHORT)),
        (say("claim.ticket"), ""),
    ]


def _triggers(policy: CompensationPolicy, composition: Composition) -> Iterator[str]:
    stated = {rule.trigger for rule in policy.rules}
    return (one.term(composition.lang) for one in Trigger if one in stated)


def _attachments(policy: CompensationPolicy, composition: Composition) -> Iterator[str]:
    stated = {rule.trigger for rule in policy.rules}
    yield composition.say("claim.proof-of-request")
    if Trigger.WRONG_PRODUCT in stated:
        yield composition.say("claim.copy-of-product")
    if Trigger.OVERCHARGED in stated:
        yield composition.say("claim.proof-of-payment")


def _promises(policy: CompensationPolicy, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("claim.promises"))
    if not policy.rules:
        yield Paragraph(text=sentence(composition.gap(policy, "rules")))
        return
    yield Table(
        columns=(
            Column(title=say("column.when"), share=26, heads_row=True),
            Column(title=say("column.services"), share=28),
            Column(title=say("column.remedy"), share=46),
            Column(title=say("column.given-within"), share=18),
        ),
        rows=tuple(_promise(rule, composition) for rule in policy.rules),
        dense=True,
    )


def _promise(rule: CompensationRule, composition: Composition) -> tuple[Content, ...]:
    say = composition.say
    services = joined(service_names(rule, composition), composition)
    within = span(rule.fulfil_within, composition.lang)
    return (
        rule_title(rule, composition),
        services or say("claim.every-service"),
        _given(rule, composition),
        within or say("not-stated"),
    )


def _given(rule: CompensationRule, composition: Composition) -> str:
    lines = (_of_tier(tier, rule, composition) for tier in rule.tiers)
    shown = strung("\n", (line for line in lines if line))
    return shown or sentence(composition.words(rule.text)) or composition.gap(rule, "tiers")


def _of_tier(tier: Tier, rule: CompensationRule, composition: Composition) -> str:
    lines = [line for one in tier.remedies if (line := remedy_line(one, composition))]
    given = opened(strung("; ", map(inner, lines)))
    if not given or not is_graded(rule):
        return given
    bounds = tier_range(tier, rule, composition)
    return composition.say("pair", label=bounds, value=inner(given))


def _receipt(composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Paragraph(text=say("claim.cut"), style=ParagraphStyle.CUT)
    yield Heading(level=2, text=say("claim.receipt"))
    yield blank_rows(
        (
            (say("claim.number"), ""),
            (say("claim.receipt-identity"), ""),
            (say("claim.receipt-account"), "\n"),
            (say("claim.receipt-place"), say("claim.place-and-moment", blank=SHORT)),
            (say("claim.receipt-officer"), "\n\n"),
        ),
        composition,
    )
    yield small(say("claim.receipt-basis"))
