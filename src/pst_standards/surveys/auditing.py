"""Which conventions reproduce a published result, or that none does and by how much.

The means of a report are rounded, so that each stands for a small range, and the index that can
come of them is a range too; where sums and numbers are known there is none. A convention
reproduces the published index when some value of its range rounds to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import exact, half_up, shown
from pst_standards.surveys.grades import grade_of, grade_table
from pst_standards.surveys.notes import Note
from pst_standards.surveys.published import Figure, Published, PublishedElement
from pst_standards.surveys.records import Record
from pst_standards.surveys.scoring import INDEX_DECIMALS
from pst_standards.surveys.weights import ROUNDINGS, weigh

GIVEN: Final = "given"
"""The convention of a table that prints weights which are no rounding of 1/k."""

_STEPS: Final = (2, 3, 4)


class Range(Record):
    """The values that a figure can have had before it was rounded, and the likeliest.

    ``high`` is a value too only where it is ``low``.
    """

    low: Fraction
    value: Fraction
    high: Fraction

    def rounds_to(self, figure: Figure) -> bool:
        """Tell whether a value of the range can have been published as this figure."""
        if figure.decimals is None:
            return self.low <= figure.value <= self.high
        above = self.high > figure.low or self.low == self.high == figure.low
        return above and self.low < figure.high

    def times(self, factor: Fraction) -> Range:
        """Return the range of a multiple."""
        return Range(self.low * factor, self.value * factor, self.high * factor)

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.value + other.value, self.high + other.high)


class Audit(Record, kw_only=True):
    """What came out of reckoning a published result again.

    ``indices`` has the index by each convention; ``reproduces`` the conventions that give what was
    published (the index, or NI where no index was), ``rounded_steps`` those that do so only when a
    figure in between was rounded as well, each with that figure and its decimals.
    """

    published: Published
    indices: Mapping[str, Range]
    reproduces: tuple[str, ...] = ()
    ni_reproduced_by: tuple[str, ...] = ()
    weighted_means_reproduced_by: tuple[str, ...] = ()
    rounded_steps: tuple[tuple[str, str, int], ...] = ()
    means_off: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """``reproduced``, ``inconsistent``, or ``not_checkable`` without figures to reckon from."""
        if not self.indices or (self.published.index is None and self.published.ni is None):
            return "not_checkable"
        return "reproduced" if self.reproduces else "inconsistent"

    @cached_property
    def off(self) -> Mapping[str, Fraction]:
        """By how much the published index is higher than each convention gives."""
        index = self.published_index
        if index is None:
            return {}
        return {name: index - found.value for name, found in self.indices.items()}

    @property
    def published_index(self) -> Fraction | None:
        """The index as published, or from NI where only that was."""
        if self.published.index is not None:
            return self.published.index.value
        if self.published.ni is not None:
            return self.published.instrument.scale.index_of(self.published.ni.value)
        return None

    @property
    def closest(self) -> str:
        """The convention whose index is the nearest; empty when nothing can be reckoned."""
        return min(self.off, key=lambda name: abs(self.off[name]), default="")

    def grade_by(self, index: Fraction) -> str:
        """Return the letter of an index by the instrument's table; empty when it has none."""
        used = self.published.instrument
        if not used.grades:
            return ""
        try:
            return grade_of(index, grade_table(used.grades), scale=used.scale).letter
        except SurveyError:
            return ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader has to know, the verdict first."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        off = self.off.get(self.closest, Fraction())
        found = {"closest": self.closest, "off": shown(abs(off), 2)}
        if self.status == "inconsistent" and self.rounded_steps:
            yield Note("audit-steps", {"conventions": _named(self.rounded_steps)})
        elif self.status == "inconsistent":
            yield Note("audit-none-above" if off > 0 else "audit-none-below", found)
        elif self.status == "reproduced":
            yield Note("audit-reproduced", {"conventions": self.reproduces})
        else:
            yield Note("audit-not-checkable")
        index = self.published_index
        if index is not None and self.published.grade:
            right = self.grade_by(index)
            if right != self.published.grade:
                yield Note("audit-grade", {"found": self.published.grade, "right": right or "-"})
        if index is not None and not self._in_scale(index):
            yield Note("audit-beyond", {"index": shown(index, 2)})
        if self.means_off:
            used = self.published.instrument
            terms = tuple(used.element(key.partition(".")[0]).term for key in self.means_off)
            yield Note("audit-means", {"elements": terms})

    def _in_scale(self, index: Fraction) -> bool:
        return self.published.instrument.scale.lowest_index <= index <= 100  # noqa: PLR2004 - of 100

    def to_dict(self) -> dict[str, Any]:
        """Return the audit as plain data, as ``pst survey audit --format json`` prints it."""
        index, given = self.published_index, self.published
        return {
            "reproduces": list(self.reproduces),
            "status": self.status,
            "closest": self.closest or None,
            "conventions": {
                name: {
                    "index": shown(found.value, 4),
                    "index_exact": exact(found.value),
                    "low": shown(found.low, 4),
                    "high": shown(found.high, 4),
                    "off": shown(self.off[name], 4) if name in self.off else None,
                    "grade": self.grade_by(found.value) or None,
                }
                for name, found in self.indices.items()
            },
            "ni_reproduced_by": list(self.ni_reproduced_by),
            "weighted_means_reproduced_by": list(self.weighted_means_reproduced_by),
            "rounded_steps": [
                {"weights": weights, "figure": figure, "decimals": decimals}
                for weights, figure, decimals in self.rounded_steps
            ],
            "means_off": list(self.means_off),
            "published": {
                "instrument": given.instrument.id,
                "source": given.source or None,
                "period": given.period or None,
                "n": given.n,
                "index": given.index.written if given.index else None,
                "ni": given.ni.written if given.ni else None,
                "grade": given.grade or None,
            },
            "grade_of_index": None if index is None else self.grade_by(index) or None,
            "notes": [note.to_dict() for note in self.notes],
        }


