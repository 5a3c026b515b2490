"""The command ``pst``: one module per subcommand, and no logic of its own."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``pst`` with these arguments, those of the process unless given; return its exit code.

    Codes: 0 done, 1 findings, 2 input or command line that cannot be used, 3 a fault of this
    program, 130 stopped by Ctrl-C, 141 the reader of the output went away.

    >>> main(["--version"])
    pst 0.1.0
    0
    """
    from pst_standards.cli.running import run

    if arguments is None:
        import sys

        arguments = sys.argv[1:]
    return run(list(arguments))
