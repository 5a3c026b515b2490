"""Since when the norm of a rule holds, as precisely as the register of law knows it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pst_standards.findings import Confidence
from pst_standards.law import Citation, CitationError, PartialDate, Regulation, default_register
from pst_standards.rules.rows import Row


class InForce(NamedTuple):
    """The time in which a norm holds; ``sure`` tells whether its beginning was read in the text."""

    since: PartialDate | None = None
    until: PartialDate | None = None
    sure: bool = True


def in_force(cite: str, row: Row) -> InForce:
    """Return when a norm of a rule holds: by the register, else as the rule says.

    An end that is not certain is left out.

    >>> from pst_standards.rules.rows import catalogue
    >>> str(in_force("UU 25/2009 Pasal 21", catalogue()["STD-001"]).since)
    '2009-07-18'
    """
    known = _regulation(cite)
    if known is None or known.in_force_from is None:
        return InForce(since=row.since)
    open_end = known.confidence_of("in_force_until").is_open
    return InForce(
        since=known.in_force_from,
        until=None if open_end else known.in_force_until,
        sure=known.confidence_of("in_force_from") is Confidence.VERIFIED,
    )


def _holding(cites: tuple[str, ...], on: date) -> tuple[str, ...]:
    held = tuple(cite for cite in cites if not _is_later(cite, on))
    return held or cites


holding = lru_cache(maxsize=4096)(_holding)
"""Return those of some citations that the law of a day knows; all where it knows none of them."""


def _is_later(cite: str, on: date) -> bool:
    known = _regulation(cite)
    begins = None if known is None else known.in_force_from
    return begins is not None and begins.is_after(on) is True


def _regulation(cite: str) -> Regulation | None:
    try:
        return default_register().get(Citation.parse(cite).regulation)
    except CitationError:
        return None
