"""The words of the report on complaint handling: facts, remarks, obstacles, who signs."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.complaints.recap import channel_name
from pst_standards.complaints.recap_period import Period
from pst_standards.complaints.recap_sums import (
    Mismatch,
    Sum,
    mismatches,
    not_carried_over,
    unbalanced,
)
from pst_standards.documents.charts import Bars, bar_chart
from pst_standards.documents.compose.blanks import ROW_MM
from pst_standards.documents.compose.complaint_report_figures import Figures
from pst_standards.documents.compose.complaint_report_shares import median_told, part
from pst_standards.documents.compose.complaint_report_tables import limits_name
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import bare, figure, sentence
from pst_standards.documents.compose.signing import signed
from pst_standards.documents.formats import month_name, number
from pst_standards.documents.outline import (
    Block,
    Column,
    Inline,
    KeyValues,
    Note,
    NoteKind,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pst_standards.model.channel import Official
from pst_standards.model.complaint_recap import ComplaintRecap

_BLANK_ROWS = 3


def period_name(period: Period, composition: Composition) -> str:
    """Return what people call a period."""
    say, lang = composition.say, composition.lang
    if period.month is not None:
        return say("report.of-month", month=month_name(period.month, lang), year=period.year)
    if period.half is not None:
        return say("report.of-half", half="I" * period.half, year=period.year)
    return say("report.of-year", year=period.year)


def facts(figures: Figures) -> KeyValues:
    """Return the figures of the whole period."""
    say, recap, whole = figures.composition.say, figures.recap, figures.recap.whole
    pairs: list[tuple[str, Inline]] = []
    total = say("report.nil") if recap.is_nil else figures.count(recap.total)
    received = [(say("report.received"), total)] if figures.total_may_be_told() else []
    if figures.flow_may_be_told():
        pairs.append((say("report.start"), figures.count(whole.start)))
        pairs += received
        pairs.append((say("report.closed"), figures.count(whole.closed)))
        pairs.append((say("report.end"), figures.count(whole.end)))
    else:
        pairs += received
    told = {"reopened": recap.reopened, "escalated": recap.escalated}
    pairs += [(say(f"report.{k}"), part(n, figures)) for k, n in told.items() if n is not None]
    if recap.median_days is not None and median_told(figures):
        days = number(recap.median_days, figures.composition.lang)
        pairs.append((say("report.median"), say("report.median-days", days=days)))
    if recap.source:
        pairs.append((say("report.source"), bare(recap.source)))
    return KeyValues(pairs=tuple(pairs))


def chart(figures: Figures) -> Picture | None:
    """Return bars of what came in and was closed; nothing is drawn of one month, or of nothing."""
    recap, lang = figures.recap, figures.composition.lang
    shown = len(recap.months) > 1 and not recap.is_nil and figures.flow_may_be_told()
    if not shown:
        return None
    say = figures.composition.say
    series = (say("report.received"), say("report.closed"))
    bars = [
        Bars(month_name(one.month or 1, lang, short=True), (one.received, one.closed))
        for one in recap.months
    ]
    told = (
        say(
            "report.alt-month",
            month=figures.month(one.month),
            received=figures.count(one.received),
            closed=figures.count(one.closed),
        )
        for one in recap.months
    )
    return bar_chart(bars, series, say("report.alt", months="; ".join(told)))


def remarks(figures: Figures) -> Iterator[Block]:
    """Yield what is said of figures that cannot be relied on.

    Of those that do not agree both are printed, as they were given.
    """
    say, lang, recap = figures.composition.say, figures.composition.lang, figures.recap
    if recap.damaged:
        text, title = say("report.damaged-figures"), say("report.damaged")
        yield Note(text=text, title=title, kind=NoteKind.WARNING)
    lines = [] if figures.published else [_mismatch(one, figures) for one in mismatches(recap)]
    months = () if figures.published else recap.months
    for key, found in (("balance", unbalanced(months)), ("carried", not_carried_over(months))):
        lines += [
            say(
                f"report.differs.{key}",
                month=figures.month(one.month),
                stated=figure((one.end if key == "balance" else one.start) or 0, lang),
                found=figure(other, lang),
            )
            for one, other in found
        ]
    if lines:
        text = "\n".join(lines)
        yield Note(text=text, title=say("report.differs"), kind=NoteKind.WARNING)
    if figures.published:
        yield Note(text=say("report.published"))


def _mismatch(one: Mismatch, figures: Figures) -> str:
    lang = figures.composition.lang
    key = "month" if one.sum is Sum.TWICE and one.month is not None else one.sum.value
    return figures.composition.say(
        f"report.differs.{key}",
        stated=figure(one.stated, lang),
        found=figure(one.found, lang),
        month=figures.month(one.month),
        channel=channel_name(one.channel, lang),
    )


def limits_remarks(figures: Figures) -> Iterator[Block]:
    """Yield how sure the limits are, and what could not be judged."""
    say, recap = figures.composition.say, figures.recap
    for one in recap.timeliness:
        if one.confidence is not None and one.confidence.is_open:
            yield Note(text=say("report.unverified", limits=limits_name(one, figures)))
    if recap.timeliness:
        yield Paragraph(text=say("report.judged-when"))
    if recap.undated and not figures.published:
        yield Paragraph(text=say("report.undated", count=recap.undated))


def obstacles(words: ComplaintRecap, figures: Figures) -> Block:
    """Return obstacles and solutions; where nothing is told, what ``untold`` says or rows."""
    composition, say = figures.composition, figures.composition.say
    if figures.published and not words.obstacles:
        return untold("obstacles", composition)
    rows = tuple(
        (
            sentence(composition.words(one.obstacle)),
            sentence(composition.words(one.solution)),
        )
        for one in words.obstacles
    )
    return Table(
        columns=(Column(title=say("report.obstacle")), Column(title=say("report.solution"))),
        rows=rows or (("", ""),) * _BLANK_ROWS,
        row_height=0.0 if rows else 2 * ROW_MM,
        whole=not rows,
    )


def untold(key: str, composition: Composition) -> Paragraph:
    """Return that nothing is on record: nobody writes by hand on a paper for everybody."""
    composition.unfilled.setdefault(key)
    return Paragraph(text=composition.say(f"report.untold.{key.replace('_', '-')}"))


def paragraphs(words: ComplaintRecap, key: str, figures: Figures) -> Iterator[Block]:
    """Yield what is told under a key; where nothing is, what ``untold`` says or rows to write."""
    composition = figures.composition
    told = [sentence(composition.words(one)) for one in getattr(words, key)]
    if told:
        yield from listed(told) if len(told) > 1 else [Paragraph(text=told[0])]
        return
    if figures.published:
        yield untold(key, composition)
        return
    yield Table(
        columns=(Column(title=composition.say(f"report.{key.replace('_', '-')}-blank")),),
        rows=(("",),) * _BLANK_ROWS,
        row_height=ROW_MM,
        whole=True,
    )


def signature(words: ComplaintRecap, composition: Composition) -> Signature:
    """Return who signs, as stated or as the office names the person responsible for complaints."""
    told, complaints = words.signature, composition.definition.complaints
    responsible = complaints.responsible if complaints else None
    if told is None:
        return signed(composition, place=None, date=None, signer=responsible)
    signer = Official(name=told.name, position=told.position)
    return signed(composition, place=told.place, date=told.date, signer=signer)
