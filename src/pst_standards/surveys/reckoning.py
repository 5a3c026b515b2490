"""A published result reckoned again by every convention, as ranges of what it may have been."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from pst_standards.surveys.figures import half_up
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


def matching(found: Mapping[str, Range], figure: Figure | None) -> tuple[str, ...]:
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


def means_of(published: Published) -> tuple[dict[str, Range], bool]:
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


def exact_mean(one: PublishedElement, published: Published) -> Fraction | None:
    """Return an element's mean from its sum; ``None`` where that or the number is not known."""
    n = published.n if one.n is None else one.n
    return Fraction(one.sum, n) if one.sum is not None and n else None


def _mean(one: PublishedElement, published: Published) -> Range | None:
    """Return the range of an element's mean: exact from its sum, else as it was rounded."""
    value = exact_mean(one, published)
    if value is not None:
        return Range(value, value, value)
    return None if one.mean is None else Range(one.mean.low, one.mean.value, one.mean.high)


def weightings_of(
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


def sum_of(means: Mapping[str, Range], weights: Mapping[str, Fraction]) -> Range:
    """Return the range of NI: the weighted sum of the means."""
    parts = (mean.times(weights[key]) for key, mean in means.items())
    return sum(parts, Range(Fraction(), Fraction(), Fraction()))


def from_total(published: Published) -> Iterator[tuple[str, Range]]:
    """Yield NI by each convention from the sum of all answers, which presumes no blanks."""
    total, n, k = published.total, published.n, len(published.instrument.elements)
    if total is None or not n:
        return
    for name in ROUNDINGS:
        weight = next(iter(weigh(published.instrument.keys[:k], rounding=name).values.values()))
        value = weight * Fraction(total, n)
        yield name, Range(value, value, value)


def weighted_by(
    published: Published,
    means: Mapping[str, Range],
    weightings: Mapping[str, Mapping[str, Fraction]],
) -> tuple[str, ...]:
    """Return the conventions that give every weighted mean that was published."""
    printed = {one.key: one.weighted_mean for one in published.elements if one.weighted_mean}
    if not printed.keys() <= means.keys() or not printed:
        return ()
    return tuple(
        name
        for name, weights in weightings.items()
        if all(means[key].times(weights[key]).rounds_to(one) for key, one in printed.items())
    )


def steps_of(
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
        "ni": lambda name, decimals: half_up(sum_of(means, weightings[name]).value, decimals),
    }
    for name in weightings:
        for figure, value in rounded.items():
            for decimals in _STEPS:
                if gives(value(name, decimals)):
                    yield name, figure, decimals
