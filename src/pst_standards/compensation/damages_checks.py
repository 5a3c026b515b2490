"""KOMP-019 to KOMP-021, KOMP-027 to KOMP-031: a claim for damages, its decision, its payment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pst_standards.compensation.damages_faults import damages_faults
from pst_standards.compensation.damages_in_time import IN_TIME
from pst_standards.definitions.records import read_record
from pst_standards.findings import Report
from pst_standards.model.damages import DamagesCase, DamagesDecision
from pst_standards.rules.cases import CaseCheck, judge
from pst_standards.rules.context import Hit
from pst_standards.rules.rulebook import Rulebook
from pst_standards.rules.wordings import says

ABOUT: Final = "damages"
"""How the rows of the catalogue name a claim for damages."""


def _is_claimed(case: DamagesCase) -> bool:
    return case.claimed_on is not None or bool(case.losses)


def _is_decided(case: DamagesCase) -> bool:
    return case.decision is not None


def _is_paid(case: DamagesCase) -> bool:
    return case.paid_on is not None or case.paid is not None


def _decision_incomplete(case: DamagesCase) -> Iterator[Hit]:
    decision, here = case.decision or DamagesDecision(), ("decision",)
    if decision.amount is None:
        yield Hit(here, variant="amount")
    # Where nothing is awarded there is nothing to pay, but the complainant is told why.
    if decision.amount == 0 and not says(decision.reason):
        yield Hit(here, variant="reason")
    if decision.amount != 0 and decision.pay_by is None:
        yield Hit(here, variant="pay_by")


def _loss_not_described(case: DamagesCase) -> Iterator[Hit]:
    if not any(says(one.text) for one in case.losses):
        yield Hit(("losses",) if case.losses else (), {"key": "losses"}, "loss")
    if not says(case.cause):
        yield Hit(("cause",) if case.cause else (), {"key": "cause"}, "cause")


def _paid_out_of_turn(case: DamagesCase) -> Iterator[Hit]:
    here = ("paid_on",) if case.paid_on is not None else ("paid",)
    accepted, paid = case.proof_accepted_on, case.paid_on
    if accepted is None:
        yield Hit(here, variant="unproven")
    elif paid is not None and paid < accepted:
        yield Hit(here, {"paid": paid.isoformat(), "accepted": accepted.isoformat()}, "early")
    if case.closed_on is None and not _paid_in_part(case):
        yield Hit(here, variant="open")


def _paid_in_part(case: DamagesCase) -> bool:
    amount = case.decision.amount if case.decision is not None else None
    return case.paid is not None and amount is not None and case.paid < amount


CHECKS: Final = (
    CaseCheck(id="KOMP-019", find=_decision_incomplete, applies=_is_decided),
    CaseCheck(id="KOMP-020", find=_loss_not_described, applies=_is_claimed),
    CaseCheck(id="KOMP-021", find=_paid_out_of_turn, applies=_is_paid),
    *IN_TIME,
)


def check_damages(
    source: str | Path | Mapping[str, Any] | DamagesCase,
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
) -> Report:
    """Check a claim for damages: its shape where it is read, and the rules about it.

    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> found = check_damages({"id": "case-1", "claimed_on": "2026-10-05"})
    >>> [one.message_key for one in found.findings]
    ['KOMP-020.loss', 'KOMP-020.cause']
    """
    on = as_of or dt.datetime.now().astimezone().date()
    if isinstance(source, DamagesCase):
        wrong = tuple(damages_faults(source, None))
        return judge(source, ABOUT, CHECKS, as_of=on, shape=wrong, rules=rules)
    record = read_record(source, DamagesCase)
    return judge(
        record.value,
        ABOUT,
        CHECKS,
        as_of=on,
        origin=record.origin,
        shape=(*record.findings, *damages_faults(record.value, record.origin)),
        rules=rules,
    )
