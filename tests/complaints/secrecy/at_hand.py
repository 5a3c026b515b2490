"""Somebody to look for, and what code that works with identities has in its hands."""

from __future__ import annotations

import datetime as dt
import hashlib
import string
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from pst_standards.complaints.secrecy import Identity, IdentityRef, Sealed, Vault, masked, taken

Person: TypeAlias = dict[str, str]


def person(seed: int) -> Person:
    """Make somebody whose every field is unlike anything else."""
    digest = hashlib.sha256(str(seed).encode()).hexdigest()
    letters = digest.translate(str.maketrans(string.digits, "ghijklmnop")).title()
    number = f"{int(digest, 16) % 10**9:09}"
    return {
        "name": f"{letters[:9]} {letters[9:20]}",
        "address": f"Jalan {letters[20:32]} {number[:3]}",
        "nik": f"332201410190{number[3:7]}",
        "phone": f"0812{number[:8]}",
        "email": f"{letters[32:44]}@contoh.example",
    }


@attrs.frozen(kw_only=True)
class Scene:
    """What code that works with identities has in its hands; nothing in it is plain."""

    fresh: Identity
    opened: Identity
    value: Sealed
    vault: Vault
    ref: IdentityRef
    case: Callable[[], dict[str, Any]] = attrs.field(repr=False)
    form: Callable[[], Person] = attrs.field(repr=False)

    def held(self) -> tuple[object, ...]:
        """Return the objects that must not show anything."""
        return self.fresh, self.opened, self.value, self.vault, [self.value], {"k": self.fresh}


def scene(somebody: Person, vault: Vault) -> Scene:
    ref = vault.seal(taken(dict(somebody)))
    fresh = taken(dict(somebody))
    assert fresh.name is not None
    told = "; ".join(somebody.values())
    return Scene(
        fresh=fresh,
        opened=vault.open(ref, officer="A1", reason=f"memanggil {somebody['name']}"),
        value=fresh.name,
        vault=vault,
        ref=ref,
        case=lambda: {
            "number": "PGD-2026-7K3M9Q2T",
            "reporter": str(ref),
            "reporter_data": {**somebody, "sealed": fresh},
            "text": masked(f"Saya {told}.", known=fresh),
            "loss": f"{somebody['nik']} {somebody['phone']} {somebody['email']}",
            "place": fresh.name,
            "handler": {"officer": "A1", "note": told},
            "filed_at": dt.datetime(2026, 10, 5, tzinfo=dt.UTC),
        },
        form=lambda: dict(somebody),
    )
