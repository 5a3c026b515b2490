"""How far an index may be off because not everybody was asked, and whether its letter holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import sqrt
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from pst_standards.surveys.statistics.errors import (
    StatisticsError,
    must_be_count,
    must_be_one_of,
)
from pst_standards.surveys.statistics.figures import (
    PERCENT,
    Scale,
    must_be_scale,
    must_have_weights,
    shown,
)
from pst_standards.surveys.statistics.joint import Joint
from pst_standards.surveys.statistics.quantiles import (
    CONFIDENCE,
    normal_quantile,
    student_quantile,
)

MarginMethod: TypeAlias = Literal["z", "t"]
Basis: TypeAlias = Literal["respondent_means", "complete_rows"]
METHODS: Final = ("z", "t")


@frozen(kw_only=True)
class Margin:
    """Half the width of the interval around an index, in points of the index.

    ``standard_error`` is in the same points, and ``value`` so many of them as the method asks for.
    ``fpc`` tells whether the part of the ``population`` that was asked was taken into account.
    ``basis`` is ``respondent_means`` where each respondent counts by the mean of what he or she
    answered, ``complete_rows`` where elements have weights of their own and only rows without a
    blank can be weighted.
    """

    value: float
    standard_error: float
    method: MarginMethod
    fpc: bool
    n: int
    confidence: float = CONFIDENCE
    population: int | None = None
    basis: Basis = "respondent_means"

    def to_dict(self) -> dict[str, Any]:
        """Return the margin as data, with how it was reckoned."""
        return {
            "value": shown(self.value),
            "method": self.method,
            "fpc": self.fpc,
            "standard_error": shown(self.standard_error),
            "confidence": self.confidence,
            "n": self.n,
            "population": self.population,
            "basis": self.basis,
        }


def standard_error(variance: Fraction, n: int, population: int | None = None) -> float:
    """Return ``s / √n · √(1 - n/N)``; without a population the second factor is 1.

    Raises ``StatisticsError`` where more answered than the population has.

    >>> standard_error(Fraction(1, 4), 25), standard_error(Fraction(1, 4), 25, 25)
    (0.1, 0.0)
    """
    must_be_count("n", n, least=1)
    rest = Fraction(1)
    if population is not None:
        must_be_count("population", population)
        if population < n:
            raise StatisticsError("population", population=population, n=n)
        rest -= Fraction(n, population)
    return sqrt(variance * rest / n)


def margin_of(
    joint: Joint,
    *,
    method: MarginMethod = "z",
    population: int | None = None,
    confidence: float = CONFIDENCE,
    weights: Mapping[str, Fraction] | None = None,
) -> Margin | None:
    """Return the margin of the index of a survey, ``None`` where fewer than two answered.

    ``100/H · q · s/√n · √(1 - n/N)``: H the highest answer, q the quantile of the normal law (z)
    or of Student's t, s the spread of the respondents, N the population (none: no correction).
    With ``weights`` (one for each item, adding up to 1) complete respondents count with their
    weighted mean. Raises ``StatisticsError`` where more answered than the population has.

    >>> rows = [(3, 4), (4, 4), (2, 3), (3, 3)]
    >>> margin = margin_of(Joint.of(["a", "b"], rows, scale=(1, 4)), population=4)
    >>> margin.value, margin.fpc
    (0.0, True)
    """
    must_be_one_of("method", method, METHODS)
    n = joint.respondents if weights is None else joint.complete
    spread = joint.spread if weights is None else weighted_spread(joint, weights)
    if spread is None:
        return None
    error = PERCENT / joint.scale[1] * standard_error(spread, n, population)
    normal = method == "z"
    quantile = normal_quantile(confidence) if normal else student_quantile(n - 1, confidence)
    return Margin(
        value=quantile * error,
        standard_error=error,
        method=method,
        fpc=population is not None,
        n=n,
        confidence=confidence,
        population=population,
        basis="respondent_means" if weights is None else "complete_rows",
    )


def weighted_spread(joint: Joint, weights: Mapping[str, Fraction]) -> Fraction | None:
    """Return the variance of the weighted means of the complete respondents, with n - 1.

    ``None`` of fewer than two. Raises ``StatisticsError`` where an item has no weight.
    """
    must_have_weights(joint.items, weights)
    if joint.complete < 2:  # noqa: PLR2004 - one value has no spread
        return None
    given = [Fraction(weights[item]) for item in joint.items]
    return sum(
        (
            one * other * joint.covariance(i, j)
            for i, one in enumerate(given)
            for j, other in enumerate(given)
        ),
        Fraction(0),
    )


@frozen(kw_only=True)
class Stability:
    """Which letters an index may have within its margin; ``best`` and ``worst`` are the ends."""

    grade: str
    best: str
    worst: str

    @property
    def is_stable(self) -> bool:
        """Whether the whole interval has one letter."""
        return self.best == self.worst

    def __str__(self) -> str:
        return (
            self.grade if self.is_stable else f"{self.grade} ({self.best}\N{EN DASH}{self.worst})"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the letters as data."""
        return {
            "grade": self.grade,
            "best": self.best,
            "worst": self.worst,
            "stable": self.is_stable,
            "shown": str(self),
        }


def stability(
    index: Fraction, margin: Margin, grade: Callable[[Fraction], str], *, scale: Scale = (1, 4)
) -> Stability:
    """Return the letters at both ends of the interval of an index; the interval ends at the scale.

    ``grade`` gives the letter of an index; it is asked for none that answers on the scale can't
    have.

    >>> margin = Margin(value=3.0, standard_error=1.5, method="z", fpc=False, n=40)
    >>> found = stability(Fraction(87), margin, lambda index: "A" if index > 88 else "B")
    >>> found.grade, found.best, found.worst
    ('B', 'A', 'B')
    """
    must_be_scale(scale)
    low, high = scale
    reach = Fraction(margin.value)
    return Stability(
        grade=grade(index),
        best=grade(min(index + reach, Fraction(PERCENT))),
        worst=grade(max(index - reach, Fraction(PERCENT * low, high))),
    )
