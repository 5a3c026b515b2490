"""A whistleblowing case as an office may know it: that there is one, and its public stage.

What was reported, by whom and about whom lies with the inspectorate. The desk holds a reference;
the reporter may know the stage, and nobody outside the conclusion.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from pst_standards.complaints.case import Case
from pst_standards.complaints.states import ComplaintChannelKind, Step
from pst_standards.model.base import Choice


class WbsStage(Choice):
    """What may be told of a whistleblowing case."""

    REGISTERED = "registered", "Terdaftar", "Registered"
    IN_PROGRESS = "in_progress", "Dalam proses", "In progress"
    CLOSED = "closed", "Ditutup", "Closed"


@frozen(kw_only=True)
class WbsReferral:
    """All that the desk keeps: an opaque reference, a day and a channel.

    >>> one = WbsReferral(
    ...     reference="W-81", on=dt.date(2026, 3, 10), channel=ComplaintChannelKind.EMAIL
    ... )
    >>> sorted(one.public())
    ['on', 'reference', 'stage']
    """

    reference: str
    on: dt.date
    channel: ComplaintChannelKind
    stage: WbsStage = WbsStage.REGISTERED

    def public(self) -> dict[str, str]:
        """Return what the reporter may see."""
        return {
            "reference": self.reference,
            "on": self.on.isoformat(),
            "stage": self.stage.value,
        }


def referral_of(case: Case) -> WbsReferral | None:
    """Return the referral that a case became, ``None`` where it became none."""
    referred = case.first(Step.REFER)
    if referred is None:
        return None
    day = case.day(referred.at)
    return WbsReferral(reference=case.referral, on=day, channel=case.channel)


def follow_up_note(*, identity_known: bool, evidence_clear: bool) -> str:
    """Return the key of what a report is marked with; none is ever turned away.

    BPS follows a report up when its evidence is clear and its identity true.

    >>> follow_up_note(identity_known=False, evidence_clear=True)
    'kept'
    """
    if identity_known and evidence_clear:
        return "followed-up"
    return "kept" if evidence_clear else "asked-for-more"
