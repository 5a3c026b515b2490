"""Names of forms, such as FS3 and FP-KPA, and which of them are one form written in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_NAME: Final = re.compile(r"\b(F[A-Z]{1,3}?)[- .]?([0-9]{1,2}|KPA)\b")
_MOST: Final = 50


def form_names(words: str) -> tuple[str, ...]:
    """Return the names of forms in a text as they are written there.

    >>> form_names("Formulir FS3 dan FP-KPA; FS3 dikembalikan")
    ('FS3', 'FP-KPA')
    """
    if "F" not in words:
        return ()
    return tuple(dict.fromkeys(found[0] for found in _NAME.finditer(words)))[:_MOST]


def same_form(name: str, other: str) -> bool:
    """Tell whether two names differ in writing only: a sign, or a letter left out.

    >>> same_form("FS3", "FPS3"), same_form("FS3", "FS-3"), same_form("FS3", "FP-KPA")
    (True, True, False)
    """
    (stem, tail), (other_stem, other_tail) = _parts(name), _parts(other)
    if tail != other_tail:
        return False
    short, long = sorted((stem, other_stem), key=len)
    return _is_within(short, long)


def _parts(name: str) -> tuple[str, str]:
    found = _NAME.fullmatch(name)
    return (found[1], found[2]) if found else (name, "")


def _is_within(letters: Iterable[str], word: str) -> bool:
    left = iter(word)
    return all(letter in left for letter in letters)
