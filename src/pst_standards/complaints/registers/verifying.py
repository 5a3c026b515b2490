"""All rows of a register looked through, whatever database they come from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import (
    COLUMNS,
    EventRow,
    chain_of,
    damaged_event,
    damaged_line,
    event_of,
    is_whole,
    line_of_row,
    must_follow,
    seal_of,
)


class Audit:
    """Takes every event in the order of the register, then every line; ``close`` tells the faults.

    The faults are ``RegisterError`` (``register.damaged``) whose ``what`` is ``event`` (changed,
    taken out or unreadable: ``number`` and ``position`` say which), ``line`` (``number`` says of
    which case) or ``count`` (whole cases were taken out, or the last events of the register). Of
    each case the first is kept; the error that is raised has those of the others in ``others``.
    """

    def __init__(self) -> None:
        self._seq = 0
        self._gap = 0
        self._lengths: dict[str, int] = {}
        self._chains: dict[str, str] = {}
        self._faults: dict[str, RegisterError] = {}

    def take_event(self, row: EventRow) -> None:
        """Look at the next event of the register."""
        position = self._lengths.get(row.number, 0) + 1
        self._lengths[row.number] = position
        self._seq += 1
        if row.seq != self._seq and not self._gap:
            # Whose event it was shows only later: in a log, in a line, or nowhere.
            self._gap = self._seq
        if str(row.number) in self._faults:
            return
        try:
            self._chains[row.number] = _chained(row, position, self._chains.get(row.number, ""))
        except RegisterError as error:
            self._faults[str(row.number)] = error

    def take_line(self, row: tuple[Any, ...]) -> None:
        """Look at the line of a case, with its columns for sorting and its seal."""
        length = self._lengths.pop(row[0], 0)
        if str(row[0]) in self._faults:
            return
        try:
            _sealed(row, length)
        except RegisterError as error:
            self._faults[str(row[0])] = error

    def close(self, counted: object) -> int:
        """Return the number of events; ``counted`` is what the register itself says it is.

        Raises the first fault that was found; one of the whole only where no case has one.
        """
        for number in self._lengths:
            self._faults.setdefault(str(number), damaged_line(number))
        faults = list(self._faults.values())
        if not faults and (self._gap or counted != self._seq):
            at = self._gap or self._seq + 1
            faults.append(RegisterError("register.damaged", what="count", position=at))
        if faults:
            first, *others = faults
            raise first.beside(others)
        return self._seq


def audited(rows: Iterable[EventRow], line: tuple[Any, ...] | None) -> int:
    """Look through the events of one case and its line, and return how many events it has.

    Raises ``RegisterError``: ``register.unknown`` where there is neither, ``register.damaged`` with
    the first fault.
    """
    log = list(rows)
    if not log and line is None:
        raise RegisterError("register.unknown")
    must_follow(log)
    deque(map(event_of, log), maxlen=0)
    if line is None:
        raise damaged_line(log[0].number)
    _sealed(line, len(log))
    return len(log)


def _chained(row: EventRow, position: int, previous: str) -> str:
    if not is_whole(row) or row.position != position or chain_of(row, previous) != row.chain:
        raise damaged_event(row.number, position)
    event_of(row)
    return row.chain


def _sealed(row: tuple[Any, ...], length: int) -> None:
    line = line_of_row(row[: len(COLUMNS)])
    if seal_of(row[:-1]) != row[-1]:
        raise damaged_line(line.number)
    if length < line.events:
        raise damaged_event(line.number, length + 1)
    if length != line.events:
        raise damaged_line(line.number)
