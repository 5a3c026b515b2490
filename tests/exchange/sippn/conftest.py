"""The transcribed pages, and reading a page of a few lines.

``pytest tests/exchange --update-golden`` writes the expected drafts in ``tests/data/sippn`` anew;
read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from pst_standards.definitions.writing import dump_yaml
from pst_standards.exchange.sippn import Draft, read

PAGES = Path(__file__).resolve().parents[2] / "data" / "sippn"
Part: TypeAlias = Callable[..., Any]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test that asks for a page every page."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)


@pytest.fixture
def case(page: Path) -> dict[str, Any]:
    """What is known of a page: its defects, and the draft that reading it should give."""
    known: dict[str, Any] = yaml.safe_load(page.with_suffix(".yaml").read_text(encoding="utf-8"))
    return known


@pytest.fixture
def expect(request: pytest.FixtureRequest, page: Path, case: dict[str, Any]) -> Callable[..., None]:
    """Compare a draft with the expected one, or write it when asked."""

    def compare(draft: Draft) -> None:
        remarks = [{"key": one.key, "line": one.line, "words": one.words} for one in draft.remarks]
        if request.config.getoption("--update-golden"):
            new = dump_yaml({**case, "remarks": remarks, "draft": dict(draft.data)})
            page.with_suffix(".yaml").write_text(new, encoding="utf-8", newline="\n")
            return
        assert draft.data == case["draft"]
        assert remarks == case["remarks"]

    return compare


@pytest.fixture
def part() -> Part:
    """Read some lines below a heading; return what its key of the draft holds."""

    def read_part(heading: str, lines: str, key: str) -> Any:
        draft = read(f"Konsultasi Statistik\n{heading}\n{lines}")
        return draft.data["standards"][0].get(key)

    return read_part


@pytest.fixture
def told() -> Callable[[str], Sequence[str]]:
    """Read a page; return the keys of what is told."""

    def keys(text: str) -> Sequence[str]:
        return [remark.key for remark in read(text).remarks]

    return keys
