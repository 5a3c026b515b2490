"""A plug-in for pytest: before each test, forget what functions of the package remember.

What an earlier test made the package remember hides from mutmut which tests call a function, and
hides a change to it from all later tests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any


def pytest_runtest_setup() -> None:
    """Forget everything."""
    for remembering in _remembering():
        remembering.cache_clear()


def _remembering() -> Iterator[_lru_cache_wrapper[Any]]:
    for name, module in list(sys.modules.items()):
        if name.startswith("pst_standards."):
            values = vars(module).values()
            yield from (one for one in values if isinstance(one, _lru_cache_wrapper))
