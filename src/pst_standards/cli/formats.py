"""The formats of documents that a user may choose.

They are named here again, so that the help of a command needs none of the libraries that write
them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from pst_standards.cli.speech import Say

FORMATS: Final = ("docx", "html")


def formats(say: Say) -> Callable[[str], tuple[str, ...]]:
    """Return what reads the names of formats between commas."""

    def read_formats(value: str) -> tuple[str, ...]:
        names = tuple(name.strip().lower() for name in value.split(","))
        if set(names) <= set(FORMATS):
            return names
        raise argparse.ArgumentTypeError(say("usage.formats", value=value))

    return read_formats
