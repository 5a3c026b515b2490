"""Which of several promises is best for the user, what stands beside it, what the user chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pst_standards.compensation.choosing import trigger_of
from pst_standards.compensation.outcome import Outcome
from pst_standards.model.compensation import Trigger
from pst_standards.rules.tiers import is_weaker


class Owed(NamedTuple):
    """One compensation that is owed: the best, and what the user may choose in its place.

    ``alternatives`` are neither more nor less than the best as far as anybody can tell, ``passed``
    counts the promises that are surely no better.
    """

    best: Outcome
    alternatives: tuple[Outcome, ...] = ()
    passed: int = 0

    @property
    def is_refund(self) -> bool:
        """Whether it gives back what was charged too much, which is no compensation."""
        return trigger_of(self.best.rule) is Trigger.OVERCHARGED


def owed_of(outcomes: Sequence[Outcome], *, once: bool) -> tuple[Owed, ...]:
    """Return every compensation that is owed, the best first.

    Each trigger has its own unless one is all (``once``). What was charged too much is given back
    in any case: it is the user's money, so no compensation stands in for it.
    """
    groups: dict[Trigger | None, list[Outcome]] = {}
    for one in outcomes:
        if one.eligible:
            trigger = trigger_of(one.rule)
            kept = not once or trigger is Trigger.OVERCHARGED
            groups.setdefault(trigger if kept else None, []).append(one)
    found = [_chosen(group) for group in groups.values()]
    if len(found) < 2:  # noqa: PLR2004 - nothing to put in order
        return tuple(found)
    first = _chosen([one.best for one in found]).best
    return tuple(sorted(found, key=lambda one: one.best is not first))


def _chosen(group: Sequence[Outcome]) -> Owed:
    """Choose among promises of which one is given: what nothing tops, the most things first."""
    untopped = [one for one in group if not any(_is_lesser(one, other) for other in group)]
    best = max(untopped, key=_size)
    others = [one for one in untopped if one is not best and not _is_alike(one, best)]
    return Owed(best, tuple(others), len(group) - 1 - len(others))


def _size(out: Outcome) -> int:
    return len(out.remedies) or int(_is_worded(out))


def _is_worded(out: Outcome) -> bool:
    """Whether a promise is told in words only, so that nobody can rank it."""
    return not out.remedies and bool(out.rule.text)


def _is_lesser(one: Outcome, than: Outcome) -> bool:
    if _is_worded(one):
        return False
    weaker = is_weaker(one.remedies, than.remedies)
    return weaker and not is_weaker(than.remedies, one.remedies)


def _is_alike(one: Outcome, other: Outcome) -> bool:
    """Whether two promises surely give the same."""
    if _is_worded(one) or _is_worded(other):
        return False
    kinds = [{remedy.kind for remedy in out.remedies} for out in (one, other)]
    return kinds[0] == kinds[1] and None not in kinds[0]
