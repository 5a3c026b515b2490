from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pst_standards.definitions import dumps, load, read_data
from pst_standards.rules import check_definition

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kabupaten-semarang"


def fastest(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


@pytest.mark.slow
def test_rules_cost_a_small_part_of_reading() -> None:
    definition = load(EXAMPLE)
    text = dumps(definition)
    rules = fastest(lambda: check_definition(definition), 20)
    reading = fastest(lambda: read_data(text), 3)
    # Measured 0.07; the promise leaves room for structuring within half of the reading.
    assert rules < 0.25 * reading
