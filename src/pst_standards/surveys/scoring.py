"""From counts to a score: means, index and grade by exact fractions, rounded only when shown.

NRR is the mean of the answers that were given to an element, NRRt that mean times the weight, NI
their sum, and the index (IKM) NI as a share of the highest answer, of 100 at most:

    NRR_i = S_i / n_i        NI = sum of w_i * NRR_i        IKM = 100 * NI / highest answer

A blank is in neither S_i nor n_i. Questions within an element are averaged first. An element that
nobody answered is dropped, and its weight goes to the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Final, NamedTuple

from pst_standards.surveys.elements import Element, Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import shown, told
from pst_standards.surveys.grades import CATEGORIES, Grade, GradeTable, grade_of, grade_table
from pst_standards.surveys.instrument_files import instrument as known_instrument
from pst_standards.surveys.notes import Note
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.remarks import remarks
from pst_standards.surveys.tally import ElementCounts, Tally
from pst_standards.surveys.weights import Weights, weigh

INDEX_DECIMALS: Final = 2
HIGHEST: Final = Fraction(100)


class Weighting(Record, kw_only=True):
    """How elements are weighed: the rounding, and weights that an office set itself."""

    rounding: str = "exact"
    given: Mapping[str, object] | None = None
    normalise: bool = False

    def of(self, keys: Sequence[str], dropped: Collection[str]) -> Weights:
        """Return the weights of elements without those that are dropped."""
        return weigh(
            keys,
            rounding=self.rounding,
            given=self.given,
            normalise=self.normalise,
            dropped=dropped,
        )


class ElementScore(Record, kw_only=True):
    """What one element scores.

    ``items`` has the counts of its questions, one of its own key where the element is the question;
    ``dropped`` says why it does not count: ``asked``, ``unanswered`` or ``not-asked``.
    """

    element: Element
    items: Mapping[str, ElementCounts]
    weight: Fraction | None = None
    dropped: str = ""
    importance_items: Mapping[str, ElementCounts] = made(factory=dict)

    @property
    def key(self) -> str:
        """The key of the element."""
        return self.element.key

    @property
    def n(self) -> int:
        """How many answers its questions have together."""
        return sum(one.n for one in self.items.values())

    @property
    def sum(self) -> int:
        """The sum of those answers; with several questions the mean is not this by ``n``."""
        return sum(one.sum for one in self.items.values())

    @cached_property
    def mean(self) -> Fraction | None:
        """The mean (NRR), that of its questions first; ``None`` when nobody answered."""
        return mean_of(self.items)

    @cached_property
    def importance(self) -> Fraction | None:
        """How important it is on average; ``None`` when that was not asked or answered."""
        return mean_of(self.importance_items)

    @property
    def weighted_mean(self) -> Fraction | None:
        """The mean times the weight (NRRt); ``None`` when it does not count."""
        return None if self.mean is None or self.weight is None else self.mean * self.weight


class Grading(NamedTuple):
    """The table of grades, the grade by the chosen way of reading it, and that by the other."""

    table: GradeTable | None = None
    chosen: Grade | None = None
    other: Grade | None = None


class Score(Record, kw_only=True):
    """The score of one group, with everything that was decided on the way.

    Without any answer ``ni``, ``index`` and ``grade`` are ``None``, never 0 and never D.
    """

    instrument: Instrument
    tally: Tally
    elements: tuple[ElementScore, ...]
    weights: Weights
    weighting: Weighting
    categories: str
    ni: Fraction | None = None
    index: Fraction | None = None
    grading: Grading
    notes: tuple[Note, ...] = ()

    @property
    def table(self) -> GradeTable | None:
        """The table of grades; ``None`` where none was asked for."""
        return self.grading.table

    @property
    def grade(self) -> Grade | None:
        """The grade (mutu)."""
        return self.grading.chosen

    @property
    def other_grade(self) -> Grade | None:
        """The grade by the other way of grading, where that differs."""
        return None if self.grading.other == self.grading.chosen else self.grading.other

    @property
    def status(self) -> str:
        """``scored``, or ``no_data`` when nobody answered anything that counts."""
        return "no_data" if self.index is None else "scored"

    @property
    def index_shown(self) -> str:
        """The index with two decimals; empty when there is none."""
        return "" if self.index is None else shown(self.index, INDEX_DECIMALS)

    @property
    def means(self) -> Mapping[str, Fraction]:
        """The mean of each element that counts."""
        return {
            one.key: one.mean for one in self.elements if one.mean is not None and not one.dropped
        }

    @property
    def importance(self) -> Mapping[str, Fraction]:
        """How important each element is on average, as far as that was asked."""
        return {one.key: one.importance for one in self.elements if one.importance is not None}

    @property
    def dropped(self) -> Mapping[str, str]:
        """The elements that do not count, and why."""
        return {one.key: one.dropped for one in self.elements if one.dropped}


def score(
    tally: Tally,
    instrument: Instrument | None = None,
    *,
    weights: str | Weighting = "exact",
    categories: str = "nik_rounded",
    drop: Collection[str] = (),
    compat: bool = False,
    grades: str | None = None,
) -> Score:
    """Score a tally.

    ``instrument`` is needed for one that is adapted, and may be the form of sixteen questions by
    the other map. ``weights`` names a rounding or has weights of one's own, ``drop`` leaves
    elements out, ``grades`` names another table, or none when empty. Rounded weights that lead out
    of the scale raise ``SurveyError``, unless ``compat`` asks for what others computed.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> told = score(Tally.from_frequencies(skm, {key: (0, 0, 1, 0) for key in skm.keys}))
    >>> told.index_shown, told.grade.letter
    ('75.00', 'C')
    """
    used = _instrument(tally, instrument)
    weighting = Weighting(rounding=weights) if isinstance(weights, str) else weights
    parts = _by_element(tally.elements, used)
    reasons = dict(_dropped(parts, used, drop))
    weighed = weighting.of(used.keys, reasons)
    elements = tuple(_elements(tally, used, parts, weighed, reasons))
    ni = _ni(elements, weighed)
    index = None if ni is None else used.scale.index_of(ni)
    grading = _grading(index, used, grades, categories, compat=compat)
    found = Score(
        instrument=used,
        tally=tally,
        elements=elements,
        weights=weighed,
        weighting=weighting,
        categories=categories,
        ni=ni,
        index=index,
        grading=grading,
    )
    return found.changed(notes=tuple(_notes(found, grades)))


def _notes(found: Score, grades: str | None) -> Iterator[Note]:
    """Yield what a reader of a score has to know, what rounded weights did to it too."""
    used, weights = found.instrument, found.weights
    unrounded = None
    if weights.rounding != "exact" and weights.total != 1 and found.index is not None:
        exactly = found.weighting.changed(rounding="exact").of(used.keys, found.dropped)
        weighed = (one.changed(weight=exactly.values.get(one.key)) for one in found.elements)
        index = used.scale.index_of(_ni(weighed, exactly) or Fraction())
        unrounded = index, _grading(index, used, grades, found.categories, compat=False).chosen
    yield from remarks(
        found.tally,
        used,
        weights,
        found.dropped,
        index=found.index,
        grades=found.grading[1:],
        unrounded=unrounded,
    )


def _instrument(tally: Tally, given: Instrument | None) -> Instrument:
    if given is None:
        return known_instrument(tally.instrument_id)
    same = given.id == tally.instrument_id or (
        given.form and tally.instrument_id.startswith(given.id.removesuffix(given.item_map))
    )
    if not same:
        raise SurveyError("score.instrument", found=given.id, expected=tally.instrument_id)
    return given


def _dropped(
    parts: Mapping[str, Mapping[str, ElementCounts]], used: Instrument, drop: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the elements that do not count, and why."""
    for key in drop:
        used.element(key)
    for key in used.keys:
        items = parts.get(key)
        if key in drop:
            yield key, "asked"
        elif items is None:
            yield key, "not-asked"
        elif not any(one.n for one in items.values()):
            yield key, "unanswered"


