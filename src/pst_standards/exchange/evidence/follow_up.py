"""What became of the plan that followed on a survey: how much was carried out, and how fast.

A definition tells nothing of it; the particulars of a survey do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from pst_standards.exchange.evidence.facts import Fact, Wanted
from pst_standards.surveys.action import completed, months_between, months_taken
from pst_standards.surveys.reporting import Completion, FollowedUp, Particulars

if TYPE_CHECKING:
    import datetime as dt

_NEVER: Final = 12 * 100
"""Months that no level waits for."""
_WHOLE: Final = 100


def follow_up(told: Particulars, as_of: dt.date) -> Mapping[str, Fact]:
    """Return the facts about the plan before this one, as they stood on a day.

    How fast it was carried out is counted from the results to its last measure. While some of it
    is open nobody can tell, but no less than the months that have passed; while all of it is open,
    nothing was carried out at all.

    >>> import datetime as dt
    >>> facts = follow_up(Particulars(), dt.date(2026, 11, 27))
    >>> [one.key for one in facts["follow_up_months"].wanted]
    ['details']
    """
    known = evolve(told, previous_plan=tuple(_by(one, as_of) for one in told.previous_plan))
    part = completed(known.previous_plan)
    share = None if part is None else _WHOLE * part
    open_ = _of_each("open", [one for one in known.previous_plan if not _is_done(one)])
    done = None if share is None or 0 < share < _WHOLE else int(share == _WHOLE)
    nothing = () if known.previous_plan else (Wanted("details"),)
    return {
        "follow_up_share": Fact(name="follow_up_share", value=share, wanted=nothing),
        "followed_up": Fact(name="followed_up", value=done, wanted=nothing or open_),
        "follow_up_months": _months(known, as_of, nothing, open_),
    }


def _months(
    told: Particulars, as_of: dt.date, nothing: tuple[Wanted, ...], open_: tuple[Wanted, ...]
) -> Fact:
    done = [one for one in told.previous_plan if _is_done(one)]
    undated = _of_each("completed-on", [one for one in done if one.completed_on is None])
    since, name = told.previous_results_on, "follow_up_months"
    if nothing or (told.previous_plan and not done):
        return Fact(name=name, value=None, least=None if nothing else _NEVER, wanted=nothing)
    if since is None or since > as_of:
        return Fact(name=name, value=None, wanted=(Wanted("results-on"), *undated, *open_))
    passed = months_between(since, as_of) if open_ else None
    value = None if open_ else months_taken(told)
    return Fact(name=name, value=value, least=passed, wanted=(*undated, *open_))


def _by(one: FollowedUp, as_of: dt.date) -> FollowedUp:
    """Return a measure as it stood on a day."""
    if one.completed_on is None or one.completed_on <= as_of:
        return one
    return evolve(one, completion=Completion.UNDER_WAY, completed_on=None)


def _is_done(one: FollowedUp) -> bool:
    return one.completion is Completion.DONE


def _of_each(key: str, plan: Sequence[FollowedUp]) -> tuple[Wanted, ...]:
    return tuple(Wanted(key, one.programme) for one in plan)
