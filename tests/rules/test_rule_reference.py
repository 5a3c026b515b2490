from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from pst_standards.rules import catalogue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def written() -> str:
    return (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")


def test_the_rule_reference_is_fresh(written: str) -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "rules.py"))
    assert written == tool["page"](), "run tools/rules.py"


def test_the_rule_reference_names_every_rule(written: str) -> None:
    headings = [line.split()[1] for line in written.splitlines() if line.startswith("### ")]
    assert headings == [row.id for row in catalogue()]
