"""Random lives of complaints, and what holds at every moment of them."""

from __future__ import annotations

import json

from hypothesis.stateful import invariant

from pst_standards.complaints import Event, replay
from pst_standards.complaints.clocks import clocks
from tests.complaints.random_steps import RandomSteps
from tests.complaints.table_by_hand import CALENDAR, PROFILE


class Lives(RandomSteps):
    """A complaint at any moment of its life."""

    @invariant()
    def it_stands_where_the_model_says(self) -> None:
        if getattr(self, "log", None):
            assert self.case.state.value == self.state
            assert self.case.level == self.level

    @invariant()
    def the_log_makes_the_same_case(self) -> None:
        if not getattr(self, "log", None):
            return
        written = json.loads(json.dumps([one.to_dict() for one in self.log]))
        assert [Event.from_dict(one) for one in written] == self.log
        assert replay(self.log) == self.case
        times = [one.at for one in self.case.log]
        assert len(times) == len(self.log)
        assert times == sorted(times)

    @invariant()
    def whoever_works_on_it_is_not_in_it(self) -> None:
        handler = self.case.handler if getattr(self, "log", None) else None
        if handler is not None:
            assert handler.officer not in self.case.excluded

    @invariant()
    def what_ended_had_all_it_needs(self) -> None:
        if not getattr(self, "log", None):
            return
        steps = [one.step.value for one in self.log]
        assert steps.count("issue_receipt") <= 1
        if self.state == "closed":
            assert {"issue_receipt", "decide", "deliver"} <= set(steps)
            assert not self.case.tasks_open
            assert not self.case.damages_open
            # Own data and protection may be asked for after the end, too.
            waiting = {one.id for one in self.case.requests if not one.answered}
            assert waiting <= self.outlasting

    @invariant()
    def no_strict_end_is_the_later(self) -> None:
        if not getattr(self, "log", None):
            return
        found = clocks(self.case, calendar=CALENDAR, profile=PROFILE, on=self.at)
        assert all(one.strict <= one.lenient for one in found)
