"""The documents of many offices at once: what changed is made, what is up to date is left alone.

Names load on first use: whoever only looks whether all is up to date needs no writer of documents.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.documents.bulk.building import build_many
    from pst_standards.documents.bulk.given import Given, GivenError, Giver
    from pst_standards.documents.bulk.offices import Memory, Office, offices_among, offices_in
    from pst_standards.documents.bulk.outcome import Outcome, State
    from pst_standards.documents.bulk.settings import Settings
    from pst_standards.documents.bulk.workers import WorkerError

_HOMES = {
    "Given": "given",
    "GivenError": "given",
    "Giver": "given",
    "Memory": "offices",
    "Office": "offices",
    "Outcome": "outcome",
    "Settings": "settings",
    "State": "outcome",
    "WorkerError": "workers",
    "build_many": "building",
    "offices_among": "offices",
    "offices_in": "offices",
}

__all__ = [
    "Given",
    "GivenError",
    "Giver",
    "Memory",
    "Office",
    "Outcome",
    "Settings",
    "State",
    "WorkerError",
    "build_many",
    "offices_among",
    "offices_in",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
