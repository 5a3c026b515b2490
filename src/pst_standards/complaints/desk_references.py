"""What an event holds of who complains: a reference of the vault, and one to come until then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import evolve

from pst_standards.complaints.events import Event
from pst_standards.complaints.filing import SealingHand
from pst_standards.complaints.payloads import Payload
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.references import IdentityRef

TO_COME: Final = IdentityRef("pelapor-" + "0" * 32)
"""Stands for a reference while it is looked at whether an event may happen at all."""


def nameless(
    data: Payload | Mapping[str, Any] | None, hand: SealingHand
) -> Payload | Mapping[str, Any] | None:
    """Return what a step tells with a reference to come in place of a reporter, who is sealed."""
    if isinstance(data, Payload) or not isinstance((data or {}).get("reporter"), Mapping):
        return data
    told = dict(data or {})
    hand(told.pop("reporter"))
    return {**told, "reporter": str(TO_COME)}


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
