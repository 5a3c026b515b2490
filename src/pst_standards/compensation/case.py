"""An event held against a definition: looked through once, so that nothing later guesses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.calendar import Calendar
from pst_standards.compensation.clocks import OfficeClock, office_clock
from pst_standards.compensation.errors import EventError
from pst_standards.model.compensation import CompensationPolicy, Trigger
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import ServiceEvent
from pst_standards.model.standard import ServiceStandard

TIMED: Final = frozenset({Trigger.LATE, Trigger.WAITING_WITHOUT_INFORMATION})
"""Triggers that are measured in time."""

_MOMENTS: Final = (
    "requested_at",
    "complete_at",
    "clock_started_at",
    "served_at",
    "informed_at",
    "finished_at",
    "complained_at",
    "claimed_at",
    "verified_at",
)
ORDER: Final = (
    *(("requested_at", later) for later in _MOMENTS[1:]),
    ("served_at", "finished_at"),
    ("complete_at", "finished_at"),
    ("clock_started_at", "finished_at"),
    ("claimed_at", "verified_at"),
)
"""What cannot have happened before what."""


@frozen(kw_only=True)
class Case:
    """An event, the promises that it is held against, and the clock of the office.

    ``on`` is the moment up to which something that has not ended is counted, ``asked`` the day or
    moment of the question as it was given.
    """

    definition: Definition
    event: ServiceEvent
    requested: dt.datetime
    clock: OfficeClock
    standards: tuple[ServiceStandard, ...]
    policy: CompensationPolicy
    on: dt.datetime | None = None
    asked: dt.date | None = None

    @property
    def began(self) -> dt.datetime:
        """When the request was there and complete."""
        complete = self.event.complete_at
        return self.requested if complete is None else complete

    @property
    def ended(self) -> dt.datetime | None:
        """When the user had the service; of an event that is no matter of time, when it was."""
        event = self.event
        if event.finished_at is not None or not TIMED.isdisjoint(event.triggers):
            return event.finished_at
        return event.served_at or self.requested


def case_of(
    definition: Definition,
    event: ServiceEvent,
    *,
    on: dt.date | None = None,
    calendar: Calendar | None = None,
) -> Case:
    """Look through an event and bring it together with what the definition promises.

    Raises ``EventError`` for an event that lacks its service, trigger or request, names what the
    definition does not have, has a time without zone, or one before another that it follows.
    """
    requested = _moments(event)
    _known_names(definition, event)
    clock = office_clock(definition, requested, calendar)
    return Case(
        definition=definition,
        event=event,
        requested=requested,
        clock=clock,
        standards=tuple(one for one in definition.standards if one.service == event.service),
        policy=definition.compensation or CompensationPolicy(),
        on=_on(on, requested, clock),
        asked=on,
    )


def _moments(event: ServiceEvent) -> dt.datetime:
    for name, at in _stated(event):
        if at.utcoffset() is None:
            raise EventError("time.naive", field=name, time=at.isoformat())
    if event.requested_at is None:
        raise EventError("time.missing", field="requested_at")
    for first, later in ORDER:
        before, after = getattr(event, first), getattr(event, later)
        if before is not None and after is not None and after < before:
            told = {"before": before.isoformat(), "after": after.isoformat()}
            raise EventError("time.order", first=first, later=later, **told)
    for one in event.circumstances:
        if one.begins_at and one.ends_at and one.ends_at < one.begins_at:
            told = {"before": one.begins_at.isoformat(), "after": one.ends_at.isoformat()}
            raise EventError("time.order", first="begins_at", later="ends_at", **told)
    return event.requested_at


def _stated(event: ServiceEvent) -> Iterator[tuple[str, dt.datetime]]:
    for name in _MOMENTS:
        at = getattr(event, name)
        if at is not None:
            yield name, at
    for one in event.circumstances:
        for name in ("begins_at", "ends_at"):
            at = getattr(one, name)
            if at is not None:
                yield name, at


def _known_names(definition: Definition, event: ServiceEvent) -> None:
    services = dict.fromkeys(
        [one.id for one in definition.services]
        + [one.service for one in definition.standards if one.service]
    )
    if event.service is None:
        raise EventError("service.missing", known=", ".join(services))
    if event.service not in services:
        raise EventError("service.unknown", service=event.service, known=", ".join(services))
    if not event.triggers:
        raise EventError("trigger.missing", known=", ".join(one.value for one in Trigger))
    channels = definition.complaints.channels if definition.complaints else ()
    known = [one.id for one in channels]
    # A definition that names no channel yet contradicts none.
    if known and event.claim_channel is not None and event.claim_channel not in known:
        raise EventError("channel.unknown", channel=event.claim_channel, known=", ".join(known))


def _on(on: dt.date | None, requested: dt.datetime, clock: OfficeClock) -> dt.datetime | None:
    """Return the moment up to which is counted: of a day, its end."""
    if on is None:
        return None
    if not isinstance(on, dt.datetime):
        on = dt.datetime.combine(on, dt.time(23, 59), clock.zone.tzinfo)
    elif on.utcoffset() is None:
        raise EventError("time.naive", field="on", time=on.isoformat())
    if on < requested:
        raise EventError(
            "time.order",
            first="requested_at",
            later="on",
            before=requested.isoformat(),
            after=on.isoformat(),
        )
    return on
