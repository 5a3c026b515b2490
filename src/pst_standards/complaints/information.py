"""A request for public information, from its receipt to the last court (UU 14/2008).

The times are working days by the act itself, and all run from the first receipt: an extension
ends seventeen working days after it, whenever it was granted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from pst_standards.calendar import Calendar, Side
from pst_standards.calendar.zones import zone_of_time
from pst_standards.complaints.clocks import ClockReading
from pst_standards.complaints.errors import EventError, TransitionError
from pst_standards.complaints.ids import is_number
from pst_standards.complaints.information_terms import (
    InformationState,
    InformationStep,
    ObjectionGround,
)
from pst_standards.complaints.lengths import LENGTHS, Clock, Length
from pst_standards.complaints.office_days import day_at
from pst_standards.complaints.officers import LONGEST_ID, is_officer_id
from pst_standards.complaints.readings import readings_of, standing
from pst_standards.model.channel import TimeUnit

_ACT: Final = "UU 14/2008 Pasal"
ANSWER: Final = LENGTHS[Clock.INFORMATION]
EXTENDED: Final = Length(
    number=17,
    unit=TimeUnit.WORKING_DAY,
    citations=(f"{_ACT} 22 ayat (7)", f"{_ACT} 22 ayat (8)"),
)
OBJECT: Final = Length(
    number=30, unit=TimeUnit.WORKING_DAY, side=Side.CITIZEN, citations=(f"{_ACT} 36 ayat (1)",)
)
SUPERIOR: Final = Length(number=30, unit=TimeUnit.WORKING_DAY, citations=(f"{_ACT} 36 ayat (2)",))
DISPUTE: Final = Length(
    number=14, unit=TimeUnit.WORKING_DAY, side=Side.CITIZEN, citations=(f"{_ACT} 37 ayat (2)",)
)
EXCLUSIONS: Final = frozenset("abcdefghij")
"""The letters of Pasal 17 under which information is excluded."""


@frozen(kw_only=True)
class InformationEvent:
    """What happened to a request, and what is told of it; each step asks for its own fields.

    ``letter`` is that of Pasal 17, ``found_on`` the day on which the ground of an objection was
    found, ``upheld`` whether the superior keeps to what was refused, ``received_on`` the day on
    which that answer reached who had objected, where it was a later one.
    """

    step: InformationStep
    at: dt.datetime
    by: str
    number: str = ""
    reason: str = ""
    letter: str = ""
    consequence_test: bool = False
    redacted: tuple[str, ...] = ()
    target: str = ""
    ground: ObjectionGround | None = None
    found_on: dt.date | None = None
    upheld: bool | None = None
    received_on: dt.date | None = None


@frozen(kw_only=True)
class InformationRequest:
    """A request as its events have made it."""

    state: InformationState
    log: tuple[InformationEvent, ...]

    def first(self, step: InformationStep) -> InformationEvent | None:
        """Return the first event of a step."""
        return next((one for one in self.log if one.step is step), None)

    @property
    def number(self) -> str:
        """The number under which it was registered."""
        registered = self.first(InformationStep.REGISTER)
        return registered.number if registered else ""

    def day(self, at: dt.datetime) -> dt.date:
        """Return the date of a moment in the zone of the first receipt."""
        zone = zone_of_time(self.log[0].at)
        if zone is None:
            raise TransitionError("zone.unknown")
        return day_at(at, zone)


_State = InformationState
_Step = InformationStep
_RUNNING: Final = frozenset({_State.REGISTERED, _State.EXTENDED})
_GIVEN: Final = frozenset({_State.GRANTED, _State.PARTLY_GRANTED})
_MOVES: Final[Mapping[_Step, tuple[frozenset[_State], _State]]] = MappingProxyType(
    {
        _Step.REGISTER: (frozenset({_State.SUBMITTED}), _State.REGISTERED),
        _Step.EXTEND: (frozenset({_State.REGISTERED}), _State.EXTENDED),
        _Step.GRANT: (_RUNNING, _State.GRANTED),
        _Step.GRANT_PARTLY: (_RUNNING, _State.PARTLY_GRANTED),
        _Step.REFUSE: (_RUNNING, _State.REFUSED),
        _Step.REFER: (_RUNNING, _State.REFERRED),
        _Step.HAND_OVER: (_GIVEN, _State.HANDED_OVER),
        _Step.CLOSE: (frozenset({_State.HANDED_OVER, _State.REFERRED}), _State.CLOSED),
        _Step.OBJECT: (
            # Also whoever was never given a number: an office that is silent does not register.
            frozenset({_State.SUBMITTED, _State.REFUSED, _State.REFERRED, _State.HANDED_OVER})
            | _RUNNING
            | _GIVEN,
            _State.OBJECTED,
        ),
        _Step.ANSWER: (frozenset({_State.OBJECTED}), _State.ANSWERED),
        _Step.DISPUTE: (frozenset({_State.ANSWERED, _State.OBJECTED}), _State.DISPUTED),
        _Step.RULE: (frozenset({_State.DISPUTED}), _State.RULED),
        _Step.SUE: (frozenset({_State.RULED}), _State.SUED),
        _Step.APPEAL: (frozenset({_State.SUED}), _State.APPEALED),
    }
)


def advance_request(
    request: InformationRequest | None, event: InformationEvent, *, calendar: Calendar
) -> InformationRequest:
    """Return the request after one event more; ``TransitionError`` where it cannot be.

    ``EventError`` for an officer who is not told by an id, or a number that is none.

    >>> from pst_standards.calendar import default_calendar
    >>> at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    >>> event = InformationEvent(step=InformationStep.SUBMIT, at=at, by="reporter")
    >>> advance_request(None, event, calendar=default_calendar()).state.en
    'Submitted'
    """
    if event.at.utcoffset() is None:
        raise TransitionError("time.naive", field="at")
    _by_id(event)
    if request is None:
        if event.step is not _Step.SUBMIT:
            raise TransitionError("information.before-submission", step=event.step.value)
        if zone_of_time(event.at) is None:
            raise TransitionError("zone.unknown")
        return InformationRequest(state=_State.SUBMITTED, log=(event,))
    _fits(request, event)
    guard = _GUARDS.get(event.step)
    refusal = guard(request, event, calendar) if guard else None
    if refusal is not None:
        raise TransitionError(f"information.{refusal}", step=event.step.value)
    return _after(request, event)


def _by_id(event: InformationEvent) -> None:
    """Raise ``EventError`` where a name could stand: in who did it, or in a number."""
    if not is_officer_id(event.by):
        raise EventError("officer.form", field="by", most=LONGEST_ID)
    if event.number.strip() and not is_number(event.number):
        raise EventError("number.form", field="number", most=LONGEST_ID)


def replay_request(events: Iterable[InformationEvent]) -> InformationRequest:
    """Return the request that a log makes, by the table alone."""
    request: InformationRequest | None = None
    for event in events:
        if request is None:
            request = InformationRequest(state=_State.SUBMITTED, log=(event,))
        else:
            _fits(request, event)
            request = _after(request, event)
    if request is None:
        raise TransitionError("log.empty")
    return request


def _after(request: InformationRequest, event: InformationEvent) -> InformationRequest:
    return evolve(request, state=_MOVES[event.step][1], log=(*request.log, event))


def _fits(request: InformationRequest, event: InformationEvent) -> None:
    sources = _MOVES[event.step][0] if event.step in _MOVES else frozenset()
    if request.state not in sources:
        state = request.state.value
        raise TransitionError("step.wrong-state", step=event.step.value, state=state)
    if event.at < request.log[-1].at:
        latest = request.log[-1].at.isoformat(timespec="minutes")
        raise TransitionError("time.back", step=event.step.value, last=latest)


_Guard = Callable[[InformationRequest, InformationEvent, Calendar], str | None]


def _numbered(_: InformationRequest, event: InformationEvent, __: Calendar) -> str | None:
    return None if event.number.strip() else "number"


def _extendable(
    request: InformationRequest, event: InformationEvent, calendar: Calendar
) -> str | None:
    if not event.reason.strip():
        return "extension-reason"
    received = request.day(request.log[0].at)
    over = request.day(event.at) > calendar.add_working_days(received, ANSWER.number)
    return "extension-late" if over else None


def _redacted(_: InformationRequest, event: InformationEvent, __: Calendar) -> str | None:
    return None if event.redacted and event.reason.strip() else "redaction"


def _excluded(_: InformationRequest, event: InformationEvent, __: Calendar) -> str | None:
    if event.letter not in EXCLUSIONS:
        return "exclusion"
    return None if event.consequence_test and event.reason.strip() else "consequence"


def _referred(_: InformationRequest, event: InformationEvent, __: Calendar) -> str | None:
    return None if event.target.strip() else "target"


def _objectable(
    request: InformationRequest, event: InformationEvent, calendar: Calendar
) -> str | None:
    if event.ground is None:
        return "ground"
    found = event.found_on or request.day(event.at)
    over = request.day(event.at) > calendar.add_working_days(found, OBJECT.number)
    return "objection-late" if over else None


def _answered(_: InformationRequest, event: InformationEvent, __: Calendar) -> str | None:
    if event.upheld is None:
        return "answer"
    return "answer-reason" if event.upheld and not event.reason.strip() else None


def _disputable(
    request: InformationRequest, event: InformationEvent, calendar: Calendar
) -> str | None:
    day, last = request.day(event.at), request.log[-1]
    if request.state is _State.OBJECTED:
        # Silence on an objection opens the dispute once the superior's time is over.
        over = calendar.add_working_days(request.day(last.at), SUPERIOR.number)
        return None if day > over else "dispute-early"
    over = calendar.add_working_days(_reached(request, last), DISPUTE.number)
    return "dispute-late" if day > over else None


def _reached(request: InformationRequest, answer: InformationEvent) -> dt.date:
    """Return the day from which an answer can be disputed: that on which it was received."""
    answered = request.day(answer.at)
    return max(answered, answer.received_on or answered)


_GUARDS: Final[Mapping[_Step, _Guard]] = MappingProxyType(
    {
        _Step.REGISTER: _numbered,
        _Step.EXTEND: _extendable,
        _Step.GRANT_PARTLY: _redacted,
        _Step.REFUSE: _excluded,
        _Step.REFER: _referred,
        _Step.OBJECT: _objectable,
        _Step.ANSWER: _answered,
        _Step.DISPUTE: _disputable,
    }
)
_ENDS_ANSWER: Final = (_Step.GRANT, _Step.GRANT_PARTLY, _Step.REFUSE, _Step.REFER)


def information_clocks(
    request: InformationRequest, *, calendar: Calendar, on: dt.date
) -> tuple[ClockReading, ...]:
    """Return the times of a request: its answer, the superior's answer, the time to dispute."""
    length = EXTENDED if request.first(_Step.EXTEND) else ANSWER
    ended = next((one for one in request.log if one.step in _ENDS_ANSWER), None)
    found = [
        _reading(request, Clock.INFORMATION.value, request.log[0], ended, length, (calendar, on))
    ]
    objected, answered = request.first(_Step.OBJECT), request.first(_Step.ANSWER)
    disputed = request.first(_Step.DISPUTE)
    if objected:
        found.append(_reading(request, "I2", objected, answered, SUPERIOR, (calendar, on)))
    if answered:
        found.append(_reading(request, "I3", answered, disputed, DISPUTE, (calendar, on)))
    return tuple(found)


def _reading(
    request: InformationRequest,
    name: str,
    start: InformationEvent,
    end: InformationEvent | None,
    length: Length,
    counted: tuple[Calendar, dt.date],
) -> ClockReading:
    calendar, on = counted
    begun = _reached(request, start)
    both, provisional = readings_of(begun, length, calendar)
    ended = request.day(end.at) if end else None
    status = standing(both, length.side, ended or on)
    return ClockReading(
        id=name,
        started=begun,
        strict=both.strict,
        lenient=both.lenient,
        direction=length.side,
        status=status,
        ended=ended,
        citations=length.citations,
        provisional=provisional,
    )


def request_to_dict(request: InformationRequest) -> dict[str, Any]:
    """Return number, state and days of a request as they stand in JSON."""
    return {
        "number": request.number,
        "state": request.state.value,
        "log": [{"step": one.step.value, "at": one.at.isoformat()} for one in request.log],
    }
