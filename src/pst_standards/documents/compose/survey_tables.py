"""The tables of the report on a survey: elements, answers, respondents, services, periods."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pst_standards.documents.compose.phrases import DASH
from pst_standards.documents.compose.survey_figures import HIDDEN, SurveyFigures, told_counts
from pst_standards.documents.compose.survey_periods import period_name
from pst_standards.documents.compose.survey_pictures import answer_counts
from pst_standards.documents.compose.survey_series import SeriesPoint
from pst_standards.documents.outline import Align, Column, Content, Table
from pst_standards.surveys.reporting import Profile
from pst_standards.surveys.scoring import ElementScore, Score
from pst_standards.surveys.statistics.quadrants import Quadrants

_SHORT = 10
"""A longer table begins on the sheet's first page rather than leaving the half of it empty."""


def number_column(title: str, share: int = 2) -> Column:
    """Return a column of figures."""
    return Column(title=title, share=share, align=Align.END)


def head_column(title: str, share: int = 6) -> Column:
    """Return the column that names the rows."""
    return Column(title=title, share=share, heads_row=True)


def elements(figures: SurveyFigures, *, brief: bool = False) -> Table:
    """Return the mean of each element with its weight and grade; ``brief`` for the sheet."""
    say = figures.say
    names = ("n", "mean") if brief else ("n", "mean", "weight", "weighted-mean")
    graded = figures.score.table is not None
    columns = [
        Column(title=say("no"), share=1, align=Align.END),
        head_column(say("element"), 10 if brief else 6),
    ]
    columns += [number_column(say(f"column.{name}")) for name in names]
    columns += [Column(title=say("grade"), share=2, align=Align.CENTER)] * graded
    rows = [_element(one, figures, brief=brief, graded=graded) for one in figures.elements]
    if not brief and figures.score.ni is not None:
        score, blank = figures.score, ("",) * graded
        weights = figures.weighted(score.weights.total)
        rows.append(("", say("ni"), "", "", weights, figures.weighted(score.ni), *blank))
    return Table(
        columns=tuple(columns),
        rows=tuple(rows),
        caption=say("table.elements"),
        whole=not brief or len(rows) <= _SHORT,
        dense=True,
    )


def _element(
    one: ElementScore, figures: SurveyFigures, *, brief: bool, graded: bool
) -> tuple[str, ...]:
    grade = figures.grade_of_mean(one.mean)
    return (
        str(figures.place(one.element)),
        figures.term(one.element.term),
        figures.count(one.n),
        figures.mean(one.mean),
        *(() if brief else (figures.weighted(one.weight), figures.weighted(one.weighted_mean))),
        *((grade.letter if grade else DASH,) * graded),
    )


def distribution(figures: SurveyFigures) -> Table:
    """Return how often each answer was given to each element, and how many gave none."""
    say = figures.say
    values = figures.score.instrument.scale.values
    rows = []
    for one in figures.elements:
        blank = sum(counts.blank + counts.not_applicable for counts in one.items.values())
        told = (*answer_counts(one), blank)
        rows.append((figures.term(one.element.term), *map(figures.count, told)))
    return Table(
        columns=(
            head_column(say("element"), 7),
            *(number_column(str(value)) for value in values),
            number_column(say("column.blank"), 3),
        ),
        rows=tuple(rows),
        caption=say("table.distribution"),
        dense=True,
        whole=True,
    )


def profile(one: Profile, figures: SurveyFigures) -> Table:
    """Return how many respondents gave each answer about themselves; small counts are hidden."""
    say, whole = figures.say, sum(one.counts.values())
    rows = [
        (figures.answer(label), figures.count(n), figures.share(n, whole))
        for label, n in told_counts(one.counts).items()
    ]
    last = (say("sum"), figures.count(whole), figures.share(whole, whole))
    return Table(
        columns=(
            head_column(figures.question(one)),
            number_column(say("column.people")),
            number_column(say("column.share")),
        ),
        rows=(*rows, last),
        whole=True,
        dense=True,
    )


def services(figures: SurveyFigures) -> Table:
    """Return the index of each service, one of very few respondents hidden."""
    say = figures.say
    told = told_counts(dict(_sizes(figures)))
    rows = [
        _service(figures.answer(name), score, told[name], figures)
        for name, score in figures.result.services
    ]
    score = figures.score
    rows.append(
        (say("all-services"), figures.count(figures.n), figures.index(score.index), _letter(score))
    )
    return Table(
        columns=(
            head_column(say("service")),
            number_column(say("column.people")),
            number_column(figures.index_short),
            Column(title=say("grade"), share=2, align=Align.CENTER),
        ),
        rows=tuple(rows),
        caption=say("table.services"),
        whole=True,
        dense=True,
    )


def _sizes(figures: SurveyFigures) -> Sequence[tuple[str, int]]:
    return [(name, score.tally.respondents) for name, score in figures.result.services]


def _service(
    name: str, score: Score, told: int | None, figures: SurveyFigures
) -> tuple[str, str, str, str]:
    if told is None:
        return (name, HIDDEN, HIDDEN, HIDDEN)
    return (name, figures.count(told), figures.index(score.index), _letter(score))


def _letter(score: Score) -> str:
    return score.grade.letter if score.grade else DASH


def quadrants(found: Quadrants, figures: SurveyFigures) -> Table:
    """Return satisfaction and importance of each element, the gap, and its quadrant."""
    say = figures.say
    rows = []
    for one in found.points:
        gap = one.satisfaction - one.importance
        letter = one.quadrant.value if one.quadrant else ""
        shown = f"{letter}. {say(f'quadrant.{letter}')}" if letter else say("undetermined")
        rows.append(
            (
                figures.name(one.key),
                figures.mean(one.satisfaction),
                figures.mean(one.importance),
                signed(gap, figures),
                shown,
            )
        )
    return Table(
        columns=(
            head_column(say("element"), 7),
            number_column(say("satisfaction"), 3),
            number_column(say("importance"), 3),
            number_column(say("gap"), 3),
            Column(title=say("quadrant"), share=5),
        ),
        rows=tuple(rows),
        caption=say("table.quadrants"),
        whole=True,
        dense=True,
    )


def signed(value: Fraction, figures: SurveyFigures) -> str:
    """Return a difference of means with its sign."""
    shown = figures.mean(abs(value))
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{shown}"


def series(points: Sequence[SeriesPoint], figures: SurveyFigures) -> Table:
    """Return the index of each period, and how it changed where the two can be compared."""
    say = figures.say
    before: list[SeriesPoint | None] = [None, *points]
    rows: list[tuple[Content, ...]] = []
    for earlier, one in zip(before, points, strict=False):
        changed = figures.change(one.index - earlier.index) if earlier else DASH
        rows.append(
            (
                period_name(one.period, figures.composition),
                DASH if one.n is None else figures.count(one.n),
                figures.index(one.index),
                one.grade or DASH,
                say("not-comparable") if one.breaks else changed,
            )
        )
    return Table(
        columns=(
            head_column(say("period"), 5),
            number_column(say("column.people"), 3),
            number_column(figures.index_short, 3),
            Column(title=say("grade"), share=2, align=Align.CENTER),
            number_column(say("change"), 4),
        ),
        rows=tuple(rows),
        caption=say("table.series"),
        whole=True,
        dense=True,
    )
