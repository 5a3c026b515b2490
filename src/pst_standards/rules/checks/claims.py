"""KOMP-001, 008 to 012, 016, 017: how a promise is claimed, decided, kept and recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.channel import Decree
from pst_standards.model.compensation import (
    CompensationPolicy,
    CompensationRule,
    RemedyKind,
    Trigger,
)
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.compensation import TIMED, has_promises
from pst_standards.rules.checks.decrees import missing_of
from pst_standards.rules.checks.remedies import has_costly, kinds_of
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.claims import (
    excludes_own_cause,
    keeps_register,
    limits_claim,
    limits_fulfilment,
    names_decider,
    names_decree,
    names_verifier,
    names_way_to_claim,
    says_how_often,
    states_exclusion,
)
from pst_standards.rules.promised import Promise
from pst_standards.rules.stated import states_duration
from pst_standards.rules.wordings import says, words_of

_POLICY: Final = ("compensation",)
_ON_THE_SPOT: Final = frozenset(
    {RemedyKind.SPOKEN_APOLOGY, RemedyKind.DRINK, RemedyKind.SNACK, RemedyKind.NO_QUEUE}
)
_EXCUSABLE: Final = TIMED | {Trigger.FACILITY_OUT_OF_ORDER, Trigger.OTHER_COMPONENT}
"""What riot, flood or an incomplete file can cause; rudeness and a wrong product they can't."""


def _policy(context: Context) -> CompensationPolicy:
    return context.definition.compensation or CompensationPolicy()


def _announces(context: Context) -> bool:
    policy = _policy(context)
    return bool(policy.rules) or says(policy.announcement)


def _not_decreed(context: Context) -> Iterator[Hit]:
    policy = _policy(context)
    if policy.decree is None and names_decree(words_of(policy.announcement, *policy.basis)):
        return
    missing = tuple(missing_of(policy.decree or Decree()))
    if missing:
        yield Hit((*_POLICY, "decree") if policy.decree else _POLICY, {"missing": missing})


def _on_claim(rule: CompensationRule) -> bool:
    """Whether the remedy comes only to who asks, or the rule does not say."""
    return rule.needs_complaint is not False


def _any_on_claim(context: Context) -> bool:
    return any(_on_claim(rule) for rule, _, _ in context.promises)


def _nobody_decides(context: Context) -> Iterator[Hit]:
    for promise in context.promises:
        missing = tuple(_undecided(promise))
        if missing:
            yield Hit(promise.pointer, {"rule": promise.rule.id, "missing": missing})


def _undecided(promise: Promise) -> Iterator[str]:
    rule = promise.rule
    if not (says(rule.decider) or names_decider(promise.words)):
        yield "decider"
    # What the clock alone shows needs nobody to look into it.
    looked_into = rule.needs_complaint is True or rule.fault_required is True
    if looked_into and not (says(rule.verifier) or names_verifier(promise.words)):
        yield "verifier"


def _nowhere_to_claim(context: Context) -> Iterator[Hit]:
    named = _policy(context).claim_channels
    if not named:
        told = any(names_way_to_claim(promise.words) for promise in context.promises)
        if not told:
            yield Hit(_POLICY, variant="none")
        return
    complaints = context.definition.complaints
    known = {one.id for one in complaints.channels} if complaints else set()
    # An id that leads nowhere is reported by the reader of files.
    if known.issuperset(named) and not any(name in context.channels for name in named):
        yield Hit((*_POLICY, "claim_channels"), {"channels": tuple(named)}, "closed")


def _claim_without_limit(context: Context) -> Iterator[Hit]:
    for rule, pointer, words in context.promises:
        if _on_claim(rule) and not (states_duration(rule.claim_within) or limits_claim(words)):
            yield Hit(pointer, {"rule": rule.id})


def _fulfilment_without_limit(context: Context) -> Iterator[Hit]:
    for rule, pointer, words in context.promises:
        kinds = kinds_of(rule)
        if kinds and kinds <= _ON_THE_SPOT:
            continue
        if not (states_duration(rule.fulfil_within) or limits_fulfilment(words)):
            yield Hit(pointer, {"rule": rule.id})


def _exclusions_not_stated(context: Context) -> Iterator[Hit]:
    for rule, pointer, words in context.promises:
        # Where an officer must be at fault, force majeure and a fault of the user are out.
        if rule.trigger not in _EXCUSABLE or rule.fault_required or rule.exclusions:
            continue
        if not states_exclusion(words):
            yield Hit(pointer, {"rule": rule.id}, "none")
    for told in context.policy_texts:
        if excludes_own_cause(told.words):
            yield Hit(told.pointer, {"text": str(told.text)}, "own_cause")


def _any_costly(context: Context) -> bool:
    return any(has_costly(rule) for rule, _, _ in context.promises)


def _no_register(context: Context) -> Iterator[Hit]:
    told = any(keeps_register(promise.words) for promise in context.promises)
    if not (says(_policy(context).register) or told):
        yield Hit(_POLICY)


def _how_often_not_said(context: Context) -> Iterator[Hit]:
    if _policy(context).once_per_event is not None:
        return
    costly: list[Pointer] = []
    for rule, pointer, words in context.promises:
        if says_how_often(words):
            return
        if has_costly(rule):
            costly.append(pointer)
    yield from map(Hit, costly[:1])


CHECKS: Final = (
    Check(id="KOMP-001", find=_not_decreed, applies=_announces),
    Check(id="KOMP-008", find=_nobody_decides, applies=has_promises),
    Check(id="KOMP-009", find=_nowhere_to_claim, applies=_any_on_claim),
    Check(id="KOMP-010", find=_claim_without_limit, applies=_any_on_claim),
    Check(id="KOMP-011", find=_fulfilment_without_limit, applies=has_promises),
    Check(id="KOMP-012", find=_exclusions_not_stated, applies=has_promises),
    Check(id="KOMP-016", find=_no_register, applies=has_promises),
    Check(id="KOMP-017", find=_how_often_not_said, applies=_any_costly),
)
