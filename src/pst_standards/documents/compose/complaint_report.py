"""The report on complaint handling, with the four chapters that are asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.complaints.recap import Recap
from pst_standards.documents.compose import complaint_report_tables as tables
from pst_standards.documents.compose import complaint_report_words as words_of
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.complaint_report_figures import Figures
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.outline import (
    Block,
    Heading,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
)
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.model.standard import ServiceStandard


def report_of(recap: Recap, words: ComplaintRecap, *, published: bool) -> Composer:
    """Return what composes the report on a recap.

    ``words`` has what no register knows: obstacles, solutions, evaluation, who signs.
    """

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        figures = Figures(recap=recap, composition=composition, published=published)
        period = words_of.period_name(recap.period, composition)
        title = composition.say("report.title", period=period)
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                *_for_whom(figures),
                *_recap(figures),
                *_follow_up(figures, words),
                *_obstacles(figures, words),
                *_evaluation(figures, words),
                words_of.signature(words, composition),
                *_annex(figures),
            ),
            dated=words.signature.date if words.signature else None,
            needs_adoption=False,
        )

    return compose


def _for_whom(figures: Figures) -> Iterator[Block]:
    """Yield who may read the report, where its small figures may give somebody away."""
    say = figures.composition.say
    if not figures.published:
        text, title = say("report.internal"), say("report.internal-mark")
        yield Note(text=text, title=title, kind=NoteKind.WARNING)


def _recap(figures: Figures) -> Iterator[Block]:
    say, recap = figures.composition.say, figures.recap
    yield Heading(level=2, text=say("report.chapter.recap"))
    period = words_of.period_name(recap.period, figures.composition)
    if recap.is_nil:
        yield Paragraph(text=say("report.nothing", period=period))
    facts = words_of.facts(figures)
    if facts.pairs:
        yield facts
    yield from words_of.remarks(figures)
    monthly = recap.months or any(row.month for row in recap.rows)
    if monthly and (not figures.published or figures.months_may_be_named()):
        yield tables.by_month(figures)
    picture = words_of.chart(figures)
    if picture is not None:
        yield picture
    table = tables.by_channel(figures) if recap.rows else None
    if table is not None:
        yield table


def _follow_up(figures: Figures, words: ComplaintRecap) -> Iterator[Block]:
    say, recap = figures.composition.say, figures.recap
    yield Heading(level=2, text=say("report.chapter.follow-up"))
    if _flows(recap) and figures.flow_may_be_told():
        yield tables.flow(figures)
    yield from (one for one in (tables.states(figures), tables.endings(figures)) if one)
    if recap.timeliness:
        yield tables.timeliness(figures)
        yield from words_of.limits_remarks(figures)
    yield from words_of.paragraphs(words, "follow_up", figures)


def _flows(recap: Recap) -> bool:
    """Tell whether there is anything to say of what came in, went out and stayed."""
    return any(one.start or one.received or one.closed or one.end for one in recap.months)


def _obstacles(figures: Figures, words: ComplaintRecap) -> Iterator[Block]:
    yield Heading(level=2, text=figures.composition.say("report.chapter.obstacles"))
    yield words_of.obstacles(words, figures)


def _evaluation(figures: Figures, words: ComplaintRecap) -> Iterator[Block]:
    yield Heading(level=2, text=figures.composition.say("report.chapter.evaluation"))
    yield from words_of.paragraphs(words, "evaluation", figures)


def _annex(figures: Figures) -> Iterator[Block]:
    """Yield the table by channel of each month in which anything came in."""
    months = sorted({row.month for row in figures.recap.rows if row.month is not None})
    if figures.published or len(figures.recap.period.months) == 1 or not months:
        return
    yield PageBreak()
    yield Heading(level=2, text=figures.composition.say("report.chapter.annex"))
    for month in months:
        yield tables.channels_of_month(month, figures)
