"""Exact figures in, and rounded once on the way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor, isfinite
from typing import Final, TypeAlias

from pst_standards.surveys.statistics.errors import StatisticsError

Number: TypeAlias = int | Fraction | Decimal | float
"""A number as people give it; a float stands for the decimals that it is written with."""
Scale: TypeAlias = tuple[int, int]
"""The lowest and the highest answer of an instrument: (1, 4) of the SKM, (1, 10) of the SKD."""
Means: TypeAlias = Mapping[str, Fraction | None]
"""The mean of each element by its key, ``None`` where nobody answered."""
PERCENT: Final = 100
_HALF: Final = Fraction(1, 2)


def exact(value: Number, *, field: str = "value") -> Fraction:
    """Return a number as a fraction; 0.05 is one twentieth, as it is written.

    Raises ``StatisticsError`` for what is no number.

    >>> exact(0.05), exact(3)
    (Fraction(1, 20), Fraction(3, 1))
    """
    kind = type(value)
    if kind is float and isfinite(value):
        return Fraction(str(value))
    if kind is int or isinstance(value, Fraction):
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite():
        return Fraction(value)
    raise StatisticsError("number", field=field, found=value)


def half_up(value: Fraction) -> int:
    """Return the nearest whole number, the upper one of two that are as near.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(-5, 2))
    (3, -2)
    """
    return floor(value + _HALF)


def decimals(value: Fraction, digits: int) -> str:
    """Write a fraction with so many decimals, halves away from nought and without a sign on it.

    >>> decimals(Fraction(23142, 294), 2), decimals(Fraction(-1, 8), 2), decimals(Fraction(0), 1)
    ('78.71', '-0.13', '0.0')
    """
    units = half_up(abs(value) * 10**digits)
    whole, part = divmod(units, 10**digits)
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole}.{part:0{digits}}" if digits else f"{sign}{whole}"


def shown(value: Fraction | float | None, digits: int = 6) -> float | None:
    """Return a figure for a file, with as many decimals as any computer agrees on.

    >>> shown(Fraction(2, 3), 4), shown(-1e-12), shown(None)
    (0.6667, 0.0, None)
    """
    return None if value is None else round(float(value), digits) + 0.0


def ratio(value: Fraction) -> str:
    """Write a fraction exactly, the denominator always there.

    >>> ratio(Fraction(3)), ratio(Fraction(2, 6))
    ('3/1', '1/3')
    """
    return f"{value.numerator}/{value.denominator}"


def must_be_scale(scale: Scale) -> None:
    """Raise ``StatisticsError`` unless a scale has two whole ends, the lower one first."""
    low, high = scale
    if type(low) is not int or type(high) is not int or not 0 <= low < high:
        raise StatisticsError("scale", low=low, high=high)


def must_be_on_scale(means: Means, scale: Scale) -> None:
    """Raise ``StatisticsError`` for a mean that no answers on the scale can have."""
    must_be_scale(scale)
    low, high = scale
    for key, mean in means.items():
        if mean is not None and not low <= mean <= high:
            raise StatisticsError(
                "mean", element=key, found=decimals(Fraction(mean), 4), low=low, high=high
            )


def must_have_weights(items: Iterable[str], weights: Mapping[str, Fraction]) -> None:
    """Raise ``StatisticsError`` that names the items without a weight."""
    missing = tuple(item for item in items if item not in weights)
    if missing:
        raise StatisticsError("weights", items=missing)
