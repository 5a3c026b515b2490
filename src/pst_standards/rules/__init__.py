"""What the law asks of a definition: the catalogue of rules, the engine, the checks, the report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.rules.checking import check, check_definition, check_reading
    from pst_standards.rules.errors import BaselineError, PackError, ProfileError, RulesError
    from pst_standards.rules.packs import RulePack
    from pst_standards.rules.profile import Profile, read_profile
    from pst_standards.rules.rows import Catalogue, Row, catalogue
    from pst_standards.rules.rulebook import Rulebook, installed_rulebook, standard_rulebook

_HOMES = {
    "BaselineError": "errors",
    "Catalogue": "rows",
    "PackError": "errors",
    "Profile": "profile",
    "ProfileError": "errors",
    "Row": "rows",
    "RulePack": "packs",
    "Rulebook": "rulebook",
    "RulesError": "errors",
    "catalogue": "rows",
    "check": "checking",
    "check_definition": "checking",
    "check_reading": "checking",
    "installed_rulebook": "rulebook",
    "read_profile": "profile",
    "standard_rulebook": "rulebook",
}

__all__ = [
    "BaselineError",
    "Catalogue",
    "PackError",
    "Profile",
    "ProfileError",
    "Row",
    "RulePack",
    "Rulebook",
    "RulesError",
    "catalogue",
    "check",
    "check_definition",
    "check_reading",
    "installed_rulebook",
    "read_profile",
    "standard_rulebook",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
