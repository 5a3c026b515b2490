"""Which figures beside the tables may be published: none that leaves one or two over."""

from __future__ import annotations

from collections.abc import Iterable

from pst_standards.complaints.recap import KINDS, OnTime
from pst_standards.documents.compose.complaint_report_figures import HIDDEN, Figures, is_small


def leaves_few(value: int, others: Iterable[int]) -> bool:
    """Tell whether a count, or what is between it and another one, is of one or two.

    >>> leaves_few(7, [8]), leaves_few(7, [7, 20]), leaves_few(2, [])
    (True, False, True)
    """
    return is_small(value) or any(is_small(abs(other - value)) for other in others)


def shares_told(figures: Figures) -> tuple[bool, ...]:
    """Tell of each share on time whether it may stand in the report.

    What is left over from what came in, or from a share that is told already, may not be of one
    or two; nor may it be how many have no class, where the table leaves that out.
    """
    if not figures.published:
        return (True,) * len(figures.recap.timeliness)
    told: list[OnTime] = []
    found = []
    for one in figures.recap.timeliness:
        found.append(_unclassified_is_told(figures) and not _gives_away(one, told, figures))
        told += [one] if found[-1] else []
    return tuple(found)


def _gives_away(one: OnTime, told: list[OnTime], figures: Figures) -> bool:
    came = figures.recap.total
    return (
        leaves_few(one.judged, [came, *(other.judged for other in told)])
        or leaves_few(one.on_time, [came, *(other.on_time for other in told)])
        or leaves_few(_late(one), [came, *map(_late, told)])
    )


def _late(one: OnTime) -> int:
    return one.judged - one.on_time


def _unclassified_is_told(figures: Figures) -> bool:
    """Tell whether the table says how many have no class, which no limit is held against."""
    table = figures.table()
    return table is None or figures.kinds != KINDS or table.column_totals[-1] is not None


def part(value: int, figures: Figures) -> str:
    """Return how many of those that came in were something, where it leaves no few over."""
    hidden = figures.published and leaves_few(value, [figures.recap.total])
    return HIDDEN if hidden else figures.count(value)


def endings_told(figures: Figures) -> bool:
    """Tell whether as many are closed, and as many still open, that how they ended may be told."""
    recap, whole = figures.recap, figures.recap.whole
    closed = sum(count for _, count in recap.ends)
    before = whole.start or 0
    return not leaves_few(closed, [recap.total, recap.total + before])


def median_told(figures: Figures) -> bool:
    """Tell whether the median is that of more than two."""
    recap = figures.recap
    closed = recap.whole.closed
    few = is_small(recap.total) or is_small(closed)
    return not figures.published or not few
