"""Where complaints are kept: the protocol of a register, and the stores that follow it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.registers.lines import Line, line_of
    from pst_standards.complaints.registers.memory import MemoryRegister
    from pst_standards.complaints.registers.protocol import Register, RegisterError
    from pst_standards.complaints.registers.rebuilding import rebuild

_HOMES = {
    "Line": "lines",
    "MemoryRegister": "memory",
    "Register": "protocol",
    "RegisterError": "protocol",
    "line_of": "lines",
    "rebuild": "rebuilding",
}

__all__ = ["Line", "MemoryRegister", "Register", "RegisterError", "line_of", "rebuild"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
