"""Secrecy by construction: what a case holds of a person, and the vault that holds the rest.

UU 25/2009 Pasal 49 orders that the identity of who complains be kept secret, and Pasal 54 ayat (9)
dismisses whoever breaks it. So nothing here relies on somebody remembering to leave a field out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.complaints.secrecy.errors import SecrecyError, VaultError
    from pst_standards.complaints.secrecy.identity import Identity, taken
    from pst_standards.complaints.secrecy.openings import Opening, Purpose
    from pst_standards.complaints.secrecy.references import IdentityRef
    from pst_standards.complaints.secrecy.sealed import Sealed
    from pst_standards.complaints.secrecy.vaults import Vault

_HOMES = {
    "Identity": "identity",
    "IdentityRef": "references",
    "Opening": "openings",
    "Purpose": "openings",
    "Sealed": "sealed",
    "SecrecyError": "errors",
    "Vault": "vaults",
    "VaultError": "errors",
    "taken": "identity",
}

__all__ = [
    "Identity",
    "IdentityRef",
    "Opening",
    "Purpose",
    "Sealed",
    "SecrecyError",
    "Vault",
    "VaultError",
    "taken",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
