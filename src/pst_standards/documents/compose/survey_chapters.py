"""The first two chapters of the report on a survey: why it was made, and how answers were got."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.blanks import ROW_MM
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import BLANK, bare, cited
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.compose.survey_periods import period_name
from pst_standards.documents.compose.survey_tables import head_column, number_column
from pst_standards.documents.outline import (
    Block,
    Column,
    Heading,
    Inline,
    KeyValues,
    Marker,
    Paragraph,
    Table,
)

_AIMS = ("elements", "plan", "series", "standards")
_BLANK_ROWS = 3
_DUTY = ("UU 25/2009 Pasal 38 ayat (1)", "penjelasan UU 25/2009 Pasal 38 ayat (1)")


def introduction(figures: SurveyFigures) -> Iterator[Block]:
    """Yield chapter I: background, legal basis, aims."""
    say, lang = figures.say, figures.composition.lang
    period = period_name(figures.result.period, figures.composition)
    duty, elucidation = (cited(one, lang) for one in _DUTY)
    yield Heading(level=2, text=say("chapter.1"))
    yield Heading(level=3, text=say("section.background"))
    yield Paragraph(text=say("background.duty", duty=duty, elucidation=elucidation))
    yield Paragraph(
        text=say("background.survey", office=figures.office, survey=figures.survey, period=period)
    )
    yield Heading(level=3, text=say("section.basis"))
    yield from listed(figures.bases, Marker.DECIMAL)
    yield Heading(level=3, text=say("section.aims"))
    yield Paragraph(text=say("aims.lead"))
    yield from listed((say(f"aims.{aim}") for aim in _AIMS), Marker.LETTER)


def collection(figures: SurveyFigures) -> Iterator[Block]:
    """Yield chapter II: who gathered the answers and how, how many were asked and answered."""
    say = figures.say
    yield Heading(level=2, text=say("chapter.2"))
    yield Heading(level=3, text=say("section.team"))
    yield from _team(figures)
    yield Heading(level=3, text=say("section.method"))
    yield _method(figures)
    yield Heading(level=3, text=say("section.sample"))
    yield _sample(figures)


def blank_rows(title: str) -> Table:
    """Return room for the hand under a title: one row, as a phone repeats the title with each."""
    return Table(
        columns=(Column(title=title),),
        rows=(("",),),
        row_height=_BLANK_ROWS * ROW_MM,
        whole=True,
    )


def _team(figures: SurveyFigures) -> list[Block]:
    team = [figures.term(one) for one in figures.result.told.fieldwork.team]
    return listed(team) or [blank_rows(figures.say("team-blank"))]


def _method(figures: SurveyFigures) -> KeyValues:
    say, told = figures.say, figures.result.told.fieldwork
    used = figures.score.instrument
    scale = say("scale-of", low=used.scale.low, high=used.scale.high)
    asked = say("elements-of", n=figures.count(len(used.elements)))
    pairs: list[tuple[str, Inline]] = [
        (say("instrument"), figures.term(used.name)),
        (say("scale"), f"{asked}, {scale}"),
    ]
    for name in ("method", "place", "time", "sampling"):
        shown = bare(figures.term(getattr(told, name)))
        if name == "method":
            shown = shown or _stated_method(figures)
        pairs.append((say(f"fieldwork.{name}"), shown or BLANK))
    return KeyValues(pairs=tuple(pairs))


def _stated_method(figures: SurveyFigures) -> str:
    """Return how the office says that it asks, where it says so of this survey or of any."""
    plan = figures.composition.definition.survey
    if plan is None:
        return ""
    asked = {one.value for one in (plan.instrument, plan.carried_by) if one is not None}
    if asked and figures.score.instrument.family not in asked:
        return ""
    return bare(figures.composition.words(plan.method))


def _sample(figures: SurveyFigures) -> Table:
    say, result = figures.say, figures.result
    rows: list[tuple[str, str]] = []
    if result.told.population is not None:
        rows.append((say("sample.population"), figures.count(result.told.population)))
    if result.sample is not None:
        method = figures.sample_method
        needed = figures.count(result.sample.n)
        rows.append((say("sample.needed", method=method), needed))
    tally, quality = figures.score.tally, result.quality
    received = figures.count(tally.respondents + tally.empty_respondents)
    kinds = ("rows", "rows-empty") if tally.left_out else ("received", "empty")
    rows += [
        (say(f"sample.{kinds[0]}"), received),
        (say(f"sample.{kinds[1]}"), figures.count(tally.empty_respondents)),
        (say("sample.respondents"), figures.count(tally.respondents)),
    ]
    if quality is not None:
        shown = f"{figures.count(quality.complete)} ({_complete(figures)})"
        rows.append((say("sample.complete"), shown))
    return Table(
        columns=(head_column(say("sample.what")), number_column(say("sample.count"))),
        rows=tuple(rows),
        whole=True,
    )


def _complete(figures: SurveyFigures) -> str:
    quality = figures.result.quality
    return figures.share(quality.complete, quality.respondents) if quality else ""
