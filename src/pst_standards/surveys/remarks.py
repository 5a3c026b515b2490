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
from pst_standards.surveys.weights import ROUNDING_TERMS, Weights

FEW: Final = 30
"""A house rule: below so many respondents a figure is called unsteady."""

_LEFT_OUT: Final = frozenset(("zero", "outside", "fraction", "spaces", "text", "kind", "duplicate"))


def remarks(
    tally: Tally,
    used: Instrument,
    weights: Weights,
    dropped: Mapping[str, str],
    *,
    index: Fraction | None,
    grades: tuple[Grade | None, Grade | None],
) -> Iterator[Note]:
    """Yield the remarks about a score, the gravest first."""
    yield from _about_grade(used, weights, index, grades)
    yield from _about_answers(tally)
    yield from _about_elements(tally, used, dropped)
    yield from _about_instrument(used)
    if weights.normalised:
        yield Note("weights-normalised")


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
    if weights.total != 1:
        most = told(100 * weights.total, 2)
        yield Note("weights-reach", {"rounding": ROUNDING_TERMS[weights.rounding], "most": most})


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


def _about_elements(tally: Tally, used: Instrument, dropped: Mapping[str, str]) -> Iterator[Note]:
    for reason in ("unanswered", "not-asked", "asked"):
        keys = [key for key, why in dropped.items() if why == reason]
        if keys:
            yield Note(f"dropped-{reason}", {"elements": _terms(used, keys)})
    skipped = [used.element_of(item) for item, one in tally.elements.items() if one.not_applicable]
    if skipped:
        yield Note("not-applicable", {"elements": _terms(used, list(dict.fromkeys(skipped)))})


def _terms(used: Instrument, keys: list[str]) -> tuple[object, ...]:
    return tuple(used.element(key).term for key in keys)


def _about_instrument(used: Instrument) -> Iterator[Note]:
    if used.adapted:
        yield Note("adapted", {"instrument": used.id})
    if used.item_map:
        yield Note("map", {"map": used.item_map, "form": used.form})
    elif used.is_doubtful():
        yield Note("doubtful", {"instrument": used.id})
    if used.grades and ("grades" in used.doubtful or grade_table(used.grades).is_doubtful):
        yield Note("grades-doubtful", {"table": used.grades})
