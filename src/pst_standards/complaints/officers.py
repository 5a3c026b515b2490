"""Ids of officers: when two of them mean the same person."""

from __future__ import annotations

from collections.abc import Iterable


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