def _elements(
    tally: Tally,
    used: Instrument,
    parts: Mapping[str, Mapping[str, ElementCounts]],
    weighed: Weights,
    reasons: Mapping[str, str],
) -> Iterator[ElementScore]:
    importance = _by_element(tally.importance, used) if tally.importance else {}
    for element in used.elements:
        key = element.key
        yield ElementScore(
            element=element,
            items=parts.get(key, {}),
            weight=weighed.values.get(key),
            dropped=reasons.get(key, ""),
            importance_items=importance.get(key, {}),
        )


def _ni(elements: Iterable[ElementScore], weighed: Weights) -> Fraction | None:
    """Return the weighted sum of the means.

    Where all weights are the same, means of the same denominator are added first: a fraction costs
    more than all its counts.
    """
    kept = [one for one in elements if not one.dropped]
    if not kept:
        return None
    if weighed.given:
        return sum((one.weighted_mean or Fraction() for one in kept), Fraction())
    sums: dict[int, int] = {}
    for one in kept:
        if len(one.items) == 1:
            (counts,) = one.items.values()
            top, bottom = counts.sum, counts.n
        else:
            mean = one.mean or Fraction()
            top, bottom = mean.numerator, mean.denominator
        sums[bottom] = sums.get(bottom, 0) + top
    total = sum((Fraction(top, bottom) for bottom, top in sums.items()), Fraction())
    return total * weighed.values[kept[0].key]


def _by_element(
    counts: Mapping[str, ElementCounts], used: Instrument
) -> dict[str, dict[str, ElementCounts]]:
    parts: dict[str, dict[str, ElementCounts]] = {}
    for item, one in counts.items():
        if (one.low, one.low + len(one.values) - 1) != (used.scale.low, used.scale.high):
            scale = f"{used.scale.low}-{used.scale.high}"
            found = f"{one.low}-{one.low + len(one.values) - 1}"
            raise SurveyError("tally.scale", found=found, expected=scale)
        parts.setdefault(used.element_of(item), {})[item] = one
    return parts


def mean_of(items: Mapping[str, ElementCounts]) -> Fraction | None:
    """Return the mean of an element: the mean of the means of its questions that were answered.

    >>> mean_of({"fee.1": ElementCounts((0, 0, 0, 3)), "fee.2": ElementCounts((0, 0, 1, 0))})
    Fraction(7, 2)
    """
    means = [mean for one in items.values() if (mean := one.mean) is not None]
    if len(means) == 1:
        return means[0]
    return sum(means, Fraction()) / len(means) if means else None


def _grading(
    index: Fraction | None, used: Instrument, grades: str | None, categories: str, *, compat: bool
) -> Grading:
    """Return the grade of an index by both ways of reading its table."""
    if categories not in CATEGORIES:
        raise SurveyError("categories", found=categories, expected=CATEGORIES)
    name = used.grades if grades is None else grades
    table = grade_table(name) if name else None
    if index is None:
        return Grading(table)
    low = used.scale.lowest_index
    if not low <= index <= HIGHEST:
        if not compat:
            bounds = {"low": told(low, INDEX_DECIMALS), "high": told(HIGHEST, INDEX_DECIMALS)}
            raise SurveyError("index.outside", found=told(index, 4), **bounds)
        index = min(max(index, low), HIGHEST)
    if table is None:
        return Grading()
    other = next(one for one in CATEGORIES if one != categories)
    by = [grade_of(index, table, categories=one, scale=used.scale) for one in (categories, other)]
    return Grading(table, *by)
