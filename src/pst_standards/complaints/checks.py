"""PGD rules about one complaint: its receipt, who handles it, how it is decided and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pst_standards.calendar import Calendar, CalendarError, default_calendar
from pst_standards.complaints.content_checks import CHECKS as CONTENT_CHECKS
from pst_standards.complaints.ending_checks import CHECKS as ENDING_CHECKS
from pst_standards.complaints.impartial_checks import CHECKS as IMPARTIAL_CHECKS
from pst_standards.complaints.ladder import lowest_level
from pst_standards.complaints.logged import Logged, Seen
from pst_standards.complaints.money_checks import CHECKS as MONEY_CHECKS
from pst_standards.complaints.profiles import profile_on
from pst_standards.complaints.request_checks import answered_late
from pst_standards.complaints.states import (
    Addressee,
    ComplaintClass,
    IdentityMode,
    Outcome,
    Party,
    RequestKind,
    Step,
    Track,
)
from pst_standards.complaints.time_checks import CHECKS as TIME_CHECKS
from pst_standards.complaints.time_checks import ENDS
from pst_standards.definitions.records import read_record
from pst_standards.definitions.withholding import is_no_name
from pst_standards.findings import Report
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.rules.cases import CaseCheck, judge
from pst_standards.rules.context import Hit
from pst_standards.rules.rulebook import Rulebook

ABOUT: Final = "complaint"
"""How the rows of the catalogue name a complaint."""
_DECISION_DAYS: Final = 60
_TWICE: Final = 2
_ADVERSE: Final = {one.value for one in Outcome if one.is_adverse}
_TOLD: Final = (
    *(Step.REVIEW, Step.DECLARE_INCOMPLETE, Step.DECLARE_COMPLETE, Step.ARCHIVE),
    *(Step.BEGIN_FOLLOW_UP, Step.BEGIN_EXAMINATION, Step.REWORK),
)
"""Steps of which a complainant is told; a delivery is itself the news, and PGD-053 asks T09."""


_VERIFIED: Final = (Step.REVIEW, Step.TRANSFER, Step.REFER, Step.ARCHIVE)
_OVER: Final = frozenset(one.value for one in ENDS)
_WORKED: Final = (
    *(Step.CLASSIFY, Step.DECLARE_INCOMPLETE, Step.COMPLETE, Step.LAPSE, Step.DECLARE_COMPLETE),
    *(Step.BEGIN_FOLLOW_UP, Step.BEGIN_EXAMINATION, Step.DECIDE, Step.DELIVER),
)
"""Steps that come after somebody looked through a complaint."""


def _at(one: Seen) -> tuple[str, int]:
    return ("events", one.place)


def _no_receipt(log: Logged) -> Iterator[Hit]:
    filed = log.day(log.record.filed_at)
    if log.first(Step.ISSUE_RECEIPT) is None and filed is not None and filed < log.on:
        yield Hit(("events",) if log.record.events else ())


def _receipt_incomplete(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.ISSUE_RECEIPT):
        told = one.data
        secret = log.record.identity not in {None, IdentityMode.OPEN.value}
        there = {
            "a": secret or told.identity,
            "b": told.description,
            "c": told.place and told.received_at,
            "d": told.officer and told.signed,
        }
        letters = tuple(letter for letter, stated in there.items() if not stated)
        if letters:
            yield Hit(_at(one), {"letters": letters})


def _receipt_out_of_time(log: Logged) -> Iterator[Hit]:
    filed = log.record.filed_at
    for one in log.seen(Step.ISSUE_RECEIPT):
        received = one.data.received_at
        day = log.day(received)
        if received is None or day is None:
            continue
        if log.day(filed) is not None and filed is not None and received < filed:
            yield Hit(_at(one), {"received": received.isoformat()}, "early")
        if day > log.on:
            yield Hit(_at(one), {"received": received.isoformat()}, "future")


def _proxy_without_mandate(log: Logged) -> Iterator[Hit]:
    mandate = log.record.mandate or any(one.data.mandate for one in log.seen(Step.COMPLETE))
    complete = log.first(Step.DECLARE_COMPLETE)
    if log.record.proxy and not mandate and complete is not None:
        yield Hit(_at(complete))


def _at_the_desk(log: Logged) -> Iterator[Hit]:
    named, held, kept = "", False, None
    for one in log.seen():
        handler = one.data.handler or one.data.examiner
        if one.step == Step.CLASSIFY.value:
            named = one.data.complaint_class or ""
            kept = one if held and named == ComplaintClass.SUPERVISORY.value else None
        elif handler is not None:
            held, kept = bool(handler.pst_desk), None
            if held and named == ComplaintClass.SUPERVISORY.value:
                yield Hit(_at(one))
        elif one.step in _OVER:
            kept = None
    # On the day itself it may still be given to somebody else.
    day = log.day(kept.event.at) if kept else None
    if kept is not None and day is not None and day < log.on:
        yield Hit(_at(kept))


def _verified_late(log: Logged) -> Iterator[Hit]:
    filed, seen = log.day(log.record.filed_at), log.first(*_VERIFIED)
    end = seen or log.first(*ENDS)
    until = log.day(end.event.at) if end else log.on
    # Whatever else was done shows that somebody looked, though not when.
    if filed is None or until is None or (seen is None and log.first(*_WORKED) is not None):
        return
    try:
        due = log.calendar.add_working_days(filed, profile_on(filed).verification)
    except (CalendarError, OverflowError):
        return  # a year without days off has no answer
    if until > due:
        where = ("filed_at",) if end is None else _at(end)
        yield Hit(where, {"due": due.isoformat()}, "" if seen else "waiting")


def _no_copy(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.DELIVER):
        if not (one.data.copy or "").strip():
            yield Hit(_at(one))


def _wrong_superior(log: Logged) -> Iterator[Hit]:
    named = next((one for one in Addressee if one.value == log.record.addressee), None)
    if named is None:
        return
    for one in log.seen(Step.DECLARE_COMPLETE):
        told = (log.record.accused_level, one.data.accused_level)
        stated = [level for level in told if level is not None]
        lowest = lowest_level(named, max(stated, default=0))
        if one.data.level is not None and one.data.level < lowest:
            yield Hit(_at(one), {"level": one.data.level, "lowest": lowest})
        elif not stated and log.accused:
            yield Hit(_at(one), variant="unstated")


def _owed_at_decision(log: Logged, kind: RequestKind, answer: Step) -> Iterator[Hit]:
    decided = log.first(Step.DECIDE)
    if decided is None:
        return
    answered = {one.data.request for one in log.before(decided, answer)}
    for one in log.before(decided, Step.REQUEST):
        grounded = kind is RequestKind.DOCUMENTS or (one.data.ground or "").strip()
        if one.data.kind == kind.value and one.data.id not in answered and grounded:
            yield Hit(_at(one))


def _documents_owed(log: Logged) -> Iterator[Hit]:
    yield from _owed_at_decision(log, RequestKind.DOCUMENTS, Step.HAND_OVER)
    yield from answered_late(log)


def _separate_hearing_owed(log: Logged) -> Iterator[Hit]:
    return _owed_at_decision(log, RequestKind.SEPARATE_HEARING, Step.HEAR_SEPARATELY)


def _unheard(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.DECIDE):
        heard, called = log.heard(one, Party.REPORTED)
        if log.accused and one.data.outcome in _ADVERSE and not heard and called < _TWICE:
            yield Hit(_at(one))
        if _is_one_sided(log, one):
            yield Hit(_at(one), variant="one_sided")


def _is_one_sided(log: Logged, decided: Seen) -> bool:
    """Tell whether a decision rests on what the reported person alone was let say."""
    examined = any(
        one.step == Step.BEGIN_EXAMINATION.value or one.data.examination
        for one in log.before(decided)
    )
    if not examined or log.record.identity == IdentityMode.ANONYMOUS.value:
        return False
    brought = (one.data.party for one in log.before(decided, Step.TAKE_EVIDENCE))
    spoke = log.heard(decided, Party.REPORTED)[0] or Party.REPORTED.value in brought
    apart = any(True for _ in log.before(decided, Step.HEAR_SEPARATELY))
    return spoke and not apart and not any(log.heard(decided, Party.REPORTER))


def _sent_away(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.TRANSFER):
        if not (one.data.target or "").strip():
            yield Hit(_at(one), variant="target")
        if one.data.notice is None:
            yield Hit(_at(one), variant="notice")


def _untold(log: Logged) -> Iterator[Hit]:
    if log.record.identity == IdentityMode.ANONYMOUS.value:
        return
    told = max((one.place for one in log.seen() if one.data.notice is not None), default=-1)
    for one in log.seen(*_TOLD):
        # Whoever is told of a later step is told, if late, what became of this one.
        if one.place > told:
            yield Hit(_at(one), {"step": one.step})


def _opened_again_and_again(log: Logged) -> Iterator[Hit]:
    opened = list(log.seen(Step.OBJECT))
    if len(opened) < _TWICE:
        return
    second = opened[_TWICE - 1]
    if not any(one.place > second.place for one in log.seen(Step.ESCALATE)):
        yield Hit(_at(second), {"times": len(opened)})


def _ombudsman_not_named(log: Logged) -> Iterator[Hit]:
    complete = log.first(Step.DECLARE_COMPLETE)
    begun = log.day(complete.event.at) if complete else None
    if complete is None or begun is None:
        return
    ends = (end for _, end in log.rounds(Step.DECIDE, *ENDS, since=complete))
    last = max((log.day(end.event.at) if end else log.on) or begun for end in ends)
    # A day near the end of the calendar has no sixtieth after it.
    due = begun + min(dt.timedelta(days=_DECISION_DAYS), dt.date.max - begun)
    named = any(
        one.data.ombudsman_told or one.data.track == Track.OMBUDSMAN.value for one in log.seen()
    )
    if last > due and not named:
        yield Hit(_at(complete), {"due": due.isoformat()})


def _out_of_order(log: Logged) -> Iterator[Hit]:
    last = log.record.filed_at
    for one in log.seen():
        at = one.event.at
        if at is None or at.utcoffset() is None:
            continue
        if last is not None and last.utcoffset() is not None and at < last:
            yield Hit(_at(one), {"at": at.isoformat(), "last": last.isoformat()})
        last = at


CHECKS: Final = (
    CaseCheck(id="PGD-020", find=_no_receipt),
    CaseCheck(id="PGD-021", find=_receipt_incomplete),
    CaseCheck(id="PGD-022", find=_receipt_out_of_time),
    CaseCheck(id="PGD-023", find=_proxy_without_mandate),
    CaseCheck(id="PGD-032", find=_at_the_desk),
    CaseCheck(id="PGD-041", find=_verified_late),
    CaseCheck(id="PGD-045", find=_no_copy),
    CaseCheck(id="PGD-048", find=_wrong_superior),
    CaseCheck(id="PGD-049", find=_documents_owed),
    CaseCheck(id="PGD-050", find=_separate_hearing_owed),
    CaseCheck(id="PGD-051", find=_unheard),
    CaseCheck(id="PGD-053", find=_sent_away),
    CaseCheck(id="PGD-056", find=_untold),
    CaseCheck(id="PGD-057", find=_opened_again_and_again),
    CaseCheck(id="PGD-059", find=_ombudsman_not_named),
    CaseCheck(id="PGD-060", find=_out_of_order),
    *IMPARTIAL_CHECKS,
    *TIME_CHECKS,
    *CONTENT_CHECKS,
    *ENDING_CHECKS,
    *MONEY_CHECKS,
)


def check_complaint(
    source: str | Path | Mapping[str, Any] | ComplaintRecord,
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
    calendar: Calendar | None = None,
) -> Report:
    """Check a complaint: its shape where it is read, and the rules about it.

    Who complains is taken off as it is read, before anything is looked at. Raises
    ``DefinitionError`` when the source cannot be used at all.

    >>> found = check_complaint({"filed_at": "2026-03-10T09:00+07:00"}, as_of=dt.date(2026, 3, 12))
    >>> [one.rule for one in found.findings]
    ['PGD-020']
    """
    on = as_of or dt.datetime.now().astimezone().date()
    days = calendar or default_calendar()
    if isinstance(source, ComplaintRecord):
        log = Logged(record=source, on=on, calendar=days, unnamed=_is_unnamed(source.reporter))
        return judge(log, ABOUT, CHECKS, as_of=on, rules=rules)
    unnamed: list[bool] = []
    record = read_record(
        dict(source) if isinstance(source, Mapping) else source,
        ComplaintRecord,
        take=lambda reporter: unnamed.append(_is_unnamed(reporter)),
    )
    return judge(
        Logged(record=record.value, on=on, calendar=days, unnamed=any(unnamed)),
        ABOUT,
        CHECKS,
        as_of=on,
        origin=record.origin,
        shape=record.findings,
        rules=rules,
    )


def _is_unnamed(reporter: object) -> bool:
    if isinstance(reporter, Mapping):
        return is_no_name(reporter.get("name"))
    return is_no_name(getattr(reporter, "name", None))
