"""What a survey would show without those who gave one answer to everything.

To give the top mark to all may be sincere, so nobody is left out of the figures of a survey; these
ones stand beside them, for whoever doubts such answers to see what they weigh.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from pst_standards.surveys.statistics.figures import PERCENT, decimals, must_have_weights, shown
from pst_standards.surveys.statistics.joint import Joint
from pst_standards.surveys.statistics.reliability import alpha


@frozen(kw_only=True)
class BothWays:
    """The index and alpha of all respondents, and of all but the straight-liners.

    ``index`` and ``alpha`` hold the figure with them and the one without them, ``None`` where there
    is none.
    """

    n: tuple[int, int]
    index: tuple[Fraction | None, Fraction | None]
    alpha: tuple[Fraction | None, Fraction | None]

    def to_dict(self) -> dict[str, Any]:
        """Return both as data."""
        return {
            name: {
                "n": self.n[way],
                "index": _written(self.index[way]),
                "alpha": shown(self.alpha[way]),
            }
            for way, name in enumerate(("with", "without"))
        }


def both_ways(joint: Joint, weights: Mapping[str, Fraction] | None = None) -> BothWays:
    """Return index and alpha with and without those who gave the same answer to everything.

    Without ``weights`` the items weigh the same, as the elements of the index do.

    >>> rows = [(4, 4), (4, 4), (2, 3), (3, 2)]
    >>> both_ways(Joint.of(["a", "b"], rows, scale=(1, 4))).index
    (Fraction(325, 4), Fraction(125, 2))
    """
    rest = joint.without_straight_liners()
    return BothWays(
        n=(joint.respondents, rest.respondents),
        index=(index_of(joint, weights), index_of(rest, weights)),
        alpha=(alpha(joint), alpha(rest)),
    )


def index_of(joint: Joint, weights: Mapping[str, Fraction] | None = None) -> Fraction | None:
    """Return ``100/H · Σ wᵢ·x̄ᵢ``; an item without an answer leaves its weight to the others.

    ``None`` where nobody answered anything. Raises ``StatisticsError`` where an item has no weight.
    """
    if weights is not None:
        must_have_weights(joint.items, weights)
    known = {item: mean for item, mean in joint.means.items() if mean is not None}
    given = {item: Fraction(1) if weights is None else weights[item] for item in known}
    whole = sum(given.values(), Fraction(0))
    if not whole:
        return None
    points = sum((given[item] * mean for item, mean in known.items()), Fraction(0))
    return PERCENT * points / (whole * joint.scale[1])


def _written(index: Fraction | None) -> str | None:
    return None if index is None else decimals(index, 2)
