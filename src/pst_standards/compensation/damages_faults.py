"""The dates of a claim for damages that contradict each other, and a record that says nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pst_standards.definitions.origin import Origin
from pst_standards.definitions.record_faults import lacking, reversed_
from pst_standards.findings import Finding, Pointer
from pst_standards.model.damages import DamagesCase, DamagesDecision

_CHAINS: Final = (
    ("received_on", "claimed_on", "complete_on", "decided_on", "delivered_on"),
    ("claimed_on", "answered_on"),
    ("decided_on", "pay_by"),
    ("decided_on", "paid_on"),
    ("claimed_on", "closed_on"),
)
"""What cannot come before what; a file may be complete before the answer says so."""
_OF_DECISION: Final = frozenset({"decided_on", "delivered_on", "pay_by"})


def damages_faults(case: DamagesCase, origin: Origin | None) -> Iterator[Finding]:
    """Yield what is wrong with the form of a claim beyond what reading it tells.

    >>> claim = DamagesCase(received_on=dt.date(2026, 3, 2), claimed_on=dt.date(2026, 3, 1))
    >>> [found.pointer for found in damages_faults(claim, None)]
    [('claimed_on',)]
    """
    if origin is not None:
        yield from lacking(origin)
    for chain in _CHAINS:
        known = [(name, day) for name in chain if (day := _day(case, name)) is not None]
        for (first, before), (later, after) in pairwise(known):
            if after < before:
                yield reversed_(first, before, later, after, origin, _pointer(later))


def _day(case: DamagesCase, name: str) -> dt.date | None:
    holder = (case.decision or DamagesDecision()) if name in _OF_DECISION else case
    day: dt.date | None = getattr(holder, name)
    return day


def _pointer(name: str) -> Pointer:
    return ("decision", name) if name in _OF_DECISION else (name,)
