"""A desk with each kind of register, and its vault."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pst_standards.complaints.desk import Desk
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.registers.opening import open_register
from pst_standards.complaints.secrecy import Vault
from tests.complaints.desk.desk_forms import AT


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, vault: Vault) -> Desk:
    held = MemoryRegister() if request.param == "memory" else open_register(tmp_path / "r.db")
    return Desk(held, vault, "A1", now=lambda: AT + dt.timedelta(hours=1))
