"""Indices of surveys that ask how important each attribute is, beside how satisfied people are.

The SKD of BPS does, on a scale of 1 to 10. The text of its formulas could not be read; reports and
programs are seen to weight by importance and not to, so the weighting is chosen and recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.surveys.statistics.cautions import NO_NAMES, Caution, Names
from pst_standards.surveys.statistics.errors import StatisticsError, must_be_one_of
from pst_standards.surveys.statistics.figures import (
    PERCENT,
    Means,
    Scale,
    decimals,
    must_be_on_scale,
    must_be_scale,
    ratio,
    shown,
)

Weighting: TypeAlias = Literal["importance", "equal"]
WEIGHTINGS: Final = ("importance", "equal")
SKD_SCALE: Final[Scale] = (1, 10)


@frozen(kw_only=True)
class SatisfactionIndex:
    """An index of up to 100, ``None`` where there is nothing to reckon it from.

    ``weighting`` is the one that was used and ``asked`` the one that was asked for: without
    importance attributes weigh the same. ``lowest`` is the index of nothing but the lowest answer,
    10 of a scale of 1 to 10, at which its lowest letter begins. ``left_out`` are the attributes
    without a figure.
    """

    value: Fraction | None
    weighting: Weighting
    asked: Weighting
    weights: dict[str, Fraction]
    left_out: tuple[str, ...]
    scale: Scale

    @property
    def lowest(self) -> Fraction:
        """The least the index can be."""
        return Fraction(PERCENT * self.scale[0], self.scale[1])

    @property
    def highest(self) -> Fraction:
        """The most the index can be."""
        return Fraction(PERCENT)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful about: importance that was not asked, attributes left out."""
        found = []
        if self.weighting != self.asked:
            found.append(Caution(key="importance", severity=Severity.NOTE, params={}))
        if self.left_out:
            params = {"items": self.left_out}
            found.append(Caution(key="left-out", severity=Severity.WARNING, params=params))
        return tuple(found)

    def to_dict(self, names: Names = NO_NAMES) -> dict[str, Any]:
        """Return the index as data: rounded once, and exactly."""
        return {
            "index": None if self.value is None else decimals(self.value, 2),
            "index_exact": None if self.value is None else ratio(self.value),
            "weighting": self.weighting,
            "asked": self.asked,
            "weights": {key: ratio(weight) for key, weight in self.weights.items()},
            "left_out": list(self.left_out),
            "scale": list(self.scale),
            "warnings": [one.to_dict(names) for one in self.cautions],
        }


def importance_index(
    satisfaction: Means,
    importance: Means | None = None,
    *,
    weighting: Weighting = "importance",
    scale: Scale = SKD_SCALE,
) -> SatisfactionIndex:
    """Return the IKK, ``100/H · Σ wᵢ·x̄ᵢ`` with ``wᵢ = ȳᵢ / Σȳ``; the CSI is the same number.

    Where importance was not asked all weigh the same, and the result says so. An attribute that
    lacks one of the two figures is left out and named. Raises ``StatisticsError`` for means that
    are not on the scale, such as shares or points of 100.

    >>> tenths = lambda *values: {str(i): Fraction(value, 10) for i, value in enumerate(values)}
    >>> ikk = importance_index(tenths(86, 91, 80, 94), tenths(92, 90, 88, 95))
    >>> decimals(ikk.value, 6), ikk.weighting
    ('87.868493', 'importance')
    """
    must_be_one_of("weighting", weighting, WEIGHTINGS)
    must_be_on_scale(satisfaction, scale)
    known = {key: mean for key, mean in satisfaction.items() if mean is not None}
    raw: dict[str, Fraction] = dict.fromkeys(known, Fraction(1))
    asked = {key: mean for key, mean in (importance or {}).items() if mean is not None}
    must_be_importance(asked, scale)
    used: Weighting = weighting if asked else "equal"
    if used == "importance":
        raw = {key: mean for key, mean in asked.items() if key in known}
    total = sum(raw.values(), Fraction(0))
    weights = {key: one / total for key, one in raw.items()} if total else {}
    points = sum((weight * known[key] for key, weight in weights.items()), Fraction(0))
    return SatisfactionIndex(
        value=PERCENT * points / scale[1] if weights else None,
        weighting=used,
        asked=weighting,
        weights=weights,
        left_out=tuple(key for key in satisfaction if key not in weights),
        scale=scale,
    )


