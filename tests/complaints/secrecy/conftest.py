from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from pst_standards.complaints.secrecy import Identity, Vault, taken

NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
NewIdentity: TypeAlias = Callable[..., Identity]


def _identity(**fields: str) -> Identity:
    return taken(dict(fields or {"name": "Siti Contoh", "address": "Jalan Mawar 5, Ungaran"}))


@pytest.fixture(scope="session")
def new_identity() -> NewIdentity:
    """Seal an identity as a form gives it."""
    return _identity


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Where a vault and its key would be."""
    return tmp_path / "v.db", tmp_path / "k"


@pytest.fixture
def vault(files: tuple[Path, Path]) -> Vault:
    """An empty vault whose clock stands at noon."""
    return Vault.at(files[0], key_file=files[1], now=lambda: NOON)
