"""An event held against a case, and the answer of a guard: nothing, or why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from attrs import frozen

from pst_standards.calendar import Calendar, Status
from pst_standards.complaints.case import Case
from pst_standards.complaints.clocks import clock
from pst_standards.complaints.events import Event
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.profiles import Profile


class Refusal(NamedTuple):
    """Why something cannot happen, and the values that the sentence speaks of."""

    key: str
    params: Mapping[str, str | int] = MappingProxyType({})


@frozen(slots=False)
class Ask:
    """An event that is held against a case; of a filing there is no case yet."""

    before: Case | None
    event: Event
    calendar: Calendar
    profile: Profile

    @cached_property
    def case(self) -> Case:
        """The case, which there is for everything but a filing."""
        if self.before is None:
            raise TypeError("a filing has no case yet")
        return self.before

    @property
    def data(self) -> Any:
        """What the event tells."""
        return self.event.data

    def status(self, which: Clock) -> Status | None:
        """Return how a clock of the case stands at the moment of the event."""
        found = clock(
            self.case, which, calendar=self.calendar, profile=self.profile, on=self.event.at
        )
        return found.status if found else None


Answer = Refusal | None
Guard = Callable[[Ask], Answer]
