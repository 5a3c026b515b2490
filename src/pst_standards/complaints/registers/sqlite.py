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
    must_be_next,
    must_be_storable,
    must_follow,
    row_of,
)
from pst_standards.complaints.registers.sqlite_file import SqliteFile
from pst_standards.complaints.registers.tries import Limits, microseconds
from pst_standards.complaints.registers.verifying import Audit, audited

_NAMES: Final = (*COLUMNS, *EXTRA_COLUMNS)
_ALL_NAMES: Final = ", ".join(_NAMES)
_MARKS: Final = ", ".join("?" * len(_NAMES))
_CHANGES: Final = ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name != "number")
# Only names of columns are put together here; every value has its mark.
PUT_LINE: Final = f"""
INSERT INTO cases ({_ALL_NAMES}) VALUES ({_MARKS}) ON CONFLICT (number) DO UPDATE SET {_CHANGES}
"""  # noqa: S608
"""Puts the row of a line in the place of the one there is."""
_EVENTS: Final = 'SELECT seq, number, position, step, at, "by", data, chain FROM events'
_LINES: Final = f"SELECT {', '.join(COLUMNS)} FROM cases"  # noqa: S608
_SEALED: Final = f"SELECT {_ALL_NAMES} FROM cases"  # noqa: S608
_LAST: Final = "SELECT position, chain FROM events WHERE number = ? ORDER BY position DESC LIMIT 1"


@frozen(eq=False)
class SqliteAttempts:
    """Wrong tries in the file of the register, so that all processes count together.

    What was tried as a number may be anything, so it is kept in ASCII.
    """

    limits: Limits
    _file: SqliteFile = field(repr=False)

    def take(self, number: str, at: dt.datetime) -> dt.timedelta:
        """Count a try, or return how long the number still rests; see ``Attempts.take``."""
        query = "SELECT at FROM attempts WHERE number = ? ORDER BY id DESC LIMIT ?"
        with self._file.writing() as db:
            rows = db.execute(query, (ascii(number), self.limits.limit)).fetchall()
            wait = self.limits.wait([when for (when,) in rows], at)
            if not wait:
                self._counted(db, number, at)
        return wait

    def _counted(self, db: sqlite3.Connection, number: str, at: dt.datetime) -> None:
        db.execute("DELETE FROM attempts WHERE at < ?", (self.limits.forgotten(at),))
        put = "INSERT INTO attempts (number, at) VALUES (?, ?)"
        latest = db.execute(put, (ascii(number), microseconds(at))).lastrowid or 0
        db.execute("DELETE FROM attempts WHERE id <= ?", (latest - self.limits.most,))

    def succeeded(self, number: str) -> None:
        """Forget the tries of a number."""
        with self._file.writing() as db:
            db.execute("DELETE FROM attempts WHERE number = ?", (ascii(number),))


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
        self.append_all(number, ((event, line),))

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        """Add several events and their lines, or none; see ``Register.append_all``."""
        must_be_storable(number=number)
        with self._file.writing() as db:
            for event, line in lived:
                _append(db, number, event, line)

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
            db.executemany(PUT_LINE, current)
            db.execute("DELETE FROM cases WHERE number NOT IN (SELECT number FROM events)")
        return len({row[0] for row in current})

    def verify(self) -> int:
        """Read all there is and return the number of events; see ``Register.verify``."""
        with self._file.reading() as db:
            sqlite_file.must_be_whole(db)
            audit = Audit()
            for row in db.execute(f"{_EVENTS} ORDER BY seq"):
                audit.take_event(EventRow(*row))
            for row in db.execute(_SEALED):
                audit.take_line(row)
            return audit.close(_count(db))

    def verify_case(self, number: str) -> int:
        """Read the log and the line of one case; see ``Register.verify_case``."""
        if not is_storable(number):
            raise RegisterError("register.unknown")
        with self._file.reading() as db:
            asked = f"{_EVENTS} WHERE number = ? ORDER BY position"
            rows = [EventRow(*row) for row in db.execute(asked, (number,))]
            line = db.execute(f"{_SEALED} WHERE number = ?", (number,)).fetchone()
        return audited(rows, line)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _append(db: sqlite3.Connection, number: str, event: Event, line: Line) -> None:
    seq = _count(db) + 1
    position, previous = db.execute(_LAST, (number,)).fetchone() or (0, "")
    row = event_row(number, event, seq=seq, position=position + 1, previous=previous)
    must_be_next(number, position, line)
    db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.execute("UPDATE register SET events = ?", (seq,))
    db.execute(PUT_LINE, row_of(line))


def _count(db: sqlite3.Connection) -> int:
    (count,) = db.execute(
        "SELECT coalesce(max(CAST(events AS INTEGER)), 0) FROM register"
    ).fetchone()
    return int(count)
