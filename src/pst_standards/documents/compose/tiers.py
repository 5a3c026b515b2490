"""One rule of compensation: when it applies, and its tiers as a table."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.lines import content, listed
from pst_standards.documents.compose.phrases import (
    bare,
    figure,
    inner,
    item,
    joined,
    proper,
    span,
    units,
)
from pst_standards.documents.outline import (
    Block,
    Column,
    Content,
    Heading,
    KeyValues,
    Paragraph,
    Table,
)
from pst_standards.model.compensation import CompensationRule, Remedy, Tier, Trigger
from pst_standards.model.component import Component
from pst_standards.model.standard import component_term

_OF_TIME = (Trigger.LATE, Trigger.WAITING_WITHOUT_INFORMATION)


def rule_blocks(rule: CompensationRule, number: int, composition: Composition) -> Iterator[Block]:
    """Yield one rule under a heading of level 3."""
    yield Heading(level=3, text=f"{number}. {rule_title(rule, composition)}")
    if facts := tuple(_facts(rule, composition)):
        yield KeyValues(pairs=facts)
    yield from _tiers(rule, composition)
    if rule.exclusions:
        yield Paragraph(text=composition.say("compensation.exclusions"))
        yield from listed(one.term(composition.lang) for one in rule.exclusions)


def rule_title(rule: CompensationRule, composition: Composition) -> str:
    """Return what opens a claim under a rule, in words."""
    if rule.trigger is None:
        return composition.say("compensation.rule")
    return rule.trigger.term(composition.lang)


def _facts(rule: CompensationRule, composition: Composition) -> Iterator[tuple[str, str]]:
    say, lang = composition.say, composition.lang
    missed = Component.named(rule.component)
    of_time = rule.clock is not None and is_graded(rule)
    facts = {
        "services": joined(service_names(rule, composition), composition),
        "component": component_term(missed, lang) if missed else "",
        "clock": rule.clock.term(lang) if rule.clock and of_time else "",
        "complaint": _yes_no(rule.needs_complaint, composition),
        "fault": _yes_no(rule.fault_required, composition),
        "verifier": proper(composition.words(rule.verifier)),
        "decider": proper(composition.words(rule.decider)),
        "claim-within": span(rule.claim_within, lang),
        "fulfil-within": span(rule.fulfil_within, lang),
        "funding": rule.funding.term(lang) if rule.funding else "",
    }
    for name, value in facts.items():
        if value:
            yield say(f"compensation.{name}"), value


def service_names(rule: CompensationRule, composition: Composition) -> list[str]:
    """Return the names of the services that a rule is for; none where it does not name any."""
    known = by_id(composition.definition.services)
    return [bare(composition.words(known[one].name)) for one in rule.services if one in known]


def _yes_no(value: bool | None, composition: Composition) -> str:  # noqa: FBT001 - the value itself
    if value is None:
        return ""
    return composition.say("yes" if value else "no")


def is_graded(rule: CompensationRule) -> bool:
    """Tell whether the remedies of a rule depend on how much time has passed."""
    if rule.trigger in _OF_TIME or len(rule.tiers) > 1:
        return True
    return any(tier.lower or tier.upper is not None for tier in rule.tiers)


def _tiers(rule: CompensationRule, composition: Composition) -> Iterator[Block]:
    say = composition.say
    if not rule.tiers:
        yield Paragraph(text=composition.gap(rule, "tiers"))
        return
    if not is_graded(rule):
        yield Paragraph(text=say("compensation.given"))
        yield from listed(remedy_line(one, composition) for one in rule.tiers[0].remedies)
        return
    title = say(f"column.{'wait' if rule.clock and rule.clock.value == 'total_wait' else 'delay'}")
    yield Table(
        columns=(
            Column(title=title, share=2, heads_row=True),
            Column(title=say("column.remedy"), share=3),
        ),
        rows=tuple(
            (tier_range(tier, rule, composition), _remedies(tier, composition))
            for tier in rule.tiers
        ),
    )


def tier_range(tier: Tier, rule: CompensationRule, composition: Composition) -> str:
    """Return the bounds of a tier in words, as ``30 menit atau lebih``."""
    lower, upper, lang = tier.lower, tier.upper, composition.lang
    if upper is None:
        if not lower:
            return composition.say("tier.any")
        return composition.say("tier.from", lower=units(lower, rule.unit, lang))
    end = units(upper, rule.unit, lang)
    if not lower:
        return composition.say("tier.up-to" if tier.upper_included else "tier.below", upper=end)
    if tier.upper_included:
        return composition.say("tier.through", lower=figure(lower, lang), upper=end)
    return composition.say("tier.between", lower=figure(lower, lang), upper=end)


def _remedies(tier: Tier, composition: Composition) -> Content:
    lines = [line for one in tier.remedies if (line := remedy_line(one, composition))]
    if len(lines) > 1:
        return tuple(listed(lines))
    return content(lines[0]) if lines else composition.gap(tier, "remedies")


def remedy_line(remedy: Remedy, composition: Composition) -> str:
    """Return a remedy as one line: its kind, its wording, or both."""
    kind = remedy.kind.term(composition.lang) if remedy.kind else ""
    wording = item(composition.words(remedy.text))
    if kind and wording:
        return composition.say("pair", label=kind, value=inner(wording))
    return kind or wording
