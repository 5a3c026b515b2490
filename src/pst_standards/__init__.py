"""Service standards, maklumat and compensation of Indonesian public offices as one definition.

    >>> import pst_standards as pst
    >>> definition = pst.loads({"services": [{"id": "library", "name": "Perpustakaan"}]})
    >>> definition.services[0].name.get("id")
    'Perpustakaan'

Names load on first use: importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.compensation.entitlements import entitlement
    from pst_standards.definitions.assembling import dumps, load, loads
    from pst_standards.definitions.base_finder import Bases
    from pst_standards.definitions.errors import DefinitionError, OutputError, UnreadableError
    from pst_standards.definitions.schema import complete_schema, definition_schema
    from pst_standards.definitions.wording import word
    from pst_standards.documents.building import build
    from pst_standards.documents.errors import DocumentError, MissingExtraError
    from pst_standards.documents.kinds import render
    from pst_standards.documents.manifest import Manifest
    from pst_standards.documents.refusals import FinalError, NothingToPrintError, RequestError
    from pst_standards.findings import Finding, Report, Severity, Verdict
    from pst_standards.law import Citation
    from pst_standards.model.definition import Definition
    from pst_standards.rules.checking import check
    from pst_standards.tariffs.checking import check_sale
    from pst_standards.tariffs.errors import TariffError
    from pst_standards.tariffs.pricing import price
    from pst_standards.tariffs.quoting import quotation

__version__ = "0.1.0"

_HOMES = {
    "Bases": "definitions.base_finder",
    "Citation": "law",
    "Definition": "model.definition",
    "DefinitionError": "definitions.errors",
    "DocumentError": "documents.errors",
    "FinalError": "documents.refusals",
    "Finding": "findings",
    "Manifest": "documents.manifest",
    "MissingExtraError": "documents.errors",
    "NothingToPrintError": "documents.refusals",
    "OutputError": "definitions.errors",
    "Report": "findings",
    "RequestError": "documents.refusals",
    "Severity": "findings",
    "TariffError": "tariffs.errors",
    "UnreadableError": "definitions.errors",
    "Verdict": "findings",
    "build": "documents.building",
    "check": "rules.checking",
    "check_sale": "tariffs.checking",
    "complete_schema": "definitions.schema",
    "definition_schema": "definitions.schema",
    "dumps": "definitions.assembling",
    "entitlement": "compensation.entitlements",
    "load": "definitions.assembling",
    "loads": "definitions.assembling",
    "price": "tariffs.pricing",
    "quotation": "tariffs.quoting",
    "render": "documents.kinds",
    "word": "definitions.wording",
}

__all__ = [
    "Bases",
    "Citation",
    "Definition",
    "DefinitionError",
    "DocumentError",
    "FinalError",
    "Finding",
    "Manifest",
    "MissingExtraError",
    "NothingToPrintError",
    "OutputError",
    "Report",
    "RequestError",
    "Severity",
    "TariffError",
    "UnreadableError",
    "Verdict",
    "build",
    "check",
    "check_sale",
    "complete_schema",
    "definition_schema",
    "dumps",
    "entitlement",
    "load",
    "loads",
    "price",
    "quotation",
    "render",
    "word",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    # Kept, so that a room of the same name that loads later cannot take the name's place.
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
