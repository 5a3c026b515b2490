"""A new office for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.complaint.complaint_office import Office, Pst


@pytest.fixture
def office(pst: Pst, tmp_path: Path, examples: Path) -> Office:
    return Office(pst, tmp_path, examples)
