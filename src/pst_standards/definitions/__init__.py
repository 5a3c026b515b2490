"""Definition files and the model: read with positions, lay layers, structure, write back."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.definitions.assembling import (
        Reading,
        dumps,
        load,
        loads,
        read_data,
        read_path,
    )
    from pst_standards.definitions.base_finder import Base, Bases
    from pst_standards.definitions.errors import DefinitionError, OutputError, UnreadableError
    from pst_standards.definitions.schema import complete_schema, definition_schema

_HOMES = {
    "Base": "base_finder",
    "Bases": "base_finder",
    "DefinitionError": "errors",
    "OutputError": "errors",
    "Reading": "assembling",
    "UnreadableError": "errors",
    "complete_schema": "schema",
    "definition_schema": "schema",
    "dumps": "assembling",
    "load": "assembling",
    "loads": "assembling",
    "read_data": "assembling",
    "read_path": "assembling",
}

__all__ = [
    "Base",
    "Bases",
    "DefinitionError",
    "OutputError",
    "Reading",
    "UnreadableError",
    "complete_schema",
    "definition_schema",
    "dumps",
    "load",
    "loads",
    "read_data",
    "read_path",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
