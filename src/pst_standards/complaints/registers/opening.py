"""A register by its place: the path of a file, or the address of a database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from pst_standards.complaints.registers.protocol import Register, RegisterError

_ADDRESS: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_POSTGRES: Final = frozenset({"postgresql", "postgres", "postgresql+psycopg"})


def open_register(place: str | Path, *, create: bool = True) -> Register:
    """Return the register at a place, which is made on first use unless ``create`` is off.

    A path is a file of SQLite; ``postgresql://user@host/database`` is a database of PostgreSQL,
    which needs the extra ``postgresql``. Raises ``RegisterError``: ``register.place`` for any
    other address, ``register.missing`` where nothing is and nothing is to be made,
    ``register.out-of-reach``, ``register.damaged``; and ``MissingExtraError``.

    >>> open_register("mysql://host/database")
    Traceback (most recent call last):
    ...
    pst_standards.complaints.registers.protocol.RegisterError: ...
    """
    if isinstance(place, Path):
        return _file(place, create=create)
    address = _ADDRESS.match(place)
    if address is None and place.strip():
        return _file(Path(place), create=create)
    if address is None or address.group(1).lower() not in _POSTGRES:
        # What follows may hold a password.
        raise RegisterError("register.place", kind=address.group(1) if address else "")
    from pst_standards.complaints.registers.postgres import PostgresRegister

    return PostgresRegister.at(place, create=create)


def _file(path: Path, *, create: bool) -> Register:
    from pst_standards.complaints.registers.sqlite import SqliteRegister

    return SqliteRegister.at(path, create=create)
