"""What one rule of the policy comes to for an event: owed or not, with every step and cause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from pst_standards.calendar import Deadline
from pst_standards.compensation import exclusions
from pst_standards.compensation.case import TIMED, Case
from pst_standards.compensation.choosing import trigger_of
from pst_standards.compensation.claiming import Asking, asking, claim_in_time, claim_time
from pst_standards.compensation.complaining import complaint_in_time
from pst_standards.compensation.errors import EventError
from pst_standards.compensation.measuring import Measure, measure
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.compensation.tiers import tier_at, untimed_tier
from pst_standards.model.channel import Duration
from pst_standards.model.compensation import (
    ClockBase,
    CompensationRule,
    Exclusion,
    Remedy,
    Trigger,
)
from pst_standards.model.service_event import Circumstance
from pst_standards.rules.tiers import Step


@frozen(kw_only=True)
class Outcome:
    """What an event comes to under one rule; ``against`` is empty exactly when something is owed.

    ``delay`` is in the unit of the rule, ``fulfil`` and ``claim`` are the deadlines of the office
    and of the citizen. Where the reading of ``claim`` in working days cannot be counted yet,
    ``claim_uncounted_year`` is the year that it needs.
    """

    rule: CompensationRule
    tier: Step | None = None
    delay: int | None = None
    steps: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    fulfil: Deadline | None = None
    claim: Deadline | None = None
    claim_uncounted_year: int | None = None
    provisional: bool = False
    citations: tuple[str, ...] = ()

    @property
    def eligible(self) -> bool:
        """Whether something is owed."""
        return not self.against

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What is owed; nothing where there is a cause against it."""
        return self.tier.tier.remedies if self.tier is not None and self.eligible else ()


def judged(case: Case, rule: CompensationRule) -> Outcome:
    """Hold an event against one rule.

    Raises ``EventError`` or ``PolicyError`` for what cannot be told, a ``CalendarError`` for days
    of which nothing is known.
    """
    sorted_ = exclusions.sort(case, rule)
    out = Outcome(rule=rule, steps=sorted_.notes)
    whole = [exclusions.excluded(one) for one in sorted_.excluded]
    kinds = tuple(one.kind for one in sorted_.excluded if one.kind)
    measured = _Found()
    if trigger_of(rule) not in TIMED:
        measured = _untimed(case, rule)
    elif not whole and _never_complete(case):
        measured = _Found(against=(cause("clock-not-started", "UU 25/2009 Pasal 19 huruf a"),))
    elif not whole:
        measured = _timed(case, rule, sorted_.partial)
    claim = claim_time(case, rule)
    told = (*claim_in_time(case, claim), *complaint_in_time(case, rule, claim))
    late = tuple(one for one in told if one.against)
    notes = tuple(one for one in told if not one.against)
    out = evolve(
        out,
        tier=measured.tier,
        delay=measured.delay,
        steps=(*out.steps, *measured.steps, *notes),
        against=(*whole, *measured.against, *_formal(case, rule), *late),
        excluded=(*kinds, *measured.excluded, *((Exclusion.LATE_CLAIM,) if late else ())),
        claim=claim.ends if claim else None,
        claim_uncounted_year=claim.uncounted_year if claim else None,
        provisional=measured.provisional,
        citations=measured.citations,
    )
    return _with_fulfilment(out, case) if out.eligible else out


@frozen(kw_only=True)
class _Found:
    """What was found about the trigger of a rule."""

    tier: Step | None = None
    delay: int | None = None
    steps: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    provisional: bool = False
    citations: tuple[str, ...] = ()


def _never_complete(case: Case) -> bool:
    """Whether the request is on record as incomplete, and nothing says that this ever changed."""
    if case.event.complete_at is not None:
        return False
    return any(
        one.kind is Exclusion.INCOMPLETE_FILE and one.evidence for one in case.event.circumstances
    )


def _timed(case: Case, rule: CompensationRule, partial: Sequence[Circumstance]) -> _Found:
    stops = exclusions.pauses(tuple(partial), case)
    measured = measure(evolve(case, clock=case.clock.paused(stops)), rule)
    tier = None if measured.delay is None else tier_at(rule, measured.delay)
    left_out = tuple(exclusions.left_out(one, case) for one in partial)
    found = _Found(
        tier=tier,
        delay=measured.delay,
        steps=(*left_out, *measured.steps),
        provisional=measured.provisional,
        citations=measured.citations,
    )
    if tier is not None:
        return evolve(found, steps=(*found.steps, _tier_step(rule, tier)))
    if partial and _would_hold(measure(case, rule), rule):
        kinds = tuple(one.kind for one in partial if one.kind)
        causes = tuple(exclusions.excluded(one) for one in partial)
        steps = (*found.steps, step("explained"))
        return evolve(found, steps=steps, against=causes, excluded=kinds)
    return evolve(found, against=measured.against or (_below(rule, measured),))


