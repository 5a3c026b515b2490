"""Whether an index rises or falls over periods, and whether so few periods could show it at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from math import inf, sqrt
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.surveys.statistics.cautions import Caution
from pst_standards.surveys.statistics.errors import StatisticsError, must_be_one_of
from pst_standards.surveys.statistics.figures import Number, exact, shown
from pst_standards.surveys.statistics.quantiles import normal_quantile, two_sided

Direction: TypeAlias = Literal["up", "down", "same"]
DIRECTIONS: Final = ("up", "down", "same")
SIGNIFICANCE: Final = 0.05
EXACT_UP_TO: Final = 40
"""So many periods are counted out; of more the normal law is near enough."""


@frozen(kw_only=True)
class Trend:
    """The test of Mann and Kendall over ``n`` periods.

    ``s`` is how many pairs of periods rise less how many fall, ``p`` how probable one as far from
    nought is without a trend (two-sided), exact or by the normal law. ``smallest_p`` is what even
    a series without a setback would give, so that ``can_be_significant`` is known beforehand.
    """

    n: int
    missing: int
    s: int
    p: float
    exact: bool
    smallest_p: float
    significance: float

    @property
    def direction(self) -> Direction:
        """Where most pairs of periods go; says nothing of significance."""
        return _direction(self.s)

    @property
    def can_be_significant(self) -> bool:
        """Whether any order of these values could be significant."""
        return self.smallest_p < self.significance

    @property
    def is_significant(self) -> bool:
        """Whether a trend is shown."""
        return self.p < self.significance

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful about: that no order of these periods could show a trend."""
        if self.can_be_significant:
            return ()
        return (Caution(key="trend", severity=Severity.NOTE, params={"n": self.n}),)

    def to_dict(self) -> dict[str, Any]:
        """Return the test as data."""
        return {
            "n": self.n,
            "missing": self.missing,
            "s": self.s,
            "p": shown(self.p),
            "exact": self.exact,
            "smallest_p": shown(self.smallest_p),
            "significance": self.significance,
            "can_be_significant": self.can_be_significant,
            "significant": self.is_significant,
            "direction": self.direction,
            "warnings": [one.to_dict() for one in self.cautions],
        }


def trend(values: Iterable[Number | None], *, significance: float = SIGNIFICANCE) -> Trend:
    """Return the test for a trend of an index over periods in their order.

    A period without an index (``None``) is passed over and counted. Equal values are ties and
    counted out as such, so give figures as they were before rounding.

    >>> four = trend([80, 81, 83, 86])
    >>> four.s, round(four.p, 4), four.can_be_significant
    (6, 0.0833, False)
    >>> round(trend([80, 81, 83, 86, 87]).p, 4)
    0.0167
    """
    series = list(values)
    known = [exact(one) for one in series if one is not None]
    s = sum(_sign(later - earlier) for earlier, later in combinations(known, 2))
    ties = list(Counter(known).values())
    highest = _pairs(len(known)) - sum(map(_pairs, ties))
    counted = len(known) <= EXACT_UP_TO
    orders = _orders(ties) if counted else []
    p, smallest = (
        _counted_out(one, orders) if counted else _by_normal(one, ties) for one in (s, highest)
    )
    return Trend(
        n=len(known),
        missing=len(series) - len(known),
        s=s,
        p=p,
        exact=counted,
        smallest_p=smallest,
        significance=significance,
    )


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _direction(change: Fraction | float) -> Direction:
    return "up" if change > 0 else "down" if change < 0 else "same"


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _counted_out(s: int, orders: Sequence[int]) -> float:
    """Return the share of all orders of the values whose s is as far from nought."""
    highest = len(orders) - 1
    far = sum(count for i, count in enumerate(orders) if abs(highest - 2 * i) >= abs(s))
    return far / sum(orders)


