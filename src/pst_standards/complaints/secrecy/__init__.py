"""Secrecy by construction: what a case holds of a person, and the vault that holds the rest.

UU 25/2009 Pasal 49 orders that the identity of who complains be kept secret, and Pasal 54 ayat (9)
dismisses whoever breaks it. So nothing here relies on somebody remembering to leave a field out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.secrecy.cells import PublishedTable, published_table
    from pst_standards.complaints.secrecy.codes import (
        Attempts,
        AttemptsInMemory,
        SecretCode,
        matches,
        must_match,
        new_number,
    )
    from pst_standards.complaints.secrecy.errors import SecrecyError, VaultError
    from pst_standards.complaints.secrecy.identity import Identity, taken
    from pst_standards.complaints.secrecy.masking import masked
    from pst_standards.complaints.secrecy.openings import Opening, Purpose
    from pst_standards.complaints.secrecy.references import IdentityRef
    from pst_standards.complaints.secrecy.retention import EndedCase, Retention, due, erase_due
    from pst_standards.complaints.secrecy.sealed import Sealed
    from pst_standards.complaints.secrecy.vaults import Vault
    from pst_standards.complaints.secrecy.views import Role, statistics, view

_HOMES = {
    "Attempts": "codes",
    "AttemptsInMemory": "codes",
    "EndedCase": "retention",
    "Identity": "identity",
    "IdentityRef": "references",
    "Opening": "openings",
    "PublishedTable": "cells",
    "Purpose": "openings",
    "Retention": "retention",
    "Role": "views",
    "Sealed": "sealed",
    "SecrecyError": "errors",
    "SecretCode": "codes",
    "Vault": "vaults",
    "VaultError": "errors",
    "due": "retention",
    "erase_due": "retention",
    "masked": "masking",
    "matches": "codes",
    "must_match": "codes",
    "new_number": "codes",
    "published_table": "cells",
    "statistics": "views",
    "taken": "identity",
    "view": "views",
}

__all__ = [
    "Attempts",
    "AttemptsInMemory",
    "EndedCase",
    "Identity",
    "IdentityRef",
    "Opening",
    "PublishedTable",
    "Purpose",
    "Retention",
    "Role",
    "Sealed",
    "SecrecyError",
    "SecretCode",
    "Vault",
    "VaultError",
    "due",
    "erase_due",
    "masked",
    "matches",
    "must_match",
    "new_number",
    "published_table",
    "statistics",
    "taken",
    "view",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
