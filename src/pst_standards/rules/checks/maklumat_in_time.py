"""MKL-009: the maklumat is published within 7 working days of the setting of a standard.

A maklumat may have been published many times, the earlier ones for earlier standards. What counts
is the first publication on or after the day on which a standard was set. One that came before is
only held against the office where the maklumat itself says that it is for this very standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.publication import Publication
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.maklumat import charters
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.counting import Counting, Outcome, hits, is_within
from pst_standards.rules.lives import PROCESS_FROM, made_since, set_on

RULE: Final = "MKL-009"
_PUBLISHING: Final = 7


class _Shown(NamedTuple):
    """A publication of the maklumat: its day, and where that stands."""

    day: date
    pointer: Pointer


def published_late(context: Context) -> Iterator[Outcome]:
    """Hold the publication of the maklumat against the setting of each standard that it is for."""
    found = tuple(charters(context))
    for placed in made_since(PROCESS_FROM, context):
        standard = placed.standard
        day = set_on(standard)
        if day is None or day > context.as_of or not _is_pledged(standard, context):
            continue
        shown = _dated(standard, found)
        if shown:
            yield from _judge(day, standard, shown, context)


def _is_pledged(standard: ServiceStandard, context: Context) -> bool:
    maklumat = context.definition.maklumat
    named = maklumat.standards if maklumat else ()
    return not named or standard.id in named


def _dated(
    standard: ServiceStandard, found: Sequence[tuple[Pointer, Publication]]
) -> tuple[_Shown, ...]:
    """Return the publications for a standard by their days, none where one is not dated.

    The one without a date may have been the first.
    """
    about = [
        (one.published_on, (*pointer, "published_on"))
        for pointer, one in found
        if not one.standards or standard.id in one.standards
    ]
    dated = [_Shown(day, pointer) for day, pointer in about if day is not None]
    return tuple(sorted(dated)) if len(dated) == len(about) else ()


def _judge(
    day: date, standard: ServiceStandard, shown: Sequence[_Shown], context: Context
) -> Iterator[Outcome]:
    before = [one for one in shown if one.day < day]
    after = [one for one in shown if one.day >= day]
    maklumat = context.definition.maklumat or Maklumat()
    if after:
        renewed = maklumat.date is not None and maklumat.date >= day
        variant = "" if renewed or not before else "again"
        yield from _late(day, after[0], variant, context)
    elif maklumat.date is not None and maklumat.date >= day:
        yield from _not_shown(day, before[-1], context)
    elif _is_for(standard, maklumat, before[-1].day):
        params = {"published": before[-1].day.isoformat(), "set": day.isoformat()}
        yield Hit(before[-1].pointer, params, "early")


def _late(day: date, first: _Shown, variant: str, context: Context) -> Iterator[Outcome]:
    if is_within(day, _PUBLISHING, first.day):
        return
    due, remarks = Counting(context, RULE, first.pointer).working_days(day, _PUBLISHING)
    yield from remarks
    if due is not None and first.day > due:
        params = {"set": day.isoformat(), "published": first.day.isoformat()}
        yield Hit(first.pointer, {**params, "due": due.isoformat()}, variant)


def _not_shown(day: date, last: _Shown, context: Context) -> Iterator[Outcome]:
    """Find a maklumat that is younger than all that was published of it."""
    if is_within(day, _PUBLISHING, context.as_of):
        return
    due, remarks = Counting(context, RULE, last.pointer).working_days(day, _PUBLISHING)
    yield from remarks
    if due is not None and context.as_of > due:
        params = {"set": day.isoformat(), "published": last.day.isoformat()}
        yield Hit(last.pointer, {**params, "due": due.isoformat()}, "open")


def _is_for(standard: ServiceStandard, maklumat: Maklumat, published: date) -> bool:
    """Tell whether what was published is surely this maklumat, and for no earlier standard."""
    named = standard.id in maklumat.standards and standard.replaces is None
    return named and maklumat.date is not None and maklumat.date <= published


def _is_dated(context: Context) -> bool:
    return any(one.published_on is not None for _, one in charters(context))


CHECKS: Final = (
    Check(id=RULE, find=lambda context: hits(published_late(context)), applies=_is_dated),
)
