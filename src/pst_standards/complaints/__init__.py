"""The life of a complaint: its log, its clocks, the rights of those in it, and its secrecy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.errors import ComplaintError

_HOMES = {
    "ComplaintError": "errors",
}

__all__ = [
    "ComplaintError",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
