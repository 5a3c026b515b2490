"""The tiers of a compensation rule: where they do not join, and where more delay earns less.

Used by the rules about a policy and by the room that reckons with one, so that both mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pst_standards.model.compensation import Remedy, RemedyKind, Tier

_SCALES: Final = (
    (RemedyKind.SPOKEN_APOLOGY, RemedyKind.WRITTEN_APOLOGY, RemedyKind.APOLOGY_OF_HEAD),
    (RemedyKind.DRINK, RemedyKind.SNACK, RemedyKind.SOUVENIR),
    (RemedyKind.PRIORITY_NEXT_VISIT, RemedyKind.NO_QUEUE),
)
"""Remedies that compare, each scale from the weakest up; across scales nothing is said."""


class Step(NamedTuple):
    """A tier with its place in the list and its bounds as numbers; an open end is ``None``.

    ``upper`` is never part of the step: one that the tier includes is told as the next number.
    """

    place: int
    tier: Tier
    lower: int
    upper: int | None

    def holds(self, amount: int) -> bool:
        """Tell whether a delay lies in the tier, its lower bound included, its upper one not."""
        return self.lower <= amount and (self.upper is None or amount < self.upper)


class Joint(NamedTuple):
    """Where tiers do not join: a ``gap``, an ``overlap``, an ``inverted`` tier, the ``end``.

    ``place`` is that of the tier to look at, ``start`` and ``stop`` the bounds of what is left
    open or told twice, ``stop`` not included, ``None`` without end. Of an inverted tier they are
    its bounds as written.
    """

    kind: str
    place: int
    start: int
    stop: int | None


def steps(tiers: Sequence[Tier]) -> list[Step]:
    """Return the tiers in order of time; a first tier without a lower bound begins at nought.

    Tiers without any bound are left out.

    >>> [step.place for step in steps((Tier(lower=30), Tier(upper=30), Tier()))]
    [1, 0]
    >>> steps((Tier(lower=30, upper=60, upper_included=True),))[0].upper
    61
    """
    found = [
        Step(place, tier, tier.lower or 0, _end(tier))
        for place, tier in enumerate(tiers)
        if tier.lower is not None or tier.upper is not None
    ]
    return sorted(found, key=lambda step: step.lower)


def _end(tier: Tier) -> int | None:
    """Return the first whole number past a tier."""
    return tier.upper + 1 if tier.upper is not None and tier.upper_included else tier.upper


def joints(tiers: Sequence[Tier]) -> Iterator[Joint]:
    """Yield every place where tiers do not join, exactly.

    >>> [joint[:4] for joint in joints((Tier(lower=0, upper=60), Tier(lower=61)))]
    [('gap', 1, 60, 61)]
    >>> [joint[:4] for joint in joints((Tier(lower=30, upper=60),))]
    [('start', 0, 0, 30), ('end', 0, 60, None)]
    >>> both = Tier(lower=0, upper=90, upper_included=True), Tier(lower=90)
    >>> [joint[:4] for joint in joints(both)]
    [('overlap', 1, 90, 91)]
    """
    ordered = steps(tiers)
    for step in ordered:
        if step.upper is not None and step.upper <= step.lower:
            yield Joint("inverted", step.place, step.lower, step.tier.upper)
    for before, after in pairwise(ordered):
        if before.upper is not None and before.upper < after.lower:
            yield Joint("gap", after.place, before.upper, after.lower)
        elif before.upper is None or before.upper > after.lower:
            yield _overlap(before, after)
    yield from _ends(ordered)


def _overlap(before: Step, after: Step) -> Joint:
    ends = [end for end in (before.upper, after.upper) if end is not None]
    if not ends:
        return Joint("overlap_open", after.place, after.lower, None)
    return Joint("overlap", after.place, after.lower, min(ends))


def _ends(ordered: Sequence[Step]) -> Iterator[Joint]:
    """Say where the tiers begin late or stop; both may be meant."""
    if ordered and ordered[0].lower > 0:
        yield Joint("start", ordered[0].place, 0, ordered[0].lower)
    if ordered and all(step.upper is not None for step in ordered):
        last = max(ordered, key=lambda step: step.upper or 0)
        yield Joint("end", last.place, last.upper or 0, None)


def weakened(tiers: Sequence[Tier]) -> Iterator[Step]:
    """Yield every tier that surely earns less than one for a shorter delay.

    >>> souvenir, drink = (Remedy(kind=RemedyKind(kind)) for kind in ("souvenir", "drink"))
    >>> given = Tier(lower=0, upper=30, remedies=(souvenir,)), Tier(lower=30, remedies=(drink,))
    >>> [step.lower for step in weakened(given)]
    [30]
    """
    ordered = steps(tiers)
    for number, later in enumerate(ordered):
        if any(is_weaker(later.tier.remedies, one.tier.remedies) for one in ordered[:number]):
            yield later


def is_weaker(remedies: Iterable[Remedy], than: Iterable[Remedy]) -> bool:
    """Tell whether remedies are surely the lesser ones: the others top all that they hold.

    Only apologies, refreshments and souvenirs, and places in the queue compare, each among
    themselves; a remedy that is told in words only is not judged.
    """
    given = tuple(remedies)
    mine = {one.kind for one in given if one.kind}
    others = {one.kind for one in than if one.kind}
    if any(one.kind is None for one in given) or mine >= others:
        return False
    return all(any(_tops(other, one) for other in others) for one in mine)


def _tops(other: RemedyKind, one: RemedyKind) -> bool:
    """Whether ``other`` is the same remedy or a stronger one of its scale."""
    if other is one:
        return True
    return any(
        one in scale and other in scale and scale.index(other) > scale.index(one)
        for scale in _SCALES
    )
