"""Reading texts for a detector: which words of a text, both languages, many texts at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from pst_standards.model.base import Text

Detector: TypeAlias = Callable[[str], bool]

_MOST_READ: Final = 20_000
_LISTS: Final = 1024
_REMEMBERED: Final = 4096
_NEAREST: Final = 8
"""Earlier texts that one is held against: more of the same say nothing new."""
_ENUMERATOR: Final = re.compile(
    r"\A\s*(?:\(?(?:\d{1,3}|[a-z])[.)](?!\d)|[-*\u2022\u2013])\s*", re.IGNORECASE
)
_SIGNS: Final = re.compile(r"[\W_]+")


def first_words(text: Text | str | None) -> str:
    """Return what a text says in Indonesian, in English where that is all there is.

    >>> first_words(Text(None, "Guest book")), first_words(None)
    ('Guest book', '')
    """
    if text is None:
        return ""
    words = text if isinstance(text, str) else text.id or text.en or ""
    return words[:_MOST_READ]


def all_words(text: Text | str | None) -> str:
    r"""Return what a text says in both languages, a line for each.

    >>> all_words(Text("Buku tamu", "Guest book"))
    'Buku tamu\nGuest book'
    """
    if text is None or isinstance(text, str):
        return first_words(text)
    if not text.en:
        return (text.id or "")[:_MOST_READ]
    if not text.id:
        return text.en[:_MOST_READ]
    return f"{text.id[:_MOST_READ]}\n{text.en[:_MOST_READ]}"


def either(detect: Detector, *texts: Text | str | None) -> bool:
    """Tell whether a detector finds something in any of some texts, in either language.

    >>> either(str.isascii, Text("Kedua bahasa"), None), either(str.isdigit, "satu", None)
    (True, False)
    """
    return any(detect(words) for words in map(all_words, texts) if words)


def _places(detect: Detector, texts: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(place for place, words in enumerate(texts) if words and detect(words))


# Offices share whole procedures, so what was found in a list of texts is remembered as one.
_remembered_places = lru_cache(maxsize=_LISTS)(_places)


def places(detect: Detector, texts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of the texts in which a detector finds something.

    >>> places(str.isupper, ("Datang", "SELESAI"))
    (1,)
    """
    return _remembered_places(detect, texts)


def _comparable(words: str) -> str:
    return _SIGNS.sub("", _ENUMERATOR.sub("", words[:_MOST_READ]).casefold())


_remembered_comparable = lru_cache(maxsize=_REMEMBERED)(_comparable)


def comparable(words: str) -> str:
    """Return words without case, spaces, signs and a leading number, to hold texts together.

    >>> comparable("1. Mengisi  buku-tamu.") == comparable("mengisi bukutamu")
    True
    """
    return _remembered_comparable(words)


def _repeats(texts: tuple[str, ...]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    known: dict[str, list[int]] = {}
    found: list[tuple[int, tuple[int, ...]]] = []
    for place, words in enumerate(texts):
        before = known.setdefault(comparable(words.partition("\n")[0]), [])
        if before:
            found.append((place, tuple(before[: -_NEAREST - 1 : -1])))
        before.append(place)
    return tuple(found)


_remembered_repeats = lru_cache(maxsize=_LISTS)(_repeats)


def repeats(texts: tuple[str, ...]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return each text whose first line stood before, with the nearest places of those before.

    >>> repeats(("Datang", "Menunggu", "1. datang"))
    ((2, (0,)),)
    """
    return _remembered_repeats(texts)
