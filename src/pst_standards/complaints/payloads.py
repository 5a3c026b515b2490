"""What each event tells. Nobody is named: the reporter is a reference that only the vault reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from pst_standards.calendar import Zone
from pst_standards.complaints.parts import Action, Award, Handler, Notice
from pst_standards.complaints.states import (
    Addressee,
    ArchiveReason,
    ComplaintChannelKind,
    ComplaintClass,
    ComplaintPart,
    Escalation,
    IdentityMode,
    Need,
    Outcome,
    Party,
    ReferralGround,
    RequestKind,
    Step,
    Track,
    TrackStage,
)


@frozen(kw_only=True)
class Payload:
    """What every event may tell: that the complainant was told of it."""

    notice: Notice | None = None


@frozen(kw_only=True)
class Recorded(Payload):
    """What is done by somebody else than an officer; ``recorded_by`` is who wrote it down."""

    recorded_by: str = ""


@frozen(kw_only=True)
class Filed(Payload):
    """A complaint as it came in; ``accused`` are ids of officers, ``accused_level`` the highest.

    Whoever complains need not know the level; then it is None until ``DeclaredComplete`` states it.
    ``zone`` is that of the office; without it the time of filing tells it. ``previous`` is the
    number of a complaint that is made anew.
    """

    number: str
    channel: ComplaintChannelKind
    text: str
    identity: IdentityMode = IdentityMode.OPEN
    reporter: str = ""
    secrecy_ground: str = ""
    addressee: Addressee = Addressee.EXECUTOR
    accused: tuple[str, ...] = ()
    accused_level: int | None = None
    service: str = ""
    served_on: dt.date | None = None
    loss: str = ""
    request: str = ""
    place: str = ""
    signed: bool = False
    oral: bool = False
    assisted: bool = False
    needs: tuple[Need, ...] = ()
    proxy: bool = False
    mandate: str = ""
    damages_claimed: bool = False
    damages_cause: str = ""
    attachments: tuple[str, ...] = ()
    fee: int = 0
    previous: str = ""
    code_hash: str = ""
    zone: Zone | None = None


@frozen(kw_only=True)
class ReceiptIssued(Payload):
    """The receipt: its four parts of Pasal 44 ayat (2); ``identity`` says that it is on it."""

    identity: bool = False
    description: bool = False
    place: str = ""
    received_at: dt.datetime | None = None
    officer: str = ""
    signed: bool = False


@frozen(kw_only=True)
class Reviewed(Payload):
    """Who looks through the complaint."""

    handler: Handler


@frozen(kw_only=True)
class Classified(Payload):
    """The one class; with ``public_interest`` a complaint cannot be taken back.

    ``ground`` is why a complaint no longer concerns the public, where it did before.
    """

    complaint_class: ComplaintClass
    public_interest: bool = False
    ground: str = ""


@frozen(kw_only=True)
class DeclaredIncomplete(Payload):
    """Which parts are missing."""

    missing: tuple[ComplaintPart, ...] = ()


@frozen(kw_only=True)
class Completed(Recorded):
    """What the complainant added; blank parts stay what they were."""

    reporter: str = ""
    text: str = ""
    loss: str = ""
    request: str = ""
    place: str = ""
    signed: bool = False
    mandate: str = ""
    damages_cause: str = ""
    secrecy_ground: str = ""
    attachments: tuple[str, ...] = ()


@frozen(kw_only=True)
class Lapsed(Recorded):
    """Nothing was added in time."""


@frozen(kw_only=True)
class DeclaredComplete(Payload):
    """Who works on the complaint, at which level it is decided, and who is complained of.

    ``accused_level`` is the highest of those accused, nought for an officer without a post. It is
    stated here at the latest, for who decides has to stand above (Pasal 45).
    """

    handler: Handler
    level: int = 2
    accused: tuple[str, ...] = ()
    accused_level: int | None = None


@frozen(kw_only=True)
class Transferred(Payload):
    """Which institution the complaint went to."""

    target: str = ""


@frozen(kw_only=True)
class Referred(Payload):
    """The reference of the whistleblowing system, and nothing of the report."""

    referral: str = ""
    ground: ReferralGround | None = None


@frozen(kw_only=True)
class Archived(Payload):
    """Why the complaint is put away; ``of`` is the number of the first of two."""

    reason: ArchiveReason
    of: str = ""
    explanation: str = ""


@frozen(kw_only=True)
class FollowUpBegun(Payload):
    """Work began."""


@frozen(kw_only=True)
class ExaminationBegun(Payload):
    """Who examines."""

    examiner: Handler


@frozen(kw_only=True)
class HeardSeparately(Payload):
    """The reporter was heard without the reported person; ``request`` is its id."""

    request: str
    record: str = ""


@frozen(kw_only=True)
class HandedOver(Payload):
    """Documents that were asked for, or why there are none; ``request`` is its id."""

    request: str
    documents: tuple[str, ...] = ()
    reason: str = ""


@frozen(kw_only=True)
class Decided(Payload):
    """The decision; ``report`` refers to the report of examination, which stays secret."""

    outcome: Outcome
    reasons: str
    actions: tuple[Action, ...] = ()
    award: Award | None = None
    report: str = ""


@frozen(kw_only=True)
class Delivered(Payload):
    """The copy or extract that the complainant was given."""

    copy: str = ""
    ombudsman_told: bool = False


@frozen(kw_only=True)
class Accepted(Recorded):
    """The complainant is content."""


@frozen(kw_only=True)
class Objected(Recorded):
    """The complainant is not."""

    ground: str = ""


@frozen(kw_only=True)
class ClosedUnanswered(Recorded):
    """The window to react passed in silence."""


@frozen(kw_only=True)
class Reworked(Payload):
    """Who works on it now, and whether it is examined."""

    handler: Handler
    examination: bool = False


@frozen(kw_only=True)
class Withdrawn(Recorded):
    """Taken back; ``voluntary`` is the complainant's own word."""

    voluntary: bool = False


