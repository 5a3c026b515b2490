"""Importance and performance (IPA): which attributes matter most and satisfy least.

The four quadrants are cut at the mean, or the median, of the attributes. What lies on a line is
nowhere ruled; here it counts as high and is told. Where all attributes are equal on an axis, no
quadrant is told at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.surveys.statistics.cautions import NO_NAMES, Caution, Names
from pst_standards.surveys.statistics.errors import must_be_one_of
from pst_standards.surveys.statistics.figures import Means, Scale, must_be_on_scale, shown
from pst_standards.surveys.statistics.importance import SKD_SCALE, must_be_importance

Lines: TypeAlias = Literal["mean", "median"]
LINES: Final = ("mean", "median")


class Quadrant(Enum):
    """Where an attribute lies, by importance and satisfaction.

    >>> Quadrant.of(important=True, satisfied=False)
    <Quadrant.FIRST_PRIORITY: 'A'>
    """

    FIRST_PRIORITY = "A"
    KEEP = "B"
    LOW_PRIORITY = "C"
    EXCESSIVE = "D"

    @classmethod
    def of(cls, *, important: bool, satisfied: bool) -> Quadrant:
        """Return the quadrant of high or low importance and satisfaction."""
        if important:
            return cls.KEEP if satisfied else cls.FIRST_PRIORITY
        return cls.EXCESSIVE if satisfied else cls.LOW_PRIORITY


@frozen(kw_only=True)
class QuadrantPoint:
    """An attribute in the plane; ``quadrant`` is ``None`` where none can be told.

    ``on_satisfaction_line`` and ``on_importance_line`` tell that it is high only as a tie is.
    """

    key: str
    satisfaction: Fraction
    importance: Fraction
    quadrant: Quadrant | None
    on_satisfaction_line: bool
    on_importance_line: bool

    @property
    def on_line(self) -> bool:
        """Whether it lies on a line between quadrants."""
        return self.on_satisfaction_line or self.on_importance_line

    def to_dict(self) -> dict[str, Any]:
        """Return the point as data, rounded to six decimals."""
        return {
            "attribute": self.key,
            "satisfaction": shown(self.satisfaction),
            "importance": shown(self.importance),
            "quadrant": self.quadrant.value if self.quadrant else "undetermined",
            "on_line": self.on_line,
        }


@frozen(kw_only=True)
class Quadrants:
    """The attributes in their quadrants and the lines between these.

    ``undetermined`` names the axes on which all attributes are equal. ``left_out`` lack a figure.
    """

    points: tuple[QuadrantPoint, ...]
    lines: Lines
    satisfaction_line: Fraction | None
    importance_line: Fraction | None
    undetermined: tuple[str, ...]
    left_out: tuple[str, ...]

    def within(self, quadrant: Quadrant) -> tuple[str, ...]:
        """Return the attributes of a quadrant."""
        return tuple(one.key for one in self.points if one.quadrant is quadrant)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful about: quadrants that can't be told, ties, attributes left out."""
        ties = tuple(one.key for one in self.points if one.on_line)
        told = {
            "undetermined": (Severity.WARNING, bool(self.undetermined), {}),
            "ties": (Severity.NOTE, bool(ties) and not self.undetermined, {"items": ties}),
            "left-out": (Severity.WARNING, bool(self.left_out), {"items": self.left_out}),
        }
        return tuple(
            Caution(key=key, severity=severity, params=params)
            for key, (severity, holds, params) in told.items()
            if holds
        )

    def to_dict(self, names: Names = NO_NAMES) -> dict[str, Any]:
        """Return the plane as data."""
        return {
            "lines": self.lines,
            "satisfaction_line": shown(self.satisfaction_line),
            "importance_line": shown(self.importance_line),
            "undetermined": list(self.undetermined),
            "points": [one.to_dict() for one in self.points],
            "left_out": list(self.left_out),
            "warnings": [one.to_dict(names) for one in self.cautions],
        }


def quadrants_of(
    satisfaction: Means, importance: Means, *, lines: Lines = "mean", scale: Scale = SKD_SCALE
) -> Quadrants:
    """Return the quadrant of each attribute that has both figures, in the order they are given.

    Raises ``StatisticsError`` for means that are not on the scale.

    >>> whole = lambda **values: {key: Fraction(value) for key, value in values.items()}
    >>> found = quadrants_of(whole(time=6, fee=9, staff=8), whole(time=9, fee=6, staff=9))
    >>> {one.key: one.quadrant.value for one in found.points}
    {'time': 'A', 'fee': 'D', 'staff': 'B'}
    """
    must_be_one_of("lines", lines, LINES)
    must_be_on_scale(satisfaction, scale)
    must_be_importance(importance, scale)
    both = _with_both(satisfaction, importance)
    xs, ys = ([pair[axis] for pair in both.values()] for axis in (0, 1))
    axes = (("satisfaction", xs), ("importance", ys))
    undetermined = tuple(name for name, values in axes if len(set(values)) <= 1)
    x_line, y_line = _line(xs, lines), _line(ys, lines)
    return Quadrants(
        points=tuple(
            _point(key, pair, (x_line, y_line), known=not undetermined)
            for key, pair in both.items()
            if x_line is not None and y_line is not None
        ),
        lines=lines,
        satisfaction_line=x_line,
        importance_line=y_line,
        undetermined=undetermined,
        left_out=tuple(
            key for key in dict.fromkeys((*satisfaction, *importance)) if key not in both
        ),
    )


_Pair: TypeAlias = tuple[Fraction, Fraction]


def _with_both(satisfaction: Means, importance: Means) -> dict[str, _Pair]:
    pairs = ((key, x, importance.get(key)) for key, x in satisfaction.items())
    return {key: (x, y) for key, x, y in pairs if x is not None and y}


def _line(values: Sequence[Fraction], lines: Lines) -> Fraction | None:
    """Return where the quadrants are cut, ``None`` where there is nothing to cut."""
    if not values:
        return None
    ordered = sorted(values)
    half = len(ordered) // 2
    middle = ordered if lines == "mean" else ordered[len(ordered) - 1 - half : half + 1]
    return sum(middle, Fraction(0)) / len(middle)


def _point(key: str, pair: _Pair, cut: _Pair, *, known: bool) -> QuadrantPoint:
    (x, y), (x_line, y_line) = pair, cut
    return QuadrantPoint(
        key=key,
        satisfaction=x,
        importance=y,
        quadrant=Quadrant.of(important=y >= y_line, satisfied=x >= x_line) if known else None,
        on_satisfaction_line=x == x_line,
        on_importance_line=y == y_line,
    )
