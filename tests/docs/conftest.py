"""The pages, section by section; what they tell a reader to do is done by tools/readers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Behind all others: tools/ has a module "test" like the standard library.
sys.path.append(str(ROOT / "tools"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test of each section that tells a reader to do something."""
    if {"page", "section"} <= set(metafunc.fixturenames):
        from pages import pages
        from readers.blocks import sections

        found = [
            pytest.param(page, place, id=f"{page.name}-{place}")
            for page in pages()
            for place, _ in enumerate(sections(page.read_text(encoding="utf-8")))
        ]
        metafunc.parametrize(("page", "section"), found)
