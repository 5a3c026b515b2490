"""Looking for a pattern in texts that many definitions share: each text is searched once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from pst_standards.model.base import Text
from pst_standards.rules.wordings import words_of

LONGEST: Final = 50_000
"""Characters of joined texts that are looked at: more than any standard has."""
_SHORT: Final = 1000
_MOST_JOINED: Final = 512
_MOST_SINGLE: Final = 4096


def finder(pattern: str) -> Callable[[str], bool]:
    """Return a function that tells whether a pattern is in a text, whatever the case.

    >>> names_cash = finder("tunai|cash")
    >>> names_cash("Membayar TUNAI"), names_cash("Membayar")
    (True, False)
    """
    search = re.compile(pattern, re.IGNORECASE).search

    def found(words: str) -> bool:
        return search(words) is not None

    return lru_cache(maxsize=_MOST_JOINED)(found)


def flat(*texts: Text | str | None) -> str:
    """Join texts in both languages on one line.

    >>> flat(" Data   mikro", Text("Peta", "Map"))
    'Data mikro Peta Map'
    """
    return " ".join(words_of(*texts)[:LONGEST].split())


def line_of(text: Text | None) -> str:
    """Return what one text says on one line; that of a short text is remembered.

    >>> line_of(Text("Data   mikro", "Microdata"))
    'Data mikro Microdata'
    """
    if text is None:
        return ""
    short = len(text.id or "") + len(text.en or "") <= _SHORT
    return _line_of_short(text) if short else flat(text)


def _line(text: Text) -> str:
    return flat(text)


_line_of_short = lru_cache(maxsize=_MOST_SINGLE)(_line)
