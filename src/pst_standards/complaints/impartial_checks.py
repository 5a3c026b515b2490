"""PGD-047: who worked on a complaint that it was not for, by what its log said at that time.

Off a case are the accused, and those reported to be in conflict until it is decided that it does
not stand; those below one of them too, as far as the log says who is above whom. They are neither
given the case nor take a step in it, nor write down what somebody else did (``impartial``). Who is
named by an event is off from the next one on; only whom it gives the case to is held to it at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

from pst_standards.complaints.events import CITIZENS, SYSTEM
from pst_standards.complaints.logged import Logged, Seen
from pst_standards.complaints.officers import known, known_as
from pst_standards.complaints.states import Step
from pst_standards.model.complaint_case import HandlerNamed
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit

_NO_OFFICER: Final = CITIZENS | {SYSTEM}


@frozen(kw_only=True)
class _SoFar:
    """What a log has said up to an event, by ids as they are compared."""

    accused: set[str] = field(factory=set)
    conflicts: dict[str, bool | None] = field(factory=dict)
    above: dict[str, set[str]] = field(factory=dict)

    @property
    def in_conflict(self) -> set[str]:
        return {one for one, stands in self.conflicts.items() if stands is not False}

    @property
    def off(self) -> set[str]:
        return self.accused | self.in_conflict

    def is_off(self, officer: str, also: str = "") -> bool:
        """Tell whether somebody is off, or is below such a one; ``also`` is one more."""
        off = self.off | ({also} if also else set())
        return officer in off or bool(off & self.above.get(officer, set()))

    def take(self, one: Seen) -> None:
        """Take in what an event says of who is off."""
        self.accused.update(known(one.data.accused))
        if one.step == Step.REPORT_CONFLICT.value and (one.data.officer or "").strip():
            self.conflicts[known_as(one.data.officer or "")] = one.data.stands


def _not_free(log: Logged) -> Iterator[Hit]:
    so_far = _SoFar(accused=set(known(log.record.accused)))
    for one in log.seen():
        if any(so_far.is_off(officer, _not_for(one)) for officer in _behind(one)):
            yield Hit(("events", one.place), variant="step")
        so_far.take(one)
        handler = one.data.handler or one.data.examiner
        if handler is not None:
            yield from (Hit(("events", one.place), variant=why) for why in _wrong(handler, so_far))


def _behind(one: Seen) -> set[str]:
    """Return the officers who took a step, or wrote it down for somebody else."""
    return set(known((one.event.by or "", one.data.recorded_by or ""))) - _NO_OFFICER


def _not_for(one: Seen) -> str:
    """Return who is not to say that a conflict of their own does not stand."""
    own = one.step == Step.REPORT_CONFLICT.value and one.data.stands is False
    return known_as(one.data.officer or "") if own else ""


def _wrong(handler: HandlerNamed, so_far: _SoFar) -> Iterator[str]:
    """Yield why somebody is not to be given the case."""
    officer = known_as(handler.officer or "")
    above = so_far.above.setdefault(officer, set())
    above.update(known(handler.superiors))
    if officer in so_far.accused:
        yield "accused"
    if so_far.off & above:
        yield "subordinate"
    if officer in so_far.in_conflict or (handler.conflict or "").strip():
        yield "conflict"


CHECKS: Final = (CaseCheck(id="PGD-047", find=_not_free),)
