from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.findings import Report
from pst_standards.rules import check

DAY = dt.date(2026, 11, 22)
# Rules are plain Python: the short runs against lowest versions and other Pythons ask each of them
# about its examples, and leave the thousands of wordings to the main run.
IN_SHORT_RUNS = frozenset({"test_rows", "test_engine", "test_checking", "test_packs", "formats"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            name = item.path.relative_to(here).parts[0].removesuffix(".py")
            if name not in IN_SHORT_RUNS:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def day() -> dt.date:
    return DAY


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Check a definition given as YAML text or data, by the law of one fixed day."""

    def check_text(given: str | Mapping[str, Any], as_of: dt.date = DAY) -> Report:
        data = yaml.safe_load(given) if isinstance(given, str) else given
        found = check(data, as_of=as_of)
        # A rule that raises finds nothing, and would pass for one that is content.
        assert found.coverage.failed == ()
        return found

    return check_text


@pytest.fixture(scope="session")
def keys(report: Callable[..., Report]) -> Callable[..., list[str]]:
    """Name what some rules find, as ``RULE`` or ``RULE.variant``, sorted."""

    def name(given: str | Mapping[str, Any], *rules: str, as_of: dt.date = DAY) -> list[str]:
        return sorted(found.message_key for found in report(given, as_of).of(*rules))

    return name


@pytest.fixture(scope="session")
def told(report: Callable[..., Report]) -> Callable[..., list[tuple[str, Any, dict[str, Any]]]]:
    """Return key, pointer and params of all that some rules find, in the order found."""

    def tell(
        given: str | Mapping[str, Any], *rules: str, as_of: dt.date = DAY
    ) -> list[tuple[str, Any, dict[str, Any]]]:
        found = report(given, as_of).of(*rules)
        return [(hit.message_key, hit.pointer, dict(hit.params)) for hit in found]

    return tell
