"""What whole rows of respondents tell beyond the counts of each answer, as sums that merge.

The counts of a tally do not say who answered what together. A joint does, in as many numbers as an
instrument needs and no more, however many respondents there are: two joints of two parts add up to
the joint of the whole, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, Self, TypeAlias, TypeVar

from attrs import evolve, frozen

from pst_standards.surveys.statistics.errors import StatisticsError, must_be_count
from pst_standards.surveys.statistics.figures import Scale, must_be_scale

Row: TypeAlias = tuple[int | None, ...]
"""The answers of one respondent in the order of the items, ``None`` where there is none."""
FORMAT: Final = "pst-survey-joint/1"
_Key = TypeVar("_Key", int, tuple[int, int])
_Joint = TypeVar("_Joint", bound="Joint")


@frozen(kw_only=True)
class Joint:
    """Sums over respondents, all of them whole numbers.

    ``sums`` and ``products`` (of each item with itself and the later ones) are of the ``complete``
    respondents only; ``answered`` counts the answers to each item of all, and ``totals`` adds them
    up. ``histogram`` tells how many respondents gave so many answers with such a sum, ``straight``
    how many complete ones gave the same answer to everything, by that answer, and ``runs`` how many
    had a longest run of equal answers of such a length. Respondents without any answer are
    ``empty`` and in nothing else.

    >>> parts = [Joint.of(["a", "b"], rows, scale=(1, 4)) for rows in ([(4, 4)], [(3, None)])]
    >>> whole = parts[0] + parts[1]
    >>> whole.complete, whole.answered, dict(whole.histogram)
    (1, (2, 1), {(1, 3): 1, (2, 8): 1})
    """

    items: tuple[str, ...]
    scale: Scale
    complete: int
    empty: int
    answered: tuple[int, ...]
    totals: tuple[int, ...]
    sums: tuple[int, ...]
    products: tuple[tuple[int, ...], ...]
    histogram: Mapping[tuple[int, int], int]
    straight: Mapping[int, int]
    runs: Mapping[int, int]

    @classmethod
    def none(cls, items: Iterable[str], *, scale: Scale) -> Self:
        """Return the joint of nobody, which adds nothing."""
        must_be_scale(scale)
        names = tuple(items)
        if not names or len(set(names)) < len(names):
            raise StatisticsError("items", found=names)
        width = len(names)
        return cls(
            items=names,
            scale=scale,
            complete=0,
            empty=0,
            answered=(0,) * width,
            totals=(0,) * width,
            sums=(0,) * width,
            products=tuple((0,) * (width - i) for i in range(width)),
            histogram={},
            straight={},
            runs={},
        )

    @classmethod
    def of(
        cls, items: Iterable[str], rows: Iterable[Sequence[int | None]], *, scale: Scale
    ) -> Self:
        """Return the joint of respondents, one row each in the order of the items.

        Raises ``StatisticsError`` for a row of another length, and for an answer that is no whole
        number on the scale: blanks and other marks were read before.
        """
        return cls.of_counted(items, Counter(tuple(row) for row in rows), scale=scale)

    @classmethod
    def of_counted(cls, items: Iterable[str], rows: Mapping[Row, int], *, scale: Scale) -> Self:
        """Return the joint of rows that come with how many respondents gave just these answers."""
        joint = cls.none(items, scale=scale)
        for row, times in rows.items():
            _must_fit(row, joint)
            must_be_count("times", times)
        return _filled(joint, Counter(rows))

    def __add__(self, other: Self) -> Self:
        if (self.items, self.scale) != (other.items, other.scale):
            raise StatisticsError("joints", one=self.items, other=other.items)
        return evolve(
            self,
            complete=self.complete + other.complete,
            empty=self.empty + other.empty,
            answered=_added(self.answered, other.answered),
            totals=_added(self.totals, other.totals),
            sums=_added(self.sums, other.sums),
            products=tuple(map(_added, self.products, other.products)),
            histogram=_counted(Counter(self.histogram) + Counter(other.histogram)),
            straight=_counted(Counter(self.straight) + Counter(other.straight)),
            runs=_counted(Counter(self.runs) + Counter(other.runs)),
        )

    @property
    def respondents(self) -> int:
        """How many gave at least one answer."""
        return sum(self.histogram.values())

    @property
    def straight_liners(self) -> int:
        """How many complete respondents gave the same answer to everything."""
        return sum(self.straight.values())

    @property
    def means(self) -> dict[str, Fraction | None]:
        """The mean of each item over all who answered it, ``None`` where nobody did."""
        counts = zip(self.items, self.totals, self.answered, strict=True)
        return {item: Fraction(total, n) if n else None for item, total, n in counts}

    def without_straight_liners(self) -> Self:
        """Return the joint of all but those who gave the same answer to everything.

        >>> joint = Joint.of(["a", "b"], [(4, 4), (3, 4)], scale=(1, 4))
        >>> joint.without_straight_liners() == Joint.of(["a", "b"], [(3, 4)], scale=(1, 4))
        True
        """
        k, n = len(self.items), self.straight_liners
        points = sum(answer * times for answer, times in self.straight.items())
        squares = sum(answer * answer * times for answer, times in self.straight.items())
        given = {(k, k * answer): times for answer, times in self.straight.items()}
        return evolve(
            self,
            complete=self.complete - n,
            answered=tuple(one - n for one in self.answered),
            totals=tuple(one - points for one in self.totals),
            sums=tuple(one - points for one in self.sums),
            products=tuple(tuple(one - squares for one in line) for line in self.products),
            histogram=_counted(Counter(self.histogram) - Counter(given)),
            straight={},
            runs=_counted(Counter(self.runs) - Counter({k: n})),
        )

    def product(self, i: int, j: int) -> int:
        """Return the sum of the products of two items over the complete respondents."""
        first, second = min(i, j), max(i, j)
        return self.products[first][second - first]

    def scatter(self, i: int, j: int) -> int:
        """Return ``n·Σab - Σa·Σb``: the covariance but for a factor that ratios do not have."""
        return self.complete * self.product(i, j) - self.sums[i] * self.sums[j]

    def covariance(self, i: int, j: int) -> Fraction:
        """Return the covariance of two items over the complete respondents, with n - 1.

        Of fewer than two respondents there is none: ``ZeroDivisionError``.
        """
        return Fraction(self.scatter(i, j), self.complete * (self.complete - 1))

    @property
    def spread(self) -> Fraction | None:
        """The variance of the means of the respondents, with n - 1; ``None`` of fewer than two.

        Each respondent's mean is over the items that he or she answered.
        """
        n = self.respondents
        if n < 2:  # noqa: PLR2004 - one value has no spread
            return None
        total = square = Fraction(0)
        for (answers, points), times in self.histogram.items():
            mean = Fraction(points, answers)
            total += times * mean
            square += times * mean * mean
        return (square - total * total / n) / (n - 1)

    def to_json(self) -> dict[str, Any]:
        """Return the joint as data, exactly."""
        return {
            "format": FORMAT,
            "items": list(self.items),
            "scale": list(self.scale),
            "complete": self.complete,
            "empty": self.empty,
            "answered": list(self.answered),
            "totals": list(self.totals),
            "sums": list(self.sums),
            "products": [list(line) for line in self.products],
            "histogram": [[*given, times] for given, times in self.histogram.items()],
            "straight": [list(pair) for pair in self.straight.items()],
            "runs": [list(pair) for pair in self.runs.items()],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the joint that :meth:`to_json` wrote; raises ``StatisticsError`` for another."""
        try:
            return cls._read(data)
        except (KeyError, TypeError, ValueError) as fault:
            if isinstance(fault, StatisticsError):
                raise
            raise StatisticsError("joint-data", format=FORMAT) from fault

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        low, high = data["scale"]
        empty = cls.none(data["items"], scale=(low, high))
        read = evolve(
            empty,
            complete=_whole_number(data["complete"]),
            empty=_whole_number(data["empty"]),
            answered=_numbers(data["answered"]),
            totals=_numbers(data["totals"]),
            sums=_numbers(data["sums"]),
            products=tuple(_numbers(line) for line in data["products"]),
            histogram={(a, s): n for a, s, n in map(_numbers, data["histogram"])},
            straight=_pairs(data["straight"]),
            runs=_pairs(data["runs"]),
        )
        if data["format"] != FORMAT or _widths(read) != _widths(empty):
            raise StatisticsError("joint-data", format=FORMAT)
        return read


