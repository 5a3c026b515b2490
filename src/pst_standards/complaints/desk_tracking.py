"""Following a complaint from outside: with its number and the secret code, and not otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pst_standards.complaints.cases import replay
from pst_standards.complaints.events import Event
from pst_standards.complaints.given import as_text
from pst_standards.complaints.payloads import Filed
from pst_standards.complaints.registers.protocol import Register, RegisterError
from pst_standards.complaints.secrecy.codes import must_match
from pst_standards.complaints.secrecy.views import Role, view

_UNKNOWN = "register.unknown"


def track(register: Register, number: str, code: str, *, at: dt.datetime) -> dict[str, Any]:
    """Return what the public sees of a complaint: its number and its state.

    Neither vault nor key is needed. Raises ``SecrecyError``: ``secrecy.wrong-code`` for a wrong
    code and for a number that is not there, alike and after as much work, and
    ``secrecy.too-many-attempts`` after several of them.

    >>> from pst_standards.complaints.registers import MemoryRegister
    >>> noon = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
    >>> track(MemoryRegister(), "PGD-2026-7K3M9Q2T", "0000-0000-0000-0000", at=noon)
    Traceback (most recent call last):
    pst_standards.complaints.secrecy.errors.SecrecyError: Nomor pengaduan atau kode ...
    """
    number, code = as_text(number), as_text(code)
    log = log_of(register, number)
    must_match(number, code, code_hash_of(log), attempts=register.attempts, at=at)
    return view(replay(log), Role.PUBLIC)


def log_of(register: Register, number: str) -> tuple[Event, ...]:
    """Return the log of a case, empty for a number that is not there."""
    try:
        return register.events(number)
    except RegisterError as error:
        if error.key != _UNKNOWN:
            raise
        return ()


def code_hash_of(log: tuple[Event, ...]) -> str | None:
    """Return what is kept of the secret code, None where no code was given."""
    filed = log[0].data if log else None
    return (filed.code_hash or None) if isinstance(filed, Filed) else None
