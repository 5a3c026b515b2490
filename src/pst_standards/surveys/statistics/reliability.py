"""Whether the elements of a survey measure one thing: Cronbach's alpha and item-total correlation.

Only respondents who answered everything count (listwise), and the result says how many were left
out. Other programs leave out pair by pair unless they are told otherwise, and differ then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from math import sqrt
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, frozen

from pst_standards.surveys.statistics.figures import shown
from pst_standards.surveys.statistics.joint import Joint
from pst_standards.surveys.statistics.quantiles import critical_correlation

Policy: TypeAlias = Literal["listwise"]
LISTWISE: Final[Policy] = "listwise"


@frozen(kw_only=True)
class ItemReliability:
    """How one item goes with the others; ``None`` where it, or they, do not vary.

    ``item_total`` is its correlation with the sum of all items, ``corrected`` with the sum of the
    others, and ``alpha_if_deleted`` the alpha of the others. ``reaches_critical`` tells whether the
    corrected correlation is as high as chance would rarely make it.
    """

    item: str
    item_total: float | None
    corrected: float | None
    alpha_if_deleted: Fraction | None
    reaches_critical: bool | None

    def to_dict(self) -> dict[str, Any]:
        """Return the figures of the item as data."""
        return {
            "item": self.item,
            "item_total": shown(self.item_total),
            "corrected": shown(self.corrected),
            "alpha_if_deleted": shown(self.alpha_if_deleted),
            "reaches_critical": self.reaches_critical,
        }


@frozen(kw_only=True)
class Reliability:
    """Alpha and its items, over the ``n`` complete respondents; ``left_out`` had a blank."""

    policy: Policy
    n: int
    left_out: int
    alpha: Fraction | None
    critical: float | None
    items: tuple[ItemReliability, ...]

    def without_figures(self) -> Reliability:
        """Return the same without alpha and correlations, of too few people to mean anything."""
        bare = tuple(
            ItemReliability(
                item=one.item,
                item_total=None,
                corrected=None,
                alpha_if_deleted=None,
                reaches_critical=None,
            )
            for one in self.items
        )
        return evolve(self, alpha=None, critical=None, items=bare)

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as data, rounded to six decimals."""
        return {
            "policy": self.policy,
            "n": self.n,
            "left_out": self.left_out,
            "alpha": shown(self.alpha),
            "critical": shown(self.critical),
            "items": [one.to_dict() for one in self.items],
        }


def reliability_of(joint: Joint) -> Reliability:
    """Return alpha, and for each item its correlations and what alpha is without it.

    ``k/(k-1) · (1 - Σs²/S²)`` with variances over n - 1, exactly; the correlations follow from the
    same sums and are rounded to a float at the end.

    >>> rows = [(3, 4, 3), (4, 4, 4), (2, 3, 2), (3, 3, None)]
    >>> found = reliability_of(Joint.of(["a", "b", "c"], rows, scale=(1, 4)))
    >>> found.n, found.left_out, found.alpha
    (3, 1, Fraction(18, 19))
    """
    critical = critical_correlation(joint.complete)
    return Reliability(
        policy=LISTWISE,
        n=joint.complete,
        left_out=joint.respondents - joint.complete,
        alpha=alpha(joint),
        critical=critical,
        items=tuple(_items(joint, critical)),
    )


def alpha(joint: Joint, *, without: Collection[str] = ()) -> Fraction | None:
    """Return Cronbach's alpha of the items, some of them left out if so asked.

    ``None`` of fewer than two items or two complete respondents, and where all sums are equal.
    """
    kept = [i for i, item in enumerate(joint.items) if item not in without]
    own = sum(joint.scatter(i, i) for i in kept)
    return _alpha(len(kept), own, sum(joint.scatter(i, j) for i in kept for j in kept))


def _alpha(k: int, own: int, whole: int) -> Fraction | None:
    return Fraction(k * (whole - own), (k - 1) * whole) if k > 1 and whole else None


def _items(joint: Joint, critical: float | None) -> Iterator[ItemReliability]:
    width = range(len(joint.items))
    own = [joint.scatter(i, i) for i in width]
    with_total = [sum(joint.scatter(i, j) for j in width) for i in width]
    total = sum(with_total)
    for i, item in enumerate(joint.items):
        others = total - 2 * with_total[i] + own[i]
        corrected = _correlation(with_total[i] - own[i], own[i], others)
        yield ItemReliability(
            item=item,
            item_total=_correlation(with_total[i], own[i], total),
            corrected=corrected,
            alpha_if_deleted=_alpha(len(width) - 1, sum(own) - own[i], others),
            reaches_critical=(
                None if critical is None or corrected is None else corrected >= critical
            ),
        )


def _correlation(scatter: int, one: int, other: int) -> float | None:
    """Return the correlation, ``None`` where one of both does not vary."""
    if not one or not other:
        return None
    size = sqrt(Fraction(scatter * scatter, one * other))
    return -size if scatter < 0 else size