def _would_hold(measured: Measure, rule: CompensationRule) -> bool:
    return measured.delay is not None and tier_at(rule, measured.delay) is not None


def _below(rule: CompensationRule, measured: Measure) -> Reason:
    lowest = min(one.lower or 0 for one in rule.tiers)
    return cause(
        "below-threshold",
        amount=Duration(value=measured.delay, unit=measured.unit),
        threshold=Duration(value=lowest, unit=measured.unit),
    )


def _tier_step(rule: CompensationRule, tier: Step) -> Reason:
    lower = Duration(value=tier.lower, unit=rule.unit)
    if tier.upper is None:
        return step("tier-from", lower=lower)
    upper = Duration(value=tier.tier.upper, unit=rule.unit)
    key = "tier-included" if tier.tier.upper_included else "tier"
    return step(key, lower=tier.lower, upper=upper)


def _untimed(case: Case, rule: CompensationRule) -> _Found:
    event, trigger = case.event, trigger_of(rule)
    told = step(f"trigger.{trigger.value}", at=case.clock.local(case.ended or case.requested))
    found = _Found(tier=untimed_tier(rule.tiers), steps=(told,))
    if trigger is not Trigger.OVERCHARGED:
        return found
    if event.amount_due is None or event.amount_charged is None:
        missing = "amount_due" if event.amount_due is None else "amount_charged"
        raise EventError("amount.missing", field=missing)
    amounts = {"due": event.amount_due, "charged": event.amount_charged}
    if event.amount_charged <= event.amount_due:
        return evolve(found, against=(cause("not-overcharged", **amounts),))
    over = event.amount_charged - event.amount_due
    return evolve(found, steps=(told, step("overcharge", **amounts, over=over)))


def _formal(case: Case, rule: CompensationRule) -> Iterator[Reason]:
    """Yield the causes that lie in the policy and the claim, not in what happened."""
    yield from _in_force(case)
    if rule.clock is ClockBase.BEYOND_STANDARD and trigger_of(rule) in TIMED:
        yield from _standard_in_force(case)
    event = case.event
    if event.compensated is not None and case.policy.once_per_event:
        yield cause("already-compensated", number=event.compensated)
    if rule.needs_complaint and asking(event) is Asking.NOT_YET:
        yield cause("complaint-needed")
    if rule.fault_required and event.fault_established is None:
        yield cause("fault-unknown")
    elif rule.fault_required and not event.fault_established:
        yield cause("no-fault")


def _in_force(case: Case) -> Iterator[Reason]:
    day, decree = case.clock.local(case.requested).date(), case.policy.decree
    if decree is None:
        return
    if decree.date is not None and day < decree.date:
        yield cause("policy-not-yet", since=decree.date)
    if decree.valid_until is not None and day > decree.valid_until:
        yield cause("policy-ended", until=decree.valid_until)


def _standard_in_force(case: Case) -> Iterator[Reason]:
    day = case.clock.local(case.requested).date()
    cycles = [one.life_cycle for one in case.standards if one.life_cycle is not None]
    since = [one.in_force_from for one in cycles if one.in_force_from is not None]
    if since and len(since) == len(case.standards) and day < min(since):
        yield cause("standard-not-yet", since=min(since))


def _with_fulfilment(out: Outcome, case: Case) -> Outcome:
    limit = out.rule.fulfil_within
    if limit is None or limit.value is None or limit.unit is None:
        return evolve(out, steps=(*out.steps, step("fulfil-not-stated")))
    field_name, start = _fulfil_from(case)
    if start is None:
        return evolve(out, steps=(*out.steps, step("fulfil-open", span=limit)))
    fulfil = case.clock.ends(start, limit)
    due = case.clock.local(fulfil.due_at) if fulfil.due_at is not None else fulfil.due
    told = step(f"fulfil.{field_name}", span=limit, at=case.clock.local(start), due=due)
    return evolve(
        out,
        fulfil=fulfil,
        steps=(*out.steps, told),
        provisional=out.provisional or fulfil.provisional,
        citations=(*out.citations, *fulfil.citations),
    )


def _fulfil_from(case: Case) -> tuple[str, dt.datetime | None]:
    """Return with what the time to fulfil begins: the last step of a claim, else the event."""
    event = case.event
    for name in ("verified_at", "claimed_at", "complained_at"):
        at = getattr(event, name)
        if at is not None:
            return name, at
    return "ended", case.ended
