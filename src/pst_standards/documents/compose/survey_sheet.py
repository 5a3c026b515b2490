"""The sheet on which an office publishes the result of a survey."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import joined
from pst_standards.documents.compose.survey_caveats import small_caveats
from pst_standards.documents.compose.survey_figures import SurveyFigures, hides_any, told_counts
from pst_standards.documents.compose.survey_parts import further_lines, further_notes
from pst_standards.documents.compose.survey_periods import period_name, unbroken
from pst_standards.documents.compose.survey_pictures import element_bars
from pst_standards.documents.compose.survey_tables import elements
from pst_standards.documents.outline import (
    Block,
    Heading,
    Inline,
    KeyValues,
    Note,
    NoteKind,
    Paragraph,
    ParagraphStyle,
    Run,
)
from pst_standards.documents.survey_bars import COMPACT
from pst_standards.model.standard import ServiceStandard
from pst_standards.surveys.reporting import Profile, SurveyResult

_MOST_PROFILES = 2
_MOST_BARS = 10
"""Of more elements the sheet has the table only, so that it stays one page."""
_FIRST_QUESTIONS = ("sex", "education")


def sheet_of(result: SurveyResult) -> Composer:
    """Return what composes the publication sheet of a survey."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        figures = SurveyFigures(result=result, composition=composition)
        period = period_name(result.period, composition)
        title = figures.say("sheet.title", survey=figures.survey, period=period)
        return Body(
            title=title,
            blocks=(Heading(level=1, text=unbroken(title, period)), *_blocks(figures)),
            dated=result.told.signing.date if result.told.signing else None,
            needs_adoption=False,
        )

    return compose


def remark(figures: SurveyFigures) -> Iterator[Block]:
    """Yield the remark that stands at the head, if there is one."""
    if text := figures.term(figures.result.told.remark):
        yield Note(text=text, kind=NoteKind.WARNING)


def no_data(figures: SurveyFigures) -> Paragraph:
    """Return what is said where nobody answered."""
    return Paragraph(text=figures.say("no-data"))


def _blocks(figures: SurveyFigures) -> Iterator[Block]:
    yield from remark(figures)
    yield from _index(figures)
    yield from small_caveats(figures)
    yield _facts(figures)
    yield from further_notes(figures)
    if figures.elements:
        if len(figures.elements) <= _MOST_BARS:
            yield element_bars(figures, COMPACT)
        yield elements(figures, brief=True)
    if hides_any(one.counts for one in _profiles(figures)):
        yield small(figures.say("hidden"))
    yield Paragraph(text=figures.say("sheet.thanks"), style=ParagraphStyle.CENTERED)


def _index(figures: SurveyFigures) -> Iterator[Block]:
    score = figures.score
    if score.index is None:
        yield no_data(figures)
        return
    name = Run(text=f"{figures.index_name}: ")
    value = Run(text=figures.index(score.index), strong=True)
    grade = (Run(text="\n" + figures.say("sheet.grade", grade=figures.grade(score.grade))),)
    yield Paragraph(text=(name, value, *grade * bool(score.grade)), style=ParagraphStyle.QUOTE)


def _facts(figures: SurveyFigures) -> KeyValues:
    say, result = figures.say, figures.result
    services = joined((name for name, _ in result.services), figures.composition)
    pairs: list[tuple[str, Inline]] = [(say("unit"), figures.office)]
    if services:
        pairs.append((say("services"), services))
    pairs += further_lines(figures)
    people = figures.count(figures.n)
    pairs.append((say("respondents"), say("people", n=people)))
    pairs += [(figures.question(one), _people(one, figures)) for one in _profiles(figures)]
    if figures.score.instrument.regulation:
        pairs.append((say("basis"), figures.score.instrument.regulation))
    return KeyValues(pairs=tuple(pairs))


def _profiles(figures: SurveyFigures) -> list[Profile]:
    """Return sex and education, or what else there is about the respondents."""
    told = {one.key: one for one in figures.result.profile}
    first = [told[key] for key in _FIRST_QUESTIONS if key in told]
    return (first or list(told.values()))[:_MOST_PROFILES]


def _people(profile: Profile, figures: SurveyFigures) -> str:
    """Return how many gave each answer, on one line."""
    whole = sum(profile.counts.values())
    return "; ".join(
        figures.say(
            "people-hidden" if n is None else "people-of",
            answer=figures.answer(label),
            n=figures.count(n),
            share=figures.share(n, whole),
        )
        for label, n in told_counts(profile.counts).items()
    )
