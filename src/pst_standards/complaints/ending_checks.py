"""PGD-054 on one complaint: what must have happened before it is closed, and nothing after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.logged import Logged, Seen
from pst_standards.complaints.states import Step
from pst_standards.complaints.time_checks import ENDS
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit

_CLOSES: Final = (Step.ACCEPT, Step.CLOSE_UNANSWERED)
_OUTLASTS: Final = frozenset(
    one.value for one in (Step.OPEN_TRACK, Step.REQUEST, Step.HAND_OVER, *ENDS)
)
"""What may follow an end; a second end is none of what was still to be done."""


def _ended_too_early(log: Logged) -> Iterator[Hit]:
    for one in log.seen(*_CLOSES):
        where = ("events", one.place)
        waiting = _not_done(log, one)
        if waiting:
            yield Hit(where, {"number": waiting})
        owed = _owed(log, one)
        if owed:
            yield Hit(where, {"amount": owed}, "unpaid")
        told = {before.step for before in log.before(one, Step.DECIDE, Step.DELIVER)}
        if told < {Step.DECIDE.value, Step.DELIVER.value}:
            yield Hit(where, variant="undecided")
    yield from _went_on(log)


def _not_done(log: Logged, end: Seen) -> int:
    done = {said.data.action for said in log.before(end, Step.CARRY_OUT)}
    decided = (action for said in log.before(end, Step.DECIDE) for action in said.data.actions)
    return sum(1 for action in decided if action.id not in done)


def _owed(log: Logged, end: Seen) -> int:
    """Return what was last awarded and not paid."""
    awards = [said.data.award for said in log.before(end, Step.DECIDE) if said.data.award]
    paid = sum(said.data.amount or 0 for said in log.before(end, Step.PAY_DAMAGES))
    return max((awards[-1].amount or 0) - paid, 0) if awards else 0


def _went_on(log: Logged) -> Iterator[Hit]:
    end = log.first(*ENDS)
    for one in log.seen() if end is not None else ():
        if end is not None and one.place > end.place and one.step not in _OUTLASTS:
            yield Hit(("events", one.place), variant="after")
            return


CHECKS: Final = (CaseCheck(id="PGD-054", find=_ended_too_early),)
