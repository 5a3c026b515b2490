"""KOMP-018 to KOMP-020 on one complaint: no fee, a claim described, damages decided.

PGD-027, PGD-046 and PGD-026 are other names of these three rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.logged import Logged, is_stated
from pst_standards.complaints.states import Step
from pst_standards.model.complaint_case import AwardMade
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit


def _charged(log: Logged) -> Iterator[Hit]:
    if log.record.fee:
        yield Hit(("fee",), {"fee": log.record.fee}, "charged")


def _undescribed(log: Logged) -> Iterator[Hit]:
    # Until a file is called complete, what it lacks may still come.
    complete = log.first(Step.DECLARE_COMPLETE, Step.DECIDE)
    if not log.record.damages_claimed or complete is None:
        return
    for key in ("loss", "damages_cause"):
        if not is_stated(log, key):
            yield Hit(("events", complete.place), variant=f"claimed_{key.removeprefix('damages_')}")


def _decided_without(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.DECIDE):
        award = one.data.award
        if award is None and log.record.damages_claimed:
            yield Hit(("events", one.place), variant="passed_over")
        for variant in _lacking(award) if award is not None else ():
            yield Hit(("events", one.place, "data", "award"), variant=variant)


def _lacking(award: AwardMade) -> Iterator[str]:
    """Yield what an award lacks; one of nought has nothing to pay, but its reason."""
    if award.amount is None:
        yield "award_amount"
    if award.amount == 0 and not (award.reason or "").strip():
        yield "award_reason"
    if award.amount != 0 and award.pay_by is None:
        yield "award_pay_by"


CHECKS: Final = (
    CaseCheck(id="KOMP-018", find=_charged),
    CaseCheck(id="KOMP-019", find=_decided_without),
    CaseCheck(id="KOMP-020", find=_undescribed),
)