def _named(steps: tuple[tuple[str, str, int], ...]) -> tuple[str, ...]:
    return tuple(f"{weights}, {figure} {decimals}dp" for weights, figure, decimals in steps)


def audit(published: Published) -> Audit:
    """Reckon a published result again by every convention.

    >>> from pst_standards.surveys import published_from
    >>> table = {"instrument": "skm-2017", "n": 29, "index": "90.56", "grade": "A"}
    >>> sums = (105, 101, 100, 116, 102, 105, 106, 105, 115)
    >>> keys = (
    ...     "persyaratan",
    ...     "prosedur",
    ...     "waktu",
    ...     "biaya",
    ...     "produk",
    ...     "kompetensi",
    ...     "perilaku",
    ...     "pengaduan",
    ...     "sarpras",
    ... )
    >>> table["elements"] = {key: {"sum": total} for key, total in zip(keys, sums)}
    >>> audit(published_from(table)).reproduces
    ('2dp',)
    """
    means, complete = _means(published)
    weightings = _weightings(published, means)
    to_index = published.instrument.scale.index_of(Fraction(1))
    if complete:
        values = {name: _sum_of(means, of) for name, of in weightings.items()}
    else:
        values = dict(_from_total(published))
    indices = {name: found.times(to_index) for name, found in values.items()}
    index, ni = published.index, published.ni
    by_index = _matching(indices, index)
    by_ni = _matching(values, ni)
    reproduces = by_ni if index is None else by_index
    steps: tuple[tuple[str, str, int], ...] = ()
    if not reproduces and index is not None and complete:
        steps = tuple(_steps(means, weightings, index, to_index))
    return Audit(
        published=published,
        indices=indices,
        reproduces=reproduces,
        ni_reproduced_by=by_ni,
        weighted_means_reproduced_by=_weighted(published, means, weightings),
        rounded_steps=steps,
        means_off=tuple(_means_off(published)),
    )


def _matching(found: Mapping[str, Range], figure: Figure | None) -> tuple[str, ...]:
    """Return the conventions whose range rounds to a figure.

    A figure without decimals has mostly lost its zeros (100 for 100.00), and only where nothing
    gives that it was rounded to a whole number.
    """
    if figure is None:
        return ()
    tried = [figure]
    if figure.decimals == 0:
        tried.insert(0, figure.changed(decimals=INDEX_DECIMALS))
    for one in tried:
        names = tuple(name for name, values in found.items() if values.rounds_to(one))
        if names:
            return names
    return ()


