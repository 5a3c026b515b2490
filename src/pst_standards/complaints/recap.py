"""Complaints of a period in numbers, from the lines of a register or from counts kept elsewhere."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import frozen

from pst_standards.complaints.recap_period import Period
from pst_standards.complaints.states import ComplaintChannelKind, Outcome, State
from pst_standards.findings import Confidence
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaint_recap import RecapKind

KINDS: Final = tuple(RecapKind)
"""The columns of the table, in their order."""
_CHANNELS: Final = {one.value: one for one in ComplaintChannelKind}
_ENDS: Final = {one.value: one for one in (*Outcome, *State)}
_ORDER: Final = {one.value: place for place, one in enumerate(ComplaintChannelKind)}


@frozen(kw_only=True)
class Row:
    """A channel, in one month or (``None``) over the whole period, and what came through it.

    ``stated`` is the total that somebody wrote beside the counts.
    """

    month: int | None = None
    channel: str
    counts: tuple[int, ...]
    stated: int | None = None
    hidden: tuple[RecapKind, ...] = ()

    @property
    def sum(self) -> int:
        """What its counts add up to."""
        return sum(self.counts)

    @property
    def total(self) -> int:
        """Its total as stated, else the sum."""
        return self.sum if self.stated is None else self.stated

    @property
    def parent(self) -> str:
        """The channel that this one is part of, empty for a branch of its own.

        >>> Row(channel="instagram", counts=()).parent
        'social_media'
        """
        known = _CHANNELS.get(self.channel)
        return known.parent.value if known and known.parent else ""


@frozen(kw_only=True)
class Month:
    """What was open, came in and was closed; ``None`` is not known.

    ``month`` is ``None`` for the whole period. ``nil`` says that nothing came in.
    """

    month: int | None = None
    start: int | None = None
    received: int | None = None
    closed: int | None = None
    end: int | None = None
    nil: bool = False


@frozen(kw_only=True)
class OnTime:
    """How many of those that a limit could be held against kept it.

    >>> OnTime(profile="SP4N_2025", judged=4, on_time=3).share
    Fraction(3, 4)
    """

    profile: str
    days: TimeUnit | None = None
    confidence: Confidence | None = None
    judged: int = 0
    on_time: int = 0

    @property
    def share(self) -> Fraction | None:
        """The share on time; nothing has no share."""
        return Fraction(self.on_time, self.judged) if self.judged else None


@frozen(kw_only=True)
class Recap:
    """Complaints of a period in numbers.

    The rows of channels with others below them are the whole of their branch. ``parts`` are those
    that came in by their state, where somebody counted that; ``ends`` what became of the closed
    ones. ``stated`` is a total that was written down. ``undated`` complaints have no limits, as a
    year without data of days off kept them from being worked out. ``damaged`` says that the
    register behind it was changed from outside or cannot be read whole.
    """

    period: Period
    rows: tuple[Row, ...] = ()
    months: tuple[Month, ...] = ()
    stated: int | None = None
    parts: tuple[tuple[str, int], ...] = ()
    timeliness: tuple[OnTime, ...] = ()
    median_days: Fraction | None = None
    reopened: int | None = None
    escalated: int | None = None
    undated: int = 0
    damaged: bool = False
    ends: tuple[tuple[str, int], ...] = ()
    source: str = ""

    @property
    def total(self) -> int:
        """What came in: as stated, else by channel, else by month."""
        if self.stated is not None:
            return self.stated
        if self.rows:
            return sum(row.total for row in branches(self.rows))
        return sum(one.received or 0 for one in self.months)

    @property
    def is_nil(self) -> bool:
        """Whether it is known that nothing came in."""
        known = self.stated is not None or any(one.received is not None for one in self.months)
        return (known or bool(self.rows)) and self.total == 0 and not any(map(_total, self.rows))

    @property
    def whole(self) -> Month:
        """The period as one: its start, its end, and what lies between."""
        first, last = (self.months[0], self.months[-1]) if self.months else (Month(), Month())
        closed = [one.closed for one in self.months]
        return Month(
            start=first.start,
            received=self.total,
            closed=sum(one or 0 for one in closed) if closed and None not in closed else None,
            end=last.end,
            nil=self.is_nil,
        )


def _total(row: Row) -> int:
    return row.total


def branches(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows that are counted: none that is part of another that is there.

    >>> both = (Row(channel="social_media", counts=(7,)), Row(channel="instagram", counts=(7,)))
    >>> [row.channel for row in branches(both)]
    ['social_media']
    """
    there = {(row.month, row.channel) for row in rows}
    return tuple(row for row in rows if (row.month, row.parent) not in there)


def in_tree_order(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows by month and, in each, in the order of the tree of channels."""
    return tuple(sorted(rows, key=lambda row: (row.month or 0, channel_place(row.channel))))


def channel_place(channel: str) -> tuple[int, str]:
    """Return what puts channels in the order of their tree, unknown ones last."""
    return (_ORDER.get(channel, len(_ORDER)), channel)


def over_months(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return one row a channel over all months.

    >>> march, april = (Row(month=one, channel="email", counts=(one, 0)) for one in (3, 4))
    >>> over_months((march, april))[0].counts
    (7, 0)
    """
    found: dict[str, list[Row]] = {}
    for row in _with_parents(rows):
        found.setdefault(row.channel, []).append(row)
    return in_tree_order(
        tuple(
            Row(
                channel=channel,
                counts=tuple(map(sum, zip(*(row.counts for row in of_channel), strict=True))),
                stated=sum(row.total for row in of_channel),
                hidden=tuple(dict.fromkeys(one for row in of_channel for one in row.hidden)),
            )
            for channel, of_channel in found.items()
        )
    )


def _with_parents(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give every branch of every month its own row, so that branches of two months can be added."""
    parents = {row.parent for row in rows} & {row.channel for row in rows}
    there = {(row.month, row.channel) for row in rows}
    missing: dict[tuple[int | None, str], list[Row]] = {}
    for row in rows:
        if row.parent in parents and (row.month, row.parent) not in there:
            missing.setdefault((row.month, row.parent), []).append(row)
    added = (
        Row(
            month=month,
            channel=parent,
            counts=tuple(map(sum, zip(*(row.counts for row in below), strict=True))),
            stated=sum(row.total for row in below),
        )
        for (month, parent), below in missing.items()
    )
    return (*rows, *added)


def channel_name(channel: str, lang: str) -> str:
    """Return what people call a channel; one that is not of the tree is called as it was written.

    >>> channel_name("email", "id"), channel_name("Papan aspirasi", "id")
    ('Surel', 'Papan aspirasi')
    """
    known = _CHANNELS.get(channel)
    return known.term(lang) if known else channel


def end_name(key: str, lang: str) -> str:
    """Return what people call an outcome or a state."""
    known = _ENDS.get(key)
    return known.term(lang) if known else key
