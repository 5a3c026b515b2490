"""Compensation that can be asked for: what is owed for an event, why, by when, and what else.

>>> import pst_standards as pst
>>> from pst_standards.definitions.records import load_record
>>> from pst_standards.model.service_event import ServiceEvent
>>> rule = {"id": "manners", "trigger": "conduct", "text": "Permintaan maaf tertulis"}
>>> office = pst.loads({"services": [{"id": "library"}], "compensation": {"rules": [rule]}})
>>> visit = {"service": "library", "triggers": ["conduct"]}
>>> visit["requested_at"] = "2026-10-05T09:00+07:00"
>>> answer = pst.entitlement(office, load_record(visit, ServiceEvent))
>>> answer.eligible, answer.wording.get("id"), answer.complaint_still_open
(True, 'Permintaan maaf tertulis', True)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.compensation.damages import DamagesClock, DamagesStanding, damages_standing
    from pst_standards.compensation.damages_checks import check_damages
    from pst_standards.compensation.entitlements import Entitlement, entitlement
    from pst_standards.compensation.errors import CompensationError, EventError, PolicyError
    from pst_standards.compensation.event_checks import check_event
    from pst_standards.compensation.outcome import Outcome
    from pst_standards.compensation.reasons import Reason
    from pst_standards.compensation.rights import Rights

_HOMES = {
    "CompensationError": "errors",
    "DamagesClock": "damages",
    "DamagesStanding": "damages",
    "Entitlement": "entitlements",
    "EventError": "errors",
    "Outcome": "outcome",
    "PolicyError": "errors",
    "Reason": "reasons",
    "Rights": "rights",
    "check_damages": "damages_checks",
    "check_event": "event_checks",
    "damages_standing": "damages",
    "entitlement": "entitlements",
}

__all__ = [
    "CompensationError",
    "DamagesClock",
    "DamagesStanding",
    "Entitlement",
    "EventError",
    "Outcome",
    "PolicyError",
    "Reason",
    "Rights",
    "check_damages",
    "check_event",
    "damages_standing",
    "entitlement",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
