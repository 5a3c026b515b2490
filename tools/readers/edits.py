"""Changing a file the way somebody does who follows a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LEFT_OUT: Final = "..."
_TERM: Final = re.compile(r" {2}# (?P<said>.*)\Z")
"""What a file says of a key behind its value: its term, and what it rests on."""
_KEY: Final = re.compile(r"^(?P<pad> *)#?(?P<item>- )?\{?(?P<key>id: [^,} ]+|[^:#]+:)")


class PageError(Exception):
    """A page tells a reader to do what does not work."""


def filled_in(file: Sequence[str], lines: Sequence[str], new: set[int]) -> list[str]:
    """Return the lines of a file after a reader filled in what a page shows.

    Each line takes the place of the next one with the same key, behind a ``#`` or not; lines
    whose numbers are in ``new`` come after the line before them.
    """
    result, cursor = list(file), -1
    for number, line in enumerate(lines, start=1):
        if number in new:
            cursor += 1
            result.insert(cursor, line)
        elif line.strip() not in {"", LEFT_OUT} and not line.lstrip().startswith("#"):
            cursor = _place_of(line, result, cursor + 1)
            _must_say_the_same(line, result[cursor])
            result[cursor] = line
    return result


def _must_say_the_same(shown: str, written: str) -> None:
    """Raise ``PageError`` where a page says something else of a key than the file does."""
    told, known = _TERM.search(shown), _TERM.search(written)
    if told and known and told["said"] != known["said"]:
        raise PageError(f"the file says of this line “{known['said']}”: {shown}")


def _place_of(line: str, file: Sequence[str], start: int) -> int:
    wanted = _KEY.match(line)
    for place in range(start, len(file)):
        found = _KEY.match(file[place])
        if wanted and found and wanted.groups() == found.groups():
            return place
    raise PageError(f"the file holds no such line: {line}")


def patched(file: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return the lines of a file after what a ``diff`` shows."""
    result, cursor = list(file), -1
    for line in lines:
        sign, rest = line[:1], line[1:]
        if sign == "+":
            cursor += 1
            result.insert(cursor, rest)
            continue
        if rest not in result[cursor + 1 :]:
            raise PageError(f"the file holds no such line: {rest}")
        cursor = result.index(rest, cursor + 1)
        if sign == "-":
            del result[cursor]
            cursor -= 1
    return result


def for_item(lines: Sequence[str], other: str) -> list[str]:
    """Return an edit of one item of a list as that of another item."""
    place = next(i for i, line in enumerate(lines) if line.lstrip().startswith("- id: "))
    pad = lines[place].partition("- id: ")[0]
    return [*lines[:place], f"{pad}- id: {other}", *lines[place + 1 :]]
