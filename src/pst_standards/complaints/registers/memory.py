"""A register that lives as long as the process: for tests of applications, and for trying out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from pst_standards.complaints.events import Event
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import must_be_next, must_be_storable
from pst_standards.complaints.secrecy.codes import Attempts, AttemptsInMemory


@frozen(eq=False)
class MemoryRegister:
    """Logs and lines in dicts; what it holds is gone with the process.

    >>> MemoryRegister().line("PGD-2026-7K3M9Q2T") is None
    True
    """

    attempts: Attempts = field(factory=AttemptsInMemory)
    _logs: dict[str, tuple[Event, ...]] = field(factory=dict, init=False, repr=False)
    _lines: dict[str, Line] = field(factory=dict, init=False, repr=False)

    def append(self, number: str, event: Event, line: Line) -> None:
        """Add one event and its line; see ``Register.append``."""
        self.append_all(number, ((event, line),))

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        """Add several events and their lines, or none; see ``Register.append_all``."""
        log, last = self._logs.get(number, ()), self._lines.get(number)
        for event, line in lived:
            must_be_storable(number=number, by=event.by)
            must_be_next(number, len(log), line)
            must_be_storable(service=line.service, handler=line.handler)
            log, last = (*log, event), line
        if last is not None:
            self._logs[number], self._lines[number] = log, last

    def events(self, number: str) -> tuple[Event, ...]:
        """Return the log of a case."""
        if number not in self._logs:
            raise RegisterError("register.unknown")
        return self._logs[number]

    def line(self, number: str) -> Line | None:
        """Return the line of a case."""
        return self._lines.get(number)

    def lines(
        self,
        *,
        filed_from: dt.date | None = None,
        filed_before: dt.date | None = None,
        open_only: bool = False,
    ) -> Iterator[Line]:
        """Yield lines in the order that ``Register.lines`` says."""
        found = [
            one
            for one in self._lines.values()
            if (one.is_open or not open_only)
            and (filed_from is None or one.filed_on >= filed_from)
            and (filed_before is None or one.filed_on < filed_before)
        ]
        by = _by_date if open_only else _by_filing
        yield from sorted(found, key=by)

    def logs(self) -> Iterator[tuple[str, tuple[Event, ...]]]:
        """Yield every number with its log."""
        yield from sorted(self._logs.items())

    def replace_lines(self, lines: Iterable[Line]) -> int:
        """Put new lines in the place of all there are."""
        fresh = {one.number: one for one in lines}
        current = {
            number: one
            for number, one in fresh.items()
            if one.events == len(self._logs.get(number, ()))
        }
        kept = {number: self._lines[number] for number in self._logs if number not in current}
        self._lines.clear()
        self._lines.update(kept | current)
        return len(current)

    def verify(self) -> int:
        """Return the number of events."""
        return sum(map(len, self._logs.values()))

    def verify_case(self, number: str) -> int:
        """Return the number of events of one case."""
        return len(self.events(number))

    def close(self) -> None:
        """Do nothing, for there is nothing to let go of."""


def _by_date(line: Line) -> tuple[dt.date, str]:
    return (line.due_strict or dt.date.max, line.number)


def _by_filing(line: Line) -> tuple[dt.date, str]:
    return (line.filed_on, line.number)
