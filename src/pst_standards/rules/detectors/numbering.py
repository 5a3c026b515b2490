"""Numbers that stand in the text of steps, and whole procedures pressed into one step."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LEADING: Final = re.compile(r"\s*\(?(\d{1,3})[.)](?!\d)(?:\s*\(?(\d{1,3})[.)](?!\d))?", re.ASCII)
_INSIDE: Final = re.compile(r"(?<![\w.,/-])\(?(\d{1,2})[.)](?=[\s(A-Za-z])", re.ASCII)


def leading_numbers(words: str) -> tuple[int, ...]:
    """Return the numbers that a text begins with; two where it was numbered twice.

    >>> leading_numbers("11. Petugas memeriksa"), leading_numbers("1. 1) Pengguna datang")
    ((11,), (1, 1))
    >>> leading_numbers("10.000 rupiah per judul"), leading_numbers("2 rangkap asli")
    ((), ())
    """
    found = _LEADING.match(words)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _steps_in_one(words: str) -> int:
    counted = 0
    for found in _INSIDE.finditer(words):
        if int(found[1]) == counted + 1:
            counted += 1
    lines = sum(1 for line in words.splitlines() if line.strip())
    return max(counted, lines)


_remembered = lru_cache(maxsize=4096)(_steps_in_one)


def steps_in_one(words: str) -> int:
    """Return how many numbered points, or lines, a text holds.

    >>> steps_in_one("1) Pengguna datang 2) Petugas memeriksa 3) Selesai")
    3
    >>> steps_in_one("Pengguna datang")
    1
    """
    return _remembered(words)
