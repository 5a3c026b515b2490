"""Telling that a name was cut off, as by the field of 50 characters for the number on SIPPN."""

from __future__ import annotations

from typing import Final

FIELD: Final = 50
"""Characters that the field for the number of a decree holds on SIPPN."""
_LONGEST_END: Final = 60
# "Nomor 65 Ta": the words for number and year, whole or begun, with nothing behind them.
_BEGUN: Final = frozenset({"nomor", "nomo", "nom", "tahu", "tah", "ta"})
_WHOLE: Final = frozenset({"no", "tahun", "thn", "th", "number"})
_WAITING: Final = frozenset(
    {"tentang", "dan", "atau", "serta", "pada", "untuk", "dengan", "dalam", "oleh", "kepada"}
    | {"terhadap", "yang", "di", "dari", "ke", "of", "on", "and", "or", "the", "concerning"}
)
_END_OF_TITLE: Final = _BEGUN | _WAITING
_END_OF_LABEL: Final = _END_OF_TITLE | _WHOLE
_YEAR: Final = 4


def _last_two(words: str) -> tuple[str, str]:
    """Return the last word and the one before it, in small letters."""
    last = ["", *words[-_LONGEST_END:].lower().split()][-2:]
    return (last[-1].rstrip(".:"), last[0])


def is_cut(label: str) -> bool:
    """Tell whether the name of a decree or regulation ends before its number and year do.

    >>> is_cut("Peraturan Kepala Badan Pusat Statistik Nomor 65 Ta"), is_cut("Nomor 65 Tahun 2024")
    (True, False)
    """
    if label[-_YEAR:].isdecimal():
        return False
    last, before = _last_two(label)
    if last in _END_OF_LABEL:
        return True
    if last.isdecimal():
        return before == "tahun" and len(last) < _YEAR
    # Exactly as long as the field, and without the year that such a name ends in.
    begun = last == "t" and before.isdecimal()
    return begun or (len(label.strip()) == FIELD and last[-1:].isalpha())


def is_title_cut(title: str) -> bool:
    """Tell whether a title ends in a word that waits for another one.

    >>> is_title_cut("Standar Pelayanan dan"), is_title_cut("Standar Pelayanan Statistik Terpadu")
    (True, False)
    """
    last, before = _last_two(title)
    return bool(before) and last in _END_OF_TITLE
