"""What every test stands on."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# No deadline, and no complaint about slowness: two busy cores are no fault of the code.
settings.register_profile(
    "full", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("short", settings.get_profile("full"), max_examples=10)
settings.register_profile("measured", settings.get_profile("full"), max_examples=25)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "full"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Look away from long loops: coverage halves their pace, and shorter tests see their lines."""
    tracer = sys.gettrace()
    measured = type(tracer).__module__.partition(".")[0] == "coverage"
    if not measured or item.get_closest_marker("unmeasured") is None:
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
