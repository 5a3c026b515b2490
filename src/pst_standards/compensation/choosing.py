"""Which promises of the policy an event falls under, and which of them is best for the citizen."""

from __future__ import annotations

from pst_standards.compensation.case import TIMED, Case
from pst_standards.compensation.clocks import CLOCK_UNITS
from pst_standards.compensation.errors import CompensationError
from pst_standards.compensation.limits import promised
from pst_standards.model.channel import TimeUnit
from pst_standards.model.compensation import ClockBase, CompensationRule, Trigger
from pst_standards.model.component import Component
from pst_standards.model.delivery import TimeScope


def trigger_of(rule: CompensationRule) -> Trigger:
    """Return what opens a claim under a rule; one that does not say so is for lateness."""
    return rule.trigger or Trigger.LATE


def fitting(case: Case) -> list[CompensationRule]:
    """Return the rules for what happened, to the service and the component that it happened to.

    Of rules on lateness, one that counts in the kind of time in which the standard promises goes
    before one that does not: minutes for a visit, days for an application.
    """
    found = [one for one in case.policy.rules if _is_for(one, case)]
    alike = [one for one in found if trigger_of(one) not in TIMED or _counts_alike(one, case)]
    timed = {trigger_of(one) for one in alike if trigger_of(one) in TIMED}
    rest = [one for one in found if one not in alike and trigger_of(one) not in timed]
    return [one for one in found if one in alike or one in rest]


def _is_for(rule: CompensationRule, case: Case) -> bool:
    trigger = trigger_of(rule)
    if trigger not in case.event.triggers:
        return False
    if rule.services and case.event.service not in rule.services:
        return False
    if trigger is not Trigger.OTHER_COMPONENT or rule.component is None:
        return True
    return Component.named(rule.component) is Component.named(case.event.component)


def _counts_alike(rule: CompensationRule, case: Case) -> bool:
    if rule.clock is not ClockBase.BEYOND_STANDARD or rule.unit is None:
        return True
    waiting = trigger_of(rule) is Trigger.WAITING_WITHOUT_INFORMATION
    unit: TimeUnit | None
    try:
        unit = promised(case, TimeScope.WAITING if waiting else TimeScope.WHOLE_PROCESS).unit
    except CompensationError:
        return True
    return (unit in CLOCK_UNITS) == (rule.unit in CLOCK_UNITS)
