"""The facts of an event as a record holds them, each with its moment."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.compensation.claiming import Asking, asking
from pst_standards.compensation.clocks import office_clock
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.words import shown
from pst_standards.documents.compose.blanks import SHORT
from pst_standards.documents.compose.complaint_lines import channel_line, channels_named
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.naming import term_of
from pst_standards.documents.compose.phrases import BLANK, bare, inner, joined, money, opened
from pst_standards.model.service_event import ServiceEvent

_MOMENTS = (
    "requested_at",
    "complete_at",
    "clock_started_at",
    "served_at",
    "informed_at",
    "finished_at",
    "complained_at",
    "claimed_at",
    "verified_at",
)
_AMOUNTS = ("amount_due", "amount_charged")


def event_facts(answer: Entitlement, composition: Composition) -> Iterator[tuple[str, str]]:
    """Yield label and value of each fact; whom the event concerns is left to the hand."""
    say = composition.say
    known = {
        Asking.CLAIM: say("decision.user-by-form", blank=SHORT),
        Asking.COMPLAINT: say("decision.user-by-complaint", blank=SHORT),
    }
    yield say("decision.user"), known.get(asking(answer.event), BLANK)
    yield say("decision.reference"), answer.event.id or BLANK
    yield from happened(answer, composition)


def happened(answer: Entitlement, composition: Composition) -> Iterator[tuple[str, str]]:
    """Yield label and value of each fact, without whom the event concerns and its reference."""
    event = answer.event
    facts = {
        "service": _service(event, composition),
        "channel": event.channel.term(composition.lang) if event.channel else "",
        "case": bare(composition.words(event.case)),
        "triggers": _triggers(event, composition),
        "description": composition.words(event.description),
    }
    for name, value in (*facts.items(), *_moments(answer, composition)):
        if value:
            yield term_of(ServiceEvent, name, composition.lang), value
    yield from _claim(event, composition)


def _service(event: ServiceEvent, composition: Composition) -> str:
    service = by_id(composition.definition.services).get(event.service or "")
    name = bare(composition.words(service.name)) if service else ""
    return name or event.service or ""


def _triggers(event: ServiceEvent, composition: Composition) -> str:
    names = [inner(one.term(composition.lang)) for one in event.triggers]
    return opened(joined(dict.fromkeys(names), composition))


def _moments(answer: Entitlement, composition: Composition) -> Iterator[tuple[str, str]]:
    event = answer.event
    if event.requested_at is None:
        return
    clock = office_clock(answer.definition, event.requested_at)
    for name in _MOMENTS:
        at = getattr(event, name)
        if at is not None:
            yield name, shown(clock.local(at), composition.lang)


def _claim(event: ServiceEvent, composition: Composition) -> Iterator[tuple[str, str]]:
    say, lang = composition.say, composition.lang
    names = (event.claim_channel,) if event.claim_channel else ()
    for one in channels_named(names, composition, all_when_empty=False):
        yield term_of(ServiceEvent, "claim_channel", lang), bare(channel_line(one, composition))
    for name in _AMOUNTS:
        value = getattr(event, name)
        if value is not None:
            yield term_of(ServiceEvent, name, lang), money(value, lang)
    if event.fault_established is not None:
        label = term_of(ServiceEvent, "fault_established", lang)
        yield label, say("yes" if event.fault_established else "no")
