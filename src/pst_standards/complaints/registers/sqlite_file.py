"""The file of a register in SQLite: how it is made, reached, and what can be wrong with it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from pst_standards.complaints.new_files import made_whole
from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import COLUMNS, EXTRA_COLUMNS, NUMBERS

APPLICATION: Final = 0x50535452
"""What the header of the file says that it is: "PSTR"."""
VERSION: Final = 1
SECONDS_TO_WAIT: Final = 30
"""How long one writer waits for another."""
_HEADER: Final = b"SQLite format 3\x00"
_PRIMARY: Final = 0xFF
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_OUT_OF_REACH: Final = frozenset(
    {
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
    }
)
_SHORT_READ: Final = sqlite3.SQLITE_IOERR_SHORT_READ


def _case_columns() -> str:
    names = (*COLUMNS, *EXTRA_COLUMNS)
    kinds = ((name, "INTEGER" if name in NUMBERS else "TEXT") for name in names)
    return ", ".join(f"{name} {kind}" for name, kind in kinds)


_SCHEMA: Final = f"""
CREATE TABLE register (events INTEGER NOT NULL);
INSERT INTO register VALUES (0);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, number TEXT NOT NULL, position INTEGER NOT NULL, step TEXT NOT NULL,
    at TEXT NOT NULL, "by" TEXT NOT NULL, data TEXT NOT NULL, chain TEXT NOT NULL,
    UNIQUE (number, position)
);
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log of a complaint is never changed'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the log of a complaint'); END;
CREATE TABLE cases ({_case_columns()}, PRIMARY KEY (number));
CREATE INDEX cases_due ON cases (due_order, number) WHERE is_open = 1;
CREATE INDEX cases_filed ON cases (filed_on, number);
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE INDEX attempts_number ON attempts (number, id);
CREATE INDEX attempts_at ON attempts (at);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""  # noqa: S608 - names of columns


class SqliteFile:
    """One file, and connections to it that are used again.

    Each operation has a connection to itself, from whatever thread; a process that was forked
    off makes its own, because SQLite forbids to carry one over.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process = os.getpid()
        self._idle: deque[sqlite3.Connection] = deque()
        self._inherited: list[deque[sqlite3.Connection]] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees the register as of one moment."""
        with self._said(), self._lent() as db:
            db.execute("BEGIN")
            yield db
            db.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are on the disk after the block, or leave no trace."""
        with self._said(), self._lent() as db:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        db = self._taken()
        try:
            yield db
        except BaseException:
            # Closing rolls back, whatever the connection was in the middle of.
            db.close()
            raise
        self._idle.append(db)

    def _taken(self) -> sqlite3.Connection:
        if self._process != os.getpid():
            # Kept, for closing them here would take the locks of the other process away.
            self._inherited.append(self._idle)
            self._process, self._idle = os.getpid(), deque()
        try:
            return self._idle.pop()
        except IndexError:
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = _connection(self.path)
        try:
            (application,) = db.execute("PRAGMA application_id").fetchone()
            (version,) = db.execute("PRAGMA user_version").fetchone()
        except BaseException:
            db.close()
            raise
        if (application, version) != (APPLICATION, VERSION):
            db.close()
            what = "newer" if application == APPLICATION else "foreign"
            raise RegisterError("register.damaged", what=what, path=str(self.path))
        return db

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Of a damaged file not even what SQLite says about it need be text.
            raise _fault(error, self.path) from error

    def close(self) -> None:
        """Close the connections that are not in use."""
        while self._process == os.getpid() and self._idle:
            self._idle.pop().close()

    def __del__(self) -> None:
        self.close()


def _connection(path: Path) -> sqlite3.Connection:
    # Mode rw: a register that is gone must not be replaced by an empty one.
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=SECONDS_TO_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        # FULL: what was committed outlives a loss of power; macOS needs to be told twice.
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA cell_size_check = ON")
        db.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        db.close()
        raise
    return db


def _fault(error: Exception, path: Path) -> RegisterError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code & _PRIMARY in _BUSY:
        return RegisterError("register.busy", path=str(path))
    if code & _PRIMARY in _OUT_OF_REACH and code != _SHORT_READ:
        return RegisterError("register.out-of-reach", path=str(path))
    what = "file" if _begins_as_database(path) else "other"
    return RegisterError("register.damaged", what=what, path=str(path))


def _begins_as_database(path: Path) -> bool:
    """Whether a file begins as SQLite writes it; one that cannot be looked at may well do.

    So does what is left of one that was cut short after a few bytes.
    """
    try:
        with path.open("rb") as stream:
            return _HEADER.startswith(stream.read(len(_HEADER)))
    except OSError:
        return True


def must_be_whole(db: sqlite3.Connection) -> None:
    """Raise ``sqlite3.DatabaseError`` where SQLite finds its own pages or indexes damaged."""
    if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("integrity_check")


def create(path: Path) -> None:
    """Make an empty register that only its owner can read, unless another process just did.

    It is made whole under another name first, so that a file of this name is never half a
    register, and an empty file is known to be damaged. Raises ``RegisterError``.
    """
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and not path.exists():
        # SQLite would play what belongs to a lost file into the new one.
        raise RegisterError("register.damaged", what="orphan", path=str(path))
    try:
        with contextlib.suppress(FileExistsError), made_whole(path) as fresh:
            _fill(fresh)
    except OSError as error:
        raise RegisterError("register.out-of-reach", path=str(path)) from error
    except sqlite3.Error as error:
        raise _fault(error, path) from error


def _fill(path: Path) -> None:
    with closing(_connection(path)) as db:
        # Readers and one writer at a time do not wait for each other.
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
