"""What must hold for somebody to work on a complaint, hear both sides, or take it up."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from pst_standards.complaints.asking import Answer, Ask, Refusal
from pst_standards.complaints.clocks import clock
from pst_standards.complaints.impartial import handler_of
from pst_standards.complaints.ladder import TOP, lowest_level
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.officers import known
from pst_standards.complaints.states import (
    ComplaintClass,
    Party,
    RequestKind,
    State,
    Step,
    TrackStage,
)


def off_the_desk(ask: Ask) -> Answer:
    """Refuse the desk for what needs an examination, also where that comes out at the desk."""
    handler, kind = handler_of(ask.data), ask.case.complaint_class
    if ask.event.step is Step.CLASSIFY:
        handler, kind = ask.case.handler, ask.data.complaint_class
    supervisory = kind is ComplaintClass.SUPERVISORY
    at_desk = handler is not None and handler.pst_desk
    return Refusal("handler.desk") if supervisory and at_desk else None


def handler_there(ask: Ask) -> Answer:
    """Refuse to decide where nobody works on the case."""
    return None if ask.case.handler else Refusal("handler.missing")


def right_addressee(ask: Ask) -> Answer:
    """Refuse a level that is not above whoever is complained of, or who has none (Pasal 45)."""
    told, case = ask.data, ask.case
    stated = known(case.accused) if case.accused_level is not None else frozenset()
    if told.accused_level is None and known((*case.accused, *told.accused)) - stated:
        return Refusal("accused.level")
    lowest = lowest_level(case.addressee, max(case.accused_level or 0, told.accused_level or 0))
    if lowest <= ask.data.level < TOP:
        return None
    return Refusal("level.wrong", {"lowest": lowest, "highest": TOP - 1})


def needs_no_examination(ask: Ask) -> Answer:
    """Refuse a mere follow-up of what needs an examination."""
    supervisory = ask.case.complaint_class is ComplaintClass.SUPERVISORY
    return Refusal("examination.needed") if supervisory else None


def rework_examined(ask: Ask) -> Answer:
    """Refuse to work anew without an examination where there has to be one."""
    if ask.data.examination:
        return None
    return needs_no_examination(ask) or no_separate_hearing_open(ask)


def _asked(ask: Ask, *kinds: RequestKind) -> bool:
    open_ones = (one for kind in kinds for one in ask.case.open_requests(kind))
    return any(one.id == ask.data.request for one in open_ones)


def separate_hearing_asked(ask: Ask) -> Answer:
    """Refuse a separate hearing that nobody asked for."""
    there = _asked(ask, RequestKind.SEPARATE_HEARING)
    return None if there else Refusal("request.unknown")


def no_separate_hearing_open(ask: Ask) -> Answer:
    """Refuse to go on while a separate hearing is owed (Pasal 48 ayat (3))."""
    waiting = ask.case.open_requests(RequestKind.SEPARATE_HEARING)
    return Refusal("hearing.open") if waiting else None


ANSWERED_ON_PAPER: Final = tuple(
    one for one in RequestKind if one is not RequestKind.SEPARATE_HEARING
)
"""What is answered by handing something over."""


def documents_asked(ask: Ask) -> Answer:
    """Refuse to hand over what nobody asked for."""
    return None if _asked(ask, *ANSWERED_ON_PAPER) else Refusal("request.unknown")


def documents_given(ask: Ask) -> Answer:
    """Refuse an answer with neither documents nor a reason.

    Public information is not refused by the way: what cannot be given takes the road of UU 14/2008
    with a letter of its Pasal 17, and its number there is what is handed over.
    """
    if ask.data.documents:
        return None
    if _asked(ask, RequestKind.INFORMATION):
        return Refusal("information.refused")
    return None if ask.data.reason.strip() else Refusal("documents.none")


def documents_handed_over(ask: Ask) -> Answer:
    """Refuse to decide while documents are owed (Pasal 43 ayat (2))."""
    waiting = ask.case.open_requests(RequestKind.DOCUMENTS)
    return Refusal("documents.open") if waiting else None


def request_new(ask: Ask) -> Answer:
    """Refuse a request under an id that was used."""
    known = {one.id for one in ask.case.requests}
    fresh = ask.data.id.strip() and ask.data.id not in known
    return None if fresh else Refusal("request.known")


_EXAMINABLE: Final = frozenset(State) - {State.FOLLOWED_UP, State.DECIDED, State.DELIVERED}
"""Where an examination may still come or is going on."""


def request_grounded(ask: Ask) -> Answer:
    """Refuse a separate hearing without ground, or where nothing is examined."""
    if ask.data.kind is not RequestKind.SEPARATE_HEARING:
        return None
    if ask.case.state not in _EXAMINABLE:
        return Refusal("hearing.no-examination")
    return None if ask.data.ground.strip() else Refusal("hearing.ground")


def heard_freely(ask: Ask) -> Answer:
    """Refuse what was said under pressure."""
    return Refusal("hearing.forced") if ask.data.voluntary is False else None


def record_kept(ask: Ask) -> Answer:
    """Refuse a hearing in an examination without a record, or with that of the other side.

    It is put into a record (PP 94/2021 Pasal 27 ayat (2)), of which whoever was examined may have
    the own one (Pasal 32 ayat (3)) and nobody that of the other.
    """
    told, case = ask.data, ask.case
    if told.declined.strip():
        return None
    others = {one.record for one in case.hearings if one.party is not told.party}
    if told.record.strip() and told.record in others:
        return Refusal("record.shared")
    owed = case.state is State.EXAMINED and told.party is Party.REPORTED
    return Refusal("record.missing") if owed and not told.record.strip() else None


def announced_in_figures(ask: Ask) -> Answer:
    """Refuse news for society that names no report, or the complaint itself."""
    report = ask.data.report.strip()
    if not report:
        return Refusal("announcement.missing")
    named = (one for one in (ask.case.number, *ask.case.accused) if one.strip())
    gives_away = any(_stands_in(one, report) for one in named)
    return Refusal("announcement.names") if gives_away else None


def _stands_in(name: str, words: str) -> bool:
    """Tell whether a name stands in a text by itself: B1 is not in B17."""
    found = re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", words, re.IGNORECASE)
    return found is not None


def evidence_named(ask: Ask) -> Answer:
    """Refuse evidence without a reference."""
    return None if ask.data.evidence.strip() else Refusal("evidence.missing")


def limit_inside(ask: Ask) -> Answer:
    """Refuse a limit of the examiner that is longer than that of the law."""
    day, ends = ask.case.day(ask.event.at), []
    for which in (Clock.SETTLEMENT, Clock.DECISION):
        found = clock(ask.case, which, calendar=ask.calendar, profile=ask.profile, on=ask.event.at)
        if found is not None:
            ends.append(found.strict)
    inside = day <= ask.data.until <= min(ends, default=dt.date.max)
    return None if inside else Refusal("limit.outside")


def goes_up(ask: Ask) -> Answer:
    """Refuse to escalate anywhere but upwards."""
    case, level = ask.case, ask.data.level
    # A level that nobody stated yet is asked for when the file is declared complete.
    lowest = max(case.level, case.accused_level or 0) + 1
    return None if lowest <= level <= TOP else Refusal("level.not-up", {"highest": TOP})


def track_in_order(ask: Ask) -> Answer:
    """Refuse news of a road that was not opened."""
    opened = any(one.track is ask.data.track for one in ask.case.tracks)
    first = ask.data.stage is TrackStage.OPENED
    return None if opened or first else Refusal("track.unopened")