def must_be_importance(importance: Means, scale: Scale) -> None:
    """Raise ``StatisticsError`` for an importance beyond the scale; nought is let pass.

    A mean of nought says that nothing was asked, and then there is no index rather than a fault.
    """
    must_be_on_scale({key: mean for key, mean in importance.items() if mean}, scale)


def perception_index(
    satisfaction: Means,
    attributes: Iterable[str],
    importance: Means | None = None,
    *,
    weighting: Weighting = "equal",
    scale: Scale = SKD_SCALE,
) -> SatisfactionIndex:
    """Return the index of a set of attributes: the IPKP of quality, the IPAK of no corruption.

    An attribute of the set that was not asked is named as left out. Raises ``StatisticsError`` for
    an empty set.

    >>> perception_index({"levy": Fraction(9), "fee": Fraction(7)}, ["levy"]).value
    Fraction(90, 1)
    """
    chosen = tuple(dict.fromkeys(attributes))
    if not chosen:
        raise StatisticsError("attributes")
    picked = {key: satisfaction.get(key) for key in chosen}
    return importance_index(picked, importance, weighting=weighting, scale=scale)


@frozen(kw_only=True)
class Expectation:
    """One attribute against what people expect of it.

    ``gap`` is satisfaction less importance, below nought where it falls short; ``conformity`` (TK)
    is 100 times their ratio, which may exceed 100. Both are ``None`` without both figures.
    """

    key: str
    satisfaction: Fraction | None
    importance: Fraction | None

    @property
    def gap(self) -> Fraction | None:
        """Satisfaction less importance."""
        if self.satisfaction is None or self.importance is None:
            return None
        return self.satisfaction - self.importance

    @property
    def conformity(self) -> Fraction | None:
        """Satisfaction in percent of importance."""
        if self.satisfaction is None or not self.importance:
            return None
        return PERCENT * self.satisfaction / self.importance

    def to_dict(self) -> dict[str, Any]:
        """Return the attribute as data, rounded to six decimals."""
        return {
            "attribute": self.key,
            "satisfaction": shown(self.satisfaction),
            "importance": shown(self.importance),
            "gap": shown(self.gap),
            "conformity": shown(self.conformity),
        }


def expectations(
    satisfaction: Means, importance: Means, *, scale: Scale = SKD_SCALE
) -> tuple[Expectation, ...]:
    """Return each attribute with its gap and conformity, in the order of ``satisfaction``.

    >>> (one,) = expectations({"fee": Fraction(8)}, {"fee": Fraction(10)})
    >>> one.gap, one.conformity
    (Fraction(-2, 1), Fraction(80, 1))
    """
    must_be_on_scale(satisfaction, scale)
    must_be_importance(importance, scale)
    return tuple(
        Expectation(key=key, satisfaction=satisfaction.get(key), importance=importance.get(key))
        for key in dict.fromkeys((*satisfaction, *importance))
    )


@frozen(kw_only=True)
class DerivedMean:
    """A mean put on another scale; it was not measured there, and ``to_dict`` says so."""

    value: Fraction
    measured: Fraction
    measured_on: Scale
    scale: Scale

    def to_dict(self) -> dict[str, Any]:
        """Return the mean as data, marked as derived."""
        return {
            "mean": shown(self.value),
            "derived": True,
            "measured": shown(self.measured),
            "measured_on": list(self.measured_on),
            "scale": list(self.scale),
        }


def on_scale(
    mean: Fraction, *, measured_on: Scale = SKD_SCALE, scale: Scale = (1, 4)
) -> DerivedMean:
    """Put a mean on another scale so that both ends meet: ``1 + 3·(x - 1)/9`` of 1 to 10 on 1 to 4.

    Times 0.4 would put the lowest answer of all below the scale.

    >>> on_scale(Fraction(1)).value, on_scale(Fraction(10)).value
    (Fraction(1, 1), Fraction(4, 1))
    """
    must_be_on_scale({"mean": mean}, measured_on)
    must_be_scale(scale)
    (low, high), (lowest, highest) = measured_on, scale
    share = (Fraction(mean) - low) / (high - low)
    return DerivedMean(
        value=lowest + share * (highest - lowest),
        measured=Fraction(mean),
        measured_on=measured_on,
        scale=scale,
    )
