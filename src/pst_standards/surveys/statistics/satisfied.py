"""How many percent are satisfied, by a cut-off that is always told.

Offices print such shares, and no source was found that says from which answer on somebody counts as
satisfied. So there is no default.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from attrs import frozen

from pst_standards.surveys.statistics.errors import StatisticsError, must_be_count
from pst_standards.surveys.statistics.figures import (
    PERCENT,
    Number,
    Scale,
    decimals,
    exact,
    must_be_scale,
)
from pst_standards.surveys.statistics.joint import Joint

Unit: TypeAlias = Literal["answer", "person"]


@frozen(kw_only=True)
class Satisfied:
    """How many of how many reach the cut-off; ``unit`` tells whether answers or people count."""

    satisfied: int
    of: int
    cutoff: Fraction
    unit: Unit

    @property
    def percent(self) -> Fraction | None:
        """The share in percent, ``None`` of nobody."""
        return Fraction(PERCENT * self.satisfied, self.of) if self.of else None

    def to_dict(self) -> dict[str, Any]:
        """Return the share as data, with what it is a share of."""
        return {
            "satisfied": self.satisfied,
            "of": self.of,
            "percent": None if self.percent is None else decimals(self.percent, 2),
            "cutoff": decimals(self.cutoff, 2),
            "unit": self.unit,
        }


def percent_satisfied(counts: Sequence[int], *, cutoff: Number, scale: Scale) -> Satisfied:
    """Return how many answers are at least the cut-off.

    ``counts`` has how often each answer was given, from the lowest of the scale on. Raises
    ``StatisticsError`` for a cut-off that everybody or nobody could reach.

    >>> percent_satisfied([1, 2, 20, 27], cutoff=3, scale=(1, 4)).percent
    Fraction(94, 1)
    """
    limit = _cutoff(cutoff, scale)
    low, high = scale
    if len(counts) != high - low + 1:
        raise StatisticsError("width", found=len(counts), expected=high - low + 1)
    for count in counts:
        must_be_count("counts", count)
    return Satisfied(
        satisfied=sum(count for answer, count in enumerate(counts, low) if answer >= limit),
        of=sum(counts),
        cutoff=limit,
        unit="answer",
    )


def people_satisfied(joint: Joint, *, cutoff: Number) -> Satisfied:
    """Return how many respondents have a mean of at least the cut-off over what they answered.

    >>> joint = Joint.of(["a", "b"], [(3, 4), (2, 3), (4, None)], scale=(1, 4))
    >>> found = people_satisfied(joint, cutoff=3)
    >>> found.satisfied, found.of
    (2, 3)
    """
    limit = _cutoff(cutoff, joint.scale)
    return Satisfied(
        satisfied=sum(
            times
            for (answers, points), times in joint.histogram.items()
            if points >= limit * answers
        ),
        of=joint.respondents,
        cutoff=limit,
        unit="person",
    )


def _cutoff(cutoff: Number, scale: Scale) -> Fraction:
    must_be_scale(scale)
    limit = exact(cutoff, field="cutoff")
    low, high = scale
    if not low < limit <= high:
        raise StatisticsError("cutoff", found=str(cutoff), low=low, high=high)
    return limit
