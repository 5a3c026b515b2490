"""What the law asks of a definition: the catalogue of rules, the engine, the checks, the report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.rules.checking import check, check_definition, check_reading
    from pst_standards.rules.rows import Catalogue, Row, catalogue

_HOMES = {
    "Catalogue": "rows",
    "Row": "rows",
    "catalogue": "rows",
    "check": "checking",
    "check_definition": "checking",
    "check_reading": "checking",
}

__all__ = ["Catalogue", "Row", "catalogue", "check", "check_definition", "check_reading"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
