"""The tables of the report on complaint handling."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.complaints.profiles import profiles
from pst_standards.complaints.recap import (
    Month,
    OnTime,
    Row,
    branches,
    channel_name,
    end_name,
    over_months,
)
from pst_standards.complaints.secrecy.cells import published_table
from pst_standards.complaints.states import ComplaintChannelKind
from pst_standards.documents.compose.complaint_report_figures import (
    HIDDEN,
    Figures,
    sums,
)
from pst_standards.documents.compose.complaint_report_shares import endings_told, shares_told
from pst_standards.documents.compose.phrases import DASH, cited, figure, opened
from pst_standards.documents.outline import Align, Block, Column, Content, Table

_INDENT = "\N{NO-BREAK SPACE}" * 4


def by_month(figures: Figures) -> Table:
    """Return what came in by month and kind; a month without anything is called nil."""
    say = figures.composition.say
    if figures.published:
        rows = tuple((figures.month(one.month), _told(one, figures)) for one in _months(figures))
        received = Column(title=say("report.received"), share=1, align=Align.END)
        columns = (_head(say("report.month")), received)
        return Table(columns=columns, rows=rows, caption=say("report.table.months-only"))
    rows_of = [_month_row(one, figures) for one in _months(figures)]
    return Table(
        columns=(_head(say("report.month")), *_kind_columns(figures)),
        rows=(*rows_of, _month_sums(figures)),
        caption=say("report.table.months"),
        dense=True,
    )


def _months(figures: Figures) -> tuple[Month, ...]:
    """Return the months of the recap, and those that only the table by channel tells of."""
    told = {one.month for one in figures.recap.months}
    others = {row.month for row in figures.recap.rows} - told - {None}
    added = tuple(Month(month=month) for month in others)
    return tuple(sorted((*figures.recap.months, *added), key=lambda one: one.month or 0))


def _told(one: Month, figures: Figures) -> str:
    """Return what everybody may know of a month: how many, or only that there were some."""
    say = figures.composition.say
    rows = tuple(row for row in figures.recap.rows if row.month == one.month)
    received = sum(row.total for row in branches(rows)) if one.received is None else one.received
    if not received:
        return say("report.nil")
    return figures.count(received) if figures.months_may_be_told() else say("report.some")


def _head(title: str, share: int = 2) -> Column:
    return Column(title=title, share=share, heads_row=True)


def _kind_columns(figures: Figures) -> Iterator[Column]:
    for kind in figures.kinds:
        yield Column(title=kind.term(figures.composition.lang), share=2, align=Align.END)
    yield Column(title=figures.composition.say("report.sum"), share=2, align=Align.END)


def _month_row(one: Month, figures: Figures) -> tuple[Content, ...]:
    rows = [row for row in figures.recap.rows if row.month == one.month]
    width = len(figures.kinds)
    name = figures.month(one.month)
    if not rows:
        nil = one.nil or one.received == 0
        total = figures.composition.say("report.nil") if nil else figures.count(one.received)
        return (name, *[DASH] * width, total)
    found = sum(row.total for row in branches(tuple(rows)))
    total = figures.beside(found if one.received is None else one.received, found)
    return (name, *(figures.count(value) for value in sums(rows, width)), total)


def _month_sums(figures: Figures) -> tuple[Content, ...]:
    recap, width = figures.recap, len(figures.kinds)
    name = figures.composition.say("report.sum")
    if recap.is_nil:
        nil = figures.composition.say("report.nil")
        return (name, *[DASH] * width, nil)
    counted = branches(recap.rows)
    found = sum(row.total for row in counted) if counted else recap.total
    total = figures.beside(recap.total, found)
    kinds = [figures.count(value) for value in sums(recap.rows, width)]
    shown = kinds if counted else [DASH] * width
    return (name, *shown, total)


def by_channel(figures: Figures) -> Table | None:
    """Return what came in by channel and kind: the whole tree, or its branches when published.

    Sums that do not agree cannot be made safe to publish, so that there is no table then.
    """
    say = figures.composition.say
    if figures.published and figures.table() is None:
        return None
    rows = _published(figures) if figures.published else _whole_tree(figures)
    return Table(
        columns=(_head(say("report.channel"), 4), *_kind_columns(figures)),
        rows=tuple(rows),
        caption=say("report.table.channels"),
        dense=True,
        whole=True,
    )


def channels_of_month(month: int, figures: Figures) -> Table:
    """Return the table by channel of one month."""
    say, width = figures.composition.say, len(figures.kinds)
    rows = tuple(row for row in figures.recap.rows if row.month == month)
    found = sum(row.total for row in branches(rows))
    last = (say("report.sum"), *map(figures.count, sums(rows, width)), figures.count(found))
    return Table(
        columns=(_head(say("report.channel"), 4), *_kind_columns(figures)),
        rows=(*(_channel(row, figures) for row in rows), last),
        caption=say("report.table.channels-of", month=figures.month(month)),
        dense=True,
        whole=True,
    )


def _whole_tree(figures: Figures) -> Iterator[tuple[Content, ...]]:
    found = {row.channel: row for row in over_months(figures.recap.rows)}
    width = len(figures.kinds)
    for channel in dict.fromkeys((*(one.value for one in ComplaintChannelKind), *found)):
        empty = Row(channel=channel, counts=(0,) * len(figures.kinds))
        yield _channel(found.get(channel, empty), figures)
    counted = tuple(found.values())
    total = figures.beside(figures.recap.total, sum(row.total for row in branches(counted)))
    kinds = map(figures.count, sums(counted, width))
    yield (figures.composition.say("report.sum"), *kinds, total)


def _channel(row: Row, figures: Figures) -> tuple[Content, ...]:
    name = channel_name(row.channel, figures.composition.lang)
    known = bool(row.sum) or not row.total
    counts = [
        HIDDEN if kind in row.hidden else figures.count(row.counts[place] if known else None)
        for place, kind in enumerate(figures.kinds)
    ]
    found = row.sum if known and not row.hidden else row.total
    return (f"{_INDENT * bool(row.parent)}{name}", *counts, figures.beside(row.total, found))


def _published(figures: Figures) -> Iterator[tuple[Content, ...]]:
    table, lang = figures.table(), figures.composition.lang
    if table is None:
        return
    rows = zip(figures.published_rows, table.rows, table.row_totals, strict=True)
    for row, counts, total in rows:
        name = channel_name(row.channel, lang) or figures.composition.say("report.other-channels")
        yield (name, *map(_open, counts, [lang] * 9), _open(total, lang))
    sum_name = figures.composition.say("report.sum")
    shown = (*table.column_totals, table.total)
    yield (sum_name, *(_open(count, lang) for count in shown))


def _open(count: int | None, lang: str) -> str:
    return HIDDEN if count is None else figure(count, "en" if lang == "en" else "id")


def flow(figures: Figures) -> Table:
    """Return what was open, came in and was closed, month by month and over the period."""
    say = figures.composition.say
    names = ("month", "start", "received", "closed", "end")
    head, *others = (say(f"report.{name}") for name in names)
    rows = tuple(_flow_row(one, figures) for one in figures.recap.months)
    whole = _flow_row(figures.recap.whole, figures)
    return Table(
        columns=(_head(head), *(Column(title=name, share=2, align=Align.END) for name in others)),
        rows=(*rows, whole),
        caption=say("report.table.flow"),
        dense=True,
    )


def _flow_row(one: Month, figures: Figures) -> tuple[str, ...]:
    nil = figures.composition.say("report.nil")
    received = nil if one.received == 0 else figures.count(one.received)
    start, closed, end = map(figures.count, (one.start, one.closed, one.end))
    return (figures.month(one.month), start, received, closed, end)


def timeliness(figures: Figures) -> Table:
    """Return the shares on time, each with its limits and the kind of its days."""
    say = figures.composition.say
    head, *others = (say(f"report.{name}") for name in ("limits", "days", "judged", "on-time"))
    return Table(
        columns=(
            _head(head, 5),
            Column(title=others[0], share=2),
            *(Column(title=name, share=2, align=Align.END) for name in others[1:]),
            Column(title=say("report.share"), share=2, align=Align.END),
        ),
        rows=tuple(
            _timely(one, figures, is_told=told)
            for one, told in zip(figures.recap.timeliness, shares_told(figures), strict=True)
        ),
        caption=say("report.table.timeliness"),
        whole=True,
    )


def _timely(one: OnTime, figures: Figures, *, is_told: bool) -> tuple[Content, ...]:
    lang = figures.composition.lang
    days = one.days.term(lang) if one.days else figures.composition.say("not-stated")
    name = opened(limits_name(one, figures))
    if not is_told:
        return (name, days, HIDDEN, HIDDEN, HIDDEN)
    return (
        name,
        days,
        figures.count(one.judged),
        figures.count(one.on_time),
        figures.share(one.share),
    )


def limits_name(one: OnTime, figures: Figures) -> str:
    """Return what people call the limits: the regulation behind a profile, or the citation."""
    known = next((profile for profile in profiles() if profile.id == one.profile), None)
    if known is None:
        return cited(one.profile, figures.composition.lang) or DASH
    return figures.composition.say("report.profile", regulation=known.regulation)


def endings(figures: Figures) -> Table | None:
    """Return how the closed ones ended; a published one with small cells is left out."""
    say, ends = figures.composition.say, figures.recap.ends
    if not ends or (figures.published and not _may_be_told(figures)):
        return None
    rows = tuple((end_name(key, figures.composition.lang), figures.count(n)) for key, n in ends)
    last = (say("report.sum"), figures.count(sum(count for _, count in ends)))
    return Table(
        columns=(_head(say("report.end-of"), 4), Column(title=say("report.sum"), align=Align.END)),
        rows=(*rows, last),
        caption=say("report.table.endings"),
        whole=True,
    )


def _may_be_told(figures: Figures) -> bool:
    whole = published_table([[count for _, count in figures.recap.ends]]).is_whole
    return whole and endings_told(figures)


def states(figures: Figures) -> Block | None:
    """Return what came in by its state, where somebody counted that."""
    say, parts = figures.composition.say, figures.recap.parts
    if not parts or figures.published:
        return None
    rows = tuple((end_name(key, figures.composition.lang), figures.count(n)) for key, n in parts)
    total = figures.beside(figures.recap.total, sum(count for _, count in parts))
    return Table(
        columns=(_head(say("report.state"), 4), Column(title=say("report.sum"), align=Align.END)),
        rows=(*rows, (say("report.sum"), total)),
        caption=say("report.table.states"),
        whole=True,
    )
