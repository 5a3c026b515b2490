"""Texts of TOML that people write: where one cannot be read is told without English words."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from pst_standards.surveys.errors import SurveyError

_AT_LINE: Final = re.compile(r"\(at line (?P<line>[0-9]+), column [0-9]+\)")


def read_toml(text: str) -> dict[str, Any]:
    """Return what a text says; ``SurveyError`` with the line for one that is no TOML.

    >>> read_toml("population = 640")
    {'population': 640}
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        # A number of thousands of digits and endless nesting are no faults to tomllib.
        raise _unreadable(text, str(fault)) from None


def _unreadable(text: str, fault: str) -> SurveyError:
    found = _AT_LINE.search(fault)
    lines = text.splitlines()
    if found is None or not 0 < int(found["line"]) <= len(lines):
        return SurveyError("particulars.toml-whole")
    line = int(found["line"])
    return SurveyError("particulars.toml", row=line, found=lines[line - 1].strip())
