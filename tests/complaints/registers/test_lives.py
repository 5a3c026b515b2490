"""Random lives of complaints, kept in a register, against the model of the table."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from pst_standards.calendar import default_calendar
from pst_standards.complaints import replay
from pst_standards.complaints.registers import Register, RegisterError, line_of, rebuild
from tests.complaints.random_lives import Lives

CALENDAR = default_calendar()


class KeptLives(Lives):
    """Every step that the table lets happen is put in; two handles of one register take turns."""

    def __init__(self, registers: tuple[Register, Register], number: str) -> None:
        super().__init__()
        self.registers = registers
        self.number = number

    def step(self, name: str, data: dict[str, Any], **more: Any) -> bool:
        if not super().step(name, data, **more):
            return False
        line = line_of(self.case, calendar=CALENDAR)._replace(number=self.number)
        this, other = self.registers[:: 1 if len(self.log) % 2 else -1]
        this.append(self.number, self.log[-1], line)
        with pytest.raises(RegisterError, match=self.number):
            other.append(self.number, self.log[-1], line)
        return True

    @invariant()
    def the_register_holds_the_log_and_its_line(self) -> None:
        if not getattr(self, "log", None):
            return
        for one in self.registers:
            kept = one.events(self.number)
            assert kept == tuple(self.log)
            assert replay(kept) == self.case
            line = line_of(self.case, calendar=CALENDAR)._replace(number=self.number)
            assert one.line(self.number) == line


@pytest.mark.slow
@pytest.mark.unmeasured
def test_a_register_keeps_what_the_model_lived_through(place: str, opened: Any) -> None:
    registers = (opened(place), opened(place))
    numbers = (f"N-{number}" for number in count(1))
    # The default profile decides in the short runs.
    most = min(25, settings.default.max_examples) if settings.default else 25
    lives: Any = lambda: KeptLives(registers, next(numbers))  # noqa: E731 - it is told to be a class
    run_state_machine_as_test(
        lives,
        settings=settings(max_examples=most, stateful_step_count=30, deadline=None),
    )
    first, _ = registers
    events = first.verify()
    assert events == sum(len(log) for _, log in first.logs())
    lines = {one.number: one for one in first.lines()}
    assert {one.number for one in first.lines(open_only=True)} == {
        number for number, one in lines.items() if one.is_open
    }
    # Made anew under the number that is in the filing, which is the same for all of them.
    remade = {
        number: line_of(replay(log), calendar=CALENDAR)._replace(number=number)
        for number, log in first.logs()
    }
    assert remade == lines
    assert first.replace_lines(remade.values()) == len(lines)
    assert {one.number: one for one in first.lines()} == lines
    assert first.verify() == events


def test_rebuilding_makes_every_line_again(place: str, opened: Any, new_writer: Any) -> None:
    register = opened(place)
    writer = new_writer(register)
    for number in range(5):
        writer.live(f"N-{number}", 2 * number + 1)
    good = list(register.lines())
    assert register.replace_lines(one._replace(handler="X", level=9) for one in good) == 5
    assert list(register.lines()) != good
    assert rebuild(register, calendar=CALENDAR) == 5
    assert list(register.lines()) == good
