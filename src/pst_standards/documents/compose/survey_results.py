"""The third chapter of the report on a survey: respondents, index, elements, how sure it all is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from pst_standards.documents.compose import survey_pictures as pictures
from pst_standards.documents.compose import survey_tables as tables
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import DASH, joined
from pst_standards.documents.compose.survey_figures import SurveyFigures, hides_any
from pst_standards.documents.compose.survey_parts import further_blocks
from pst_standards.documents.compose.survey_periods import period_name
from pst_standards.documents.compose.survey_sheet import no_data
from pst_standards.documents.outline import (
    Block,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Run,
    Table,
)
from pst_standards.surveys.statistics.cautions import Caution
from pst_standards.surveys.statistics.quality import Quality
from pst_standards.surveys.weights import ROUNDING_TERMS

_TOLD_BY_CAUTIONS: Final = frozenset(("few", "empty"))
"""Remarks of the score that the cautions of the quality say as well."""
_TO_THE_AUTHOR: Final = frozenset(("declared", "letter", "population", "trend", "weak-items"))
"""Cautions that ask something of who makes the report, and are put otherwise to its readers."""


def results(figures: SurveyFigures) -> Iterator[Block]:
    """Yield chapter III."""
    say = figures.say
    yield Heading(level=2, text=say("chapter.3"))
    yield from _profile(figures)
    yield Heading(level=3, text=say("section.index", index=figures.index_name))
    yield from _index(figures)
    yield from further_blocks(figures)
    if figures.elements:
        yield Heading(level=3, text=say("section.elements"))
        yield from _elements(figures)
        yield Heading(level=3, text=say("section.distribution"))
        yield from _distribution(figures)
    if figures.result.services:
        yield Heading(level=3, text=say("section.services"))
        yield tables.services(figures)
        if hides_any([{name: one.tally.respondents for name, one in figures.result.services}]):
            yield small(say("hidden"))
    yield from _quality(figures)


def _profile(figures: SurveyFigures) -> Iterator[Block]:
    """Yield who answered; by service that stands beside the index of each."""
    asked = figures.result.profile
    profile = [one for one in asked if one.key != "service" or not figures.result.services]
    if not profile:
        return
    yield Heading(level=3, text=figures.say("section.profile"))
    yield Paragraph(text=figures.say("profile.lead", n=figures.count(figures.n)))
    for one in profile:
        picture = pictures.profile_bars(one, figures)
        yield tables.profile(one, figures)
        if picture is not None:
            yield picture
    if hides_any(one.counts for one in profile):
        yield small(figures.say("hidden"))


def _index(figures: SurveyFigures) -> Iterator[Block]:
    say, score = figures.say, figures.score
    if score.index is None:
        yield no_data(figures)
        return
    period = period_name(figures.result.period, figures.composition)
    key = "index.told-graded" if score.grade else "index.told"
    params = {
        "index": figures.index_within,
        "period": period,
        "value": figures.index(score.index),
        "n": figures.count(figures.n),
    }
    if score.grade:
        params["grade"] = figures.grade(score.grade)
    yield Paragraph(text=say(key, **params))
    yield _formula(figures)
    margin = figures.result.quality.margin if figures.result.quality else None
    if margin is not None and margin.value:
        low, high = (float(score.index) + sign * margin.value for sign in (-1, 1))
        lowest = float(score.instrument.scale.lowest_index)
        yield Paragraph(
            text=say(
                "index.margin",
                margin=figures.decimal(margin.value, 2),
                low=figures.decimal(max(low, lowest), 2),
                high=figures.decimal(min(high, 100.0), 2),
                confidence=figures.decimal(100 * margin.confidence, 0),
            )
        )


def _formula(figures: SurveyFigures) -> KeyValues:
    say, score = figures.say, figures.score
    rounding = figures.term(ROUNDING_TERMS[score.weights.rounding])
    key = "weights.given" if score.weights.given else "weights.equal"
    pairs: list[tuple[str, Inline]] = [
        (say("ni"), figures.weighted(score.ni)),
        (figures.index_short, (Run(text=figures.index(score.index), strong=True),)),
        (say("weights"), say(key, rounding=rounding)),
    ]
    if score.table is not None:
        pairs.append((say("grade-table"), score.table.regulation))
    if score.other_grade is not None:
        pairs.append((say("other-grade"), figures.grade(score.other_grade)))
    if score.dropped:
        names = joined((figures.quoted(key) for key in score.dropped), figures.composition)
        pairs.append((say("dropped"), names))
    return KeyValues(pairs=tuple(pairs))


def _elements(figures: SurveyFigures) -> Iterator[Block]:
    yield pictures.element_bars(figures)
    if figures.lowest:
        yield small(figures.say("chart.elements-note"))
    yield tables.elements(figures)


def _distribution(figures: SurveyFigures) -> Iterator[Block]:
    scale = figures.score.instrument.scale
    yield pictures.distribution(figures)
    yield small(figures.say("chart.distribution-note", low=scale.low, high=scale.high))
    yield tables.distribution(figures)


def _quality(figures: SurveyFigures) -> Iterator[Block]:
    """Yield how far the figures can be trusted, and all there is to be careful about."""
    say, quality = figures.say, figures.result.quality
    remarks = [*_cautions(figures, quality), *_notes(figures, quality)]
    if quality is None and not remarks:
        return
    yield Heading(level=3, text=say("section.quality"))
    if quality is not None:
        yield _reliability(quality, figures)
        if any(one.corrected is not None for one in quality.reliability.items):
            yield _items(quality, figures)
    if remarks:
        yield Paragraph(text=say("remarks"))
        yield from listed(remarks)


def _cautions(figures: SurveyFigures, quality: Quality | None) -> Iterator[str]:
    told = {"empty"} if figures.score.tally.left_out else set()
    for one in quality.cautions if quality else ():
        if one.key not in told:  # a row whose cells were left out may be no questionnaire
            yield caution_text(one, figures)


def caution_text(caution: Caution, figures: SurveyFigures) -> str:
    """Return a caution as its readers need it, elements called by their official terms.

    What the author is to do about it stands on the screen, not in the paper.
    """
    if caution.key == "sample":
        return _shortage(caution, figures)
    params = {
        key: tuple(figures.quoted(str(one)) for one in value) if isinstance(value, tuple) else value
        for key, value in caution.params.items()
    }
    if caution.key in _TO_THE_AUTHOR:
        return figures.say(f"caution.{caution.key}", **params)
    return evolve(caution, params=params).message(figures.composition.lang)


def _shortage(caution: Caution, figures: SurveyFigures) -> str:
    """Say how many answered of how many needed, by which formula, and what follows from it."""
    sample = figures.result.sample
    if sample is None:
        return figures.say("caution.sample", **caution.params)
    return figures.say(
        "caution.sample-by",
        **caution.params,
        method=figures.sample_method,
        margin=figures.decimal(100 * float(sample.margin), 0),
    )


def _notes(figures: SurveyFigures, quality: Quality | None) -> Iterator[str]:
    told = _TOLD_BY_CAUTIONS if quality else frozenset[str]()
    for note in figures.score.notes:
        if note.key not in told:
            yield note.text(figures.composition.lang)


def _reliability(quality: Quality, figures: SurveyFigures) -> KeyValues:
    say, found = figures.say, quality.reliability
    alpha = figures.decimal(found.alpha, 3)
    pairs: list[tuple[str, Inline]] = [
        (say("alpha"), say("alpha-of", alpha=alpha, n=figures.count(found.n))),
    ]
    if quality.margin is not None:
        fpc = say("fpc" if quality.margin.fpc else "no-fpc")
        value = figures.decimal(quality.margin.value, 2)
        pairs.append((say("margin"), say("margin-of", value=value, fpc=fpc)))
    if quality.letters is not None:
        pairs.append((say("letters"), str(quality.letters)))
    if quality.both_ways is not None:
        index = figures.index(quality.both_ways.index[1])
        told = say("straight-of", n=figures.count(quality.straight_liners), index=index)
        pairs.append((say("straight"), told))
    return KeyValues(pairs=tuple(pairs))


def _items(quality: Quality, figures: SurveyFigures) -> Table:
    say, found = figures.say, quality.reliability
    rows = tuple(
        (
            figures.name(one.item),
            figures.decimal(one.item_total, 3),
            figures.decimal(one.corrected, 3),
            figures.decimal(one.alpha_if_deleted, 3),
            DASH
            if one.reaches_critical is None
            else say("reaches" if one.reaches_critical else "reaches-not"),
        )
        for one in found.items
    )
    critical = figures.decimal(found.critical, 3)
    return Table(
        columns=(
            tables.head_column(say("element"), 6),
            tables.number_column(say("column.item-total"), 3),
            tables.number_column(say("column.corrected"), 3),
            tables.number_column(say("column.alpha-without"), 3),
            tables.number_column(say("column.critical", critical=critical), 3),
        ),
        rows=rows,
        caption=say("table.items"),
        whole=True,
        dense=True,
    )
