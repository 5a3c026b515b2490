"""The formats and sheets that a user may choose.

They are named here again, so that the help of a command needs none of the libraries that write
them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from pst_standards.cli.speech import Say

FORMATS: Final = ("docx", "html", "pdf", "md")
EVERY_FORMAT: Final = (*FORMATS, "png")
"""Those of a build, where some kinds are drawn as pictures too."""
USUAL_FORMATS: Final = ("docx", "html")
"""Written when none is chosen."""
PAPERS: Final = ("A4", "F4", "A3")


def formats(say: Say, choices: tuple[str, ...] = FORMATS) -> Callable[[str], tuple[str, ...]]:
    """Return what reads the names of formats between commas."""

    def read_formats(value: str) -> tuple[str, ...]:
        names = tuple(name.strip().lower() for name in value.split(","))
        if set(names) <= set(choices):
            return names
        named = ", ".join(choices)
        raise argparse.ArgumentTypeError(say("usage.formats", value=value, choices=named))

    return read_formats
