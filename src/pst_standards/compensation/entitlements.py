"""What a user is owed for a service below its standard: the answer, why, by when, what else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from attrs import frozen

from pst_standards.calendar import Calendar
from pst_standards.compensation.case import Case, case_of
from pst_standards.compensation.choosing import fitting
from pst_standards.compensation.naming import in_words
from pst_standards.compensation.outcome import Outcome, judged
from pst_standards.compensation.ranking import Owed, owed_of
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.compensation.rights import Rights, rights_of
from pst_standards.definitions.structure import plain
from pst_standards.model.base import Text
from pst_standards.model.compensation import (
    CompensationPolicy,
    CompensationRule,
    Exclusion,
    Remedy,
    Trigger,
)
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import ServiceEvent
from pst_standards.rules.tiers import Step

FORMAT: Final = "pst-entitlement/1"


@frozen(kw_only=True)
class Entitlement:
    """The answer to one event.

    ``chosen`` is the rule that the answer rests on, ``also`` what other rules owe beside it where
    the policy gives more than one compensation for an event. ``alternatives`` are what the user may
    choose in place of one of them, where nobody can tell which is better. ``reasons`` are all
    steps and causes in the order in which they are told.
    """

    event: ServiceEvent
    definition: Definition
    policy: CompensationPolicy
    chosen: Outcome | None
    rights: Rights
    reasons: tuple[Reason, ...]
    also: tuple[Outcome, ...] = ()
    alternatives: tuple[Outcome, ...] = ()

    @property
    def eligible(self) -> bool:
        """Whether compensation is owed."""
        return self.chosen is not None and self.chosen.eligible

    @property
    def rule(self) -> CompensationRule | None:
        """The rule that the answer rests on, ``None`` when the policy has none for the event."""
        return None if self.chosen is None else self.chosen.rule

    @property
    def tier(self) -> Step | None:
        """The tier that is earned."""
        return self.chosen.tier if self.chosen is not None and self.eligible else None

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What is owed under the rule that the answer rests on."""
        return self.chosen.remedies if self.chosen is not None else ()

    @property
    def wording(self) -> Text | None:
        """What a rule promises in words, where it names no remedies."""
        return self.rule.text if self.rule is not None and self.eligible else None

    @property
    def due(self) -> dt.date | None:
        """By when the office gives it, ``None`` where the rule states no time."""
        fulfil = self.chosen.fulfil if self.chosen is not None else None
        return None if fulfil is None else fulfil.due

    @property
    def excluded(self) -> tuple[Exclusion, ...]:
        """The exclusions for which nothing is owed."""
        return () if self.chosen is None else self.chosen.excluded

    @property
    def causes(self) -> tuple[Reason, ...]:
        """The reasons for which nothing is owed."""
        return tuple(one for one in self.reasons if one.against)

    @property
    def complaint_still_open(self) -> bool:
        """Whether a complaint can still be made; no answer of this kind closes it."""
        return self.rights.complaint_open

    @property
    def damages_still_open(self) -> bool:
        """Whether damages can still be claimed; no answer of this kind closes that."""
        return self.rights.damages_open

    @property
    def provisional(self) -> bool:
        """Whether a date leans on days that may still move."""
        dates = [self.rights.complaint, *(one.claim for one in self._outcomes)]
        leaning = any(one.provisional for one in dates if one is not None)
        return leaning or any(one.provisional for one in self._outcomes)

    @property
    def _outcomes(self) -> tuple[Outcome, ...]:
        others = (*self.also, *self.alternatives)
        return others if self.chosen is None else (self.chosen, *others)

    @property
    def citations(self) -> tuple[str, ...]:
        """What the answer rests on: the articles, and the decrees of the days that were counted."""
        sentences = (*self.reasons, *self.rights.steps())
        told = chain.from_iterable(one.citations for one in sentences)
        dates = chain.from_iterable(one.citations for one in self._outcomes)
        complaint = self.rights.complaint.citations if self.rights.complaint else ()
        return tuple(dict.fromkeys((*told, *dates, *complaint)))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as ``pst entitlement --format json`` prints it."""
        until = self.rights.ombudsman_until
        return {
            "format": FORMAT,
            "event": self.event.id,
            "service": self.event.service,
            "eligible": self.eligible,
            **_outcome_dict(self.chosen),
            "excluded": [one.value for one in self.excluded],
            "reasons": [one.to_dict() for one in self.reasons],
            "citations": list(self.citations),
            "also": [_outcome_dict(one) for one in self.also],
            "alternatives": [_outcome_dict(one) for one in self.alternatives],
            "rights": [one.to_dict() for one in self.rights.steps()],
            "complaint_still_open": self.complaint_still_open,
            "complaint_until": _iso(self.rights.complaint_until()),
            "damages_still_open": self.damages_still_open,
            "ombudsman_until": until.isoformat() if until else None,
            "provisional": self.provisional,
        }


def _iso(days: dict[str, dt.date | None]) -> dict[str, str | None] | None:
    return {key: day.isoformat() if day else None for key, day in days.items()} or None


def _outcome_dict(out: Outcome | None) -> dict[str, Any]:
    if out is None:
        names = ("rule", "tier", "delay", "due", "claim_until", "decider", "verifier")
        return {**dict.fromkeys(names), "remedies": []}
    unit = out.rule.unit.value if out.rule.unit else None
    claim = out.claim
    return {
        "rule": out.rule.id,
        "tier": _tier_dict(out, unit),
        "delay": None if out.delay is None else {"value": out.delay, "unit": unit},
        "remedies": [_remedy_dict(one) for one in out.remedies],
        "due": out.fulfil.due.isoformat() if out.fulfil else None,
        **({"due_at": out.fulfil.due_at.isoformat()} if out.fulfil and out.fulfil.due_at else {}),
        "claim_until": (claim.readings.lenient if claim.readings else claim.due).isoformat()
        if claim
        else None,
        "decider": plain(out.rule.decider),
        "verifier": plain(out.rule.verifier),
    }


def _tier_dict(out: Outcome, unit: str | None) -> dict[str, Any] | None:
    if out.tier is None or not out.eligible:
        return None
    tier = out.tier
    return {"place": tier.place, "lower": tier.lower, "upper": tier.upper, "unit": unit}


def _remedy_dict(remedy: Remedy) -> dict[str, Any]:
    term = {lang: remedy.kind.term(lang) for lang in ("id", "en")} if remedy.kind else None
    text = plain(remedy.text) if remedy.text else None
    return {"kind": remedy.kind.value if remedy.kind else None, "term": term, "text": text}


def entitlement(
    definition: Definition,
    event: ServiceEvent,
    *,
    on: dt.date | None = None,
    calendar: Calendar | None = None,
) -> Entitlement:
    """Tell what compensation is owed for an event, why or why not, and what else may be done.

    Of several rules that fit, that which is best for the user counts; of those that do not compare
    the user chooses. Where the policy does not give one compensation an event, each trigger has its
    own, and what was charged too much is given back in any case. ``on`` is the day or moment up to
    which a service that has not ended is counted, and on which the answer is asked for: who has
    not claimed yet may by then be too late.

    Raises ``EventError`` or ``PolicyError`` for what cannot be told from the record or the
    policy, a ``CalendarError`` for a year without data. An exclusion never closes a complaint.

    >>> from pst_standards.definitions import loads
    >>> from pst_standards.definitions.records import load_record
    >>> rule = {"id": "manners", "trigger": "conduct", "text": "Permintaan maaf"}
    >>> office = loads({"services": [{"id": "library"}], "compensation": {"rules": [rule]}})
    >>> visit = {"service": "library", "triggers": ["conduct"]}
    >>> visit["requested_at"] = "2026-10-05T09:00+07:00"
    >>> answer = entitlement(office, load_record(visit, ServiceEvent))
    >>> answer.eligible, str(answer.wording), answer.complaint_still_open
    (True, 'Permintaan maaf', True)
    """
    case = case_of(definition, event, on=on, calendar=calendar)
    outcomes = [judged(case, rule) for rule in fitting(case)]
    owed = owed_of(outcomes, once=bool(case.policy.once_per_event))
    chosen = owed[0].best if owed else _nearest(outcomes)
    return Entitlement(
        event=event,
        definition=definition,
        policy=case.policy,
        chosen=chosen,
        rights=rights_of(case),
        reasons=tuple(_reasons(case, chosen, owed)),
        also=tuple(one.best for one in owed[1:]),
        alternatives=tuple(chain.from_iterable(one.alternatives for one in owed)),
    )


def _nearest(outcomes: Sequence[Outcome]) -> Outcome | None:
    """Return, where nothing is owed, the rule with the fewest causes against it, to tell why."""
    return min(outcomes, key=lambda one: len(one.against), default=None)


def _reasons(case: Case, chosen: Outcome | None, owed: Sequence[Owed]) -> Iterator[Reason]:
    yield step("requested", at=case.clock.local(case.requested))
    if chosen is None:
        names = {"triggers": Text(*(_names(case.event.triggers, lang) for lang in ("id", "en")))}
        yield cause("no-promise" if case.policy.rules else "no-policy", **names)
        return
    yield from chosen.steps
    yield from chosen.against
    yield from _steps_beside(chosen, owed[1:])
    yield from _choice(owed, once=bool(case.policy.once_per_event))


def _steps_beside(chosen: Outcome, others: Sequence[Owed]) -> Iterator[Reason]:
    """Yield what led to the other compensations, once; their time is told with each of them."""
    seen = list(chosen.steps)
    for one in chain.from_iterable(other.best.steps for other in others):
        if one not in seen and not one.key.startswith("fulfil"):
            seen.append(one)
            yield one


def _choice(owed: Sequence[Owed], *, once: bool) -> Iterator[Reason]:
    """Yield how it was chosen among several promises."""
    for one in owed:
        if one.alternatives:
            yield step("best-open", rule=in_words(one.best), others=in_words(*one.alternatives))
        elif once and one.passed and not one.is_refund:
            yield step("best-once", rule=in_words(one.best))
    told = any(one.alternatives for one in owed)
    if not once and not told and (len(owed) > 1 or any(one.passed for one in owed)):
        yield step("best", rule=in_words(owed[0].best))
    refund = next((one for one in owed if one.is_refund), None)
    if once and refund is not None and len(owed) > 1:
        yield step("refund-beside", rule=in_words(refund.best))


def _names(triggers: Iterable[Trigger], lang: str) -> str:
    return ", ".join(one.term(lang).lower() for one in triggers)
