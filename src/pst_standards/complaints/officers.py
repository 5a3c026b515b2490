"""Ids of officers: what can be one, and when two of them mean the same person."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Final

LONGEST_ID: Final = 64
"""Characters that an id or a number may have."""
_OFFICER_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}", re.ASCII)


def is_officer_id(written: str) -> bool:
    """Tell whether something can be the id of an officer: a number of staff, a name of a user.

    A short id is not a name, so that lists and logs name nobody in full.

    >>> is_officer_id("199003142014101001"), is_officer_id("siti.contoh"), is_officer_id("Siti C")
    (True, True, False)
    """
    return _OFFICER_ID.fullmatch(written) is not None


def known_as(officer: str) -> str:
    """Return what an id is compared by: capitals and blanks around it make nobody else of it.

    >>> known_as(" A7 ") == known_as("a7")
    True
    """
    return officer.strip().casefold()


def known(officers: Iterable[str]) -> frozenset[str]:
    """Return what several ids are compared by; an empty one is nobody.

    >>> sorted(known(["A7", "a7", "B1", ""]))
    ['a7', 'b1']
    """
    return frozenset(known_as(one) for one in officers if one.strip())


def mark_of(number: str, officer: str) -> str:
    """Return what an officer is known by again in one case, and which names nobody to who reads it.

    >>> mark_of("K-7", "A7") == mark_of("K-7", " a7"), mark_of("K-7", "A7") == mark_of("K-8", "A7")
    (True, False)
    """
    return hashlib.sha256(f"{number}\0{known_as(officer)}".encode("utf-8", "replace")).hexdigest()
