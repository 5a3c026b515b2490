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
settings.register_profile("short", settings.get_profile("full"), max_examples=5)
settings.register_profile("measured", settings.get_profile("full"), max_examples=10)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "full")
settings.load_profile(_PROFILE)


_SETTINGS = "_hypothesis_internal_use_settings"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no property try more examples than the profile, whatever the test says for itself."""
    if _PROFILE == "full":
        return
    most = settings.get_profile(_PROFILE).max_examples
    for item in items:
        test = getattr(item, "function", None)
        own = getattr(test, _SETTINGS, None)
        if own is not None and own.max_examples > most:
            setattr(test, _SETTINGS, settings(own, max_examples=most))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def _takes_long(item: pytest.Item) -> bool:
    """Tell whether a test repeats itself, as a property does, or is marked so."""
    is_property = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
    return is_property or any(map(item.get_closest_marker, ("unmeasured", "slow")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Look away from what takes long: coverage halves its pace, and shorter tests see its lines."""
    tracer = sys.gettrace()
    measured = type(tracer).__module__.partition(".")[0] == "coverage"
    if not measured or not _takes_long(item):
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
