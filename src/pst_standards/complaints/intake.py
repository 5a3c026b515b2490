"""What must hold for a complaint to come in, be complete, or go elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Final

from pst_standards.calendar import Status
from pst_standards.complaints.asking import Answer, Ask, Refusal
from pst_standards.complaints.case import Case
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintClass,
    ComplaintPart,
    IdentityMode,
    NoticeMeans,
    ReferralGround,
)

_IN_FORCE: Final = dt.date(2009, 7, 18)
"""Since when there is UU 25/2009; a day before it is a year that was mistyped."""


def says_something(ask: Ask) -> Answer:
    """Refuse a complaint without a word."""
    return None if ask.data.text.strip() else Refusal("text.empty")


def since_the_act(ask: Ask) -> Answer:
    """Refuse a time of filing before there was an act to complain by."""
    before = ask.event.at < dt.datetime.combine(_IN_FORCE, dt.time(), dt.UTC)
    return Refusal("time.too-old") if before else None


def served_before(ask: Ask) -> Answer:
    """Refuse a service that is later than the complaint about it, or older than the act."""
    served = ask.data.served_on
    if served is not None and served < _IN_FORCE:
        return Refusal("service.too-old")
    zone = zone_at(ask.data.zone, ask.event.at)
    if served is None or zone is None or served <= day_at(ask.event.at, zone):
        return None
    return Refusal("service.later")


def free_of_charge(ask: Ask) -> Answer:
    """Refuse a fee (Pasal 48 ayat (1))."""
    return Refusal("fee.charged") if ask.data.fee else None


def zone_known(ask: Ask) -> Answer:
    """Refuse a filing that leaves open which day it is at the office."""
    return None if zone_at(ask.data.zone, ask.event.at) else Refusal("zone.unknown")


def no_receipt_yet(ask: Ask) -> Answer:
    """Refuse a second receipt."""
    return Refusal("receipt.twice") if ask.case.receipt else None


def receipt_whole(ask: Ask) -> Answer:
    """Refuse a receipt that lacks one of its four parts, or is of another time."""
    told, case = ask.data, ask.case
    open_identity = case.identity is IdentityMode.OPEN
    parts = {
        "identity": told.identity or not open_identity,
        "description": told.description,
        "place": bool(told.place.strip()) and told.received_at is not None,
        "officer": bool(told.officer.strip()) and told.signed,
    }
    lacking = [name for name, there in parts.items() if not there]
    if lacking:
        return Refusal("receipt.incomplete", {"parts": ", ".join(lacking)})
    early = told.received_at < case.filed_at or told.received_at > ask.event.at
    return Refusal("receipt.time") if early else None


def receipt_there(ask: Ask) -> Answer:
    """Refuse to go on without a receipt (Pasal 44 ayat (1))."""
    return None if ask.case.receipt else Refusal("receipt.missing")


def missing_parts(case: Case) -> tuple[ComplaintPart, ...]:
    """Return the parts that a complaint lacks; a suggestion or a question only needs its text.

    An identity that lawfully stays secret counts as there (Pasal 42 ayat (5)); what is said by
    word of mouth needs no signature, as Pasal 42 ayat (3) speaks of what is written.
    """
    kind = case.complaint_class
    stated = {
        ComplaintPart.IDENTITY: bool(case.reporter)
        if case.identity is not IdentityMode.ANONYMOUS
        else bool(case.secrecy_ground.strip()),
        ComplaintPart.DESCRIPTION: _described(case),
        ComplaintPart.REQUEST: bool(case.request.strip()),
        ComplaintPart.PLACE_AND_TIME: bool(case.place.strip()) and (case.signed or case.oral),
    }
    lacking = [part for part, there in stated.items() if not there]
    if kind is not None and not kind.is_complaint:
        lacking = [one for one in lacking if one is ComplaintPart.DESCRIPTION]
    if case.proxy and not case.mandate.strip():
        lacking.append(ComplaintPart.MANDATE)
    return tuple(lacking)


def _described(case: Case) -> bool:
    if not case.text.strip():
        return False
    # Whoever claims damages describes the loss and its cause (Pasal 48 ayat (4)).
    return not case.damages_claimed or bool(case.loss.strip() and case.damages_cause.strip())


def something_missing(ask: Ask) -> Answer:
    """Refuse to call a file incomplete without saying what is missing."""
    return None if ask.data.missing else Refusal("missing.none")


def parts_there(ask: Ask) -> Answer:
    """Refuse to call a file complete that is not (Pasal 42 ayat (3))."""
    missing = missing_parts(ask.case)
    if not missing:
        return None
    nameless = ask.case.identity is IdentityMode.ANONYMOUS and ComplaintPart.IDENTITY in missing
    key = "parts.missing-anonymous" if nameless else "parts.missing"
    return Refusal(key, {"parts": ", ".join(one.value for one in missing)})


def completion_over(ask: Ask) -> Answer:
    """Refuse to give a complaint up while its completion may still come."""
    over = ask.status(Clock.COMPLETION) is Status.LATE
    return None if over else Refusal("completion.running")


def classified(ask: Ask) -> Answer:
    """Refuse to assign what has no class."""
    return None if ask.case.complaint_class else Refusal("class.missing")


def target_named(ask: Ask) -> Answer:
    """Refuse to send somebody away without saying where to."""
    return None if ask.data.target.strip() else Refusal("target.missing")


def referral_grounded(ask: Ask) -> Answer:
    """Refuse to refer what does not belong to the whistleblowing system."""
    if not ask.data.referral.strip():
        return Refusal("referral.missing")
    if not _belongs_there(ask.case.complaint_class, ask.data.ground):
        return Refusal("referral.ground")
    superior = ask.data.ground is ReferralGround.OWN_SUPERIOR
    return Refusal("referral.accused") if superior and not ask.case.accused else None


def _belongs_there(kind: ComplaintClass | None, ground: ReferralGround | None) -> bool:
    if ground is ReferralGround.SUPERVISORY:
        return kind in {None, ComplaintClass.SUPERVISORY}
    return ground is not None and (kind is None or kind.is_complaint)


def duplicate_linked(ask: Ask) -> Answer:
    """Refuse to put a duplicate away unlinked."""
    unlinked = ask.data.reason is ArchiveReason.DUPLICATE and not ask.data.of.strip()
    return Refusal("duplicate.unlinked") if unlinked else None


def reporter_told(ask: Ask) -> Answer:
    """Refuse what the complainant is not told of, without a word on why they could not be."""
    notice = ask.data.notice
    unsaid = notice is None or (
        notice.means is NoticeMeans.UNREACHABLE and not notice.reason.strip()
    )
    return Refusal("notice.missing") if unsaid else None
