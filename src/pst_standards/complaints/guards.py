"""What must hold before something can happen to a complaint; each guard by its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from attrs import frozen

from pst_standards.calendar import Calendar, Status
from pst_standards.calendar.zones import zone_of_time
from pst_standards.complaints.case import Case
from pst_standards.complaints.clocks import Clock, clock
from pst_standards.complaints.events import CITIZENS, Event
from pst_standards.complaints.ladder import TOP, lowest_level
from pst_standards.complaints.payloads import Handler
from pst_standards.complaints.profiles import Profile
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintClass,
    ComplaintPart,
    IdentityMode,
    Party,
    ReferralGround,
    RequestKind,
    State,
    Step,
    TrackStage,
)


class Refusal(NamedTuple):
    """Why something cannot happen, and the values that the sentence speaks of."""

    key: str
    params: Mapping[str, str | int] = MappingProxyType({})


@frozen(slots=False)
class Ask:
    """An event that is held against a case; of a filing there is no case yet."""

    before: Case | None
    event: Event
    calendar: Calendar
    profile: Profile

    @cached_property
    def case(self) -> Case:
        """The case, which there is for everything but a filing."""
        if self.before is None:
            raise TypeError("a filing has no case yet")
        return self.before

    @property
    def data(self) -> Any:
        """What the event tells."""
        return self.event.data

    def status(self, which: Clock) -> Status | None:
        """Return how a clock of the case stands at the moment of the event."""
        found = clock(
            self.case, which, calendar=self.calendar, profile=self.profile, on=self.event.at
        )
        return found.status if found else None


_Answer = Refusal | None
Guard = Callable[[Ask], _Answer]


def _says_something(ask: Ask) -> _Answer:
    return None if ask.data.text.strip() else Refusal("text.empty")


def _served_before(ask: Ask) -> _Answer:
    served = ask.data.served_on
    zone = ask.data.zone or zone_of_time(ask.event.at)
    if served is None or zone is None or served <= ask.event.at.astimezone(zone.tzinfo).date():
        return None
    return Refusal("service.later")


def _free_of_charge(ask: Ask) -> _Answer:
    return Refusal("fee.charged") if ask.data.fee else None


def _zone_known(ask: Ask) -> _Answer:
    known = ask.data.zone or zone_of_time(ask.event.at)
    return None if known else Refusal("zone.unknown")


def _no_receipt_yet(ask: Ask) -> _Answer:
    return Refusal("receipt.twice") if ask.case.receipt else None


def _receipt_whole(ask: Ask) -> _Answer:
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


def _receipt_there(ask: Ask) -> _Answer:
    return None if ask.case.receipt else Refusal("receipt.missing")


def handler_of(data: Any) -> Handler | None:
    """Return who is to work on the case by what an event tells."""
    found = getattr(data, "handler", None) or getattr(data, "examiner", None)
    return found if isinstance(found, Handler) else None


def _handler_free(ask: Ask) -> _Answer:
    handler = handler_of(ask.data)
    if handler is None or not handler.officer.strip():
        return Refusal("handler.missing")
    excluded = ask.case.excluded | set(getattr(ask.data, "accused", ()))
    if handler.officer in excluded or handler.conflict.strip():
        return Refusal("handler.conflict")
    if excluded & set(handler.superiors):
        return Refusal("handler.subordinate")
    return None


def _off_the_desk(ask: Ask) -> _Answer:
    handler = handler_of(ask.data)
    supervisory = ask.case.complaint_class is ComplaintClass.SUPERVISORY
    at_desk = handler is not None and handler.pst_desk
    return Refusal("handler.desk") if supervisory and at_desk else None


def _somebody_else(ask: Ask) -> _Answer:
    case, now = ask.case, ask.data.handler.officer
    decided_by = {one.by for one in case.log if one.step is Step.DECIDE}
    decided_by |= {case.handler.officer} if case.handler else set()
    return Refusal("handler.same") if now in decided_by else None


def _handler_there(ask: Ask) -> _Answer:
    return None if ask.case.handler else Refusal("handler.missing")


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


def _something_missing(ask: Ask) -> _Answer:
    return None if ask.data.missing else Refusal("missing.none")


def _parts_there(ask: Ask) -> _Answer:
    missing = missing_parts(ask.case)
    if not missing:
        return None
    return Refusal("parts.missing", {"parts": ", ".join(one.value for one in missing)})


def _reporter_told(ask: Ask) -> _Answer:
    return None if ask.data.notice else Refusal("notice.missing")


def _by_citizen(ask: Ask) -> _Answer:
    return None if ask.event.by in CITIZENS else Refusal("by.citizen")


def _voluntary(ask: Ask) -> _Answer:
    return None if ask.data.voluntary else Refusal("withdrawal.forced")


def _no_public_interest(ask: Ask) -> _Answer:
    held = ask.case.public_interest and ask.case.complaint_class is ComplaintClass.SUPERVISORY
    return Refusal("withdrawal.public-interest") if held else None


def _completion_over(ask: Ask) -> _Answer:
    over = ask.status(Clock.COMPLETION) is Status.LATE
    return None if over else Refusal("completion.running")


def _classified(ask: Ask) -> _Answer:
    return None if ask.case.complaint_class else Refusal("class.missing")


def _right_addressee(ask: Ask) -> _Answer:
    lowest = lowest_level(ask.case.addressee, ask.case.accused_level)
    if lowest <= ask.data.level < TOP:
        return None
    return Refusal("level.wrong", {"lowest": lowest, "highest": TOP - 1})


def _target_named(ask: Ask) -> _Answer:
    return None if ask.data.target.strip() else Refusal("target.missing")


def _referral_grounded(ask: Ask) -> _Answer:
    if not ask.data.referral.strip():
        return Refusal("referral.missing")
    kind, ground = ask.case.complaint_class, ask.data.ground
    if ground is None:
        return Refusal("referral.ground")
    other = kind not in {None, ComplaintClass.SUPERVISORY}
    return Refusal("referral.ground") if other and ground is ReferralGround.SUPERVISORY else None


def _duplicate_linked(ask: Ask) -> _Answer:
    unlinked = ask.data.reason is ArchiveReason.DUPLICATE and not ask.data.of.strip()
    return Refusal("duplicate.unlinked") if unlinked else None


def _needs_no_examination(ask: Ask) -> _Answer:
    supervisory = ask.case.complaint_class is ComplaintClass.SUPERVISORY
    return Refusal("examination.needed") if supervisory else None


def _rework_examined(ask: Ask) -> _Answer:
    if ask.data.examination:
        return None
    return _needs_no_examination(ask) or _no_separate_hearing_open(ask)


def _asked(ask: Ask, kind: RequestKind) -> bool:
    return any(one.id == ask.data.request for one in ask.case.open_requests(kind))


def _separate_hearing_asked(ask: Ask) -> _Answer:
    there = _asked(ask, RequestKind.SEPARATE_HEARING)
    return None if there else Refusal("request.unknown")


def _no_separate_hearing_open(ask: Ask) -> _Answer:
    waiting = ask.case.open_requests(RequestKind.SEPARATE_HEARING)
    return Refusal("hearing.open") if waiting else None


def _documents_asked(ask: Ask) -> _Answer:
    return None if _asked(ask, RequestKind.DOCUMENTS) else Refusal("request.unknown")


def _documents_given(ask: Ask) -> _Answer:
    given = ask.data.documents or ask.data.reason.strip()
    return None if given else Refusal("documents.none")


def _documents_handed_over(ask: Ask) -> _Answer:
    waiting = ask.case.open_requests(RequestKind.DOCUMENTS)
    return Refusal("documents.open") if waiting else None


def _request_new(ask: Ask) -> _Answer:
    known = {one.id for one in ask.case.requests}
    fresh = ask.data.id.strip() and ask.data.id not in known
    return None if fresh else Refusal("request.known")


_EXAMINABLE: Final = frozenset(State) - {State.FOLLOWED_UP, State.DECIDED, State.DELIVERED}
"""Where an examination may still come or is going on."""


def _request_grounded(ask: Ask) -> _Answer:
    if ask.data.kind is not RequestKind.SEPARATE_HEARING:
        return None
    if ask.case.state not in _EXAMINABLE:
        return Refusal("hearing.no-examination")
    return None if ask.data.ground.strip() else Refusal("hearing.ground")


def _heard_freely(ask: Ask) -> _Answer:
    return None if ask.data.voluntary else Refusal("hearing.forced")


def _evidence_named(ask: Ask) -> _Answer:
    return None if ask.data.evidence.strip() else Refusal("evidence.missing")


def _reasons_given(ask: Ask) -> _Answer:
    return None if ask.data.reasons.strip() else Refusal("reasons.missing")


def _actions_told_apart(ask: Ask) -> _Answer:
    ids = [one.id for one in ask.data.actions] + [one.id for one in ask.case.tasks]
    named = all(one.id.strip() and one.text.strip() for one in ask.data.actions)
    return None if named and len(ids) == len(set(ids)) else Refusal("actions.unclear")


def _reported_heard(ask: Ask) -> _Answer:
    heard = any(one.party is Party.REPORTED for one in ask.case.hearings)
    named = ask.case.accused and ask.data.outcome.is_adverse
    return Refusal("reported.unheard") if named and not heard else None


def _damages_decided(ask: Ask) -> _Answer:
    award = ask.data.award
    if award is None:
        return Refusal("damages.undecided") if ask.case.damages_claimed else None
    if award.amount is None or award.amount < 0:
        return Refusal("damages.amount")
    if award.amount == 0:
        return None if award.reason.strip() else Refusal("damages.reason")
    return None if award.pay_by else Refusal("damages.pay-by")


def _copy_given(ask: Ask) -> _Answer:
    return None if ask.data.copy.strip() else Refusal("copy.missing")


def _tasks_done(ask: Ask) -> _Answer:
    waiting = ask.case.tasks_open
    return Refusal("tasks.open", {"number": len(waiting)}) if waiting else None


def _damages_paid(ask: Ask) -> _Answer:
    return Refusal("damages.open") if ask.case.damages_open else None


def _reaction_open(ask: Ask) -> _Answer:
    late = ask.status(Clock.REACTION) is Status.LATE
    return Refusal("reaction.over") if late else None


def _reaction_over(ask: Ask) -> _Answer:
    late = ask.status(Clock.REACTION) is Status.LATE
    return None if late else Refusal("reaction.running")


def _goes_up(ask: Ask) -> _Answer:
    case, level = ask.case, ask.data.level
    lowest = max(case.level, case.accused_level) + 1
    return None if lowest <= level <= TOP else Refusal("level.not-up", {"highest": TOP})


def _track_in_order(ask: Ask) -> _Answer:
    opened = any(one.track is ask.data.track for one in ask.case.tracks)
    first = ask.data.stage is TrackStage.OPENED
    return None if opened or first else Refusal("track.unopened")


def _task_open(ask: Ask) -> _Answer:
    waiting = {one.id for one in ask.case.tasks_open}
    return None if ask.data.action in waiting else Refusal("task.unknown")


def _damages_due(ask: Ask) -> _Answer:
    award = ask.case.award
    owed = 0 if award is None else (award.amount or 0) - ask.case.paid
    return None if 0 < ask.data.amount <= owed else Refusal("damages.not-owed")


def _limit_inside(ask: Ask) -> _Answer:
    day, ends = ask.case.day(ask.event.at), []
    for which in (Clock.SETTLEMENT, Clock.DECISION):
        found = clock(ask.case, which, calendar=ask.calendar, profile=ask.profile, on=ask.event.at)
        if found is not None:
            ends.append(found.strict)
    inside = day <= ask.data.until <= min(ends, default=dt.date.max)
    return None if inside else Refusal("limit.outside")


GUARDS: Final[Mapping[str, Guard]] = MappingProxyType(
    {
        function.__name__.removeprefix("_"): function
        for function in (
            *(_says_something, _served_before, _free_of_charge, _zone_known),
            *(_no_receipt_yet, _receipt_whole, _receipt_there, _reporter_told),
            *(_handler_free, _off_the_desk, _somebody_else, _handler_there),
            *(_something_missing, _parts_there, _completion_over, _classified),
            *(_right_addressee, _target_named, _referral_grounded, _duplicate_linked),
            *(_needs_no_examination, _rework_examined, _separate_hearing_asked),
            *(_no_separate_hearing_open, _documents_asked, _documents_given),
            *(_documents_handed_over, _request_new, _request_grounded, _heard_freely),
            *(_evidence_named, _reasons_given, _actions_told_apart, _reported_heard),
            *(_damages_decided, _copy_given, _tasks_done, _damages_paid, _damages_due),
            *(_by_citizen, _voluntary, _no_public_interest, _reaction_open, _reaction_over),
            *(_goes_up, _track_in_order, _task_open, _limit_inside),
        )
    }
)
"""Each guard by the name that the table of transitions calls it by."""
