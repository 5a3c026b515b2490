"""Comparing what a page shows with what a command says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from readers.edits import LEFT_OUT


def fits(shown: Sequence[str], said: Sequence[str]) -> bool:
    """Tell whether a page shows what was said, but for what ``...`` leaves out."""
    parts = (".*" if _is_left_out(line) else re.escape(line) + "\n" for line in _trimmed(shown))
    words = "".join(f"{line}\n" for line in _trimmed(said))
    return re.fullmatch("".join(parts), words, re.DOTALL) is not None


def renewed(shown: Sequence[str], said: Sequence[str]) -> list[str]:
    """Return what a page should show: the lines of now in place of those they resemble most.

    A line that resembles none stays, for a person to look at.
    """
    if not any(map(_is_left_out, shown)):
        return list(said)
    result, start = [], 0
    for line in shown:
        close = None if _is_left_out(line) else _nearest(line, said[start:])
        if close is None:
            result.append(line)
            continue
        result.append(close)
        start = said.index(close, start) + 1
    return result


def _nearest(line: str, said: Sequence[str]) -> str | None:
    """Return the line that a line became, which begins with the same word where any does."""
    word = line.split()[:1]
    same = [one for one in said if one.split()[:1] == word]
    close = difflib.get_close_matches(line, same or said, n=1, cutoff=0.4)
    return close[0] if close else None


def _is_left_out(line: str) -> bool:
    return line.strip() == LEFT_OUT


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Drop empty lines at the end, which only part one command from the next."""
    last = max((place for place, line in enumerate(lines, start=1) if line), default=0)
    return list(lines[:last])
