"""The log of a case as the record that a file would tell; who complains is not in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

import attrs

from pst_standards.calendar import Zone
from pst_standards.complaints.events import Event
from pst_standards.complaints.parts import Action, Award, Handler, Notice
from pst_standards.complaints.payloads import Filed
from pst_standards.complaints.sealing import without_report
from pst_standards.model.base import Node, remember
from pst_standards.model.complaint_case import (
    ActionDecided,
    AwardMade,
    ComplaintFormat,
    ComplaintRecord,
    EventDetails,
    HandlerNamed,
    LoggedEvent,
    NoticeGiven,
)

_NODES: Final[dict[type, type[Node]]] = {
    Action: ActionDecided,
    Award: AwardMade,
    Handler: HandlerNamed,
    Notice: NoticeGiven,
}
_NOT_TOLD: Final = frozenset({"reporter", "code_hash", "zone"})
_BLANK: Final[tuple[Any, ...]] = (None, "", ())


def record_of(log: Sequence[Event]) -> ComplaintRecord:
    """Return the record that the events of a case tell, the first of which is its filing.

    Of a case that was referred to the whistleblowing system nothing of the report is in it.

    >>> from pst_standards.complaints.events import Event
    >>> told = {"number": "K-7", "channel": "letter", "text": "Antrean", "reporter": "pelapor-0"}
    >>> at = "2026-03-10T09:00:00+07:00"
    >>> filing = Event.from_dict({"step": "file", "at": at, "by": "reporter", "data": told})
    >>> record_of([filing]).number, record_of([filing]).reporter
    ('K-7', None)
    """
    filing, *later = without_report(log)
    return ComplaintRecord(
        format=ComplaintFormat.V1,
        filed_at=filing.at,
        events=tuple(map(_logged, later)),
        **_stated(filing.data, ComplaintRecord),
    )


def zone_told(log: Sequence[Event]) -> Zone | None:
    """Return the zone of the office that the filing of a case tells; a file has no place for it."""
    told = log[0].data
    return told.zone if isinstance(told, Filed) else None


def _logged(event: Event) -> LoggedEvent:
    data = EventDetails(**_stated(event.data, EventDetails))
    return LoggedEvent(step=event.step.value, at=event.at, by=event.by, data=data)


def _stated(told: Any, kind: type[Node]) -> dict[str, Any]:
    values = ((name, getattr(told, name)) for name in _shared(type(told), kind))
    return {name: _plain(value) for name, value in values if value not in _BLANK}


@remember
def _shared(told: type, kind: type[Node]) -> tuple[str, ...]:
    names = (one.name for one in attrs.fields(told))
    known = {one.name for one in attrs.fields(kind)}
    return tuple(name for name in names if name in known - _NOT_TOLD)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    node = _NODES.get(type(value))
    return value if node is None else node(**_stated(value, node))
