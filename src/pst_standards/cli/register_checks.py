"""Checking a register of complaints: a file known by how it begins, or an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pst_standards.cli.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from datetime import date

    from pst_standards.calendar import Calendar
    from pst_standards.findings import Report
    from pst_standards.rules import Rulebook

_HEADER: Final = b"SQLite format 3\0"
_ADDRESSES: Final = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_register(place: str) -> bool:
    """Tell whether a place can only be a register; a definition is no database.

    >>> is_register("postgresql://kantor@contoh.example/pengaduan"), is_register("kantor.yaml")
    (True, False)
    """
    return place.lower().startswith(_ADDRESSES) or _begins_as_database(place)


def _begins_as_database(place: str) -> bool:
    try:
        path = Path(place)
        if place == STANDARD_INPUT or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except (OSError, ValueError):
        return False  # whoever reads it says why it cannot be


def shown_place(place: str) -> str:
    """Return a place as a report names it: of an address neither user nor password.

    >>> shown_place("postgresql://a:rahasia@contoh.example:5432/pengaduan?password=rahasia")
    'postgresql://contoh.example:5432/pengaduan'
    """
    if not place.lower().startswith(_ADDRESSES):
        return Path(place).as_posix()
    parts = urlsplit(place)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def check_place(
    place: str, *, as_of: date | None, rules: Rulebook, calendar: Calendar | None = None
) -> Report:
    """Check the register at a place; nothing is made where none is.

    ``calendar`` has the days off of the office, as its desk counts them.

    Raises ``RegisterError`` for one that cannot be opened, ``MissingExtraError`` for a database
    whose library is not installed.
    """
    from pst_standards.complaints.register_checks import check_register
    from pst_standards.complaints.registers.opening import open_register

    register = open_register(place, create=False)
    try:
        name = shown_place(place)
        return check_register(register, on=as_of, rules=rules, calendar=calendar, name=name)
    finally:
        register.close()
