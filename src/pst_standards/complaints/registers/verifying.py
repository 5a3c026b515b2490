"""All rows of a register looked through, whatever database they come from."""

from __future__ import annotations

from typing import Any

from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import (
    EventRow,
    chain_of,
    damaged_event,
    damaged_line,
    event_of,
    is_whole,
    line_of_row,
    seal_of,
)


class Audit:
    """Takes every event in the order of the register, then every line; raises at the first fault.

    The faults are ``RegisterError`` (``register.damaged``) whose ``what`` is ``event`` (changed,
    taken out or unreadable: ``number`` and ``position`` say which), ``line`` (``number`` says of
    which case) or ``count`` (whole cases were taken out, or the last events of the register).
    """

    def __init__(self) -> None:
        self._seq = 0
        self._gap = 0
        self._lengths: dict[str, int] = {}
        self._chains: dict[str, str] = {}

    def take_event(self, row: EventRow) -> None:
        """Look at the next event of the register."""
        position = self._lengths.get(row.number, 0) + 1
        previous = self._chains.get(row.number, "")
        if not is_whole(row) or row.position != position or chain_of(row, previous) != row.chain:
            raise damaged_event(row.number, position)
        event_of(row)
        self._seq += 1
        if row.seq != self._seq and not self._gap:
            # Whose event it was shows only later: in a log, in a line, or nowhere.
            self._gap = self._seq
        self._lengths[row.number] = position
        self._chains[row.number] = row.chain

    def take_line(self, row: tuple[Any, ...]) -> None:
        """Look at the line of a case, with its columns for sorting and its seal."""
        line = line_of_row(row)
        if seal_of(row[:-1]) != row[-1]:
            raise damaged_line(line.number)
        length = self._lengths.pop(line.number, 0)
        if length < line.events:
            raise damaged_event(line.number, length + 1)
        if length != line.events:
            raise damaged_line(line.number)

    def close(self, counted: object) -> int:
        """Return the number of events; ``counted`` is what the register itself says it is."""
        if self._lengths:
            raise damaged_line(min(self._lengths))
        if self._gap or counted != self._seq:
            at = self._gap or self._seq + 1
            raise RegisterError("register.damaged", what="count", position=at)
        return self._seq
