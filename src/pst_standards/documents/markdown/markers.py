"""What stands before the items of a list: Markdown's own numbers, or letters after a bullet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pst_standards.documents.formats import romans
from pst_standards.documents.outline import ItemList, Marker

_ALPHABET: Final = 26
_LARGEST: Final = 999_999_999
"""The largest number that begins an item."""


def letters(number: int) -> str:
    """Return a number in letters.

    >>> letters(1), letters(27)
    ('a', 'aa')
    """
    shown = ""
    while number:
        number, place = divmod(number - 1, _ALPHABET)
        shown = chr(ord("a") + place) + shown
    return shown


_SHOWN: Final[Mapping[Marker, Callable[[int], str]]] = {
    Marker.DECIMAL: "{}.".format,
    Marker.DECIMAL_PAREN: "{})".format,
    Marker.LETTER: lambda number: f"{letters(number)}.",
    Marker.LETTER_PAREN: lambda number: f"{letters(number)})",
    Marker.ROMAN: lambda number: f"{romans(number)}.",
    Marker.BULLET: lambda _: "\N{BULLET}",
    Marker.BOX: lambda _: "\N{BALLOT BOX}",
}
_OWN: Final = frozenset({Marker.DECIMAL, Marker.DECIMAL_PAREN})


def written(block: ItemList, place: int) -> str:
    """Return the marker of an item as text; ``place`` counts from 0."""
    return _SHOWN[block.marker](block.start + place)


def marker(block: ItemList, place: int) -> str:
    """Return the marker of an item as Markdown, with the space behind it.

    >>> marker(ItemList(items=["KTP"], marker=Marker.LETTER), 0)
    '- a. '
    """
    if block.marker in _OWN and block.start + place <= _LARGEST:
        return f"{written(block, place)} "
    return "- " if block.marker is Marker.BULLET else f"- {written(block, place)} "
