"""What a step is told with, and who complains in it: a reference of the vault, or one to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Final, TypeAlias

from attrs import evolve

from pst_standards.complaints.case import Case
from pst_standards.complaints.coding import decode
from pst_standards.complaints.errors import ComplaintError, EventError
from pst_standards.complaints.events import CITIZENS, PROXY, REPORTER, SYSTEM, Event
from pst_standards.complaints.filing import SealingHand
from pst_standards.complaints.impartial import Officer, handler_of, with_superiors
from pst_standards.complaints.officers import LONGEST_ID, is_officer_id, known_as
from pst_standards.complaints.payloads import PAYLOADS, Payload, Recorded
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.references import IdentityRef, is_reference
from pst_standards.complaints.states import Step

TO_COME: Final = IdentityRef("pelapor-" + "0" * 32)
"""Stands for a reference while it is looked at whether an event may happen at all."""


_BY_CITIZEN: Final = frozenset(
    {Step.COMPLETE, Step.ACCEPT, Step.OBJECT, Step.WITHDRAW, Step.REQUEST}
)
_BY_TIME: Final = frozenset({Step.LAPSE, Step.CLOSE_UNANSWERED})
Told: TypeAlias = Payload | Mapping[str, Any] | None
"""What somebody tells of a step."""


def step_told(
    step: Step | str, data: Told, hand: SealingHand
) -> tuple[Step, Payload] | ComplaintError:
    """Return a step and what it tells, or why not; a reporter in it is sealed before all else.

    The error is made anew: the one that was raised remembers frames, and these remember the data
    with whatever stands under a key that is not known.
    """
    try:
        told = _nameless(data, hand)
        which = step_of(step)
        identity = hand.sealed()
        payload = told if isinstance(told, Payload) else decode(PAYLOADS[which], told)
        if identity is None:
            refuse_named(payload)
    except ComplaintError as error:
        return type(error)(error.key, **error.params)
    return which, payload


def _nameless(data: Told, hand: SealingHand) -> Payload | Mapping[str, Any]:
    """Return what is told with a reference to come in place of a reporter of whatever shape.

    Who gave it in a mapping that can be changed has it no longer.
    """
    if isinstance(data, Payload) or not isinstance(data, Mapping):
        return {} if data is None else data
    given = dict(data)
    reporter = given.pop("reporter", None)
    if isinstance(data, MutableMapping):
        data.pop("reporter", None)
    if reporter is None or reporter == "":
        return given
    if is_reference(reporter):
        raise SecrecyError("secrecy.reference")
    hand(reporter)
    if hand.dropped:
        # A step has nowhere to say that something was not kept, so it does not happen at all.
        raise SecrecyError("secrecy.contact-nameless")
    return given if hand.nobody else {**given, "reporter": str(TO_COME)}


def step_of(step: Step | str) -> Step:
    """Return a step by its name or its number in the table, such as ``review`` or ``T03``.

    >>> step_of("T03")
    <Step.REVIEW: 'review'>
    """
    if isinstance(step, Step):
        return step
    for one in Step:
        if step in {one.value, one.number}:
            return one
    raise EventError("step.unknown", known=", ".join(one.value for one in Step))


def refuse_named(data: Payload) -> None:
    """Refuse a name or a reference from elsewhere where that of the vault belongs.

    With the reference of another case its reporter could be opened through this one.
    """
    if getattr(data, "reporter", ""):
        del data
        raise SecrecyError("secrecy.reference")


def referring(events: tuple[Event, ...], ref: IdentityRef | None) -> tuple[Event, ...]:
    """Return the events with the reference of the vault in the place kept for it."""
    if ref is None:
        return events
    return tuple(_with_reference(one, ref) for one in events)


def _with_reference(event: Event, ref: IdentityRef) -> Event:
    told: Any = event.data
    if getattr(told, "reporter", "") != str(TO_COME):
        return event
    return evolve(event, data=evolve(told, reporter=str(ref)))


def references_in(log: tuple[Event, ...]) -> Iterator[IdentityRef]:
    """Yield the references that the events of a log hold."""
    for event in log:
        written = getattr(event.data, "reporter", "")
        if written:
            yield IdentityRef.parse(written)


def doer(step: Step, case: Case, officer: str) -> str:
    """Return who does a step: the complainant or their proxy, time that passed, or the officer."""
    if step in _BY_CITIZEN:
        return PROXY if case.proxy else REPORTER
    return SYSTEM if step in _BY_TIME else officer


def at_work(sitting: Officer) -> str:
    """Return the id of who sits at a desk; nobody may sit there as somebody who is no officer."""
    if not sitting.id:
        raise ComplaintError("officer.missing")
    told_by_id(sitting)
    return sitting.id


def told_by_id(sitting: Officer) -> None:
    """Raise where who sits at a desk, or somebody above, is not told by the id of an officer.

    Nobody may sit there: a list of what is due asks for no officer.
    """
    if known_as(sitting.id) in CITIZENS | {SYSTEM}:
        raise ComplaintError("officer.reserved")
    if sitting.id and not is_officer_id(sitting.id):
        raise EventError("officer.form", field="officer", most=LONGEST_ID)
    if not all(map(is_officer_id, sitting.superiors)):
        raise EventError("officer.form", field="superiors", most=LONGEST_ID)


def recorded(told: Payload, by: str, sitting: Officer) -> Payload:
    """Return what is told with who sits at the desk, where somebody else is said to have done it.

    Where who sits there is to be the handler, those above them are told too. Raises ``EventError``
    where somebody else is told to have written it down.
    """
    open_one: Any = told
    if isinstance(told, Recorded):
        if told.recorded_by.strip() and known_as(told.recorded_by) != known_as(sitting.id):
            raise EventError("recorded-by.other", field="recorded_by")
        open_one = evolve(open_one, recorded_by="" if by == sitting.id else sitting.id)
    handler = handler_of(told)
    if handler is not None:
        place = "handler" if hasattr(told, "handler") else "examiner"
        open_one = evolve(open_one, **{place: with_superiors(handler, sitting)})
    payload: Payload = open_one
    return payload
