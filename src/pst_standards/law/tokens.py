"""Words and signs of a text with their places: what the reader of citations walks over."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, TypeAlias

_TOKEN: Final = re.compile(r"[^\W_]+|[^\s]")


class Token(NamedTuple):
    """One word or sign; ``lower`` is what it is compared by."""

    text: str
    lower: str
    start: int
    end: int


Tokens: TypeAlias = tuple[Token, ...]
"""Tokens of one text; the last one is empty and matches nothing, so no reader runs past it."""


def tokenise(text: str) -> Tokens:
    """Split a text in linear time.

    >>> [token.text for token in tokenise("UU 25/2009, Pasal 21")]
    ['UU', '25', '/', '2009', ',', 'Pasal', '21', '']
    """
    found = (
        Token(match[0], match[0].lower(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )
    return (*found, Token("", "", len(text), len(text)))
