"""A recap made from the lines of a register, and from nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from statistics import median
from typing import Final

from pst_standards.complaints.profiles import profiles
from pst_standards.complaints.recap import KINDS, Month, OnTime, Recap, Row, in_tree_order
from pst_standards.complaints.recap_period import Period, first_after
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.states import ComplaintChannelKind, ComplaintClass, Outcome, State
from pst_standards.findings import Confidence
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaint_recap import RecapKind

ACT: Final = "UU 25/2009 Pasal 50 ayat (1)"
"""The limit of the act, which stands beside those of the profiles."""
_DAY: Final = dt.timedelta(days=1)
_ENDS: Final = tuple(one.value for one in (*Outcome, *State))
_OF_CLASS: Final = {
    ComplaintClass.ASPIRATION: RecapKind.ASPIRATION,
    ComplaintClass.INFORMATION: RecapKind.INFORMATION,
}


def recap_of(
    lines: Iterable[Line],
    *,
    year: int,
    half: int | None = None,
    month: int | None = None,
    on: dt.date | None = None,
    source: str = "",
) -> Recap:
    """Return the recap of a period; their order does not matter.

    Lines of earlier years are needed for what was still open. A complaint about a service is one
    of the PST, one about anything else an other. ``on`` is the day of counting: months to come
    are left out. Whether a limit was kept counts on the day on which that was settled, so that
    periods add up; days to settlement are calendar days. Raises ``RecapError`` for a period that
    is none.

    >>> recap_of([], year=2026, month=3).is_nil
    True
    """
    period = Period(year=year, half=half, month=month)
    cut = min(period.last, on) if on else period.last
    seen = [line for line in lines if line.filed_on <= cut]
    received = [line for line in seen if period.holds(line.filed_on)]
    settled = [
        (line.settled_on - line.filed_on).days
        for line in seen
        if line.settled_on is not None and period.first <= line.settled_on <= cut
    ]
    return Recap(
        period=period,
        rows=_rows(received),
        months=tuple(_months(seen, period, cut)),
        timeliness=tuple(_timeliness(seen, period.first, cut)),
        median_days=Fraction(median(settled)) if settled else None,
        reopened=sum(line.reopened > 0 for line in received),
        escalated=sum(line.escalated for line in received),
        undated=sum(line.undated for line in received),
        ends=_ends(line for line in seen if _ended(line, period.first, cut)),
        source=source,
    )


def kind_of(line: Line) -> RecapKind:
    """Return the column that a complaint is counted in."""
    if line.complaint_class is None:
        return RecapKind.UNCLASSIFIED
    found = _OF_CLASS.get(line.complaint_class)
    return found or (RecapKind.PST_COMPLAINT if line.service else RecapKind.OTHER_COMPLAINT)


def _rows(received: list[Line]) -> tuple[Row, ...]:
    counts: Counter[tuple[int, ComplaintChannelKind, RecapKind]] = Counter()
    for line in received:
        # The row of a parent is the whole of its branch.
        for channel in (line.channel, line.channel.parent):
            if channel is not None:
                counts[line.filed_on.month, channel, kind_of(line)] += 1
    places = {(month, channel) for month, channel, _ in counts}
    return in_tree_order(
        tuple(
            Row(
                month=month,
                channel=channel.value,
                counts=tuple(counts[month, channel, kind] for kind in KINDS),
            )
            for month, channel in places
        )
    )


def _months(seen: list[Line], period: Period, cut: dt.date) -> Iterator[Month]:
    for month in period.months:
        first = dt.date(period.year, month, 1)
        last = min(first_after(period.year, month) - _DAY, cut)
        if first > cut:
            return
        received = sum(first <= line.filed_on <= last for line in seen)
        yield Month(
            month=month,
            start=sum(_open_before(line, first) for line in seen),
            received=received,
            closed=sum(_ended(line, first, last) for line in seen),
            end=sum(_open_before(line, last + _DAY) for line in seen),
            nil=received == 0,
        )


def _open_before(line: Line, day: dt.date) -> bool:
    return line.filed_on < day and (line.ended_on is None or line.ended_on >= day)


def _ended(line: Line, first: dt.date, last: dt.date) -> bool:
    return line.ended_on is not None and first <= line.ended_on <= last


def _timeliness(seen: list[Line], first: dt.date, cut: dt.date) -> Iterator[OnTime]:
    for profile in profiles():
        kept = _kept(
            (
                (line.settle_by, line.settled_on, line.ended_on)
                for line in seen
                if line.profile == profile.id
            ),
            first,
            cut,
        )
        if kept:
            yield _on_time(profile.id, TimeUnit.WORKING_DAY, profile.confidence, kept)
    kept = _kept(((line.decide_by, line.decided_on, line.ended_on) for line in seen), first, cut)
    yield _on_time(ACT, TimeUnit.DAY, Confidence.VERIFIED, kept)


def _on_time(
    profile: str, days: TimeUnit, confidence: Confidence, kept: tuple[bool, ...]
) -> OnTime:
    return OnTime(
        profile=profile, days=days, confidence=confidence, judged=len(kept), on_time=sum(kept)
    )


def _kept(
    found: Iterable[tuple[dt.date | None, dt.date | None, dt.date | None]],
    first: dt.date,
    cut: dt.date,
) -> tuple[bool, ...]:
    """Tell of each limit that was kept or missed in a span of days which it was."""
    told: list[bool] = []
    for due, done, ended in found:
        if due is None:
            continue
        in_time = done is not None and done <= due
        # Withdrawn or transferred in time: nobody was kept waiting, and nothing was settled.
        if not in_time and done is None and ended is not None and ended <= due:
            continue
        known_on = done if in_time and done is not None else due + _DAY
        if first <= known_on <= cut:
            told.append(in_time)
    return tuple(told)


def _ends(closed: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    counts = Counter((line.outcome or line.state).value for line in closed)
    return tuple((key, counts[key]) for key in _ENDS if counts[key])
