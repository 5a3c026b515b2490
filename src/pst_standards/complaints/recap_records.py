"""A recap from counts kept elsewhere, as they were given: nothing is corrected."""

from __future__ import annotations

from fractions import Fraction

from pst_standards.complaints.recap import KINDS, Month, OnTime, Recap, Row, in_tree_order
from pst_standards.complaints.recap_period import Period, RecapError
from pst_standards.complaints.recap_strays import has_figures, strays
from pst_standards.model.complaint_recap import ComplaintRecap, RecapCount, RecapPart


def recap_in(record: ComplaintRecap) -> Recap:
    """Return the recap that a record tells; ``RecapError`` for no period or no figure.

    Rows that belong to no channel or to no month of the period are ``recap.stray``: a sum without
    them would not be the one that was given.

    >>> recap_in(ComplaintRecap(year=2018, total=57171)).total
    57171
    """
    if record.year is None:
        raise RecapError("recap.year")
    if any(strays(record)):
        raise RecapError("recap.stray")
    if record.total is None and not any(map(_says, record.counts)) and not record.months:
        raise RecapError("recap.empty")  # that nobody counted does not say that nothing came in
    return Recap(
        period=Period(year=record.year, half=record.half, month=record.month),
        rows=rows_of(record),
        months=months_of(record),
        stated=record.total,
        parts=_parts(record.states),
        timeliness=tuple(
            OnTime(
                profile=(one.profile or "").strip(),
                days=one.days,
                confidence=one.confidence,
                judged=one.judged or 0,
                on_time=one.on_time or 0,
            )
            for one in record.timeliness
        ),
        median_days=None if record.median_days is None else Fraction(record.median_days),
        reopened=record.reopened,
        escalated=record.escalated,
        ends=_parts(record.outcomes),
        source=(record.source or "").strip(),
    )


def rows_of(record: ComplaintRecap) -> tuple[Row, ...]:
    """Return the rows of the table; rows with nothing in them are left out."""
    return in_tree_order(tuple(_row(one) for one in record.counts if _says(one)))


def months_of(record: ComplaintRecap) -> tuple[Month, ...]:
    """Return what is stated of the months, in their order; empty rows are left out."""
    found = (
        Month(
            month=one.month,
            start=one.open_at_start,
            received=0 if one.nil and one.received is None else one.received,
            closed=one.closed,
            end=one.open_at_end,
            nil=bool(one.nil),
        )
        for one in record.months
        if one.month is not None
    )
    return tuple(sorted(found, key=lambda one: one.month or 0))


def _says(one: RecapCount) -> bool:
    return bool(one.channel) and has_figures(one)


def _row(one: RecapCount) -> Row:
    return Row(
        month=one.month,
        channel=(one.channel or "").strip(),
        counts=tuple(getattr(one, kind.value) or 0 for kind in KINDS),
        stated=one.total,
        hidden=one.hidden,
    )


def _parts(parts: tuple[RecapPart, ...]) -> tuple[tuple[str, int], ...]:
    return tuple(((one.name or "").strip(), one.count or 0) for one in parts)
