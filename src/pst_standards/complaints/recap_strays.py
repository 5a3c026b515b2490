"""Rows of a recap that belong to no channel or to no month of it: told, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import frozen

from pst_standards.complaints.recap import KINDS
from pst_standards.complaints.recap_period import Period, RecapError
from pst_standards.findings import Pointer
from pst_standards.model.complaint_recap import ComplaintRecap, RecapCount, RecapMonth

_MONTHS: Final = range(1, 13)
_ANY_YEAR: Final = 2000
_OF_MONTH: Final = ("nil", "open_at_start", "received", "closed", "open_at_end", "settled_share")


class StrayKind(StrEnum):
    """What keeps a row out of every sum."""

    NO_CHANNEL = "no-channel"
    NO_MONTH = "no-month"
    NOT_A_MONTH = "not-a-month"
    OUTSIDE = "outside"
    MONTH_TWICE = "month-twice"


@frozen(kw_only=True)
class Stray:
    """A row that cannot be counted where it stands; ``period`` are the months of the recap.

    ``pointer`` is that of the wrong value, or of the row where a value is missing.
    """

    kind: StrayKind
    pointer: Pointer
    month: int = 0
    period: str = ""


def strays(record: ComplaintRecap) -> Iterator[Stray]:
    """Yield the rows of a record that no report can print where they belong.

    Figures without a channel, months without a number, months that do not exist or lie outside the
    period, and a month that is told twice.

    >>> counts = (RecapCount(month=3, information=2),)
    >>> [one.kind.value for one in strays(ComplaintRecap(year=2026, counts=counts))]
    ['no-channel']
    """
    period = _months(record)
    for place, row in enumerate(record.counts):
        if has_figures(row) and not (row.channel or "").strip():
            yield Stray(kind=StrayKind.NO_CHANNEL, pointer=("counts", place))
        if row.month is not None:
            yield from _misplaced(row.month, ("counts", place, "month"), period)
    yield from _of_months(record, period)


def has_figures(row: RecapCount) -> bool:
    """Tell whether a row of the table states any figure.

    >>> has_figures(RecapCount(channel="email")), has_figures(RecapCount(total=0))
    (False, True)
    """
    figures = (*(getattr(row, kind.value) for kind in KINDS), row.total)
    return any(one is not None for one in figures)


def _months(record: ComplaintRecap) -> tuple[int, ...]:
    try:
        return Period(year=_ANY_YEAR, half=record.half, month=record.month).months
    except RecapError:
        return ()  # without a period nothing lies outside of it


def _of_months(record: ComplaintRecap, period: tuple[int, ...]) -> Iterator[Stray]:
    seen: set[int] = set()
    for place, one in enumerate(record.months):
        at: Pointer = ("months", place, "month")
        if one.month is None:
            if _says(one):
                yield Stray(kind=StrayKind.NO_MONTH, pointer=("months", place))
            continue
        if one.month in seen:
            yield Stray(kind=StrayKind.MONTH_TWICE, pointer=at, month=one.month)
        seen.add(one.month)
        yield from _misplaced(one.month, at, period)


def _says(one: RecapMonth) -> bool:
    return any(getattr(one, key) is not None for key in _OF_MONTH)


def _misplaced(month: int, at: Pointer, period: tuple[int, ...]) -> Iterator[Stray]:
    if month not in _MONTHS:
        yield Stray(kind=StrayKind.NOT_A_MONTH, pointer=at, month=month)
    elif period and month not in period:
        yield Stray(kind=StrayKind.OUTSIDE, pointer=at, month=month, period=_span(period))


def _span(months: tuple[int, ...]) -> str:
    first, last = months[0], months[-1]
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"
