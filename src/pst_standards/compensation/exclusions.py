"""Which circumstances count against a claim, and which only take out the time they explain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.calendar import Pause
from pst_standards.compensation.case import TIMED, Case
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.model.base import Text
from pst_standards.model.compensation import CompensationRule, Exclusion
from pst_standards.model.service_event import Circumstance

CITATIONS: Final = {
    Exclusion.FORCE_MAJEURE: "penjelasan UU 25/2009 Pasal 28 ayat (4)",
    Exclusion.INCOMPLETE_FILE: "UU 25/2009 Pasal 19 huruf a",
    Exclusion.UNLAWFUL_REQUEST: "UU 25/2009 Pasal 14 huruf e",
    Exclusion.ANNOUNCED_REPAIR: "UU 25/2009 Pasal 28 ayat (3)",
    Exclusion.DELAYED_BY_USER: "UU 25/2009 Pasal 19 huruf a",
    Exclusion.LATE_CLAIM: "UU 25/2009 Pasal 42 ayat (2)",
}
"""The articles by whose analogy an exclusion is reasonable; none of them speaks of compensation."""

_IN_TIME: Final = frozenset(
    {Exclusion.FORCE_MAJEURE, Exclusion.ANNOUNCED_REPAIR, Exclusion.DELAYED_BY_USER}
)
_NOTICE: Final = dt.timedelta(days=30)
_INSTANT: Final = dt.timedelta(microseconds=1)


class Sorted(NamedTuple):
    """What the circumstances of an event come to under one rule.

    ``excluded`` hold whatever the time, ``partial`` explain a stretch of it, ``notes`` tell why
    one does not count.
    """

    excluded: tuple[Circumstance, ...]
    partial: tuple[Circumstance, ...]
    notes: tuple[Reason, ...]


def sort(case: Case, rule: CompensationRule) -> Sorted:
    """Sort the circumstances of an event.

    An exclusion counts only where the rule names it and something shows it. One that has times
    takes them out of what is measured instead of the whole claim.
    """
    excluded, partial, notes = [], [], []
    for one in case.event.circumstances:
        why_not = next(_not_counted(one, case, rule), None)
        if why_not is not None:
            notes.append(why_not)
        elif _is_partial(one, rule):
            partial.append(one)
        else:
            excluded.append(one)
    return Sorted(tuple(excluded), tuple(partial), tuple(notes))


def _is_partial(one: Circumstance, rule: CompensationRule) -> bool:
    timed = rule.trigger is None or rule.trigger in TIMED
    dated = one.begins_at is not None or one.ends_at is not None
    return timed and one.kind in _IN_TIME and dated


def _not_counted(one: Circumstance, case: Case, rule: CompensationRule) -> Iterator[Reason]:
    kind = one.kind
    if kind is None or kind is Exclusion.LATE_CLAIM:
        # Whether a claim is late is counted, not asserted.
        yield step("exclusion-uncounted", kind=_named(kind) if kind else "-")
    elif kind not in rule.exclusions:
        yield step("exclusion-not-stated", kind=_named(kind))
    elif not one.evidence:
        yield step("exclusion-unproven", kind=_named(kind))
    elif kind is Exclusion.INCOMPLETE_FILE and case.event.complete_at is not None:
        yield step("exclusion-completed", at=case.clock.local(case.event.complete_at))
    elif kind is Exclusion.ANNOUNCED_REPAIR and not _announced(one, case):
        yield step("exclusion-repair-notice", CITATIONS[kind])
    elif kind in _IN_TIME and not _at_the_time(one, case):
        yield step("exclusion-other-time", kind=_named(kind))


def _named(kind: Exclusion) -> Text:
    """Return the term of an exclusion to stand within a sentence."""
    return Text(kind.id.lower(), kind.en.lower())


def _announced(one: Circumstance, case: Case) -> bool:
    if one.announced_on is None or one.begins_at is None:
        return False
    return one.announced_on <= case.clock.local(one.begins_at).date() - _NOTICE


def _at_the_time(one: Circumstance, case: Case) -> bool:
    """Whether a circumstance lies, as far as it has dates, in the time of the event."""
    end = case.event.finished_at or case.on
    if one.begins_at is not None and end is not None and _began(one, case) > end:
        return False
    return one.ends_at is None or one.ends_at >= case.requested


def _began(one: Circumstance, case: Case) -> dt.datetime:
    """Return from when on a circumstance holds time up.

    A flood or a repair that was there when the office opened takes the whole day, so it begins
    with the end of the day before. What begins later leaves its first day to be counted as a day.
    """
    begins = one.begins_at or case.requested
    if one.kind is Exclusion.DELAYED_BY_USER or case.clock.has_opened(begins):
        return begins
    here = case.clock.local(begins)
    midnight = dt.datetime.combine(here.date(), dt.time.min, here.tzinfo)
    return midnight - _INSTANT


def pauses(partial: tuple[Circumstance, ...], case: Case) -> list[Pause]:
    """Return the stretches of time that do not count.

    Of days, those after the beginning of a stretch are left out, up to and with its last one.
    """
    return [_pause(one, case) for one in partial]


def _pause(one: Circumstance, case: Case) -> Pause:
    begins = _began(one, case)
    ends = one.ends_at or case.event.finished_at or case.on or begins
    return Pause(begins, max(ends, begins))


def excluded(one: Circumstance) -> Reason:
    """Return the cause that an exclusion is."""
    kind = one.kind or Exclusion.FORCE_MAJEURE
    return cause(f"excluded.{kind.value}", CITATIONS[kind], evidence=one.evidence or "")


def left_out(one: Circumstance, case: Case) -> Reason:
    """Return the step that a stretch of time is left out."""
    kind = one.kind or Exclusion.FORCE_MAJEURE
    begins = case.clock.local(one.begins_at or case.requested)
    told = {"kind": _named(kind), "evidence": one.evidence or "", "begins": begins}
    if one.ends_at is None:
        return step("time-left-out-open", CITATIONS[kind], **told)
    return step("time-left-out", CITATIONS[kind], ends=case.clock.local(one.ends_at), **told)
