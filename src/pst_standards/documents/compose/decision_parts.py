"""What papers on one compensation share: reasons with their articles, rights, basis, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.reasons import Reason
from pst_standards.documents.compose.blanks import SHORT, blank_rows
from pst_standards.documents.compose.cases import watched_rule
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import bare, cited_all, cited_in_full
from pst_standards.documents.compose.signers import holder_of
from pst_standards.documents.compose.signing import decree_line, signed
from pst_standards.documents.outline import Block, Heading, Marker, Paragraph, Signature
from pst_standards.model.base import Text
from pst_standards.model.channel import Official


def told(reasons: Sequence[Reason], composition: Composition) -> Iterator[str]:
    """Yield sentences with the articles that each rests on."""
    for one in reasons:
        text = one.text(composition.lang)
        cited = cited_all(one.citations, composition.lang)
        if cited:
            text = composition.say("decision.with-basis", text=bare(text), basis=cited)
        yield text


def rights(
    answer: Entitlement, composition: Composition, paper: str = "decision"
) -> Iterator[Block]:
    """Yield what else may be done, in the words of a ``paper``: ``decision`` or ``letter``."""
    say = composition.say
    yield Heading(level=2, text=say("decision.rights"))
    key = "rights-remain" if answer.complaint_still_open else "rights-passed"
    yield Paragraph(text=say(f"{paper}.{key}"))
    yield from listed(told(answer.rights.steps(), composition), Marker.LETTER)
    if channels := "; ".join(complaint_channels(composition)):
        yield Paragraph(text=say("decision.complain-through", channels=channels))


def basis(answer: Entitlement, composition: Composition) -> Iterator[Block]:
    """Yield what an answer rests on."""
    policy = composition.definition.compensation
    lines = [decree_line(composition, policy.decree) if policy else ""]
    lines += cited_in_full(answer.citations, composition.lang)
    yield Heading(level=2, text=composition.say("decision.basis"))
    yield from listed((line for line in lines if line), Marker.DECIMAL)


def signature(
    answer: Entitlement,
    composition: Composition,
    *,
    signer: Official | None = None,
    enacting: bool = True,
) -> Signature:
    """Return room for whoever decides to sign, or a ``signer``; the record names no day."""
    rule = watched_rule(answer.rule, composition) if answer.rule else None
    policy = composition.definition.compensation
    decree = policy.decree if policy else None
    decider = _decider(rule.decider, composition) if rule and rule.decider else None
    return signed(
        composition,
        place=decree.place if decree else None,
        date=None,
        signer=signer or decider,
        enacting=enacting,
    )


def _decider(position: Text, composition: Composition) -> Official:
    """Return who decides: whoever is named in that post, else the post with room for a name."""
    return holder_of(position, composition) or Official(position=position)


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
