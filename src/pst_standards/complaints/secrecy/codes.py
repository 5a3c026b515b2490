"""The number of a complaint and the secret code that only its reporter holds.

A number alone shows nothing, because numbers are printed, sent and overheard. Of the code only a
salted hash is kept, so neither the office nor a thief of its register can follow a case with it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import math
import secrets
from collections import deque
from threading import Lock
from typing import Final, NoReturn, Protocol, SupportsIndex, final

from attrs import field, frozen

from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.sealed import Sealed, uncovered

# Without I, L, O and U: a code is read out over the telephone and copied from paper.
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans("ILO", "110", " -\N{EN DASH}\N{NO-BREAK SPACE}\t\r\n")
_GROUP: Final = 4
_GROUPS: Final = 4
_OF_A_NUMBER: Final = 8
_LONGEST: Final = 64
_VERSION: Final = "scrypt1"
_SALT: Final = 16


def new_number(year: int) -> str:
    """Return a number for a complaint: from it no other can be guessed, nor how many there are.

    >>> len(new_number(2026)), new_number(2026)[:9]
    (17, 'PGD-2026-')
    """
    return f"PGD-{year:04}-{_drawn(_OF_A_NUMBER)}"


def _drawn(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


@final
class SecretCode:
    """A code of 80 random bits. It is shown once, to who reports, and never kept.

    >>> code = SecretCode.new()
    >>> print(code, len(code.hand_over()))
    <secret code> 19
    """

    __slots__ = ("_value",)

    def __init__(self, value: Sealed) -> None:
        self._value = value

    @classmethod
    def new(cls) -> SecretCode:
        """Return a code nobody has had before."""
        groups = (_drawn(_GROUP) for _ in range(_GROUPS))
        return cls(Sealed("-".join(groups)))

    def hand_over(self) -> str:
        """Return the code as text, for the receipt of who reports."""
        return uncovered(self._value)

    def hashed(self) -> str:
        """Return what a case keeps of the code."""
        salt = secrets.token_bytes(_SALT)
        return f"{_VERSION}${salt.hex()}${_hash(uncovered(self._value), salt).hex()}"

    def __repr__(self) -> str:
        return "<secret code>"

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise SecrecyError("secrecy.sealed")


def _hash(code: str, salt: bytes) -> bytes:
    """Hash slowly, in 16 MB, so that codes cannot be tried by the million.

    A code too long to be one is hashed cut short: it is wrong either way, and takes as long.
    """
    read = code[:_LONGEST].upper().translate(_MISREAD).encode("utf-8", "replace")
    return hashlib.scrypt(read, salt=salt, n=2**14, r=8, p=1, dklen=32)


def matches(tried: str, stored: str | None) -> bool:
    """Tell whether a code is the one of which the hash is stored, in the same time whatever it is.

    Of a number that does not exist ``stored`` is None; then as much is worked out and nothing
    matches, so the time it takes does not tell which numbers exist.

    >>> code = SecretCode.new()
    >>> matches(code.hand_over().lower().replace("-", " "), code.hashed())
    True
    >>> matches(code.hand_over(), SecretCode.new().hashed()), matches(code.hand_over(), None)
    (False, False)
    """
    salt, expected, known = _parts(stored)
    found = _hash(tried, salt)
    return hmac.compare_digest(found, expected) and known


def _parts(stored: str | None) -> tuple[bytes, bytes, bool]:
    version, _, rest = (stored or "").partition("$")
    salt, _, expected = rest.partition("$")
    try:
        if version == _VERSION:
            return bytes.fromhex(salt), bytes.fromhex(expected), True
    except ValueError:
        pass
    return bytes(_SALT), bytes(32), False


class Attempts(Protocol):
    """Where wrong tries are counted; an application keeps them where all its processes look."""

    def take(self, number: str, at: dt.datetime) -> dt.timedelta:
        """Count a try and return nought; or, where the number rests, for how long it still does.

        Both at once, in one transaction: of many tries at the same time no more than the limit are
        let through. A try while the number rests is not counted.
        """

    def succeeded(self, number: str) -> None:
        """Forget the tries of a number."""


@frozen(kw_only=True, eq=False)
class AttemptsInMemory:
    """Tries of one process: after ``limit`` wrong ones a number rests until ``rest`` has passed.

    Numbers that do not exist are counted as well. At most ``most`` numbers are remembered, the
    latest tried.

    >>> attempts, noon = AttemptsInMemory(limit=1), dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
    >>> print(*(attempts.take("PGD-2026-0ABCDEFG", noon) for _ in range(2)))
    0:00:00 0:15:00
    """

    limit: int = 5
    rest: dt.timedelta = dt.timedelta(minutes=15)
    most: int = 10_000
    _tries: dict[str, deque[dt.datetime]] = field(factory=dict, init=False, repr=False)
    _one_at_a_time: Lock = field(factory=Lock, init=False, repr=False)

    def take(self, number: str, at: dt.datetime) -> dt.timedelta:
        """Count a try, or return how long the number still rests; see ``Attempts.take``."""
        with self._one_at_a_time:
            tries = self._tries.pop(number, deque(maxlen=self.limit))
            self._tries[number] = tries
            full = len(tries) >= self.limit
            wait = max(tries[0] + self.rest - at, dt.timedelta()) if full else dt.timedelta()
            if not wait:
                tries.append(at)
            if len(self._tries) > self.most:
                del self._tries[next(iter(self._tries))]
            return wait

    def succeeded(self, number: str) -> None:
        """Forget the tries of a number."""
        self._tries.pop(number, None)


def must_match(
    number: str, tried: str, stored: str | None, *, attempts: Attempts, at: dt.datetime
) -> None:
    """Let through who holds the code of a number, and nobody else.

    A try is counted before the code is looked at, so many tries at once gain nothing. Raises
    ``SecrecyError``: ``secrecy.wrong-code`` for a wrong code and for a number that does not exist
    alike, ``secrecy.too-many-attempts`` with the minutes to wait.
    """
    key = number[:_LONGEST].upper().translate(_MISREAD)
    rest = attempts.take(key, at)
    if rest:
        minutes = math.ceil(rest / dt.timedelta(minutes=1))
        raise SecrecyError("secrecy.too-many-attempts", minutes=minutes)
    right = matches(tried, stored)
    del tried
    if not right:
        raise SecrecyError("secrecy.wrong-code")
    attempts.succeeded(key)
