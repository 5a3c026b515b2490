"""The charts of the report on a survey, each with the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterable

from pst_standards.documents.compose.phrases import inner
from pst_standards.documents.compose.survey_figures import SurveyFigures, told_counts
from pst_standards.documents.compose.survey_periods import short_name
from pst_standards.documents.compose.survey_series import SeriesPoint
from pst_standards.documents.outline import Picture
from pst_standards.documents.survey_bars import (
    FULL,
    Bar,
    Size,
    Stack,
    Telling,
    count_bars,
    mean_bars,
    stacked_bars,
)
from pst_standards.documents.survey_points import (
    Axes,
    Reading,
    Spot,
    quadrant_chart,
    trend_chart,
)
from pst_standards.surveys.reporting import Profile
from pst_standards.surveys.scoring import ElementScore
from pst_standards.surveys.statistics.quadrants import Quadrants


def _telling(figures: SurveyFigures, key: str, parts: Iterable[str], **params: object) -> Telling:
    title = figures.say(f"chart.{key}", **params)
    return Telling(title, figures.say("chart.alt", title=title, parts="; ".join(parts)))


def element_bars(figures: SurveyFigures, size: Size = FULL) -> Picture:
    """Return a bar for the mean of each element, the lowest ones lighter, and NI as a line."""
    lowest = {one.key for one in figures.lowest}
    bars = [
        Bar(
            figures.short(one.element),
            float(one.mean or 0),
            figures.mean(one.mean),
            one.key in lowest,
        )
        for one in figures.elements
    ]
    score, scale = figures.score, figures.score.instrument.scale
    line = None
    if score.ni is not None and scale.low <= score.ni <= scale.high:
        line = (float(score.ni), f"NI {figures.mean(score.ni)}")
    told = (f"{figures.name(one.key)} {figures.mean(one.mean)}" for one in figures.elements)
    telling = _telling(figures, "elements", told)
    return mean_bars(bars, telling, scale=(scale.low, scale.high), line=line, size=size)


def distribution(figures: SurveyFigures) -> Picture:
    """Return for each element which part gave which answer."""
    stacks = [
        Stack(figures.short(one.element), tuple(n / one.n for n in answer_counts(one)))
        for one in figures.elements
    ]
    keys = tuple(map(str, figures.score.instrument.scale.values))
    told = (_shares(one, figures) for one in figures.elements)
    return stacked_bars(stacks, keys, _telling(figures, "distribution", told))


def answer_counts(one: ElementScore) -> tuple[int, ...]:
    """Return how often each answer was given to an element, over all of its questions."""
    columns = zip(*(counts.values for counts in one.items.values()), strict=True)
    return tuple(map(sum, columns))


def _shares(one: ElementScore, figures: SurveyFigures) -> str:
    values = figures.score.instrument.scale.values
    pairs = zip(values, answer_counts(one), strict=True)
    shares = ", ".join(f"{value}: {figures.share(n, one.n)}" for value, n in pairs)
    return f"{figures.name(one.key)} ({shares})"


def profile_bars(profile: Profile, figures: SurveyFigures) -> Picture | None:
    """Return a bar for each answer about the respondents that may be told; ``None`` of none."""
    whole = sum(profile.counts.values())
    told = [
        (figures.answer(label), n, f"{figures.count(n)} ({figures.share(n, whole)})")
        for label, n in told_counts(profile.counts).items()
        if n is not None
    ]
    if not told:
        return None
    parts = (f"{label} {shown}" for label, _, shown in told)
    telling = _telling(figures, "profile", parts, question=inner(figures.question(profile)))
    return count_bars([Bar(label, n, shown) for label, n, shown in told], telling)


def quadrants(found: Quadrants, figures: SurveyFigures) -> Picture:
    """Return importance against satisfaction of at least one element."""
    elements = {one.key: one.element for one in figures.elements}
    spots = [
        Spot(figures.short(elements[one.key]), float(one.satisfaction), float(one.importance))
        for one in found.points
    ]
    axes = Axes(
        figures.say("satisfaction"),
        figures.say("importance"),
        float(found.satisfaction_line or 0),
        float(found.importance_line or 0),
        "," if figures.composition.lang == "id" else ".",
    )
    told = (
        f"{figures.name(one.key)} {figures.mean(one.satisfaction)} / {figures.mean(one.importance)}"
        for one in found.points
    )
    corners = [f"{letter}. {figures.say(f'quadrant.{letter}')}" for letter in "ABCD"]
    return quadrant_chart(spots, axes, corners, _telling(figures, "quadrants", told))


def trend(series: tuple[SeriesPoint, ...], figures: SurveyFigures) -> Picture:
    """Return the index over the periods."""
    readings = [
        Reading(
            short_name(one.period, figures.composition),
            float(one.index),
            figures.index(one.index),
            not one.breaks,
        )
        for one in series
    ]
    table = figures.score.table
    cuts = (
        [(float(grade.low), f"{grade.letter} {figures.index(grade.low)}") for grade in table.grades]
        if table
        else []
    )
    return trend_chart(
        readings,
        cuts,
        _telling(figures, "trend", (f"{one.label}: {one.shown}" for one in readings)),
    )
