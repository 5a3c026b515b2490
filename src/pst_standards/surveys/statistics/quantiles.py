"""Quantiles of the normal distribution and of Student's t, without a library for them."""

from __future__ import annotations

from math import cos, erfc, fsum, pi, sin, sqrt, tan
from typing import Final

from pst_standards.surveys.statistics.errors import StatisticsError, must_be_count

CONFIDENCE: Final = 0.95
_FEW: Final = 200
"""Up to so many degrees of freedom the sum is taken; beyond it the expansion is as exact."""
_HALVINGS: Final = 60


def normal_quantile(confidence: float = CONFIDENCE) -> float:
    """Return how many standard errors on each side hold a share of the normal distribution.

    >>> round(normal_quantile(), 6)
    1.959964
    """
    _must_be_confidence(confidence)
    # The module loads a dozen others, and a score without an interval needs none of them.
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)


def student_quantile(freedom: int, confidence: float = CONFIDENCE) -> float:
    """Return how many standard errors on each side hold a share of Student's distribution.

    ``freedom`` is the degrees of freedom, one less than the number of values of one sample.

    >>> round(student_quantile(48), 4), round(student_quantile(1), 3)
    (2.0106, 12.706)
    """
    must_be_count("freedom", freedom, least=1)
    _must_be_confidence(confidence)
    if freedom > _FEW:
        return _expanded(normal_quantile(confidence), freedom)
    low, high = 0.0, pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _share(middle, freedom) < confidence else (low, middle)
    return sqrt(freedom) * tan(low)


def two_sided(z: float) -> float:
    """Return how probable a value as far from nought as this is, where the normal law holds.

    >>> round(two_sided(-1.96), 4)
    0.05
    """
    return erfc(abs(z) / sqrt(2))


def critical_correlation(n: int, confidence: float = CONFIDENCE) -> float | None:
    """Return from which correlation on ``n`` pairs show one: ``t / sqrt(n - 2 + t²)``.

    ``None`` of fewer than three pairs.

    >>> round(critical_correlation(30), 3)
    0.361
    """
    freedom = n - 2
    if freedom < 1:
        return None
    t = student_quantile(freedom, confidence)
    return t / sqrt(freedom + t * t)


def _share(angle: float, freedom: int) -> float:
    """Return the share between -t and t, with ``angle`` the arc tangent of ``t / sqrt(freedom)``.

    Abramowitz and Stegun 26.7.3 and 26.7.4: finite sums of powers of the cosine.
    """
    odd = freedom % 2
    term, total = (cos(angle) if odd else 1.0), 0.0
    for step in range(1, freedom // 2 + 1):
        total += term
        term *= cos(angle) ** 2 * (2 * step - 1 + odd) / (2 * step + odd)
    total *= sin(angle)
    return 2 / pi * (angle + total) if odd else total


def _expanded(z: float, freedom: int) -> float:
    """Return the quantile of t from that of the normal law: Abramowitz and Stegun 26.7.5."""
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + fsum(term / float(freedom) ** power for power, term in enumerate(terms, 1))


def _must_be_confidence(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise StatisticsError("share", field="confidence", found=str(confidence))
