"""Two things timed in turns, so that both meet the same weather on the machine."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
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


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ratio(ours: Callable[[], object], reference: Callable[[], object], turns: int = TURNS) -> float:
    """Return median time of ours over median time of the reference, called in turns."""
    ours(), reference()  # the first call pays for what is made once
    pairs = [(seconds(ours), seconds(reference)) for _ in range(turns)]
    mine, theirs = zip(*pairs, strict=True)
    return float(statistics.median(mine) / statistics.median(theirs))


def per_second(work: Callable[[], object], for_seconds: float = 1.0) -> float:
    """Return how many calls are done in a second, over about ``for_seconds``."""
    work()
    started, calls = time.perf_counter(), 0
    while time.perf_counter() - started < for_seconds:
        work()
        calls += 1
    return calls / (time.perf_counter() - started)


def process(program: str) -> Callable[[], object]:
    """Return a call that runs a program text in a fresh interpreter."""
    command = [sys.executable, "-c", program]
    return lambda: subprocess.run(command, check=True, capture_output=True)
