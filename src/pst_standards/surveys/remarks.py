"""What a reader of a score has to know: what was dropped, how weights round, what is not sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.figures import told
from pst_standards.surveys.grades import Grade, grade_table
from pst_standards.surveys.notes import Note
from pst_standards.surveys.tally import Tally
from pst_standards.surveys.terms import Coded
from pst_standards.surveys.weights import ROUNDING_TERMS, Weights

FEW: Final = 30
"""A house rule: below so many respondents a figure is called unsteady."""

_LEFT_OUT: Final = frozenset(
    ("zero", "outside", "decimals", "fraction", "spaces", "text", "kind", "duplicate", "sums")
)


def remarks(
    tally: Tally,
    used: Instrument,
    weights: Weights,
    dropped: Mapping[str, str],
    *,
    index: Fraction | None,
    grades: tuple[Grade | None, Grade | None],
    unrounded: tuple[Fraction, Grade | None] | None = None,
) -> Iterator[Note]:
    """Yield the remarks about a score, the gravest first.

    ``unrounded`` has index and grade with the same weights before they were rounded.
    """
    if index is not None and unrounded is not None:
        yield from _about_rounding(weights, grades[0], *unrounded)
    yield from _about_grade(used, weights, index, grades)
    yield from _about_answers(tally)
    yield from _about_elements(tally, used, dropped, left=bool(weights.values))
    yield from _about_instrument(used)
    if weights.normalised:
        yield Note("weights-normalised")


def _about_rounding(
    weights: Weights, chosen: Grade | None, right: Fraction, grade: Grade | None
) -> Iterator[Note]:
    """Yield what rounded weights did to the index, where they do not add up to 1."""
    found = {"rounding": _rounding(weights), "right": told(right, 2)}
    if weights.total > 1:
        most = told(100 * weights.total, 2)
        yield Note("weights-above", {**found, "total": told(weights.total, 4), "most": most})
    if chosen is not None and grade is not None and grade != chosen:
        yield Note("weights-grade", {**found, "chosen": chosen.letter, "grade": grade.letter})


def _rounding(weights: Weights) -> Coded:
    return Coded(weights.rounding, ROUNDING_TERMS[weights.rounding])


def _about_grade(
    used: Instrument,
    weights: Weights,
    index: Fraction | None,
    grades: tuple[Grade | None, Grade | None],
) -> Iterator[Note]:
    if index is None:
        yield Note("no-data")
        return
    chosen, other = grades
    if chosen is not None and other is not None and chosen != other:
        found = {"index": told(index, 4), "chosen": chosen.letter, "other": other.letter}
        yield Note("grade-differs", found)
    if weights.rounding == "exact":
        return
    if not used.scale.lowest_index <= index <= 100:  # noqa: PLR2004 - the index is out of 100
        yield Note("beyond", {"index": told(index, 2)})
    if weights.total < 1:
        most = told(100 * weights.total, 2)
        yield Note("weights-reach", {"rounding": _rounding(weights), "most": most})


def _about_answers(tally: Tally) -> Iterator[Note]:
    if 0 < tally.respondents < FEW:
        yield Note("few", {"n": tally.respondents, "least": FEW})
    if tally.empty_respondents:
        # Where cells were left out, a row without an answer may be no questionnaire at all.
        key = "empty-rows" if tally.left_out else "empty"
        yield Note(key, {"n": tally.empty_respondents})
    for reason, times in sorted(tally.left_out.items()):
        known = reason.rpartition(".")[2]
        yield Note(
            f"left-out-{known}" if known in _LEFT_OUT else "left-out",
            {
                "n": times,
                "reason": reason,
            },
        )


def _about_elements(
    tally: Tally, used: Instrument, dropped: Mapping[str, str], *, left: bool
) -> Iterator[Note]:
    kind = "dropped" if left else "lacking"  # with nothing left there is nobody to take a weight
    for reason in ("unanswered", "not-asked", "asked"):
        keys = [key for key, why in dropped.items() if why == reason]
        if keys:
            yield Note(f"{kind}-{reason}", {"elements": _terms(used, keys)})
    skipped = [used.element_of(item) for item, one in tally.elements.items() if one.not_applicable]
    if skipped:
        yield Note("not-applicable", {"elements": _terms(used, list(dict.fromkeys(skipped)))})


def _terms(used: Instrument, keys: list[str]) -> tuple[object, ...]:
    return tuple(Coded(key, used.element(key).term) for key in keys)


def _about_instrument(used: Instrument) -> Iterator[Note]:
    if used.adapted:
        yield Note("adapted", {"instrument": Coded(used.id, used.name)})
    if used.item_map:
        yield Note("map", {"map": used.item_map, "form": used.form})
    elif used.is_doubtful():
        yield Note("doubtful", {"instrument": Coded(used.id, used.name)})
    if used.grades and ("grades" in used.doubtful or grade_table(used.grades).is_doubtful):
        yield Note("grades-doubtful", {"table": used.grades})
