"""Random lives of complaints against a second, smaller model of the table, written by hand."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.complaints.random_lives import Lives

TestLives = pytest.mark.slow(pytest.mark.unmeasured(Lives.TestCase))
TestLives.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
