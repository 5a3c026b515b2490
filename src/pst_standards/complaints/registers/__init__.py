"""Where complaints are kept: the protocol of a register, and the stores that follow it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.registers.lines import Line, line_of
    from pst_standards.complaints.registers.memory import MemoryRegister
    from pst_standards.complaints.registers.opening import open_register
    from pst_standards.complaints.registers.postgres import PostgresRegister
    from pst_standards.complaints.registers.protocol import Register, RegisterError
    from pst_standards.complaints.registers.rebuilding import rebuild
    from pst_standards.complaints.registers.sqlite import SqliteRegister

_HOMES = {
    "Line": "lines",
    "MemoryRegister": "memory",
    "PostgresRegister": "postgres",
    "Register": "protocol",
    "RegisterError": "protocol",
    "SqliteRegister": "sqlite",
    "line_of": "lines",
    "open_register": "opening",
    "rebuild": "rebuilding",
}

__all__ = [
    "Line",
    "MemoryRegister",
    "PostgresRegister",
    "Register",
    "RegisterError",
    "SqliteRegister",
    "line_of",
    "open_register",
    "rebuild",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
