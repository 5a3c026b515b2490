"""A register in one SQLite file: the default of an office without a database server."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from attrs import field, frozen

from pst_standards.complaints.events import Event
from pst_standards.complaints.registers import sqlite_file
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import (
    COLUMNS,
    EXTRA_COLUMNS,
    EventRow,
    event_of,
    event_row,
    is_storable,
    line_of_row,
    must_be_storable,
    must_follow,
    row_of,
)
from pst_standards.complaints.registers.sqlite_file import SqliteFile
from pst_standards.complaints.registers.tries import Limits, microseconds
from pst_standards.complaints.registers.verifying import Audit

_NAMES: Final = (*COLUMNS, *EXTRA_COLUMNS)
_PUT_LINE: Final = (
    f"INSERT INTO cases ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"
    f" ON CONFLICT (number) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name != "number")
)
_EVENTS: Final = 'SELECT seq, number, position, step, at, "by", data, chain FROM events'
_LINES: Final = f"SELECT {', '.join(COLUMNS)} FROM cases"
_LAST: Final = "SELECT position, chain FROM events WHERE number = ? ORDER BY position DESC LIMIT 1"


@frozen(eq=False)
class SqliteAttempts:
    """Wrong tries in the file of the register, so that all processes count together."""

    limits: Limits
    _file: SqliteFile = field(repr=False)

    def wait(self, number: str, at: dt.datetime) -> dt.timedelta:
        """Return how long a number must rest before the next try."""
        query = "SELECT at FROM attempts WHERE number = ? ORDER BY id DESC LIMIT ?"
        with self._file.reading() as db:
            rows = db.execute(query, (_safe(number), self.limits.limit)).fetchall()
        return self.limits.wait([when for (when,) in rows], at)

    def failed(self, number: str, at: dt.datetime) -> None:
        """Count a try."""
        with self._file.writing() as db:
            db.execute("DELETE FROM attempts WHERE at < ?", (self.limits.forgotten(at),))
            put = "INSERT INTO attempts (number, at) VALUES (?, ?)"
            latest = db.execute(put, (_safe(number), microseconds(at))).lastrowid or 0
            db.execute("DELETE FROM attempts WHERE id <= ?", (latest - self.limits.most,))

    def succeeded(self, number: str) -> None:
        """Forget the tries of a number."""
        with self._file.writing() as db:
            db.execute("DELETE FROM attempts WHERE number = ?", (_safe(number),))


def _safe(number: str) -> str:
    """Return what was tried as a number, which may be anything, as a database keeps it."""
    return ascii(number)


@frozen(eq=False)
class SqliteRegister:
    """Logs and lines in one file, for several processes and threads at once.

    Made by :meth:`at`. Each event is one transaction, on the disk before ``append`` returns.
    """

    path: Path
    attempts: SqliteAttempts
    _file: SqliteFile = field(repr=False)

    @classmethod
    def at(
        cls, path: str | Path, *, create: bool = True, limits: Limits | None = None
    ) -> SqliteRegister:
        """Return the register in a file, which is made on first use unless ``create`` is off.

        Raises ``RegisterError``: ``register.missing``, ``register.out-of-reach``,
        ``register.damaged`` for a file that is no register.
        """
        place = Path(path)
        if not place.exists():
            if not create:
                raise RegisterError("register.missing", path=str(place))
            sqlite_file.create(place)
        file = SqliteFile(place)
        with file.reading():
            pass
        return cls(place, SqliteAttempts(limits or Limits(), file), file)

    def append(self, number: str, event: Event, line: Line) -> None:
        """Add one event and its line; see ``Register.append``."""
        must_be_storable(number=number)
        with self._file.writing() as db:
            (seq,) = db.execute("SELECT events + 1 FROM register").fetchone()
            position, previous = db.execute(_LAST, (number,)).fetchone() or (0, "")
            row = event_row(number, event, seq=seq, position=position + 1, previous=previous)
            must_be_next(number, position, line)
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            db.execute("UPDATE register SET events = ?", (seq,))
            db.execute(_PUT_LINE, row_of(line))

    def events(self, number: str) -> tuple[Event, ...]:
        """Return the log of a case."""
        if not is_storable(number):
            raise RegisterError("register.unknown")
        with self._file.reading() as db:
            query = f"{_EVENTS} WHERE number = ? ORDER BY position"
            rows = [EventRow(*row) for row in db.execute(query, (number,))]
        if not rows:
            raise RegisterError("register.unknown")
        must_follow(rows)
        return tuple(map(event_of, rows))

    def line(self, number: str) -> Line | None:
        """Return the line of a case."""
        if not is_storable(number):
            return None
        with self._file.reading() as db:
            row = db.execute(f"{_LINES} WHERE number = ?", (number,)).fetchone()
        return None if row is None else line_of_row(row)

    def lines(
        self,
        *,
        filed_from: dt.date | None = None,
        filed_before: dt.date | None = None,
        open_only: bool = False,
    ) -> Iterator[Line]:
        """Yield lines in the order that ``Register.lines`` says."""
        asked, values = [], []
        for test, day in (("filed_on >= ?", filed_from), ("filed_on < ?", filed_before)):
            if day is not None:
                asked.append(test)
                values.append(day.isoformat())
        if open_only:
            asked.append("is_open = 1")
        where = f" WHERE {' AND '.join(asked)}" if asked else ""
        order = "due_order" if open_only else "filed_on"
        with self._file.reading() as db:
            yield from map(
                line_of_row, db.execute(f"{_LINES}{where} ORDER BY {order}, number", values)
            )

    def logs(self) -> Iterator[tuple[str, tuple[Event, ...]]]:
        """Yield every number with its log."""
        with self._file.reading() as db:
            rows = map(EventRow._make, db.execute(f"{_EVENTS} ORDER BY number, position"))
            for number, log in groupby(rows, key=attrgetter("number")):
                yield number, tuple(map(event_of, log))

    def replace_lines(self, lines: Iterable[Line]) -> int:
        """Put new lines in the place of all there are."""
        # Made before the transaction begins: replaying must not keep others from writing.
        rows = [row_of(line) for line in lines]
        with self._file.writing() as db:
            lengths = dict(db.execute("SELECT number, count(*) FROM events GROUP BY number"))
            current = [row for row in rows if lengths.get(row[0]) == row[1]]
            db.executemany(_PUT_LINE, current)
            db.execute("DELETE FROM cases WHERE number NOT IN (SELECT number FROM events)")
        return len({row[0] for row in current})

    def verify(self) -> int:
        """Read all there is and return the number of events; see ``Register.verify``."""
        with self._file.reading() as db:
            sqlite_file.must_be_whole(db)
            audit = Audit()
            for row in db.execute(f"{_EVENTS} ORDER BY seq"):
                audit.take_event(EventRow(*row))
            for row in db.execute(f"SELECT {', '.join(_NAMES)} FROM cases"):
                audit.take_line(row)
            return audit.close(_count(db))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _count(db: sqlite3.Connection) -> object:
    row = db.execute("SELECT events FROM register").fetchone()
    return row[0] if row else None


def must_be_next(number: str, position: int, line: Line) -> None:
    """Raise ``RegisterError`` where a line is not that of the event after ``position``."""
    if position and line.events == 1:
        raise RegisterError("register.number-taken", number=number)
    if position != line.events - 1:
        raise RegisterError("register.moved-on", number=number)
