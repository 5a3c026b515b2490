"""Which tier a delay earns; tiers that clash at that delay are refused, never guessed."""

from __future__ import annotations

from collections.abc import Sequence

from pst_standards.compensation.errors import PolicyError
from pst_standards.model.compensation import CompensationRule, Tier
from pst_standards.rules.tiers import Step, joints, steps


def tier_at(rule: CompensationRule, delay: int) -> Step | None:
    """Return the tier that a delay in the unit of the rule lies in, ``None`` below the first.

    Whoever waits longer than the last tier tells earns that tier: more delay never earns less.
    Raises ``PolicyError`` when the delay lies in a gap or in two tiers, or a tier ends before it
    begins, so that nobody can say what is owed.

    >>> rule = CompensationRule(id="late", tiers=(Tier(lower=30, upper=60),))
    >>> tier_at(rule, 29) is None, tier_at(rule, 30).place, tier_at(rule, 90).place
    (True, 0, 0)
    """
    ordered = steps(rule.tiers)
    if not ordered:
        raise PolicyError("tiers.missing", rule=rule.id)
    _refuse_inverted(rule)
    held = [one for one in ordered if one.holds(delay)]
    if len(held) == 1:
        return held[0]
    if held:
        raise _clash("overlap", rule, held[0], held[1])
    if delay < ordered[0].lower:
        return None
    below = [one for one in ordered if one.lower <= delay]
    if len(below) < len(ordered):
        raise _clash("gap", rule, below[-1], ordered[len(below)])
    return max(ordered, key=lambda one: one.upper or 0)


def _refuse_inverted(rule: CompensationRule) -> None:
    for joint in joints(rule.tiers):
        if joint.kind == "inverted":
            bounds = {"lower": joint.start, "upper": joint.stop or 0}
            raise PolicyError("tiers.inverted", rule=rule.id, **bounds)


def _clash(key: str, rule: CompensationRule, before: Step, after: Step) -> PolicyError:
    # Of a gap these are its ends; of an overlap what the earlier tier says, and the later.
    upper = before.upper if key == "gap" else before.tier.upper
    bounds = {"upper": "\N{INFINITY}" if upper is None else upper, "lower": after.lower}
    return PolicyError(f"tiers.{key}", rule=rule.id, **bounds)


def untimed_tier(tiers: Sequence[Tier]) -> Step | None:
    """Return what a trigger other than time earns: the tier that begins at nought, else the first.

    >>> untimed_tier((Tier(lower=0), Tier(lower=3))).place
    0
    >>> untimed_tier(()) is None
    True
    """
    if not tiers:
        return None
    ordered = steps(tiers)
    return ordered[0] if ordered else Step(0, tiers[0], 0, None)
