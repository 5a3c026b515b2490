"""What papers about one case have in common: the rule and its remedies, moments, open values."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.compensation.case import TIMED
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.words import moment
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.naming import term_of
from pst_standards.documents.compose.phrases import item, sentence
from pst_standards.documents.compose.tiers import remedy_line
from pst_standards.documents.formats import full_date, long_date
from pst_standards.model.base import Node
from pst_standards.model.compensation import CompensationRule
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import open_values
from pst_standards.model.service_event import ServiceEvent


def watched_rule(rule: CompensationRule, composition: Composition) -> CompensationRule:
    """Return a rule as the composition watches it, so that its open values are noticed.

    A rule that is not in the definition is returned as it is.
    """
    given, seen = composition.original.compensation, composition.definition.compensation
    if given is None or seen is None:
        return rule
    places = [place for place, one in enumerate(given.rules) if one is rule]
    places += [place for place, one in enumerate(given.rules) if one.id == rule.id]
    return seen.rules[places[0]] if places else rule


def owed_lines(out: Outcome, composition: Composition) -> list[str]:
    """Return what is owed under a rule, its wording where it names no remedies."""
    rule = watched_rule(out.rule, composition)
    if out.tier is None or not out.eligible:
        remedies = []
    else:
        places = range(len(rule.tiers))
        tier = rule.tiers[out.tier.place] if out.tier.place in places else out.tier.tier
        # The bounds decided the answer, though they are not printed.
        _ = tier.lower, tier.upper, tier.upper_included, rule.unit, rule.clock
        remedies = [line for one in tier.remedies if (line := remedy_line(one, composition))]
    return remedies or (
        [item(text)] if out.eligible and (text := composition.words(rule.text)) else []
    )


def due_text(out: Outcome, composition: Composition, *, weekday: bool = True) -> str:
    """Return by when the office gives what is owed, empty where the rule states no time."""
    if out.fulfil is None:
        return ""
    watched = watched_rule(out.rule, composition).fulfil_within
    _ = watched and (watched.value, watched.unit)
    if out.fulfil.due_at is not None:
        return moment(out.fulfil.due_at, composition.lang)
    written = full_date if weekday else long_date
    return written(out.fulfil.due, composition.lang)


def touch_limits(answer: Entitlement, composition: Composition) -> None:
    """Read the limits that a timed answer rests on, so that open ones among them are noticed.

    The answer words them itself, from values that nobody watched.
    """
    if answer.rule is None or answer.rule.trigger not in {None, *TIMED}:
        return
    # Which limits those are is looked up unwatched: a limit that is passed over was not used.
    for place, number in _limits_of(answer.event, composition.original):
        part = composition.definition.standards[place].time_limit
        if part is not None:
            limit = part.limits[number]
            _ = limit.value, limit.unit, composition.words(limit.start)


def _limits_of(event: ServiceEvent, definition: Definition) -> Iterator[tuple[int, int]]:
    """Yield the places of the limits that may hold for an event: standard and limit."""
    for place, standard in enumerate(definition.standards):
        limits = standard.time_limit.limits if standard.time_limit else ()
        for number, limit in enumerate(limits if standard.service == event.service else ()):
            fits = not limit.channels or event.channel is None or event.channel in limit.channels
            if event.limit == limit.id or (event.limit is None and fits):
                yield place, number


def unconfirmed(record: Node, composition: Composition) -> str:
    """Say which values of a record are illustrations or unverified; empty where none is."""
    names = dict.fromkeys(_open_names(record, composition))
    if not names:
        return ""
    return sentence(composition.say("case.unconfirmed", values=", ".join(names)))


def _open_names(record: Node, composition: Composition) -> Iterator[str]:
    for value in open_values(record):
        key = next(step for step in reversed(value.pointer) if isinstance(step, str))
        yield term_of(value.owner, key, composition.lang)
