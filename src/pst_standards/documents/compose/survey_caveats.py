"""What changes a published figure or its meaning: it stands wherever the figure does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.outline import Block, Paragraph
from pst_standards.surveys.weights import ROUNDING_TERMS

_OF_THE_REPORT: Final = frozenset(("no-data", "empty", "not-applicable", "doubtful"))
"""Remarks that change no figure: the report has them, its sheet does not."""


def caveats(figures: SurveyFigures) -> tuple[str, ...]:
    """Return what a reader of the index alone has to know."""
    lang = figures.composition.lang
    notes = (one for one in figures.score.notes if one.key not in _OF_THE_REPORT)
    return (
        *_shortage(figures),
        *_letters(figures),
        *_weights(figures),
        *(one.text(lang) for one in notes),
    )


def caveat_blocks(figures: SurveyFigures) -> Iterator[Block]:
    """Yield the caveats under a line that leads to them, if there are any."""
    found = caveats(figures)
    if len(found) == 1:
        yield Paragraph(text=figures.say("caveats.one", text=found[0]))
    elif found:
        yield Paragraph(text=figures.say("caveats"))
        yield from listed(found)


def small_caveats(figures: SurveyFigures) -> Iterator[Block]:
    """Yield the caveats in small letters, one below the other."""
    for one in caveats(figures):
        yield small(one)


def _shortage(figures: SurveyFigures) -> Iterator[str]:
    """Yield that fewer answered than the formula asks for."""
    sample = figures.result.sample
    if sample is not None and 0 < figures.n < sample.n:
        yield figures.say(
            "caveats.sample",
            n=figures.count(figures.n),
            needed=figures.count(sample.n),
            method=figures.sample_method,
        )


def _letters(figures: SurveyFigures) -> Iterator[str]:
    """Yield between which grades the result lies, where its margin holds more than one."""
    quality = figures.result.quality
    if quality and quality.letters and not quality.letters.is_stable and quality.margin:
        confidence = figures.decimal(100 * quality.margin.confidence, 0)
        letters = str(quality.letters)
        yield figures.say("caveats.letters", letters=letters, confidence=confidence)


def _weights(figures: SurveyFigures) -> Iterator[str]:
    """Yield how elements were weighed, unless all weigh the same without any rounding."""
    weights = figures.score.weights
    if weights.given or weights.rounding != "exact":
        key = "weights.given" if weights.given else "weights.equal"
        rounding = figures.term(ROUNDING_TERMS[weights.rounding])
        yield figures.say("caveats.weights", weights=figures.say(key, rounding=rounding))
