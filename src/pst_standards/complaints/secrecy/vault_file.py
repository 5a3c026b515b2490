"""The file of a vault: one SQLite database, and what can be wrong with it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from pst_standards.complaints.new_files import made_whole
from pst_standards.complaints.secrecy import openings
from pst_standards.complaints.secrecy.errors import VaultError
from pst_standards.complaints.secrecy.keys import Key

_FORMAT: Final = "pst-vault/1"
_SCHEMA: Final = """
CREATE TABLE vault (format TEXT NOT NULL, kid TEXT NOT NULL, proof BLOB NOT NULL);
CREATE TABLE identities (ref TEXT PRIMARY KEY, box BLOB NOT NULL, sealed_at TEXT NOT NULL);
"""
_SECONDS_TO_WAIT: Final = 30
_PROOF: Final = b"pst-vault proof"
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_OUT_OF_REACH: Final = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
_PRIMARY: Final = 0xFF


@contextmanager
def transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection inside a transaction that ends well with the block, or leaves no trace.

    A connection of its own each time, so that a vault may be used from any thread and after a
    fork. Raises ``VaultError`` for all that SQLite can complain of.
    """
    with _said_of(path):
        db = _connected(path)
        try:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")
        finally:
            # Whatever was not committed is rolled back by closing.
            db.close()


def _connected(path: Path) -> sqlite3.Connection:
    # Mode rw: a vault that is not there must not be replaced by an empty one.
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=_SECONDS_TO_WAIT,
        isolation_level=None,
    )
    try:
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
    except sqlite3.Error:
        db.close()
        raise
    return db


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise VaultError(_fault(error), path=str(path)) from error


def _fault(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in _BUSY:
        return "vault.busy"
    return "vault.out-of-reach" if code in _OUT_OF_REACH else "vault.file-damaged"


def create(path: Path, key: Key) -> None:
    """Make an empty vault that only its owner can read, unless another process just did.

    It has its name only when it is whole, as a register.
    """
    if path.with_name(f"{path.name}-wal").exists() and not path.exists():
        # SQLite would play what belongs to a lost vault into the new one.
        raise VaultError("vault.file-damaged", path=str(path))
    try:
        with contextlib.suppress(FileExistsError), made_whole(path) as fresh:
            _fill(fresh, key)
    except OSError as error:
        raise VaultError("vault.out-of-reach", path=str(path)) from error


def _fill(path: Path, key: Key) -> None:
    # Readers and one writer at a time do not wait for each other.
    _done(path, "PRAGMA journal_mode = WAL")
    with transaction(path) as db:
        for statement in _statements(_SCHEMA + openings.SCHEMA):
            db.execute(statement)
        openings.begin(db, key)
        prove(db, key)


def _statements(script: str) -> Iterator[str]:
    """Split a script: ``executescript`` would end the transaction."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""


def prove(db: sqlite3.Connection, key: Key) -> None:
    """Write which key this vault opens with."""
    db.execute("DELETE FROM vault")
    proof = key.encrypt(_PROOF, about=key.kid.encode())
    db.execute("INSERT INTO vault VALUES (?, ?, ?)", (_FORMAT, key.kid, proof))


def opens_with(db: sqlite3.Connection, key: Key) -> bool:
    """Tell whether a key is the key of a vault."""
    row = db.execute("SELECT format, kid, proof FROM vault").fetchone()
    if row is None or row[0] != _FORMAT:
        raise sqlite3.DatabaseError("not a vault")
    return row[1] == key.kid and key.decrypt(row[2], about=key.kid.encode()) == _PROOF


def empty_log(path: Path) -> None:
    """Leave nothing of what was erased in the write-ahead log of SQLite."""
    _done(path, "PRAGMA wal_checkpoint(TRUNCATE)")


def _done(path: Path, pragma: str) -> None:
    """Carry out what SQLite allows outside a transaction only."""
    with _said_of(path), closing(_connected(path)) as db:
        db.execute(pragma)
