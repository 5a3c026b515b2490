"""The last chapters of the report on a survey: what stands out, what follows, what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pst_standards.documents.compose import survey_pictures as pictures
from pst_standards.documents.compose import survey_tables as tables
from pst_standards.documents.compose.blanks import ROW_MM, small
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import DASH, joined, sentence
from pst_standards.documents.compose.signing import signed
from pst_standards.documents.compose.survey_caveats import caveat_blocks
from pst_standards.documents.compose.survey_chapters import blank_rows
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.compose.survey_periods import period_name
from pst_standards.documents.compose.survey_results import caution_text
from pst_standards.documents.compose.survey_series import SeriesPoint, series_of, unbroken
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    Marker,
    Note,
    Paragraph,
    Signature,
    Table,
)
from pst_standards.model.base import Text
from pst_standards.model.channel import Official
from pst_standards.surveys.action import plan_of
from pst_standards.surveys.notes import Note as Remark
from pst_standards.surveys.particulars_checks import wrong_grades
from pst_standards.surveys.priorities import pressing
from pst_standards.surveys.reporting import FollowUp
from pst_standards.surveys.scoring import ElementScore
from pst_standards.surveys.statistics.quadrants import quadrants_of
from pst_standards.surveys.statistics.trends import trend
from pst_standards.surveys.terms import Term

_BLANK_ROWS = 3
_GIVEN_BY_INPUT = (7, 8, 9)
"""Indicators of PEKPPP whose level follows from what an office tells; that of 6 from nothing."""


def analysis(figures: SurveyFigures) -> Iterator[Block]:
    """Yield chapter IV."""
    say = figures.say
    yield Heading(level=2, text=say("chapter.4"))
    yield Heading(level=3, text=say("section.ends"))
    yield from _ends(figures)
    if figures.score.importance.keys() & figures.score.means.keys():
        yield from _quadrants(figures)
    series = series_of(figures.result)
    if len(series) > 1:
        yield Heading(level=3, text=say("section.series"))
        yield from _series(series, figures)
    yield Heading(level=3, text=say("section.plan"))
    yield from _plan(figures)
    if any(one.level is not None for one in figures.result.levels):
        yield Heading(level=3, text=say("section.levels"))
        yield from _levels(figures)


def _ends(figures: SurveyFigures) -> Iterator[Block]:
    say = figures.say
    ends = {"lowest": figures.lowest, "highest": figures.highest}
    told = [
        say(f"ends.{name}", elements=named(some, figures)) for name, some in ends.items() if some
    ]
    yield Paragraph(text=" ".join(told) or say("ends.none"))
    for one in figures.result.told.analysis:
        yield Paragraph(text=sentence(figures.term(one)))


def named(elements: Iterable[ElementScore], figures: SurveyFigures) -> str:
    """Return elements with their means as an enumeration."""
    told = (f"{figures.quoted(one.key)} ({figures.mean(one.mean)})" for one in elements)
    return joined(told, figures.composition)


def _quadrants(figures: SurveyFigures) -> Iterator[Block]:
    say, scale = figures.say, figures.score.instrument.scale
    found = quadrants_of(
        figures.score.means, figures.score.importance, scale=(scale.low, scale.high)
    )
    yield Heading(level=3, text=say("section.quadrants"))
    yield pictures.quadrants(found, figures)
    yield small(say("quadrants.note"))
    yield tables.quadrants(found, figures)
    yield from listed(caution_text(one, figures) for one in found.cautions)


def _series(series: tuple[SeriesPoint, ...], figures: SurveyFigures) -> Iterator[Block]:
    yield pictures.trend(series, figures)
    if figures.score.table is not None:
        yield small(figures.say("chart.trend-note"))
    yield tables.series(series, figures)
    yield from listed(_remarks_on(series, figures))


def _remarks_on(series: tuple[SeriesPoint, ...], figures: SurveyFigures) -> Iterator[str]:
    say = figures.say
    for one in series:
        for reason in one.breaks:
            period = period_name(one.period, figures.composition)
            yield say(f"breaks.{reason}", period=period)
    yield from _wrong_grades(figures)
    comparable = unbroken(series)
    if len(comparable) > 1:
        before, last = comparable[-2:]
        yield _change(before, last, figures)
        found = trend([one.index for one in comparable])
        for caution in found.cautions:
            yield caution_text(caution, figures)
        if found.can_be_significant:
            key = f"trend.{found.direction}" if found.is_significant else "trend.not-shown"
            p = figures.decimal(found.p, 3)
            yield say(key, n=figures.count(found.n), p=p)


def _wrong_grades(figures: SurveyFigures) -> Iterator[str]:
    """Yield which earlier result was published with another grade than its index has."""
    used, composition = figures.score.instrument, figures.composition
    for one, right in wrong_grades(figures.result.told.previous, used):
        params = {
            "period": period_name(one.period, composition),
            "found": one.grade,
            "index": figures.index(one.index),
            "right": right,
            "table": one.instrument or used.id,
        }
        yield Remark("past-grade", params).text(composition.lang)


def _change(before: SeriesPoint, last: SeriesPoint, figures: SurveyFigures) -> str:
    change = last.index - before.index
    key = "change.up" if change > 0 else "change.down" if change < 0 else "change.none"
    return figures.say(
        key,
        index=figures.index_short,
        change=figures.index(abs(change)),
        before=period_name(before.period, figures.composition),
        last=period_name(last.period, figures.composition),
    )


def _plan(figures: SurveyFigures) -> Iterator[Block]:
    say, plan = figures.say, figures.result.told.plan
    plan = plan or plan_of(figures.score)
    rows = [_planned(number, one, figures) for number, one in enumerate(plan, 1)]
    whole = bool(rows) and all(all(row) for row in rows)
    columns = ("element", "programme", "time", "responsible")
    shares = (7, 10, 5, 6)
    yield Table(
        columns=(
            Column(title=say("no"), share=2, align=Align.END),
            *(
                Column(title=say(f"plan.{name}"), share=share)
                for name, share in zip(columns, shares, strict=True)
            ),
        ),
        rows=tuple(rows) or (("",) * 5,) * _BLANK_ROWS,
        caption=say("table.plan"),
        row_height=0.0 if whole else ROW_MM,
    )
    if not whole:
        yield small(say("plan.to-fill"))


def _planned(number: int, one: FollowUp, figures: SurveyFigures) -> tuple[str, ...]:
    component = figures.term(one.component)
    name = figures.name(one.element)
    if component and component != name:
        name = figures.say("plan.element-of", element=name, component=component)
    rest = (one.programme, one.time, one.responsible)
    return (str(number), name, *map(figures.term, rest))


def _levels(figures: SurveyFigures) -> Iterator[Block]:
    """Yield the levels that are known; what would give the others is told beside the build."""
    say, known = figures.say, [one for one in figures.result.levels if one.level is not None]
    for one in figures.result.levels:
        if one.level is None and one.indicator in _GIVEN_BY_INPUT:
            figures.composition.unfilled.setdefault(str(one.indicator))
    rows = tuple(
        (
            figures.count(one.indicator),
            figures.term(one.term),
            figures.term(one.found) or DASH,
            figures.count(one.level or 0),
        )
        for one in known
    )
    yield Table(
        columns=(
            Column(title=say("levels.indicator"), share=3, align=Align.CENTER),
            tables.head_column(say("levels.what"), 8),
            Column(title=say("levels.found"), share=5),
            Column(title=say("levels.level"), share=4, align=Align.CENTER),
        ),
        rows=rows,
        whole=True,
    )
    if any(one.confidence is not None and one.confidence.is_open for one in known):
        yield Note(text=say("levels.unverified"))


def conclusion(figures: SurveyFigures) -> Iterator[Block]:
    """Yield chapter V, and who signs."""
    say = figures.say
    yield Heading(level=2, text=say("chapter.5"))
    told = [sentence(figures.term(one)) for one in figures.result.told.conclusion]
    yield from listed([*_conclusions(figures), *told], Marker.DECIMAL)
    yield from caveat_blocks(figures)
    if not figures.elements and not told:
        yield blank_rows(say("conclusion-blank"))
    yield _signature(figures)


def _conclusions(figures: SurveyFigures) -> Iterator[str]:
    say, score = figures.say, figures.score
    if score.index is None:
        return
    period = period_name(figures.result.period, figures.composition)
    key = "conclusion.index-graded" if score.grade else "conclusion.index"
    params = {"index": figures.index_within, "period": period, "value": figures.index(score.index)}
    if score.grade:
        params["grade"] = figures.grade(score.grade)
    yield say(key, **params)
    for key, found in (("highest", figures.highest), ("lowest", figures.lowest)):
        if found:
            yield say(f"conclusion.{key}", elements=_names(found, figures))
    if first := pressing(score):
        names = joined((figures.quoted(one.element.key) for one in first), figures.composition)
        yield say("conclusion.pressing", elements=names)
    comparable = unbroken(series_of(figures.result))
    if len(comparable) > 1:
        yield _change(comparable[-2], comparable[-1], figures)


def _names(elements: Iterable[ElementScore], figures: SurveyFigures) -> str:
    return joined((figures.quoted(one.key) for one in elements), figures.composition)


def _signature(figures: SurveyFigures) -> Signature:
    """Return who signs: whoever is named, or the head of the office."""
    told, composition = figures.result.told.signing, figures.composition
    office = composition.definition.office
    signer = office.head if office else None
    if told is not None and (told.name or told.position.id):
        signer = Official(name=told.name or None, position=_worded(told.position))
    place, date = (told.place, told.date) if told else (None, None)
    return signed(composition, place=place, date=date, signer=signer)


def _worded(term: Term) -> Text | None:
    return Text(term.id, en=term.en) if term.id else None
