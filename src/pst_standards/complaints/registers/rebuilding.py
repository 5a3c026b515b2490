"""The lines of a register made anew from its logs, after a change of days off or of the program."""

from __future__ import annotations

from pst_standards.calendar import Calendar
from pst_standards.complaints.cases import replay
from pst_standards.complaints.profiles import Profile
from pst_standards.complaints.registers.lines import line_of
from pst_standards.complaints.registers.protocol import Register


def rebuild(register: Register, *, calendar: Calendar, profile: Profile | None = None) -> int:
    """Replay every log, put the lines that come of it in the register, and return how many."""
    return register.replace_lines(
        line_of(replay(events), calendar=calendar, profile=profile) for _, events in register.logs()
    )
