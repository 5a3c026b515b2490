"""Measure what the project promises about speed: ``python benchmarks/run.py``.

Prints each ratio beside its limit, and documents per second. Both sides of a ratio are measured in
turns in this run, so that the figures mean the same on a slow and on a busy machine. With
``--check`` a missed limit ends in exit code 1, where ``--slack`` says how far it may be stretched.
``--only nation`` makes the documents of 548 offices with one process and with two; ``--only
changes`` carries a change of the base into them; ``--only register`` kills processes that write to
a register of complaints, lets two write at once, and loads it with 100,000 cases; ``--only surveys``
counts millions of answers beside other engines (``pip install --group frames`` brings them). They
take minutes, so they run only when asked for: one with ``--only``, all with ``--all``. What was not
run is named at the end.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import changes
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
    "changes": changes.ratios,
}
_LONG: Final = {
    "register": "a register of 100,000 complaints, killed and shared",
    "surveys": "millions of answers, beside other engines",
    "nation": "548 offices: one process and two, memory, a second run with nothing changed",
    "changes": "548 offices: a change of the base carried into them, and who lags behind",
}
"""Groups that run for minutes, and so only when they are asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", action="append", choices=list(_GROUPS), metavar="GROUP")
    parser.add_argument("--check", action="store_true", help="end with 1 when a limit is missed")
    parser.add_argument("--slack", type=float, default=1.0, help="stretch the limits by a factor")
    parser.add_argument("--all", action="store_true", help="measure also what takes minutes")
    options = parser.parse_args(argv)
    missed = 0
    usual = [one for one in _GROUPS if options.all or one not in _LONG]
    asked = options.only or usual
    for name in asked:
        group = _GROUPS[name]
        print(name)
        for measured in group():
            print(measured, flush=True)
            missed += not measured.holds(options.slack)
    if "drawing" in asked:
        for name, rate in drawing.rates():
            print(f"{rate:8.0f}  {name}", flush=True)
    if not options.only:
        for name in (one for one in _LONG if one not in asked):
            print(f"not run, as it takes minutes: {_LONG[name]}")
            print(f"  python benchmarks/run.py --only {name}")
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