@frozen(kw_only=True)
class Escalated(Recorded):
    """To which level it goes, and why."""

    level: int
    cause: Escalation
    ombudsman_told: bool = False


@frozen(kw_only=True)
class TrackOpened(Recorded):
    """What happened on another road; ``reference`` is its number there."""

    track: Track
    stage: TrackStage = TrackStage.OPENED
    reference: str = ""


@frozen(kw_only=True)
class Requested(Recorded):
    """What the complainant asks for; a separate hearing has its ground."""

    id: str
    kind: RequestKind
    ground: str = ""


@frozen(kw_only=True)
class Heard(Payload):
    """One side was heard; ``record`` refers to the record of examination.

    ``voluntary`` is what was asked of who was heard, None where nobody asked. ``declined`` is why a
    side was not heard, although it was called.
    """

    party: Party
    voluntary: bool | None = None
    record: str = ""
    declined: str = ""


@frozen(kw_only=True)
class EvidenceTaken(Payload):
    """Evidence or a witness of one side, by reference."""

    party: Party
    evidence: str


@frozen(kw_only=True)
class CarriedOut(Payload):
    """An action is done, or refused for a reason."""

    action: str
    refused: str = ""


@frozen(kw_only=True)
class DamagesPaid(Payload):
    """Damages were paid."""

    amount: int


@frozen(kw_only=True)
class ConflictReported(Payload):
    """An officer is in conflict; ``stands`` is what the superior decides, later or at once."""

    officer: str
    stands: bool | None = None


@frozen(kw_only=True)
class Reassigned(Payload):
    """Somebody else works on the case."""

    handler: Handler


@frozen(kw_only=True)
class LimitSet(Payload):
    """The time that the examiner sets, inside that of the law."""

    until: dt.date


@frozen(kw_only=True)
class Announced(Payload):
    """In which report society is told that the complaint is handled; nobody is named in it."""

    report: str = ""


PAYLOADS: Final[Mapping[Step, type[Payload]]] = MappingProxyType(
    {
        Step.FILE: Filed,
        Step.ISSUE_RECEIPT: ReceiptIssued,
        Step.REVIEW: Reviewed,
        Step.CLASSIFY: Classified,
        Step.DECLARE_INCOMPLETE: DeclaredIncomplete,
        Step.COMPLETE: Completed,
        Step.LAPSE: Lapsed,
        Step.DECLARE_COMPLETE: DeclaredComplete,
        Step.TRANSFER: Transferred,
        Step.REFER: Referred,
        Step.ARCHIVE: Archived,
        Step.BEGIN_FOLLOW_UP: FollowUpBegun,
        Step.BEGIN_EXAMINATION: ExaminationBegun,
        Step.HEAR_SEPARATELY: HeardSeparately,
        Step.HAND_OVER: HandedOver,
        Step.DECIDE: Decided,
        Step.DELIVER: Delivered,
        Step.ACCEPT: Accepted,
        Step.OBJECT: Objected,
        Step.CLOSE_UNANSWERED: ClosedUnanswered,
        Step.REWORK: Reworked,
        Step.WITHDRAW: Withdrawn,
        Step.ESCALATE: Escalated,
        Step.OPEN_TRACK: TrackOpened,
        Step.REQUEST: Requested,
        Step.HEAR: Heard,
        Step.TAKE_EVIDENCE: EvidenceTaken,
        Step.CARRY_OUT: CarriedOut,
        Step.PAY_DAMAGES: DamagesPaid,
        Step.REPORT_CONFLICT: ConflictReported,
        Step.REASSIGN: Reassigned,
        Step.SET_LIMIT: LimitSet,
        Step.ANNOUNCE: Announced,
    }
)
"""What an event of each step tells."""