def _means(published: Published) -> tuple[dict[str, Range], bool]:
    """Return the range of each element's mean, and whether there is one of every question."""
    items: dict[str, list[Range]] = {}
    for one in published.elements:
        found = _mean(one, published)
        if found is None:
            return {}, False
        items.setdefault(published.instrument.element_of(one.key), []).append(found)
    nothing = Range(Fraction(), Fraction(), Fraction())
    means = {
        key: sum(parts, nothing).times(Fraction(1, len(parts))) for key, parts in items.items()
    }
    return means, bool(means)


def _exact_mean(one: PublishedElement, published: Published) -> Fraction | None:
    n = published.n if one.n is None else one.n
    return Fraction(one.sum, n) if one.sum is not None and n else None


def _mean(one: PublishedElement, published: Published) -> Range | None:
    """Return the range of an element's mean: exact from its sum, else as it was rounded."""
    value = _exact_mean(one, published)
    if value is not None:
        return Range(value, value, value)
    return None if one.mean is None else Range(one.mean.low, one.mean.value, one.mean.high)


def _weightings(
    published: Published, means: Mapping[str, Range]
) -> dict[str, Mapping[str, Fraction]]:
    """Return the weights by each convention, and those of the table where they are others."""
    found = {name: weigh(tuple(means), rounding=name).values for name in ROUNDINGS}
    printed = {one.key: one.weight for one in published.elements if one.weight is not None}
    if printed and printed.keys() == means.keys():
        values = {key: figure.value for key, figure in printed.items()}
        if values not in found.values():
            found[GIVEN] = values
    return found


def _sum_of(means: Mapping[str, Range], weights: Mapping[str, Fraction]) -> Range:
    parts = (mean.times(weights[key]) for key, mean in means.items())
    return sum(parts, Range(Fraction(), Fraction(), Fraction()))


def _from_total(published: Published) -> Iterator[tuple[str, Range]]:
    """Yield NI by each convention from the sum of all answers, which presumes no blanks."""
    total, n, k = published.total, published.n, len(published.instrument.elements)
    if total is None or not n:
        return
    for name in ROUNDINGS:
        weight = next(iter(weigh(published.instrument.keys[:k], rounding=name).values.values()))
        value = weight * Fraction(total, n)
        yield name, Range(value, value, value)


def _weighted(
    published: Published,
    means: Mapping[str, Range],
    weightings: Mapping[str, Mapping[str, Fraction]],
) -> tuple[str, ...]:
    printed = {one.key: one.weighted_mean for one in published.elements if one.weighted_mean}
    if not printed.keys() <= means.keys() or not printed:
        return ()
    return tuple(
        name
        for name, weights in weightings.items()
        if all(means[key].times(weights[key]).rounds_to(one) for key, one in printed.items())
    )


def _steps(
    means: Mapping[str, Range],
    weightings: Mapping[str, Mapping[str, Fraction]],
    index: Figure,
    to_index: Fraction,
) -> Iterator[tuple[str, str, int]]:
    """Yield what gives the index when weighted means, or NI, were rounded before they were used."""

    def gives(ni: Fraction) -> bool:
        value = ni * to_index
        return Range(value, value, value).rounds_to(index)

    rounded: Mapping[str, Callable[[str, int], Fraction]] = {
        "weighted_mean": lambda name, decimals: sum(
            (half_up(one.value * weightings[name][key], decimals) for key, one in means.items()),
            Fraction(),
        ),
        "ni": lambda name, decimals: half_up(_sum_of(means, weightings[name]).value, decimals),
    }
    for name in weightings:
        for figure, value in rounded.items():
            for decimals in _STEPS:
                if gives(value(name, decimals)):
                    yield name, figure, decimals


def _means_off(published: Published) -> Iterator[str]:
    """Yield the elements whose published mean does not follow from their sum."""
    for one in published.elements:
        value = _exact_mean(one, published)
        if value is None or one.mean is None:
            continue
        if not Range(value, value, value).rounds_to(one.mean):
            yield one.key
