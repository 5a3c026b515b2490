"""Sums of a recap that do not agree: told, never made to agree."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from attrs import frozen

from pst_standards.complaints.recap import Month, Recap, Row, branches


class Sum(StrEnum):
    """Which two figures should be one."""

    ROW = "row"
    BRANCH = "branch"
    MONTH = "month"
    CHANNELS = "channels"
    KINDS = "kinds"
    MONTHS = "months"
    STATES = "states"
    TWICE = "twice"


@frozen(kw_only=True)
class Mismatch:
    """Two figures that differ: the one that was stated and the one that comes of adding up."""

    sum: Sum
    stated: int
    found: int
    month: int | None = None
    channel: str = ""


def mismatches(recap: Recap) -> Iterator[Mismatch]:
    """Yield the figures of a recap that should be one and are two."""
    for row in recap.rows:
        if row.stated is not None and row.sum and not row.hidden and row.stated != row.sum:
            yield Mismatch(
                sum=Sum.ROW, stated=row.stated, found=row.sum, month=row.month, channel=row.channel
            )
    yield from _of_branches(recap.rows)
    yield from _of_months(recap)
    yield from _of_total(recap)


def _of_branches(rows: tuple[Row, ...]) -> Iterator[Mismatch]:
    for row in rows:
        below = [one for one in rows if (one.month, one.parent) == (row.month, row.channel)]
        found = sum(one.total for one in below)
        # More may have come to the branch itself, fewer cannot.
        if below and not row.hidden and found > row.total:
            yield Mismatch(
                sum=Sum.BRANCH, stated=row.total, found=found, month=row.month, channel=row.channel
            )


def _of_months(recap: Recap) -> Iterator[Mismatch]:
    for one in recap.months:
        rows = tuple(row for row in recap.rows if row.month == one.month)
        if one.received is None or not rows or _is_hidden(rows):
            continue
        found = sum(row.total for row in branches(rows))
        if found != one.received:
            twice = sum(row.total for row in rows) == one.received
            kind = Sum.TWICE if twice else Sum.MONTH
            yield Mismatch(sum=kind, stated=one.received, found=found, month=one.month)


def _of_total(recap: Recap) -> Iterator[Mismatch]:
    total = recap.total
    for kind, found in _sums(recap):
        if found == total:
            continue
        twice = kind is Sum.CHANNELS and sum(row.total for row in recap.rows) == total
        yield Mismatch(sum=Sum.TWICE if twice else kind, stated=total, found=found)


def _sums(recap: Recap) -> Iterator[tuple[Sum, int]]:
    counted = branches(recap.rows)
    if counted and not _is_hidden(recap.rows):
        yield Sum.CHANNELS, sum(row.total for row in counted)
        if all(row.sum or not row.total for row in counted):
            yield Sum.KINDS, sum(row.sum for row in counted)
    received = [one.received for one in recap.months]
    whole = len(recap.months) >= len(recap.period.months)
    if whole and None not in received:
        yield Sum.MONTHS, sum(one or 0 for one in received)
    if recap.parts:
        yield Sum.STATES, sum(count for _, count in recap.parts)


def _is_hidden(rows: tuple[Row, ...]) -> bool:
    return any(row.hidden for row in rows)


def unbalanced(months: tuple[Month, ...]) -> Iterator[tuple[Month, int]]:
    """Yield each month whose rest does not follow from what came in and was closed."""
    for one in months:
        if one.start is None or one.received is None or one.closed is None or one.end is None:
            continue
        if one.start + one.received - one.closed != one.end:
            yield one, one.start + one.received - one.closed


def not_carried_over(months: tuple[Month, ...]) -> Iterator[tuple[Month, int]]:
    """Yield each month that does not start with what the one before it left."""
    for before, one in pairwise(months):
        follows = before.month is not None and one.month == before.month + 1
        if follows and before.end is not None and one.start not in {None, before.end}:
            yield one, before.end
