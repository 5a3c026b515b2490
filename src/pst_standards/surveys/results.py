"""Scores as plain data: what ``pst survey score --format json`` prints.

Every figure stands rounded, as a text, and exact, as ``numerator/denominator``; the counts stand
beside them, so that whoever has the result can reckon it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final

from pst_standards.surveys.elements import Element, Instrument
from pst_standards.surveys.figures import exact, shown
from pst_standards.surveys.grades import Grade
from pst_standards.surveys.scoring import INDEX_DECIMALS, ElementScore, Score
from pst_standards.surveys.tallies import GroupKey

MEAN_DECIMALS: Final = 3
NI_DECIMALS: Final = 4


def results_to_dict(
    scores: Iterable[tuple[GroupKey, Score]], *, numbering: str | None = None
) -> dict[str, Any]:
    """Return the scores of groups as plain data."""
    return {"groups": [result_to_dict(told, key=key, numbering=numbering) for key, told in scores]}


def result_to_dict(
    told: Score, *, key: GroupKey = (), numbering: str | None = None
) -> dict[str, Any]:
    """Return one score as plain data; ``numbering`` says by which numbers elements are called.

    >>> from pst_standards.surveys import Tally, instrument, score
    >>> skm = instrument("skm-2017")
    >>> found = result_to_dict(score(Tally.from_frequencies(skm, {"fee": (0, 1, 2, 3)})))
    >>> found["n"], found["index"], found["index_exact"], found["elements"][3]["mean"]
    (6, '83.33', '250/3', '3.333')
    """
    return {
        "key": dict(key),
        "instrument": told.instrument.id,
        "numbering": numbering,
        "status": told.status,
        "n": told.tally.respondents,
        "empty_respondents": told.tally.empty_respondents,
        "left_out": dict(told.tally.left_out),
        "elements": [_element(one, told.instrument, numbering) for one in told.elements],
        **figures("ni", told.ni, NI_DECIMALS),
        **figures("index", told.index, INDEX_DECIMALS),
        **_graded(told.grade),
        "grade_table": None if told.table is None else told.table.id,
        "categories": told.categories,
        "other_grade": None if told.other_grade is None else told.other_grade.letter,
        "weights": told.weights.rounding,
        "weights_given": told.weights.given,
        "weights_sum": exact(told.weights.total) if told.weights.values else None,
        "dropped": dict(told.dropped),
        "warnings": [note.to_dict() for note in told.notes],
    }


def figures(name: str, value: Fraction | None, decimals: int) -> dict[str, str | None]:
    """Return a figure rounded and exact, under its name."""
    if value is None:
        return {name: None, f"{name}_exact": None}
    return {name: shown(value, decimals), f"{name}_exact": exact(value)}


def _graded(grade: Grade | None) -> dict[str, Any]:
    if grade is None:
        return {"grade": None, "label": None}
    return {"grade": grade.letter, "label": grade.label.to_dict()}


def _element(one: ElementScore, of: Instrument, numbering: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": code_of(one.element, of, numbering),
        "element": one.key,
        "term": one.element.term.to_dict(),
        "n": one.n,
        "sum": one.sum,
        **figures("mean", one.mean, MEAN_DECIMALS),
        **figures("weight", one.weight, NI_DECIMALS),
        **figures("weighted_mean", one.weighted_mean, NI_DECIMALS),
        "dropped": one.dropped or None,
        "counts": {item: counts.to_json() for item, counts in one.items.items()},
    }
    if one.importance is not None:
        found |= figures("importance", one.importance, MEAN_DECIMALS)
    return found


def code_of(element: Element, of: Instrument, numbering: str | None) -> str | None:
    """Return the number by which an element is called, such as ``U8``; ``None`` when unsettled.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> [code_of(skm.element("facilities"), skm, way) for way in ("list", "form", None)]
    ['U9', 'U8', None]
    """
    ways = of.numberings if numbering is None else (numbering,)
    numbers = {element.numbers.get(way) for way in ways}
    number = numbers.pop() if len(numbers) == 1 else None
    return None if number is None else f"U{number}"
