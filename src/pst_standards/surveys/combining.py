"""Scores of several services, periods and forms put together, each by a rule that is named.

No regulation says how the index of a unit follows from those of its services; offices use three
ways, and they differ. Periods are merged by their counts: the mean of four indices is another
figure when the quarters differ in respondents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import told
from pst_standards.surveys.grades import Grade, grade_of, grade_table
from pst_standards.surveys.notes import Note
from pst_standards.surveys.records import Record
from pst_standards.surveys.scoring import INDEX_DECIMALS, ElementScore, Score, score
from pst_standards.surveys.tally import Tally
from pst_standards.surveys.terms import Coded, Term
from pst_standards.surveys.weights import ROUNDING_TERMS

UNITS: Final = ("pooled", "population", "simple")
"""``pooled``: all answers together; ``population``: the indices weighed by how many are served;
``simple``: their plain mean."""

_WAYS: Final = {
    "pooled": Term("semua jawaban bersama-sama", "all answers together"),
    "population": Term("ditimbang menurut yang dilayani", "weighed by how many are served"),
    "simple": Term("rata-rata sederhana", "the plain mean"),
}


class Combined(Record, kw_only=True):
    """The index of several parts together.

    ``indices`` has what each way of combining gives, as far as it can be reckoned, so that the
    difference shows; ``index`` is that of the way asked for, ``without_data`` the parts left out.
    """

    way: str
    parts: Mapping[str, Score]
    indices: Mapping[str, Fraction]
    grade: Grade | None = None
    notes: tuple[Note, ...] = ()

    @property
    def index(self) -> Fraction | None:
        """The index by the way asked for; ``None`` when no part has an answer."""
        return self.indices.get(self.way)

    @property
    def without_data(self) -> tuple[str, ...]:
        """The parts that nobody answered."""
        return tuple(name for name, part in self.parts.items() if part.index is None)


def merge_periods(tallies: Mapping[str, Tally]) -> Tally:
    """Return the counts of several periods together; their indices are never averaged.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> first = Tally.from_frequencies(skm, {"fee": (0, 0, 0, 30)})
    >>> second = Tally.from_frequencies(skm, {"fee": (0, 0, 10, 0)})
    >>> score(merge_periods({"TW I": first, "TW II": second})).index_shown
    '93.75'
    """
    if not tallies:
        raise SurveyError("combine.nothing")
    first, *others = tallies.values()
    return sum(others, first)


def combine_services(
    scores: Mapping[str, Score],
    *,
    unit: str = "pooled",
    populations: Mapping[str, int] | None = None,
) -> Combined:
    """Combine services, or periods, into one index.

    The parts are scores by the same instrument, weights and elements asked for; ``populations``
    says how many each part serves, needed for ``population``. Parts without any answer are left
    out and told. Raises ``SurveyError`` for parts of different instruments or weights, and for a
    population that is not there.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> parts = {
    ...     "library": score(Tally.from_frequencies(skm, {"fee": (0, 0, 0, 30)})),
    ...     "sale": score(Tally.from_frequencies(skm, {"fee": (0, 0, 10, 0)})),
    ... }
    >>> found = combine_services(parts, unit="population", populations={"library": 1, "sale": 3})
    >>> {way: str(index) for way, index in found.indices.items()}
    {'pooled': '375/4', 'simple': '175/2', 'population': '325/4'}
    """
    if unit not in UNITS:
        raise SurveyError("combine.unit", found=unit, expected=UNITS)
    first = _alike(scores)
    counted = {name: part.index for name, part in scores.items() if part.index is not None}
    if unit == "population" or populations is not None:
        _refuse_lacking(scores, populations or {})
    pooled = _pooled(scores)
    indices: dict[str, Fraction] = {}
    if pooled.index is not None:
        indices["pooled"] = pooled.index
        indices["simple"] = sum(counted.values(), Fraction()) / len(counted)
    served = {name: (populations or {}).get(name, 0) for name in counted}
    total = sum(served.values())
    if total:
        of_all = (served[name] * index for name, index in counted.items())
        indices["population"] = sum(of_all, Fraction()) / total
    index = indices.get(unit)
    found = Combined(way=unit, parts=scores, indices=indices, grade=_grade(first, index))
    return found.changed(notes=tuple(_remarks(found, pooled)))


def _alike(scores: Mapping[str, Score]) -> Score:
    """Return the first of scores that can be combined; refuse others."""
    if not scores:
        raise SurveyError("combine.nothing")
    first = next(iter(scores.values()))
    for part in scores.values():
        if (part.instrument.id, part.weighting) != (first.instrument.id, first.weighting):
            found = f"{part.instrument.id} ({part.weights.rounding})"
            expected = f"{first.instrument.id} ({first.weights.rounding})"
            raise SurveyError("combine.unlike", found=found, expected=expected)
    return first


def _refuse_lacking(scores: Mapping[str, Score], populations: Mapping[str, int]) -> None:
    for name in scores:
        size = populations.get(name)
        if size is None or size < 1:
            raise SurveyError("combine.population", found=name)


def _pooled(scores: Mapping[str, Score]) -> Score:
    """Score all counts together, with the weights and the dropped elements of the parts."""
    first = next(iter(scores.values()))
    tally = merge_periods({name: part.tally for name, part in scores.items()})
    asked = {key for part in scores.values() for key, why in part.dropped.items() if why == "asked"}
    return score(
        tally,
        first.instrument,
        weights=first.weighting,
        categories=first.categories,
        drop=asked,
        compat=True,
        grades=first.table.id if first.table else "",
    )


def _grade(first: Score, index: Fraction | None) -> Grade | None:
    if index is None or first.table is None:
        return None
    scale = first.instrument.scale
    within = min(max(index, scale.lowest_index), Fraction(100))
    return grade_of(within, first.table, categories=first.categories, scale=scale)


def _remarks(found: Combined, pooled: Score) -> Iterator[Note]:
    yield Note(f"combined-{found.way}")
    if found.without_data:
        yield Note("combined-without", {"parts": found.without_data})
    rounded = {way: told(index, INDEX_DECIMALS) for way, index in found.indices.items()}
    others = tuple(
        Coded(f"{way}:{index.en}", Term(*map(" ".join, zip(_WAYS[way], index, strict=True))))
        for way, index in rounded.items()
        if way != found.way
    )
    if len(set(rounded.values())) > 1:
        yield Note("combined-differs", {"others": others})
    asked = {frozenset(part.means) for part in found.parts.values() if part.index is not None}
    if len(asked) > 1:
        yield Note("combined-elements")
    pooled_is_shown = found.way == "pooled"
    yield from (
        note for note in pooled.notes if note.key == "few" or (note.is_grave and pooled_is_shown)
    )


def combine_forms(scores: Mapping[str, Score]) -> Combined:
    """Combine two forms that ran in one period: each scored on its own, then by element.

    The mean of an element is that of the forms, each weighed by how many answered it; an element
    that one form does not ask comes from the others. All elements weigh the same. Raises
    ``SurveyError`` for forms on different scales: 1 to 10 is never turned into 1 to 4.

    >>> from pst_standards.surveys import instrument
    >>> skm, form = instrument("skm-2017"), instrument("skm-16-online-a")
    >>> found = combine_forms(
    ...     {
    ...         "old": score(Tally.from_frequencies(skm, {"fee": (0, 0, 0, 30)})),
    ...         "new": score(Tally.from_frequencies(form, {"q7": (0, 0, 10, 0)})),
    ...     }
    ... )
    >>> str(found.index)
    '375/4'
    """
    if not scores:
        raise SurveyError("combine.nothing")
    first = next(iter(scores.values()))
    answered: dict[str, Fraction] = {}
    sums: dict[str, Fraction] = {}
    for part in scores.values():
        if part.instrument.scale != first.instrument.scale:
            found, expected = part.instrument.id, first.instrument.id
            raise SurveyError("combine.scale", found=found, expected=expected)
        for one in part.elements:
            if one.mean is not None and not one.dropped:
                n = _answered(one)
                answered[one.key] = answered.get(one.key, Fraction()) + n
                sums[one.key] = sums.get(one.key, Fraction()) + n * one.mean
    means = [sums[key] / n for key, n in answered.items()]
    indices: dict[str, Fraction] = {}
    if means:
        ni = sum(means, Fraction()) / len(means)
        indices["forms"] = first.instrument.scale.index_of(ni)
    notes = (Note("combined-forms", {"forms": tuple(scores)}),)
    grade = _grade(first, indices.get("forms"))
    return Combined(way="forms", parts=scores, indices=indices, grade=grade, notes=notes)


def _answered(one: ElementScore) -> Fraction:
    """Return how many answered an element: on average over its questions that were answered."""
    numbers = [counts.n for counts in one.items.values() if counts.n]
    return Fraction(sum(numbers), len(numbers))


def series_breaks(before: Score, after: Score) -> tuple[Note, ...]:
    """Return why two indices of a series do not simply compare; empty when they do.

    A series chains only the index: another regime, other weights, and another form or map each
    break it.

    >>> from pst_standards.surveys import instrument
    >>> found = [
    ...     score(Tally.from_frequencies(instrument(name), {"procedure": (0, 0, 1, 1)}))
    ...     for name in ("skm-2004", "skm-2017")
    ... ]
    >>> [note.key for note in series_breaks(*found)]
    ['break-regime']
    """
    return tuple(_breaks(before, after))


def _breaks(before: Score, after: Score) -> Iterator[Note]:
    tables = [grade_table(one.table.id).regulation if one.table else "-" for one in (before, after)]
    if tables[0] != tables[1]:
        yield Note("break-regime", {"before": tables[0], "after": tables[1]})
    if before.weighting != after.weighting:
        rounded = {
            "before": _weights(before),
            "after": _weights(after),
        }
        yield Note("break-weights", rounded)
    forms = [(one.instrument.form, one.instrument.item_map) for one in (before, after)]
    if forms[0] != forms[1] or before.instrument.adapted != after.instrument.adapted:
        yield Note("break-form", {"before": before.instrument.id, "after": after.instrument.id})
    if set(before.means) != set(after.means):
        yield Note("break-elements")


def _weights(of: Score) -> Coded:
    name = of.weights.rounding
    rounding = ROUNDING_TERMS[name]
    if not of.weights.given:
        return Coded(name, rounding)
    own = Term(f"bobot sendiri, {rounding.id}", f"weights of one's own, {rounding.en}")
    return Coded(f"given:{name}", own)