def _orders(ties: Sequence[int]) -> list[int]:
    """Return how many orders of the values have no, one, two … inversions.

    An order with i inversions has ``s = highest - 2i``, and how many orders have i is the
    coefficient of the i-th power in ``[n]! / Π [t]!``, with ``[m]! = Π (1 + q + … + q^(j-1))``.
    """
    orders = [1]
    for factor in range(2, sum(ties) + 1):
        orders = _times_run(orders, factor)
    for tie in ties:
        for factor in range(2, tie + 1):
            orders = _without_run(orders, factor)
    return orders


def _times_run(coefficients: list[int], length: int) -> list[int]:
    """Multiply a polynomial by ``1 + q + … + q^(length-1)``."""
    sums = list(accumulate([*coefficients, *([0] * (length - 1))]))
    return [one - before for one, before in zip(sums, [0] * length + sums, strict=False)]


def _without_run(coefficients: list[int], length: int) -> list[int]:
    """Divide a polynomial by ``1 + q + … + q^(length-1)``, which divides it without rest."""
    found: list[int] = []
    for value in coefficients[: len(coefficients) - length + 1]:
        found.append(value - sum(found[max(0, len(found) - length + 1) :]))
    return found


def _by_normal(s: int, ties: Sequence[int]) -> float:
    """Return the share by the normal law, corrected for ties and for whole numbers."""
    n = sum(ties)
    variance = Fraction(_weighted(n) - sum(map(_weighted, ties)), 18)
    return two_sided(max(abs(s) - 1, 0) / sqrt(variance)) if variance else 1.0


def _weighted(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)


@frozen(kw_only=True)
class Comparison:
    """What changed from one period to the next: ``change`` is this one less the last one.

    ``z`` and ``p`` are ``None`` where no spread is known; ``margin`` is half the width of the
    interval around the change.
    """

    before: Fraction
    now: Fraction
    z: float | None
    p: float | None
    margin: float
    significance: float

    @property
    def change(self) -> Fraction:
        """This period less the last one: above nought it rose."""
        return self.now - self.before

    @property
    def direction(self) -> Direction:
        """Where the index went, however little."""
        return _direction(self.change)

    @property
    def is_significant(self) -> bool | None:
        """Whether chance alone would rarely make such a change; ``None`` where it is unknown."""
        return None if self.p is None else self.p < self.significance

    def agrees_with(self, told: Direction) -> bool:
        """Tell whether a text that says up, down or same says what happened.

        >>> compare(Fraction(8496, 100), Fraction(8576, 100)).agrees_with("down")
        False
        """
        must_be_one_of("told", told, DIRECTIONS)
        return told == self.direction

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as data."""
        return {
            "before": shown(self.before),
            "now": shown(self.now),
            "change": shown(self.change),
            "direction": self.direction,
            "z": shown(self.z),
            "p": shown(self.p),
            "margin": shown(self.margin),
            "significance": self.significance,
            "significant": self.is_significant,
        }


def compare(
    before: Number,
    now: Number,
    *,
    errors: tuple[float, float] = (0.0, 0.0),
    significance: float = SIGNIFICANCE,
) -> Comparison:
    """Compare an index with that of the last period; ``errors`` are their standard errors.

    ``z = Δ / √(e₁² + e₂²)``. The respondents of both periods must be others, or as good as. Raises
    ``StatisticsError`` for an error below nought or that is no number.

    >>> found = compare(80, 84, errors=(1.2, 1.6))
    >>> found.direction, found.z, found.is_significant
    ('up', 2.0, True)
    """
    first, second = exact(before), exact(now)
    for one in errors:
        if not 0 <= one < inf:  # which is false of what is no number, too
            raise StatisticsError("standard-error", found=one)
    error = sqrt(errors[0] ** 2 + errors[1] ** 2)
    z = float(second - first) / error if error else None
    return Comparison(
        before=first,
        now=second,
        z=z,
        p=None if z is None else two_sided(z),
        margin=normal_quantile(1 - significance) * error,
        significance=significance,
    )
