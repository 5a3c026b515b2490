"""A base, a newer one, and an office in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.rebase.bases_and_offices import OFFICE, base


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return base(tmp_path / "lama", 2020, 3)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return base(tmp_path / "baru", 2027, 2)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    file = tmp_path / "kantor" / "kantor.yaml"
    file.parent.mkdir()
    file.write_bytes(OFFICE.encode())
    return file
