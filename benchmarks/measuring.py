"""Two things timed in turns, so that both meet the same weather on the machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

TURNS: Final = 11


@dataclass(frozen=True)
class Ratio:
    """One measured ratio beside the most, or the least, that it may be."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    def holds(self, slack: float = 1.0) -> bool:
        """Tell whether the ratio keeps its limit, which a busy machine may stretch by ``slack``."""
        if self.at_least:
            return self.value >= self.limit / slack
        return self.value <= self.limit * slack

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        verdict = "holds" if self.holds() else "MISSED"
        return f"{self.value:8.2f}  {bound} {self.limit:<5g}  {verdict:6}  {self.name}"


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return how long one call takes, as the mean of ``times`` calls."""
    started = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - started) / times


def ratio(
    above: Callable[[], object],
    below: Callable[[], object],
    below_times: int = 1,
    turns: int = TURNS,
) -> float:
    """Return the median time of one over that of the other, called in turns.

    Where the two differ much, ``below_times`` calls of the quicker one are a turn, so that a pause
    of the machine hits both alike.
    """
    above(), below()  # the first call pays for what is made once
    pairs = [(seconds(above), seconds(below, below_times)) for _ in range(turns)]
    longer, shorter = zip(*pairs, strict=True)
    return float(statistics.median(longer) / statistics.median(shorter))


def per_second(work: Callable[[], object], for_seconds: float = 1.0) -> float:
    """Return how many calls are done in a second, over about ``for_seconds``."""
    work()
    started, calls = time.perf_counter(), 0
    while time.perf_counter() - started < for_seconds:
        work()
        calls += 1
    return calls / (time.perf_counter() - started)


def process(program: str) -> Callable[[], object]:
    """Return a call that runs a program text in a fresh interpreter.

    Compiled modules are kept, as they are for whoever installed them.
    """
    command = [sys.executable, "-c", program]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)


def told(ratios: Iterable[Ratio], rates: Iterable[tuple[str, float]] = ()) -> int:
    """Print every figure; return 1 when a limit is missed."""
    missed = 0
    for measured in ratios:
        print(measured, flush=True)
        missed += not measured.holds()
    for name, rate in rates:
        print(f"{rate:8.0f}  {name}", flush=True)
    return 1 if missed else 0
