"""Indices beside that of all elements: of parts such as IPAK, and by importance (IKK)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.compose.survey_tables import head_column, number_column
from pst_standards.documents.outline import Align, Block, Column, Heading, Table
from pst_standards.surveys.grades import Grade, grade_of
from pst_standards.surveys.parts import score_part
from pst_standards.surveys.statistics.importance import importance_index


class FurtherIndex(NamedTuple):
    """An index, what it is called, of how many elements it is, and its grade."""

    key: str
    value: Fraction
    elements: int
    grade: Grade | None


def further(figures: SurveyFigures) -> tuple[FurtherIndex, ...]:
    """Return the indices that the instrument has beside that of all elements."""
    return (*_parts(figures), *_by_importance(figures))


def further_lines(figures: SurveyFigures) -> Iterator[tuple[str, str]]:
    """Yield the letters each goes by, and its value with the grade; nothing without parts.

    Only where the instrument has such indices of its own they belong on the sheet.
    """
    for one in further(figures) if figures.score.instrument.parts else ():
        value = figures.index(one.value)
        told = figures.say("further.graded", index=value, grade=figures.grade(one.grade))
        yield one.key.upper(), told if one.grade else value


def further_blocks(figures: SurveyFigures) -> Iterator[Block]:
    """Yield them as a section of the report, with what is not certain about them."""
    found, say = further(figures), figures.say
    if not found:
        return
    yield Heading(level=3, text=say("section.further"))
    yield Table(
        columns=(
            head_column(say("further.index"), 8),
            number_column(say("further.elements")),
            number_column(say("further.value")),
            Column(title=say("grade"), share=2, align=Align.CENTER),
        ),
        rows=tuple(
            (
                say(f"further.{one.key}"),
                figures.count(one.elements),
                figures.index(one.value),
                one.grade.letter if one.grade else "",
            )
            for one in found
        ),
        whole=True,
        dense=True,
    )
    yield from further_notes(figures)


def further_notes(figures: SurveyFigures) -> Iterator[Block]:
    """Yield what is not certain about the indices of parts."""
    used = figures.score.instrument
    if used.parts and used.is_doubtful("parts"):
        yield small(figures.say("further.unverified"))


def _parts(figures: SurveyFigures) -> Iterator[FurtherIndex]:
    score = figures.score
    for part, keys in score.instrument.parts.items():
        kept = [key for key in keys if key in score.means]
        if kept and not any(key in score.dropped for key in keys):
            found = score_part(score.tally, part, score.instrument)
            if found.index is not None:
                yield FurtherIndex(part, found.index, len(kept), _grade(found.index, figures))


def _by_importance(figures: SurveyFigures) -> Iterator[FurtherIndex]:
    score = figures.score
    if not score.importance.keys() & score.means.keys():
        return
    scale = (score.instrument.scale.low, score.instrument.scale.high)
    found = importance_index(score.means, score.importance, scale=scale)
    if found.value is not None:
        yield FurtherIndex("ikk", found.value, len(found.weights), _grade(found.value, figures))


def _grade(index: Fraction, figures: SurveyFigures) -> Grade | None:
    score = figures.score
    if score.table is None:
        return None
    return grade_of(index, score.table, categories=score.categories, scale=score.instrument.scale)
