"""LAP, PRV and WBS rules about a recap of complaints: sums, months, signature, cells, words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from pst_standards.complaints.recap import KINDS, Recap
from pst_standards.complaints.recap_period import RecapError
from pst_standards.complaints.recap_records import recap_in
from pst_standards.complaints.recap_strays import StrayKind, strays
from pst_standards.complaints.recap_sums import (
    Mismatch,
    Sum,
    mismatches,
    not_carried_over,
    unbalanced,
)
from pst_standards.complaints.recap_text_checks import (
    chapters_left_out,
    is_about_whistleblowing,
    shares_of_unknown_days,
    somebody_told,
)
from pst_standards.complaints.secrecy.cells import SMALLEST
from pst_standards.definitions.records import read_record
from pst_standards.findings import Param, Pointer, Report
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.rules.cases import CaseCheck, judge
from pst_standards.rules.context import Hit
from pst_standards.rules.rulebook import Rulebook

ABOUT: Final = "complaint-recap"
"""How the rows of the catalogue name a recap."""
STRAY: Final = frozenset(("LAP-002", kind.value) for kind in StrayKind)
"""Rule and variant of rows that no sum can hold; a report on them would not be what was given."""

TOLD: Final = "LAP-007"
"""The rule on what may give somebody away; what it finds is never published."""


@frozen(kw_only=True)
class Counted:
    """A recap as rules look at it: the record, what it adds up to, and the day."""

    record: ComplaintRecap
    recap: Recap | None
    on: dt.date

    def mismatches(self, *kinds: Sum) -> Iterator[Mismatch]:
        """Yield the figures that should be one and are two, of these kinds."""
        found = mismatches(self.recap) if self.recap else ()
        return (one for one in found if one.sum in kinds)


_Find = Callable[[Counted], Iterator[Hit]]


def _sums_differ(counted: Counted, *kinds: Sum) -> Iterator[Hit]:
    for one in counted.mismatches(*kinds):
        told = {"stated": one.stated, "found": one.found}
        yield Hit(_place(counted.record, one), told, "" if one.sum is Sum.TWICE else one.sum.value)


def _uncounted(counted: Counted) -> Iterator[Hit]:
    yield from _sums_differ(counted, *_SUMS)
    for one in strays(counted.record):
        told: dict[str, Param] = {"month": one.month, "period": one.period}
        yield Hit(one.pointer, {key: told[key] for key in told if told[key]}, one.kind.value)


def _place(record: ComplaintRecap, one: Mismatch) -> Pointer:
    for place, row in enumerate(record.counts):
        if one.channel and (row.channel, row.month) == (one.channel, one.month):
            return ("counts", place, "total") if row.total is not None else ("counts", place)
    for place, month in enumerate(record.months):
        if one.month is not None and month.month == one.month:
            return ("months", place)
    return ("total",) if record.total is not None else ()


def _months_without_nil(counted: Counted) -> Iterator[Hit]:
    for place, one in enumerate(counted.record.months):
        empty = one.received == 0 or (one.received is None and one.nil)
        if one.received == 0 and not one.nil:
            yield Hit(("months", place), {"month": one.month or 0}, "unsaid")
        if one.nil and one.received:
            yield Hit(("months", place, "nil"), {"received": one.received}, "not-nil")
        if empty and one.settled_share is not None and not one.closed:
            yield Hit(("months", place, "settled_share"), {"share": one.settled_share}, "share")


def _months_left_out(counted: Counted) -> Iterator[Hit]:
    stated = {one.month for one in counted.record.months}
    if counted.recap is None or not stated:
        return
    period = counted.recap.period
    rows = {row.month for row in counted.recap.rows}
    for month in period.months:
        begun = dt.date(period.year, month, 1) <= counted.on
        if begun and month not in stated and month not in rows:
            yield Hit(("months",), {"month": month}, "missing")


def _nil_unsaid(counted: Counted) -> Iterator[Hit]:
    yield from _months_without_nil(counted)
    yield from _months_left_out(counted)


def _unsigned(counted: Counted) -> Iterator[Hit]:
    signed = counted.record.signature
    parts = ("place", "date", "position", "name")
    missing = tuple(part for part in parts if not (signed and getattr(signed, part)))
    if missing and (signed is not None or counted.record.published):
        yield Hit(("signature",) if signed else (), {"keys": missing})


def _rest_differs(counted: Counted) -> Iterator[Hit]:
    months = counted.recap.months if counted.recap else ()
    places = {one.month: place for place, one in enumerate(counted.record.months)}
    for variant, found in (("balance", unbalanced(months)), ("carried", not_carried_over(months))):
        for one, expected in found:
            stated = one.end if variant == "balance" else one.start
            told = {"month": one.month or 0, "stated": stated, "found": expected}
            yield Hit(("months", places[one.month]), told, variant)


def _small_cells(counted: Counted) -> Iterator[Hit]:
    if not counted.record.published:
        return
    for place, row in enumerate(counted.record.counts):
        cells = [(kind.value, getattr(row, kind.value)) for kind in KINDS]
        small = [key for key, count in cells if count and count < SMALLEST]
        if small:
            yield Hit(("counts", place, small[0]), {"keys": tuple(small)}, "small")
        elif len(row.hidden) == 1 and row.total is not None:
            yield Hit(("counts", place, "total"), variant="derivable")


def _has(what: Callable[[ComplaintRecap], object], counted: Counted) -> bool:
    return bool(what(counted.record))


def _is_published(counted: Counted, *, whistleblowing: bool) -> bool:
    record = counted.record
    return bool(record.published) and is_about_whistleblowing(record) is whistleblowing


def _has_figures(record: ComplaintRecap) -> bool:
    return record.total is not None or bool(record.counts or record.months)


_SUMS: Final = (Sum.ROW, Sum.BRANCH, Sum.MONTH, Sum.CHANNELS, Sum.KINDS, Sum.MONTHS, Sum.STATES)

CHECKS: Final[tuple[CaseCheck[Counted], ...]] = (
    CaseCheck(
        id="LAP-001",
        find=lambda counted: chapters_left_out(counted.record),
        applies=partial(_is_published, whistleblowing=False),
    ),
    CaseCheck(
        id="LAP-002",
        find=_uncounted,
        applies=partial(_has, _has_figures),
    ),
    CaseCheck(
        id="LAP-003",
        find=lambda counted: _sums_differ(counted, Sum.TWICE),
        applies=partial(_has, lambda record: record.counts),
    ),
    CaseCheck(id="LAP-004", find=_nil_unsaid, applies=partial(_has, lambda record: record.months)),
    CaseCheck(
        id="LAP-005",
        find=_unsigned,
        applies=partial(_has, lambda record: record.signature or record.published),
    ),
    CaseCheck(id=TOLD, find=lambda counted: somebody_told(counted.record)),
    CaseCheck(
        id="LAP-008", find=_rest_differs, applies=partial(_has, lambda record: record.months)
    ),
    CaseCheck(
        id="LAP-009",
        find=lambda counted: shares_of_unknown_days(counted.record),
        applies=partial(_has, lambda record: record.timeliness),
    ),
    CaseCheck(
        id="WBS-006",
        find=lambda counted: chapters_left_out(counted.record),
        applies=partial(_is_published, whistleblowing=True),
    ),
    CaseCheck(
        id="PRV-005", find=_small_cells, applies=partial(_has, lambda record: record.published)
    ),
)


def check_recap(
    source: str | Path | Mapping[str, Any] | ComplaintRecap,
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
    year: int | None = None,
) -> Report:
    """Check a recap of complaints: its shape where it is read, and the rules about it.

    ``year`` is that of counts that state none. Nothing is corrected. Raises ``DefinitionError``
    when the source cannot be used at all.

    >>> parts = [{"name": "Selesai", "count": 15061}, {"name": "Diproses", "count": 3189}]
    >>> found = check_recap({"year": 2018, "total": 18350, "states": parts})
    >>> [(one.message_key, one.params["found"]) for one in found.findings]
    [('LAP-002.states', 18250)]
    """
    on = as_of or dt.datetime.now().astimezone().date()
    if isinstance(source, ComplaintRecap):
        return judge(_counted(source, on, year), ABOUT, CHECKS, as_of=on, rules=rules)
    record = read_record(source, ComplaintRecap)
    return judge(
        _counted(record.value, on, year),
        ABOUT,
        CHECKS,
        as_of=on,
        origin=record.origin,
        shape=record.findings,
        rules=rules,
    )


def _counted(record: ComplaintRecap, on: dt.date, year: int | None) -> Counted:
    if record.year is None and year is not None:
        record = evolve(record, year=year)
    try:
        recap = recap_in(record)
    except RecapError:
        recap = None  # without a period there is nothing to hold months against
    return Counted(record=record, recap=recap, on=on)
