"""The vault: where identities are, and the only way back to them."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from attrs import field, frozen

from pst_standards.complaints.secrecy import openings, vault_file
from pst_standards.complaints.secrecy.errors import VaultError
from pst_standards.complaints.secrecy.identity import Identity, identity_of
from pst_standards.complaints.secrecy.keys import Key, made_or_read_key, read_key
from pst_standards.complaints.secrecy.openings import Opening, Purpose
from pst_standards.complaints.secrecy.references import IdentityRef
from pst_standards.complaints.secrecy.sealed import Permit, Sealed, uncovered

_BLOCK: Final = 256
_LONGEST_OFFICER: Final = 200
_LONGEST_REASON: Final = 2000
_LETTERS_OF_A_REASON: Final = 5


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@frozen(eq=False)
class Vault:
    """Identities by reference, encrypted one by one; made with :meth:`at`.

    An identity comes out only for an officer and a reason, both in the log before it does
    (UU 25/2009 Pasal 49 and 54 ayat (9); UU 27/2022 Pasal 31 and 39). A vault may be used by
    several threads and processes at once.
    """

    path: Path
    key_file: Path
    _key: Key = field(repr=False)
    _now: Callable[[], dt.datetime] = field(repr=False)

    @classmethod
    def at(
        cls,
        path: str | Path,
        *,
        key_file: str | Path,
        now: Callable[[], dt.datetime] = _utc_now,
    ) -> Vault:
        """Return the vault in a file; both files are made on first use.

        A key is never made for a vault that is already there. Raises ``VaultError`` for a key that
        is missing, damaged or not of this vault, and a file that is damaged or out of reach;
        ``MissingExtraError`` without the extra ``complaints``.
        """
        place, key_place = Path(path), Path(key_file)
        if place.absolute() == key_place.absolute():
            raise VaultError("vault.one-file", path=str(place))
        if place.exists():
            key = read_key(key_place)
        else:
            key = made_or_read_key(key_place)
            vault_file.create(place, key)
        return cls(place, key_place, _proven(place, key_place, key), now)

    def seal(self, identity: Identity) -> IdentityRef:
        """Keep an identity and return what a case holds of it."""
        ref = IdentityRef.new()
        box = _boxed(identity, ref, self._key)
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            at = self._now().astimezone(dt.UTC).isoformat()
            db.execute("INSERT INTO identities VALUES (?, ?, ?)", (str(ref), box, at))
        return ref

    def open(self, ref: IdentityRef, *, officer: str, reason: str) -> Identity:
        """Return an identity whose fields ``plain(field)`` shows; the opening is logged first.

        Raises ``VaultError``: ``vault.no-officer``, ``vault.no-reason``, ``vault.unknown``,
        ``vault.identity-damaged``.
        """
        entry = self._entry(Purpose.OPEN, ref, officer, reason)
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            box = _box_of(db, ref)
            openings.append(db, self._key, entry)
        return _unboxed(box, ref, self._key)

    def erase(self, ref: IdentityRef, *, officer: str, reason: str) -> None:
        """Remove an identity for good; the log tells who did and why.

        Raises ``VaultError`` as :meth:`open` does. Copies of the file made before still hold it.
        """
        entry = self._entry(Purpose.ERASE, ref, officer, reason)
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            _box_of(db, ref)
            openings.append(db, self._key, entry)
            db.execute("DELETE FROM identities WHERE ref = ?", (str(ref),))
        vault_file.empty_log(self.path)

    def holds(self, ref: IdentityRef) -> bool:
        """Tell whether an identity is here, which is no secret to who has the reference."""
        with vault_file.transaction(self.path) as db:
            query = "SELECT 1 FROM identities WHERE ref = ?"
            return db.execute(query, (str(ref),)).fetchone() is not None

    def kept(self) -> dict[IdentityRef, dt.datetime]:
        """Return the references of all identities that are here, and since when each one is.

        Nothing is opened, and nothing of an identity is told.
        """
        with vault_file.transaction(self.path) as db:
            rows = db.execute("SELECT ref, sealed_at FROM identities ORDER BY ref").fetchall()
        return {IdentityRef.parse(ref): _since(ref, at) for ref, at in rows}

    def openings(self) -> tuple[Opening, ...]:
        """Return who opened, erased or re-encrypted what, in order.

        Raises ``VaultError`` (``vault.log-damaged``) when an entry was changed or taken out.
        """
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            return tuple(openings.entries(db, self._key))

    def verify(self) -> int:
        """Read all there is and return the number of identities.

        Raises ``VaultError`` that names what is damaged: the file, the log, or an identity by its
        reference.
        """
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("quick_check")
            rows = db.execute("SELECT ref, box FROM identities").fetchall()
            list(openings.entries(db, self._key))
        for written, box in rows:
            _unboxed(box, IdentityRef.parse(written), self._key)
        return len(rows)

    def rotate_key(self, *, officer: str, reason: str) -> Vault:
        """Encrypt everything with a new key, put it in the key file, and return the vault with it.

        The new key is on the disk before anything depends on it: killed at any point, the vault
        still opens with the key file. Other processes must open the vault anew.
        """
        entry = self._entry(Purpose.ROTATE, None, officer, reason)
        new, pending = Key.new(), _pending(self.key_file)
        with vault_file.transaction(self.path) as db:
            self._must_fit(db)
            pending.unlink(missing_ok=True)
            new.write(pending)
            openings.rewrite(db, self._key, new)
            openings.append(db, new, entry)
            _rewrite_identities(db, self._key, new)
            vault_file.prove(db, new)
        _put(pending, self.key_file)
        vault_file.empty_log(self.path)
        return Vault(self.path, self.key_file, new, self._now)

    def _must_fit(self, db: sqlite3.Connection) -> None:
        if not vault_file.opens_with(db, self._key):
            raise VaultError("vault.key-changed", path=str(self.path))

    def _entry(
        self, purpose: Purpose, ref: IdentityRef | None, officer: str, reason: str
    ) -> Opening:
        who, why = str(officer).strip(), str(reason).strip()
        if not who or len(who) > _LONGEST_OFFICER:
            raise VaultError("vault.no-officer", longest=_LONGEST_OFFICER)
        if sum(map(str.isalpha, why)) < _LETTERS_OF_A_REASON or len(why) > _LONGEST_REASON:
            raise VaultError("vault.no-reason", longest=_LONGEST_REASON)
        at = self._now()
        return Opening(number=0, at=at, officer=who, reason=why, purpose=purpose, ref=ref)


def _pending(key_file: Path) -> Path:
    return key_file.with_name(f"{key_file.name}.new")


def _put(pending: Path, key_file: Path) -> None:
    try:
        pending.replace(key_file)
    except OSError as error:
        raise VaultError("vault.key-unwritable", path=str(key_file)) from error


def _proven(path: Path, key_file: Path, key: Key) -> Key:
    """Return the key of a vault, also after a change of keys that was cut short."""
    pending = _pending(key_file)
    with vault_file.transaction(path) as db:
        if vault_file.opens_with(db, key):
            return key
        if pending.exists() and vault_file.opens_with(db, new := read_key(pending)):
            _put(pending, key_file)
            return new
    raise VaultError("vault.key-wrong", path=str(path), key_file=str(key_file))


def _boxed(identity: Identity, ref: IdentityRef, key: Key) -> bytes:
    return key.encrypt(_written(identity), about=str(ref).encode())


def _written(identity: Identity) -> bytes:
    """Return an identity as bytes, in blocks that hide how long a name is."""
    plain = json.dumps({name: uncovered(value) for name, value in identity.sealed()})
    return plain.ljust(-(-len(plain) // _BLOCK) * _BLOCK).encode("ascii")


def _box_of(db: sqlite3.Connection, ref: IdentityRef) -> object:
    row = db.execute("SELECT box FROM identities WHERE ref = ?", (str(ref),)).fetchone()
    if row is None:
        raise VaultError("vault.unknown", ref=str(ref))
    return row[0]


def _since(ref: str, written: object) -> dt.datetime:
    try:
        since = dt.datetime.fromisoformat(str(written))
    except ValueError:
        raise VaultError("vault.identity-damaged", ref=ref) from None
    if since.utcoffset() is None:
        raise VaultError("vault.identity-damaged", ref=ref)
    return since


def _unboxed(box: object, ref: IdentityRef, key: Key) -> Identity:
    identity = _read(key.decrypt(box, about=str(ref).encode()))
    if identity is None:
        raise VaultError("vault.identity-damaged", ref=str(ref))
    return identity


def _read(written: bytes | None) -> Identity | None:
    if written is None:
        return None
    permit = Permit()
    fields = {name: Sealed(value, permit) for name, value in json.loads(written).items()}
    return identity_of(fields, permit)


def _rewrite_identities(db: sqlite3.Connection, old: Key, new: Key) -> None:
    for written, box in db.execute("SELECT ref, box FROM identities").fetchall():
        ref = IdentityRef.parse(written)
        again = _boxed(_unboxed(box, ref, old), ref, new)
        db.execute("UPDATE identities SET box = ? WHERE ref = ?", (again, written))
