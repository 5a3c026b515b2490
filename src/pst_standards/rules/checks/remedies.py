"""KOMP-007, 013, 015, 022 to 024, 026: what is given, for which component, and who pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.compensation import (
    CompensationRule,
    Funding,
    Remedy,
    RemedyKind,
    Trigger,
)
from pst_standards.model.component import Component
from pst_standards.model.definition import Stage
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.compensation import TIMED, has_promises
from pst_standards.rules.checks.fees import is_free
from pst_standards.rules.citing import keys_in
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.burdens import (
    budgets_damages,
    charges_officer,
    denies_budget,
    punishes_users,
)
from pst_standards.rules.detectors.remedies import (
    gives_back,
    offers_cash,
    offers_discount,
    offers_refund,
    remedies_in,
)
from pst_standards.rules.promised import Promise
from pst_standards.rules.wordings import says, words_of

_COSTLY: Final = frozenset(
    {RemedyKind.DRINK, RemedyKind.SNACK, RemedyKind.SOUVENIR, RemedyKind.DELIVERY}
)
# What a provider has money for at all; no article speaks of money for compensation.
_BUDGET_OF_SERVICE: Final = ("UU 25/2009 Pasal 14 huruf c",)
_MONEY: Final = (offers_discount, offers_refund, offers_cash)
# A trigger may break more than one component; what it can't break is a slip.
_FITTING: Final[Mapping[Trigger, frozenset[Component]]] = {
    Trigger.LATE: frozenset({Component.TIME_LIMIT, Component.COMPLAINT_HANDLING}),
    Trigger.WAITING_WITHOUT_INFORMATION: frozenset({Component.TIME_LIMIT, Component.PROCEDURE}),
    Trigger.WRONG_PRODUCT: frozenset({Component.PRODUCT}),
    Trigger.FACILITY_OUT_OF_ORDER: frozenset({Component.FACILITIES, Component.SAFETY_GUARANTEE}),
    Trigger.OVERCHARGED: frozenset({Component.FEE}),
}


def _remedies(rule: CompensationRule) -> Iterator[tuple[Remedy, Pointer]]:
    for tier, stated in enumerate(rule.tiers):
        for place, remedy in enumerate(stated.remedies):
            yield remedy, ("tiers", tier, "remedies", place)


def kinds_of(rule: CompensationRule) -> frozenset[RemedyKind]:
    """Return the kinds of remedy that a rule promises, by key or in words.

    >>> sorted(kind.value for kind in kinds_of(CompensationRule(id="late", text=Text("Teh kotak"))))
    ['drink']
    """
    found = remedies_in(words_of(rule.text))
    for remedy, _ in _remedies(rule):
        found |= {remedy.kind} if remedy.kind else remedies_in(words_of(remedy.text))
    return found


def has_costly(rule: CompensationRule) -> bool:
    """Tell whether a rule promises something that has to be bought or sent.

    >>> has_costly(CompensationRule(id="late", text=Text("Suvenir")))
    True
    """
    return not _COSTLY.isdisjoint(kinds_of(rule))


def _remedy_not_clear(context: Context) -> Iterator[Hit]:
    for rule, pointer, _ in context.promises:
        # A promise of time without tiers is reported by KOMP-003.
        if rule.trigger in TIMED and not rule.tiers:
            continue
        stated = [remedy for remedy, _ in _remedies(rule) if remedy.kind or says(remedy.text)]
        if not (stated or remedies_in(words_of(rule.text))):
            yield Hit(pointer, {"rule": rule.id}, "none")
        for remedy, place in _remedies(rule):
            if remedy.kind is None and says(remedy.text) and not _is_known(str(remedy.text)):
                yield Hit((*pointer, *place), {"text": str(remedy.text)})


def _is_known(said: str) -> bool:
    """Tell whether words name a remedy; of two languages those count that were adopted."""
    words = words_of(said)
    return bool(remedies_in(words)) or any(offers(words) for offers in (*_MONEY, gives_back))


def _not_paid_for(context: Context) -> Iterator[Hit]:
    for rule, pointer, _ in context.promises:
        if has_costly(rule) and rule.funding in {None, Funding.NONE}:
            variant = "unfunded" if rule.funding else "unnamed"
            yield Hit(pointer, {"rule": rule.id}, variant, _BUDGET_OF_SERVICE)
    if context.stage is Stage.ADOPTED and not _damages_budgeted(context):
        yield Hit(("complaints",) if context.definition.complaints else (), variant="damages")


def _damages_budgeted(context: Context) -> bool:
    complaints, office = context.complaints, context.definition.office
    stated = complaints.damages_budget
    if says(stated) and not denies_budget(words_of(stated)):
        return True
    texts = [told.words for told in context.remedy_texts]
    return any(map(budgets_damages, [*texts, words_of(office.budget if office else None)]))


def _promised_or_adopted(context: Context) -> bool:
    return bool(context.promises) or context.stage is Stage.ADOPTED


def _lowers_a_tariff(context: Context) -> Iterator[Hit]:
    for promise in context.promises:
        if not _all_free(promise, context):
            for text, pointer in _texts(promise):
                variant = _lowering(words_of(text), promise.rule)
                if variant:
                    yield Hit(pointer, {"text": str(text)}, variant)
    for told in context.policy_texts:
        variant = _lowering(told.words, None) if len(told.pointer) < _IN_RULES else ""
        if variant:
            yield Hit(told.pointer, {"text": str(told.text)}, variant)


_IN_RULES: Final = 4
"""Steps of the pointer of a text inside a rule; the announcement and the basis stand higher."""


def _lowering(words: str, rule: CompensationRule | None) -> str:
    if offers_discount(words):
        return "discount"
    # What was paid too much is owed back by the act itself.
    owed = rule is not None and rule.trigger is Trigger.OVERCHARGED
    return "refund" if not owed and offers_refund(words) else ""


def _texts(promise: Promise) -> Iterator[tuple[Text, Pointer]]:
    if promise.rule.text:
        yield promise.rule.text, (*promise.pointer, "text")
    for remedy, place in _remedies(promise.rule):
        if remedy.text:
            yield remedy.text, (*promise.pointer, *place, "text")


def _all_free(promise: Promise, context: Context) -> bool:
    """Whether every service of a promise is known to cost nothing."""
    services = promise.rule.services
    fees = [
        placed.standard.fee
        for placed in context.standards
        if not services or placed.standard.service in services
    ]
    return bool(fees) and all(fee is not None and is_free(fee) for fee in fees)


def _money_for_free(context: Context) -> Iterator[Hit]:
    for promise in context.promises:
        for text, pointer in _texts(promise):
            words = words_of(text)
            if any(offers(words) for offers in _MONEY) and _all_free(promise, context):
                yield Hit(pointer, {"text": str(text)})


def _no_component(context: Context) -> Iterator[Hit]:
    for rule, pointer, _ in context.promises:
        if rule.component is None:
            # The other triggers name what was missed themselves.
            if rule.trigger in {None, Trigger.OTHER_COMPONENT}:
                yield Hit(pointer, {"rule": rule.id}, "missing")
            continue
        component, trigger = Component.named(rule.component), rule.trigger
        here = (*pointer, "component")
        if component is None:
            yield Hit(here, {"component": rule.component}, "unknown")
        elif trigger is not None and component not in _FITTING.get(trigger, Component):
            params = {"component": component.value, "trigger": trigger.value}
            yield Hit(here, params, "mismatch")


def _sanction_without_basis(context: Context) -> Iterator[Hit]:
    policy = context.definition.compensation
    for place, sanction in enumerate(policy.user_sanctions if policy else ()):
        if not (says(sanction.citation) or keys_in((sanction.text,))):
            here = ("compensation", "user_sanctions", place)
            yield Hit(here, {"sanction": sanction.id})
    for told in context.policy_texts:
        # The text of a sanction that is listed was judged with its citation.
        listed = "user_sanctions" in told.pointer
        if not listed and punishes_users(told.words) and not keys_in((told.text,)):
            yield Hit(told.pointer, {"text": str(told.text)}, "told")


def _officer_pays(context: Context) -> Iterator[Hit]:
    for rule, pointer, _ in context.promises:
        if says(rule.funding_basis):
            continue
        if rule.funding is Funding.OFFICER or charges_officer(words_of(rule.text)):
            yield Hit(pointer, {"rule": rule.id})


CHECKS: Final = (
    Check(id="KOMP-007", find=_remedy_not_clear, applies=has_promises),
    Check(id="KOMP-013", find=_not_paid_for, applies=_promised_or_adopted),
    Check(id="KOMP-015", find=_lowers_a_tariff, applies=has_promises),
    Check(id="KOMP-022", find=_no_component, applies=has_promises),
    Check(id="KOMP-023", find=_sanction_without_basis, applies=has("compensation")),
    Check(id="KOMP-024", find=_officer_pays, applies=has_promises),
    Check(id="KOMP-026", find=_money_for_free, applies=has_promises),
)
