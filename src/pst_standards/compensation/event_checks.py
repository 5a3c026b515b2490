"""Looking at the record of an event: its shape; no rule of the catalogue is about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pst_standards.definitions.records import read_record
from pst_standards.findings import Report
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
    """Check the shape of the record of an event.

    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> [found.rule for found in check_event({"id": "visit-1", "triggers": ["slow"]}).findings]
    ['DEF-017']
    """
    record = read_record(source, ServiceEvent)
    return judge(
        record.value,
        ABOUT,
        (),
        as_of=as_of or dt.datetime.now().astimezone().date(),
        origin=record.origin,
        shape=record.findings,
        rules=rules,
    )
