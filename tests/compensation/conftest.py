from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pst_standards.calendar import Calendar
from pst_standards.compensation import Entitlement, entitlement
from pst_standards.definitions import load, loads
from pst_standards.definitions.records import load_record
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import ServiceEvent
from tests.compensation.answers_told import ALL, Answer, Data

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

HOURS = {
    "id": "week",
    "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
    "opens": "08:00",
    "closes": "16:00",
    "break_start": "12:00",
    "break_end": "13:00",
}
TIERS = [
    {"lower": 0, "upper": 30, "remedies": [{"kind": "spoken_apology"}]},
    {"lower": 30, "upper": 60, "remedies": [{"kind": "written_apology"}]},
    {"lower": 60, "remedies": [{"kind": "apology_of_head"}]},
]
RULE = {
    "id": "late",
    "trigger": "late",
    "clock": "beyond_standard",
    "unit": "minute",
    "tiers": TIERS,
}
LIMIT = {"id": "whole", "value": 60, "unit": "minute", "scope": "whole_process"}


def _office(
    *rules: Data,
    limits: tuple[Data, ...] = (LIMIT,),
    policy: Mapping[str, Any] | None = None,
    **more: Any,
) -> Definition:
    data: Data = {
        "office": {"code": "3322", "opening_hours": [HOURS]},
        "services": [{"id": "library"}],
        "standards": [
            {"id": "library", "service": "library", "time_limit": {"limits": list(limits)}}
        ],
        "complaints": {"channels": [{"id": "box", "medium": "box"}]},
        "compensation": {"rules": list(rules or (RULE,)), **(policy or {})},
        **more,
    }
    return loads(data)


def _event(**changes: Any) -> ServiceEvent:
    data: Data = {
        "id": "visit",
        "service": "library",
        "triggers": ["late"],
        "requested_at": "2026-10-05T09:00+07:00",
        "finished_at": "2026-10-05T10:30+07:00",
        **changes,
    }
    given = {key: value for key, value in data.items() if value is not None}
    return load_record(given, ServiceEvent)


@pytest.fixture(scope="session")
def answer() -> Answer:
    """Answer an event of an office, each given by what is unlike the usual."""

    def ask(
        *rules: Data,
        office: Mapping[str, Any] | None = None,
        calendar: Calendar | None = None,
        on: Any = None,
        **event: Any,
    ) -> Entitlement:
        definition = _office(*rules, **(office or {}))
        return entitlement(definition, _event(**event), calendar=calendar, on=on)

    return ask


@pytest.fixture(scope="session")
def make_office() -> Callable[..., Definition]:
    """Make an office that promises sixty minutes and compensates by three tiers."""
    return _office


@pytest.fixture(scope="session")
def make_event() -> Callable[..., ServiceEvent]:
    """Make an event of Monday, 5 October 2026; the service takes an hour and a half."""
    return _event


@pytest.fixture(scope="session")
def late() -> Data:
    """The rule that the office has unless it is given others."""
    return RULE


@pytest.fixture(scope="session")
def semarang() -> Definition:
    return load(EXAMPLES / "kabupaten-semarang")


@pytest.fixture(scope="session")
def excused(answer: Answer, late: Data) -> Answer:
    """Answer an event with circumstances, of a rule that names all exclusions."""

    def ask(*circumstances: Data, rule: Data | None = None, **event: Any) -> Entitlement:
        given = {**late, "exclusions": ALL, **(rule or {})}
        return answer(given, circumstances=list(circumstances), **event)

    return ask
