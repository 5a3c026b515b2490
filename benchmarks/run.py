"""Measure what the project promises about speed: ``python benchmarks/run.py``.

Prints each ratio beside its limit, and documents per second. Both sides of a ratio are measured in
turns in this run, so that the figures mean the same on a slow and on a busy machine. With
``--check`` a missed limit ends in exit code 1, where ``--slack`` says how far it may be stretched.
``--only register`` kills processes that write to a register of complaints, lets two write at once,
and loads it with 100,000 cases; ``--only surveys`` counts millions of answers beside other engines
(``pip install --group frames`` brings them); ``--only nation`` makes the documents of 548 offices.
They take minutes, so they run only when asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import checking
import deadlines
import documents
import drawing
import forms
import nation
import pdf
import reading
import registers
import starting
import surveys
from measuring import Ratio

_GROUPS: Final[dict[str, Callable[[], Iterator[Ratio]]]] = {
    "starting": starting.ratios,
    "reading": reading.ratios,
    "checking": checking.ratios,
    "documents": documents.ratios,
    "drawing": drawing.ratios,
    "pdf": pdf.ratios,
    "deadlines": deadlines.ratios,
    "register": registers.ratios,
    "forms": forms.ratios,
    "surveys": surveys.ratios,
    "nation": nation.ratios,
}
_LONG: Final = frozenset({"register", "surveys", "nation"})
"""Groups that run for minutes, and so only when they are asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", action="append", choices=list(_GROUPS), metavar="GROUP")
    parser.add_argument("--check", action="store_true", help="end with 1 when a limit is missed")
    parser.add_argument("--slack", type=float, default=1.0, help="stretch the limits by a factor")
    options = parser.parse_args(argv)
    missed = 0
    for name in options.only or (one for one in _GROUPS if one not in _LONG):
        group = _GROUPS[name]
        print(name)
        for measured in group():
            print(measured, flush=True)
            missed += not measured.holds(options.slack)
    if not options.only or "drawing" in options.only:
        for name, rate in drawing.rates():
            print(f"{rate:8.0f}  {name}", flush=True)
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
