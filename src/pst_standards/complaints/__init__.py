"""The life of a complaint: its log, its clocks, the rights of those in it, and its secrecy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.case import Case
    from pst_standards.complaints.cases import advance, possible, replay
    from pst_standards.complaints.clocks import ClockReading
    from pst_standards.complaints.errors import ComplaintError, EventError, TransitionError
    from pst_standards.complaints.events import Event
    from pst_standards.complaints.lengths import Clock
    from pst_standards.complaints.profiles import Profile, profile_on, profiles
    from pst_standards.complaints.states import State, Step

_HOMES = {
    "Case": "case",
    "Clock": "lengths",
    "ClockReading": "clocks",
    "ComplaintError": "errors",
    "Event": "events",
    "EventError": "errors",
    "Profile": "profiles",
    "State": "states",
    "Step": "states",
    "TransitionError": "errors",
    "advance": "cases",
    "possible": "cases",
    "profile_on": "profiles",
    "profiles": "profiles",
    "replay": "cases",
}

__all__ = [
    "Case",
    "Clock",
    "ClockReading",
    "ComplaintError",
    "Event",
    "EventError",
    "Profile",
    "State",
    "Step",
    "TransitionError",
    "advance",
    "possible",
    "profile_on",
    "profiles",
    "replay",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
