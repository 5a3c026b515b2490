"""Looking at the record of an event: its shape, what it lacks, the order of its moments.

No rule of the catalogue is about an event; what the law says of one is in its answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pst_standards.compensation.case import ORDER
from pst_standards.definitions.record_faults import absent, disordered, lacking
from pst_standards.definitions.records import Record, read_record
from pst_standards.findings import Finding, Report
from pst_standards.model.compensation import Trigger
from pst_standards.model.service_event import ServiceEvent
from pst_standards.rules.cases import judge
from pst_standards.rules.rulebook import Rulebook

ABOUT: Final = "service-event"
"""How rows of the catalogue would name an event."""


def check_event(
    source: str | Path | Mapping[str, Any],
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
) -> Report:
    """Check the shape of the record of an event, what it lacks, and the order of its moments.

    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> visit = {"service": "library", "triggers": ["slow"], "served_at": "2026-10-05T09:00+07:00"}
    >>> [(found.rule, found.pointer) for found in check_event(visit).findings]
    [('DEF-017', ('triggers', 0)), ('DEF-037', ('requested_at',))]
    """
    record = read_record(source, ServiceEvent)
    return judge(
        record.value,
        ABOUT,
        (),
        as_of=as_of or dt.datetime.now().astimezone().date(),
        origin=record.origin,
        shape=(*record.findings, *_faults(record)),
        rules=rules,
    )


def _faults(record: Record[ServiceEvent]) -> Iterator[Finding]:
    event, origin = record.value, record.origin
    yield from lacking(origin, "service", "triggers", "requested_at")
    if Trigger.OVERCHARGED in event.triggers:
        amounts = ("amount_due", "amount_charged")
        yield from (absent(origin, (key,)) for key in amounts if origin.data.get(key) is None)
    yield from disordered(event, ORDER, origin)
    for place, one in enumerate(event.circumstances):
        pairs = [("begins_at", "ends_at")]
        yield from disordered(one, pairs, origin, ("circumstances", place))
