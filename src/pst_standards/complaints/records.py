"""A complaint as a file, turned into events; who complains is left out of every one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from pst_standards.complaints.coding import decode, faults
from pst_standards.complaints.errors import EventError
from pst_standards.complaints.events import PROXY, REPORTER, Event
from pst_standards.complaints.payloads import PAYLOADS, Filed
from pst_standards.complaints.states import Step
from pst_standards.model.base import Node, Text
from pst_standards.model.complaint_case import ComplaintRecord

_OF_THE_FILE: Final = frozenset({"format", "reporter", "filed_at", "events"})
_OF_A_NODE: Final = frozenset({"source", "confidence", "marks", "confirmed", "extras"})


def filing_of(
    record: ComplaintRecord, *, number: str = "", reporter: str = "", at: dt.datetime | None = None
) -> Event:
    """Return the event of filing; ``reporter`` is the reference that the vault gave.

    ``number`` and ``at`` stand in for what the record leaves out. Raises ``EventError`` where
    neither tells when or under which number.

    >>> record = ComplaintRecord(channel="letter", text="Antrean tiga jam")
    >>> at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    >>> filing_of(record, number="K-7Q2M", reporter="ref-1", at=at).data.reporter
    'ref-1'
    """
    filed_at = record.filed_at or at
    if filed_at is None:
        raise EventError("field.missing", field="filed_at")
    told = {name: value for name, value in _plain(record).items() if name not in _OF_THE_FILE}
    told = {**told, "reporter": reporter, "number": record.number or number}
    by = PROXY if record.proxy else REPORTER
    return Event(step=Step.FILE, at=filed_at, by=by, data=decode(Filed, told, ""))


def events_of(record: ComplaintRecord, *, reporter: str = "") -> tuple[Event, ...]:
    """Return the filing and the events that a record tells.

    Raises ``EventError`` for an event that is not of its form.
    """
    later = [_event(_plain(one), number) for number, one in enumerate(record.events)]
    return (filing_of(record, reporter=reporter), *later)


def faults_of(record: ComplaintRecord) -> Iterator[EventError]:
    """Yield every value that keeps a record from being events, under the field it stands in.

    >>> [one.params["field"] for one in faults_of(ComplaintRecord(channel="x", text="Antrean"))]
    ['channel']
    """
    told = {name: value for name, value in _plain(record).items() if name not in _OF_THE_FILE}
    yield from faults(Filed, {"number": "", **told}, "")
    for number, one in enumerate(record.events):
        event, place = _plain(one), f"events.{number}"
        step = next((step for step in Step if step.value == event.get("step")), None)
        lacking = [key for key in ("step", "at", "by") if key not in event]
        yield from (EventError("field.missing", field=f"{place}.{key}") for key in lacking)
        if step is not None:
            yield from faults(PAYLOADS[step], event.get("data", {}), f"{place}.data")
        elif "step" in event:
            known = ", ".join(step.value for step in Step)
            yield EventError("step.unknown", field=f"{place}.step", known=known)


def _event(told: dict[str, Any], number: int) -> Event:
    place = f"events.{number}"
    for key in ("step", "at", "by"):
        if key not in told:
            raise EventError("field.missing", field=f"{place}.{key}")
    step = next((one for one in Step if one.value == told["step"]), None)
    if step is None:
        raise EventError("step.unknown", known=", ".join(one.value for one in Step))
    at = dt.datetime.fromisoformat(told["at"])
    data = decode(PAYLOADS[step], told.get("data", {}), f"{place}.data")
    return Event(step=step, at=at, by=told["by"], data=data)


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON holds it."""
    if isinstance(value, Node):
        stated = dict(value.stated())
        return {key: _plain(one) for key, one in stated.items() if key not in _OF_A_NODE}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.id if isinstance(value, Text) else value