def _must_fit(row: Row, joint: Joint) -> None:
    if len(row) != len(joint.items):
        raise StatisticsError("width", found=len(row), expected=len(joint.items))
    low, high = joint.scale
    for item, value in zip(joint.items, row, strict=True):
        if value is not None and (type(value) is not int or not low <= value <= high):
            raise StatisticsError("answer", item=item, found=value, low=low, high=high)


def _filled(joint: _Joint, rows: Counter[Row]) -> _Joint:
    """Return the joint of rows that fit."""
    width = range(len(joint.items))
    whole = [(row, times) for row, times in _whole(rows) if times]
    given = Counter[tuple[int, int]]()
    straight, runs = Counter[int](), Counter[int]()
    for row, times in rows.items():
        answers = [one for one in row if one is not None]
        given[len(answers), sum(answers)] += times
        runs[_longest_run(row)] += times
    for row, times in whole:
        if len(set(row)) == 1:
            straight[row[0]] += times
    return evolve(
        joint,
        complete=sum(times for _, times in whole),
        empty=given.pop((0, 0), 0),
        answered=tuple(sum(n for row, n in rows.items() if row[i] is not None) for i in width),
        totals=tuple(sum((row[i] or 0) * n for row, n in rows.items()) for i in width),
        sums=tuple(sum(row[i] * n for row, n in whole) for i in width),
        products=tuple(
            tuple(sum(row[i] * row[j] * n for row, n in whole) for j in width if j >= i)
            for i in width
        ),
        histogram=_counted(given),
        straight=_counted(straight) if len(joint.items) > 1 else {},
        runs=_counted(Counter({length: n for length, n in runs.items() if length})),
    )


def _widths(joint: Joint) -> list[int]:
    return [len(line) for line in (joint.answered, joint.totals, joint.sums, *joint.products)]


def _whole(rows: Mapping[Row, int]) -> Iterable[tuple[tuple[int, ...], int]]:
    for row, times in rows.items():
        answers = tuple(one for one in row if one is not None)
        if len(answers) == len(row):
            yield answers, times


def _longest_run(row: Row) -> int:
    """Return how many equal answers stand beside each other at most; a blank ends a run."""
    return max((len(list(run)) for value, run in groupby(row) if value is not None), default=0)


def _added(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _counted(counts: Counter[_Key]) -> dict[_Key, int]:
    """Return counts in the order of their keys, so that equal joints are written alike."""
    return {key: counts[key] for key in sorted(counts) if counts[key]}


def _whole_number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise StatisticsError("joint-data", format=FORMAT)
    return value


def _numbers(values: Iterable[object]) -> tuple[int, ...]:
    return tuple(map(_whole_number, values))


def _pairs(values: Iterable[Iterable[object]]) -> dict[int, int]:
    return {key: count for key, count in map(_numbers, values)}  # noqa: C416 - two each, or a fault
