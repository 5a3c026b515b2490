"""LIFE-007 to LIFE-009: the draft is published, waits for comments and is revised in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.standard import LifeCycle
from pst_standards.rules.binding import Check, Find
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.counting import Counting, Outcome, hits, is_within
from pst_standards.rules.lives import PROCESS_FROM, lives, tells_of_life

_PUBLISHING: Final = 5
_COMMENTS: Final = 7
_REVISION: Final = 14
# No row of days off is so long that seven working days would take two months.
_SURELY_OVER: Final = 60


def draft_published_late(context: Context) -> Iterator[Outcome]:
    """Hold the publication of the draft against the signing of the minutes (LIFE-007)."""
    for _, life, pointer in lives(PROCESS_FROM, context):
        signed, published = life.minutes_signed_on, life.draft_published_on
        done = published or context.as_of
        if signed is None or is_within(signed, _PUBLISHING, done):
            continue
        at = (*pointer, "draft_published_on" if published else "minutes_signed_on")
        due, remarks = Counting(context, "LIFE-007", at).working_days(signed, _PUBLISHING)
        yield from remarks
        if due is not None and done > due:
            params = {"signed": signed.isoformat(), "due": due.isoformat()}
            if published:
                yield Hit(at, {**params, "published": published.isoformat()})
            else:
                yield Hit(at, params, "open")


def set_before_comments_closed(context: Context) -> Iterator[Outcome]:
    """Hold the setting against the 7 working days in which the public comments (LIFE-008)."""
    for placed, life, pointer in lives(PROCESS_FROM, context):
        # A draft whose publication is not recorded was not published before the minutes.
        opened = life.draft_published_on or life.minutes_signed_on
        if opened is None:
            continue
        until = life.comments_until
        for name, day, at in (
            ("set", *_set_at(placed, life)),
            ("until", until, (*pointer, "comments_until")),
        ):
            # What comes before the publication is out of order, which LIFE-010 reports.
            if day is None or not opened <= day < opened + timedelta(_SURELY_OVER):
                continue
            closes, remarks = Counting(context, "LIFE-008", at).working_days(opened, _COMMENTS)
            yield from remarks
            if closes is not None and day < closes:
                yield _too_soon(_Early(name, day, at), life, closes, context)
                break


def _set_at(placed: Placed, life: LifeCycle) -> tuple[date | None, Pointer]:
    """Return when a standard was set and where that stands: the decree tells, if nothing else."""
    if life.adopted_on is not None or placed.standard.decree is None:
        return life.adopted_on, (*placed.pointer, "life_cycle", "adopted_on")
    return placed.standard.decree.date, (*placed.pointer, "decree", "date")


class _Early(NamedTuple):
    """A day before the window for comments closes: what it is, and where it stands."""

    name: str
    day: date
    at: Pointer


def _too_soon(early: _Early, life: LifeCycle, closes: date, context: Context) -> Hit:
    published, signed = life.draft_published_on, life.minutes_signed_on
    if published is None:
        params = {"signed": str(signed), "closes": closes.isoformat()}
        return Hit(early.at, {**params, "day": early.day.isoformat()}, "signed")
    params = {"published": published.isoformat(), "closes": closes.isoformat()}
    variant = "short" if early.name == "until" else _variant(published, early.day, context)
    return Hit(early.at, {**params, early.name: early.day.isoformat()}, variant)


def _variant(published: date, day: date, context: Context) -> str:
    # Whether days of collective leave count as working days is not written anywhere.
    worked = context.calendar.worked().add_working_days(published, _COMMENTS)
    return "" if day < worked else "leave"


def revised_late(context: Context) -> Iterator[Outcome]:
    """Hold the revision against 14 days after the window, in both readings (LIFE-009)."""
    for _, life, pointer in lives(PROCESS_FROM, context):
        revised, opened = life.revised_on, life.comments_until or life.draft_published_on
        if revised is None or opened is None or is_within(opened, _REVISION, revised):
            continue
        at = (*pointer, "revised_on")
        counting = Counting(context, "LIFE-009", at)
        closed, remarks = _closed(life, counting)
        yield from remarks
        if closed is None or is_within(closed, _REVISION, revised):
            continue
        lenient, remarks = counting.working_days(closed, _REVISION)
        yield from remarks
        if lenient is not None:
            params = {
                "closed": closed.isoformat(),
                "revised": revised.isoformat(),
                "strict": (closed + timedelta(_REVISION)).isoformat(),
                "lenient": lenient.isoformat(),
            }
            yield Hit(at, params, "" if revised > lenient else "between")


def _closed(life: LifeCycle, counting: Counting) -> tuple[date | None, tuple[Outcome, ...]]:
    """Return the end of the window: as stated, or by the regulation where that is later."""
    stated, published = life.comments_until, life.draft_published_on
    if published is None:
        return stated, ()
    counted, remarks = counting.working_days(published, _COMMENTS)
    if counted is None:
        return None, remarks
    return max(counted, stated or counted), remarks


def _finds(judge: Callable[[Context], Iterator[Outcome]]) -> Find:
    return lambda context: hits(judge(context))


CHECKS: Final = (
    Check(id="LIFE-007", find=_finds(draft_published_late), applies=tells_of_life),
    Check(id="LIFE-008", find=_finds(set_before_comments_closed), applies=tells_of_life),
    Check(id="LIFE-009", find=_finds(revised_late), applies=tells_of_life),
)
