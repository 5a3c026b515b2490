"""A plug-in for pytest: before each test, forget what functions of some modules remember.

What an earlier test made them remember hides from mutmut which tests call a function, and hides a
change to it from all later tests. ``PST_FORGET`` names the modules; tools/mutation.py sets it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any


def pytest_runtest_setup() -> None:
    """Forget everything that may rest on the module that was changed."""
    for remembering in _remembering():
        remembering.cache_clear()


def _remembering() -> Iterator[_lru_cache_wrapper[Any]]:
    for name in os.environ.get("PST_FORGET", "").split():
        if name in sys.modules:
            values = vars(sys.modules[name]).values()
            yield from (one for one in values if isinstance(one, _lru_cache_wrapper))
