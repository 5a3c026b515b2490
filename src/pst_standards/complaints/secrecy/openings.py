"""The log of who opened which identity and why; each entry is bound to the one before."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import frozen

from pst_standards.complaints.secrecy.errors import VaultError
from pst_standards.complaints.secrecy.keys import Key
from pst_standards.complaints.secrecy.references import IdentityRef

SCHEMA: Final = """
CREATE TABLE openings (number INTEGER PRIMARY KEY, box BLOB NOT NULL);
CREATE TABLE openings_end (one INTEGER PRIMARY KEY CHECK (one = 1), box BLOB NOT NULL);
CREATE TRIGGER openings_stay BEFORE DELETE ON openings
BEGIN SELECT RAISE(ABORT, 'the log of openings is only added to'); END;
"""
_BEGINNING: Final = b"pst-vault openings"


class Purpose(StrEnum):
    """What was done: an identity opened, or erased for good; or the key changed."""

    OPEN = "open"
    ERASE = "erase"
    ROTATE = "rotate"


@frozen(kw_only=True)
class Opening:
    """One entry of the log: UU 27/2022 Pasal 31 asks that all processing be recorded.

    ``ref`` is None for a change of the key, which concerns all identities.
    """

    number: int
    at: dt.datetime
    officer: str
    reason: str
    purpose: Purpose
    ref: IdentityRef | None


def append(db: sqlite3.Connection, key: Key, entry: Opening) -> None:
    """Add an entry inside the transaction of the caller; its number is given here."""
    number, link = _end(db, key)
    written = json.dumps(
        {
            "at": entry.at.isoformat(),
            "officer": entry.officer,
            "reason": entry.reason,
            "purpose": entry.purpose.value,
            "ref": None if entry.ref is None else str(entry.ref),
        }
    )
    box = key.encrypt(written.encode(), about=_about(number + 1, link))
    db.execute("INSERT INTO openings (number, box) VALUES (?, ?)", (number + 1, box))
    _close(db, key, number + 1, _link(link, box))


def entries(db: sqlite3.Connection, key: Key) -> Iterator[Opening]:
    """Yield the log from its first entry.

    Raises ``VaultError`` (``vault.log-damaged``, with the number) where an entry was changed, put
    elsewhere or taken out, also the last.
    """
    number, link = 0, hashlib.sha256(_BEGINNING).digest()
    for found, box in db.execute("SELECT number, box FROM openings ORDER BY number"):
        number += 1
        written = key.decrypt(box, about=_about(number, link))
        if found != number or written is None:
            raise VaultError("vault.log-damaged", number=number)
        link = _link(link, box)
        yield _entry(number, json.loads(written))
    if (number, link) != _end(db, key):
        raise VaultError("vault.log-damaged", number=number + 1)


def rewrite(db: sqlite3.Connection, old: Key, new: Key) -> None:
    """Encrypt the whole log with a new key inside the transaction of the caller."""
    kept = list(entries(db, old))
    db.execute("DROP TRIGGER openings_stay")
    db.execute("DELETE FROM openings")
    db.execute("DELETE FROM openings_end")
    db.execute(SCHEMA[SCHEMA.index("CREATE TRIGGER") :])
    begin(db, new)
    for entry in kept:
        append(db, new, entry)


def begin(db: sqlite3.Connection, key: Key) -> None:
    """Write the end of an empty log, without which the log could be cut off unseen."""
    _close(db, key, 0, hashlib.sha256(_BEGINNING).digest())


def _about(number: int, link: bytes) -> bytes:
    return b"opening %d " % number + link


def _link(link: bytes, box: bytes) -> bytes:
    return hashlib.sha256(link + box).digest()


def _close(db: sqlite3.Connection, key: Key, number: int, link: bytes) -> None:
    end = key.encrypt(number.to_bytes(8, "big") + link, about=b"openings end")
    db.execute("INSERT OR REPLACE INTO openings_end (one, box) VALUES (1, ?)", (end,))


def _end(db: sqlite3.Connection, key: Key) -> tuple[int, bytes]:
    row = db.execute("SELECT box FROM openings_end").fetchone()
    end = None if row is None else key.decrypt(row[0], about=b"openings end")
    if end is None:
        raise VaultError("vault.log-damaged", number=0)
    return int.from_bytes(end[:8], "big"), end[8:]


def _entry(number: int, written: dict[str, str | None]) -> Opening:
    ref = written["ref"]
    return Opening(
        number=number,
        at=dt.datetime.fromisoformat(written["at"] or ""),
        officer=written["officer"] or "",
        reason=written["reason"] or "",
        purpose=Purpose(written["purpose"] or ""),
        ref=None if ref is None else IdentityRef.parse(ref),
    )
