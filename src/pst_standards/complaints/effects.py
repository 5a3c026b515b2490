"""What an event changes in a case; nothing here asks whether it may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
from attrs import evolve

from pst_standards.complaints.after_the_end import without_grounds
from pst_standards.complaints.case import Case, Conflict, Request, Task, TrackEntry
from pst_standards.complaints.events import Event
from pst_standards.complaints.officers import known, known_as, mark_of
from pst_standards.complaints.parts import Handler, withheld
from pst_standards.complaints.payloads import Filed
from pst_standards.complaints.states import IdentityMode, State, Step

Draft = dict[str, Any]
"""The fields of a case while events are laid on it; a case itself never changes."""
_CASE: Final = tuple(one.name for one in attrs.fields(Case))
_FILED: Final = tuple(one.name for one in attrs.fields(Filed) if one.name in _CASE)
_ADDED: Final = (
    *("reporter", "text", "loss", "request", "place", "signed", "mandate", "damages_cause"),
    "secrecy_ground",
)
_OF_THE_REPORT: Final[Mapping[str, Any]] = MappingProxyType(
    {
        one.name: one.default
        for one in attrs.fields(Case)
        if one.name
        in {
            *("secrecy_ground", "accused", "accused_level", "service", "served_on", "loss"),
            *("request", "place", "mandate", "damages_claimed", "damages_cause", "attachments"),
            *("handler", "past_handlers", "hearings", "evidence", "text", "needs"),
            *("conflicts", "proxy", "previous", "announced"),
        }
    }
)
"""What is taken out of a case that goes to the whistleblowing system."""


def draft_of(case: Case) -> Draft:
    """Return the fields of a case to lay an event on."""
    return {name: getattr(case, name) for name in _CASE}


def _file(draft: Draft, event: Event) -> None:
    for name in _FILED:
        draft[name] = getattr(event.data, name)


def _issue_receipt(draft: Draft, event: Event) -> None:
    draft["receipt"] = event.data


def _handled_by(draft: Draft, handler: Handler) -> None:
    before = draft.get("handler")
    if before is not None and known_as(before.officer) != known_as(handler.officer):
        draft["past_handlers"] = (*draft.get("past_handlers", ()), before)
    draft["handler"] = handler


def _take_over(draft: Draft, event: Event) -> None:
    _handled_by(draft, _handler(event.data))


def _handler(data: Any) -> Handler:
    found: Handler = data.examiner if hasattr(data, "examiner") else data.handler
    return found


def _classify(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["complaint_class"] = data.complaint_class
    draft["public_interest"] = data.public_interest


def _declare_incomplete(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["missing"] = data.missing


def _complete(draft: Draft, event: Event) -> None:
    for name in _ADDED:
        stated = getattr(event.data, name)
        if stated:
            draft[name] = stated
    data: Any = event.data
    if data.reporter and draft["identity"] is IdentityMode.ANONYMOUS:
        # Who wanted to stay unknown told a name, not that everybody may read it.
        draft["identity"] = IdentityMode.SECRET
    draft["attachments"] = (*draft.get("attachments", ()), *data.attachments)
    draft["missing"] = ()


def _declare_complete(draft: Draft, event: Event) -> None:
    data: Any = event.data
    _take_over(draft, event)
    draft["level"] = max(draft.get("level", 0), data.level)
    draft["accused"] = tuple(dict.fromkeys((*draft.get("accused", ()), *data.accused)))
    stated = {draft.get("accused_level"), data.accused_level} - {None}
    draft["accused_level"] = max(stated, default=None)


def _transfer(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["target"] = data.target


def _refer(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["barred"] = _barred(draft)
    draft.update(_OF_THE_REPORT)
    draft["requests"] = without_grounds(draft.get("requests", ()))
    receipt = draft.get("receipt")
    if receipt is not None:
        # That it named a place is of the receipt, which place it was is of the report.
        draft["receipt"] = evolve(receipt, place=withheld(receipt.place))
    draft["tracks"] = tuple(evolve(one, reference="") for one in draft.get("tracks", ()))
    draft["referral"] = data.referral
    draft["sealed"] = True


def _barred(draft: Draft) -> frozenset[str]:
    """Return the marks of the accused, of those in conflict, and of handlers below one of them."""
    conflicts = (one.officer for one in draft.get("conflicts", ()) if one.stands is not False)
    off = known((*draft.get("accused", ()), *conflicts))
    handlers = (*draft.get("past_handlers", ()), draft.get("handler"))
    below = (one.officer for one in handlers if one is not None and off & known(one.superiors))
    return frozenset(mark_of(draft["number"], one) for one in (*off, *below))


def _archive(draft: Draft, event: Event) -> None:
    draft["archive"] = event.data


def _answer_request(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["requests"] = tuple(
        evolve(one, answered=True, answered_at=event.at) if one.id == data.request else one
        for one in draft.get("requests", ())
    )


def _decide(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["decisions"] = (*draft.get("decisions", ()), data)
    handler: Handler | None = draft.get("handler")
    now = (handler.officer, event.by) if handler else (event.by,)
    draft["deciders"] = tuple(dict.fromkeys((*draft.get("deciders", ()), *now)))
    tasks = tuple(Task(id=one.id, text=one.text) for one in data.actions)
    draft["tasks"] = (*draft.get("tasks", ()), *tasks)


def _deliver(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["copies"] = (*draft.get("copies", ()), data.copy)
    draft["ombudsman_told"] = draft.get("ombudsman_told", False) or data.ombudsman_told


def _object(draft: Draft, _: Event) -> None:
    draft["objected_to"] = draft.get("deciders", ())


def _close_unanswered(draft: Draft, _: Event) -> None:
    draft["automatic"] = True


def _rework(draft: Draft, event: Event) -> None:
    data: Any = event.data
    _take_over(draft, event)
    draft["reopened"] = draft.get("reopened", 0) + 1
    if data.examination:
        draft["state"] = State.EXAMINED


def _withdraw(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["voluntary"] = data.voluntary


def _escalate(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["level"] = data.level
    draft["ombudsman_told"] = draft.get("ombudsman_told", False) or data.ombudsman_told


def _open_track(draft: Draft, event: Event) -> None:
    data: Any = event.data
    reference = "" if draft.get("sealed") else data.reference
    entry = TrackEntry(track=data.track, stage=data.stage, at=event.at, reference=reference)
    draft["tracks"] = (*draft.get("tracks", ()), entry)


def _request(draft: Draft, event: Event) -> None:
    data: Any = event.data
    ground = "" if draft.get("sealed") else data.ground
    asked = Request(id=data.id, kind=data.kind, ground=ground, asked_at=event.at)
    draft["requests"] = (*draft.get("requests", ()), asked)


def _hear(draft: Draft, event: Event) -> None:
    draft["hearings"] = (*draft.get("hearings", ()), event.data)


def _take_evidence(draft: Draft, event: Event) -> None:
    draft["evidence"] = (*draft.get("evidence", ()), event.data)


def _carry_out(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["tasks"] = tuple(
        evolve(one, done=not data.refused, refused=data.refused) if one.id == data.action else one
        for one in draft.get("tasks", ())
    )


def _pay_damages(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["paid"] = draft.get("paid", 0) + data.amount


def _report_conflict(draft: Draft, event: Event) -> None:
    data: Any = event.data
    reported_before: tuple[Conflict, ...] = draft.get("conflicts", ())
    before = next((one for one in reported_before if _is_of(one, data.officer)), None)
    reported = event.at if before is None or before.stands is not None else before.reported_at
    now = Conflict(
        officer=data.officer,
        reported_at=reported,
        stands=data.stands,
        decided_at=None if data.stands is None else event.at,
    )
    others = (one for one in reported_before if not _is_of(one, data.officer))
    draft["conflicts"] = (*others, now)
    handler: Handler | None = draft.get("handler")
    # Whoever is in conflict, or below, leaves the case; a decision then needs a new handler.
    if handler is not None and data.stands is not False and _goes(draft, handler, data.officer):
        draft["past_handlers"] = (*draft.get("past_handlers", ()), handler)
        draft["handler"] = None


def _is_of(conflict: Conflict, officer: str) -> bool:
    return known_as(conflict.officer) == known_as(officer)


def _goes(draft: Draft, handler: Handler, officer: str) -> bool:
    """Tell whether a handler is an officer, or below them by what was told at any time."""
    told = (*draft.get("past_handlers", ()), handler)
    theirs = (one for one in told if known_as(one.officer) == known_as(handler.officer))
    above = known(superior for one in theirs for superior in one.superiors)
    return known_as(officer) in {known_as(handler.officer), *above}


def _set_limit(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["own_limit"] = data.until


def _announce(draft: Draft, event: Event) -> None:
    data: Any = event.data
    draft["announced"] = (*draft.get("announced", ()), data.report)


EFFECTS: Final[Mapping[Step, Callable[[Draft, Event], None]]] = MappingProxyType(
    {
        Step.FILE: _file,
        Step.ISSUE_RECEIPT: _issue_receipt,
        Step.REVIEW: _take_over,
        Step.CLASSIFY: _classify,
        Step.DECLARE_INCOMPLETE: _declare_incomplete,
        Step.COMPLETE: _complete,
        Step.DECLARE_COMPLETE: _declare_complete,
        Step.TRANSFER: _transfer,
        Step.REFER: _refer,
        Step.ARCHIVE: _archive,
        Step.BEGIN_EXAMINATION: _take_over,
        Step.HEAR_SEPARATELY: _answer_request,
        Step.HAND_OVER: _answer_request,
        Step.DECIDE: _decide,
        Step.DELIVER: _deliver,
        Step.OBJECT: _object,
        Step.CLOSE_UNANSWERED: _close_unanswered,
        Step.REWORK: _rework,
        Step.WITHDRAW: _withdraw,
        Step.ESCALATE: _escalate,
        Step.OPEN_TRACK: _open_track,
        Step.REQUEST: _request,
        Step.HEAR: _hear,
        Step.TAKE_EVIDENCE: _take_evidence,
        Step.CARRY_OUT: _carry_out,
        Step.PAY_DAMAGES: _pay_damages,
        Step.REPORT_CONFLICT: _report_conflict,
        Step.REASSIGN: _take_over,
        Step.SET_LIMIT: _set_limit,
        Step.ANNOUNCE: _announce,
    }
)
"""What each step changes beside the state; those that are missing change nothing else."""
